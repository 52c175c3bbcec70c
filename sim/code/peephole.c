#include "code/peephole.h"

#include <string.h>

#include "code/flow.h"

// What a place in a rule matches besides one certain opcode.
enum {
    LOCAL = OP_COUNT + 1, // a LOAD_LOCAL that surely finds a value
};

#define LONGEST 4

// Where the operands of the fused step come from: step number * 4 + operand + 1; 0: none.
enum { A, B, C, SUB };
#define FROM(step, operand) ((step)*4 + (operand) + 1)

struct rule {
    uint8_t count; // of steps that are fused
    uint8_t ops[LONGEST];
    uint8_t fused;
    uint8_t a, b, c, sub; // FROM
    uint8_t raises;       // the step whose place is kept
};

// The first that matches wins, so longer ones come first.
static const struct rule rules[] = {
    {4,
     {LOCAL, LOCAL, OP_BINARY, OP_STORE_LOCAL},
     OP_BINARY_LOCALS_STORE,
     FROM(0, A),
     FROM(1, A),
     FROM(3, A),
     FROM(2, SUB),
     2},
    {4,
     {LOCAL, OP_LOAD_CONST, OP_BINARY, OP_STORE_LOCAL},
     OP_BINARY_CONST_STORE,
     FROM(0, A),
     FROM(1, A),
     FROM(3, A),
     FROM(2, SUB),
     2},
    {4,
     {LOCAL, LOCAL, OP_INPLACE, OP_STORE_LOCAL},
     OP_INPLACE_LOCALS_STORE,
     FROM(0, A),
     FROM(1, A),
     FROM(3, A),
     FROM(2, SUB),
     2},
    {4,
     {LOCAL, OP_LOAD_CONST, OP_INPLACE, OP_STORE_LOCAL},
     OP_INPLACE_CONST_STORE,
     FROM(0, A),
     FROM(1, A),
     FROM(3, A),
     FROM(2, SUB),
     2},
    {3, {LOCAL, LOCAL, OP_BINARY}, OP_BINARY_LOCALS, FROM(0, A), FROM(1, A), 0, FROM(2, SUB), 2},
    {3,
     {LOCAL, OP_LOAD_CONST, OP_BINARY},
     OP_BINARY_CONST,
     FROM(0, A),
     FROM(1, A),
     0,
     FROM(2, SUB),
     2},
    {3, {LOCAL, LOCAL, OP_LOAD_ITEM}, OP_LOAD_ITEM_LOCALS, FROM(0, A), FROM(1, A), 0, 0, 2},
    {2, {OP_BINARY, OP_STORE_LOCAL}, OP_BINARY_STORE, FROM(1, A), 0, 0, FROM(0, SUB), 0},
    {2, {OP_LOAD_ITEM, OP_STORE_LOCAL}, OP_LOAD_ITEM_STORE, FROM(1, A), 0, 0, 0, 0},
    {2, {LOCAL, OP_STORE_LOCAL}, OP_MOVE_LOCAL, FROM(0, A), FROM(1, A), 0, 0, 0},
    {2, {OP_LOAD_CONST, OP_STORE_LOCAL}, OP_STORE_CONST, FROM(0, A), FROM(1, A), 0, 0, 0},
    {2, {LOCAL, OP_LOAD_METHOD}, OP_LOAD_METHOD_LOCAL, FROM(1, A), FROM(0, A), 0, 0, 1},
    {2, {LOCAL, OP_LOAD_ATTR}, OP_LOAD_ATTR_LOCAL, FROM(1, A), FROM(0, A), 0, 0, 1},
    {2, {OP_LOAD_GLOBAL, OP_LOAD_ABSENT}, OP_LOAD_GLOBAL_ABSENT, FROM(0, A), 0, 0, 0, 0},
    {2, {LOCAL, OP_LOAD_ABSENT}, OP_LOAD_LOCAL_ABSENT, FROM(0, A), 0, 0, 0, 0},
    {2, {OP_COMPARE, OP_JUMP_IF_FALSE}, OP_COMPARE_JUMP_IF_FALSE, 0, 0, 0, FROM(0, SUB), 0},
    {2, {OP_COMPARE, OP_JUMP_IF_TRUE}, OP_COMPARE_JUMP_IF_TRUE, 0, 0, 0, FROM(0, SUB), 0},
    {2, {OP_FOR_ITER, OP_STORE_LOCAL}, OP_FOR_ITER_STORE, FROM(1, A), 0, 0, 0, 0},
    {2, {OP_CALL, OP_POP}, OP_CALL_POP, FROM(0, A), 0, 0, 0, 0},
    {2, {OP_LOAD_CONST, OP_RETURN}, OP_RETURN_CONST, FROM(0, A), 0, 0, 0, 1},
    {2, {LOCAL, LOCAL}, OP_LOAD_TWO, FROM(0, A), FROM(1, A), 0, 0, 0},
    {2, {LOCAL, OP_LOAD_CONST}, OP_LOAD_LOCAL_CONST, FROM(0, A), FROM(1, A), 0, 0, 0},
};

