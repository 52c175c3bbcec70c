#include "cli/screen.h"

#include <stdio.h>
#include <time.h>

#include "cli/command.h"
#include "cli/recording.h"
#include "view/view.h"

#define MOMENT 60 // milliseconds that the screen may stand still

// What is shown, and how: one program told by one account of await, or a trace.
struct show {
    struct options options; // a copy: the reader may change the account and the language
    const char *path;
    struct recording recording;
    struct view *view;
};

static int64_t milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

// Runs the program on, but keeps nobody waiting while it computes.
static enum view_supply advance(void *self, uint64_t events) {
    struct recording *recording = self;
    int64_t end = milliseconds() + MOMENT;
    bool more = true;
    while (more && log_count(recording->log) < events && milliseconds() < end) {
        more = sim_step(recording->sim);
    }
    more = recording_advance(recording, 0); // it takes note of files that were imported
    bool enough = log_count(recording->log) >= events;
    return !more ? VIEW_ENDED : enough ? VIEW_ENOUGH : VIEW_SLOW;
}

static struct view_recording seen(struct show *show) {
    bool grows = show->recording.sim != NULL;
    return (struct view_recording){.header = &show->recording.header,
                                   .log = show->recording.log,
                                   .advance = grows ? advance : NULL,
                                   .self = &show->recording};
}

// The program's own arguments stand behind its name.
static bool open_recording(struct show *show, struct recording *recording, struct diag *diag,
                           int *status) {
    const struct options *options = &show->options;
    int count = options->argument_count > 1 ? options->argument_count - 1 : 0;
    return recording_open(recording, options, show->path, options->arguments + 1, count, diag,
                          status);
}

static bool open_show(struct show *show, const struct lesson *lesson, struct diag *diag,
                      int *status) {
    if (!open_recording(show, &show->recording, diag, status)) {
        return false;
    }
    struct view_options view = {.recording = seen(show),
                                .chinese = show->options.chinese,
                                .ascii = show->options.ascii,
                                .may_switch = show->recording.sim != NULL};
    if (lesson != NULL) {
        view.notes[0] = &lesson->notes[0];
        view.notes[1] = &lesson->notes[1];
    }
    show->view = view_new(&view);
    *status = 2;
    return show->options.at == NULL || view_go_to(show->view, show->options.at, diag);
}

static void close_show(struct show *show) {
    view_free(show->view);
    recording_close(&show->recording);
}

// Changes to the other account of await: the view goes over to a run told that way.
static bool switch_account(struct show *show, struct diag *diag, int *status) {
    bool was_notes = show->options.sim.model == SIM_MODEL_NOTES;
    struct recording before = show->recording;
    show->options.sim.model = was_notes ? SIM_MODEL_CPYTHON : SIM_MODEL_NOTES;
    show->recording = (struct recording){0};
    if (!open_recording(show, &show->recording, diag, status)) {
        show->recording = before;
        return false;
    }
    struct view_recording recording = seen(show);
    view_switch(show->view, &recording);
    recording_close(&before);
    return true;
}

// Draws once and takes one key.
static enum view_result turn(struct show *show, struct term *term) {
    int width, height;
    term_size(term, &width, &height);
    struct canvas *canvas = canvas_new(width, height, show->options.ascii);
    view_draw(show->view, canvas);
    term_draw(term, canvas);
    canvas_free(canvas);
    return view_key(show->view, term_read(term, view_wait(show->view)));
}

// Draws and obeys until the reader is done.
static bool play(struct show *show, struct term *term, struct diag *diag, int *status) {
    for (;;) {
        switch (turn(show, term)) {
        case VIEW_STAYS:
            break;
        case VIEW_SWITCHES:
            if (!switch_account(show, diag, status)) {
                return false;
            }
            break;
        case VIEW_QUITS:
            return true;
        }
    }
}

int screen_run(const struct options *options, const char *path) {
    struct show show = {.options = *options, .path = path};
    struct diag diag = {0};
    int status = 2;
    bool shown = false;
    if (open_show(&show, NULL, &diag, &status)) {
        struct term *term = term_open(!options->no_color, &diag);
        shown = term != NULL && play(&show, term, &diag, &status);
        term_close(term);
    }
    close_show(&show);
    if (!shown) {
        command_print_diag(&diag, path);
        return status;
    }
    return 0;
}

bool screen_lesson(struct term *term, struct options *options, const struct lesson *lesson,
                   struct diag *diag, int *status) {
    struct show show = {.options = *options, .path = lesson->program};
    show.options.argument_count = 0;
    bool shown = open_show(&show, lesson, diag, status) && play(&show, term, diag, status);
    if (shown) {
        options->chinese = view_is_chinese(show.view);
        *status = 0;
    }
    close_show(&show);
    return shown;
}

int command_step(const struct options *options) {
    return screen_run(options, options->arguments[0]);
}

int command_replay(const struct options *options) {
    if (options->argument_count != 1) {
        return command_usage("replay");
    }
    return screen_run(options, options->arguments[0]);
}
