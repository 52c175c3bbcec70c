#include "code/unparse.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

// How tightly an expression binds; one that binds less than its place asks gets parentheses.
enum level {
    LEVEL_TUPLE,
    LEVEL_TEST,
    LEVEL_OR,
    LEVEL_AND,
    LEVEL_NOT,
    LEVEL_COMPARE,
    LEVEL_BITOR,
    LEVEL_BITXOR,
    LEVEL_BITAND,
    LEVEL_SHIFT,
    LEVEL_ARITHMETIC,
    LEVEL_TERM,
    LEVEL_FACTOR,
    LEVEL_POWER,
    LEVEL_AWAIT,
    LEVEL_ATOM,
};

struct writer {
    struct place_text *source;
    struct buf *out;
};

static void write(const struct writer *writer, const struct node *node, enum level level);

static void open_if(const struct writer *writer, bool needed) {
    if (needed) {
        buf_putc(writer->out, '(');
    }
}

static void close_if(const struct writer *writer, bool needed) {
    if (needed) {
        buf_putc(writer->out, ')');
    }
}

static void escape_rune(struct buf *out, uint32_t rune, bool bytes, char quote) {
    if (rune == '\\' || rune == (unsigned char)quote) {
        buf_printf(out, "\\%c", (int)rune);
    } else if (rune == '\n' || rune == '\r' || rune == '\t') {
        buf_puts(out, rune == '\n' ? "\\n" : rune == '\r' ? "\\r" : "\\t");
    } else if (bytes ? rune >= ' ' && rune < 127 : utf8_is_printable(rune)) {
        char text[4];
        buf_put(out, text, utf8_encode(rune, text));
    } else if (rune < 256) {
        buf_printf(out, "\\x%02x", (unsigned)rune);
    } else {
        buf_printf(out, rune < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)rune);
    }
}

static void quoted(struct buf *out, const struct ast_constant *text) {
    bool bytes = text->kind == AST_BYTES;
    bool single = memchr(text->text, '\'', text->length) != NULL;
    bool both = single && memchr(text->text, '"', text->length) != NULL;
    char quote = single && !both ? '"' : '\'';
    buf_puts(out, bytes ? "b" : "");
    buf_putc(out, quote);
    for (size_t i = 0; i < text->length;) {
        uint32_t rune = (unsigned char)text->text[i];
        i += bytes ? 1 : utf8_decode(text->text + i, text->length - i, &rune);
        escape_rune(out, rune, bytes, quote);
    }
    buf_putc(out, quote);
}

// The shortest digits that read back as the same number.
static void floating(struct buf *out, double number) {
    char text[40];
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, number);
        if (strtod(text, NULL) == number) {
            break;
        }
    }
    buf_puts(out, text);
    if (strpbrk(text, ".en") == NULL) {
        buf_puts(out, ".0");
    }
}

static void constant(const struct writer *writer, const struct node *node) {
    const struct ast_constant *value = &node->Constant.value;
    static const char *const words[] = {
        [AST_NONE] = "None", [AST_FALSE] = "False", [AST_TRUE] = "True", [AST_ELLIPSIS] = "..."};
    if (value->kind <= AST_ELLIPSIS) {
        buf_puts(writer->out, words[value->kind]);
    } else if (value->kind == AST_INT) {
        buf_printf(writer->out, "%lld", (long long)value->integer);
    } else if (value->kind == AST_FLOAT) {
        floating(writer->out, value->number);
    } else if (value->kind == AST_STR || value->kind == AST_BYTES) {
        quoted(writer->out, value);
    } else {
        buf_put(writer->out, value->text, value->length);
    }
}

static void copy_source(const struct writer *writer, const struct node *node) {
    size_t start = place_offset(writer->source, node->line, node->column);
    size_t end = place_offset(writer->source, node->end_line, node->end_column);
    buf_put(writer->out, writer->source->text + start, end - start);
}

static void list(const struct writer *writer, struct node_list nodes) {
    for (size_t i = 0; i < nodes.count; i++) {
        buf_puts(writer->out, i > 0 ? ", " : "");
        write(writer, nodes.items[i], LEVEL_TEST);
    }
}

static void tuple(const struct writer *writer, const struct node *node, enum level level) {
    struct node_list items = node->Tuple.elts;
    bool bare = level == LEVEL_TUPLE && items.count > 0;
    open_if(writer, !bare);
    list(writer, items);
    buf_puts(writer->out, items.count == 1 ? "," : "");
    close_if(writer, !bare);
}

