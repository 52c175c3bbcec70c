// loopscope show PROGRAM.py|TRACE --at POSITION --size 100x30: one screen as text.
#include <stdio.h>

#include "cli/command.h"
#include "cli/recording.h"
#include "view/view.h"

static enum view_supply advance(void *self, uint64_t events) {
    return recording_advance(self, events) ? VIEW_ENOUGH : VIEW_ENDED;
}

static int print_screen(struct recording *recording, const struct options *options) {
    struct view_options wanted = {.recording = {.header = &recording->header,
                                                .log = recording->log,
                                                .advance = advance,
                                                .self = recording},
                                  .chinese = options->chinese,
                                  .ascii = options->ascii};
    struct view *view = view_new(&wanted);
    struct diag diag = {0};
    int status = 0;
    if (!view_go_to(view, options->at == NULL ? "event:0" : options->at, &diag)) {
        status = command_fail(&diag);
    } else {
        struct canvas *canvas = canvas_new(options->columns, options->rows, options->ascii);
        struct buf text = {0};
        view_draw(view, canvas);
        canvas_text(canvas, &text);
        fputs(buf_text(&text), stdout);
        buf_free(&text);
        canvas_free(canvas);
    }
    view_free(view);
    recording_tell(recording);
    return status;
}

int command_show(const struct options *options) {
    if (options->argument_count == 0) {
        return command_usage("show");
    }
    struct recording recording;
    struct diag diag = {0};
    int status;
    const char *path = options->arguments[0];
    if (!recording_open(&recording, options, path, options->arguments + 1,
                        options->argument_count - 1, &diag, &status)) {
        command_print_diag(&diag, path);
        return status;
    }
    status = print_screen(&recording, options);
    recording_close(&recording);
    return status;
}
