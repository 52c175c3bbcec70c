// Sorting: stable, by runs, as CPython's timsort goes about it.
//
// The list is cut into runs that ascend already (a strictly descending one is turned round); a
// short one is made longer by binary insertion; then neighbours of about equal length are merged.
// Up to 63 items the comparisons are CPython's own, one for one, which programs can see by what
// their __lt__ prints; beyond that its merging gallops and ours does not.
//
// Comparing runs the program's code. Meanwhile the list is empty, as in CPython, and what the
// program puts into it then is lost, with a ValueError.
#include "vm/list.h"

#include "vm/builtin.h"
#include "vm/heap.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/vm.h"

#define RUNS_MOST  64 // runs waiting to be merged: more than any memory can fill
#define RUN_ENOUGH 64 // a list this long is cut into runs of at least half that

// An item and what it is sorted by; without a key function both are the item.
struct entry {
    struct value key, item;
};

struct run {
    size_t start, count;
};

struct sorter {
    struct vm *vm;
    int (*less)(struct vm *vm, struct value a, struct value b); // 1, 0, -1: raised
    struct entry *entries, *spare; // spare: as much room again, for merging
    size_t count;
    struct run runs[RUNS_MOST];
    size_t run_count;
    bool failed; // a comparison raised
};

static int less_small(struct vm *vm, struct value a, struct value b) {
    (void)vm;
    return value_to_small(a) < value_to_small(b);
}

static int less_float(struct vm *vm, struct value a, struct value b) {
    (void)vm;
    return value_to_float(a) < value_to_float(b);
}

// Byte order of UTF-8 is the order of the characters.
static int less_str(struct vm *vm, struct value a, struct value b) {
    (void)vm;
    const struct str *x = str_of(a), *y = str_of(b);
    int order = memcmp(x->text, y->text, x->length < y->length ? x->length : y->length);
    return order != 0 ? order < 0 : x->length < y->length;
}

static int less_any(struct vm *vm, struct value a, struct value b) {
    struct value result = vm_compare(vm, a, b, COMPARE_LT);
    if (value_is_error(result)) {
        return -1;
    }
    int truth = value_is_bool(result) ? value_is(result, VALUE_TRUE) : vm_truth(vm, result);
    value_drop(vm, result);
    return truth;
}

// The quickest comparison that fits all keys.
static void choose_less(struct sorter *sorter) {
    const struct type *str = builtin(sorter->vm, BUILTIN_str);
    bool small = true, floats = true, texts = true;
    for (size_t i = 0; i < sorter->count; i++) {
        struct value key = sorter->entries[i].key;
        small = small && value_is_small(key);
        floats = floats && value_is_float(key);
        texts = texts && value_is_exactly(key, str);
    }
    sorter->less = small ? less_small : floats ? less_float : texts ? less_str : less_any;
}

// Is [a] less than [b]? After a failure always no, so that the loops come to their end.
static inline bool less(struct sorter *sorter, const struct entry *a, const struct entry *b) {
    if (sorter->failed) {
        return false;
    }
    int result = sorter->less(sorter->vm, a->key, b->key);
    sorter->failed = result < 0;
    return result > 0;
}

static void reverse(struct entry *entries, size_t count) {
    for (size_t i = 0; i < count / 2; i++) {
        struct entry entry = entries[i];
        entries[i] = entries[count - 1 - i];
        entries[count - 1 - i] = entry;
    }
}

// How far from [count] on each item is no less than the one before it.
static size_t ascend(struct sorter *sorter, const struct entry *low, size_t count, size_t most) {
    while (count < most && !less(sorter, &low[count], &low[count - 1])) {
        count++;
    }
    return count;
}

// How far from [count] on the items descend. Equal neighbours, which reversing would put in the
// wrong order, are reversed here so that it puts them right.
static size_t descend(struct sorter *sorter, struct entry *low, size_t count, size_t most) {
    size_t equal = 0; // how many of the last items equal the one before them
    for (; count < most; count++) {
        if (less(sorter, &low[count], &low[count - 1])) {
            reverse(low + count - equal - 1, equal + 1);
            equal = 0;
        } else if (less(sorter, &low[count - 1], &low[count])) {
            break;
        } else {
            equal++;
        }
    }
    reverse(low + count - equal - 1, equal + 1);
    return count;
}

// The length of the run that begins at [low], made ascending.
static size_t count_run(struct sorter *sorter, struct entry *low, size_t most) {
    size_t count = ascend(sorter, low, 1, most);
    if (count == most) {
        return count;
    }
    if (count > 1) {
        if (less(sorter, &low[0], &low[count - 1])) {
            return count;
        }
        reverse(low, count); // all equal: a descending run as well
    }
    count = descend(sorter, low, count + 1, most);
    reverse(low, count);
    return ascend(sorter, low, count, most);
}

// Sorts [count] items of which the first [sorted] are in order.
static void insert_sorted(struct sorter *sorter, struct entry *low, size_t count, size_t sorted) {
    for (; sorted < count && !sorter->failed; sorted++) {
        struct entry pivot = low[sorted];
        size_t left = 0, right = sorted;
        while (left < right) {
            size_t middle = (left + right) / 2;
            if (less(sorter, &pivot, &low[middle])) {
                right = middle;
            } else {
                left = middle + 1;
            }
        }
        memmove(low + left + 1, low + left, (sorted - left) * sizeof *low);
        low[left] = pivot;
    }
}

