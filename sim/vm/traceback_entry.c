// One place of a traceback: its source lines with marks under what went wrong.
//
//       File "p.py", line 3, in f
//         return g(x) + 1
//                ~^^^
//
// ^^^ marks the expression; if it has a part that did it (an operator, a call's parentheses), that
// part has ^^^ and the rest ~~~. An expression that is the whole line needs no marks. Of many lines
// the first, the last and those around the part are shown. Columns are in characters, and where
// marks are drawn in columns of a terminal, as wide letters take two.
#include "base/mem.h"
#include "base/utf8.h"
#include "vm/files.h"
#include "vm/loaded.h"
#include "vm/state.h"
#include "vm/traceback_text.h"

// One source line without the indentation that all lines share.
struct line {
    const char *text;
    size_t length;
};

// A place inside the excerpt.
struct spot {
    size_t line;   // 0: the first
    size_t column; // in characters
};

struct excerpt {
    struct line *lines; // owned
    size_t count;
    size_t dedent;          // bytes (spaces and tabs) taken off each line
    struct spot start, end; // of the expression
    bool has_anchor;
    struct spot left, right; // of the part that did it
    bool is_call;            // that part is a call's parentheses
};

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\f' || c == '\r' || c == '\v';
}

static size_t count_indent(struct line line) {
    size_t indent = 0;
    while (indent < line.length && is_blank(line.text[indent])) {
        indent++;
    }
    return indent;
}

// Characters in the first [bytes] of a line.
static size_t characters(struct line line, size_t bytes) {
    return utf8_count(line.text, bytes < line.length ? bytes : line.length);
}

// Columns that the first [count] characters of a line take.
static size_t width(struct line line, size_t count) {
    size_t columns = 0;
    for (size_t at = 0; at < line.length && count > 0; count--) {
        uint32_t rune;
        at += utf8_decode(line.text + at, line.length - at, &rune);
        columns += utf8_width(rune) == 2 ? 2 : 1;
    }
    return columns;
}

// Reading the lines -------------------------------------------------------------------------------

static bool read_lines(const struct vm *vm, const char *path, const struct position *position,
                       struct excerpt *excerpt) {
    excerpt->count = position->end_line - position->line + 1;
    excerpt->lines = mem_zalloc(excerpt->count, sizeof *excerpt->lines);
    for (size_t i = 0; i < excerpt->count; i++) {
        struct line *line = &excerpt->lines[i];
        if (!files_line(vm, path, (int)(position->line + i), &line->text, &line->length)) {
            return i > 0;
        }
        while (line->length > 0 && is_blank(line->text[line->length - 1])) {
            line->length--;
        }
    }
    return true;
}

// What the indentation of all lines has in common.
static size_t common_indent(const struct excerpt *excerpt) {
    struct line first = {NULL, 0};
    size_t common = 0;
    for (size_t i = 0; i < excerpt->count; i++) {
        struct line line = excerpt->lines[i];
        size_t indent = count_indent(line);
        if (line.length == 0) {
            continue;
        }
        if (first.text == NULL) {
            first = line;
            common = indent;
        }
        size_t same = 0;
        while (same < common && same < indent && line.text[same] == first.text[same]) {
            same++;
        }
        common = same;
    }
    return common;
}

static struct spot spot_at(const struct excerpt *excerpt, size_t line, size_t byte) {
    struct line original = excerpt->lines[line];
    size_t column = characters(original, byte);
    return (struct spot){line, column > excerpt->dedent ? column - excerpt->dedent : 0};
}

static void take_positions(struct excerpt *excerpt, const struct position *position) {
    excerpt->dedent = common_indent(excerpt);
    excerpt->start = spot_at(excerpt, 0, position->column);
    excerpt->end = spot_at(excerpt, excerpt->count - 1, position->end_column);
    excerpt->has_anchor = position->anchor_end != 0 && position->anchor_down < excerpt->count &&
                          position->anchor_end_down < excerpt->count;
    if (excerpt->has_anchor) {
        struct line line = excerpt->lines[position->anchor_down];
        excerpt->left = spot_at(excerpt, position->anchor_down, position->anchor);
        excerpt->right = spot_at(excerpt, position->anchor_end_down, position->anchor_end);
        excerpt->is_call = position->anchor < line.length && line.text[position->anchor] == '(';
    }
    for (size_t i = 0; i < excerpt->count; i++) {
        struct line *line = &excerpt->lines[i];
        size_t cut = excerpt->dedent < line->length ? excerpt->dedent : line->length;
        line->text += cut;
        line->length -= cut;
    }
}

// Are there marks? --------------------------------------------------------------------------------

static bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool is_ascii(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)text[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

// Cuts blanks and parentheses off the end.
static size_t trim(const char *text, size_t length, char parenthesis) {
    while (length > 0 && (is_blank(text[length - 1]) || text[length - 1] == parenthesis)) {
        length--;
    }
    return length;
}

// Is it one name, and nothing else?
static bool is_name(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (!is_name_byte(text[i])) {
            return false;
        }
    }
    return length > 0;
}

// "return" of a call of a plain name, or an assignment to one.
static bool is_plain_start(const struct excerpt *excerpt) {
    struct line line = excerpt->lines[0];
    size_t before = trim(line.text, excerpt->start.column, '(');
    if (before == strlen("return") && memcmp(line.text, "return", before) == 0) {
        return excerpt->left.line == 0 &&
               is_name(line.text + excerpt->start.column,
                       trim(line.text, excerpt->left.column, ')') - excerpt->start.column);
    }
    if (before == 0 || line.text[before - 1] != '=') {
        return false;
    }
    return is_name(line.text, trim(line.text, before - 1, ' '));
}

