// Iterating over the characters of a str.
#include "base/utf8.h"
#include "vm/builtin.h"
#include "vm/native.h"
#include "vm/str_type.h"

struct str_iterator {
    struct object head;
    struct value text; // ABSENT when it is exhausted
    size_t at;         // the byte where the next character begins
};

static struct str_iterator *iterator_of(struct value v) {
    return (struct str_iterator *)value_to_object(v);
}

struct value str_iter(struct vm *vm, struct value text) {
    struct str_iterator *iterator =
        object_new(vm, builtin(vm, BUILTIN_str_iterator), sizeof *iterator);
    if (iterator == NULL) {
        return VALUE_ERROR;
    }
    iterator->text = value_keep(text);
    iterator->at = 0;
    return value_object(iterator);
}

static void iterator_free(struct vm *vm, struct object *object) {
    value_drop(vm, ((struct str_iterator *)(void *)object)->text);
}

static struct value iterator_iter(struct vm *vm, struct value self) {
    (void)vm;
    return value_keep(self);
}

static struct value iterator_next(struct vm *vm, struct value self) {
    struct str_iterator *iterator = iterator_of(self);
    if (value_is_absent(iterator->text)) {
        return VALUE_ABSENT;
    }
    const struct str *s = str_of(iterator->text);
    if (iterator->at >= s->length) {
        value_replace(vm, &iterator->text, VALUE_ABSENT);
        return VALUE_ABSENT;
    }
    uint32_t rune;
    const char *at = s->text + iterator->at;
    size_t bytes = utf8_decode(at, s->length - iterator->at, &rune);
    iterator->at += bytes;
    return str_new(vm, at, bytes);
}

static struct value length_hint(struct vm *vm, struct value self, const struct call *call) {
    const struct str_iterator *iterator = iterator_of(self);
    (void)vm, (void)call;
    if (value_is_absent(iterator->text)) {
        return value_small(0);
    }
    const struct str *s = str_of(iterator->text);
    return value_small((int64_t)utf8_count(s->text + iterator->at, s->length - iterator->at));
}

bool str_iterator_type_ready(struct vm *vm, struct type *type) {
    static const struct native methods[] = {{"__length_hint__", length_hint, 0, 0}, {0}};
    type->size = sizeof(struct str_iterator);
    type->free = iterator_free;
    type->iter = iterator_iter;
    type->next = iterator_next;
    return type_ready(vm, type, methods);
}
