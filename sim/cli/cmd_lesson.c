// loopscope lesson NAME: opens one lesson; without a name it lists them. And loopscope alone: the
// menu of lessons.
#include <stdio.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/lessons.h"
#include "cli/menu.h"
#include "cli/screen.h"

static void list(const struct lessons *lessons) {
    for (size_t i = 0; i < lessons->count; i++) {
        const struct lesson *lesson = &lessons->items[i];
        printf("%-24s %s\n", lesson->name, lesson->notes.title == NULL ? "" : lesson->notes.title);
    }
}

// The screen takes the lesson's program as if it had been named on the command line.
static int open_lesson(const struct options *options, const struct lesson *lesson) {
    struct options mine = *options;
    mine.argument_count = 0;
    return screen_run(&mine, lesson->program, &lesson->notes);
}

int command_lesson(const struct options *options) {
    struct lessons lessons;
    struct diag diag = {0};
    int status = 0;
    if (!lessons_read(&lessons, options->chinese, &diag)) {
        status = command_fail(&diag);
    } else if (options->argument_count == 0) {
        list(&lessons);
    } else {
        const struct lesson *lesson = lessons_find(&lessons, options->arguments[0]);
        if (lesson == NULL) {
            diag_set(&diag, DIAG_FILE, "there is no lesson %s: loopscope lesson lists them",
                     options->arguments[0]);
            status = command_fail(&diag);
        } else {
            status = open_lesson(options, lesson);
        }
    }
    lessons_free(&lessons);
    return status;
}

int command_menu(const struct options *options) {
    struct lessons lessons;
    struct diag diag = {0};
    int status = 0;
    if (!lessons_read(&lessons, options->chinese, &diag)) {
        status = command_fail(&diag);
    } else if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        list(&lessons);
    } else {
        size_t chosen = 0;
        while (status == 0 && menu_choose(options, &lessons, &chosen, &status)) {
            status = open_lesson(options, &lessons.items[chosen]);
        }
    }
    lessons_free(&lessons);
    return status;
}
