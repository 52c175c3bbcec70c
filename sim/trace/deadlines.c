#include "trace/deadlines.h"

#include <assert.h>

#include "trace/past.h"

enum side { LEFT, RIGHT };

// A place in the tree that holds a handle: a side of the handle [above], or the root if that is 0.
struct link {
    uint32_t above;
    enum side side;
};

static uint32_t get(const struct state *state, struct link link) {
    if (link.above == 0) {
        return state->timers;
    }
    const struct handle_now *above = history_read(state->past->handles, link.above);
    return link.side == LEFT ? above->left : above->right;
}

// Writes only where something changes: an edit is what costs.
static void set(struct state *state, struct link link, uint32_t handle) {
    if (get(state, link) == handle) {
        return;
    }
    if (link.above == 0) {
        state->timers = handle;
        return;
    }
    struct handle_now *above = history_edit(state->past->handles, link.above);
    *(link.side == LEFT ? &above->left : &above->right) = handle;
}

static uint32_t rank(uint32_t handle) {
    uint32_t x = handle * 0x9E3779B1u;
    x = (x ^ x >> 15) * 0x85EBCA77u;
    return x ^ x >> 13;
}

static bool ranks_above(uint32_t a, uint32_t b) {
    return rank(a) != rank(b) ? rank(a) > rank(b) : a > b;
}

static bool is_before(const struct state *state, uint32_t a, uint32_t b) {
    const struct handle_fact *x = past_handle(state->past, a, state->position + 1),
                             *y = past_handle(state->past, b, state->position + 1);
    return x->when != y->when ? x->when < y->when : x->born < y->born;
}

void deadlines_add(struct state *state, uint32_t handle) {
    struct link link = {0};
    uint32_t under = state->timers;
    while (under != 0 && ranks_above(under, handle)) {
        link = (struct link){under, is_before(state, handle, under) ? LEFT : RIGHT};
        under = get(state, link);
    }
    set(state, link, handle);
    // What stood here is split into what comes before the new one and what comes after it.
    struct link before = {handle, LEFT}, after = {handle, RIGHT};
    while (under != 0) {
        struct link *goes = is_before(state, under, handle) ? &before : &after;
        set(state, *goes, under);
        *goes = (struct link){under, goes == &before ? RIGHT : LEFT};
        under = get(state, *goes);
    }
    set(state, before, 0);
    set(state, after, 0);
}

void deadlines_remove(struct state *state, uint32_t handle) {
    struct link link = {0};
    for (uint32_t at = state->timers; at != handle; at = get(state, link)) {
        assert(at != 0 && "the timer is in the tree");
        link = (struct link){at, is_before(state, handle, at) ? LEFT : RIGHT};
    }
    uint32_t left = get(state, (struct link){handle, LEFT});
    uint32_t right = get(state, (struct link){handle, RIGHT});
    while (left != 0 && right != 0) {
        enum side side = ranks_above(left, right) ? RIGHT : LEFT;
        uint32_t upper = side == RIGHT ? left : right;
        set(state, link, upper);
        link = (struct link){upper, side};
        *(side == RIGHT ? &left : &right) = get(state, link);
    }
    set(state, link, left != 0 ? left : right);
}

uint32_t deadlines_next(const struct state *state, uint32_t handle) {
    uint32_t found = 0;
    for (uint32_t at = state->timers; at != 0;) {
        bool is_later = handle == 0 || is_before(state, handle, at);
        found = is_later ? at : found;
        at = get(state, (struct link){at, is_later ? LEFT : RIGHT});
    }
    return found;
}
