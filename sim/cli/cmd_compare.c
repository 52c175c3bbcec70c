// loopscope compare A B: two programs or traces, or one program told by both accounts of await.
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/recording.h"
#include "trace/compare.h"

static void print_comparison(struct recording *sides, const char *const names[2],
                             enum tongue tongue, bool *agree) {
    struct replay *runs[2] = {replay_new(sides[0].log), replay_new(sides[1].log)};
    struct compare_result result;
    struct buf out = {0};
    compare_runs(runs[0], runs[1], &result);
    compare_put(&out, tongue, names, runs, &result);
    fputs(buf_text(&out), stdout);
    *agree = result.part == COMPARE_AGREE;
    buf_free(&out);
    replay_free(runs[0]);
    replay_free(runs[1]);
}

// A second argument that is an account's name compares one program with itself told that way.
static bool is_model(const char *word) {
    return strcmp(word, "notes") == 0 || strcmp(word, "cpython") == 0;
}

static bool open_side(struct recording *side, const struct options *options, const char *path,
                      int *status) {
    struct diag diag = {0};
    if (!recording_open(side, options, path, NULL, 0, &diag, status)) {
        command_print_diag(&diag, path);
        return false;
    }
    recording_finish(side);
    recording_tell(side);
    return true;
}

// How the account calls a side: by its file, and by its model if both are the same file.
static void put_name(struct buf *name, const char *path, const struct options *options,
                     bool by_model) {
    buf_puts(name, path);
    if (by_model) {
        buf_printf(name, " (%s)", options->sim.model == SIM_MODEL_NOTES ? "notes" : "cpython");
    }
}

// Opens both sides, tells how they compare and gives the exit status.
static int compare(const struct options *options, const char *const paths[2], bool by_model) {
    struct recording sides[2];
    struct buf names[2] = {{0}, {0}};
    int status;
    if (!open_side(&sides[0], &options[0], paths[0], &status)) {
        return status;
    }
    if (by_model && sides[0].sim == NULL) {
        status = command_fail_trace(paths[0]);
    } else if (open_side(&sides[1], &options[1], paths[1], &status)) {
        bool agree;
        put_name(&names[0], paths[0], &options[0], by_model);
        put_name(&names[1], paths[1], &options[1], by_model);
        const char *const texts[2] = {buf_text(&names[0]), buf_text(&names[1])};
        print_comparison(sides, texts, options->chinese ? TONGUE_ZH : TONGUE_EN, &agree);
        status = agree ? 0 : 1;
        recording_close(&sides[1]);
    }
    recording_close(&sides[0]);
    buf_free(&names[0]);
    buf_free(&names[1]);
    return status;
}

// 0: they agree; 1: they part, as diff has it.
int command_compare(const struct options *options) {
    int count = options->argument_count;
    const char *const *words = options->arguments;
    if (count != 1 && count != 2) {
        return command_usage("compare");
    }
    struct options both[2] = {*options, *options};
    bool by_model = count == 1 || is_model(words[1]);
    if (by_model) {
        bool to_notes = count == 1 || strcmp(words[1], "notes") == 0;
        both[1].sim.model = to_notes ? SIM_MODEL_NOTES : SIM_MODEL_CPYTHON;
    }
    const char *const paths[2] = {words[0], by_model ? words[0] : words[1]};
    return compare(both, paths, by_model);
}