static void binary(const struct writer *writer, const struct node *node, enum level level) {
    static const struct {
        const char *text;
        enum level level;
    } ops[] = {
        [AST_ADD] = {" + ", LEVEL_ARITHMETIC}, [AST_SUB] = {" - ", LEVEL_ARITHMETIC},
        [AST_MULT] = {" * ", LEVEL_TERM},      [AST_MATMULT] = {" @ ", LEVEL_TERM},
        [AST_DIV] = {" / ", LEVEL_TERM},       [AST_MOD] = {" % ", LEVEL_TERM},
        [AST_FLOORDIV] = {" // ", LEVEL_TERM}, [AST_POW] = {" ** ", LEVEL_POWER},
        [AST_LSHIFT] = {" << ", LEVEL_SHIFT},  [AST_RSHIFT] = {" >> ", LEVEL_SHIFT},
        [AST_BITOR] = {" | ", LEVEL_BITOR},    [AST_BITXOR] = {" ^ ", LEVEL_BITXOR},
        [AST_BITAND] = {" & ", LEVEL_BITAND},
    };
    enum ast_binary op = node->BinOp.op;
    bool power = op == AST_POW;
    bool parentheses = level > ops[op].level;
    open_if(writer, parentheses);
    write(writer, node->BinOp.left, ops[op].level + power);
    buf_puts(writer->out, ops[op].text);
    write(writer, node->BinOp.right, ops[op].level + !power);
    close_if(writer, parentheses);
}

static void unary(const struct writer *writer, const struct node *node, enum level level) {
    static const char *const texts[] = {
        [AST_INVERT] = "~", [AST_NOT] = "not ", [AST_UADD] = "+", [AST_USUB] = "-"};
    enum ast_unary op = node->UnaryOp.op;
    enum level own = op == AST_NOT ? LEVEL_NOT : LEVEL_FACTOR;
    open_if(writer, level > own);
    buf_puts(writer->out, texts[op]);
    write(writer, node->UnaryOp.operand, own);
    close_if(writer, level > own);
}

static void boolean(const struct writer *writer, const struct node *node, enum level level) {
    bool and = node->BoolOp.op == AST_AND;
    enum level own = and? LEVEL_AND : LEVEL_OR;
    open_if(writer, level > own);
    for (size_t i = 0; i < node->BoolOp.values.count; i++) {
        buf_puts(writer->out, i == 0 ? "" : and? " and " : " or ");
        write(writer, node->BoolOp.values.items[i], own + 1);
    }
    close_if(writer, level > own);
}

static void compare(const struct writer *writer, const struct node *node, enum level level) {
    static const char *const texts[] = {
        [AST_EQ] = " == ", [AST_NOTEQ] = " != ",     [AST_LT] = " < ",  [AST_LTE] = " <= ",
        [AST_GT] = " > ",  [AST_GTE] = " >= ",       [AST_IS] = " is ", [AST_ISNOT] = " is not ",
        [AST_IN] = " in ", [AST_NOTIN] = " not in ",
    };
    open_if(writer, level > LEVEL_COMPARE);
    write(writer, node->Compare.left, LEVEL_COMPARE + 1);
    for (size_t i = 0; i < node->Compare.ops.count; i++) {
        buf_puts(writer->out, texts[node->Compare.ops.items[i]]);
        write(writer, node->Compare.comparators.items[i], LEVEL_COMPARE + 1);
    }
    close_if(writer, level > LEVEL_COMPARE);
}

static void conditional(const struct writer *writer, const struct node *node, enum level level) {
    open_if(writer, level > LEVEL_TEST);
    write(writer, node->IfExp.body, LEVEL_TEST + 1);
    buf_puts(writer->out, " if ");
    write(writer, node->IfExp.test, LEVEL_TEST + 1);
    buf_puts(writer->out, " else ");
    write(writer, node->IfExp.orelse, LEVEL_TEST);
    close_if(writer, level > LEVEL_TEST);
}

