// Objects and types: what every value on the heap begins with, and what its type can do.
//
// A type is a struct of small functions ("slots"). Builtin types fill them in C; a class written in
// Python gets slots that call its dunder methods (vm/slots.c). NULL means the type cannot do it.
//
// Conventions of all slots: parameters are borrowed, a returned value belongs to the caller;
// VALUE_ERROR (or false, or -1) means that an exception was raised (vm/raise.h).
#ifndef VM_OBJECT_H
#define VM_OBJECT_H

#include <stddef.h>

#include "code/code.h"
#include "vm/value.h"

struct buf;
struct vm;
struct type;
struct dict;
struct str;
struct tuple;

struct object {
    struct type *type; // counted for classes made at run time, static builtin types are not
    uint32_t refs;     // how many keep it; at 0 it is freed at once
    uint32_t serial;   // creation number, unique in the vm: identity without addresses
};

// The arguments of one call, borrowed. The last [keyword_count] of [args] are the named ones; their
// names, str objects, are [keywords].
struct call {
    const struct value *args;
    size_t count;         // positional arguments (without self, without the named ones)
    size_t keyword_count; // named arguments; args[count + i] has the name keywords[i]
    const struct value *keywords;
};

// A builtin function or method. [self] is ABSENT for a plain function.
typedef struct value native_function(struct vm *vm, struct value self, const struct call *call);

enum send_result { SEND_RETURNED, SEND_YIELDED, SEND_RAISED };

enum type_flags {
    TYPE_HEAP = 1,      // made at run time: counted, and freed when nothing keeps it
    TYPE_BASE = 2,      // may be inherited from
    TYPE_HAS_DICT = 4,  // its instances are struct instance (vm/instance.h)
    TYPE_EXCEPTION = 8, // instances begin as struct exception (vm/exception.h)
    TYPE_INT = 16,      // int or inherits from it; likewise below
    TYPE_STR = 32,
    TYPE_LIST = 64,
    TYPE_TUPLE = 128,
    TYPE_DICT = 256,
    TYPE_TYPE = 512, // its instances are types
    TYPE_BYTES = 1024,
    TYPE_SET = 2048, // set, frozenset
    TYPE_FLOAT = 4096,
    TYPE_IDENTITY = 8192,   // compares and hashes by identity: sets iterate in order of creation
    TYPE_FINALIZE = 16384,  // has a __del__
    TYPE_ABSTRACT = 32768,  // has __abstractmethods__: cannot be instantiated
    TYPE_QUALIFIED = 65536, // its name holds its module, as those of CPython's C types do
};

struct type {
    struct object head;
    const char *name; // "int"; owned by the type if TYPE_HEAP
    unsigned flags;   // enum type_flags; the family bits are inherited
    size_t size;      // bytes of an instance; of the fixed part, if there is [measure]
    // Bytes of an instance whose size varies (str, tuple), as object_new was asked for; NULL: size.
    size_t (*measure)(const struct object *object);
    int dict_offset; // from the object to its struct dict *, may be negative; 0: it has no __dict__
    unsigned prefix; // bytes before the object that hold such a dict and __slots__ of classes that
                     // inherit from builtin types; object_new and object_free see to them
    struct type *base;       // the first base; NULL only for object
    struct value mro;        // tuple of types, itself first; ABSENT until type_ready
    struct value bases;      // tuple
    struct dict *attributes; // methods and class variables by name; made by type_ready
    uint32_t version;        // changes whenever an attribute of it or of a base changes; for caches
    unsigned slot_count;     // values that its own __slots__ add to its instances
    struct value qualname, module; // str or ABSENT
    struct {
        struct type **items;
        size_t count, capacity;
    } subclasses; // direct ones, not kept; type.c

