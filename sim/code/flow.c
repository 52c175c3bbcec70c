#include "code/flow.h"

#include <string.h>

#include "code/cold.h"
#include "code/effects.h"

#define LONGEST_CHAIN 64 // jumps to jumps that are followed

size_t flow_target(const struct unit *unit, int label) {
    return (size_t)unit->labels.items[label];
}

void flow_remove(struct unit *unit, const unsigned char *drop) {
    struct steps kept = {0};
    uint32_t *moved = mem_zalloc(unit->steps.count + 1, sizeof *moved);
    for (size_t i = 0; i < unit->steps.count; i++) {
        moved[i] = (uint32_t)kept.count;
        if (!drop[i]) {
            *vec_push(&kept) = unit->steps.items[i];
        }
    }
    moved[unit->steps.count] = (uint32_t)kept.count;
    unit_replace_steps(unit, kept, moved);
    mem_free(moved);
}

static bool is_jump(const struct step *step) {
    return step->op != STEP_GUARD && opcode_is_jump(step->op);
}

// A jump that says nothing about lines: it is on none, or on that of the jump to it.
static bool is_silent_jump(const struct step *target, const struct step *from) {
    return target->line == 0 || target->line == from->line;
}

// None, then RETURN, both on no line: the end of most functions.
static bool is_silent_return(const struct unit *unit, size_t at) {
    return at + 1 < unit->steps.count && unit->steps.items[at].op == OP_LOAD_CONST &&
           unit->steps.items[at].line == 0 && unit->steps.items[at + 1].op == OP_RETURN &&
           unit->steps.items[at + 1].line == 0;
}

// As in CPython, a conditional jump takes over the line of the jump that it goes to, even when it
// does not jump.
static void thread_jump(struct unit *unit, struct step *step) {
    for (int i = 0; i < LONGEST_CHAIN; i++) {
        const struct step *target = &unit->steps.items[flow_target(unit, step->label)];
        bool conditional = step->op != OP_JUMP && step->op != OP_FOR_ITER;
        if (target->op != OP_JUMP || target->label == step->label ||
            (!conditional && !is_silent_jump(target, step))) {
            return;
        }
        if (target->line != 0) {
            step->line = target->line;
        }
        step->label = target->label;
    }
}

static void thread_jumps(struct unit *unit) {
    for (size_t i = 0; i < unit->steps.count; i++) {
        struct step *step = &unit->steps.items[i];
        if (is_jump(step)) {
            thread_jump(unit, step);
        }
        if (step->op == OP_JUMP && is_silent_return(unit, flow_target(unit, step->label))) {
            step->op = OP_RETURN_CONST;
            step->a = unit->steps.items[flow_target(unit, step->label)].a;
            step->label = -1;
        }
    }
}

static bool can_raise(const struct step *step) {
    return step->op != OP_NOP && step->op != OP_JUMP && step->op != STEP_GUARD;
}

void flow_reach(const struct unit *unit, unsigned char *reached, bool handlers) {
    struct {
        size_t *items;
        size_t count, capacity;
    } todo = {0};
    *vec_push(&todo) = 0;
    while (todo.count > 0) {
        for (size_t i = vec_pop(&todo); i < unit->steps.count && !reached[i]; i++) {
            const struct step *step = &unit->steps.items[i];
            reached[i] = 1;
            if (step->label >= 0 && step->op != STEP_GUARD) {
                *vec_push(&todo) = flow_target(unit, step->label);
            }
            if (handlers && step->region >= 0 && can_raise(step)) {
                *vec_push(&todo) = flow_target(unit, unit->regions.items[step->region].handler);
            }
            if (step->op != STEP_GUARD && opcode_ends_block(step->op)) {
                break;
            }
        }
    }
    vec_free(&todo);
}

// Forgets the regions whose handler is never reached; their steps are guarded by nothing then.
static void forget_regions(struct unit *unit, const unsigned char *reached) {
    for (size_t i = 0; i < unit->regions.count; i++) {
        struct region *region = &unit->regions.items[i];
        if (!reached[flow_target(unit, region->handler)]) {
            region->handler = -1;
        }
    }
    for (size_t i = 0; i < unit->steps.count; i++) {
        struct step *step = &unit->steps.items[i];
        if (step->region >= 0 && unit->regions.items[step->region].handler < 0) {
            step->region = -1;
        }
    }
}

static void remove_unreached(struct unit *unit) {
    unsigned char *drop = mem_zalloc(unit->steps.count + 1, 1);
    flow_reach(unit, drop, true);
    forget_regions(unit, drop);
    for (size_t i = 0; i < unit->steps.count; i++) {
        const struct step *step = &unit->steps.items[i];
        bool unused = step->op == STEP_GUARD && unit->regions.items[step->a].handler < 0;
        drop[i] = !drop[i] || unused;
    }
    flow_remove(unit, drop);
    mem_free(drop);
}

// A jump to the step after it only says on which line it is.
static void drop_empty_jumps(struct unit *unit) {
    for (size_t i = 0; i < unit->steps.count; i++) {
        struct step *step = &unit->steps.items[i];
        if (step->op == OP_JUMP && flow_target(unit, step->label) == i + 1) {
            step->op = OP_NOP;
            step->label = -1;
        }
    }
}

void flow_simplify(struct unit *unit) {
    thread_jumps(unit);
    remove_unreached(unit);
    cold_move(unit);
    drop_empty_jumps(unit);
}
