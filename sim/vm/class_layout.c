// Where the instances of a class keep their dict and the values of __slots__.
//
// If the builtin type that a class inherits from is object itself, its instances are struct
// instance: the dict has a fixed place and slots follow it, those of a base first. Otherwise the
// builtin's own struct comes first for its own functions' sake, and dict and slots lie before the
// object, the first at -8, in the type's [prefix]: so the layout of a base is always a part of that
// of a class that inherits from it.
#include "base/utf8.h"
#include "vm/dict.h"
#include "vm/instance.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/member.h"
#include "vm/raise.h"
#include "vm/slots.h"
#include "vm/str.h"
#include "vm/type.h"

static struct type *builtin_base(struct type *type) {
    while ((type->flags & TYPE_HEAP) != 0) {
        type = type->base;
    }
    return type;
}

// Does [type] add anything to the layout of its base's instances, a dict apart?
static bool adds(const struct type *type) {
    const struct type *base = type->base;
    if (base == NULL) {
        return true;
    }
    if ((type->flags & TYPE_HEAP) != 0) {
        return type->slot_count > 0;
    }
    return type->size != base->size || type->measure != base->measure;
}

static struct type *solid_base(struct type *type) {
    while (!adds(type)) {
        type = type->base;
    }
    return type;
}

static bool check_base(struct vm *vm, struct value base) {
    if (!type_is(base)) {
        raise_error(vm, EXCEPTION_TypeError, "bases must be types");
        return false;
    }
    if ((type_of(base)->flags & TYPE_BASE) == 0) {
        raise_error(vm, EXCEPTION_TypeError, "type '%s' is not an acceptable base type",
                    type_of(base)->name);
        return false;
    }
    return true;
}

struct type *class_best_base(struct vm *vm, struct value bases) {
    struct type *best = NULL, *winner = NULL;
    size_t count;
    const struct value *items = sequence_items(bases, &count);
    for (size_t i = 0; i < count; i++) {
        if (!check_base(vm, items[i])) {
            return NULL;
        }
        struct type *candidate = solid_base(type_of(items[i]));
        if (winner == NULL || (candidate != winner && type_is_subtype(candidate, winner))) {
            winner = candidate;
            best = type_of(items[i]);
        } else if (!type_is_subtype(winner, candidate)) {
            raise_error(vm, EXCEPTION_TypeError, "multiple bases have instance lay-out conflict");
            return NULL;
        }
    }
    return best;
}

// __slots__ ---------------------------------------------------------------------------------------

static bool is_identifier(const struct str *name) {
    size_t at = 0;
    while (at < name->length) {
        uint32_t rune;
        size_t size = utf8_decode(name->text + at, name->length - at, &rune);
        if (at == 0 ? !utf8_is_identifier_start(rune) : !utf8_is_identifier_part(rune)) {
            return false;
        }
        at += size;
    }
    return name->length > 0;
}

// A private name is the class's own: __x becomes _Class__x. Gives the interned str, or an error.
static struct value mangle(struct vm *vm, const struct type *type, const struct str *name) {
    const char *class = type->name;
    class += strspn(class, "_");
    bool private = strncmp(name->text, "__", 2) == 0 && *class != '\0' &&
                   (name->length < 4 || strcmp(name->text + name->length - 2, "__") != 0);
    if (!private) {
        return str_intern(vm, name->text, name->length);
    }
    struct buf text = {0};
    buf_printf(&text, "_%s%s", class, name->text);
    struct value mangled = str_intern(vm, buf_text(&text), text.length);
    buf_free(&text);
    return mangled;
}

