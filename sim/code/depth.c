#include "code/depth.h"

#include <assert.h>

#include "code/effects.h"
#include "code/flow.h"

// The walk: from each step whose depth is known on to those that can come after it.
struct walk {
    struct unit *unit;
    int *depths; // before each step; -1 while unknown
    struct {
        size_t *items;
        size_t count, capacity;
    } todo;
};

static void reach(struct walk *walk, size_t step, int depth) {
    if (step < walk->unit->steps.count && walk->depths[step] < 0) {
        walk->depths[step] = depth;
        *vec_push(&walk->todo) = step;
    }
    assert((step >= walk->unit->steps.count || walk->depths[step] == depth) &&
           "every way to a step finds the same depth");
}

static void note_size(struct walk *walk, int depth) {
    if (depth > walk->unit->stack_size) {
        walk->unit->stack_size = depth;
    }
}

// The handler finds two values more than are kept: the exception handled before, and the new one.
static void guard(struct walk *walk, const struct step *step, int depth) {
    struct region *region = &walk->unit->regions.items[step->a];
    region->depth = depth - step->b;
    note_size(walk, region->depth + 2);
    reach(walk, flow_target(walk->unit, region->handler), region->depth + 2);
}

// Follows one step; returns the depth after it, or -1 if nothing comes after it.
static int follow(struct walk *walk, const struct step *step, int depth) {
    if (step->op == STEP_GUARD) {
        guard(walk, step, depth);
        return depth;
    }
    struct effect effect = effect_of(step->op, step->sub, step->a, step->b, false);
    assert(depth >= effect.needs && "an instruction finds the values that it takes");
    if (step->label >= 0) {
        struct effect jump = effect_of(step->op, step->sub, step->a, step->b, true);
        int after = depth - jump.pops + jump.pushes;
        note_size(walk, after);
        reach(walk, flow_target(walk->unit, step->label), after);
    }
    int after = depth - effect.pops + effect.pushes;
    note_size(walk, after);
    return opcode_ends_block(step->op) ? -1 : after;
}

static void remove_guards(struct unit *unit) {
    unsigned char *drop = mem_zalloc(unit->steps.count + 1, 1);
    for (size_t i = 0; i < unit->steps.count; i++) {
        drop[i] = unit->steps.items[i].op == STEP_GUARD;
    }
    flow_remove(unit, drop);
    mem_free(drop);
}

void depth_measure(struct unit *unit) {
    struct walk walk = {.unit = unit};
    walk.depths = mem_alloc((unit->steps.count + 1) * sizeof *walk.depths);
    for (size_t i = 0; i < unit->steps.count; i++) {
        walk.depths[i] = -1;
    }
    reach(&walk, 0, 0);
    while (walk.todo.count > 0) {
        size_t i = vec_pop(&walk.todo);
        int depth = follow(&walk, &unit->steps.items[i], walk.depths[i]);
        if (depth >= 0) {
            reach(&walk, i + 1, depth);
        }
    }
    vec_free(&walk.todo);
    mem_free(walk.depths);
    remove_guards(unit);
}
