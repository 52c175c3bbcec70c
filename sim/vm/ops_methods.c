// Methods that are about to be called: of objects, of super(), of context managers.
#include "vm/attribute_cache.h"
#include "vm/instance.h"
#include "vm/machine.h"
#include "vm/native.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/wrappers.h"

struct found_method {
    struct value callable;
    bool bound; // it is a function of the type: the call must put the object in front
};

// As instance_get_method, remembering what it can. [object] is borrowed.
static struct found_method find_method(struct vm *vm, struct frame *frame, const struct instr *ip,
                                       struct value object) {
    struct cache *cache = &frame->loaded->caches[ip->c];
    struct str *name = NAME(ip->a);
    struct found_method found = {.bound = false};
    found.callable = instance_get_method(vm, object, name, &found.bound);
    struct type *type = value_type(vm, object);
    if (found.bound && value_is_object(object)) {
        attribute_remember_on_type(cache, object, found.callable);
    } else if (!value_is_error(found.callable) && value_is_object(object) &&
               attribute_reads_plainly(vm, type)) {
        attribute_remember_own(vm, cache, object, name);
    }
    return found;
}

SLOWLY(load_method_slow) {
    SAVE();
    struct value object = sp[-1];
    struct found_method found = find_method(vm, frame, ip, object);
    if (value_is_error(found.callable)) {
        FAIL();
    }
    sp[-1] = found.callable;
    *sp++ = found.bound ? object : VALUE_ABSENT;
    if (found.bound) {
        NEXT();
    }
    NEXT_DROP(object);
}

HANDLER(LOAD_METHOD) {
    struct value object = sp[-1];
    struct cache *cache = &frame->loaded->caches[ip->c];
    struct value method = attribute_cached_on_type(cache, object, NAME(ip->a));
    if (MOSTLY(!value_is_absent(method))) {
        sp[-1] = value_keep(method);
        *sp++ = object;
        NEXT();
    }
    const struct dict_entry *entry = attribute_cached_own(cache, object, NAME(ip->a));
    if (entry == NULL) {
        GO_ON_IN(load_method_slow);
    }
    sp[-1] = value_keep(entry->value);
    *sp++ = VALUE_ABSENT;
    NEXT_DROP(object);
}

SLOWLY(load_method_local_slow) {
    SAVE();
    struct value object = frame->slots[ip->b];
    struct found_method found = find_method(vm, frame, ip, object);
    if (value_is_error(found.callable)) {
        FAIL();
    }
    *sp++ = found.callable;
    *sp++ = found.bound ? value_keep(object) : VALUE_ABSENT;
    NEXT();
}

HANDLER(LOAD_METHOD_LOCAL) {
    struct value object = frame->slots[ip->b];
    struct cache *cache = &frame->loaded->caches[ip->c];
    struct value method = attribute_cached_on_type(cache, object, NAME(ip->a));
    if (MOSTLY(!value_is_absent(method))) {
        sp[0] = value_keep(method);
        sp[1] = value_keep(object);
        sp += 2;
        NEXT();
    }
    const struct dict_entry *entry = attribute_cached_own(cache, object, NAME(ip->a));
    if (entry == NULL) {
        GO_ON_IN(load_method_local_slow);
    }
    *sp++ = value_keep(entry->value);
    *sp++ = VALUE_ABSENT;
    NEXT();
}

// super ------------------------------------------------------------------------------------------

// What super(class, self).name gives; the program may have given super another meaning.
static struct found_method find_super(struct vm *vm, const struct value *parts, struct str *name) {
    struct found_method found = {.bound = false};
    if (value_is(parts[0], value_object(builtin(vm, BUILTIN_super)))) {
        found.callable = super_get_method(vm, parts[1], parts[2], name, &found.bound);
        return found;
    }
    struct value super = vm_call(vm, parts[0], parts + 1, 2);
    found.callable = super;
    if (!value_is_error(super)) {
        found.callable = vm_get_attribute_str(vm, super, name);
        value_drop(vm, super);
    }
    return found;
}

HANDLER(LOAD_SUPER_METHOD) {
    SAVE();
    struct value super = sp[-3], class = sp[-2], self = sp[-1];
    struct found_method found = find_super(vm, sp - 3, NAME(ip->a));
    if (value_is_error(found.callable)) {
        FAIL();
    }
    struct value callable = found.callable;
    if (found.bound && ip->sub == 0) {
        callable = instance_bind(vm, found.callable, self, value_type(vm, self));
        value_drop(vm, found.callable);
        if (value_is_error(callable)) {
            FAIL();
        }
    }
    sp -= 3;
    *sp++ = callable;
    if (ip->sub != 0) {
        *sp++ = found.bound ? value_keep(self) : VALUE_ABSENT;
    }
    vm->victims[0] = super;
    vm->victims[1] = class;
    vm->victims[2] = self;
    GO_ON_IN(machine_drop_three_next);
}

// Context managers -------------------------------------------------------------------------------

// A special method, looked up on the type.
static struct found_method find_special(struct vm *vm, struct value object, struct str *name) {
    struct type *type = value_type(vm, object);
    struct value found = type_lookup(vm, type, name);
    if (value_is_exactly(found, builtin(vm, BUILTIN_function)) ||
        (value_is_exactly(found, builtin(vm, BUILTIN_native_method)) &&
         native_of(found)->native->kind == NATIVE_PLAIN)) {
        return (struct found_method){value_keep(found), true};
    }
    if (value_is_absent(found)) {
        return (struct found_method){found, false};
    }
    return (struct found_method){instance_bind(vm, found, object, type), false};
}

static void refuse_context(struct vm *vm, struct value object, bool is_async, const char *missed) {
    raise_error(vm, EXCEPTION_TypeError,
                "'%s' object does not support the %scontext manager protocol%s",
                value_type(vm, object)->name, is_async ? "asynchronous " : "", missed);
}

HANDLER(LOAD_CONTEXT) {
    SAVE();
    bool is_async = ip->sub != 0;
    struct value manager = sp[-1];
    struct found_method enter =
        find_special(vm, manager, dunder(vm, is_async ? DUNDER_aenter : DUNDER_enter));
    if (value_is_absent(enter.callable)) {
        refuse_context(vm, manager, is_async, "");
        FAIL();
    }
    if (value_is_error(enter.callable)) {
        FAIL();
    }
    struct found_method exit =
        find_special(vm, manager, dunder(vm, is_async ? DUNDER_aexit : DUNDER_exit));
    if (value_is_absent(exit.callable)) {
        refuse_context(vm, manager, is_async,
                       is_async ? " (missed __aexit__ method)" : " (missed __exit__ method)");
    }
    if (value_is_absent(exit.callable) || value_is_error(exit.callable)) {
        value_drop(vm, enter.callable);
        FAIL();
    }
    sp--;
    *sp++ = exit.callable;
    *sp++ = exit.bound ? value_keep(manager) : VALUE_ABSENT;
    *sp++ = enter.callable;
    *sp++ = enter.bound ? value_keep(manager) : VALUE_ABSENT;
    NEXT_DROP(manager);
}
