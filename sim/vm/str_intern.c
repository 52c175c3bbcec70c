// Interned texts: a table, open addressing, of the one str for each text that names something.
// They live as long as the vm, so that whoever has one can compare it by address.
#include <string.h>

#include "base/mem.h"
#include "vm/raise.h"
#include "vm/state.h"
#include "vm/str.h"

// The slot where a str with this text is or would be. The table is never full.
static struct str **find_slot(struct vm *vm, const char *text, size_t length, int64_t hash) {
    uint32_t mask = vm->interned_slots - 1;
    for (uint32_t at = (uint32_t)hash & mask;; at = (at + 1) & mask) {
        struct str *s = vm->interned[at];
        if (s == NULL ||
            (s->hash == hash && s->length == length && memcmp(s->text, text, length) == 0)) {
            return &vm->interned[at];
        }
    }
}

// Keeps at least half of the slots free.
static void make_room(struct vm *vm) {
    if (vm->interned_count * 2 < vm->interned_slots) {
        return;
    }
    uint32_t old_slots = vm->interned_slots;
    struct str **old = vm->interned;
    vm->interned_slots = old_slots == 0 ? 1024 : old_slots * 2;
    vm->interned = mem_zalloc(vm->interned_slots, sizeof *vm->interned);
    for (uint32_t i = 0; i < old_slots; i++) {
        if (old[i] != NULL) {
            *find_slot(vm, old[i]->text, old[i]->length, old[i]->hash) = old[i];
        }
    }
    mem_free(old);
}

// Puts [s], whose reference the table takes over, into its free slot.
static struct value add(struct vm *vm, struct str **slot, struct value s, int64_t hash) {
    str_of(s)->hash = hash;
    str_of(s)->interned = true;
    *slot = str_of(s);
    vm->interned_count++;
    return value_keep(s);
}

struct value str_intern(struct vm *vm, const char *text, size_t length) {
    make_room(vm);
    int64_t hash = str_hash_text(text, length);
    struct str **slot = find_slot(vm, text, length, hash);
    if (*slot != NULL) {
        return value_keep(value_object(*slot));
    }
    struct value s = str_new(vm, text, length);
    return value_is_error(s) ? s : add(vm, slot, s, hash);
}

struct value str_intern_str(struct vm *vm, struct str *s) {
    if (s->interned) {
        return value_keep(value_object(s));
    }
    return str_intern(vm, s->text, s->length);
}

static void grow_names(struct vm *vm, uint32_t count) {
    vm->name_strs = mem_resize(vm->name_strs, count, sizeof *vm->name_strs);
    memset(vm->name_strs + vm->name_str_count, 0,
           (count - vm->name_str_count) * sizeof *vm->name_strs);
    vm->name_str_count = count;
}

struct value str_intern_name(struct vm *vm, const struct name *name) {
    if (name->id >= vm->name_str_count) {
        grow_names(vm, name->id * 2 + 64);
    }
    struct str **known = &vm->name_strs[name->id];
    if (*known == NULL) {
        struct value s = str_intern(vm, name->text, name->length);
        if (value_is_error(s)) {
            return s;
        }
        // The table of interned texts keeps it alive.
        *known = str_of(s);
        value_drop(vm, s);
    }
    return value_keep(value_object(*known));
}

// The strs that exist from the beginning: of no character, and of each ASCII character.
bool str_singles_ready(struct vm *vm) {
    struct value empty = str_reserve(vm, 0, 0);
    if (value_is_error(empty)) {
        return false;
    }
    vm->empty = str_of(empty);
    make_room(vm);
    value_drop(vm, add(vm, find_slot(vm, "", 0, str_hash_text("", 0)), value_keep(empty),
                       str_hash_text("", 0)));
    for (int i = 0; i < 128; i++) {
        char text[1] = {(char)i};
        struct value s = str_reserve(vm, 1, 1);
        if (value_is_error(s)) {
            return false;
        }
        str_of(s)->text[0] = text[0];
        vm->ascii[i] = str_of(s);
        int64_t hash = str_hash_text(text, 1);
        value_drop(vm, add(vm, find_slot(vm, text, 1, hash), value_keep(s), hash));
        make_room(vm);
    }
    return true;
}
