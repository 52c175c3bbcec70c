// The source, with the line about to run, the stops, and where every other task stands.
//
//     before a line:  ● a stop   ▶ the line about to run
//     behind a line:  s Task-2, Task-3   these tasks stand here, sleeping
#include <string.h>

#include "view/pane.h"
#include "view/python_text.h"

#define STANDING_MOST 48 // tasks of each list that are looked at
#define NAMED_MOST    4  // tasks named behind one line, of one life

// A task that stands on a line without running.
struct standing {
    uint32_t task, line;
    enum state_life life;
};

// What the pane shows.
struct reading {
    const struct scene *scene;
    const struct trace_file *file;
    struct standing standing[3 * STANDING_MOST];
    size_t standing_count;
    int digits;   // of the line numbers
    bool is_more; // there are more tasks than were looked at
};

static const struct trace_file *file_of(const struct scene *scene) {
    uint32_t number = scene->file;
    return number < scene->header->files.count ? &scene->header->files.items[number] : NULL;
}

static size_t count_lines(const struct trace_file *file) {
    size_t count = 0;
    const char *at = file->text, *end = at + file->length;
    for (; at < end && (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++) {
        count++;
    }
    return count + (file->length > 0 && file->text[file->length - 1] != '\n');
}

// The first line shown. It moves by half a pane at a time, so that the text stands still while the
// steps go from line to line, and the line looked at is always in the middle half.
static size_t first_line(const struct scene *scene, size_t count, int height) {
    long half = height > 3 ? height / 2 : 1;
    long at = ((long)scene->around - 1) / half * half + 1 - half / 2;
    long last = (long)count - height + 1;
    at = at > last ? last : at;
    at = at < 1 ? 1 : at;
    long moved = at + scene->scroll[PANE_SOURCE];
    moved = moved > last ? last : moved;
    moved = moved < 1 ? 1 : moved;
    scene->scroll[PANE_SOURCE] = (int)(moved - at);
    return (size_t)moved;
}

// Where tasks stand ----------------------------------------------------------------------------

static void add_standing(struct reading *reading, uint32_t id) {
    const struct scene *scene = reading->scene;
    struct state_task task;
    struct state_frame frame;
    bool stands = id != 0 && state_task(scene->state, id, &task) && task.frame != 0 &&
                  task.life != LIFE_RUNNING && task.life != LIFE_DONE &&
                  state_frame(scene->state, task.frame, &frame) && frame.file == scene->file;
    for (size_t i = 0; stands && i < reading->standing_count; i++) {
        stands = reading->standing[i].task != id;
    }
    if (stands) {
        reading->standing[reading->standing_count++] = (struct standing){id, frame.line, task.life};
    }
}

// Looks at the beginnings of the lists alone, so that a hundred thousand tasks cost no more.
static void find_standing(struct reading *reading) {
    static const enum state_list lists[] = {STATE_READY, STATE_TIMERS, STATE_WAITING};
    const struct scene *scene = reading->scene;
    for (size_t i = 0; i < 3; i++) {
        uint32_t ids[STANDING_MOST];
        size_t count = state_list(scene->state, lists[i], 0, ids, STANDING_MOST);
        reading->is_more |= scene->state->counts[lists[i]] > count;
        for (size_t j = 0; j < count; j++) {
            struct state_handle handle = {.task = ids[j]};
            if (lists[i] != STATE_WAITING) {
                state_handle(scene->state, ids[j], &handle);
            }
            add_standing(reading, handle.task);
        }
    }
}

// Appends the tasks of one life that stand on [line].
static void put_standing(const struct reading *reading, uint32_t line, enum state_life life,
                         struct buf *out) {
    size_t count = 0;
    for (size_t i = 0; i < reading->standing_count; i++) {
        const struct standing *standing = &reading->standing[i];
        if (standing->line != line || standing->life != life) {
            continue;
        }
        if (count == 0) {
            buf_printf(out, "%s%c", out->length > 0 ? "  " : "", life_letter(life));
        }
        if (count < NAMED_MOST) {
            buf_puts(out, count > 0 ? ", " : " ");
            scene_put_task(reading->scene, out, standing->task);
        }
        count++;
    }
    if (count > NAMED_MOST) {
        buf_printf(out, " +%zu%s", count - NAMED_MOST, reading->is_more ? "+" : "");
    }
}

// Drawing --------------------------------------------------------------------------------------

static bool is_break(const struct scene *scene, uint32_t line) {
    for (size_t i = 0; i < scene->view->breaks.count; i++) {
        const struct breakpoint *stop = &scene->view->breaks.items[i];
        if (stop->file == scene->file && stop->line == line) {
            return true;
        }
    }
    return false;
}

// Draws the tasks that stand on a line behind its text, over its end if need be.
static void draw_standing(const struct reading *reading, struct area row, uint32_t line,
                          int taken) {
    struct buf text = {0};
    put_standing(reading, line, LIFE_READY, &text);
    put_standing(reading, line, LIFE_SLEEPING, &text);
    put_standing(reading, line, LIFE_WAITING, &text);
    if (text.length > 0) {
        struct area nowhere = area_part(row, 0, 0, row.width, 0);
        int width = area_put(nowhere, 0, 0, STYLE_MARK, buf_text(&text), text.length) + 2;
        int at = taken + 1;
        int latest = row.width - width > row.width / 2 ? row.width - width : row.width / 2;
        if (at > latest) {
            at = latest;
            area_glyph(row, at - 1, 0, STYLE_DIM, GLYPH_ELLIPSIS, 1);
        }
        area_glyph(row, at, 0, STYLE_MARK, GLYPH_MARK, 1);
        area_puts(row, at + 1, 0, STYLE_MARK, " ");
        area_put_cut(row, at + 2, 0, row.width - at - 2, STYLE_MARK, buf_text(&text), text.length);
    }
    buf_free(&text);
}

static void draw_line(const struct reading *reading, struct area row, uint32_t line,
                      const char *text, size_t length) {
    const struct scene *scene = reading->scene;
    bool current = line == scene->line;
    if (is_break(scene, line)) {
        area_glyph(row, 0, 0, STYLE_ERROR, GLYPH_BREAK, 1);
    }
    area_glyph(row, 1, 0, STYLE_RUNNING, GLYPH_ARROW, current ? 1 : 0);
    int digits = reading->digits;
    area_printf(row, 3, 0, current ? STYLE_BOLD : STYLE_DIM, "%*u", digits, (unsigned)line);
    struct area text_area = area_part(row, digits + 4, 0, row.width - digits - 4, 1);
    int taken = python_text_draw(text_area, text, length, current);
    if (taken > text_area.width) {
        area_glyph(text_area, text_area.width - 1, 0, STYLE_DIM, GLYPH_ELLIPSIS, 1);
    }
    if (current) {
        area_paint(text_area, 0, 0, taken, STYLE_CURRENT);
    }
    draw_standing(reading, text_area, line, taken);
}

void pane_draw_source(const struct scene *scene, struct area area) {
    struct reading reading = {.scene = scene, .file = file_of(scene)};
    if (reading.file == NULL) {
        return;
    }
    size_t count = count_lines(reading.file);
    size_t first = first_line(scene, count, area.height);
    reading.digits = count < 100 ? 2 : count < 1000 ? 3 : count < 10000 ? 4 : 6;
    const char *at = reading.file->text, *end = at + reading.file->length;
    find_standing(&reading);
    for (size_t line = 1; line < first + (size_t)area.height && at < end; line++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline == NULL ? end : newline;
        size_t length = (size_t)(stop - at);
        length -= length > 0 && at[length - 1] == '\r';
        if (line >= first) {
            draw_line(&reading, area_part(area, 0, (int)(line - first), area.width, 1),
                      (uint32_t)line, at, length);
        }
        at = newline == NULL ? end : newline + 1;
    }
}

void pane_title_source(const struct scene *scene, struct buf *out) {
    const struct trace_file *file = file_of(scene);
    if (file != NULL) {
        const char *slash = strrchr(file->path, '/');
        buf_puts(out, slash == NULL ? file->path : slash + 1);
    }
}

uint32_t pane_source_line(const struct scene *scene, struct area area, int y) {
    const struct trace_file *file = file_of(scene);
    size_t count = file == NULL ? 0 : count_lines(file);
    size_t line = first_line(scene, count, area.height) + (size_t)y;
    return line <= count ? (uint32_t)line : 0;
}
