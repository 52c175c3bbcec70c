#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/printable.h"
#include "base/utf8.h"
#include "cli/files.h"

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

// Syntax errors, as python3 prints them ----------------------------------------------------------

// The text of line [number], or NULL.
static char *line_of(const char *path, int number) {
    struct diag ignored;
    size_t length;
    char *text = files_read(path, &length, &ignored);
    if (text == NULL) {
        return NULL;
    }
    const char *at = text, *end = text + length;
    for (int line = 1; line < number && at < end; line++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline == NULL ? end : newline + 1;
    }
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    const char *stop = newline == NULL ? end : newline;
    while (stop > at && (stop[-1] == '\r' || stop[-1] == ' ')) {
        stop--;
    }
    char *line = mem_copy_text(at, (size_t)(stop - at));
    mem_free(text);
    return line;
}

// Prints the line without its indentation, and ^^^ under the place.
static void print_line(const struct diag *diag, const char *line) {
    size_t indent = strspn(line, " \t\f");
    fputs("    ", stderr);
    print_safely(stderr, line + indent);
    fputc('\n', stderr);
    if (diag->column <= 0) {
        return;
    }
    int characters = (int)utf8_count(line, strlen(line));
    int from = diag->column - 1;
    bool same_line = diag->end_line == diag->line && diag->end_column > diag->column;
    int to = same_line ? diag->end_column - 1 : diag->end_line > diag->line ? characters : from + 1;
    from -= (int)indent;
    to -= (int)indent;
    fputs("    ", stderr);
    for (int i = 0; i < from; i++) {
        fputc(' ', stderr);
    }
    for (int i = from < 0 ? 0 : from; i < (to > from ? to : from + 1); i++) {
        fputc('^', stderr);
    }
    fputc('\n', stderr);
}

void command_print_diag(const struct diag *diag, const char *path) {
    static const char *const names[] = {
        [DIAG_SYNTAX] = "SyntaxError",
        [DIAG_INDENTATION] = "IndentationError",
        [DIAG_TAB] = "TabError",
    };
    if (diag->kind != DIAG_SYNTAX && diag->kind != DIAG_INDENTATION && diag->kind != DIAG_TAB) {
        command_fail(diag);
        return;
    }
    fflush(stdout);
    if (diag->line > 0) {
        char *shown = files_absolute(path);
        fputs("  File \"", stderr);
        print_safely(stderr, shown);
        fprintf(stderr, "\", line %d\n", diag->line);
        mem_free(shown);
        char *line = line_of(path, diag->line);
        if (line != NULL) {
            print_line(diag, line);
        }
        mem_free(line);
    }
    fprintf(stderr, "%s: ", names[diag->kind]);
    print_safely(stderr, diag->message);
    fputc('\n', stderr);
}
