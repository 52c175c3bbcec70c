// loopscope lesson NAME: opens one lesson; without a name it lists them. And loopscope alone: the
// menu of lessons.
#include <stdio.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/lessons.h"
#include "cli/menu.h"
#include "cli/screen.h"

static void list(const struct lessons *lessons, bool chinese) {
    for (size_t i = 0; i < lessons->count; i++) {
        const struct lesson *lesson = &lessons->items[i];
        const char *title = lesson->notes[chinese ? 1 : 0].title;
        printf("%-26s %s\n", lesson->name, title == NULL ? "" : title);
    }
}

// The terminal is given back before anything is said on it.
static int end(struct term *term, bool shown, const struct diag *diag, const char *path,
               int status) {
    term_close(term);
    if (!shown) {
        command_print_diag(diag, path);
    }
    return status;
}

static int open_lesson(const struct options *options, const struct lesson *lesson) {
    struct options mine = *options;
    struct diag diag = {0};
    int status = 2;
    struct term *term = term_open(!options->no_color, &diag);
    bool shown = term != NULL && screen_lesson(term, &mine, lesson, &diag, &status);
    return end(term, shown, &diag, lesson->program, status);
}

static int find_lesson(const struct options *options, const struct lessons *lessons) {
    const char *name = options->arguments[0];
    const struct lesson *lesson = lessons_find(lessons, name);
    if (lesson == NULL) {
        struct diag diag = {0};
        diag_set(&diag, DIAG_FILE, "there is no lesson %s: loopscope lesson lists them", name);
        return command_fail(&diag);
    }
    return open_lesson(options, lesson);
}

int command_lesson(const struct options *options) {
    struct lessons lessons;
    struct diag diag = {0};
    int status;
    if (options->argument_count > 1) {
        return command_usage("lesson");
    }
    if (!lessons_read(&lessons, &diag)) {
        status = command_fail(&diag);
    } else if (options->argument_count == 0) {
        list(&lessons, options->chinese);
        status = 0;
    } else {
        status = find_lesson(options, &lessons);
    }
    lessons_free(&lessons);
    return status;
}

// The menu, a lesson, the menu again, until the reader quits there.
static int show_menu(const struct options *options, const struct lessons *lessons) {
    struct options mine = *options;
    struct diag diag = {0};
    int status = 2;
    size_t chosen = 0;
    struct term *term = term_open(!options->no_color, &diag);
    if (term == NULL) {
        return command_fail(&diag);
    }
    while (menu_choose(term, &mine, lessons, &chosen)) {
        const struct lesson *lesson = &lessons->items[chosen];
        if (!screen_lesson(term, &mine, lesson, &diag, &status)) {
            return end(term, false, &diag, lesson->program, status);
        }
    }
    return end(term, true, &diag, NULL, 0);
}

int command_menu(const struct options *options) {
    struct lessons lessons;
    struct diag diag = {0};
    int status;
    if (!lessons_read(&lessons, &diag)) {
        status = command_fail(&diag);
    } else if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        list(&lessons, options->chinese);
        status = 0;
    } else {
        status = show_menu(options, &lessons);
    }
    lessons_free(&lessons);
    return status;
}
