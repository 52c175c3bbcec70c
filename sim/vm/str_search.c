// Methods of str that look for texts: find, count, startswith, replace and kin.
#include <string.h>

#include "base/utf8.h"
#include "vm/heap.h"
#include "vm/index.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/str_type.h"
#include "vm/vm.h"

// What find, index, count and kin look for, and where.
struct search {
    struct span where; // the stretch from start up to stop
    struct span what;
    int64_t start; // the character where [where] begins
    bool possible; // false if start is beyond stop: not even an empty text is found there
};

static struct span stretch(const struct str *s, int64_t start, int64_t stop) {
    size_t from = str_offset(s, (size_t)start);
    size_t to = stop == (int64_t)s->count ? s->length : str_offset(s, (size_t)stop);
    return span_cut(str_span(s), from, to);
}

static bool read_bounds(struct vm *vm, const struct str *s, struct value start, struct value stop,
                        struct search *search) {
    int64_t to;
    if (!str_bounds(vm, start, stop, s->count, &search->start, &to)) {
        return false;
    }
    search->possible = search->start <= to;
    if (search->possible) {
        search->where = stretch(s, search->start, to);
    }
    return true;
}

static bool read_search(struct vm *vm, struct value self, const struct call *call,
                        const char *function, struct search *search) {
    struct value what, start = VALUE_ABSENT, stop = VALUE_ABSENT;
    if (!native_args(vm, call, function, "o|oo", &what, &start, &stop) ||
        !str_need(vm, what, function, 1)) {
        return false;
    }
    search->what = str_span(str_of(what));
    return read_bounds(vm, str_of(self), start, stop, search);
}

typedef size_t finder(struct span span, struct span needle);

// The character where it is, -1 where it is nowhere, -2 if raised.
static int64_t find(struct vm *vm, struct value self, const struct call *call, const char *function,
                    finder *look) {
    struct search search;
    if (!read_search(vm, self, call, function, &search)) {
        return -2;
    }
    size_t at = search.possible ? look(search.where, search.what) : SPAN_NONE;
    if (at == SPAN_NONE) {
        return -1;
    }
    return search.start +
           (int64_t)(str_is_ascii(str_of(self)) ? at : utf8_count(search.where.data, at));
}

static struct value found(int64_t index) {
    return index == -2 ? VALUE_ERROR : value_small(index);
}

static struct value must_be_found(struct vm *vm, int64_t index) {
    return index == -1 ? raise_error(vm, EXCEPTION_ValueError, "substring not found")
                       : found(index);
}

struct value str_method_find(struct vm *vm, struct value self, const struct call *call) {
    return found(find(vm, self, call, "find", span_find));
}

struct value str_method_rfind(struct vm *vm, struct value self, const struct call *call) {
    return found(find(vm, self, call, "rfind", span_find_last));
}

struct value str_method_index(struct vm *vm, struct value self, const struct call *call) {
    return must_be_found(vm, find(vm, self, call, "index", span_find));
}

struct value str_method_rindex(struct vm *vm, struct value self, const struct call *call) {
    return must_be_found(vm, find(vm, self, call, "rindex", span_find_last));
}

struct value str_method_count(struct vm *vm, struct value self, const struct call *call) {
    struct search search;
    if (!read_search(vm, self, call, "count", &search)) {
        return VALUE_ERROR;
    }
    if (!search.possible) {
        return value_small(0);
    }
    size_t count = search.what.length == 0 ? utf8_count(search.where.data, search.where.length) + 1
                                           : span_count(search.where, search.what);
    return value_small((int64_t)count);
}

// startswith and endswith
// --------------------------------------------------------------------------

typedef bool matcher(struct span span, struct span with);

static struct value match_any(struct vm *vm, struct value tuple, const struct search *search,
                              const char *function, matcher *matches) {
    size_t count;
    const struct value *items = sequence_items(tuple, &count);
    for (size_t i = 0; i < count; i++) {
        if (!str_is(items[i])) {
            return raise_error(vm, EXCEPTION_TypeError,
                               "tuple for %s must only contain str, not %s", function,
                               value_type(vm, items[i])->name);
        }
        if (search->possible && matches(search->where, str_span(str_of(items[i])))) {
            return VALUE_TRUE;
        }
    }
    return VALUE_FALSE;
}

static struct value match(struct vm *vm, struct value self, const struct call *call,
                          const char *function, matcher *matches) {
    struct value with, start = VALUE_ABSENT, stop = VALUE_ABSENT;
    struct search search;
    if (!native_args(vm, call, function, "o|oo", &with, &start, &stop) ||
        !read_bounds(vm, str_of(self), start, stop, &search)) {
        return VALUE_ERROR;
    }
    if (tuple_is(with)) {
        return match_any(vm, with, &search, function, matches);
    }
    if (!str_is(with)) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "%s first arg must be str or a tuple of str, not %s", function,
                           value_type(vm, with)->name);
    }
    return value_bool(search.possible && matches(search.where, str_span(str_of(with))));
}

