// loopscope: reads the command line and hands over to one command of sim/cli.
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"

typedef int command_function(const struct options *options);

static const struct {
    const char *name;
    command_function *function;
} commands[] = {
#define COMMAND(name, function, arguments, help) {name, command_##function},
#include "cli/commands.def"
#undef COMMAND
};

#define COMMAND_COUNT (sizeof commands / sizeof *commands)

static int dispatch(const struct options *options) {
    if (options->version) {
        puts("loopscope " LOOPSCOPE_VERSION);
        return 0;
    }
    if (options->help) {
        command_help(options->command);
        return 0;
    }
    if (options->command == NULL) {
        return options->argument_count == 0 ? command_menu(options) : command_step(options);
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(options->command, commands[i].name) == 0) {
            return commands[i].function(options);
        }
    }
    struct diag diag;
    diag_set(&diag, DIAG_FILE, "%s is no command and no Python program: see loopscope --help",
             options->command);
    return command_fail(&diag);
}

// A stream that was closed by who started us is opened on something that cannot be used, so that no
// file of ours ever gets its number.
static void hold_streams(void) {
    for (int number = 0; number <= 2; number++) {
        if (fcntl(number, F_GETFD) < 0) {
            open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY);
        }
    }
}

// Nothing that was printed may be lost without a word.
static int end_stdout(int status) {
    errno = 0;
    bool lost = fflush(stdout) != 0 || ferror(stdout);
    if (lost) {
        fprintf(stderr, "loopscope: stdout cannot be written%s%s\n", errno == 0 ? "" : ": ",
                errno == 0 ? "" : strerror(errno));
    }
    return lost ? 2 : status;
}

int main(int argc, char **argv) {
    hold_streams();
    setlocale(LC_CTYPE, "");
    struct options options;
    struct diag diag = {0};
    const char *const *words = (const char *const *)argv;
    int status =
        options_read(argc, words, &options, &diag) ? dispatch(&options) : command_fail(&diag);
    options_free(&options);
    return end_stdout(status);
}