// Does nothing but closing parentheses, a comment or another statement follow?
static bool is_plain_end(const struct excerpt *excerpt) {
    struct line line = excerpt->lines[excerpt->count - 1];
    size_t at = excerpt->end.column;
    while (at < line.length && (is_blank(line.text[at]) || line.text[at] == ')')) {
        at++;
    }
    return at >= line.length || line.text[at] == '#' || line.text[at] == ';';
}

// x = f() and return f() need no marks: the line says it all.
static bool is_plain_call(const struct excerpt *excerpt) {
    struct line first = excerpt->lines[0], last = excerpt->lines[excerpt->count - 1];
    return excerpt->has_anchor && excerpt->is_call && excerpt->start.column <= first.length &&
           excerpt->end.column <= last.length && is_ascii(first.text, excerpt->start.column) &&
           is_ascii(last.text, excerpt->end.column) && is_plain_start(excerpt) &&
           is_plain_end(excerpt);
}

static bool is_whole_line(const struct excerpt *excerpt) {
    struct line first = excerpt->lines[0], last = excerpt->lines[excerpt->count - 1];
    size_t end = utf8_offset(last.text, last.length, excerpt->end.column);
    return count_indent(first) >= excerpt->start.column && end >= last.length;
}

static bool wants_marks(const struct excerpt *excerpt) {
    return !is_plain_call(excerpt) && (excerpt->has_anchor || !is_whole_line(excerpt));
}

// Drawing -----------------------------------------------------------------------------------------

static bool is_before(size_t line, size_t column, struct spot spot) {
    return line < spot.line || (line == spot.line && column < spot.column);
}

// A spot with its column as a terminal counts.
static struct spot on_screen(const struct excerpt *excerpt, struct spot spot) {
    return (struct spot){spot.line, width(excerpt->lines[spot.line], spot.column)};
}

static void put_marks(const struct excerpt *excerpt, size_t number, struct buf *out) {
    struct line line = excerpt->lines[number];
    struct spot start = on_screen(excerpt, excerpt->start), end = on_screen(excerpt, excerpt->end);
    struct spot left = on_screen(excerpt, excerpt->left);
    struct spot right = on_screen(excerpt, excerpt->right);
    bool is_last = number == excerpt->count - 1;
    size_t columns = is_last ? end.column : width(line, line.length);
    size_t indent = count_indent(line);
    buf_puts(out, "    ");
    for (size_t column = 0; column < columns; column++) {
        if (column < indent || is_before(number, column, start)) {
            buf_putc(out, ' ');
        } else if (excerpt->has_anchor &&
                   (is_before(number, column, left) || !is_before(number, column, right))) {
            buf_putc(out, '~');
        } else {
            buf_putc(out, '^');
        }
    }
    buf_putc(out, '\n');
}

static void put_line(const struct excerpt *excerpt, size_t number, bool marks, struct buf *out) {
    buf_puts(out, "    ");
    buf_put(out, excerpt->lines[number].text, excerpt->lines[number].length);
    buf_putc(out, '\n');
    if (marks) {
        put_marks(excerpt, number, out);
    }
}

static bool is_near(size_t number, size_t line) {
    return number + 1 >= line && number <= line + 1;
}

static bool is_significant(const struct excerpt *excerpt, size_t number) {
    return number == 0 || number == excerpt->count - 1 ||
           (excerpt->has_anchor &&
            (is_near(number, excerpt->left.line) || is_near(number, excerpt->right.line)));
}

// A single line between two that are shown is shown as well; more are counted.
static void put_lines(const struct excerpt *excerpt, struct buf *out) {
    bool marks = wants_marks(excerpt);
    size_t shown = 0; // the line after the last one shown
    for (size_t i = 0; i < excerpt->count; i++) {
        if (!is_significant(excerpt, i)) {
            continue;
        }
        if (i == shown + 1) {
            put_line(excerpt, shown, marks, out);
        } else if (i > shown) {
            buf_printf(out, "    ...<%zu lines>...\n", i - shown);
        }
        put_line(excerpt, i, marks, out);
        shown = i + 1;
    }
}

static void put_first_line(const struct vm *vm, const char *path, uint32_t number,
                           struct buf *out) {
    struct line line;
    if (!files_line(vm, path, (int)number, &line.text, &line.length)) {
        return;
    }
    size_t indent = count_indent(line);
    size_t length = trim(line.text, line.length, ' ');
    if (length > indent) {
        buf_puts(out, "    ");
        buf_put(out, line.text + indent, length - indent);
        buf_putc(out, '\n');
    }
}

void traceback_put_entry(struct vm *vm, const struct loaded *loaded, uint32_t instr, bool marks,
                         struct buf *out) {
    const struct position *position = loaded_position(loaded, instr);
    const char *path = loaded->code->file;
    buf_printf(out, "  File \"%s\", line %u, in %s\n", path, position->line,
               loaded->code->name->text);
    bool known = marks && position->line != 0 && position->column != UINT16_MAX &&
                 position->end_column != UINT16_MAX && position->end_line >= position->line;
    if (!known) {
        put_first_line(vm, path, position->line, out);
        return;
    }
    struct excerpt excerpt = {0};
    if (read_lines(vm, path, position, &excerpt)) {
        take_positions(&excerpt, position);
        put_lines(&excerpt, out);
    }
    mem_free(excerpt.lines);
}
