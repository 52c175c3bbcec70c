// Printing an exception: its chain, oldest first, each with its traceback; groups as boxes.
//
//     Traceback (most recent call last):        + Exception Group Traceback (most recent …):
//       File …                                  |   File …
//     KeyError: 'x'                             | ExceptionGroup: two (2 sub-exceptions)
//                                               +-+---------------- 1 ----------------
//     During handling of the above …              | ValueError: a
//                                                 +---------------- 2 ----------------
#include "base/vec.h"
#include "vm/exception.h"
#include "vm/exception_group.h"
#include "vm/list.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/traceback.h"
#include "vm/traceback_text.h"

#define REPEATED_MOST 3  // equal places shown before they are counted
#define WIDTH_MOST    15 // members of a group that are shown
#define DEPTH_MOST    10 // groups inside each other that are shown

struct printer {
    struct buf *out;
    size_t depth;    // of groups: 0 outside
    bool needs_line; // the box's last line is still to be drawn
    struct {
        struct value *items; // exceptions that have been in a chain, so as not to run in circles
        size_t count, capacity;
    } seen;
};

// Places ------------------------------------------------------------------------------------------

static bool is_same_place(const struct traceback *a, const struct traceback *b) {
    return a != NULL && strcmp(a->loaded->code->file, b->loaded->code->file) == 0 &&
           a->loaded->code->name == b->loaded->code->name &&
           loaded_position(a->loaded, a->instr)->line == loaded_position(b->loaded, b->instr)->line;
}

static void put_repeated(size_t count, struct buf *out) {
    if (count > REPEATED_MOST) {
        count -= REPEATED_MOST;
        buf_printf(out, "  [Previous line repeated %zu more time%s]\n", count,
                   count > 1 ? "s" : "");
    }
}

size_t traceback_put_entries(struct vm *vm, struct value traceback, bool marks, struct buf *out) {
    const struct traceback *last = NULL;
    size_t same = 0, shown = 0;
    for (; !value_is_absent(traceback); traceback = traceback_of(traceback)->next) {
        const struct traceback *entry = traceback_of(traceback);
        if ((entry->loaded->code->flags & CODE_LIBRARY) != 0) {
            continue;
        }
        if (!is_same_place(last, entry)) {
            put_repeated(same, out);
            same = 0;
        }
        last = entry;
        shown++;
        if (++same <= REPEATED_MOST) {
            traceback_put_entry(vm, entry->loaded, entry->instr, marks, out);
        }
    }
    put_repeated(same, out);
    return shown;
}

// Boxes -------------------------------------------------------------------------------------------

// Writes [text] line by line, behind the margin of the box in which it stands.
static void emit(struct printer *printer, struct buf *text, char margin) {
    const char *at = buf_text(text);
    while (*at != '\0') {
        size_t length = strcspn(at, "\n");
        buf_fill(printer->out, ' ', 2 * printer->depth);
        if (printer->depth > 0) {
            buf_printf(printer->out, "%c ", margin);
        }
        buf_put(printer->out, at, length);
        buf_putc(printer->out, '\n');
        at += length + (at[length] == '\n');
    }
    buf_free(text);
}

static void emit_text(struct printer *printer, const char *text, char margin) {
    struct buf copy = {0};
    buf_puts(&copy, text);
    emit(printer, &copy, margin);
}

static void put_chain(struct vm *vm, struct printer *printer, struct value exception);

static void put_places(struct vm *vm, struct printer *printer, struct value exception,
                       const char *title, char margin) {
    struct value traceback = exception_of(exception)->traceback;
    struct buf places = {0};
    traceback_put_entries(vm, traceback, true, &places);
    if (!value_is_absent(traceback)) {
        emit_text(printer, title, margin);
    }
    emit(printer, &places, '|');
}

static void put_plain(struct vm *vm, struct printer *printer, struct value exception) {
    struct buf text = {0};
    put_places(vm, printer, exception, "Traceback (most recent call last):\n", '|');
    traceback_put_exception(vm, exception, &text);
    emit(printer, &text, '|');
}

static void put_ruler(struct printer *printer, const char *title, bool first) {
    buf_fill(printer->out, ' ', 2 * printer->depth);
    buf_printf(printer->out, "%s+---------------- %s ----------------\n", first ? "+-" : "  ",
               title);
}

