#include "cli/screen.h"

#include <stdio.h>

#include "cli/command.h"
#include "cli/recording.h"
#include "view/view.h"

static bool advance(void *self, uint64_t events) {
    return recording_advance(self, events);
}

static struct view *open_view(struct recording *recording, const struct options *options,
                              const struct notes *notes) {
    struct view_options view = {.header = &recording->header,
                                .log = recording->log,
                                .advance = recording->sim == NULL ? NULL : advance,
                                .self = recording,
                                .notes = notes,
                                .chinese = options->chinese,
                                .may_switch = recording->sim != NULL};
    return view_new(&view);
}

// Draws and obeys until the reader is done.
static enum view_result show(struct view *view, struct term *term, bool ascii) {
    enum view_result result = VIEW_STAYS;
    while (result == VIEW_STAYS) {
        int width, height;
        term_size(term, &width, &height);
        struct canvas *canvas = canvas_new(width, height, ascii);
        view_draw(view, canvas);
        term_draw(term, canvas);
        canvas_free(canvas);
        result = view_key(view, term_read(term, view_wait(view)));
    }
    return result;
}

// Where the other account has got to at the same loop time: the position to go on from.
static uint64_t same_time(struct recording *recording, int64_t time) {
    recording_advance(recording, 100000);
    struct replay *replay = replay_new(recording->log);
    const struct state *end = replay_seek(replay, log_count(recording->log));
    uint64_t position = time == 0 ? 0 : state_position_at(end, time);
    replay_free(replay);
    return position;
}

static int64_t time_of(struct recording *recording, uint64_t position) {
    struct replay *replay = replay_new(recording->log);
    int64_t time = replay_seek(replay, position)->time;
    replay_free(replay);
    return time;
}

static bool open_program(struct recording *recording, const struct options *options,
                         const char *path, int *status) {
    struct diag diag = {0};
    int count = options->argument_count > 1 ? options->argument_count - 1 : 0;
    if (recording_open(recording, options, path, options->arguments + 1, count, &diag, status)) {
        return true;
    }
    command_print_diag(&diag, path);
    return false;
}

// Shows one recording from [position] on; on a switch [*position] and [*time] say where it was.
static enum view_result visit(struct recording *recording, const struct options *options,
                              const struct notes *notes, struct term *term, uint64_t position,
                              const char *at, int64_t *time) {
    struct view *view = open_view(recording, options, notes);
    struct diag diag = {0};
    view_go(view, position);
    if (at != NULL) {
        view_go_to(view, at, &diag);
    }
    enum view_result result = show(view, term, options->ascii);
    *time = time_of(recording, view_position(view));
    view_free(view);
    return result;
}

int screen_run(const struct options *options, const char *path, const struct notes *notes) {
    struct options mine = *options;
    struct recording recording;
    struct diag diag = {0};
    int status;
    if (!open_program(&recording, &mine, path, &status)) {
        return status;
    }
    struct term *term = term_open(!options->no_color, &diag);
    if (term == NULL) {
        recording_close(&recording);
        return command_fail(&diag);
    }
    uint64_t position = 0;
    int64_t time;
    const char *at = options->at;
    while (visit(&recording, &mine, notes, term, position, at, &time) == VIEW_SWITCHES) {
        recording_close(&recording);
        bool was_notes = mine.sim.model == SIM_MODEL_NOTES;
        mine.sim.model = was_notes ? SIM_MODEL_CPYTHON : SIM_MODEL_NOTES;
        at = NULL;
        if (!open_program(&recording, &mine, path, &status)) {
            term_close(term);
            return status;
        }
        position = same_time(&recording, time);
    }
    term_close(term);
    recording_close(&recording);
    return 0;
}

int command_step(const struct options *options) {
    return screen_run(options, options->arguments[0], NULL);
}

int command_replay(const struct options *options) {
    if (options->argument_count != 1) {
        return command_usage("replay");
    }
    return screen_run(options, options->arguments[0], NULL);
}
