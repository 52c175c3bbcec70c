#include "loop/asyncgens.h"

#include "base/vec.h"
#include "loop/state.h"
#include "vm/list.h"

void asyncgens_add(struct sim *sim, struct loop *loop, struct object *generator) {
    *vec_push(&sim->asyncgens) = (struct asyncgens_entry){loop, generator};
}

void asyncgens_discard(struct sim *sim, struct object *generator) {
    struct asyncgens *all = &sim->asyncgens;
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++) {
        if (all->items[i].generator != generator) {
            all->items[kept++] = all->items[i];
        }
    }
    all->count = kept;
}

struct value asyncgens_take(struct sim *sim, struct loop *loop) {
    struct asyncgens *all = &sim->asyncgens;
    struct value list = list_new(sim->vm, NULL, 0);
    size_t kept = 0;
    for (size_t i = 0; i < all->count; i++) {
        if (all->items[i].loop != loop) {
            all->items[kept++] = all->items[i];
        } else if (!value_is_error(list) &&
                   !list_append(sim->vm, list_of(list), value_object(all->items[i].generator))) {
            value_drop(sim->vm, list);
            list = VALUE_ERROR;
        }
    }
    all->count = kept;
    return list;
}
