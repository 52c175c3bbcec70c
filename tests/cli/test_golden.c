// Every program of tests/golden/programs gives what CPython 3.13 gave: stdout, exit status, the
// last line of stderr, and the schedule. Names as arguments run only those.
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/test.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/vec.h"
#include "cli/command.h"
#include "cli/files.h"
#include "cli/recording.h"
#include "trace/compare.h"

#define FOLDER SOURCE_DIR "/tests/golden/programs"

// What one run gave, in the form of the recorded files.
struct observed {
    struct buf out, err, schedule;
    int status;
};

static void collect(void *self, int stream, const char *text, size_t length) {
    struct observed *observed = self;
    buf_put(stream == 1 ? &observed->out : &observed->err, text, length);
}

// Deletes every `what` from the text.
static void erase(struct buf *text, const char *what) {
    size_t length = strlen(what);
    for (char *at; text->length > 0 && (at = strstr(text->data, what)) != NULL;) {
        memmove(at, at + length, text->length - (size_t)(at - text->data) - length + 1);
        text->length -= length;
    }
}

static bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

// Addresses, 0x and eight hexadecimal digits or more, become 0xADDRESS.
static void mask_addresses(struct buf *text) {
    struct buf masked = {0};
    for (size_t i = 0; i < text->length;) {
        size_t digits = 0;
        if (text->data[i] == '0' && text->data[i + 1] == 'x') {
            while (is_hex(text->data[i + 2 + digits])) {
                digits++;
            }
        }
        if (digits >= 8) {
            buf_puts(&masked, "0xADDRESS");
            i += 2 + digits;
        } else {
            buf_putc(&masked, text->data[i++]);
        }
    }
    buf_free(text);
    *text = masked;
}

static void keep_last_line(struct buf *text) {
    size_t end = text->length;
    if (end == 0) {
        return;
    }
    size_t start = end - (text->data[end - 1] == '\n');
    while (start > 0 && text->data[start - 1] != '\n') {
        start--;
    }
    memmove(text->data, text->data + start, end - start + 1);
    text->length = end - start;
    if (text->data[text->length - 1] != '\n') {
        buf_putc(text, '\n');
    }
}

static void put_schedule(struct observed *observed, struct log *log) {
    struct replay *replay = replay_new(log);
    compare_put_schedule(&observed->schedule, replay);
    const struct state *end = replay_seek(replay, log_count(log));
    if (end->ended) {
        buf_printf(&observed->schedule, "end %s\n", event_end_names[end->end]);
    }
    replay_free(replay);
}

static void run_program(const char *path, struct observed *observed) {
    const char *none[] = {"loopscope", NULL};
    struct options options;
    struct recording recording;
    struct diag diag = {0};
    assert_true(options_read(1, none, &options, &diag));
    options.sim.write = collect;
    options.sim.write_self = observed;
    if (recording_open(&recording, &options, path, NULL, 0, &diag, &observed->status)) {
        recording_advance(&recording, UINT64_MAX);
        observed->status = recording_status(&recording);
        put_schedule(observed, recording.log);
        recording_close(&recording);
    } else {
        buf_printf(&observed->err, "%s: %s\n",
                   diag.kind == DIAG_TAB           ? "TabError"
                   : diag.kind == DIAG_INDENTATION ? "IndentationError"
                   : diag.kind == DIAG_SYNTAX      ? "SyntaxError"
                                                   : "refused",
                   diag.message);
        buf_puts(&observed->schedule, "end error\n");
    }
    options_free(&options);
    erase(&observed->out, FOLDER "/");
    erase(&observed->err, FOLDER "/");
    keep_last_line(&observed->err);
    mask_addresses(&observed->err);
}

static char *recorded(const char *name, const char *kind) {
    struct buf path = {0};
    struct diag diag = {0};
    size_t length;
    buf_printf(&path, FOLDER "/%s.%s", name, kind);
    char *text = files_read(buf_text(&path), &length, &diag);
    buf_free(&path);
    assert_non_null(text);
    return text;
}

static bool agrees(const char *name, const char *kind, const char *got) {
    char *wanted = recorded(name, kind);
    bool same = strcmp(wanted, got) == 0;
    if (!same) {
        fprintf(stderr, "--- %s.%s recorded:\n%s--- got:\n%s", name, kind, wanted, got);
    }
    mem_free(wanted);
    return same;
}

static void agrees_with_cpython(void **state) {
    const char *name = *state;
    struct observed observed = {0};
    struct buf path = {0};
    char status[16];
    buf_printf(&path, FOLDER "/%s.py", name);
    run_program(buf_text(&path), &observed);
    snprintf(status, sizeof status, "%d\n", observed.status);
    bool same = agrees(name, "status", status);
    same &= agrees(name, "out", buf_text(&observed.out));
    same &= observed.status == 3 || agrees(name, "err", buf_text(&observed.err));
    same &= agrees(name, "schedule", buf_text(&observed.schedule));
    buf_free(&path);
    buf_free(&observed.out);
    buf_free(&observed.err);
    buf_free(&observed.schedule);
    assert_true(same);
}

struct names_list {
    char **items;
    size_t count, capacity;
};

static int by_text(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void find_programs(struct names_list *names) {
    DIR *folder = opendir(FOLDER);
    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        size_t length = strlen(entry->d_name);
        if (length > 3 && strcmp(entry->d_name + length - 3, ".py") == 0) {
            *vec_push(names) = mem_copy_text(entry->d_name, length - 3);
        }
    }
    if (folder != NULL) {
        closedir(folder);
    }
    qsort(names->items, names->count, sizeof *names->items, by_text);
}

int main(int argc, char **argv) {
    struct names_list names = {0};
    for (int i = 1; i < argc; i++) {
        *vec_push(&names) = mem_copy_text(argv[i], strlen(argv[i]));
    }
    if (argc == 1) {
        find_programs(&names);
    }
    if (names.count < (argc == 1 ? 100 : 1)) {
        fputs("the golden programs are missing\n", stderr);
        return 1;
    }
    struct CMUnitTest *tests = mem_zalloc(names.count, sizeof *tests);
    for (size_t i = 0; i < names.count; i++) {
        tests[i].name = names.items[i];
        tests[i].test_func = agrees_with_cpython;
        tests[i].initial_state = names.items[i];
    }
    int failed = _cmocka_run_group_tests("golden", tests, names.count, NULL, NULL);
    for (size_t i = 0; i < names.count; i++) {
        mem_free(names.items[i]);
    }
    vec_free(&names);
    mem_free(tests);
    return failed == 0 ? 0 : 1;
}
