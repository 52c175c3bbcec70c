// The module random: CPython's numbers, bit for bit.
//
// The functions of the module are the methods of one hidden Random object, as in CPython. A class
// that inherits from Random may replace random() or getrandbits(); all other methods then draw from
// those. random.c has the state and what draws from it, random_integers.c and
// random_distributions.c the methods that make something of it.
#ifndef VM_RANDOM_H
#define VM_RANDOM_H

#include "vm/mersenne.h"
#include "vm/native.h"

extern const struct native_module random_module;

// An instance of Random.
struct random {
    struct object head;
    struct mersenne generator;
    bool has_gauss;    // gauss() makes two numbers at a time:
    double gauss_next; // the second of them, if it was not yet given
};

static inline struct random *random_of(struct value v) {
    return (struct random *)value_to_object(v);
}

#define METHOD(name, parameters) native_function random_##name;
#include "vm/random_methods.def"
#undef METHOD

// Do the arguments fit [parameters], as vm/random_methods.def writes them? If not, raises what
// CPython says of calls of Random.[name]. (random_check.c)
bool random_check(struct vm *vm, const struct call *call, const char *name, const char *parameters);

// The next number from 0 up to 1. False if raised, which only a class of the program's can do.
bool random_next(struct vm *vm, struct value self, double *out);

// A number from 0 up to [n], which must be positive. False if raised.
bool random_below(struct vm *vm, struct value self, int64_t n, int64_t *out);

// The same for an int of any size.
struct value random_below_int(struct vm *vm, struct value self, struct value n);

// So many random bits, [bits] >= 0, from the generator itself.
struct value random_bits(struct vm *vm, struct value self, int64_t bits);

// Seeds it as Random.seed(a, version) does; false if raised.
bool random_seed_with(struct vm *vm, struct value self, struct value a, struct value version);

#endif
