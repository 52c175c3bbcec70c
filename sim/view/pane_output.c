// What the program has printed so far; the newest lines are at the bottom, what the last event
// wrote stands out, and lines of stderr begin with "!".
#include <string.h>

#include "base/mem.h"
#include "view/pane.h"

#define PIECES_MOST 1024
#define ROWS_MOST   256

// A part of one line, as one output wrote it.
struct piece {
    const char *text;
    size_t length;
    bool is_error, is_new;
    size_t line; // counted from the newest, which is 0
    char space[LOG_VALUE_SPACE];
};

// The end of the output, gathered from the newest back, as much as the pane can show.
struct tail {
    const struct scene *scene;
    size_t lines; // that are wanted
    struct piece *pieces;
    size_t count;
    size_t line; // that the next piece belongs to
};

static void add_piece(struct tail *tail, const struct state_text *out, const char *text,
                      size_t length) {
    struct piece *piece = &tail->pieces[tail->count++];
    piece->text = text;
    piece->length = length;
    piece->is_error = out->stream == STREAM_STDERR;
    piece->is_new = out->position + 1 == tail->scene->state->position;
    piece->line = tail->line;
}

static bool is_full(const struct tail *tail) {
    return tail->count == PIECES_MOST || tail->line >= tail->lines;
}

// The beginning of the line that ends at [end].
static const char *line_begin(const char *text, const char *end) {
    while (end > text && end[-1] != '\n') {
        end--;
    }
    return end;
}

// Adds the lines of one output, the last first. What it wrote last goes on in the output after it,
// if that has the same stream; otherwise a line ends between the two.
static void add_output(struct tail *tail, const struct state_text *out) {
    char *space = tail->pieces[tail->count].space;
    size_t length;
    const char *text = log_text(tail->scene->log, out->text, space, &length);
    const char *end = text + length;
    const struct piece *after = tail->count > 0 ? &tail->pieces[tail->count - 1] : NULL;
    bool same = after != NULL && after->is_error == (out->stream == STREAM_STDERR);
    bool open = length > 0 && end[-1] != '\n';
    if (after != NULL && (!open || !same)) {
        tail->line++;
    }
    end -= !open && length > 0;
    while (!is_full(tail)) {
        const char *begin = line_begin(text, end);
        add_piece(tail, out, begin, (size_t)(end - begin));
        if (begin == text) {
            break;
        }
        tail->line++;
        end = begin - 1;
    }
}

static void collect(struct tail *tail) {
    for (uint32_t i = tail->scene->state->out; i > 0 && !is_full(tail); i--) {
        struct state_text out;
        state_out(tail->scene->state, i - 1, &out);
        add_output(tail, &out);
    }
}

void pane_draw_output(const struct scene *scene, struct area area) {
    if (scene->state->out == 0) {
        area_puts(area, 0, 0, STYLE_DIM, word(scene, WORD_NO_OUTPUT));
        return;
    }
    int back = -scene->scroll[PANE_OUTPUT];
    back = back < 0 ? 0 : back;
    size_t lines = (size_t)(area.height + back);
    struct tail tail = {.scene = scene, .lines = lines < ROWS_MOST ? lines : ROWS_MOST};
    tail.pieces = mem_zalloc(PIECES_MOST, sizeof *tail.pieces);
    collect(&tail);
    size_t oldest = tail.count > 0 ? tail.pieces[tail.count - 1].line : 0;
    // The oldest line stands in the first row, unless there are more than rows.
    int bottom = (int)oldest < area.height ? (int)oldest : area.height - 1 + back;
    bottom = bottom > (int)oldest ? (int)oldest : bottom;
    scene->scroll[PANE_OUTPUT] = bottom < area.height ? 0 : area.height - 1 - bottom;
    int x = 0;
    for (size_t i = tail.count; i-- > 0;) {
        const struct piece *piece = &tail.pieces[i];
        int y = bottom - (int)piece->line;
        enum style style = piece->is_error ? STYLE_ERROR : piece->is_new ? STYLE_BOLD : STYLE_PLAIN;
        bool begins = i + 1 == tail.count || piece[1].line != piece->line;
        if (begins) {
            x = piece->is_error ? area_puts(area, 0, y, style, "! ") : 0;
        }
        if (y >= 0 && y < area.height) {
            struct area row = area_part(area, 0, y, area.width, 1);
            x += area_put_cut(row, x, 0, row.width - x, style, piece->text, piece->length);
        }
    }
    mem_free(tail.pieces);
}
