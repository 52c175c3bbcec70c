#include "code/pools.h"

#include <string.h>

#include "base/vec.h"

static uint64_t mix(uint64_t hash, uint64_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15u;
    return hash ^ (hash >> 29);
}

static uint64_t hash_text(uint64_t hash, const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)bytes[i]) * 1099511628211u;
    }
    return mix(hash, length);
}

static uint64_t number_bits(double number) {
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

static uint64_t hash_constant(const struct constant *constant) {
    uint64_t hash = mix(1, constant->kind);
    switch (constant->kind) {
    case CONST_INT:
        return mix(hash, (uint64_t)constant->integer);
    case CONST_FLOAT:
        return mix(hash, number_bits(constant->number));
    case CONST_BIG_INT:
    case CONST_STR:
    case CONST_BYTES:
        return hash_text(hash, constant->text.bytes, constant->text.length);
    case CONST_TUPLE:
    case CONST_FROZENSET:
        for (size_t i = 0; i < constant->items.count; i++) {
            hash = mix(hash, hash_constant(&constant->items.items[i]));
        }
        return hash;
    case CONST_CODE:
        return mix(hash, (uintptr_t)constant->code);
    case CONST_NONE:
    case CONST_TRUE:
    case CONST_FALSE:
    case CONST_ELLIPSIS:
        break;
    }
    return hash;
}

static bool items_equal(const struct constant *a, const struct constant *b) {
    if (a->items.count != b->items.count) {
        return false;
    }
    for (size_t i = 0; i < a->items.count; i++) {
        if (!constant_equals(&a->items.items[i], &b->items.items[i])) {
            return false;
        }
    }
    return true;
}

bool constant_equals(const struct constant *a, const struct constant *b) {
    if (a->kind != b->kind) {
        return false;
    }
    switch (a->kind) {
    case CONST_INT:
        return a->integer == b->integer;
    case CONST_FLOAT:
        return number_bits(a->number) == number_bits(b->number);
    case CONST_BIG_INT:
    case CONST_STR:
    case CONST_BYTES:
        return a->text.length == b->text.length &&
               memcmp(a->text.bytes, b->text.bytes, a->text.length) == 0;
    case CONST_TUPLE:
    case CONST_FROZENSET:
        return items_equal(a, b);
    case CONST_CODE:
        return a->code == b->code;
    case CONST_NONE:
    case CONST_TRUE:
    case CONST_FALSE:
    case CONST_ELLIPSIS:
        break;
    }
    return true;
}

// Makes room, putting every number back in its place by [hash_of].
static void index_grow(struct pool_index *index, const struct pools *pools, size_t count,
                       uint64_t (*hash_of)(const struct pools *, size_t)) {
    mem_free(index->slots);
    index->capacity = index->capacity == 0 ? 16 : index->capacity * 2;
    index->slots = mem_zalloc(index->capacity, sizeof *index->slots);
    for (size_t i = 0; i < count; i++) {
        uint64_t at = hash_of(pools, i) & (index->capacity - 1);
        while (index->slots[at] != 0) {
            at = (at + 1) & (index->capacity - 1);
        }
        index->slots[at] = (uint32_t)i + 1;
    }
}

static uint64_t const_hash(const struct pools *pools, size_t i) {
    return hash_constant(&pools->consts.items[i]);
}

static uint64_t name_hash(const struct pools *pools, size_t i) {
    return mix(0, pools->names.items[i]->id);
}

uint32_t pools_const(struct pools *pools, const struct constant *constant) {
    struct pool_index *index = &pools->const_index;
    if (pools->consts.count * 2 >= index->capacity) {
        index_grow(index, pools, pools->consts.count, const_hash);
    }
    uint64_t at = hash_constant(constant) & (index->capacity - 1);
    for (; index->slots[at] != 0; at = (at + 1) & (index->capacity - 1)) {
        uint32_t number = index->slots[at] - 1;
        if (constant_equals(&pools->consts.items[number], constant)) {
            return number;
        }
    }
    *vec_push(&pools->consts) = *constant;
    index->slots[at] = (uint32_t)pools->consts.count;
    return index->slots[at] - 1;
}

uint32_t pools_name(struct pools *pools, const struct name *name) {
    struct pool_index *index = &pools->name_index;
    if (pools->names.count * 2 >= index->capacity) {
        index_grow(index, pools, pools->names.count, name_hash);
    }
    uint64_t at = mix(0, name->id) & (index->capacity - 1);
    for (; index->slots[at] != 0; at = (at + 1) & (index->capacity - 1)) {
        uint32_t number = index->slots[at] - 1;
        if (pools->names.items[number] == name) {
            return number;
        }
    }
    *vec_push(&pools->names) = name;
    index->slots[at] = (uint32_t)pools->names.count;
    return index->slots[at] - 1;
}

void pools_free(struct pools *pools) {
    vec_free(&pools->consts);
    vec_free(&pools->names);
    mem_free(pools->const_index.slots);
    mem_free(pools->name_index.slots);
}