static void call(const struct writer *writer, const struct node *node) {
    write(writer, node->Call.func, LEVEL_ATOM);
    buf_putc(writer->out, '(');
    list(writer, node->Call.args);
    for (size_t i = 0; i < node->Call.keywords.count; i++) {
        const struct node *keyword = node->Call.keywords.items[i];
        buf_puts(writer->out, i > 0 || node->Call.args.count > 0 ? ", " : "");
        if (keyword->keyword.arg != NULL) {
            buf_printf(writer->out, "%s=", keyword->keyword.arg->text);
        } else {
            buf_puts(writer->out, "**");
        }
        write(writer, keyword->keyword.value, LEVEL_TEST);
    }
    buf_putc(writer->out, ')');
}

static void dict(const struct writer *writer, const struct node *node) {
    buf_putc(writer->out, '{');
    for (size_t i = 0; i < node->Dict.keys.count; i++) {
        const struct node *key = node->Dict.keys.items[i];
        buf_puts(writer->out, i > 0 ? ", " : "");
        if (key != NULL) {
            write(writer, key, LEVEL_TEST);
            buf_puts(writer->out, ": ");
        } else {
            buf_puts(writer->out, "**");
        }
        write(writer, node->Dict.values.items[i], key != NULL ? LEVEL_TEST : LEVEL_BITOR);
    }
    buf_putc(writer->out, '}');
}

static void bracketed(const struct writer *writer, struct node_list items, const char *brackets) {
    buf_putc(writer->out, brackets[0]);
    list(writer, items);
    buf_putc(writer->out, brackets[1]);
}

static void attribute(const struct writer *writer, const struct node *node) {
    const struct node *value = node->Attribute.value;
    write(writer, value, LEVEL_ATOM);
    // 1.real would read as a float.
    bool number = value->kind == AST_Constant && value->Constant.value.kind == AST_INT;
    buf_printf(writer->out, "%s.%s", number ? " " : "", node->Attribute.attr->text);
}

static void slice(const struct writer *writer, const struct node *node) {
    if (node->Slice.lower != NULL) {
        write(writer, node->Slice.lower, LEVEL_TEST);
    }
    buf_putc(writer->out, ':');
    if (node->Slice.upper != NULL) {
        write(writer, node->Slice.upper, LEVEL_TEST);
    }
    if (node->Slice.step != NULL) {
        buf_putc(writer->out, ':');
        write(writer, node->Slice.step, LEVEL_TEST);
    }
}

static void subscript(const struct writer *writer, const struct node *node) {
    write(writer, node->Subscript.value, LEVEL_ATOM);
    buf_putc(writer->out, '[');
    write(writer, node->Subscript.slice, LEVEL_TUPLE);
    buf_putc(writer->out, ']');
}

static bool write_operation(const struct writer *writer, const struct node *node,
                            enum level level) {
    switch ((int)node->kind) {
    case AST_BinOp:
        binary(writer, node, level);
        return true;
    case AST_UnaryOp:
        unary(writer, node, level);
        return true;
    case AST_BoolOp:
        boolean(writer, node, level);
        return true;
    case AST_Compare:
        compare(writer, node, level);
        return true;
    case AST_IfExp:
        conditional(writer, node, level);
        return true;
    case AST_Tuple:
        tuple(writer, node, level);
        return true;
    default:
        return false;
    }
}

static void write_atom(const struct writer *writer, const struct node *node) {
    switch ((int)node->kind) {
    case AST_Constant:
        constant(writer, node);
        break;
    case AST_Name:
        buf_puts(writer->out, node->Name.id->text);
        break;
    case AST_Attribute:
        attribute(writer, node);
        break;
    case AST_Subscript:
        subscript(writer, node);
        break;
    case AST_Slice:
        slice(writer, node);
        break;
    case AST_Call:
        call(writer, node);
        break;
    case AST_Dict:
        dict(writer, node);
        break;
    case AST_List:
        bracketed(writer, node->List.elts, "[]");
        break;
    case AST_Set:
        bracketed(writer, node->Set.elts, "{}");
        break;
    case AST_Starred:
        buf_putc(writer->out, '*');
        write(writer, node->Starred.value, LEVEL_BITOR);
        break;
    default:
        copy_source(writer, node);
        break;
    }
}

static void write(const struct writer *writer, const struct node *node, enum level level) {
    if (!write_operation(writer, node, level)) {
        write_atom(writer, node);
    }
}

void unparse_expression(struct place_text *source, const struct node *node, struct buf *out) {
    struct writer writer = {source, out};
    write(&writer, node, LEVEL_TEST);
}
