// C3, the order in which a class's bases are asked for an attribute.
//
// The orders of all bases, and the list of bases itself, are merged: again and again the first
// candidate is taken that stands at the front of a list and nowhere else further back. Where no
// candidate is left before the lists are empty, the bases contradict each other.
#include "base/buf.h"
#include "base/mem.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/type.h"

// One list of the merge: what is left of it.
struct line {
    const struct value *items;
    size_t count;
};

static bool stands_behind(const struct line *lines, size_t line_count, struct value candidate) {
    for (size_t i = 0; i < line_count; i++) {
        for (size_t j = 1; j < lines[i].count; j++) {
            if (value_is(lines[i].items[j], candidate)) {
                return true;
            }
        }
    }
    return false;
}

// The next class of the order, ABSENT when the lists are empty, VALUE_ERROR when they contradict.
static struct value pick(const struct line *lines, size_t line_count) {
    struct value result = VALUE_ABSENT;
    for (size_t i = 0; i < line_count; i++) {
        if (lines[i].count == 0) {
            continue;
        }
        if (!stands_behind(lines, line_count, lines[i].items[0])) {
            return lines[i].items[0];
        }
        result = VALUE_ERROR;
    }
    return result;
}

static void advance(struct line *lines, size_t line_count, struct value taken) {
    for (size_t i = 0; i < line_count; i++) {
        if (lines[i].count > 0 && value_is(lines[i].items[0], taken)) {
            lines[i].items++;
            lines[i].count--;
        }
    }
}

static struct value refuse(struct vm *vm, const struct line *lines, size_t line_count) {
    struct buf names = {0};
    struct value shown[64];
    size_t shown_count = 0;
    for (size_t i = 0; i < line_count && shown_count < 64; i++) {
        bool again = lines[i].count == 0;
        for (size_t j = 0; j < shown_count && !again; j++) {
            again = value_is(shown[j], lines[i].items[0]);
        }
        if (!again) {
            shown[shown_count++] = lines[i].items[0];
            buf_printf(&names, "%s%s", shown_count == 1 ? " " : ", ",
                       type_of(lines[i].items[0])->name);
        }
    }
    raise_error(vm, EXCEPTION_TypeError,
                "Cannot create a consistent method resolution order (MRO) for bases%s",
                buf_text(&names));
    buf_free(&names);
    return VALUE_ERROR;
}

static bool has_twice(const struct value *bases, size_t count, struct value *which) {
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (value_is(bases[i], bases[j])) {
                *which = bases[i];
                return true;
            }
        }
    }
    return false;
}

static struct value merge(struct vm *vm, struct value result, struct line *lines,
                          size_t line_count) {
    for (;;) {
        struct value next = pick(lines, line_count);
        if (value_is_absent(next)) {
            struct value tuple = tuple_from(vm, result);
            value_drop(vm, result);
            return tuple;
        }
        if (value_is_error(next)) {
            value_drop(vm, result);
            return refuse(vm, lines, line_count);
        }
        if (!list_append(vm, list_of(result), next)) {
            value_drop(vm, result);
            return VALUE_ERROR;
        }
        advance(lines, line_count, next);
    }
}

struct value mro_compute(struct vm *vm, struct type *type, struct value bases) {
    size_t count;
    const struct value *items = sequence_items(bases, &count);
    struct value self = value_object(type);
    struct value twice;
    if (has_twice(items, count, &twice)) {
        return raise_error(vm, EXCEPTION_TypeError, "duplicate base class %s",
                           type_of(twice)->name);
    }
    struct value result = list_new(vm, &self, 1);
    struct line *lines = mem_zalloc(count + 1, sizeof *lines);
    for (size_t i = 0; i < count; i++) {
        lines[i].items = sequence_items(type_of(items[i])->mro, &lines[i].count);
    }
    lines[count] = (struct line){items, count};
    if (!value_is_error(result)) {
        result = merge(vm, result, lines, count + 1);
    }
    mem_free(lines);
    return result;
}
