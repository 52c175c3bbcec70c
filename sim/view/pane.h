// Panes: each draws one part of what there is to see of a state. They only read.
#ifndef VIEW_PANE_H
#define VIEW_PANE_H

#include "view/view.h"

// Where each pane lies on the screen, empty where it is not shown.
struct layout {
    bool too_small; // not even one pane fits
    bool single;    // one pane at a time
    struct area title, sentence, hints;
    struct area panes[PANE_COUNT]; // without their title rows, which lie just above
};

struct breakpoint {
    uint32_t file, line;
};

enum view_overlay { OVERLAY_NONE, OVERLAY_HELP, OVERLAY_GO };

struct view {
    struct view_options options;
    struct replay *replay;
    uint64_t position;
    enum view_pane focus;
    bool zoomed;
    int scroll[PANE_COUNT]; // rows by which the reader moved a pane from where it stands by itself
    uint32_t follow;        // the task that steps are about; 0: all
    struct {
        struct breakpoint *items;
        size_t count, capacity;
    } breaks;
    bool playing;
    int speed; // index into view.c's table of pauses
    enum view_overlay overlay;
    struct buf typed;     // in OVERLAY_GO
    char message[256];    // said once, instead of the hints
    struct layout layout; // of the screen last drawn
};

// What the panes draw from: the state at the position and what it belongs to.
struct scene {
    const struct view *view;
    const struct trace_header *header;
    const struct log *log;
    const struct state *state;
    bool chinese;
};

void layout_make(struct layout *layout, const struct view *view, struct canvas *canvas);

void pane_draw_source(const struct scene *scene, struct area area);
void pane_draw_loop(const struct scene *scene, struct area area);
void pane_draw_stack(const struct scene *scene, struct area area);
void pane_draw_output(const struct scene *scene, struct area area);
void pane_draw_timeline(const struct scene *scene, struct area area);
void pane_draw_notes(const struct scene *scene, struct area area);

// The line that a click on row [y] of the source pane means; 0: none. And the position that a
// click on column [x] of the timeline means; the task that a click on a row of the loop pane means.
uint32_t pane_source_line(const struct scene *scene, struct area area, int y);
uint64_t pane_timeline_position(const struct scene *scene, struct area area, int x);
uint32_t pane_timeline_task(const struct scene *scene, struct area area, int y);
uint32_t pane_loop_task(const struct scene *scene, struct area area, int y);

void overlay_draw(const struct scene *scene, struct canvas *canvas);

// Texts of the screen in the language that is on: words.def.
enum word {
#define WORD(identifier, english, chinese) WORD_##identifier,
#include "view/words.def"
#undef WORD
    WORD_COUNT
};
const char *word(const struct scene *scene, enum word word);

// Names of things: "Task-2" or "sleep #5"; the text of an id.
void scene_put_task(const struct scene *scene, struct buf *out, uint32_t id);
void scene_put_handle(const struct scene *scene, struct buf *out, uint32_t handle);
void scene_put_text(const struct scene *scene, struct buf *out, uint32_t text);
void scene_put_value(const struct scene *scene, struct buf *out, enum event_value kind,
                     uint64_t value);
void scene_put_seconds(struct buf *out, int64_t nanoseconds); // "1.500"

// The letter and the style of a life: R, r, s, w, d.
char life_letter(enum state_life life);
enum style life_style(enum state_life life);

#endif
