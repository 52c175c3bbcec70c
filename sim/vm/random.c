#include "vm/random.h"

#include <math.h>

#include "base/mem.h"
#include "vm/big.h"
#include "vm/builtin.h"
#include "vm/bytes.h"
#include "vm/dict.h"
#include "vm/float.h"
#include "vm/heap.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/vm.h"

#define RANDOM_RANGE (INT64_C(1) << 53) // random() gives multiples of its inverse

// Where the methods of an instance draw from.
enum source {
    SOURCE_GENERATOR, // our own generator
    SOURCE_BITS,      // the getrandbits of a class of the program's
    SOURCE_RANDOM,    // its random
};

static bool defines(struct vm *vm, const struct type *type, const char *name) {
    return !value_is_absent(dict_get_name(vm, type->attributes, name));
}

// As CPython decides it: the nearest class that has one of the two, getrandbits before random.
static enum source source_of_integers(struct vm *vm, struct value self) {
    const struct type *type = value_to_object(self)->type;
    for (; (type->flags & TYPE_HEAP) != 0; type = type->base) {
        if (defines(vm, type, "getrandbits")) {
            return SOURCE_BITS;
        }
        if (defines(vm, type, "random")) {
            return SOURCE_RANDOM;
        }
    }
    return SOURCE_GENERATOR;
}

static bool replaces_random(struct vm *vm, struct value self) {
    const struct type *type = value_to_object(self)->type;
    for (; (type->flags & TYPE_HEAP) != 0; type = type->base) {
        if (defines(vm, type, "random")) {
            return true;
        }
    }
    return false;
}

bool random_next(struct vm *vm, struct value self, double *out) {
    if (!replaces_random(vm, self)) {
        *out = mersenne_double(&random_of(self)->generator);
        return true;
    }
    struct value number = vm_call_method(vm, self, "random", NULL, 0);
    if (value_is_error(number)) {
        return false;
    }
    bool fine = float_from_real(vm, number, out);
    value_drop(vm, number);
    return fine;
}

struct value random_random(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "Random.random", 0, 0)) {
        return VALUE_ERROR;
    }
    return value_float(mersenne_double(&random_of(self)->generator));
}

// Bits --------------------------------------------------------------------------------------------

// More than 64: the words come lowest first, the last of them shortened.
static struct value many_bits(struct vm *vm, struct random *random, uint64_t bits) {
    if (!heap_has_room(vm, bits / 4)) {
        return raise_memory(vm);
    }
    size_t words = (size_t)((bits + 31) / 32);
    unsigned char *bytes = mem_alloc(words * 4);
    for (size_t i = 0; i < words; i++, bits -= 32) {
        uint32_t word = mersenne_word(&random->generator) >> (bits < 32 ? 32 - bits : 0);
        for (size_t j = 0; j < 4; j++) {
            bytes[(words - 1 - i) * 4 + 3 - j] = (unsigned char)(word >> 8 * j);
        }
    }
    struct value number = big_from_bytes(vm, bytes, words * 4);
    mem_free(bytes);
    return number;
}

struct value random_bits(struct vm *vm, struct value self, int64_t bits) {
    if (bits < 64) {
        return int_from(vm, (int64_t)mersenne_bits(&random_of(self)->generator, (int)bits));
    }
    return many_bits(vm, random_of(self), (uint64_t)bits);
}

struct value random_getrandbits(struct vm *vm, struct value self, const struct call *call) {
    int64_t bits;
    if (!native_count(vm, call, "Random.getrandbits", 1, 1) ||
        !vm_to_index(vm, call->args[0], &bits)) {
        return VALUE_ERROR;
    }
    if (bits < 0) {
        return raise_error(vm, EXCEPTION_ValueError, "number of bits must be non-negative");
    }
    return random_bits(vm, self, bits);
}

struct value random_randbytes(struct vm *vm, struct value self, const struct call *call) {
    struct value count = VALUE_ABSENT;
    int64_t length;
    if (!native_args(vm, call, "randbytes", "o:n", &count) || !vm_to_index(vm, count, &length)) {
        return VALUE_ERROR;
    }
    if (length < 0) {
        return raise_error(vm, EXCEPTION_ValueError, "number of bits must be non-negative");
    }
    struct value bytes = bytes_reserve(vm, (size_t)length);
    struct value number = value_is_error(bytes) ? VALUE_ERROR : random_bits(vm, self, length * 8);
    if (value_is_error(number)) {
        value_drop(vm, bytes);
        return VALUE_ERROR;
    }
    char *data = bytes_of(bytes)->data;
    big_to_bytes(number, (unsigned char *)data, (size_t)length);
    for (int64_t i = 0; i < length / 2; i++) {
        char byte = data[i];
        data[i] = data[length - 1 - i];
        data[length - 1 - i] = byte;
    }
    value_drop(vm, number);
    return bytes;
}

// Integers below a bound --------------------------------------------------------------------------

