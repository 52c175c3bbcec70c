#include "code/anchors.h"

#include <stdbool.h>
#include <string.h>

// A place in the text while it is looked through.
struct cursor {
    const struct place_text *source;
    size_t offset, line_start;
    int line;
};

static struct cursor cursor_at(struct place_text *source, int line, int column) {
    struct cursor cursor = {.source = source, .line = line};
    cursor.line_start = place_offset(source, line, 0);
    cursor.offset = place_offset(source, line, column);
    return cursor;
}

static bool at_end(const struct cursor *cursor) {
    return cursor->offset >= cursor->source->length;
}

static char byte(const struct cursor *cursor) {
    return at_end(cursor) ? '\0' : cursor->source->text[cursor->offset];
}

static void next_line(struct cursor *cursor) {
    while (!at_end(cursor) && byte(cursor) != '\n') {
        cursor->offset++;
    }
    cursor->offset += !at_end(cursor);
    cursor->line_start = cursor->offset;
    cursor->line++;
}

// Skips what stands between parts of an expression: spaces, closing parentheses, comments and
// backslashes; with [until], everything else too up to that byte.
static void skip(struct cursor *cursor, char until) {
    while (!at_end(cursor)) {
        char here = byte(cursor);
        if (here == '#' || here == '\\' || here == '\n') {
            next_line(cursor);
            continue;
        }
        bool blank = strchr(" \t\r\f)", here) != NULL;
        if (until != '\0' ? here == until : !blank) {
            return;
        }
        cursor->offset++;
    }
}

static void set_start(const struct cursor *cursor, struct position *position) {
    position->anchor = (uint16_t)(cursor->offset - cursor->line_start);
    position->anchor_down = (uint16_t)(cursor->line - (int)position->line);
}

static void to_end(const struct node *node, struct position *position) {
    position->anchor_end = (uint16_t)node->end_column;
    position->anchor_end_down = (uint16_t)(node->end_line - (int)position->line);
}

// An operator is one or two bytes long.
static void mark_operator(struct place_text *source, const struct node *node,
                          struct position *position) {
    const struct node *left = node->BinOp.left;
    const struct node *right = node->BinOp.right;
    struct cursor cursor = cursor_at(source, left->end_line, left->end_column);
    skip(&cursor, '\0');
    set_start(&cursor, position);
    size_t end = cursor.offset + 1;
    char second = end < source->length ? source->text[end] : '\0';
    bool free = right->line > cursor.line || end < place_offset(source, right->line, right->column);
    if (free && strchr(" \t\r\n\f\\#", second) == NULL) {
        end++;
    }
    position->anchor_end = (uint16_t)(end - cursor.line_start);
    position->anchor_end_down = position->anchor_down;
}

static void mark_from(struct place_text *source, const struct node *node, const struct node *part,
                      char opening, struct position *position) {
    struct cursor cursor = cursor_at(source, part->end_line, part->end_column);
    skip(&cursor, opening);
    set_start(&cursor, position);
    to_end(node, position);
}

// A class pattern reads like a call.
void anchors_find(struct place_text *source, const struct node *node, struct position *position) {
    if (node == NULL || source->text == NULL) {
        return;
    }
    if (node->kind == AST_BinOp) {
        mark_operator(source, node, position);
    } else if (node->kind == AST_Call) {
        mark_from(source, node, node->Call.func, '(', position);
    } else if (node->kind == AST_MatchClass) {
        mark_from(source, node, node->MatchClass.cls, '(', position);
    } else if (node->kind == AST_Subscript) {
        mark_from(source, node, node->Subscript.value, '[', position);
    }
}
