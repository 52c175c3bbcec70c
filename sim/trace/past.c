#include "trace/past.h"

#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "trace/deadlines.h"

#define FIRST_SLOTS 256

static const struct handle_fact no_handle;
static const struct task_fact no_task;
static const struct frame_fact no_frame;

struct past *past_new(const struct log *log) {
    struct past *past = mem_zalloc(1, sizeof *past);
    *past = (struct past){
        .log = log,
        .handle_facts = PILE(struct handle_fact),
        .task_facts = PILE(struct task_fact),
        .frame_facts = PILE(struct frame_fact),
        .handles = history_new(sizeof(struct handle_now)),
        .tasks = history_new(sizeof(struct task_now)),
        .frames = history_new(sizeof(struct frame_now)),
        .variables = history_new(sizeof(struct variable_now)),
        .timers = history_new(sizeof(struct deadlines_node)),
        .lanes = lanes_new(),
        .variable_slots = mem_zalloc(FIRST_SLOTS, sizeof(struct past_variable)),
        .variable_slot_count = FIRST_SLOTS,
    };
    return past;
}

void past_free(struct past *past) {
    if (past == NULL) {
        return;
    }
    pile_free(&past->handle_facts);
    pile_free(&past->task_facts);
    pile_free(&past->frame_facts);
    history_free(past->handles);
    history_free(past->tasks);
    history_free(past->frames);
    history_free(past->variables);
    history_free(past->timers);
    lanes_free(past->lanes);
    vec_free(&past->moments);
    vec_free(&past->outs);
    vec_free(&past->warns);
    vec_free(&past->tasks_made);
    vec_free(&past->tasks_done);
    mem_free(past->variable_slots);
    mem_free(past);
}

void past_keep(struct past *past) {
    history_keep(past->handles);
    history_keep(past->tasks);
    history_keep(past->frames);
    history_keep(past->variables);
    history_keep(past->timers);
}

void past_go(struct past *past, uint32_t epoch) {
    history_go(past->handles, epoch);
    history_go(past->tasks, epoch);
    history_go(past->frames, epoch);
    history_go(past->variables, epoch);
    history_go(past->timers, epoch);
}

size_t past_bytes(const struct past *past) {
    return pile_bytes(&past->handle_facts) + pile_bytes(&past->task_facts) +
           pile_bytes(&past->frame_facts) + history_bytes(past->handles) +
           history_bytes(past->tasks) + history_bytes(past->frames) +
           history_bytes(past->variables) + history_bytes(past->timers) + lanes_bytes(past->lanes) +
           past->moments.capacity * sizeof(struct moment) +
           (past->outs.capacity + past->warns.capacity) * sizeof(struct state_text) +
           (past->tasks_made.capacity + past->tasks_done.capacity) * sizeof(uint32_t) +
           past->variable_slot_count * sizeof(struct past_variable);
}

// The slot of (frame, name), or the empty one where it belongs.
static struct past_variable *find_slot(const struct past *past, uint32_t frame, uint32_t name) {
    size_t mask = past->variable_slot_count - 1;
    uint64_t hash = (frame | (uint64_t)name << 32) * 0x9E3779B97F4A7C15u;
    size_t i = (size_t)(hash >> 20) & mask;
    for (;; i = (i + 1) & mask) {
        struct past_variable *slot = &past->variable_slots[i];
        if (slot->number == 0 || (slot->frame == frame && slot->name == name)) {
            return slot;
        }
    }
}

static void grow_slots(struct past *past) {
    struct past_variable *old = past->variable_slots;
    size_t count = past->variable_slot_count;
    past->variable_slot_count = count * 2;
    past->variable_slots = mem_zalloc(past->variable_slot_count, sizeof *old);
    for (size_t i = 0; i < count; i++) {
        if (old[i].number != 0) {
            *find_slot(past, old[i].frame, old[i].name) = old[i];
        }
    }
    mem_free(old);
}

uint32_t past_variable(struct past *past, uint32_t frame, uint32_t name) {
    struct past_variable *slot = find_slot(past, frame, name);
    if (slot->number != 0) {
        return slot->number;
    }
    uint32_t number = ++past->variable_count;
    *slot = (struct past_variable){frame, name, number};
    if ((size_t)past->variable_count * 2 > past->variable_slot_count) {
        grow_slots(past);
    }
    return number;
}

const struct handle_fact *past_handle(const struct past *past, uint32_t id, uint64_t end) {
    if (!pile_has(&past->handle_facts, id)) {
        return &no_handle;
    }
    const struct handle_fact *fact = pile_at(&past->handle_facts, id);
    return fact->known && fact->born < end ? fact : &no_handle;
}

const struct task_fact *past_task(const struct past *past, uint32_t id, uint64_t end) {
    if (!pile_has(&past->task_facts, id)) {
        return &no_task;
    }
    const struct task_fact *fact = pile_at(&past->task_facts, id);
    return fact->known && fact->born < end ? fact : &no_task;
}

const struct frame_fact *past_frame(const struct past *past, uint32_t id, uint64_t end) {
    if (!pile_has(&past->frame_facts, id)) {
        return &no_frame;
    }
    const struct frame_fact *fact = pile_at(&past->frame_facts, id);
    return fact->known && fact->born < end ? fact : &no_frame;
}

bool past_text_is(const struct past *past, uint32_t id, const char *text, uint32_t *known) {
    if (id == *known || id == 0) {
        return id != 0;
    }
    char space[LOG_VALUE_SPACE];
    bool is = strcmp(log_text(past->log, id, space, NULL), text) == 0;
    *known = is ? id : *known;
    return is;
}