static bool check_slot(struct vm *vm, const struct type *type, struct value name) {
    const struct type *base = builtin_base((struct type *)type);
    if (!str_is(name)) {
        raise_error(vm, EXCEPTION_TypeError, "__slots__ items must be strings, not '%s'",
                    value_type(vm, name)->name);
    } else if (!is_identifier(str_of(name))) {
        raise_error(vm, EXCEPTION_TypeError, "__slots__ must be identifiers");
    } else if (base->measure != NULL || (base->flags & TYPE_INT) != 0) {
        raise_error(vm, EXCEPTION_TypeError, "nonempty __slots__ not supported for subtype of '%s'",
                    type->base->name);
    } else {
        return true;
    }
    return false;
}

// Makes room for one more slot and gives its offset from the object.
static int place_slot(struct type *type) {
    type->slot_count++;
    if (builtin_base(type)->base == NULL) {
        int offset = (int)type->size;
        type->size += sizeof(struct value);
        return offset;
    }
    type->prefix += sizeof(struct value);
    return -(int)type->prefix;
}

static bool add_slot(struct vm *vm, struct type *type, struct value name) {
    struct value key = mangle(vm, type, str_of(name));
    if (value_is_error(key)) {
        return false;
    }
    if (!value_is_absent(dict_get_str(type->attributes, str_of(key)))) {
        raise_error(vm, EXCEPTION_ValueError, "'%s' in __slots__ conflicts with class variable",
                    str_of(name)->text);
        value_drop(vm, key);
        return false;
    }
    struct value member = member_new(vm, type, str_of(key), place_slot(type));
    bool done = !value_is_error(member) && dict_set_str(vm, type->attributes, str_of(key), member);
    value_drop(vm, member);
    value_drop(vm, key);
    return done;
}

static bool take_slot(struct vm *vm, struct type *type, struct value name, bool *wants_dict) {
    if (str_is(name) && str_equals(str_of(name), "__dict__")) {
        *wants_dict = true;
        return true;
    }
    if (str_is(name) && str_equals(str_of(name), "__weakref__")) {
        return true;
    }
    return check_slot(vm, type, name) && add_slot(vm, type, name);
}

static bool take_slots(struct vm *vm, struct type *type, struct value slots, bool *wants_dict) {
    struct value list = str_is(slots) ? list_new(vm, &slots, 1) : list_from(vm, slots);
    if (value_is_error(list)) {
        return false;
    }
    bool done = true;
    for (size_t i = 0; i < list_of(list)->count && done; i++) {
        done = take_slot(vm, type, list_of(list)->items[i], wants_dict);
    }
    value_drop(vm, list);
    return done;
}

// The dict ------------------------------------------------------------------------------------

static bool base_has_dict(const struct type *type) {
    size_t count;
    const struct value *bases = sequence_items(type->bases, &count);
    for (size_t i = 0; i < count; i++) {
        if (type_of(bases[i])->dict_offset != 0) {
            return true;
        }
    }
    return false;
}

static bool place_dict(struct vm *vm, struct type *type) {
    if (builtin_base(type)->base == NULL) {
        type->dict_offset = offsetof(struct instance, dict);
        type->flags |= TYPE_HAS_DICT;
    } else {
        type->prefix += sizeof(struct dict *);
        type->dict_offset = -(int)type->prefix;
    }
    return member_add_dict(vm, type) && member_add_weak(vm, type);
}

bool class_lay_out(struct vm *vm, struct type *type) {
    const struct type *base = type->base;
    type->size = base->size;
    type->prefix = base->prefix;
    type->dict_offset = base->dict_offset;
    type->measure = base->measure;
    if (builtin_base(type)->base == NULL && type->size < sizeof(struct instance)) {
        type->size = sizeof(struct instance);
    }
    struct value slots = dict_get_str(type->attributes, dunder(vm, DUNDER_slots));
    bool wants_dict = value_is_absent(slots) || base_has_dict(type);
    if (!value_is_absent(slots) && !take_slots(vm, type, slots, &wants_dict)) {
        return false;
    }
    bool of_classes = (base->flags & TYPE_TYPE) != 0; // a metaclass: classes have their attributes
    return !wants_dict || type->dict_offset != 0 || of_classes || place_dict(vm, type);
}
