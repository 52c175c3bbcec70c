// What happens to frames: the stack of each task, and the variables of each frame.
//
// A stack is a chain of frames by [under], from the innermost outwards. A frame is [on] at most one
// stack, so chains never meet and never close to a circle. Coroutines keep their stack while their
// task is suspended. A generator that yields says nothing: that it left the stack shows when a
// frame further out goes on, and that it is back when a line of it runs.
#include "trace/state_apply.h"

static struct frame_now *edit(struct state *state, uint32_t frame) {
    return history_edit(state->past->frames, frame);
}

// Where the innermost frame of a stack is held; task 0 is the code outside all tasks.
static uint32_t *top_of(struct state *state, uint32_t task) {
    if (task == 0) {
        return &state->outside;
    }
    return &((struct task_now *)history_edit(state->past->tasks, task))->frame;
}

static void push(struct state *state, uint32_t task, uint32_t frame) {
    uint32_t *top = top_of(state, task);
    struct frame_now *now = edit(state, frame);
    now->under = *top;
    now->stack = task;
    now->on = true;
    *top = frame;
}

static void pop(struct state *state, uint32_t *top) {
    struct frame_now *now = edit(state, *top);
    *top = now->under;
    now->on = false;
    now->under = 0;
}

// Takes all frames inside of [frame], which must be on a stack, off that stack. Each was put there
// by an event of its own, so this does not add up.
static void pop_down_to(struct state *state, uint32_t frame) {
    uint32_t *top = top_of(state, edit(state, frame)->stack);
    while (*top != frame) {
        pop(state, top);
    }
}

// Takes [frame], and all inside of it, off its stack; returns what is innermost there then.
static uint32_t take_off(struct state *state, uint32_t frame) {
    pop_down_to(state, frame);
    uint32_t *top = top_of(state, edit(state, frame)->stack);
    pop(state, top);
    return *top;
}

// Makes [frame] the innermost of its stack, or of the running one if it is on none.
static void enter(struct state *state, uint32_t frame) {
    if (edit(state, frame)->on) {
        pop_down_to(state, frame);
    } else {
        push(state, state->task, frame);
    }
    state->frame = frame;
}

void state_apply_call(struct state *state, const struct event *event) {
    struct frame_fact *fact = pile_reach(&state->past->frame_facts, event->id);
    if (fact->known && fact->born != state->position) {
        return;
    }
    *fact = (struct frame_fact){
        .func = event->text,
        .first = event->line,
        .task = event->task,
        .caller = event->other,
        .born = (uint32_t)state->position,
        .file = (uint16_t)event->file,
        .known = true,
    };
    if (edit(state, event->id)->on) {
        take_off(state, event->id); // Lines came before the call, which no producer does.
    }
    uint32_t task = event->task != 0 ? event->task : state->task;
    const struct frame_now *caller = history_read(state->past->frames, event->other);
    if (event->other != 0 && caller->on && caller->stack == task) {
        pop_down_to(state, event->other);
    }
    push(state, task, event->id);
    edit(state, event->id)->line = event->line;
    state->frame = event->id;
}

void state_apply_line(struct state *state, const struct event *event) {
    struct frame_now *now = edit(state, event->id);
    now->line = event->line;
    if (state->frame != event->id || !now->on) {
        enter(state, event->id);
    }
}

void state_apply_set(struct state *state, const struct event *event) {
    struct history *variables = state->past->variables;
    uint32_t number = past_variable(state->past, event->id, event->name);
    struct variable_now *now = history_edit(variables, number);
    if (now->value_kind == EVENT_VALUE_ABSENT) {
        struct frame_now *frame = edit(state, event->id);
        if (frame->last != 0) {
            ((struct variable_now *)history_edit(variables, frame->last))->next = number;
        } else {
            frame->first = number;
        }
        frame->last = number;
        now->name = event->name;
    }
    now->value_kind = event->value_kind;
    now->value = event->value;
    now->changed = (uint32_t)state->position;
}

void state_apply_leave(struct state *state, const struct event *event) {
    struct frame_now *now = edit(state, event->id);
    now->ended = true;
    if (now->on) {
        state->frame = take_off(state, event->id);
    }
}
