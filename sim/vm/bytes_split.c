// Methods of bytes and bytearray that take apart and put together: split, splitlines, partition,
// join.
#include "vm/bytes_type.h"
#include "vm/heap.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/vm.h"

// A list of pieces of [self] in the making.
struct pieces {
    struct vm *vm;
    struct value self, list;
    size_t most; // how often it may still be split
};

static bool add(struct pieces *pieces, struct span span, size_t start, size_t stop) {
    struct value piece = bytes_alike(pieces->vm, pieces->self, span.data + start, stop - start);
    if (value_is_error(piece)) {
        return false;
    }
    bool fine = list_append(pieces->vm, list_of(pieces->list), piece);
    value_drop(pieces->vm, piece);
    return fine;
}

static struct value finish(struct pieces *pieces, bool fine) {
    if (!fine) {
        value_drop(pieces->vm, pieces->list);
        return VALUE_ERROR;
    }
    return pieces->list;
}

static bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool split_blanks(struct pieces *pieces, struct span span) {
    size_t at = 0, end;
    for (;; at = end) {
        while (at < span.length && is_blank(span.data[at])) {
            at++;
        }
        if (at == span.length) {
            return true;
        }
        if (pieces->most-- == 0) {
            return add(pieces, span, at, span.length);
        }
        for (end = at; end < span.length && !is_blank(span.data[end]);) {
            end++;
        }
        if (!add(pieces, span, at, end)) {
            return false;
        }
    }
}

static bool split_blanks_back(struct pieces *pieces, struct span span) {
    size_t end = span.length, at;
    for (;; end = at) {
        while (end > 0 && is_blank(span.data[end - 1])) {
            end--;
        }
        if (end == 0) {
            return true;
        }
        if (pieces->most-- == 0) {
            return add(pieces, span, 0, end);
        }
        for (at = end; at > 0 && !is_blank(span.data[at - 1]);) {
            at--;
        }
        if (!add(pieces, span, at, end)) {
            return false;
        }
    }
}

static bool split_at(struct pieces *pieces, struct span span, struct span mark) {
    for (; pieces->most > 0; pieces->most--) {
        size_t at = span_find(span, mark);
        if (at == SPAN_NONE) {
            break;
        }
        if (!add(pieces, span, 0, at)) {
            return false;
        }
        span = span_from(span, at + mark.length);
    }
    return add(pieces, span, 0, span.length);
}

static bool split_at_back(struct pieces *pieces, struct span span, struct span mark) {
    for (; pieces->most > 0; pieces->most--) {
        size_t at = span_find_last(span, mark);
        if (at == SPAN_NONE) {
            break;
        }
        if (!add(pieces, span, at + mark.length, span.length)) {
            return false;
        }
        span.length = at;
    }
    return add(pieces, span, 0, span.length);
}

static bool begin(struct vm *vm, struct value self, struct pieces *pieces) {
    *pieces = (struct pieces){vm, self, list_new(vm, NULL, 0), 0};
    return !value_is_error(pieces->list);
}

// A separator without data means blanks.
static bool read_split(struct vm *vm, const struct call *call, const char *function,
                       struct span *mark, int64_t *most) {
    struct value separator = VALUE_NONE, count = value_small(-1);
    *mark = (struct span){0};
    if (!native_args(vm, call, function, "|o:sep o:maxsplit", &separator, &count) ||
        !vm_to_index(vm, count, most) ||
        (!value_is_none(separator) && !bytes_need_span(vm, separator, mark))) {
        return false;
    }
    if (mark->data != NULL && mark->length == 0) {
        raise_error(vm, EXCEPTION_ValueError, "empty separator");
        return false;
    }
    return true;
}

struct value bytes_method_split(struct vm *vm, struct value self, const struct call *call) {
    struct pieces pieces;
    struct span mark, span = bytes_span_of(vm, self);
    int64_t most;
    if (!read_split(vm, call, "split", &mark, &most) || !begin(vm, self, &pieces)) {
        return VALUE_ERROR;
    }
    pieces.most = (size_t)most;
    return finish(&pieces,
                  mark.data == NULL ? split_blanks(&pieces, span) : split_at(&pieces, span, mark));
}

static void reverse(struct list *list) {
    for (size_t i = 0; i < list->count / 2; i++) {
        struct value item = list->items[i];
        list->items[i] = list->items[list->count - 1 - i];
        list->items[list->count - 1 - i] = item;
    }
}

