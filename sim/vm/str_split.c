// Methods of str that take texts apart and put them together: split, splitlines, partition, join.
#include <string.h>

#include "base/utf8.h"
#include "vm/builtin.h"
#include "vm/heap.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/str_type.h"
#include "vm/vm.h"

// Appends the bytes [start, stop) of [span] to [list]; false if raised.
static bool add(struct vm *vm, struct value list, struct span span, size_t start, size_t stop) {
    struct value piece = str_new(vm, span.data + start, stop - start);
    if (value_is_error(piece)) {
        return false;
    }
    bool fine = list_append(vm, list_of(list), piece);
    value_drop(vm, piece);
    return fine;
}

static struct value finish(struct vm *vm, struct value list, bool fine) {
    if (!fine) {
        value_drop(vm, list);
        return VALUE_ERROR;
    }
    return list;
}

// Blanks ------------------------------------------------------------------------------------------

static bool is_blank_at(struct span span, size_t at, size_t *bytes) {
    unsigned char byte = (unsigned char)span.data[at];
    if (byte < 0x80) {
        *bytes = 1;
        return byte == ' ' || (byte >= '\t' && byte <= '\r') || (byte >= 0x1c && byte <= 0x1f);
    }
    uint32_t rune;
    *bytes = utf8_decode(span.data + at, span.length - at, &rune);
    return utf8_is_space(rune);
}

static size_t previous(struct span span, size_t at) {
    do {
        at--;
    } while (at > 0 && ((unsigned char)span.data[at] & 0xC0) == 0x80);
    return at;
}

static size_t skip(struct span span, size_t at, bool blanks) {
    size_t bytes;
    while (at < span.length && is_blank_at(span, at, &bytes) == blanks) {
        at += bytes;
    }
    return at;
}

static size_t skip_back(struct span span, size_t at, bool blanks) {
    size_t bytes;
    while (at > 0 && is_blank_at(span, previous(span, at), &bytes) == blanks) {
        at = previous(span, at);
    }
    return at;
}

static bool split_blanks(struct vm *vm, struct value list, struct span span, size_t most) {
    size_t at = skip(span, 0, true);
    for (; at < span.length && most > 0; most--) {
        size_t end = skip(span, at, false);
        if (!add(vm, list, span, at, end)) {
            return false;
        }
        at = skip(span, end, true);
    }
    return at == span.length || add(vm, list, span, at, span.length);
}

static bool split_blanks_back(struct vm *vm, struct value list, struct span span, size_t most) {
    size_t end = skip_back(span, span.length, true);
    for (; end > 0 && most > 0; most--) {
        size_t start = skip_back(span, end, false);
        if (!add(vm, list, span, start, end)) {
            return false;
        }
        end = skip_back(span, start, true);
    }
    return end == 0 || add(vm, list, span, 0, end);
}

// A separator
// ---------------------------------------------------------------------------------------

static bool split_at(struct vm *vm, struct value list, struct span span, struct span separator,
                     size_t most) {
    for (; most > 0; most--) {
        size_t at = span_find(span, separator);
        if (at == SPAN_NONE) {
            break;
        }
        if (!add(vm, list, span, 0, at)) {
            return false;
        }
        span = span_from(span, at + separator.length);
    }
    return add(vm, list, span, 0, span.length);
}

static bool split_at_back(struct vm *vm, struct value list, struct span span, struct span separator,
                          size_t most) {
    for (; most > 0; most--) {
        size_t at = span_find_last(span, separator);
        if (at == SPAN_NONE) {
            break;
        }
        if (!add(vm, list, span, at + separator.length, span.length)) {
            return false;
        }
        span.length = at;
    }
    return add(vm, list, span, 0, span.length);
}

static bool read_split(struct vm *vm, const struct call *call, const char *function,
                       struct value *separator, size_t *most) {
    struct value count = value_small(-1);
    int64_t number;
    *separator = VALUE_NONE;
    if (!native_args(vm, call, function, "|o:sep o:maxsplit", separator, &count) ||
        !vm_to_index(vm, count, &number)) {
        return false;
    }
    *most = (size_t)number;
    if (value_is_none(*separator)) {
        return true;
    }
    if (!str_is(*separator)) {
        raise_error(vm, EXCEPTION_TypeError, "must be str or None, not %s",
                    value_type(vm, *separator)->name);
        return false;
    }
    if (str_of(*separator)->length == 0) {
        raise_error(vm, EXCEPTION_ValueError, "empty separator");
        return false;
    }
    return true;
}

