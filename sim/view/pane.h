// Panes: each draws one part of what there is to see of a state. They only read.
#ifndef VIEW_PANE_H
#define VIEW_PANE_H

#include "view/notes_moments.h"
#include "view/view.h"

// Where each pane lies on the screen, empty where it is not shown.
struct layout {
    bool too_small; // not even one pane fits
    struct area title, sentence, hints;
    struct area wall; // between the left panes and the right ones; empty: there is one column
    bool headed;      // the sentence has a title row just above it
    struct area panes[PANE_COUNT]; // without their title rows, which lie just above
};

// Texts that are given the rows they need.
struct layout_texts {
    const char *sentence; // what just happened
    size_t sentence_length;
    const char *notes; // of the lesson at this moment; NULL: none
    size_t notes_length;
};

struct breakpoint {
    uint32_t file, line;
};

enum view_overlay { OVERLAY_NONE, OVERLAY_HELP, OVERLAY_GO };

struct view {
    struct view_options options;
    struct replay *replay;
    struct notes_moments *moments; // of the notes in the language that is on; NULL: no lesson
    uint64_t position;
    enum view_pane focus;
    bool zoomed;
    int scroll[PANE_COUNT]; // rows by which the reader moved a pane from where it stands by itself
    int closer;             // how often the timeline was halved around the position
    uint32_t follow;        // the task that steps are about; 0: all
    struct {
        struct breakpoint *items;
        size_t count, capacity;
    } breaks;
    bool is_slow; // the program computes: what comes next was asked for in vain
    bool playing;
    int speed; // index into the pauses of playing
    enum view_overlay overlay;
    int page;             // of OVERLAY_HELP …
    bool is_last_page;    // … of which there are no more
    struct buf typed;     // in OVERLAY_GO
    char message[256];    // said once, instead of the hints
    struct layout layout; // of the screen last drawn
};

// Who has control.
enum control {
    CONTROL_NOT_YET, // the program has not begun
    CONTROL_OUTSIDE, // the program's code outside the loop
    CONTROL_LOOP,
    CONTROL_HANDLE, // a task or a callback
    CONTROL_OVER,   // the run has ended
};

// What the panes draw from: the state at the position and what it belongs to.
struct scene {
    const struct view *view;
    const struct trace_header *header;
    struct log *log;
    const struct state *state;
    bool chinese;
    enum control control;
    uint32_t frame, line; // the line about to run, or that runs; 0: none
    uint32_t file;        // of that frame, or of the one that ran last
    uint32_t around;      // the line around which to read: [line], or the one that ran last
    uint32_t task;        // who has control, or had it last; 0: the code outside
    const struct notes_piece *piece; // of the lesson, for this moment; NULL: none
    int *scroll; // of each pane: rows moved by the reader. A pane that is drawn brings its own back
                 // to what there is to show; nothing else of the view is changed by drawing.
};

// The scene at the view's position. It moves the replay there.
struct scene scene_make(struct view *view);

void layout_make(struct layout *layout, const struct view *view, struct canvas *canvas,
                 const struct layout_texts *texts);

void pane_draw_source(const struct scene *scene, struct area area);
void pane_draw_loop(const struct scene *scene, struct area area);
void pane_draw_stack(const struct scene *scene, struct area area);
void pane_draw_output(const struct scene *scene, struct area area);
void pane_draw_timeline(const struct scene *scene, struct area area);
void pane_draw_notes(const struct scene *scene, struct area area);

// What stands in a pane's title behind its name; nothing for most.
void pane_title_source(const struct scene *scene, struct buf *out);
void pane_title_stack(const struct scene *scene, struct buf *out);

// The line that a click on row [y] of the source pane means, 0: none; the position that a click on
// column [x] of the timeline means, and whether that is among its names; the task that a click on
// a row of the timeline or of the loop pane means, 0: none.
uint32_t pane_source_line(const struct scene *scene, struct area area, int y);
uint64_t pane_timeline_position(const struct scene *scene, struct area area, int x);
bool pane_timeline_is_name(int x);
uint32_t pane_timeline_task(const struct scene *scene, struct area area, int y);
uint32_t pane_loop_task(const struct scene *scene, struct area area, int y);

// Appends what just happened, why, and what is next, at the view's position. It moves the replay.
void narration_put(struct view *view, struct buf *out);

// Draws page [view]->page of the help; true if there is a page after it.
bool overlay_draw(const struct scene *scene, struct canvas *canvas);

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
void scene_put_text(const struct scene *scene, struct buf *out, uint32_t text);
void scene_put_value(const struct scene *scene, struct buf *out, enum event_value kind,
                     uint64_t value);
void scene_put_seconds(struct buf *out, int64_t nanoseconds); // "1.500"

// Has the task had control?
bool scene_has_run(const struct scene *scene, uint32_t task);

// What a handle will do, or does: "Task-2: begins", "Task-1: goes on, Task-2 is done".
void scene_put_handle(const struct scene *scene, struct buf *out, uint32_t handle);

// The letter, the word and the style of a life: R running, r ready, s sleeping, w waiting, d done.
char life_letter(enum state_life life);
enum word life_word(enum state_life life);
enum style life_style(enum state_life life);

#endif
