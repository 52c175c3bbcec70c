// A state as text, all that can be asked of it, so that two states can be compared.
#ifndef TESTS_TRACE_STATE_TEXT_H
#define TESTS_TRACE_STATE_TEXT_H

#include <inttypes.h>

#include "base/buf.h"
#include "trace/state.h"

#define STATE_TEXT_MOST 24 // of each list

static inline void state_text_tasks(struct buf *out, const struct state *state, uint32_t ids) {
    for (uint32_t id = 0; id < ids; id++) {
        struct state_task task;
        uint32_t others[STATE_TEXT_MOST];
        if (!state_task(state, id, &task)) {
            continue;
        }
        buf_printf(out, "task %u: name %u on %u life %d handle %u timer %u frame %u value %" PRIu64,
                   id, task.name, task.on, (int)task.life, task.handle, task.timer, task.frame,
                   task.value);
        size_t count = state_waiters(state, id, others, STATE_TEXT_MOST);
        for (size_t i = 0; i < count; i++) {
            buf_printf(out, " awaited by %u", others[i]);
        }
        uint64_t edges[4] = {0, state->position / 2, state->position, state->position + 10};
        state_lane_cell cells[3];
        state_lane(state, id, edges, 3, cells);
        buf_printf(out, " lane %x %x %x\n", cells[0], cells[1], cells[2]);
    }
}

static inline void state_text_stack(struct buf *out, const struct state *state, uint32_t task) {
    uint32_t frames[STATE_TEXT_MOST];
    size_t count = state_stack(state, task, frames, STATE_TEXT_MOST);
    for (size_t i = 0; i < count; i++) {
        struct state_frame frame;
        struct state_variable variables[STATE_TEXT_MOST];
        state_frame(state, frames[i], &frame);
        buf_printf(out, "frame %u of %u: line %u under %u ended %d", frames[i], task, frame.line,
                   frame.under, frame.ended);
        size_t found = state_variables(state, frames[i], 0, variables, STATE_TEXT_MOST);
        for (size_t j = 0; j < found; j++) {
            buf_printf(out, " %u=%" PRIu64 "@%" PRIu64, variables[j].name, variables[j].value,
                       variables[j].changed);
        }
        buf_putc(out, '\n');
    }
}

// Appends what [state] says; of tasks, handles and stacks the first [ids].
static inline void state_text(struct buf *out, const struct state *state, uint32_t ids) {
    buf_printf(out, "at %" PRIu64 " tick %" PRIu64 " time %" PRId64, state->position, state->tick,
               state->time);
    buf_printf(out, " runs %u %u %u out %u warn %u end %d\n", state->handle, state->task,
               state->frame, state->out, state->warn, state->ended ? state->end : -1);
    for (int list = 0; list < STATE_LIST_COUNT; list++) {
        uint32_t found[STATE_TEXT_MOST];
        size_t count = state_list(state, (enum state_list)list, 0, found, STATE_TEXT_MOST);
        buf_printf(out, "list %d of %u:", list, state->counts[list]);
        for (size_t i = 0; i < count; i++) {
            buf_printf(out, " %u", found[i]);
        }
        buf_putc(out, '\n');
    }
    state_text_tasks(out, state, ids);
    for (uint32_t id = 0; id < ids; id++) {
        struct state_handle handle;
        if (state_handle(state, id, &handle)) {
            buf_printf(out, "handle %u: %d\n", id, (int)handle.life);
        }
        state_text_stack(out, state, id);
    }
}

#endif
