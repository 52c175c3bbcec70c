#include "view/spot.h"

static bool is_line(void *context, const struct event *event, uint64_t k) {
    (void)k;
    return event->line == *(const uint32_t *)context;
}

struct spot spot_of(struct log *log, uint64_t position) {
    struct spot spot = {.at_end = log_is_ended(log) && position == log_count(log)};
    struct log_search any = {.kinds = 1u << EVENT_LINE};
    struct event event;
    uint64_t last = log_find_back(log, position, &any);
    if (position == 0 || last == LOG_NONE || !log_read(log, last, &event)) {
        return spot;
    }
    spot.line = event.line;
    spot.at_line = last;
    struct log_search same = {1u << EVENT_LINE, is_line, &spot.line};
    for (uint64_t k = 0; k <= last; k++) {
        k = log_find(log, k, &same);
        spot.times++;
    }
    spot.after = position - last;
    return spot;
}

// How many of the events after the line are of the same kinds in both runs.
static uint64_t alike(const struct log *log, uint64_t found, const struct spot *spot,
                      const struct log *from) {
    uint64_t count = 0;
    struct event here, there;
    while (count < spot->after && log_read(log, found + count, &here) &&
           log_read(from, spot->at_line + count, &there) && here.kind == there.kind) {
        count++;
    }
    return count;
}

uint64_t spot_find(struct log *log, struct spot spot, const struct log *from) {
    struct log_search same = {1u << EVENT_LINE, is_line, &spot.line};
    uint64_t found = 0;
    if (spot.at_end) {
        return log_is_ended(log) ? log_count(log) : LOG_NONE;
    }
    for (uint32_t i = 0; i < spot.times && found != LOG_NONE; i++) {
        found = log_find(log, i == 0 ? 0 : found + 1, &same);
    }
    return found == LOG_NONE ? LOG_NONE : found + alike(log, found, &spot, from);
}
