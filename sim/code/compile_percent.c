// '%s and %r' % (a, b): compiled as the f-string that says the same, as CPython does.
//
// Only with as many values as %s, %r and %a in the text, with a width and a precision at most; all
// else is left to the % operator. The texts between are on no line of their own.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "code/compile_parts.h"

#define LONGEST_NUMBER 3 // digits of a width or precision

// A text while it is read.
struct format {
    const char *next, *end;
    char conversion; // of the % just read: 's', 'r' or 'a'
    char spec[2 * LONGEST_NUMBER + 3];
};

static char peek(const struct format *format) {
    return format->next < format->end ? *format->next : '\0';
}

// Reads up to LONGEST_NUMBER digits into [digits].
static bool read_number(struct format *format, char *digits) {
    size_t count = 0;
    while (peek(format) >= '0' && peek(format) <= '9') {
        if (count == LONGEST_NUMBER) {
            return false;
        }
        digits[count++] = *format->next++;
    }
    digits[count] = '\0';
    return true;
}

// Reads what follows a %; false if it is not simple.
static bool read_conversion(struct format *format) {
    char width[LONGEST_NUMBER + 1];
    char precision[LONGEST_NUMBER + 1] = "";
    bool left = false;
    for (; peek(format) != '\0' && strchr("-+ #0", peek(format)) != NULL; format->next++) {
        left = left || *format->next == '-';
    }
    if (!read_number(format, width)) {
        return false;
    }
    bool precise = peek(format) == '.';
    if (precise) {
        format->next++;
        if (!read_number(format, precision)) {
            return false;
        }
    }
    format->conversion = peek(format);
    if (format->conversion == '\0' || strchr("sra", format->conversion) == NULL) {
        return false;
    }
    format->next++;
    snprintf(format->spec, sizeof format->spec, "%s%s%s%s", !left && atoi(width) > 0 ? ">" : "",
             width, precise ? "." : "", precise && *precision == '\0' ? "0" : precision);
    return true;
}

// Reads the text up to the next conversion into [text]; %% stands for one %. True if there is a
// conversion, which is read too; [*simple] becomes false if it is beyond this file.
static bool read_part(struct format *format, struct buf *text, bool *simple) {
    while (format->next < format->end) {
        char byte = *format->next++;
        if (byte != '%') {
            buf_putc(text, byte);
        } else if (peek(format) == '%') {
            buf_putc(text, *format->next++);
        } else {
            *simple = *simple && read_conversion(format);
            return *simple;
        }
    }
    return false;
}

static struct format format_of(const struct node *text) {
    const struct ast_constant *value = &text->Constant.value;
    return (struct format){.next = value->text, .end = value->text + value->length};
}

// Has the text as many conversions as there are values, all of them simple?
static bool fits(const struct node *text, size_t values) {
    struct format format = format_of(text);
    struct buf ignored = {0};
    bool simple = true;
    size_t count = 0;
    while (read_part(&format, &ignored, &simple)) {
        count++;
    }
    buf_free(&ignored);
    return simple && count == values;
}

static bool is_starred(struct node_list list) {
    for (size_t i = 0; i < list.count; i++) {
        if (list.items[i]->kind == AST_Starred) {
            return true;
        }
    }
    return false;
}

bool compile_is_percent(const struct node *node) {
    const struct node *left = node->BinOp.left;
    const struct node *right = node->BinOp.right;
    return node->BinOp.op == AST_MOD && left->kind == AST_Constant &&
           left->Constant.value.kind == AST_STR && right->kind == AST_Tuple &&
           !is_starred(right->Tuple.elts) && fits(left, right->Tuple.elts.count);
}

// Puts [text] on the stack and empties it; counts it if there was any.
static size_t put_text(struct compiler *compiler, struct buf *text) {
    if (text->length == 0) {
        return 0;
    }
    struct constant constant = {.kind = CONST_STR};
    constant.text.bytes = arena_text(compiler->arena, buf_text(text), text->length);
    constant.text.length = text->length;
    emit_const(compiler, place_nowhere(), &constant);
    buf_clear(text);
    return 1;
}

static void put_value(struct compiler *compiler, struct node *value, const struct format *format) {
    struct place place = place_of(value);
    bool spec = format->spec[0] != '\0';
    compile_expression(compiler, value);
    if (spec) {
        emit_text(compiler, place, names_get(compiler->names, format->spec, strlen(format->spec)));
    }
    emit_sub_a(compiler, place, OP_FORMAT, (unsigned char)format->conversion, spec);
}

void compile_percent(struct compiler *compiler, struct node *node) {
    struct node_list values = node->BinOp.right->Tuple.elts;
    struct format format = format_of(node->BinOp.left);
    struct buf text = {0};
    bool simple = true;
    size_t parts = 0;
    for (size_t i = 0; read_part(&format, &text, &simple); i++) {
        parts += put_text(compiler, &text) + 1;
        put_value(compiler, values.items[i], &format);
    }
    parts += put_text(compiler, &text);
    buf_free(&text);
    if (parts != 1) {
        emit_a(compiler, place_of(node), OP_BUILD_STRING, parts);
    }
}
