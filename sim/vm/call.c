// What a call becomes depends on the callable's type alone: a frame for a Python function, an
// instance and the frame of its __init__ for a class, a result for all that is C. C code that calls
// (vm_call) is the one place where the machine runs inside itself; its frames then know that they
// are the last.
#include "vm/call.h"

#include "vm/bind.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/generator.h"
#include "vm/instance.h"
#include "vm/machine.h"
#include "vm/method.h"
#include "vm/native.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/type.h"

#ifdef LOOPSCOPE_SANITIZE
#define NATIVE_DEEPEST 1200 // its frames on the C stack are several times as big
#else
#define NATIVE_DEEPEST 6000
#endif
#define FEW_ARGS 8 // so many are put together without allocating

bool vm_enter(struct vm *vm, const char *where) {
    if (SELDOM(vm->native_depth >= NATIVE_DEEPEST)) {
        raise_error(vm, EXCEPTION_RecursionError, "maximum recursion depth exceeded%s", where);
        return false;
    }
    vm->native_depth++;
    return true;
}

void vm_leave(struct vm *vm) {
    vm->native_depth--;
}

static bool generates(const struct loaded *loaded) {
    return (loaded->code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) != 0;
}

static struct value call_function(struct vm *vm, struct function *function, struct value self,
                                  const struct call *call) {
    struct frame *frame = bind_call(vm, function, self, call);
    if (frame == NULL) {
        return VALUE_ERROR;
    }
    if (generates(function->loaded)) {
        return generator_new(vm, frame);
    }
    return frame_push(vm, frame) ? VALUE_PUSHED : VALUE_ERROR;
}

// The instance waits in the frame of its __init__.
static struct value call_init(struct vm *vm, struct type *type, struct function *init,
                              const struct call *call) {
    struct value instance = instance_new(vm, type);
    if (value_is_error(instance)) {
        return instance;
    }
    struct frame *frame = bind_call(vm, init, instance, call);
    if (frame == NULL) {
        value_drop(vm, instance);
        return VALUE_ERROR;
    }
    frame->ending = FRAME_INITS;
    frame->held = instance;
    return frame_push(vm, frame) ? VALUE_PUSHED : VALUE_ERROR;
}

static struct value call_class(struct vm *vm, struct type *type, const struct call *call) {
    struct value init = type_plain_init(vm, type);
    if (!value_is_absent(init) && !generates(function_of(init)->loaded)) {
        return call_init(vm, type, function_of(init), call);
    }
    return type->head.type->call(vm, value_object(type), call);
}

static struct value refuse_call(struct vm *vm, struct value callable) {
    return raise_error(vm, EXCEPTION_TypeError, "'%s' object is not callable",
                       value_type(vm, callable)->name);
}

// For callables that know nothing of a self: it becomes the first argument.
static struct value call_with_self(struct vm *vm, struct value callable, struct value self,
                                   const struct call *call) {
    struct value few[FEW_ARGS];
    size_t count = call->count + call->keyword_count;
    struct value *args = few;
    if (count + 1 > FEW_ARGS) {
        args = heap_alloc(vm, (count + 1) * sizeof *args);
        if (args == NULL) {
            return raise_memory(vm);
        }
    }
    args[0] = self;
    if (count > 0) {
        memcpy(args + 1, call->args, count * sizeof *args);
    }
    struct call whole = {.args = args,
                         .count = call->count + 1,
                         .keyword_count = call->keyword_count,
                         .keywords = call->keywords};
    struct value result = call_begin(vm, callable, VALUE_ABSENT, &whole);
    if (args != few) {
        heap_free(vm, args, (count + 1) * sizeof *args);
    }
    return result;
}

