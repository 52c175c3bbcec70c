// Docstrings: found at the beginning of a body, kept without the indentation common to all lines.
#include <stdint.h>
#include <string.h>

#include "code/compile_parts.h"

const struct node *compile_docstring(struct node_list body) {
    if (body.count == 0 || body.items[0]->kind != AST_Expr) {
        return NULL;
    }
    const struct node *value = body.items[0]->Expr.value;
    bool text = value->kind == AST_Constant && value->Constant.value.kind == AST_STR;
    return text ? value : NULL;
}

// Replaces tabs by spaces up to the next column that is a multiple of 8.
static void expand_tabs(const struct ast_constant *text, struct buf *out) {
    size_t column = 0;
    for (size_t i = 0; i < text->length; i++) {
        char byte = text->text[i];
        if (byte == '\t') {
            buf_fill(out, ' ', 8 - column % 8);
            column = 0;
            continue;
        }
        buf_putc(out, byte);
        bool starts_character = ((unsigned char)byte & 0xC0) != 0x80;
        column = byte == '\n' || byte == '\r' ? 0 : column + starts_character;
    }
}

static const char *line_end(const char *line) {
    const char *end = strchr(line, '\n');
    return end == NULL ? line + strlen(line) : end + 1;
}

// The indentation that all lines but the first and blank ones have.
static size_t common_margin(const char *text) {
    size_t margin = SIZE_MAX;
    for (const char *line = line_end(text); *line != '\0'; line = line_end(line)) {
        size_t spaces = strspn(line, " ");
        if (line[spaces] != '\n' && line[spaces] != '\0' && spaces < margin) {
            margin = spaces;
        }
    }
    return margin == SIZE_MAX ? 0 : margin;
}

static void strip_margin(const char *text, struct buf *out) {
    size_t margin = common_margin(text);
    const char *first = text + strspn(text, " ");
    buf_put(out, first, (size_t)(line_end(first) - first));
    for (const char *line = line_end(first); *line != '\0';) {
        const char *end = line_end(line);
        size_t spaces = strspn(line, " ");
        line += spaces < margin ? spaces : margin;
        buf_put(out, line, (size_t)(end - line));
        line = end;
    }
}

struct constant compile_clean_docstring(struct compiler *compiler, const struct node *doc) {
    const struct ast_constant *text = &doc->Constant.value;
    struct constant constant = {.kind = CONST_STR};
    constant.text.bytes = text->text;
    constant.text.length = text->length;
    if (memchr(text->text, '\0', text->length) != NULL) {
        return constant;
    }
    struct buf expanded = {0};
    struct buf stripped = {0};
    expand_tabs(text, &expanded);
    strip_margin(buf_text(&expanded), &stripped);
    constant.text.bytes = arena_text(compiler->arena, buf_text(&stripped), stripped.length);
    constant.text.length = stripped.length;
    buf_free(&expanded);
    buf_free(&stripped);
    return constant;
}
