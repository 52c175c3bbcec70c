// A recorded trace on a screen, without a terminal: what the tests of the view have in common.
//
//     struct shown shown;
//     shown_open(&shown, "create-task", (struct view_options){.chinese = true});
//     const char *text = shown_text(&shown, 100, 30);
//     shown_close(&shown);
#ifndef TESTS_VIEW_SHOWN_H
#define TESTS_VIEW_SHOWN_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "support/test.h"
#include "trace/reader.h"
#include "view/view.h"

struct shown {
    struct trace_header header;
    struct tape *tape;
    struct log *log;
    struct view *view;
    bool ascii;
    struct canvas *canvas; // the last drawn; NULL: none
    struct buf text;       // of it
};

// Shows what stands on [tape], which is then the fixture's.
static inline void shown_open_tape(struct shown *shown, struct tape *tape,
                                   struct view_options options) {
    shown->tape = tape;
    shown->log = log_new(tape);
    shown->ascii = options.ascii;
    options.recording = (struct view_recording){.header = &shown->header, .log = shown->log};
    shown->view = view_new(&options);
    shown->canvas = NULL;
    shown->text = (struct buf){0};
}

// Shows tests/view/traces/[name].trace.jsonl.
static inline void shown_open(struct shown *shown, const char *name, struct view_options options) {
    struct reader_result result;
    struct diag diag = {0};
    struct buf path = {0};
    buf_printf(&path, SOURCE_DIR "/tests/view/traces/%s.trace.jsonl", name);
    shown->header = (struct trace_header){0};
    struct tape *tape = tape_new();
    if (!reader_load(buf_text(&path), &shown->header, tape, &result, &diag)) {
        fail_msg("%s", diag.message);
    }
    buf_free(&path);
    shown_open_tape(shown, tape, options);
}

static inline void shown_close(struct shown *shown) {
    view_free(shown->view);
    canvas_free(shown->canvas);
    buf_free(&shown->text);
    log_free(shown->log);
    tape_free(shown->tape);
    header_free(&shown->header);
}

// Draws the screen as it stands; the canvas is the fixture's.
static inline struct canvas *shown_draw(struct shown *shown, int width, int height) {
    canvas_free(shown->canvas);
    shown->canvas = canvas_new(width, height, shown->ascii);
    view_draw(shown->view, shown->canvas);
    return shown->canvas;
}

static inline const char *shown_text(struct shown *shown, int width, int height) {
    shown_draw(shown, width, height);
    buf_clear(&shown->text);
    canvas_text(shown->canvas, &shown->text);
    return buf_text(&shown->text);
}

static inline enum view_result shown_key(struct shown *shown, int key) {
    return view_key(shown->view, (struct term_event){.key = key});
}

static inline void shown_keys(struct shown *shown, int key, int times) {
    for (int i = 0; i < times; i++) {
        shown_key(shown, key);
    }
}

static inline void shown_type(struct shown *shown, const char *text) {
    for (; *text != '\0'; text++) {
        shown_key(shown, *text);
    }
}

// Fails unless [text] stands on the screen of 100x30.
static inline void assert_shows(struct shown *shown, const char *text) {
    const char *screen = shown_text(shown, 100, 30);
    if (strstr(screen, text) == NULL) {
        fail_msg("not shown: %s\n%s", text, screen);
    }
}

static inline void assert_shows_not(struct shown *shown, const char *text) {
    const char *screen = shown_text(shown, 100, 30);
    if (strstr(screen, text) != NULL) {
        fail_msg("shown, but should not be: %s\n%s", text, screen);
    }
}

#endif
