// What iterates over a dict and its views. Each notices when the dict changed its size.
#include "vm/dict_views.h"

#include "vm/builtin.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/raise.h"

struct value dict_iterator_new(struct vm *vm, struct type *type, struct value dict, bool back) {
    struct dict_iterator *iterator = object_new(vm, type, sizeof *iterator);
    if (iterator == NULL) {
        return VALUE_ERROR;
    }
    iterator->dict = value_keep(dict);
    iterator->at = back ? dict_of(dict)->filled : 0;
    iterator->used = iterator->left = dict_of(dict)->used;
    return value_object(iterator);
}

struct value dict_iterate(struct vm *vm, struct value dict) {
    return dict_iterator_new(vm, builtin(vm, BUILTIN_dict_keyiterator), dict, false);
}

struct value dict_iterate_back(struct vm *vm, struct value dict) {
    return dict_iterator_new(vm, builtin(vm, BUILTIN_dict_reversekeyiterator), dict, true);
}

static void finish(struct vm *vm, struct dict_iterator *iterator) {
    value_replace(vm, &iterator->dict, VALUE_ABSENT);
}

// May it go on? False at its end, or if raised: then [*failed].
static bool check(struct vm *vm, struct dict_iterator *iterator, bool *failed) {
    if (value_is_absent(iterator->dict)) {
        return false;
    }
    if (iterator->used != dict_of(iterator->dict)->used) {
        iterator->used = UINT32_MAX; // it stays so
        raise_error(vm, EXCEPTION_RuntimeError, "dictionary changed size during iteration");
        *failed = true;
        return false;
    }
    return true;
}

// The same number of keys, but not the same keys.
static void refuse_keys(struct vm *vm, struct dict_iterator *iterator, bool *failed) {
    raise_error(vm, EXCEPTION_RuntimeError, "dictionary keys changed during iteration");
    *failed = true;
    finish(vm, iterator);
}

const struct dict_entry *dict_iterator_step(struct vm *vm, struct dict_iterator *iterator,
                                            bool *failed) {
    *failed = false;
    if (!check(vm, iterator, failed)) {
        return NULL;
    }
    const struct dict *dict = dict_of(iterator->dict);
    while (iterator->at < dict->filled && value_is_absent(dict->entries[iterator->at].key)) {
        iterator->at++;
    }
    if (iterator->at >= dict->filled) {
        finish(vm, iterator);
        return NULL;
    }
    if (iterator->left == 0) {
        refuse_keys(vm, iterator, failed);
        return NULL;
    }
    iterator->left--;
    return &dict->entries[iterator->at++];
}

static const struct dict_entry *step_back(struct vm *vm, struct dict_iterator *iterator,
                                          bool *failed) {
    *failed = false;
    if (!check(vm, iterator, failed)) {
        return NULL;
    }
    const struct dict *dict = dict_of(iterator->dict);
    uint32_t at = iterator->at < dict->filled ? iterator->at : dict->filled;
    while (at > 0 && value_is_absent(dict->entries[at - 1].key)) {
        at--;
    }
    if (at == 0) {
        finish(vm, iterator);
        return NULL;
    }
    if (iterator->left == 0) {
        refuse_keys(vm, iterator, failed);
        return NULL;
    }
    iterator->left--;
    iterator->at = at - 1;
    return &dict->entries[at - 1];
}

typedef const struct dict_entry *step_function(struct vm *vm, struct dict_iterator *iterator,
                                               bool *failed);

static struct value give_key(struct vm *vm, struct value self, step_function *step) {
    bool failed;
    const struct dict_entry *entry =
        step(vm, (struct dict_iterator *)value_to_object(self), &failed);
    return entry != NULL ? value_keep(entry->key) : failed ? VALUE_ERROR : VALUE_ABSENT;
}

static struct value give_value(struct vm *vm, struct value self, step_function *step) {
    bool failed;
    const struct dict_entry *entry =
        step(vm, (struct dict_iterator *)value_to_object(self), &failed);
    return entry != NULL ? value_keep(entry->value) : failed ? VALUE_ERROR : VALUE_ABSENT;
}

static struct value give_item(struct vm *vm, struct value self, step_function *step) {
    bool failed;
    const struct dict_entry *entry =
        step(vm, (struct dict_iterator *)value_to_object(self), &failed);
    if (entry == NULL) {
        return failed ? VALUE_ERROR : VALUE_ABSENT;
    }
    return tuple_new(vm, (struct value[]){entry->key, entry->value}, 2);
}

static struct value next_key(struct vm *vm, struct value self) {
    return give_key(vm, self, dict_iterator_step);
}
static struct value next_value(struct vm *vm, struct value self) {
    return give_value(vm, self, dict_iterator_step);
}
static struct value next_item(struct vm *vm, struct value self) {
    return give_item(vm, self, dict_iterator_step);
}
static struct value next_key_back(struct vm *vm, struct value self) {
    return give_key(vm, self, step_back);
}
static struct value next_value_back(struct vm *vm, struct value self) {
    return give_value(vm, self, step_back);
}
static struct value next_item_back(struct vm *vm, struct value self) {
    return give_item(vm, self, step_back);
}

static void release(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct dict_iterator *)object)->dict);
}

static struct value hint(struct vm *vm, struct value self, const struct call *call) {
    if (!native_args(vm, call, "__length_hint__", "")) {
        return VALUE_ERROR;
    }
    struct dict_iterator *iterator = (struct dict_iterator *)value_to_object(self);
    bool over = value_is_absent(iterator->dict) || iterator->used != dict_of(iterator->dict)->used;
    return value_small(over ? 0 : iterator->left);
}

static const struct native methods[] = {
    {"__length_hint__", hint, NATIVE_PLAIN, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

static bool ready(struct vm *vm, struct type *type,
                  struct value (*next)(struct vm *vm, struct value self)) {
    type->size = sizeof(struct dict_iterator);
    type->free = release;
    type->iter = iterator_itself;
    type->next = next;
    return type_ready(vm, type, methods);
}

bool dict_keyiterator_type_ready(struct vm *vm, struct type *type) {
    return ready(vm, type, next_key);
}
bool dict_valueiterator_type_ready(struct vm *vm, struct type *type) {
    return ready(vm, type, next_value);
}
bool dict_itemiterator_type_ready(struct vm *vm, struct type *type) {
    return ready(vm, type, next_item);
}
bool dict_reversekeyiterator_type_ready(struct vm *vm, struct type *type) {
    return ready(vm, type, next_key_back);
}
bool dict_reversevalueiterator_type_ready(struct vm *vm, struct type *type) {
    return ready(vm, type, next_value_back);
}
bool dict_reverseitemiterator_type_ready(struct vm *vm, struct type *type) {
    return ready(vm, type, next_item_back);
}
