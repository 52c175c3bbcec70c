// How: the levels of the tree are counted from the leaves, which are level 0. In an inner node,
// the key of the first item counts as less than any other, so it need not be kept up to date. On
// the way down to where a timer is added, every full node is split, so a split never has to go up
// again. A node is taken away when it is empty; nodes are not merged, since timers leave at one end
// anyway.
#include "trace/deadlines.h"

#include <string.h>

#include "trace/past.h"

#define LEVELS_MOST 32 // a split needs several below it: 7 ** 32 timers are out of reach

static const struct deadlines_node *read(const struct state *state, uint32_t node) {
    return history_read(state->past->timers, node);
}

static struct deadlines_node *edit(struct state *state, uint32_t node) {
    return history_edit(state->past->timers, node);
}

static bool is_before(const struct deadline *a, const struct deadline *b) {
    return a->when != b->when ? a->when < b->when : a->born < b->born;
}

// The number of the first item of [node] that comes after [timer].
static uint32_t first_after(const struct deadlines_node *node, const struct deadline *timer) {
    uint32_t i = 0;
    while (i < node->count && !is_before(timer, &node->items[i])) {
        i++;
    }
    return i;
}

// The number of the item of an inner node under which [timer] belongs.
static uint32_t way_to(const struct deadlines_node *node, const struct deadline *timer) {
    uint32_t after = 1;
    while (after < node->count && !is_before(timer, &node->items[after])) {
        after++;
    }
    return after - 1;
}

static void insert(struct deadlines_node *node, uint32_t at, const struct deadline *item) {
    memmove(&node->items[at + 1], &node->items[at], (node->count - at) * sizeof *item);
    node->items[at] = *item;
    node->count++;
}

static void take(struct deadlines_node *node, uint32_t at) {
    node->count--;
    memmove(&node->items[at], &node->items[at + 1], (node->count - at) * sizeof *node->items);
}

// Splits the full node under item [at] of [above]. Where timers come in ascending order, the left
// one stays nearly full.
static void split(struct state *state, uint32_t above, uint32_t at, const struct deadline *timer) {
    uint32_t id = ++state->timer_nodes;
    struct deadlines_node *parent = edit(state, above), *right = edit(state, id);
    struct deadlines_node *left = edit(state, parent->items[at].id);
    bool at_end = !is_before(timer, &left->items[left->count - 1]);
    uint32_t kept = at_end ? left->count - 1 : left->count / 2;
    right->count = left->count - kept;
    memcpy(right->items, left->items + kept, right->count * sizeof *right->items);
    left->count = kept;
    struct deadline item = right->items[0];
    item.id = id;
    insert(parent, at + 1, &item);
}

// Puts a new root over the old one if that is full, or where there is none.
static void make_room(struct state *state) {
    if (state->timers != 0 && read(state, state->timers)->count < DEADLINES_WIDTH) {
        return;
    }
    struct deadline item = {.id = state->timers};
    bool is_first = state->timers == 0;
    state->timers = ++state->timer_nodes;
    state->timer_levels += !is_first;
    if (!is_first) {
        insert(edit(state, state->timers), 0, &item);
    }
}

void deadlines_add(struct state *state, const struct deadline *timer) {
    make_room(state);
    uint32_t node = state->timers;
    for (uint32_t level = state->timer_levels; level > 0; level--) {
        uint32_t way = way_to(read(state, node), timer);
        if (read(state, read(state, node)->items[way].id)->count == DEADLINES_WIDTH) {
            split(state, node, way, timer);
            way = way_to(read(state, node), timer);
        }
        node = read(state, node)->items[way].id;
    }
    insert(edit(state, node), first_after(read(state, node), timer), timer);
}

// Takes away item [ways][level] of node [nodes][level], and the nodes that are empty then.
static void prune(struct state *state, const uint32_t *nodes, const uint32_t *ways) {
    for (uint32_t level = 0; level <= state->timer_levels; level++) {
        take(edit(state, nodes[level]), ways[level]);
        if (read(state, nodes[level])->count > 0) {
            return;
        }
    }
    state->timers = 0; // The root is empty, too.
    state->timer_levels = 0;
}

void deadlines_remove(struct state *state, const struct deadline *timer) {
    uint32_t nodes[LEVELS_MOST], ways[LEVELS_MOST];
    uint32_t node = state->timers;
    if (node == 0) {
        return;
    }
    for (uint32_t level = state->timer_levels; level > 0; level--) {
        nodes[level] = node;
        ways[level] = way_to(read(state, node), timer);
        node = read(state, node)->items[ways[level]].id;
    }
    uint32_t after = first_after(read(state, node), timer);
    if (after > 0 && read(state, node)->items[after - 1].id == timer->id) {
        nodes[0] = node;
        ways[0] = after - 1;
        prune(state, nodes, ways);
    }
}

bool deadlines_next(const struct state *state, const struct deadline *timer,
                    struct deadline *next) {
    static const struct deadline least = {.when = INT64_MIN};
    timer = timer == NULL ? &least : timer;
    // The next one is in the leaf to which the way leads, or first in the nearest node to the
    // right.
    uint32_t node = state->timers, right = 0, right_level = 0;
    if (node == 0) {
        return false;
    }
    for (uint32_t level = state->timer_levels; level > 0; level--) {
        const struct deadlines_node *inner = read(state, node);
        uint32_t way = way_to(inner, timer);
        if (way + 1 < inner->count) {
            right = inner->items[way + 1].id;
            right_level = level - 1;
        }
        node = inner->items[way].id;
    }
    const struct deadlines_node *leaf = read(state, node);
    uint32_t after = first_after(leaf, timer);
    if (after == leaf->count && right == 0) {
        return false;
    }
    if (after == leaf->count) {
        for (; right_level > 0; right_level--) {
            right = read(state, right)->items[0].id;
        }
        leaf = read(state, right);
        after = 0;
    }
    *next = leaf->items[after];
    return true;
}
