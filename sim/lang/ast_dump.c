// Writing a tree down as Python's `ast.dump` does, field by field from ast.def. Fields that are
// empty or None are left out, as there.
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"
#include "lang/ast.h"

// What is needed while dumping; [comma]: a field was written, so that the next needs a comma.
struct dump {
    struct buf *out;
    bool comma;
};

static void field_name(struct dump *dump, const char *name) {
    buf_printf(dump->out, "%s%s=", dump->comma ? ", " : "", name);
    dump->comma = true;
}

// Writes a character of a str as repr does; [quote] is the quote around it.
static void put_rune(struct buf *out, uint32_t rune, char quote, const char *bytes, size_t length) {
    static const char *const escapes[] = {['\t'] = "\\t", ['\n'] = "\\n", ['\r'] = "\\r"};
    if (rune == (unsigned char)quote || rune == '\\') {
        buf_printf(out, "\\%c", (char)rune);
    } else if (rune <= '\r' && escapes[rune] != NULL) {
        buf_puts(out, escapes[rune]);
    } else if (utf8_is_printable(rune)) {
        buf_put(out, bytes, length);
    } else {
        const char *format = rune < 0x100 ? "\\x%02x" : rune < 0x10000 ? "\\u%04x" : "\\U%08x";
        buf_printf(out, format, rune);
    }
}

static char quote_for(const struct ast_constant *constant) {
    size_t length = constant->length;
    bool has_single = length > 0 && memchr(constant->text, '\'', length) != NULL;
    bool has_double = length > 0 && memchr(constant->text, '"', length) != NULL;
    return has_single && !has_double ? '"' : '\'';
}

static void put_text(struct buf *out, const struct ast_constant *constant) {
    char quote = quote_for(constant);
    buf_putc(out, quote);
    for (size_t at = 0; at < constant->length;) {
        uint32_t rune = (unsigned char)constant->text[at];
        size_t bytes = 1;
        if (constant->kind == AST_STR) {
            bytes = utf8_decode(constant->text + at, constant->length - at, &rune);
        }
        if (constant->kind == AST_BYTES && rune >= 0x7F) {
            buf_printf(out, "\\x%02x", rune);
        } else {
            put_rune(out, rune, quote, constant->text + at, bytes);
        }
        at += bytes;
    }
    buf_putc(out, quote);
}

static void put_float(struct buf *out, double number) {
    char text[NUMBER_FLOAT_SIZE];
    size_t length = number_float_repr(number, text);
    buf_put(out, text, length);
}

static void put_imaginary(struct buf *out, double number) {
    char text[NUMBER_FLOAT_SIZE];
    size_t length = number_float_repr(number, text);
    bool whole = length > 2 && memcmp(text + length - 2, ".0", 2) == 0;
    buf_put(out, text, whole ? length - 2 : length);
    buf_putc(out, 'j');
}

static void put_constant(struct buf *out, const struct ast_constant *constant) {
    switch (constant->kind) {
    case AST_NONE:
        buf_puts(out, "None");
        break;
    case AST_FALSE:
        buf_puts(out, "False");
        break;
    case AST_TRUE:
        buf_puts(out, "True");
        break;
    case AST_ELLIPSIS:
        buf_puts(out, "Ellipsis");
        break;
    case AST_INT:
        buf_printf(out, "%lld", (long long)constant->integer);
        break;
    case AST_BIGINT:
        buf_printf(out, "int('%s', %d)", constant->text, constant->base);
        break;
    case AST_FLOAT:
        put_float(out, constant->number);
        break;
    case AST_COMPLEX:
        put_imaginary(out, constant->number);
        break;
    case AST_BYTES:
        buf_putc(out, 'b');
        put_text(out, constant);
        break;
    case AST_STR:
        put_text(out, constant);
        break;
    }
}

static void dump_node(struct dump *dump, const char *name, const struct node *node) {
    field_name(dump, name);
    ast_dump(node, dump->out);
}

static void dump_optional(struct dump *dump, const char *name, const struct node *node) {
    if (node != NULL) {
        dump_node(dump, name, node);
    }
}

static void dump_list(struct dump *dump, const char *name, struct node_list list) {
    if (list.count == 0) {
        return;
    }
    field_name(dump, name);
    buf_putc(dump->out, '[');
    for (size_t i = 0; i < list.count; i++) {
        buf_puts(dump->out, i > 0 ? ", " : "");
        if (list.items[i] == NULL) {
            buf_puts(dump->out, "None");
        } else {
            ast_dump(list.items[i], dump->out);
        }
    }
    buf_putc(dump->out, ']');
}

