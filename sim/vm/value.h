// A value: anything a Python variable can hold, in 64 bits.
//
// Floats are stored as they are; the patterns of negative quiet NaNs, which arithmetic never makes
// (NaN results are made the one positive NaN), hold everything else:
//
//     0xFFFA: a pointer to a struct object    0xFFFB: an integer of 48 bits
//     0xFFFC: None, True, False, …, and the machine's own marks, which no program ever sees
//
// Owning: a value that is an object is counted. Whoever keeps one calls value_keep, whoever ends
// keeping calls value_drop (vm/object.h). Functions borrow their parameters and give the caller a
// value of its own, unless their contract says "steals" (the parameter) or "borrowed" (the result).
#ifndef VM_VALUE_H
#define VM_VALUE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

struct object;

struct value {
    uint64_t bits;
};

#define VALUE_TAG_SHIFT   48
#define VALUE_TAG_OBJECT  0xFFFAull
#define VALUE_TAG_INT     0xFFFBull
#define VALUE_TAG_SPECIAL 0xFFFCull
#define VALUE_PAYLOAD     0x0000FFFFFFFFFFFFull
#define VALUE_SPECIAL(n)  ((struct value){VALUE_TAG_SPECIAL << VALUE_TAG_SHIFT | (n)})

#define VALUE_FALSE           VALUE_SPECIAL(0)
#define VALUE_TRUE            VALUE_SPECIAL(1)
#define VALUE_NONE            VALUE_SPECIAL(2)
#define VALUE_ELLIPSIS        VALUE_SPECIAL(3)
#define VALUE_NOT_IMPLEMENTED VALUE_SPECIAL(4)
// The machine's own marks:
#define VALUE_ABSENT  VALUE_SPECIAL(5) // nothing: an unbound variable, the end of an iterator
#define VALUE_ERROR   VALUE_SPECIAL(6) // an exception was raised: it is vm->raised
#define VALUE_BLOCKED VALUE_SPECIAL(7) // a native waits for the driver: see vm_block in vm/vm.h
#define VALUE_PUSHED  VALUE_SPECIAL(8) // a native pushed a frame that will give the result
// An awaitable that gives control back once: for the library, which has it as a constant.
#define VALUE_BARE_YIELD   VALUE_SPECIAL(9)
#define VALUE_BARE_YIELDED VALUE_SPECIAL(10) // it in an await that has done so

#define VALUE_INT_MOST  ((int64_t)0x00007FFFFFFFFFFF)
#define VALUE_INT_LEAST (-VALUE_INT_MOST - 1)

static inline bool value_is(struct value a, struct value b) {
    return a.bits == b.bits;
}
static inline bool value_is_float(struct value v) {
    return v.bits < VALUE_TAG_OBJECT << VALUE_TAG_SHIFT;
}
static inline bool value_is_object(struct value v) {
    return v.bits >> VALUE_TAG_SHIFT == VALUE_TAG_OBJECT;
}
// A small integer, held in the value itself. Larger ones are objects: see vm/int.h. bools are not.
static inline bool value_is_small(struct value v) {
    return v.bits >> VALUE_TAG_SHIFT == VALUE_TAG_INT;
}
static inline bool value_both_small(struct value a, struct value b) {
    return value_is_small(a) && value_is_small(b);
}
static inline bool value_is_bool(struct value v) {
    return v.bits >> 1 == VALUE_FALSE.bits >> 1;
}
static inline bool value_is_none(struct value v) {
    return value_is(v, VALUE_NONE);
}
static inline bool value_is_absent(struct value v) {
    return value_is(v, VALUE_ABSENT);
}
static inline bool value_is_error(struct value v) {
    return value_is(v, VALUE_ERROR);
}

static inline bool value_fits_small(int64_t integer) {
    return integer >= VALUE_INT_LEAST && integer <= VALUE_INT_MOST;
}
// [integer] must fit: value_fits_small. For any int64 use int_from.
static inline struct value value_small(int64_t integer) {
    return (struct value){VALUE_TAG_INT << VALUE_TAG_SHIFT | ((uint64_t)integer & VALUE_PAYLOAD)};
}
static inline int64_t value_to_small(struct value v) {
    return (int64_t)(v.bits << 16) >> 16;
}
static inline struct value value_bool(bool truth) {
    return truth ? VALUE_TRUE : VALUE_FALSE;
}
static inline struct value value_float(double number) {
    struct value v;
    if (number != number) {
        return (struct value){0x7FF8000000000000ull};
    }
    memcpy(&v.bits, &number, sizeof v.bits);
    return v;
}
static inline double value_to_float(struct value v) {
    double number;
    memcpy(&number, &v.bits, sizeof number);
    return number;
}
static inline struct value value_object(const void *object) {
    return (struct value){VALUE_TAG_OBJECT << VALUE_TAG_SHIFT | (uint64_t)(uintptr_t)object};
}
static inline struct object *value_to_object(struct value v) {
    return (struct object *)(uintptr_t)(v.bits & VALUE_PAYLOAD);
}

#endif
