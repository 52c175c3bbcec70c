// What the files of % formatting share.
#ifndef VM_PERCENT_H
#define VM_PERCENT_H

#include "vm/format.h"
#include "vm/raise.h"

// A formatting under way.
struct percent {
    struct vm *vm;
    const char *begin, *at, *end; // of the format
    const struct value *args;     // those not in a mapping
    size_t count, next;           // how many, and which is to come
    struct value mapping;         // what %(key)s looks in; ABSENT if the arguments are none
    struct value item;            // what was found there for this conversion, kept; or ABSENT
    bool bytes;                   // the format is bytes
    struct buf *out;
};

// Raises [kind] with this text; false.
bool percent_refuse(struct percent *p, enum exception_kind kind, const char *what);

// Puts one argument as a conversion says. False if raised.
typedef bool percent_put(struct percent *p, const struct format_spec *spec, struct value v);

// What puts the arguments of this type of conversion; NULL: there is no such type.
percent_put *percent_putter(const struct percent *p, uint32_t type);

#endif