struct value str_method_split(struct vm *vm, struct value self, const struct call *call) {
    struct value separator;
    size_t most;
    if (!read_split(vm, call, "split", &separator, &most)) {
        return VALUE_ERROR;
    }
    struct value list = list_new(vm, NULL, 0);
    if (value_is_error(list)) {
        return list;
    }
    struct span span = str_span(str_of(self));
    return finish(vm, list,
                  value_is_none(separator)
                      ? split_blanks(vm, list, span, most)
                      : split_at(vm, list, span, str_span(str_of(separator)), most));
}

static void reverse(struct list *list) {
    for (size_t i = 0; i < list->count / 2; i++) {
        struct value item = list->items[i];
        list->items[i] = list->items[list->count - 1 - i];
        list->items[list->count - 1 - i] = item;
    }
}

struct value str_method_rsplit(struct vm *vm, struct value self, const struct call *call) {
    struct value separator;
    size_t most;
    if (!read_split(vm, call, "rsplit", &separator, &most)) {
        return VALUE_ERROR;
    }
    struct value list = list_new(vm, NULL, 0);
    if (value_is_error(list)) {
        return list;
    }
    struct span span = str_span(str_of(self));
    bool fine = value_is_none(separator)
                    ? split_blanks_back(vm, list, span, most)
                    : split_at_back(vm, list, span, str_span(str_of(separator)), most);
    reverse(list_of(list));
    return finish(vm, list, fine);
}

// Lines -------------------------------------------------------------------------------------------

static bool ends_line(uint32_t rune) {
    return (rune >= '\n' && rune <= '\r') || (rune >= 0x1c && rune <= 0x1e) || rune == 0x85 ||
           rune == 0x2028 || rune == 0x2029;
}

// The end of the line that begins at [at], and where the next one begins.
static size_t find_line_end(struct span span, size_t at, size_t *next) {
    while (at < span.length) {
        uint32_t rune;
        size_t bytes = utf8_decode(span.data + at, span.length - at, &rune);
        if (ends_line(rune)) {
            bool pair = rune == '\r' && at + 1 < span.length && span.data[at + 1] == '\n';
            *next = at + bytes + pair;
            return at;
        }
        at += bytes;
    }
    *next = at;
    return at;
}

struct value str_method_splitlines(struct vm *vm, struct value self, const struct call *call) {
    struct value keep = VALUE_FALSE;
    if (!native_args(vm, call, "splitlines", "|o:keepends", &keep)) {
        return VALUE_ERROR;
    }
    int keeps = vm_truth(vm, keep);
    struct value list = keeps < 0 ? VALUE_ERROR : list_new(vm, NULL, 0);
    if (value_is_error(list)) {
        return list;
    }
    struct span span = str_span(str_of(self));
    for (size_t at = 0, next; at < span.length; at = next) {
        size_t end = find_line_end(span, at, &next);
        if (!add(vm, list, span, at, keeps ? next : end)) {
            return finish(vm, list, false);
        }
    }
    return list;
}

// partition
// -----------------------------------------------------------------------------------------

static struct value triple(struct vm *vm, struct value a, struct value b, struct value c) {
    struct value items[3] = {a, b, c};
    if (value_is_error(a) || value_is_error(b) || value_is_error(c)) {
        for (int i = 0; i < 3; i++) {
            value_drop(vm, items[i]);
        }
        return VALUE_ERROR;
    }
    return tuple_steal(vm, items, 3);
}

static struct value partition(struct vm *vm, struct value self, const struct call *call,
                              bool from_end) {
    if (!native_count(vm, call, from_end ? "rpartition" : "partition", 1, 1)) {
        return VALUE_ERROR;
    }
    if (!str_is(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError, "must be str, not %s",
                           value_type(vm, call->args[0])->name);
    }
    struct span span = str_span(str_of(self)), mark = str_span(str_of(call->args[0]));
    if (mark.length == 0) {
        return raise_error(vm, EXCEPTION_ValueError, "empty separator");
    }
    size_t at = from_end ? span_find_last(span, mark) : span_find(span, mark);
    if (at == SPAN_NONE) {
        struct value empty = str_new(vm, "", 0), whole = str_exact(vm, self);
        return from_end ? triple(vm, empty, value_keep(empty), whole)
                        : triple(vm, whole, empty, value_keep(empty));
    }
    size_t end = at + mark.length;
    return triple(vm, str_new(vm, span.data, at), str_exact(vm, call->args[0]),
                  str_new(vm, span.data + end, span.length - end));
}

struct value str_method_partition(struct vm *vm, struct value self, const struct call *call) {
    return partition(vm, self, call, false);
}

struct value str_method_rpartition(struct vm *vm, struct value self, const struct call *call) {
    return partition(vm, self, call, true);
}
