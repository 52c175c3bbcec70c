// What the fields of "…{…}…".format(…) refer to.
#ifndef VM_BRACES_H
#define VM_BRACES_H

#include "vm/object.h"
#include "vm/span.h"

enum numbering { NUMBERING_OPEN, NUMBERING_AUTOMATIC, NUMBERING_MANUAL };

// A formatting under way.
struct braces {
    struct vm *vm;
    const struct call *call;  // the arguments of format; NULL for format_map
    struct value mapping;     // of format_map; ABSENT for format
    enum numbering numbering; // how the fields so far were numbered
    size_t next;              // the number of the next field without one
};

// What a field's name leads to: "", "0", "key", "0.real", "key[3].x". The caller's own, or ERROR.
struct value braces_find(struct braces *braces, struct span name);

#endif