static void dump_name(struct dump *dump, const char *name, const struct name *value) {
    field_name(dump, name);
    buf_printf(dump->out, "'%s'", value->text);
}

static void dump_optional_name(struct dump *dump, const char *name, const struct name *value) {
    if (value != NULL) {
        dump_name(dump, name, value);
    }
}

static void dump_names(struct dump *dump, const char *name, struct name_list list) {
    if (list.count == 0) {
        return;
    }
    field_name(dump, name);
    for (size_t i = 0; i < list.count; i++) {
        buf_printf(dump->out, "%s'%s'", i > 0 ? ", " : "[", list.items[i]->text);
    }
    buf_putc(dump->out, ']');
}

static void dump_count(struct dump *dump, const char *name, int value) {
    field_name(dump, name);
    buf_printf(dump->out, "%d", value);
}

static void dump_flag(struct dump *dump, const char *name, bool value) {
    dump_count(dump, name, value);
}

static void dump_constant(struct dump *dump, const char *name, struct ast_constant value) {
    field_name(dump, name);
    put_constant(dump->out, &value);
    if (value.kind == AST_STR && value.u) {
        buf_puts(dump->out, ", kind='u'");
    }
}

static void dump_word(struct dump *dump, const char *name, const char *word) {
    field_name(dump, name);
    buf_printf(dump->out, "%s()", word);
}

static void dump_binary(struct dump *dump, const char *name, enum ast_binary op) {
    static const char *const words[] = {"Add",    "Sub",    "Mult",    "MatMult", "Div",
                                        "Mod",    "Pow",    "LShift",  "RShift",  "BitOr",
                                        "BitXor", "BitAnd", "FloorDiv"};
    dump_word(dump, name, words[op]);
}

static void dump_unary(struct dump *dump, const char *name, enum ast_unary op) {
    static const char *const words[] = {"Invert", "Not", "UAdd", "USub"};
    dump_word(dump, name, words[op]);
}

static void dump_boolean(struct dump *dump, const char *name, enum ast_boolean op) {
    dump_word(dump, name, op == AST_AND ? "And" : "Or");
}

static void dump_context(struct dump *dump, const char *name, enum ast_context context) {
    static const char *const words[] = {"Load", "Store", "Del"};
    dump_word(dump, name, words[context]);
}

static void dump_compares(struct dump *dump, const char *name, struct compare_list list) {
    static const char *const words[] = {"Eq",  "NotEq", "Lt",    "LtE", "Gt",
                                        "GtE", "Is",    "IsNot", "In",  "NotIn"};
    field_name(dump, name);
    for (size_t i = 0; i < list.count; i++) {
        buf_printf(dump->out, "%s%s()", i > 0 ? ", " : "[", words[list.items[i]]);
    }
    buf_putc(dump->out, ']');
}

// One function per kind of node, made from ast.def.
#define FIELD(type, name) dump_##type(dump, #name, fields->name);
#define AST(kind, group, list)                                                                     \
    static void fields_of_##kind(struct dump *dump, const struct node *node) {                     \
        const struct ast_##kind *fields = &node->kind;                                             \
        list                                                                                       \
    }
#define AST_BARE(kind, group)
#include "lang/ast.def"
#undef FIELD
#undef AST
#undef AST_BARE

static void (*const fields_of[AST_KIND_COUNT])(struct dump *, const struct node *) = {
#define AST(kind, group, list) [AST_##kind] = fields_of_##kind,
#define AST_BARE(kind, group)
#include "lang/ast.def"
#undef AST
#undef AST_BARE
};

// Python's ast gives no place to these.
static bool has_place(enum ast_kind kind) {
    return ast_kind_group(kind) != AST_ROOT && kind != AST_comprehension && kind != AST_arguments &&
           kind != AST_withitem && kind != AST_match_case;
}

void ast_dump(const struct node *node, struct buf *out) {
    struct dump dump = {.out = out};
    buf_printf(out, "%s(", ast_kind_name(node->kind));
    if (fields_of[node->kind] != NULL) {
        fields_of[node->kind](&dump, node);
    }
    if (has_place(node->kind)) {
        dump_count(&dump, "lineno", node->line);
        dump_count(&dump, "col_offset", node->column);
        dump_count(&dump, "end_lineno", node->end_line);
        dump_count(&dump, "end_col_offset", node->end_column);
    }
    buf_putc(out, ')');
}
