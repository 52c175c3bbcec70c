#include "trace/lanes.h"

#include "base/mem.h"
#include "base/pile.h"

#define LOOKED_AT_MOST 64 // segments of one stretch

struct segment {
    uint32_t position;       // where it begins
    uint32_t before, skip;   // earlier segments of the same task, 0: none
    uint32_t depth_and_life; // segments before it << 8 | enum state_life
};

struct lanes {
    struct pile last;     // by task: uint32_t, number of its newest segment
    struct pile segments; // number 0 means none
    uint32_t count;
};

struct lanes *lanes_new(void) {
    struct lanes *lanes = mem_zalloc(1, sizeof *lanes);
    *lanes = (struct lanes){.last = PILE(uint32_t), .segments = PILE(struct segment), .count = 1};
    pile_reach(&lanes->segments, 0);
    return lanes;
}

void lanes_free(struct lanes *lanes) {
    if (lanes == NULL) {
        return;
    }
    pile_free(&lanes->last);
    pile_free(&lanes->segments);
    mem_free(lanes);
}

static struct segment *segment_at(const struct lanes *lanes, uint32_t number) {
    return pile_at(&lanes->segments, number);
}

static uint32_t depth(const struct segment *segment) {
    return segment->depth_and_life >> 8;
}

void lanes_note(struct lanes *lanes, uint32_t task, uint32_t position, uint8_t life) {
    uint32_t *last = pile_reach(&lanes->last, task);
    struct segment *old = segment_at(lanes, *last);
    if (*last != 0 && old->position == position) {
        old->depth_and_life = (old->depth_and_life & ~0xFFu) | life;
        return;
    }
    struct segment *skip = segment_at(lanes, old->skip);
    bool equal_leaps =
        depth(old) - depth(skip) == depth(skip) - depth(segment_at(lanes, skip->skip));
    uint32_t number = lanes->count++;
    *(struct segment *)pile_reach(&lanes->segments, number) = (struct segment){
        .position = position,
        .before = *last,
        .skip = equal_leaps ? skip->skip : *last,
        .depth_and_life = (depth(old) + 1) << 8 | life,
    };
    *last = number;
}

// The newest segment of those at or before [number] that begins before [position].
static uint32_t find(const struct lanes *lanes, uint32_t number, uint64_t position) {
    while (number != 0 && segment_at(lanes, number)->position >= position) {
        const struct segment *segment = segment_at(lanes, number);
        bool far = segment->skip != 0 && segment_at(lanes, segment->skip)->position >= position;
        number = far ? segment->skip : segment->before;
    }
    return number;
}

uint8_t lanes_read(const struct lanes *lanes, uint32_t task, uint64_t from, uint64_t to) {
    if (!pile_has(&lanes->last, task) || from >= to) {
        return 0;
    }
    uint8_t lives = 0;
    uint32_t number = find(lanes, *(uint32_t *)pile_at(&lanes->last, task), to);
    for (int i = 0; number != 0 && i < LOOKED_AT_MOST; i++) {
        const struct segment *segment = segment_at(lanes, number);
        lives |= (uint8_t)(1u << (segment->depth_and_life & 0xFF));
        if (segment->position <= from) {
            break;
        }
        number = segment->before;
    }
    return lives;
}

size_t lanes_bytes(const struct lanes *lanes) {
    return pile_bytes(&lanes->last) + pile_bytes(&lanes->segments);
}