    // Called before [free], with the object whole: it may call Python code, and keep the object
    // alive after all by keeping references. Inherited like a slot.
    void (*finalize)(struct vm *vm, struct object *object);
    void (*free)(struct vm *vm,
                 struct object *object); // drops what the object keeps; the
                                         // memory itself is given back by object_free
    struct value (*create)(struct vm *vm, struct type *type, const struct call *call); // __new__
    bool (*init)(struct vm *vm, struct value self, const struct call *call);           // __init__
    struct value (*repr)(struct vm *vm, struct value self);
    // What a recording shows instead of repr, for types whose repr runs Python code.
    void (*describe)(struct vm *vm, struct value self, struct buf *out);
    // The tape's id of what describe gives, where that needs no text to be made; 0: ask describe.
    uint32_t (*tape_text)(struct vm *vm, struct value self);
    struct value (*str)(struct vm *vm, struct value self);         // NULL: as repr
    bool (*hash)(struct vm *vm, struct value self, int64_t *hash); // NULL: unhashable
    struct value (*compare)(struct vm *vm, struct value self, struct value other,
                            enum compare_op op);           // may give NotImplemented
    int (*truth)(struct vm *vm, struct value self);        // 0, 1, -1
    ptrdiff_t (*length)(struct vm *vm, struct value self); // -1: raised
    struct value (*call)(struct vm *vm, struct value self, const struct call *call);
    struct value (*iter)(struct vm *vm, struct value self);
    struct value (*next)(struct vm *vm, struct value self); // ABSENT at the end, nothing raised
    struct value (*get_attribute)(struct vm *vm, struct value self, struct str *name);
    bool (*set_attribute)(struct vm *vm, struct value self, struct str *name,
                          struct value value); // ABSENT deletes
    struct value (*get_item)(struct vm *vm, struct value self, struct value key);
    bool (*set_item)(struct vm *vm, struct value self, struct value key,
                     struct value value);                                 // ABSENT deletes
    int (*contains)(struct vm *vm, struct value self, struct value item); // 0, 1, -1
    // Either operand may be of this type; NotImplemented where it does not know the other.
    struct value (*binary)(struct vm *vm, enum binary_op op, struct value left, struct value right);
    struct value (*inplace)(struct vm *vm, enum binary_op op, struct value self,
                            struct value other);
    struct value (*unary)(struct vm *vm, enum unary_op op, struct value self);
    struct value (*index)(struct vm *vm, struct value self); // __index__: an int
    struct value (*format)(struct vm *vm, struct value self, struct str *spec);
    struct value (*descriptor_get)(struct vm *vm, struct value self, struct value instance,
                                   struct value owner); // [instance] ABSENT: got from the class
    bool (*descriptor_set)(struct vm *vm, struct value self, struct value instance,
                           struct value value);              // ABSENT deletes
    struct value (*await)(struct vm *vm, struct value self); // __await__: an iterator
    struct value (*aiter)(struct vm *vm, struct value self);
    struct value (*anext)(struct vm *vm, struct value self); // an awaitable
    // For iterators that can be sent to and thrown into (futures' and generators'): [result] is
    // what they yielded or returned. [throw] takes an exception instance.
    enum send_result (*send)(struct vm *vm, struct value self, struct value sent,
                             struct value *result);
    enum send_result (*throw)(struct vm *vm, struct value self, struct value exception,
                              struct value *result);
};

// The type of any value; borrowed.
struct type *value_type(struct vm *vm, struct value v);

// Frees an object nothing keeps any more; only value_drop calls it. Deep structures are freed
// without deep C recursion.
void object_free(struct vm *vm, struct object *object);

// Keeps [v]: one more reference. Returns it, for use in assignments.
static inline struct value value_keep(struct value v) {
    if (value_is_object(v)) {
        value_to_object(v)->refs++;
    }
    return v;
}

// Ends one keeping of [v].
static inline void value_drop(struct vm *vm, struct value v) {
    if (value_is_object(v) && --value_to_object(v)->refs == 0) {
        object_free(vm, value_to_object(v));
    }
}

// Puts [v], which it steals, in [*place] and drops what was there, in the safe order.
static inline void value_replace(struct vm *vm, struct value *place, struct value v) {
    struct value old = *place;
    *place = v;
    value_drop(vm, old);
}

// Is [v] an object whose type is exactly [type]?
static inline bool value_is_exactly(struct value v, const struct type *type) {
    return value_is_object(v) && value_to_object(v)->type == type;
}

// Is [v] an object whose type has this family flag (TYPE_STR …)? Small ints and floats are not
// objects: ask value_is_small, int_is and float_is for those.
static inline bool value_has_family(struct value v, enum type_flags family) {
    return value_is_object(v) && (value_to_object(v)->type->flags & family) != 0;
}

#endif