#define RULE_COUNT (sizeof rules / sizeof *rules)
#define PAIR_COUNT 2 // the last rules: fused only where nothing better begins at the second step

static bool op_matches(const struct step *step, unsigned op) {
    return op == LOCAL ? step->op == OP_LOAD_LOCAL && step->bound : step->op == op;
}

// Does any rule begin with such a step? Most steps are passed over by this.
static bool begins_rule(const struct step *step) {
    switch (step->op) {
    case OP_LOAD_LOCAL:
        return step->bound;
    case OP_LOAD_CONST:
    case OP_LOAD_GLOBAL:
    case OP_LOAD_ITEM:
    case OP_BINARY:
    case OP_COMPARE:
    case OP_FOR_ITER:
    case OP_CALL:
        return true;
    default:
        return false;
    }
}

static bool rule_matches(const struct unit *unit, const unsigned char *targets, size_t at,
                         const struct rule *rule) {
    const struct step *steps = &unit->steps.items[at];
    if (at + rule->count > unit->steps.count) {
        return false;
    }
    for (size_t i = 0; i < rule->count; i++) {
        bool apart = i > 0 && (targets[at + i] || steps[i].region != steps[0].region);
        if (apart || !op_matches(&steps[i], rule->ops[i])) {
            return false;
        }
    }
    return true;
}

static const struct rule *find_rule(const struct unit *unit, const unsigned char *targets,
                                    size_t at, size_t count) {
    if (at + 1 >= unit->steps.count || !begins_rule(&unit->steps.items[at])) {
        return NULL;
    }
    const struct step *next = &unit->steps.items[at + 1];
    for (size_t i = 0; i < count; i++) {
        if (op_matches(next, rules[i].ops[1]) && rule_matches(unit, targets, at, &rules[i])) {
            return &rules[i];
        }
    }
    return NULL;
}

static const struct rule *choose(const struct unit *unit, const unsigned char *targets, size_t at) {
    const struct rule *rule = find_rule(unit, targets, at, RULE_COUNT);
    bool pair = rule != NULL && rule >= rules + RULE_COUNT - PAIR_COUNT;
    if (pair && find_rule(unit, targets, at + 1, RULE_COUNT - PAIR_COUNT) != NULL) {
        return NULL;
    }
    return rule;
}

static unsigned operand(const struct step *steps, unsigned from) {
    if (from == 0) {
        return 0;
    }
    const struct step *step = &steps[(from - 1) / 4];
    switch ((from - 1) % 4) {
    case A:
        return step->a;
    case B:
        return step->b;
    case C:
        return step->c;
    default:
        return step->sub;
    }
}

static struct step fuse(const struct step *steps, const struct rule *rule) {
    struct step fused = {.op = rule->fused, .label = -1, .region = steps[0].region};
    fused.a = (uint16_t)operand(steps, rule->a);
    fused.b = (uint16_t)operand(steps, rule->b);
    fused.c = (uint16_t)operand(steps, rule->c);
    fused.sub = (uint8_t)operand(steps, rule->sub);
    fused.place = steps[rule->raises].place;
    for (size_t i = 0; i < rule->count; i++) {
        if (steps[i].label >= 0) {
            fused.label = steps[i].label;
        }
    }
    return fused;
}

// One byte for each step: does a jump or a handler go to it?
static unsigned char *find_targets(const struct unit *unit) {
    unsigned char *targets = mem_zalloc(unit->steps.count + 1, 1);
    for (size_t i = 0; i < unit->steps.count; i++) {
        if (unit->steps.items[i].label >= 0) {
            targets[flow_target(unit, unit->steps.items[i].label)] = 1;
        }
    }
    for (size_t i = 0; i < unit->regions.count; i++) {
        if (unit->regions.items[i].handler >= 0) {
            targets[flow_target(unit, unit->regions.items[i].handler)] = 1;
        }
    }
    return targets;
}

void peephole_fuse(struct unit *unit) {
    unsigned char *targets = find_targets(unit);
    uint32_t *moved = mem_zalloc(unit->steps.count + 1, sizeof *moved);
    struct steps fused = {0};
    for (size_t i = 0; i < unit->steps.count;) {
        const struct rule *rule = choose(unit, targets, i);
        size_t count = rule != NULL ? rule->count : 1;
        for (size_t j = 0; j < count; j++) {
            moved[i + j] = (uint32_t)fused.count;
        }
        struct step step = rule != NULL ? fuse(&unit->steps.items[i], rule) : unit->steps.items[i];
        *vec_push(&fused) = step;
        i += count;
    }
    moved[unit->steps.count] = (uint32_t)fused.count;
    unit_replace_steps(unit, fused, moved);
    mem_free(moved);
    mem_free(targets);
}
