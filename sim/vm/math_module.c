#include "vm/math_module.h"

#include <math.h>

#include "vm/raise.h"
#include "vm/vm.h"

struct value math_raise_domain(struct vm *vm) {
    return raise_error(vm, EXCEPTION_ValueError, "math domain error");
}

struct value math_raise_range(struct vm *vm) {
    return raise_error(vm, EXCEPTION_OverflowError, "math range error");
}

static bool add_constants(struct vm *vm, struct value module) {
    static const struct {
        const char *name;
        double number;
    } constants[] = {
        {"pi", 3.14159265358979323846},
        {"e", 2.71828182845904523536},
        {"tau", 6.28318530717958647693},
        {"inf", INFINITY},
        {"nan", NAN},
    };
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        if (!vm_set_attribute(vm, module, constants[i].name, value_float(constants[i].number))) {
            return false;
        }
    }
    return true;
}

static const struct native functions[] = {
#define FUNCTION(name) {#name, math_##name, NATIVE_PLAIN, 0},
#include "vm/math_functions.def"
#undef FUNCTION
    {0},
};

const struct native_module math_module = {"math", functions, add_constants};
