// The last part of a printed traceback: which exception it was, with its text and notes.
#include "base/utf8.h"
#include "vm/dict.h"
#include "vm/exception.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/traceback_text.h"
#include "vm/type.h"

// "ValueError", "asyncio.exceptions.CancelledError"; without the module if it is the program's.
static void put_type(struct vm *vm, struct value exception, struct buf *out) {
    struct buf name = {0};
    type_full_name(vm, value_type(vm, exception), &name);
    const char *text = buf_text(&name), *main = "__main__.";
    buf_puts(out, strncmp(text, main, strlen(main)) == 0 ? text + strlen(main) : text);
    buf_free(&name);
}

// str(v), or repr(v), which may fail in the program's own code.
static void put_safely(struct vm *vm, struct value text, const char *what, struct buf *out) {
    if (value_is_error(text)) {
        value_drop(vm, raised_take(vm));
        buf_printf(out, "<%s failed>", what);
        return;
    }
    buf_put(out, str_of(text)->text, str_of(text)->length);
    value_drop(vm, text);
}

// SyntaxError -------------------------------------------------------------------------------------

struct mistake {
    const char *text; // the source line, without the newlines at its end
    size_t length, indent;
    int64_t line, end_line, offset, end_offset; // offsets from 1; -1: unknown
};

static int64_t number_of(struct vm *vm, struct value exception, const char *attribute) {
    int64_t number = -1;
    struct value v = vm_find_attribute(vm, exception, attribute);
    if (!value_is_absent(v) && int_is(v)) {
        int_to_int64(v, &number);
    }
    value_drop(vm, v);
    return number;
}

static void put_spaces(const struct mistake *mistake, size_t count, struct buf *out) {
    for (size_t i = 0; i < count; i++) {
        size_t at = mistake->indent + i;
        bool is_tab = at < mistake->length && mistake->text[at] == '\t';
        buf_putc(out, is_tab ? '\t' : ' ');
    }
}

static void put_mistake(const struct mistake *mistake, struct buf *out) {
    int64_t count = (int64_t)utf8_count(mistake->text, mistake->length);
    int64_t start = mistake->offset, end = count + 1;
    buf_puts(out, "    ");
    buf_put(out, mistake->text + mistake->indent, mistake->length - mistake->indent);
    buf_putc(out, '\n');
    if (start < 0) {
        return;
    }
    if (mistake->line == mistake->end_line) {
        end = mistake->end_offset > 0 ? mistake->end_offset : start;
    }
    start = start > count + 1 ? count + 1 : start;
    end = end > count + 1 ? count + 1 : end;
    end = start >= end ? start + 1 : end;
    int64_t column = start - 1 - (int64_t)mistake->indent;
    if (column >= 0) {
        buf_puts(out, "    ");
        put_spaces(mistake, (size_t)column, out);
        buf_fill(out, '^', (size_t)(end - start));
        buf_putc(out, '\n');
    }
}

static void put_syntax_place(struct vm *vm, struct value exception, struct buf *out) {
    struct mistake mistake = {.line = number_of(vm, exception, "lineno"),
                              .end_line = number_of(vm, exception, "end_lineno"),
                              .offset = number_of(vm, exception, "offset"),
                              .end_offset = number_of(vm, exception, "end_offset")};
    struct value file = vm_find_attribute(vm, exception, "filename");
    struct value text = vm_find_attribute(vm, exception, "text");
    if (mistake.line >= 0) {
        buf_printf(out, "  File \"%s\", line %lld\n",
                   str_is(file) ? str_of(file)->text : "<string>", (long long)mistake.line);
    }
    if (str_is(text)) {
        mistake.text = str_of(text)->text;
        mistake.length = str_of(text)->length;
        while (mistake.length > 0 && mistake.text[mistake.length - 1] == '\n') {
            mistake.length--;
        }
        while (mistake.indent < mistake.length && strchr(" \n\f", mistake.text[mistake.indent])) {
            mistake.indent++;
        }
        put_mistake(&mistake, out);
    }
    value_drop(vm, file);
    value_drop(vm, text);
    value_drop(vm, raised_take(vm));
}

// What every exception has --------------------------------------------------------------------

static void put_message(struct vm *vm, struct value exception, struct buf *out) {
    size_t before = out->length;
    buf_puts(out, ": ");
    if (exception_is_kind(vm, exception, EXCEPTION_SyntaxError)) {
        struct value message = vm_get_attribute(vm, exception, "msg");
        bool none = value_is_none(message);
        put_safely(vm, none ? str_from(vm, "<no detail available>") : vm_str(vm, message),
                   "exception str()", out);
        value_drop(vm, message);
        return;
    }
    put_safely(vm, vm_str(vm, exception), "exception str()", out);
    traceback_put_hint(vm, exception, out);
    if (out->length == before + 2) { // no text: no colon
        out->length = before;
        out->data[before] = '\0';
    }
}

static void put_notes(struct vm *vm, struct value exception, struct buf *out) {
    struct value notes = vm_find_attribute(vm, exception, "__notes__");
    value_drop(vm, raised_take(vm));
    if (list_is(notes) || tuple_is(notes)) {
        size_t count;
        const struct value *items = sequence_items(notes, &count);
        for (size_t i = 0; i < count; i++) {
            put_safely(vm, vm_str(vm, items[i]), "note str()", out);
            buf_putc(out, '\n');
        }
    } else if (!value_is_absent(notes) && !value_is_error(notes) && !value_is_none(notes)) {
        put_safely(vm, vm_repr(vm, notes), "__notes__ repr()", out);
        buf_putc(out, '\n');
    }
    value_drop(vm, notes);
}

void traceback_put_exception(struct vm *vm, struct value exception, struct buf *out) {
    if (exception_is_kind(vm, exception, EXCEPTION_SyntaxError)) {
        put_syntax_place(vm, exception, out);
    }
    put_type(vm, exception, out);
    put_message(vm, exception, out);
    buf_putc(out, '\n');
    put_notes(vm, exception, out);
}
