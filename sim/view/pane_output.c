// What the program has printed so far; the newest lines are at the bottom.
#include <string.h>

#include "view/pane.h"

struct line {
    struct buf text;
    bool is_error; // of stderr
    bool is_new;   // written by the event just applied
};

// The last lines of the output, filled from the end: outputs are looked at from the newest back,
// as many as the pane can need.
struct tail {
    struct line lines[256];
    size_t count, most;
};

static void add_piece(struct tail *tail, const char *text, size_t length, bool error, bool new) {
    if (tail->count == tail->most) {
        buf_free(&tail->lines[0].text);
        memmove(tail->lines, tail->lines + 1, (tail->count - 1) * sizeof *tail->lines);
        tail->count--;
    }
    struct line *line = &tail->lines[tail->count++];
    *line = (struct line){.is_error = error, .is_new = new};
    buf_put(&line->text, text, length);
}

// Adds an output's text: it goes on with the line that is open, if the stream is the same.
static void add_output(struct tail *tail, bool *open, const char *text, size_t length, bool error,
                       bool new) {
    while (length > 0) {
        const char *newline = memchr(text, '\n', length);
        size_t part = newline == NULL ? length : (size_t)(newline - text);
        if (*open && tail->count > 0 && tail->lines[tail->count - 1].is_error == error) {
            buf_put(&tail->lines[tail->count - 1].text, text, part);
            tail->lines[tail->count - 1].is_new |= new;
        } else {
            add_piece(tail, text, part, error, new);
        }
        *open = newline == NULL;
        part += newline != NULL;
        text += part;
        length -= part;
    }
}

static void collect(const struct scene *scene, struct tail *tail, size_t rows) {
    // An output is rarely a whole line: go back far enough to see `rows` line ends.
    uint32_t first = scene->state->out;
    size_t ends = 0;
    while (first > 0 && ends <= rows && scene->state->out - first < 4096) {
        struct state_text out;
        char space[LOG_VALUE_SPACE];
        size_t length;
        state_out(scene->state, --first, &out);
        const char *text = log_text(scene->log, out.text, space, &length);
        ends += length > 0 && text[length - 1] == '\n';
    }
    bool open = false;
    for (uint32_t i = first; i < scene->state->out; i++) {
        struct state_text out;
        char space[LOG_VALUE_SPACE];
        size_t length;
        state_out(scene->state, i, &out);
        const char *text = log_text(scene->log, out.text, space, &length);
        add_output(tail, &open, text, length, out.stream == STREAM_STDERR,
                   out.position + 1 == scene->state->position);
    }
}

void pane_draw_output(const struct scene *scene, struct area area) {
    if (scene->state->out == 0) {
        area_puts(area, 0, 0, STYLE_DIM, word(scene, WORD_NO_OUTPUT));
        return;
    }
    int back = -scene->view->scroll[PANE_OUTPUT];
    size_t rows = (size_t)(area.height + (back > 0 ? back : 0));
    struct tail tail = {.most = rows < 256 ? rows : 256};
    tail.most = tail.most == 0 ? 1 : tail.most;
    collect(scene, &tail, tail.most);
    for (size_t i = 0; i < tail.count && (int)i < area.height; i++) {
        const struct line *line = &tail.lines[i];
        enum style style = line->is_error ? STYLE_ERROR : line->is_new ? STYLE_BOLD : STYLE_PLAIN;
        int x = line->is_error ? area_puts(area, 0, (int)i, style, "! ") : 0;
        area_put_cut(area, x, (int)i, area.width - x, style, buf_text(&line->text),
                     line->text.length);
    }
    for (size_t i = 0; i < tail.count; i++) {
        buf_free(&tail.lines[i].text);
    }
}
