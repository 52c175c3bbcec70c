// Searching, comparing and showing runs of values.
//
// A small program can build lists in lists that take for ever to compare or to show, so each item
// that is itself a container counts against the budget of the run (vm_tick).
#include "vm/sequence.h"

#include "vm/builtin.h"
#include "vm/float.h"
#include "vm/heap.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/vm.h"

const struct value *sequence_items(struct value list_or_tuple, size_t *count) {
    struct sequence_run run = sequence_run(list_or_tuple);
    *count = run.count;
    return run.items;
}

// Is the item, which may go away while __eq__ runs, equal to [sought]? 1, 0, -1.
static int item_equals(struct vm *vm, struct value item, struct value sought) {
    if (value_is(item, sought)) {
        return 1;
    }
    if (value_both_small(item, sought)) {
        return 0;
    }
    if (!vm_tick(vm)) {
        return -1;
    }
    value_keep(item);
    int equal = vm_equal(vm, item, sought);
    value_drop(vm, item);
    return equal;
}

int sequence_find(struct vm *vm, struct value list_or_tuple, struct value item, size_t start,
                  size_t stop, size_t *index) {
    for (size_t i = start; i < stop && i < sequence_run(list_or_tuple).count; i++) {
        int equal = item_equals(vm, sequence_run(list_or_tuple).items[i], item);
        if (equal != 0) {
            *index = i;
            return equal;
        }
    }
    return 0;
}

int sequence_contains(struct vm *vm, struct value list_or_tuple, struct value item) {
    size_t index;
    return sequence_find(vm, list_or_tuple, item, 0, SIZE_MAX, &index);
}

ptrdiff_t sequence_count(struct vm *vm, struct value list_or_tuple, struct value item) {
    ptrdiff_t count = 0;
    for (size_t i = 0; i < sequence_run(list_or_tuple).count; i++) {
        int equal = item_equals(vm, sequence_run(list_or_tuple).items[i], item);
        if (equal < 0) {
            return -1;
        }
        count += equal;
    }
    return count;
}

// How many items from the start on are the same objects or numbers.
static size_t same_items(struct sequence_run a, struct sequence_run b) {
    size_t i = 0;
    while (i < a.count && i < b.count && value_is(a.items[i], b.items[i])) {
        i++;
    }
    return i;
}

// The index of the first items that differ: 1, 0: no such pair, -1: raised.
static int first_difference(struct vm *vm, struct value a, struct value b, size_t *index) {
    for (size_t i = same_items(sequence_run(a), sequence_run(b));
         i < sequence_run(a).count && i < sequence_run(b).count; i++) {
        struct value other = value_keep(sequence_run(b).items[i]);
        int equal = item_equals(vm, sequence_run(a).items[i], other);
        value_drop(vm, other);
        if (equal <= 0) {
            *index = i;
            return equal < 0 ? -1 : 1;
        }
    }
    return 0;
}

static bool compare_numbers(int64_t a, int64_t b, enum compare_op op) {
    switch (op) {
    case COMPARE_LT:
        return a < b;
    case COMPARE_LE:
        return a <= b;
    case COMPARE_EQ:
        return a == b;
    case COMPARE_NE:
        return a != b;
    case COMPARE_GT:
        return a > b;
    case COMPARE_GE:
        return a >= b;
    }
    return false;
}

static struct value compare_at(struct vm *vm, struct value a, struct value b, size_t index,
                               enum compare_op op) {
    struct value x = sequence_run(a).items[index];
    struct value y = sequence_run(b).items[index];
    if (value_both_small(x, y)) {
        return value_bool(compare_numbers(value_to_small(x), value_to_small(y), op));
    }
    value_keep(x);
    value_keep(y);
    struct value result = vm_compare(vm, x, y, op);
    value_drop(vm, x);
    value_drop(vm, y);
    return result;
}

struct value sequence_compare(struct vm *vm, struct value a, struct value b, enum compare_op op) {
    bool equality = op == COMPARE_EQ || op == COMPARE_NE;
    if (equality && sequence_run(a).count != sequence_run(b).count) {
        return value_bool(op == COMPARE_NE);
    }
    size_t index = 0;
    int differs = first_difference(vm, a, b, &index);
    if (differs < 0) {
        return VALUE_ERROR;
    }
    size_t a_count = sequence_run(a).count, b_count = sequence_run(b).count;
    if (differs == 0 || index >= a_count || index >= b_count) {
        return value_bool(compare_numbers((int64_t)a_count, (int64_t)b_count, op));
    }
    return equality ? value_bool(op == COMPARE_NE) : compare_at(vm, a, b, index, op);
}

static bool put_any_repr(struct vm *vm, struct value v, struct buf *out) {
    struct value text = vm_tick(vm) ? vm_repr(vm, v) : VALUE_ERROR;
    if (value_is_error(text)) {
        return false;
    }
    // The buffer is no object, but a bomb of nested lists must end as a MemoryError all the same.
    if (!heap_has_room(vm, out->length + str_of(text)->length)) {
        value_drop(vm, text);
        raise_memory(vm);
        return false;
    }
    buf_put(out, str_of(text)->text, str_of(text)->length);
    value_drop(vm, text);
    return true;
}

bool sequence_put_repr(struct vm *vm, struct value v, struct buf *out) {
    if (value_is_small(v)) {
        buf_printf(out, "%lld", (long long)value_to_small(v));
        return true;
    }
    if (value_is_exactly(v, builtin(vm, BUILTIN_str))) {
        str_repr_to(str_of(v), out);
        return true;
    }
    if (value_is_float(v)) {
        float_repr_to(value_to_float(v), out);
        return true;
    }
    return put_any_repr(vm, v, out);
}

bool sequence_repr_items(struct vm *vm, struct value list_or_tuple, struct buf *out) {
    for (size_t i = 0; i < sequence_run(list_or_tuple).count; i++) {
        if (i > 0) {
            buf_puts(out, ", ");
        }
        struct value item = value_keep(sequence_run(list_or_tuple).items[i]);
        bool done = sequence_put_repr(vm, item, out);
        value_drop(vm, item);
        if (!done) {
            return false;
        }
    }
    return true;
}

bool sequence_product(struct vm *vm, size_t count, int64_t times, size_t *product) {
    if (times <= 0 || count == 0) {
        *product = 0;
        return true;
    }
    if ((uint64_t)times > SIZE_MAX / sizeof(struct value) / 2 / count) {
        raise_memory(vm);
        return false;
    }
    *product = count * (size_t)times;
    return true;
}