// Merges two neighbours.
static void merge(struct sorter *sorter, struct run a, struct run b) {
    struct entry *left = sorter->spare;
    const struct entry *right = sorter->entries + b.start;
    struct entry *out = sorter->entries + a.start;
    memcpy(left, out, a.count * sizeof *left);
    size_t i = 0, j = 0;
    while (i < a.count && j < b.count) {
        *out++ = less(sorter, &right[j], &left[i]) ? right[j++] : left[i++];
    }
    // What is left of the right run stands where it belongs.
    memcpy(out, left + i, (a.count - i) * sizeof *left);
}

// Merges the waiting runs number [at] and [at] + 1.
static void merge_at(struct sorter *sorter, size_t at) {
    struct run *runs = sorter->runs;
    merge(sorter, runs[at], runs[at + 1]);
    runs[at].count += runs[at + 1].count;
    sorter->run_count--;
    for (size_t i = at + 1; i < sorter->run_count; i++) {
        runs[i] = runs[i + 1];
    }
}

// Merges until each waiting run is longer than the two behind it together, or, at the [end], all.
static void collapse(struct sorter *sorter, bool end) {
    struct run *runs = sorter->runs;
    while (sorter->run_count > 1) {
        size_t n = sorter->run_count - 2;
        bool wide = n > 0 && runs[n - 1].count <= runs[n].count + runs[n + 1].count;
        if (!end && !wide && runs[n].count > runs[n + 1].count) {
            return;
        }
        merge_at(sorter, n > 0 && runs[n - 1].count < runs[n + 1].count ? n - 1 : n);
    }
}

// The least length of a run: [count] halved until it is below RUN_ENOUGH, rounded up.
static size_t least_run(size_t count) {
    size_t odd = 0;
    while (count >= RUN_ENOUGH) {
        odd |= count & 1;
        count >>= 1;
    }
    return count + odd;
}

static void sort_entries(struct sorter *sorter) {
    size_t least = least_run(sorter->count);
    for (size_t start = 0; start < sorter->count && !sorter->failed;) {
        struct entry *low = sorter->entries + start;
        size_t left = sorter->count - start;
        size_t count = count_run(sorter, low, left);
        size_t enough = left < least ? left : least;
        if (count < enough) {
            insert_sorted(sorter, low, enough, count);
            count = enough;
        }
        sorter->runs[sorter->run_count++] = (struct run){start, count};
        collapse(sorter, false);
        start += count;
    }
    collapse(sorter, true);
}

// Fills in the entries; [key] is called for each item. Gives how many were made: less if it raised.
static size_t read_keys(struct vm *vm, const struct value *items, size_t count, struct value key,
                        struct entry *entries) {
    for (size_t i = 0; i < count; i++) {
        struct value by = items[i];
        if (!value_is_absent(key)) {
            by = vm_call(vm, key, &items[i], 1);
            if (value_is_error(by)) {
                return i;
            }
        }
        entries[i] = (struct entry){by, items[i]};
    }
    return count;
}

static void drop_keys(struct vm *vm, const struct entry *entries, size_t count, struct value key) {
    for (size_t i = 0; i < count && !value_is_absent(key); i++) {
        value_drop(vm, entries[i].key);
    }
}

// Sorts [items] in place; they stay in some order even if this fails.
static bool sort_items(struct vm *vm, struct value *items, size_t count, struct value key,
                       bool back) {
    struct entry *entries = heap_alloc(vm, 2 * count * sizeof *entries);
    if (entries == NULL) {
        raise_memory(vm);
        return false;
    }
    size_t read = read_keys(vm, items, count, key, entries);
    bool done = read == count;
    if (done) {
        struct sorter sorter = {.vm = vm, .entries = entries, .spare = entries + count};
        sorter.count = count;
        choose_less(&sorter);
        // Reversed before and after, equal items stay in their order.
        reverse(entries, back ? count : 0);
        sort_entries(&sorter);
        reverse(entries, back ? count : 0);
        for (size_t i = 0; i < count; i++) {
            items[i] = entries[i].item;
        }
        done = !sorter.failed;
    }
    drop_keys(vm, entries, read, key);
    heap_free(vm, entries, 2 * count * sizeof *entries);
    return done;
}

bool list_sort(struct vm *vm, struct list *list, struct value key, bool reverse_order) {
    struct list taken = *list;
    if (taken.count < 2 && value_is_absent(key)) {
        return true;
    }
    list->items = NULL;
    list->count = list->capacity = 0;
    bool done = taken.count == 0 || sort_items(vm, taken.items, taken.count, key, reverse_order);
    bool modified = list->items != NULL;
    list_clear(vm, list);
    list->items = taken.items;
    list->count = taken.count;
    list->capacity = taken.capacity;
    if (done && modified) {
        raise_error(vm, EXCEPTION_ValueError, "list modified during sort");
        return false;
    }
    return done;
}
