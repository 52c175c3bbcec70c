// The machine knows nothing of type parameters; it hands what it finds on the stack to typing.
#include "vm/type_parameters.h"

#include "vm/import.h"
#include "vm/vm.h"

struct value type_parameters_call(struct vm *vm, const char *function, const struct value *args,
                                  size_t count) {
    struct value typing = import_module(vm, "typing");
    if (value_is_error(typing)) {
        return typing;
    }
    struct value result = vm_call_method(vm, typing, function, args, count);
    value_drop(vm, typing);
    return result;
}
