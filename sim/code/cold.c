#include "code/cold.h"

#include "code/effects.h"
#include "code/flow.h"

static bool falls_through(const struct step *step) {
    return step->op == STEP_GUARD || !opcode_ends_block(step->op);
}

// Appends the steps whose mark in [warm] is [wanted].
static void append(struct unit *unit, const unsigned char *warm, unsigned char wanted,
                   struct steps *steps, uint32_t *moved) {
    for (size_t i = 0; i < unit->steps.count; i++) {
        const struct step step = unit->steps.items[i];
        if (warm[i] != wanted) {
            continue;
        }
        moved[i] = (uint32_t)steps->count;
        *vec_push(steps) = step;
        bool parted = i + 1 < unit->steps.count && warm[i + 1] != wanted;
        if (parted && falls_through(&step)) {
            int label = unit_label(unit);
            unit->labels.items[label] = (int)i + 1;
            *vec_push(steps) = (struct step){.op = OP_JUMP, .label = label, .region = step.region};
        }
    }
}

void cold_move(struct unit *unit) {
    unsigned char *warm = mem_zalloc(unit->steps.count + 1, 1);
    uint32_t *moved = mem_zalloc(unit->steps.count + 1, sizeof *moved);
    struct steps steps = {0};
    flow_reach(unit, warm, false);
    append(unit, warm, 1, &steps, moved);
    append(unit, warm, 0, &steps, moved);
    moved[unit->steps.count] = (uint32_t)steps.count;
    unit_replace_steps(unit, steps, moved);
    mem_free(warm);
    mem_free(moved);
}
