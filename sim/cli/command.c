#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/printable.h"
#include "cli/syntax_error.h"

static const struct {
    const char *name, *arguments, *help;
} commands[] = {
#define COMMAND(name, function, arguments, help) {name, arguments, help},
#include "cli/commands.def"
#undef COMMAND
};

static const struct {
    const char *name;
    char letter;
    const char *commands, *argument, *help;
} option_rows[] = {
#define OPTION(identifier, name, letter, commands, argument, help)                                 \
    {name, letter, commands, argument, help},
#include "cli/options.def"
#undef OPTION
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

// Errors quote names and texts of strangers: nothing of them reaches the terminal raw.
static void print_safely(FILE *file, const char *text) {
    struct buf out = {0};
    printable_put(&out, text, strlen(text));
    fputs(buf_text(&out), file);
    buf_free(&out);
}

int command_fail(const struct diag *diag) {
    fputs("loopscope: ", stderr);
    print_safely(stderr, diag->message);
    fputc('\n', stderr);
    return 2;
}

int command_usage(const char *name) {
    for (size_t i = 0; i < COUNT(commands); i++) {
        if (strcmp(commands[i].name, name) == 0) {
            fprintf(stderr, "loopscope: usage: loopscope %s %s (see loopscope %s --help)\n", name,
                    commands[i].arguments, name);
        }
    }
    return 2;
}

int command_fail_trace(const char *path) {
    struct diag diag;
    diag_set(&diag, DIAG_FILE, "%s is a trace and no program: use explain, show or replay", path);
    return command_fail(&diag);
}

static void help_option(size_t at) {
    char letter[8] = "   ", head[80];
    if (option_rows[at].letter != 0) {
        snprintf(letter, sizeof letter, "-%c,", option_rows[at].letter);
    }
    const char *argument = option_rows[at].argument;
    snprintf(head, sizeof head, "%s --%s %s", letter, option_rows[at].name,
             argument != NULL ? argument : "");
    printf("  %-38s %s", head, option_rows[at].help);
}

// The options of one command; of all, with the names of those that do not take all, if NULL.
static void help_options(const char *command) {
    puts("\nOptions:");
    for (size_t i = 0; i < COUNT(option_rows); i++) {
        if (options_fits(option_rows[i].commands, command)) {
            help_option(i);
            bool is_for_some = command == NULL && *option_rows[i].commands != '\0';
            printf(is_for_some ? " (only: %s)\n" : "\n", option_rows[i].commands);
        }
    }
    puts("\nExit status: 0 done; the program's own; 2 wrong usage or a file that cannot be used;\n"
         "3 deadlock; 4 limit reached. The keys on screen: press ? there.");
}

void command_help(const char *name) {
    for (size_t i = 0; name != NULL && i < COUNT(commands); i++) {
        if (strcmp(commands[i].name, name) == 0) {
            printf("loopscope %s %s\n    %s\n", name, commands[i].arguments, commands[i].help);
            help_options(name);
            return;
        }
    }
    puts("loopscope shows what asyncio's event loop does, tick by tick.\n\n"
         "  loopscope                      the menu of lessons\n"
         "  loopscope PROGRAM.py           steps through it on screen");
    for (size_t i = 0; i < COUNT(commands); i++) {
        printf("  loopscope %s %s\n      %s\n", commands[i].name, commands[i].arguments,
               commands[i].help);
    }
    help_options(NULL);
}

void command_print_diag(const struct diag *diag, const char *path) {
    if (syntax_error_is(diag)) {
        fflush(stdout);
        syntax_error_print(diag, path);
    } else {
        command_fail(diag);
    }
}
