// The constants and names of a code object while it is being made: equal ones are kept once.
#ifndef CODE_POOLS_H
#define CODE_POOLS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/names.h"
#include "code/code.h"

#define POOLS_MOST 65535 // constants or names of one code object

struct pool_index {
    uint32_t *slots; // number + 1, 0: empty; open addressing
    uint32_t capacity;
};

struct pools {
    struct {
        struct constant *items;
        size_t count, capacity;
    } consts;
    struct {
        const struct name **items;
        size_t count, capacity;
    } names;
    struct pool_index const_index, name_index;
};

// Return the number of the constant or name, added if it is new. Items and texts are not copied.
// Beyond POOLS_MOST the number does not fit an operand: callers check [count].
uint32_t pools_const(struct pools *pools, const struct constant *constant);
uint32_t pools_name(struct pools *pools, const struct name *name);

// Are they the same constant: of one type and value, 0.0 and -0.0 apart?
bool constant_equals(const struct constant *a, const struct constant *b);

void pools_free(struct pools *pools);

#endif
