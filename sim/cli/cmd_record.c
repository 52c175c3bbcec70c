// loopscope record PROGRAM.py: runs it under a real python3, unchanged, and writes its trace.
//
// This process becomes the Python, so that its number, its streams, its signals and its end are the
// program's own. Another one, which is told by the recorder inside (sim/record), keeps the trace.
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "cli/command.h"
#include "cli/files.h"
#include "record/keeper.h"
#include "record/sources.h"

#define DEFAULT_PYTHON "python3"
#define TRACE_END      ".trace.jsonl"
#define HIGH           500 // our files have numbers from here, out of the program's sight
#define WORDS_OWN      10  // of Python's command line before those of the program

static int fail_file(const char *path, const char *what) {
    struct diag diag;
    diag_set(&diag, DIAG_FILE, "%s cannot be %s: %s", path, what, strerror(errno));
    return command_fail(&diag);
}

// The numbers of what can be told, as the Python module `words`.
static void put_words(FILE *file) {
    struct buf text = {0};
    int number = 1;
#define WORD(NAME, name, numbers, texts) buf_printf(&text, "%s = %d\n", #NAME, number++);
#include "record/words.def"
    fprintf(file, "words %zu\n%s", text.length, buf_text(&text));
    buf_free(&text);
}

// Writes the Python modules to a nameless file: each its name, its length, and its text. Gives the
// file's number, -1 if there is none.
static int write_modules(void) {
    FILE *file = tmpfile();
    if (file == NULL) {
        return -1;
    }
    for (const struct record_source *source = record_sources; source->name != NULL; source++) {
        if (strcmp(source->name, "boot") != 0) {
            fprintf(file, "%s %zu\n", source->name, source->length);
            fwrite(source->text, 1, source->length, file);
        }
    }
    put_words(file);
    if (fflush(file) != 0) {
        return -1;
    }
    int number = fcntl(fileno(file), F_DUPFD, HIGH);
    fclose(file);
    return number < 0 || lseek(number, 0, SEEK_SET) < 0 ? -1 : number;
}

static const char *find_boot(void) {
    const struct record_source *source = record_sources;
    while (strcmp(source->name, "boot") != 0) {
        source++;
    }
    return source->text;
}

// Becomes Python; gives 2 if that cannot be.
static int become_python(const struct options *options, int modules, int socket) {
    const char *python = options->python != NULL ? options->python : DEFAULT_PYTHON;
    char numbers[4][24];
    snprintf(numbers[0], sizeof numbers[0], "%d", modules);
    snprintf(numbers[1], sizeof numbers[1], "%d", socket);
    snprintf(numbers[2], sizeof numbers[2], "%" PRId64, options->sim.start);
    snprintf(numbers[3], sizeof numbers[3], "%" PRIu64, options->sim.seed);
    const char *own[WORDS_OWN] = {
        python,
        "-c",
        find_boot(),
        numbers[0],
        numbers[1],
        trace_detail_names[options->sim.detail],
        numbers[2],
        numbers[3],
        options->is_virtual ? "virtual" : "real",
        "loopscope " LOOPSCOPE_VERSION,
    };
    const char **words = mem_zalloc(WORDS_OWN + (size_t)options->argument_count + 1, sizeof *words);
    memcpy(words, own, sizeof own);
    memcpy(words + WORDS_OWN, options->arguments, (size_t)options->argument_count * sizeof *words);
    execvp(python, (char *const *)words);
    struct diag diag;
    diag_set(&diag, DIAG_FILE, "%s cannot be run: %s: give --python PATH", python, strerror(errno));
    mem_free(words);
    return command_fail(&diag);
}

// The name of the trace where none is given: the program's, in the working directory.
static char *default_output(const char *program) {
    const char *slash = strrchr(program, '/');
    const char *name = slash == NULL ? program : slash + 1;
    size_t length = strlen(name) - (files_ends_in(name, ".py") ? strlen(".py") : 0);
    char *path = mem_zalloc(length + sizeof TRACE_END, 1);
    memcpy(path, name, length);
    memcpy(path + length, TRACE_END, sizeof TRACE_END);
    return path;
}

static bool is_same_file(const struct stat *a, const char *path) {
    struct stat b;
    return stat(path, &b) == 0 && a->st_dev == b.st_dev && a->st_ino == b.st_ino;
}

// Opens the trace; -1 after telling why not.
static int open_trace(const char *path, const char *program, bool *is_regular) {
    struct stat status;
    if (stat(path, &status) == 0 && is_same_file(&status, program)) {
        errno = EEXIST;
        fail_file(path, "written");
        return -1;
    }
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0) {
        fail_file(path, "written");
    }
    *is_regular = file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    return file;
}

// Starts the process that keeps the trace; gives our end of the socket to it, -1 if that failed.
static int start_keeper(int file, const char *path) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) != 0) {
        return -1;
    }
    int socket = fcntl(ends[0], F_DUPFD, HIGH);
    close(ends[0]);
    bool started = socket >= 0 && keeper_start(ends[1], socket, file, path);
    close(ends[1]);
    close(file);
    return started ? socket : -1;
}

static int record_to(const struct options *options, const char *path) {
    bool is_regular;
    int file = open_trace(path, options->arguments[0], &is_regular);
    if (file < 0) {
        return 2;
    }
    int modules = write_modules();
    int socket = modules < 0 ? -1 : start_keeper(file, is_regular ? path : NULL);
    if (socket < 0) {
        return fail_file(path, "recorded");
    }
    return become_python(options, modules, socket);
}

int command_record(const struct options *options) {
    if (options->argument_count == 0) {
        return command_usage("record");
    }
    struct diag diag;
    FILE *program = files_open(options->arguments[0], &diag);
    if (program == NULL) {
        return command_fail(&diag);
    }
    fclose(program);
    char *path = options->output == NULL ? default_output(options->arguments[0]) : NULL;
    int status = record_to(options, path == NULL ? options->output : path);
    mem_free(path);
    return status;
}