static int64_t draw_below(struct random *random, int64_t n) {
    int bits = 64 - __builtin_clzll((uint64_t)n);
    uint64_t number;
    do {
        number = mersenne_bits(&random->generator, bits);
    } while (number >= (uint64_t)n);
    return (int64_t)number;
}

// From the bits that the generator, or a getrandbits of the program's, gives.
static struct value draw_below_int(struct vm *vm, struct value self, struct value n, bool calls) {
    struct value bits = value_small((int64_t)big_bits(n));
    while (true) {
        struct value number = calls ? vm_call_method(vm, self, "getrandbits", &bits, 1)
                                    : random_bits(vm, self, value_to_small(bits));
        if (value_is_error(number)) {
            return number;
        }
        if (!int_is(number)) {
            value_drop(vm, number);
            return raise_error(vm, EXCEPTION_TypeError, "getrandbits() must give an int");
        }
        if (int_compare(number, n) < 0) {
            return number;
        }
        value_drop(vm, number);
    }
}

// From a random of the program's: multiples of the bound that fit its range are cut evenly.
static struct value draw_with_random(struct vm *vm, struct value self, struct value n) {
    int64_t bound;
    double number, limit;
    if (!int_to_int64(n, &bound) || bound >= RANDOM_RANGE) {
        double wide;
        if (!int_to_double(vm, n, &wide) || !random_next(vm, self, &number)) {
            return VALUE_ERROR;
        }
        return int_from_double(vm, floor(number * wide));
    }
    limit = (double)(RANDOM_RANGE - RANDOM_RANGE % bound) / (double)RANDOM_RANGE;
    do {
        if (!random_next(vm, self, &number)) {
            return VALUE_ERROR;
        }
    } while (number >= limit);
    return int_from(vm, (int64_t)floor(number * (double)RANDOM_RANGE) % bound);
}

struct value random_below_int(struct vm *vm, struct value self, struct value n) {
    enum source source = source_of_integers(vm, self);
    if (source == SOURCE_RANDOM) {
        return draw_with_random(vm, self, n);
    }
    if (source == SOURCE_GENERATOR && value_is_small(n)) {
        return value_small(draw_below(random_of(self), value_to_small(n)));
    }
    return draw_below_int(vm, self, n, source == SOURCE_BITS);
}

bool random_below(struct vm *vm, struct value self, int64_t n, int64_t *out) {
    struct value number = random_below_int(vm, self, int_from(vm, n));
    if (value_is_error(number)) {
        return false;
    }
    int_to_int64(number, out);
    value_drop(vm, number);
    return true;
}

// The type and the module -------------------------------------------------------------------------

static struct value random_create(struct vm *vm, struct type *type, const struct call *call) {
    struct random *random = object_new(vm, type, sizeof *random);
    (void)call;
    if (random == NULL) {
        return VALUE_ERROR;
    }
    random_seed_with(vm, value_object(random), VALUE_NONE, value_small(2));
    return value_object(random);
}

static bool random_init(struct vm *vm, struct value self, const struct call *call) {
    struct value seed = VALUE_NONE;
    if (!random_check(vm, call, "__init__", "|x") ||
        !native_args(vm, call, "__init__", "|o:x", &seed)) {
        return false;
    }
    struct value done = vm_call_method(vm, self, "seed", &seed, 1);
    value_drop(vm, done);
    return !value_is_error(done);
}

#define METHOD(name, parameters)                                                                   \
    static struct value checked_##name(struct vm *vm, struct value self,                           \
                                       const struct call *call) {                                  \
        bool fits = random_check(vm, call, #name, parameters);                                     \
        return fits ? random_##name(vm, self, call) : VALUE_ERROR;                                 \
    }
#include "vm/random_methods.def"
#undef METHOD

static const struct native methods[] = {
#define METHOD(name, parameters) {#name, checked_##name, NATIVE_PLAIN, 0},
#include "vm/random_methods.def"
#undef METHOD
    {0},
};

// The methods of the hidden instance are the module's functions.
static bool add_functions(struct vm *vm, struct value module, struct value instance) {
    bool fine = true;
    for (const struct native *method = methods; fine && method->name != NULL; method++) {
        struct value function = native_new(vm, method, instance);
        fine = !value_is_error(function) && vm_set_attribute(vm, module, method->name, function);
        value_drop(vm, function);
    }
    return fine;
}

static bool random_module_init(struct vm *vm, struct value module) {
    struct type *type = type_new_builtin(vm, "random.Random", builtin(vm, BUILTIN_object));
    type->flags |= TYPE_BASE;
    type->size = sizeof(struct random);
    type->create = random_create;
    type->init = random_init;
    const struct call none = {0};
    if (!type_ready(vm, type, methods) ||
        !vm_set_attribute(vm, module, "Random", value_object(type))) {
        return false;
    }
    struct value instance = random_create(vm, type, &none);
    if (value_is_error(instance)) {
        return false;
    }
    bool fine = add_functions(vm, module, instance);
    value_drop(vm, instance);
    return fine;
}

const struct native_module random_module = {"random", NULL, random_module_init};
