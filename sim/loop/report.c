#include "loop/report.h"

#include "vm/exception.h"
#include "vm/int.h"
#include "vm/raise.h"
#include "vm/str.h"

static void print(struct sim *sim, const struct buf *text) {
    vm_write(sim->vm, 2, buf_text(text), text->length);
}

// sys.exit(x): none is 0, an int is itself (its low byte, as a process has no more), and anything
// else is printed and 1.
static int exit_status(struct sim *sim, struct value code) {
    struct vm *vm = sim->vm;
    int64_t number = 0;
    if (value_is_none(code) || value_is_absent(code)) {
        return 0;
    }
    if (int_is(code)) {
        return int_to_int64(code, &number) ? (int)(number & 0xFF) : 255;
    }
    struct value text = vm_str(vm, code);
    if (!value_is_error(text)) {
        struct buf line = {0};
        buf_printf(&line, "%s\n", str_of(text)->text);
        print(sim, &line);
        buf_free(&line);
    }
    value_drop(vm, text);
    return 1;
}

int report_uncaught(struct sim *sim, struct value exception) {
    struct vm *vm = sim->vm;
    if (exception_is_kind(vm, exception, EXCEPTION_SystemExit)) {
        struct value code = vm_find_attribute(vm, exception, "code");
        int status = exit_status(sim, code);
        value_drop(vm, code);
        return status;
    }
    struct buf text = {0};
    vm_format_exception(vm, exception, &text);
    print(sim, &text);
    buf_free(&text);
    return exception_is_kind(vm, exception, EXCEPTION_KeyboardInterrupt) ? 130 : 1;
}

int report_refusal(struct sim *sim, struct value exception) {
    struct value text = vm_str(sim->vm, exception);
    diag_set(&sim->refusal, DIAG_REFUSED, "%s",
             value_is_error(text) ? "the program needs what loopscope lacks" : str_of(text)->text);
    value_drop(sim->vm, text);
    return 2;
}

// "Task-2 (say_after) waits for Task-1"
static void describe_waiter(struct sim *sim, struct task *task, struct buf *out) {
    struct vm *vm = sim->vm;
    struct value name = task_name(vm, task);
    buf_printf(out, "  %s", value_is_error(name) ? "a task" : str_of(name)->text);
    value_drop(vm, name);
    struct value waiter = value_keep(task->waiter);
    struct value text = value_is_absent(waiter) ? VALUE_ERROR : vm_repr(vm, waiter);
    if (value_is_error(text)) {
        buf_puts(out, " never gets its turn\n");
        value_drop(vm, raised_take(vm));
    } else {
        buf_printf(out, " waits for %s\n", str_of(text)->text);
    }
    value_drop(vm, text);
    value_drop(vm, waiter);
}

void report_deadlock(struct sim *sim) {
    struct buf text = {0};
    buf_puts(&text, "loopscope: deadlock: nothing is ready and no timer is set, "
                    "so nothing can ever happen again");
    buf_puts(&text, sim->first_task == NULL ? "\n" : "; these wait:\n");
    for (struct task *task = sim->first_task; task != NULL; task = task->next) {
        describe_waiter(sim, task, &text);
    }
    print(sim, &text);
    buf_free(&text);
}

void report_pending_tasks(struct sim *sim) {
    for (struct task *task = sim->first_task; task != NULL; task = task->next) {
        if (task->log_destroy_pending) {
            // CPython's collector ends the coroutine first: its finally blocks run.
            struct value closed = vm_call_method(sim->vm, task->coroutine, "close", NULL, 0);
            if (value_is_error(closed)) {
                value_drop(sim->vm, raised_take(sim->vm));
            }
            value_drop(sim->vm, closed);
            task->log_destroy_pending = false;
            sim_call_exception_handler(sim, task->future.loop,
                                       "Task was destroyed but it is pending!", VALUE_ABSENT,
                                       "task", value_object(task));
        }
    }
}