struct value bytes_method_rsplit(struct vm *vm, struct value self, const struct call *call) {
    struct pieces pieces;
    struct span mark, span = bytes_span_of(vm, self);
    int64_t most;
    if (!read_split(vm, call, "rsplit", &mark, &most) || !begin(vm, self, &pieces)) {
        return VALUE_ERROR;
    }
    pieces.most = (size_t)most;
    bool fine =
        mark.data == NULL ? split_blanks_back(&pieces, span) : split_at_back(&pieces, span, mark);
    reverse(list_of(pieces.list));
    return finish(&pieces, fine);
}

struct value bytes_method_splitlines(struct vm *vm, struct value self, const struct call *call) {
    struct value keep = VALUE_FALSE;
    struct pieces pieces;
    struct span span = bytes_span_of(vm, self);
    if (!native_args(vm, call, "splitlines", "|o:keepends", &keep)) {
        return VALUE_ERROR;
    }
    int keeps = vm_truth(vm, keep);
    if (keeps < 0 || !begin(vm, self, &pieces)) {
        return VALUE_ERROR;
    }
    for (size_t at = 0, next; at < span.length; at = next) {
        size_t end = at;
        while (end < span.length && span.data[end] != '\n' && span.data[end] != '\r') {
            end++;
        }
        bool pair = end + 1 < span.length && span.data[end] == '\r' && span.data[end + 1] == '\n';
        next = end == span.length ? end : end + 1 + pair;
        if (!add(&pieces, span, at, keeps ? next : end)) {
            return finish(&pieces, false);
        }
    }
    return pieces.list;
}

// Three pieces, of which the caller made the middle one.
static struct value triple(struct vm *vm, struct value self, struct span a, struct value middle,
                           struct span c) {
    struct value items[3] = {
        bytes_alike(vm, self, a.data, a.length),
        middle,
        bytes_alike(vm, self, c.data, c.length),
    };
    if (value_is_error(items[0]) || value_is_error(items[1]) || value_is_error(items[2])) {
        for (int i = 0; i < 3; i++) {
            value_drop(vm, items[i]);
        }
        return VALUE_ERROR;
    }
    return tuple_steal(vm, items, 3);
}

static struct value partition(struct vm *vm, struct value self, const struct call *call,
                              bool from_end) {
    struct span mark, span = bytes_span_of(vm, self), none = {"", 0};
    if (!native_count(vm, call, from_end ? "rpartition" : "partition", 1, 1) ||
        !bytes_need_span(vm, call->args[0], &mark)) {
        return VALUE_ERROR;
    }
    if (mark.length == 0) {
        return raise_error(vm, EXCEPTION_ValueError, "empty separator");
    }
    size_t at = from_end ? span_find_last(span, mark) : span_find(span, mark);
    if (at == SPAN_NONE) {
        struct value empty = bytes_alike(vm, self, "", 0);
        return from_end ? triple(vm, self, none, empty, span) : triple(vm, self, span, empty, none);
    }
    struct value middle = bytearray_is(vm, self) ? bytearray_new(vm, mark.data, mark.length)
                                                 : value_keep(call->args[0]);
    return triple(vm, self, span_cut(span, 0, at), middle, span_from(span, at + mark.length));
}

struct value bytes_method_partition(struct vm *vm, struct value self, const struct call *call) {
    return partition(vm, self, call, false);
}

struct value bytes_method_rpartition(struct vm *vm, struct value self, const struct call *call) {
    return partition(vm, self, call, true);
}

static bool join(struct vm *vm, struct span separator, struct value items, struct buf *out) {
    size_t count;
    const struct value *item = sequence_items(items, &count);
    for (size_t i = 0; i < count; i++) {
        struct bytes_span span;
        if (!bytes_like(vm, item[i], &span)) {
            raise_error(vm, EXCEPTION_TypeError,
                        "sequence item %zu: expected a bytes-like object, %s found", i,
                        value_type(vm, item[i])->name);
            return false;
        }
        if (!heap_has_room(vm, (out->length + span.length + separator.length) * 2)) {
            raise_memory(vm);
            return false;
        }
        buf_put(out, separator.data, i > 0 ? separator.length : 0);
        buf_put(out, span.data, span.length);
    }
    return true;
}

struct value bytes_method_join(struct vm *vm, struct value self, const struct call *call) {
    if (!native_count(vm, call, "join", 1, 1)) {
        return VALUE_ERROR;
    }
    struct type *type = value_type(vm, call->args[0]);
    if (type->iter == NULL && type->get_item == NULL) {
        return raise_error(vm, EXCEPTION_TypeError, "can only join an iterable");
    }
    struct value items = list_from(vm, call->args[0]);
    if (value_is_error(items)) {
        return items;
    }
    struct buf out = {0};
    bool fine = join(vm, bytes_span_of(vm, self), items, &out);
    value_drop(vm, items);
    if (!fine) {
        buf_free(&out);
        return VALUE_ERROR;
    }
    return bytes_alike_take(vm, self, &out);
}
