// Where the panes lie.
//
//     ┌ title bar ─────────────────────────────┐
//     │ source            │ event loop         │
//     │                   │                    │
//     │ await stack       │ output             │
//     │ timeline                               │
//     │ sentence                               │
//     └ hints ─────────────────────────────────┘
//
// With a lesson, its text stands under the source, and the await stack under the loop. Each pane
// has a title row above it. Below 80x24 one pane is shown at a time, in large type. The sentence
// and the lesson get the rows that their texts need; what remains is shared by fixed parts, so that
// the panes keep their places from step to step.
#include "view/pane.h"
#include "view/prose.h"

#define FULL_COLUMNS   80
#define FULL_ROWS      24
#define HEADED_ROWS    28 // from here on the sentence has a title
#define LEAST_COLUMNS  40
#define LEAST_ROWS     10
#define SENTENCE_LEAST 2

static int between(int least, int value, int most) {
    return value > most ? most : value < least ? least : value;
}

static bool has_notes(const struct view *view) {
    return view->moments != NULL;
}

// Places a pane into a box whose first row is its title.
static void place(struct layout *layout, enum view_pane pane, struct area box) {
    layout->panes[pane] = area_part(box, 0, 1, box.width, box.height - 1);
}

// Rows for the lesson's text with its title, from [least] to [most].
static int notes_rows(struct area box, const struct layout_texts *texts, int least, int most) {
    struct prose prose = {.own = true};
    int rows = texts->notes == NULL
                   ? 0
                   : prose_rows(box.canvas, box.width, &prose, texts->notes, texts->notes_length);
    return between(least, rows + 1, most);
}

// The upper part of a box shows a pane, the lower part the lesson.
static void place_with_notes(struct layout *layout, enum view_pane pane, struct area box,
                             const struct layout_texts *texts) {
    int notes = notes_rows(box, texts, 4, box.height / 2);
    place(layout, pane, area_part(box, 0, 0, box.width, box.height - notes));
    place(layout, PANE_NOTES, area_part(box, 0, box.height - notes, box.width, notes));
}

static void place_single(struct layout *layout, const struct view *view, struct area middle,
                         const struct layout_texts *texts) {
    bool shown = view->focus != PANE_NOTES || has_notes(view);
    enum view_pane pane = shown ? view->focus : PANE_SOURCE;
    if (pane == PANE_SOURCE && has_notes(view) && !view->zoomed && middle.height >= 12) {
        place_with_notes(layout, pane, middle, texts);
    } else {
        place(layout, pane, middle);
    }
}

static void place_all(struct layout *layout, const struct view *view, struct area middle,
                      const struct layout_texts *texts) {
    int timeline = between(5, middle.height / 4, 14);
    int high = middle.height - timeline;
    int left = middle.width * 52 / 100;
    struct area west = area_part(middle, 0, 0, left - 1, high);
    struct area east = area_part(middle, left + 2, 0, middle.width - left - 2, high);
    layout->wall = area_part(middle, left, 0, 1, high);
    place(layout, PANE_TIMELINE, area_part(middle, 0, high, middle.width, timeline));
    if (has_notes(view)) {
        int stack = between(3, high / 5 + 1, 9), output = between(3, high / 4, 12);
        int loop = high - stack - output;
        place_with_notes(layout, PANE_SOURCE, west, texts);
        place(layout, PANE_LOOP, area_part(east, 0, 0, east.width, loop));
        place(layout, PANE_STACK, area_part(east, 0, loop, east.width, stack));
        place(layout, PANE_OUTPUT, area_part(east, 0, loop + stack, east.width, output));
    } else {
        int low = between(5, high / 3, 14);
        place(layout, PANE_SOURCE, area_part(west, 0, 0, west.width, high - low));
        place(layout, PANE_STACK, area_part(west, 0, high - low, west.width, low));
        place(layout, PANE_LOOP, area_part(east, 0, 0, east.width, high - low));
        place(layout, PANE_OUTPUT, area_part(east, 0, high - low, east.width, low));
    }
}

void layout_make(struct layout *layout, const struct view *view, struct canvas *canvas,
                 const struct layout_texts *texts) {
    *layout = (struct layout){0};
    struct area all = canvas_area(canvas);
    if (all.width < LEAST_COLUMNS || all.height < LEAST_ROWS) {
        layout->too_small = true;
        return;
    }
    bool full = all.width >= FULL_COLUMNS && all.height >= FULL_ROWS;
    struct prose prose = {0};
    int needed = prose_rows(canvas, all.width, &prose, texts->sentence, texts->sentence_length);
    int sentence = between(SENTENCE_LEAST, needed, full ? all.height / 4 : all.height / 2 - 1);
    layout->headed = full && all.height >= HEADED_ROWS;
    layout->title = area_part(all, 0, 0, all.width, 1);
    layout->hints = area_part(all, 0, all.height - 1, all.width, 1);
    layout->sentence = area_part(all, 0, all.height - 1 - sentence, all.width, sentence);
    int rows = all.height - 2 - sentence - (layout->headed ? 1 : 0);
    struct area middle = area_part(all, 0, 1, all.width, rows);
    if (!full || view->zoomed) {
        place_single(layout, view, middle, texts);
    } else {
        place_all(layout, view, middle, texts);
    }
}
