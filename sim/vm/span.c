#include "vm/span.h"

#include <string.h>

size_t span_find(struct span span, struct span needle) {
    if (needle.length == 0) {
        return 0;
    }
    if (needle.length > span.length) {
        return SPAN_NONE;
    }
    const char *at = span.data, *last = span.data + span.length - needle.length;
    while (at <= last && (at = memchr(at, needle.data[0], (size_t)(last - at) + 1)) != NULL) {
        if (memcmp(at, needle.data, needle.length) == 0) {
            return (size_t)(at - span.data);
        }
        at++;
    }
    return SPAN_NONE;
}

size_t span_find_last(struct span span, struct span needle) {
    if (needle.length > span.length) {
        return SPAN_NONE;
    }
    for (size_t at = span.length - needle.length + 1; at-- > 0;) {
        if (memcmp(span.data + at, needle.data, needle.length) == 0) {
            return at;
        }
    }
    return SPAN_NONE;
}

size_t span_count(struct span span, struct span needle) {
    size_t count = 0, at;
    while ((at = span_find(span, needle)) != SPAN_NONE) {
        count++;
        span = span_from(span, at + needle.length);
    }
    return count;
}

bool span_begins(struct span span, struct span with) {
    return with.length <= span.length && memcmp(span.data, with.data, with.length) == 0;
}

bool span_ends(struct span span, struct span with) {
    return with.length <= span.length &&
           memcmp(span.data + span.length - with.length, with.data, with.length) == 0;
}

bool span_equal(struct span a, struct span b) {
    return a.length == b.length && memcmp(a.data, b.data, a.length) == 0;
}

void span_replace(struct span span, struct span old, struct span new, size_t most,
                  struct buf *out) {
    for (; most > 0; most--) {
        size_t at = span_find(span, old);
        if (at == SPAN_NONE) {
            break;
        }
        buf_put(out, span.data, at);
        buf_put(out, new.data, new.length);
        span = span_from(span, at + old.length);
    }
    buf_put(out, span.data, span.length);
}