static void put_more(struct printer *printer, size_t count) {
    char text[64];
    snprintf(text, sizeof text, "and %zu more exception%s\n", count, count > 1 ? "s" : "");
    emit_text(printer, text, '|');
}

static void put_members(struct vm *vm, struct printer *printer, struct value group) {
    size_t count;
    const struct value *members =
        sequence_items(exception_of(group)->extra[EXCEPTION_MEMBERS], &count);
    size_t shown = count <= WIDTH_MOST ? count : WIDTH_MOST + 1;
    printer->needs_line = false;
    for (size_t i = 0; i < shown; i++) {
        char title[32] = "...";
        bool is_last = i == shown - 1;
        printer->needs_line = printer->needs_line || is_last;
        if (i < WIDTH_MOST) {
            snprintf(title, sizeof title, "%zu", i + 1);
        }
        put_ruler(printer, title, i == 0);
        printer->depth++;
        if (i < WIDTH_MOST) {
            put_chain(vm, printer, members[i]);
        } else {
            put_more(printer, count - WIDTH_MOST);
        }
        if (is_last && printer->needs_line) {
            buf_fill(printer->out, ' ', 2 * printer->depth);
            buf_puts(printer->out, "+------------------------------------\n");
            printer->needs_line = false;
        }
        printer->depth--;
    }
}

static void put_group(struct vm *vm, struct printer *printer, struct value group) {
    if (printer->depth > DEPTH_MOST) {
        emit_text(printer, "... (max_group_depth is 10)\n", '|');
        return;
    }
    bool is_outermost = printer->depth == 0;
    printer->depth += is_outermost;
    put_places(vm, printer, group, "Exception Group Traceback (most recent call last):\n",
               is_outermost ? '+' : '|');
    struct buf text = {0};
    traceback_put_exception(vm, group, &text);
    emit(printer, &text, '|');
    put_members(vm, printer, group);
    printer->depth -= is_outermost;
}

// Chains ------------------------------------------------------------------------------------------

static const char cause_text[] =
    "\nThe above exception was the direct cause of the following exception:\n\n";
static const char context_text[] =
    "\nDuring handling of the above exception, another exception occurred:\n\n";

// One exception of a chain, and how it follows from the one before.
struct link {
    struct value exception;
    const char *because; // NULL: it is the first
};

struct chain {
    struct link *items;
    size_t count, capacity;
};

static bool was_seen(const struct printer *printer, struct value exception) {
    for (size_t i = 0; i < printer->seen.count; i++) {
        if (value_is(printer->seen.items[i], exception)) {
            return true;
        }
    }
    return false;
}

// What an exception follows from: ABSENT if from nothing that is still to be shown.
static struct value reason(const struct printer *printer, struct value v, const char **because) {
    const struct exception *exception = exception_of(v);
    struct value cause = exception->cause;
    if (exception_is(cause) && !was_seen(printer, cause)) {
        *because = cause_text;
        return cause;
    }
    *because = context_text;
    bool shown = !exception->suppress_context && !exception_is(cause) &&
                 exception_is(exception->context) && !was_seen(printer, exception->context);
    return shown ? exception->context : VALUE_ABSENT;
}

static void put_chain(struct vm *vm, struct printer *printer, struct value exception) {
    struct chain chain = {0};
    while (!value_is_absent(exception)) {
        const char *because;
        *vec_push(&printer->seen) = exception;
        struct value before = reason(printer, exception, &because);
        *vec_push(&chain) = (struct link){exception, value_is_absent(before) ? NULL : because};
        exception = before;
    }
    while (chain.count > 0) {
        struct link link = vec_pop(&chain);
        if (link.because != NULL) {
            emit_text(printer, link.because, '|');
        }
        if (exception_group_is(vm, link.exception)) {
            put_group(vm, printer, link.exception);
        } else {
            put_plain(vm, printer, link.exception);
        }
    }
    vec_free(&chain);
}

void vm_format_exception(struct vm *vm, struct value exception, struct buf *out) {
    struct printer printer = {.out = out};
    struct value raised_before = raised_take(vm);
    put_chain(vm, &printer, exception);
    vec_free(&printer.seen);
    vm->raised = raised_before;
}