struct value call_begin(struct vm *vm, struct value callable, struct value self,
                        const struct call *call) {
    if (!value_is_object(callable)) {
        return refuse_call(vm, callable);
    }
    struct type *type = value_to_object(callable)->type;
    if (type == builtin(vm, BUILTIN_function)) {
        return call_function(vm, function_of(callable), self, call);
    }
    if (!value_is_absent(self)) {
        if (type == builtin(vm, BUILTIN_native_method)) {
            return native_call_method(vm, native_of(callable), self, call);
        }
        return call_with_self(vm, callable, self, call);
    }
    if (type == builtin(vm, BUILTIN_native_function)) {
        return native_call(vm, callable, call);
    }
    if (type == builtin(vm, BUILTIN_method)) {
        return call_begin(vm, method_of(callable)->function, method_of(callable)->self, call);
    }
    if ((type->flags & TYPE_TYPE) != 0) {
        return call_class(vm, type_of(callable), call);
    }
    return type->call == NULL ? refuse_call(vm, callable) : type->call(vm, callable, call);
}

struct value call_finish(struct vm *vm, struct generator *root) {
    bool resumed = vm->root != root;
    if (resumed) {
        vm->root->resumer = RESUMER_C;
    } else {
        vm->frame->ending |= FRAME_LEAVES;
    }
    vm->nesting++;
    int outcome = machine_enter(vm);
    vm->nesting--;
    if (outcome == OUTCOME_RETURNED && resumed) {
        return generator_raise_stop(vm, vm->result);
    }
    return outcome == OUTCOME_RETURNED || outcome == OUTCOME_YIELDED ? vm->result : VALUE_ERROR;
}

// A native blocks inside another native's call: the driver does it now.
static struct value block_now(struct vm *vm) {
    const struct vm_host *host = &vm->options.host;
    struct value payload = vm->payload;
    vm->payload = VALUE_ABSENT;
    if (host->block == NULL) {
        value_drop(vm, payload);
        return raise_error(vm, EXCEPTION_RuntimeError, "cannot wait here");
    }
    struct value result = host->block(host->self, vm, vm->request, payload);
    value_drop(vm, payload);
    return result;
}

struct value call_settle(struct vm *vm, struct value result) {
    return value_is(result, VALUE_BLOCKED) && vm->nesting > 0 ? block_now(vm) : result;
}

struct value call_now(struct vm *vm, struct value callable, struct value self,
                      const struct call *call) {
    return call_settle(vm, call_begin(vm, callable, self, call));
}

struct value vm_call_with(struct vm *vm, struct value callable, const struct call *call) {
    if (vm->ending || !vm_enter(vm, "")) {
        return VALUE_ERROR;
    }
    struct generator *root = vm->root;
    struct value result = call_begin(vm, callable, VALUE_ABSENT, call);
    if (value_is(result, VALUE_PUSHED)) {
        result = call_finish(vm, root);
    } else if (value_is(result, VALUE_BLOCKED)) {
        result = block_now(vm);
    }
    vm_leave(vm);
    return result;
}

struct value vm_call(struct vm *vm, struct value callable, const struct value *args, size_t count) {
    struct call call = {.args = args, .count = count};
    return vm_call_with(vm, callable, &call);
}

struct value vm_call_method(struct vm *vm, struct value object, const char *name,
                            const struct value *args, size_t count) {
    struct value method = vm_get_attribute(vm, object, name);
    if (value_is_error(method)) {
        return method;
    }
    struct value result = vm_call(vm, method, args, count);
    value_drop(vm, method);
    return result;
}

struct value vm_call_tail(struct vm *vm, struct value callable, const struct call *call) {
    return call_begin(vm, callable, VALUE_ABSENT, call);
}

struct value vm_block(struct vm *vm, int request, struct value payload) {
    vm->request = request;
    vm->payload = payload;
    return VALUE_BLOCKED;
}

int vm_request(const struct vm *vm) {
    return vm->request;
}

bool vm_is_callable(struct value v) {
    return value_is_object(v) && value_to_object(v)->type->call != NULL;
}

struct value function_run_body(struct vm *vm, struct value function, struct value names) {
    struct frame *frame = frame_new(vm, function_of(function));
    if (frame == NULL) {
        return VALUE_ERROR;
    }
    frame->held = value_keep(names);
    if (!vm_enter(vm, "")) {
        frame_free(vm, frame);
        return VALUE_ERROR;
    }
    struct generator *root = vm->root;
    struct value result = frame_push(vm, frame) ? call_finish(vm, root) : VALUE_ERROR;
    vm_leave(vm);
    return result;
}
