#include "code/bound.h"

#include "code/effects.h"
#include "code/flow.h"

// A set of slots, one bit each.
typedef uint64_t slots;

// The walk to a fixed point: sets only shrink.
struct walk {
    struct unit *unit;
    slots *before; // slots surely bound before each step
    bool changed;
};

static slots bit(unsigned slot) {
    return slot < 64 ? (slots)1 << slot : 0;
}

static slots parameters(const struct unit *unit) {
    const struct code *code = unit->code;
    unsigned count = code->positional + code->keyword_only + ((code->flags & CODE_VARARGS) != 0) +
                     ((code->flags & CODE_VARKEYWORDS) != 0);
    return count >= 64 ? ~(slots)0 : ((slots)1 << count) - 1;
}

static void meet(struct walk *walk, size_t step, slots bound) {
    if (step < walk->unit->steps.count && (walk->before[step] & ~bound) != 0) {
        walk->before[step] &= bound;
        walk->changed = true;
    }
}

// The slots bound after step [i].
static slots after(const struct walk *walk, size_t i) {
    const struct step *step = &walk->unit->steps.items[i];
    slots bound = walk->before[i];
    bool absent = i > 0 && walk->unit->steps.items[i - 1].op == OP_LOAD_ABSENT;
    if (step->op == OP_DELETE_LOCAL || (step->op == OP_STORE_LOCAL_RAW && absent)) {
        return bound & ~bit(step->a);
    }
    if (step->op == OP_STORE_LOCAL || step->op == OP_STORE_LOCAL_RAW || step->op == OP_LOAD_LOCAL) {
        return bound | bit(step->a);
    }
    return bound;
}

static void spread(struct walk *walk) {
    const struct unit *unit = walk->unit;
    for (size_t i = 0; i < unit->steps.count; i++) {
        const struct step *step = &unit->steps.items[i];
        slots bound = after(walk, i);
        if (step->label >= 0) {
            meet(walk, flow_target(unit, step->label), bound);
        }
        if (step->region >= 0) {
            size_t handler = flow_target(unit, unit->regions.items[step->region].handler);
            meet(walk, handler, walk->before[i] & bound);
        }
        if (!opcode_ends_block(step->op)) {
            meet(walk, i + 1, bound);
        }
    }
}

void bound_find(struct unit *unit) {
    struct walk walk = {.unit = unit};
    walk.before = mem_alloc((unit->steps.count + 1) * sizeof *walk.before);
    for (size_t i = 0; i < unit->steps.count; i++) {
        walk.before[i] = ~(slots)0;
    }
    meet(&walk, 0, parameters(unit));
    do {
        walk.changed = false;
        spread(&walk);
    } while (walk.changed);
    for (size_t i = 0; i < unit->steps.count; i++) {
        struct step *step = &unit->steps.items[i];
        step->bound = step->op == OP_LOAD_LOCAL && (walk.before[i] & bit(step->a)) != 0;
    }
    mem_free(walk.before);
}
