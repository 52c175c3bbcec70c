#include "code/unit.h"

struct unit *unit_new(struct unit *around, struct scope *scope) {
    struct unit *unit = mem_zalloc(1, sizeof *unit);
    unit->around = around;
    unit->scope = scope;
    unit->scope_now = scope;
    unit->region = -1;
    return unit;
}

void unit_free(struct unit *unit) {
    if (unit == NULL) {
        return;
    }
    vec_free(&unit->steps);
    vec_free(&unit->labels);
    vec_free(&unit->regions);
    vec_free(&unit->blocks);
    vec_free(&unit->attributes);
    pools_free(&unit->pools);
    mem_free(unit);
}

int unit_label(struct unit *unit) {
    *vec_push(&unit->labels) = -1;
    return (int)unit->labels.count - 1;
}

void unit_replace_steps(struct unit *unit, struct steps steps, const uint32_t *moved) {
    for (size_t i = 0; i < unit->labels.count; i++) {
        if (unit->labels.items[i] >= 0) {
            unit->labels.items[i] = (int)moved[unit->labels.items[i]];
        }
    }
    vec_free(&unit->steps);
    unit->steps = steps;
}
