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
    recording_advance(side, UINT64_MAX);
    return true;
}

// 0: they agree; 1: they part, as diff has it.
int command_compare(const struct options *options) {
    int count = options->argument_count;
    if (count != 1 && count != 2) {
        return command_usage("compare");
    }
    const char *const *words = options->arguments;
    struct options second = *options;
    const char *names[2] = {words[0], count == 2 ? words[1] : "notes"};
    bool by_model = count == 1 || is_model(words[1]);
    if (by_model) {
        second.sim.model = strcmp(names[1], "notes") == 0 ? SIM_MODEL_NOTES : SIM_MODEL_CPYTHON;
    }
    struct recording sides[2];
    int status;
    if (!open_side(&sides[0], options, words[0], &status)) {
        return status;
    }
    bool agree = false;
    if (open_side(&sides[1], &second, by_model ? words[0] : words[1], &status)) {
        print_comparison(sides, names, options->chinese ? TONGUE_ZH : TONGUE_EN, &agree);
        status = agree ? 0 : 1;
        recording_close(&sides[1]);
    }
    recording_close(&sides[0]);
    return status;
}
