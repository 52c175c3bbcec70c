// Exception objects: args, chain, traceback, notes.
//
// All builtin exceptions and the classes derived from them share one struct; what some kinds add
// (StopIteration.value, KeyError's wording) is in exception_kinds.c.
#ifndef VM_EXCEPTION_H
#define VM_EXCEPTION_H

#include "vm/native.h"
#include "vm/raise.h"

struct exception {
    struct object head;
    struct dict *dict;      // attributes set by the program; NULL until needed (as struct instance)
    struct value args;      // tuple
    struct value cause;     // __cause__: exception, None, or ABSENT
    struct value context;   // __context__: exception or ABSENT
    struct value traceback; // traceback object or ABSENT
    bool suppress_context;
    struct value extra[5]; // per kind: StopIteration.value, KeyError's key, AttributeError's name …
};

// What [extra] holds, by kind; ABSENT where it was not given.
enum exception_extra {
    EXCEPTION_STOP_VALUE = 0, // StopIteration
    EXCEPTION_EXIT_CODE = 0,  // SystemExit
    EXCEPTION_NAME = 0,       // NameError, AttributeError, ImportError: str
    EXCEPTION_OBJECT =
        1, // AttributeError: what does not have the name; NameError: what it may have meant
    EXCEPTION_OF_SELF = 2,   // AttributeError: TRUE if the object was the running method's self
    EXCEPTION_PATH = 1,      // ImportError
    EXCEPTION_NAME_FROM = 2, // ImportError: what was not there to import
    EXCEPTION_REFUSED =
        4, // ImportError, NotImplementedError: TRUE if loopscope lacks what CPython has
    EXCEPTION_ERRNO = 0, // OSError, as the three below
    EXCEPTION_STRERROR = 1,
    EXCEPTION_FILENAME = 2,
    EXCEPTION_FILENAME2 = 3,
    EXCEPTION_MESSAGE = 0,  // exception groups, as the one below
    EXCEPTION_MEMBERS = 1,  // tuple
    EXCEPTION_ENCODING = 0, // UnicodeError, as the four below
    EXCEPTION_TEXT = 1,
    EXCEPTION_START = 2,
    EXCEPTION_END = 3,
    EXCEPTION_REASON = 4,
};

bool exception_is(struct value v); // an instance of BaseException
static inline struct exception *exception_of(struct value v) {
    return (struct exception *)value_to_object(v);
}
// Is it an instance of this kind?
bool exception_is_kind(struct vm *vm, struct value v, enum exception_kind kind);
// Is [v] a class that inherits from BaseException?
bool exception_is_class(struct value v);

// Makes an instance without raising it; [args] as for a call.
struct value exception_new(struct vm *vm, enum exception_kind kind, const struct value *args,
                           size_t count);
// What StopIteration carries; borrowed.
struct value exception_stop_value(struct value stop_iteration);

// __cause__ = [cause] (stolen; None or an exception), as `raise … from cause` does it.
void exception_set_cause(struct vm *vm, struct value exception, struct value cause);
// __context__ = [context] (stolen; ABSENT: none).
void exception_set_context(struct vm *vm, struct value exception, struct value context);

// What `raise v` raises: the exception [v] itself or an instance of the class [v]; TypeError
// "exceptions must derive from BaseException" for anything else.
struct value exception_from_raise(struct vm *vm, struct value v);

// Does [exception] match [types], a class or a tuple of them, as `except types` asks? 0, 1, -1.
int exception_matches(struct vm *vm, struct value exception, struct value types);

// exception_new for any class, slots of BaseException and what exception_kinds.c puts in their
// stead for one kind.
struct value exception_create(struct vm *vm, struct type *type, const struct call *call);
bool exception_init(struct vm *vm, struct value self, const struct call *call);
struct value exception_str(struct vm *vm, struct value self);

// args, __cause__ … of BaseException.
extern const struct native exception_attributes[];

// What a kind adds to its base; NULL where it adds nothing.
struct exception_fields {
    bool (*init)(struct vm *vm, struct value self, const struct call *call);
    struct value (*create)(struct vm *vm, struct type *type, const struct call *call);
    struct value (*str)(struct vm *vm, struct value self);
    const struct native *attributes;
};
extern const struct exception_fields exception_fields_plain, exception_fields_system_exit,
    exception_fields_stop_iteration, exception_fields_attribute, exception_fields_import,
    exception_fields_key, exception_fields_name, exception_fields_os, exception_fields_syntax,
    exception_fields_unicode, exception_fields_group;

// Makes the types of all builtin exceptions. False if raised.
bool exceptions_ready(struct vm *vm);

#endif