struct value str_method_startswith(struct vm *vm, struct value self, const struct call *call) {
    return match(vm, self, call, "startswith", span_begins);
}

struct value str_method_endswith(struct vm *vm, struct value self, const struct call *call) {
    return match(vm, self, call, "endswith", span_ends);
}

static struct value remove_affix(struct vm *vm, struct value self, const struct call *call,
                                 const char *function, bool at_end) {
    if (!native_count(vm, call, function, 1, 1)) {
        return VALUE_ERROR;
    }
    if (!str_is(call->args[0])) {
        return raise_error(vm, EXCEPTION_TypeError, "%s() argument must be str, not %s", function,
                           value_is_none(call->args[0]) ? "None"
                                                        : value_type(vm, call->args[0])->name);
    }
    struct span span = str_span(str_of(self)), affix = str_span(str_of(call->args[0]));
    if (at_end ? !span_ends(span, affix) : !span_begins(span, affix)) {
        return str_exact(vm, self);
    }
    return str_new(vm, span.data + (at_end ? 0 : affix.length), span.length - affix.length);
}

struct value str_method_removeprefix(struct vm *vm, struct value self, const struct call *call) {
    return remove_affix(vm, self, call, "removeprefix", false);
}

struct value str_method_removesuffix(struct vm *vm, struct value self, const struct call *call) {
    return remove_affix(vm, self, call, "removesuffix", true);
}

// replace -----------------------------------------------------------------------------------------

// [new] before each of the first [most] characters, and after the last if there are fewer.
static void interleave(struct span span, struct span new, size_t most, struct buf *out) {
    size_t at = 0;
    for (; most > 0 && at < span.length; most--) {
        uint32_t rune;
        size_t bytes = utf8_decode(span.data + at, span.length - at, &rune);
        buf_put(out, new.data, new.length);
        buf_put(out, span.data + at, bytes);
        at += bytes;
    }
    buf_put(out, most > 0 ? new.data : span.data + at, most > 0 ? new.length : span.length - at);
}

static bool has_room(struct vm *vm, const struct str *s, size_t places, size_t new_length) {
    uint64_t more = (uint64_t)places * new_length;
    return more < UINT32_MAX && heap_has_room(vm, (s->length + (size_t)more) * 2);
}

static struct value replace_nothing(struct vm *vm, const struct str *s, const struct str *new,
                                    size_t most) {
    struct buf out = {0};
    size_t places = s->count < most ? s->count + (size_t)1 : most;
    if (!has_room(vm, s, places, new->length)) {
        return raise_memory(vm);
    }
    interleave(str_span(s), str_span(new), most, &out);
    return str_take(vm, &out);
}

// Copies [span] to [at] with the first [places] places of [old] replaced.
static void fill(char *at, struct span span, struct span old, struct span new, size_t places) {
    for (; places > 0; places--) {
        size_t found = span_find(span, old);
        memcpy(at, span.data, found);
        memcpy(at + found, new.data, new.length);
        at += found + new.length;
        span = span_from(span, found + old.length);
    }
    memcpy(at, span.data, span.length);
}

// [old] is not empty; the length is calculated first, so that the text is made in one piece.
static struct value replace(struct vm *vm, struct value self, const struct str *old,
                            const struct str *new, size_t most) {
    const struct str *s = str_of(self);
    struct span span = str_span(s), old_span = str_span(old), new_span = str_span(new);
    size_t places = span_count(span, old_span);
    places = places < most ? places : most;
    if (places == 0 || str_equal(old, new)) {
        return str_exact(vm, self);
    }
    uint64_t length = s->length - (uint64_t)places * old->length + (uint64_t)places * new->length;
    if (length < 2) {
        char text[2];
        fill(text, span, old_span, new_span, places);
        return str_new(vm, text, (size_t)length);
    }
    size_t count = s->count - places * old->count + places * new->count;
    struct value result = str_reserve(vm, (size_t)length, count);
    if (!value_is_error(result)) {
        fill(str_of(result)->text, span, old_span, new_span, places);
    }
    return result;
}

struct value str_method_replace(struct vm *vm, struct value self, const struct call *call) {
    struct value old, new, count = value_small(-1);
    int64_t most;
    if (!native_args(vm, call, "replace", "oo|o:count", &old, &new, &count) ||
        !str_need(vm, old, "replace", 1) || !str_need(vm, new, "replace", 2) ||
        !vm_to_index(vm, count, &most)) {
        return VALUE_ERROR;
    }
    return str_of(old)->length == 0 ? replace_nothing(vm, str_of(self), str_of(new), (size_t)most)
                                    : replace(vm, self, str_of(old), str_of(new), (size_t)most);
}
