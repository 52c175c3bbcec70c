// Methods of bytes and bytearray that look for parts: find, count, startswith, replace and kin.
#include "vm/bytes_type.h"
#include "vm/heap.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/str_type.h"
#include "vm/vm.h"

// What is looked for, and where.
struct search {
    struct span where;
    struct span what;
    char byte; // what [what] refers to, if it was given as an int
    int64_t start;
    bool possible; // false if start is beyond stop
};

static bool read_bounds(struct vm *vm, struct value self, struct value start, struct value stop,
                        struct search *search) {
    struct span span = bytes_span_of(vm, self);
    int64_t to;
    if (!str_bounds(vm, start, stop, span.length, &search->start, &to)) {
        return false;
    }
    search->possible = search->start <= to;
    if (search->possible) {
        search->where = span_cut(span, (size_t)search->start, (size_t)to);
    }
    return true;
}

static bool read_search(struct vm *vm, struct value self, const struct call *call,
                        const char *function, struct search *search) {
    struct value what, start = VALUE_ABSENT, stop = VALUE_ABSENT;
    return native_args(vm, call, function, "o|oo", &what, &start, &stop) &&
           bytes_need_part(vm, what, &search->byte, &search->what) &&
           read_bounds(vm, self, start, stop, search);
}

typedef size_t finder(struct span span, struct span needle);

// The index; -1: nowhere; -2: raised.
static int64_t find(struct vm *vm, struct value self, const struct call *call, const char *function,
                    finder *look) {
    struct search search;
    if (!read_search(vm, self, call, function, &search)) {
        return -2;
    }
    size_t at = search.possible ? look(search.where, search.what) : SPAN_NONE;
    return at == SPAN_NONE ? -1 : search.start + (int64_t)at;
}

static struct value found(int64_t index) {
    return index == -2 ? VALUE_ERROR : value_small(index);
}

static struct value must_be_found(struct vm *vm, int64_t index) {
    return index == -1 ? raise_error(vm, EXCEPTION_ValueError, "subsection not found")
                       : found(index);
}

struct value bytes_method_find(struct vm *vm, struct value self, const struct call *call) {
    return found(find(vm, self, call, "find", span_find));
}

struct value bytes_method_rfind(struct vm *vm, struct value self, const struct call *call) {
    return found(find(vm, self, call, "rfind", span_find_last));
}

struct value bytes_method_index(struct vm *vm, struct value self, const struct call *call) {
    return must_be_found(vm, find(vm, self, call, "index", span_find));
}

struct value bytes_method_rindex(struct vm *vm, struct value self, const struct call *call) {
    return must_be_found(vm, find(vm, self, call, "rindex", span_find_last));
}

struct value bytes_method_count(struct vm *vm, struct value self, const struct call *call) {
    struct search search;
    if (!read_search(vm, self, call, "count", &search)) {
        return VALUE_ERROR;
    }
    size_t count = !search.possible          ? 0
                   : search.what.length == 0 ? search.where.length + 1
                                             : span_count(search.where, search.what);
    return value_small((int64_t)count);
}

// startswith and endswith
// --------------------------------------------------------------------------

typedef bool matcher(struct span span, struct span with);

static struct value match_any(struct vm *vm, struct value tuple, const struct search *search,
                              matcher *matches) {
    size_t count;
    const struct value *items = sequence_items(tuple, &count);
    for (size_t i = 0; i < count; i++) {
        struct span with;
        if (!bytes_need_span(vm, items[i], &with)) {
            return VALUE_ERROR;
        }
        if (search->possible && matches(search->where, with)) {
            return VALUE_TRUE;
        }
    }
    return VALUE_FALSE;
}

static struct value match(struct vm *vm, struct value self, const struct call *call,
                          const char *function, matcher *matches) {
    struct value with, start = VALUE_ABSENT, stop = VALUE_ABSENT;
    struct search search;
    struct bytes_span span;
    if (!native_args(vm, call, function, "o|oo", &with, &start, &stop) ||
        !read_bounds(vm, self, start, stop, &search)) {
        return VALUE_ERROR;
    }
    if (tuple_is(with)) {
        return match_any(vm, with, &search, matches);
    }
    if (!bytes_like(vm, with, &span)) {
        return raise_error(vm, EXCEPTION_TypeError,
                           "%s first arg must be bytes or a tuple of bytes, not %s", function,
                           value_type(vm, with)->name);
    }
    return value_bool(search.possible &&
                      matches(search.where, (struct span){span.data, span.length}));
}

struct value bytes_method_startswith(struct vm *vm, struct value self, const struct call *call) {
    return match(vm, self, call, "startswith", span_begins);
}

struct value bytes_method_endswith(struct vm *vm, struct value self, const struct call *call) {
    return match(vm, self, call, "endswith", span_ends);
}

static struct value remove_affix(struct vm *vm, struct value self, const struct call *call,
                                 const char *function, bool at_end) {
    struct span affix, span = bytes_span_of(vm, self);
    if (!native_count(vm, call, function, 1, 1) || !bytes_need_span(vm, call->args[0], &affix)) {
        return VALUE_ERROR;
    }
    if (at_end ? !span_ends(span, affix) : !span_begins(span, affix)) {
        affix.length = 0;
    }
    return bytes_alike(vm, self, span.data + (at_end ? 0 : affix.length),
                       span.length - affix.length);
}

struct value bytes_method_removeprefix(struct vm *vm, struct value self, const struct call *call) {
    return remove_affix(vm, self, call, "removeprefix", false);
}

struct value bytes_method_removesuffix(struct vm *vm, struct value self, const struct call *call) {
    return remove_affix(vm, self, call, "removesuffix", true);
}

// replace -----------------------------------------------------------------------------------------

static void interleave(struct span span, struct span new, size_t most, struct buf *out) {
    size_t at = 0;
    for (; most > 0 && at < span.length; most--) {
        buf_put(out, new.data, new.length);
        buf_putc(out, span.data[at++]);
    }
    buf_put(out, most > 0 ? new.data : span.data + at, most > 0 ? new.length : span.length - at);
}

static bool has_room(struct vm *vm, struct span span, struct span old, struct span new) {
    if (new.length <= old.length) {
        return true;
    }
    size_t places = old.length == 0 ? span.length + 1 : span_count(span, old);
    if (heap_has_room(vm, span.length + places * (new.length - old.length))) {
        return true;
    }
    raise_memory(vm);
    return false;
}

struct value bytes_method_replace(struct vm *vm, struct value self, const struct call *call) {
    struct value count = value_small(-1), first, second;
    struct span span = bytes_span_of(vm, self), old, new;
    int64_t most;
    if (!native_args(vm, call, "replace", "oo|o", &first, &second, &count) ||
        !bytes_need_span(vm, first, &old) || !bytes_need_span(vm, second, &new) ||
        !vm_to_index(vm, count, &most) || !has_room(vm, span, old, new)) {
        return VALUE_ERROR;
    }
    struct buf out = {0};
    if (old.length == 0) {
        interleave(span, new, (size_t)most, &out);
    } else {
        span_replace(span, old, new, (size_t)most, &out);
    }
    return bytes_alike_take(vm, self, &out);
}
