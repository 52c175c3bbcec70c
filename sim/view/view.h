// What a screen shows and what its keys do, without a terminal: keys in, canvas out.
//
//     struct view *view = view_new(&options);
//     view_draw(view, canvas);
//     while (view_key(view, event) == VIEW_STAYS) view_draw(view, canvas);
//     view_free(view);
//
// The view sees a header, a log that may still grow, and nothing of the machine. It asks its
// source for a few more events before it needs them, so a program that never ends is no trouble.
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

#include "trace/header.h"
#include "trace/replay.h"
#include "view/canvas.h"
#include "view/notes.h"
#include "view/term.h"

enum view_pane {
    PANE_SOURCE,
    PANE_LOOP,
    PANE_STACK,
    PANE_OUTPUT,
    PANE_TIMELINE,
    PANE_NOTES, // only where there is a lesson
    PANE_COUNT
};

enum view_result {
    VIEW_STAYS,
    VIEW_QUITS,
    VIEW_SWITCHES, // the other account of await is asked for: view_switch to it
};

// How a recording answers when more of it is asked for.
enum view_supply {
    VIEW_ENOUGH, // it holds as many events as were asked for
    VIEW_ENDED,  // the run has ended: there will be no more
    VIEW_SLOW,   // the program computes: there are not so many yet, ask again
};

// A recording, as the view sees one.
struct view_recording {
    const struct trace_header *header; // must outlive the view, as all here
    struct log *log;
    enum view_supply (*advance)(void *self, uint64_t events); // makes the log hold so many events,
                                                              // within a moment; or NULL
    void *self;
};

struct view_options {
    struct view_recording recording;
    const struct notes *notes[2]; // of a lesson, in English and in Chinese; or NULL
    bool chinese;
    bool ascii;      // the canvases hold ASCII alone, which Chinese does without
    bool may_switch; // VIEW_SWITCHES can be done
};

struct view;

struct view *view_new(const struct view_options *options);
void view_free(struct view *view); // NULL is fine

// Draws the screen for the canvas's size.
void view_draw(struct view *view, struct canvas *canvas);

// Does what a key means; TERM_NONE, after view_pause of them, lets it play on.
enum view_result view_key(struct view *view, struct term_event event);

// How long to wait for a key: milliseconds, or -1 for ever, when nothing plays.
int view_wait(const struct view *view);

// Shows another run of the same program from now on: goes to the same place in it, as far as it has
// that, and keeps all that the reader has set. The run before may be given back then.
void view_switch(struct view *view, const struct view_recording *recording);

// Changes the language, and gives which one is on.
void view_set_chinese(struct view *view, bool chinese);
bool view_is_chinese(const struct view *view);

// The position, for the tests and for show: events applied.
uint64_t view_position(const struct view *view);
void view_go(struct view *view, uint64_t position);

// Goes to a position as replay_parse reads it, producing as many events as that takes; false with
// a sentence in [diag].
bool view_go_to(struct view *view, const char *text, struct diag *diag);

#endif
