// The account of a comparison, for people.
#include <inttypes.h>
#include <string.h>

#include "base/printable.h"
#include "trace/compare.h"
#include "trace/sentence.h"

// What is said about the part of two runs, by language.
static const char *const part_texts[][TONGUE_COUNT] = {
    [COMPARE_AGREE] = {"They agree: the same schedule, the same output, the same end.\n",
                       "两次运行一致：调度、输出和结局都相同。\n"},
    [COMPARE_SCHEDULE] = {"They part at step %" PRIu64 ": not the same thing runs next.\n",
                          "从第 %" PRIu64 " 步开始不同：接下来运行的不一样。\n"},
    [COMPARE_SHORTER] = {"They part at step %" PRIu64
                         ": one run goes on where the other has ended.\n",
                         "从第 %" PRIu64 " 步开始不同：一个还在继续，另一个已经结束。\n"},
    [COMPARE_OUT] = {"The schedules agree, but line %" PRIu64 " of %s differs.\n",
                     "调度相同，但第 %" PRIu64 " 行（%s）不同。\n"},
    [COMPARE_END] = {"Schedules and outputs agree, but not how the runs end.\n",
                     "调度和输出都相同，但结局不同。\n"},
};

static const char *const total_texts[TONGUE_COUNT] = {
    "%s: %" PRIu64 " steps in %" PRIu64 " ticks, %" PRIu64 " tasks, %s s, %" PRIu64
    " bytes written, %s.\n",
    "%s：%" PRIu64 " 步，%" PRIu64 " 轮，%" PRIu64 " 个任务，%s 秒，输出 %" PRIu64 " 字节，%s。\n",
};

static const char *const row_texts[TONGUE_COUNT] = {
    "%s: tick %" PRIu64 " at %s: %s\n",
    "%s：第 %" PRIu64 " 轮，时刻 %s：%s\n",
};

static const char *const over_texts[TONGUE_COUNT] = {
    "%s: nothing more runs.\n",
    "%s：没有更多的步骤了。\n",
};

// By enum event_end, and at last for a run that has no end.
static const char *const end_texts[END_COUNT + 1][TONGUE_COUNT] = {
    [END_FINISHED] = {"finished", "正常结束"},
    [END_ERROR] = {"ended by an exception", "因异常结束"},
    [END_DEADLOCK] = {"deadlock", "死锁"},
    [END_LIMIT] = {"stopped at its limit", "达到上限"},
    [END_INTERRUPTED] = {"interrupted", "被中断"},
    [END_COUNT] = {"not ended", "没有结束"},
};

static void put_totals(struct buf *out, enum tongue tongue, const char *name,
                       const struct compare_totals *totals) {
    struct buf time = {0};
    sentence_put_time(&time, totals->time);
    const char *end = end_texts[totals->ended ? totals->end : END_COUNT][tongue];
    buf_printf(out, total_texts[tongue], name, totals->rows, totals->ticks, totals->tasks,
               buf_text(&time), totals->out_bytes, end);
    buf_free(&time);
}

// Appends what a run does where the two part, with the reason why.
static void put_row(struct buf *out, enum tongue tongue, const char *name, struct replay *run,
                    uint64_t position) {
    struct buf time = {0}, sentence = {0};
    const struct state *state = replay_seek(run, position);
    sentence_put_time(&time, state->time);
    sentence_put(&sentence, tongue, replay_log(run), state);
    buf_printf(out, row_texts[tongue], name, state->tick, buf_text(&time), buf_text(&sentence));
    buf_free(&time);
    buf_free(&sentence);
}

static void put_part(struct buf *out, enum tongue tongue, const struct compare_result *result) {
    const char *text = part_texts[result->part][tongue];
    switch (result->part) {
    case COMPARE_AGREE:
    case COMPARE_END:
        buf_puts(out, text);
        break;
    case COMPARE_SCHEDULE:
    case COMPARE_SHORTER:
        buf_printf(out, text, result->row + 1);
        break;
    case COMPARE_OUT:
        buf_printf(out, text, result->line, event_stream_names[result->stream]);
        break;
    }
}

void compare_put(struct buf *out, enum tongue tongue, const char *const names[2],
                 struct replay *const runs[2], const struct compare_result *result) {
    struct buf shown[2] = {{0}, {0}};
    for (int i = 0; i < 2; i++) {
        printable_put(&shown[i], names[i], strlen(names[i]));
        put_totals(out, tongue, buf_text(&shown[i]), &result->totals[i]);
    }
    put_part(out, tongue, result);
    for (int i = 0; i < 2 && result->part != COMPARE_AGREE; i++) {
        if (result->part == COMPARE_SHORTER && !result->has_row[i]) {
            buf_printf(out, over_texts[tongue], buf_text(&shown[i]));
        } else {
            put_row(out, tongue, buf_text(&shown[i]), runs[i], result->positions[i]);
        }
    }
    buf_free(&shown[0]);
    buf_free(&shown[1]);
}
