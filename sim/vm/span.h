// Runs of bytes: what the methods of str, bytes and bytearray search, split and replace in.
//
// UTF-8 can be searched as bytes, since no character's bytes begin within another's; only what
// counts characters (empty separators, indices) is done by the callers.
#ifndef VM_SPAN_H
#define VM_SPAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct span {
    const char *data;
    size_t length;
};

#define SPAN_NONE ((size_t)-1)

// Where [needle] begins in [span]: the first or last place, or SPAN_NONE. An empty one is found at
// the beginning or end.
size_t span_find(struct span span, struct span needle);
size_t span_find_last(struct span span, struct span needle);

// How often [needle], not empty, is there without overlap.
size_t span_count(struct span span, struct span needle);

bool span_begins(struct span span, struct span with);
bool span_ends(struct span span, struct span with);
bool span_equal(struct span a, struct span b);

static inline struct span span_from(struct span span, size_t start) {
    return (struct span){span.data + start, span.length - start};
}
static inline struct span span_cut(struct span span, size_t start, size_t stop) {
    return (struct span){span.data + start, stop - start};
}

// Appends [span] with the first [most] places of [old], not empty, replaced by [new].
void span_replace(struct span span, struct span old, struct span new, size_t most, struct buf *out);

#endif
