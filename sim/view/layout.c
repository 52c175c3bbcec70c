// Where the panes lie.
//
//     ┌ title bar ─────────────────────────────┐
//     │ source            │ event loop         │
//     │ (lesson)          │                    │
//     │ await stack       │ output             │
//     │ timeline                               │
//     │ sentence                               │
//     └ hints ─────────────────────────────────┘
//
// Each pane has a title row above it. Below 80x24 one pane is shown at a time.
#include "view/pane.h"

#define FULL_COLUMNS  80
#define FULL_ROWS     24
#define LEAST_COLUMNS 40
#define LEAST_ROWS    10

static bool has_pane(const struct view *view, enum view_pane pane) {
    return pane != PANE_NOTES || view->options.notes != NULL;
}

// Places a pane into a box whose first row is its title.
static void place(struct layout *layout, enum view_pane pane, struct area box) {
    layout->panes[pane] = area_part(box, 0, 1, box.width, box.height - 1);
}

static void place_single(struct layout *layout, const struct view *view, struct area middle) {
    enum view_pane pane = has_pane(view, view->focus) ? view->focus : PANE_SOURCE;
    place(layout, pane, middle);
}

static void place_all(struct layout *layout, const struct view *view, struct area middle) {
    int timeline = middle.height >= 24 ? 7 : 5;
    int low = middle.height >= 24 ? 7 : 5;
    int high = middle.height - timeline - low;
    int left = middle.width * 52 / 100;
    int notes = has_pane(view, PANE_NOTES) ? (high >= 12 ? 6 : 5) : 0;
    struct area west = area_part(middle, 0, 0, left, high);
    struct area east = area_part(middle, left + 1, 0, middle.width - left - 1, high);
    place(layout, PANE_SOURCE, area_part(west, 0, 0, left, high - notes));
    if (notes > 0) {
        place(layout, PANE_NOTES, area_part(west, 0, high - notes, left, notes));
    }
    place(layout, PANE_LOOP, east);
    place(layout, PANE_STACK, area_part(middle, 0, high, left, low));
    place(layout, PANE_OUTPUT, area_part(middle, left + 1, high, middle.width - left - 1, low));
    place(layout, PANE_TIMELINE, area_part(middle, 0, high + low, middle.width, timeline));
}

void layout_make(struct layout *layout, const struct view *view, struct canvas *canvas) {
    *layout = (struct layout){0};
    struct area all = canvas_area(canvas);
    if (all.width < LEAST_COLUMNS || all.height < LEAST_ROWS) {
        layout->too_small = true;
        return;
    }
    bool full = all.width >= FULL_COLUMNS && all.height >= FULL_ROWS;
    int sentence = all.width >= 100 ? 2 : 3;
    layout->single = !full;
    layout->title = area_part(all, 0, 0, all.width, 1);
    layout->hints = area_part(all, 0, all.height - 1, all.width, 1);
    layout->sentence = area_part(all, 0, all.height - 1 - sentence, all.width, sentence);
    struct area middle = area_part(all, 0, 1, all.width, all.height - 2 - sentence);
    if (!full || view->zoomed) {
        place_single(layout, view, middle);
    } else {
        place_all(layout, view, middle);
    }
}
