// The source, with the line about to run, the stops, and where every other task stands.
#include <string.h>

#include "view/pane.h"
#include "view/python_text.h"

// What the pane shows: which file, and the line about to run.
struct reading {
    uint32_t file;
    uint32_t line; // 0: none
    size_t count;  // lines of the file
};

static const struct trace_file *file_of(const struct scene *scene, uint32_t number) {
    return number < scene->header->files.count ? &scene->header->files.items[number] : NULL;
}

static size_t count_lines(const struct trace_file *file) {
    size_t count = 0;
    for (size_t i = 0; i < file->length; i++) {
        count += file->text[i] == '\n';
    }
    return count + (file->length > 0 && file->text[file->length - 1] != '\n');
}

// The innermost frame that has a file: of the task that has control, else of the code outside.
static bool current_frame(const struct scene *scene, struct state_frame *frame) {
    return scene->state->frame != 0 && state_frame(scene->state, scene->state->frame, frame);
}

static struct reading reading_of(const struct scene *scene) {
    struct reading reading = {0};
    struct state_frame frame;
    if (current_frame(scene, &frame)) {
        reading.file = frame.file;
        reading.line = frame.ended ? 0 : frame.line;
    }
    const struct trace_file *file = file_of(scene, reading.file);
    reading.count = file == NULL ? 0 : count_lines(file);
    return reading;
}

// The first line shown, so that the current one stands in the middle third.
static size_t first_line(const struct scene *scene, const struct reading *reading, int height) {
    long at = (long)reading->line - height / 2 + scene->view->scroll[PANE_SOURCE];
    long last = (long)reading->count - height + 1;
    at = at > last ? last : at;
    return at < 1 ? 1 : (size_t)at;
}

// Marks beside the line where other tasks stand: their names, after the text.
static void put_standing(const struct scene *scene, const struct reading *reading, uint32_t line,
                         struct buf *out) {
    uint32_t tasks[64];
    size_t count = state_list(scene->state, STATE_TASKS, 0, tasks, 64);
    for (size_t i = 0; i < count; i++) {
        struct state_task task;
        struct state_frame frame;
        if (tasks[i] == scene->state->task || !state_task(scene->state, tasks[i], &task) ||
            task.life == LIFE_DONE || task.frame == 0 ||
            !state_frame(scene->state, task.frame, &frame)) {
            continue;
        }
        if (frame.file == reading->file && frame.line == line && !frame.ended) {
            buf_puts(out, out->length > 0 ? ", " : "");
            scene_put_task(scene, out, tasks[i]);
        }
    }
}

static bool is_break(const struct scene *scene, uint32_t file, uint32_t line) {
    for (size_t i = 0; i < scene->view->breaks.count; i++) {
        if (scene->view->breaks.items[i].file == file &&
            scene->view->breaks.items[i].line == line) {
            return true;
        }
    }
    return false;
}

static void draw_line(const struct scene *scene, const struct reading *reading, struct area row,
                      uint32_t line, const char *text, size_t length) {
    bool current = line == reading->line;
    if (is_break(scene, reading->file, line)) {
        area_glyph(row, 0, 0, STYLE_ERROR, GLYPH_BREAK, 1);
    }
    area_glyph(row, 1, 0, STYLE_CURRENT, GLYPH_ARROW, current ? 1 : 0);
    area_printf(row, 2, 0, STYLE_DIM, "%4u ", (unsigned)line);
    struct buf standing = {0};
    put_standing(scene, reading, line, &standing);
    struct area text_area = area_part(row, 7, 0, row.width - 7, 1);
    int taken = python_text_draw(text_area, text, length, current);
    if (taken > text_area.width) {
        area_glyph(text_area, text_area.width - 1, 0, STYLE_DIM, GLYPH_ELLIPSIS, 1);
    }
    if (standing.length > 0) {
        int at = taken + 2 < text_area.width - 8 ? taken + 2 : text_area.width - 8;
        area_glyph(text_area, at, 0, STYLE_MARK, GLYPH_MARK, 1);
        area_put_cut(text_area, at + 2, 0, text_area.width - at - 2, STYLE_MARK,
                     buf_text(&standing), standing.length);
    }
    if (current) {
        area_paint(text_area, 0, 0, taken, STYLE_CURRENT);
    }
    buf_free(&standing);
}

void pane_draw_source(const struct scene *scene, struct area area) {
    struct reading reading = reading_of(scene);
    const struct trace_file *file = file_of(scene, reading.file);
    if (file == NULL) {
        return;
    }
    size_t first = first_line(scene, &reading, area.height);
    const char *at = file->text, *end = file->text + file->length;
    for (size_t line = 1; line < first + (size_t)area.height && at < end; line++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline == NULL ? end : newline;
        size_t length = (size_t)(stop - at);
        length -= length > 0 && at[length - 1] == '\r';
        if (line >= first) {
            draw_line(scene, &reading, area_part(area, 0, (int)(line - first), area.width, 1),
                      (uint32_t)line, at, length);
        }
        at = newline == NULL ? end : newline + 1;
    }
}

uint32_t pane_source_line(const struct scene *scene, struct area area, int y) {
    struct reading reading = reading_of(scene);
    size_t line = first_line(scene, &reading, area.height) + (size_t)y;
    return line <= reading.count ? (uint32_t)line : 0;
}
