// How long it takes to show any position of a run of ten million events, and what that costs in
// memory: bytes on the tape, bytes of the replay, time to learn the run, time of a seek.
//
//     bench_seek [EVENTS]
//
// Three runs: a million tasks that sleep until different moments; two tasks that hand over to each
// other; plain code.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "trace/replay.h"
#include "trace/sink.h"

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static uint32_t text(struct sink *sink, const char *text) {
    return tape_text(sink->tape, text, strlen(text));
}

// All tasks are created first; each sleeps once, and they wake in an order that looks random.
static void make_sleepers(struct sink *sink, uint64_t events) {
    uint32_t tasks = (uint32_t)(events / 10), handle = 0;
    uint32_t coro = text(sink, "nap"), kind = text(sink, "sleep"), lib = text(sink, "sleep over");
    for (uint32_t i = 1; i <= tasks; i++) {
        sink_task(sink, i, TAPE_TEXT_NUMBERED | i, coro, 0);
        sink_ready(sink, (struct sink_handle){++handle, WHAT_STEP, i, 0, 0});
    }
    uint32_t *order = malloc((tasks + 1) * sizeof *order); // in which they wake
    for (uint32_t i = 0; i < tasks; i++) {
        order[1 + (uint64_t)i * 7919 % tasks] = i;
    }
    sink_tick(sink, 1, 0);
    for (uint32_t i = 1; i <= tasks; i++) {
        uint32_t future = tasks + i;
        sink_run(sink, i);
        sink_future(sink, future, kind);
        sink_timer(sink, (struct sink_handle){++handle, WHAT_CALL, i, 0, lib},
                   (int64_t)order[i] * 1000);
        sink_wait(sink, i, future);
        sink_back(sink, i, BACK_AWAIT);
    }
    for (uint32_t i = 0; i < tasks && sink->tape->events < events; i++) {
        uint32_t task = 1 + (uint32_t)((uint64_t)i * 7919 % tasks);
        sink_tick(sink, i + 2, (int64_t)i * 1000);
        sink_due(sink, tasks + task);
        sink_run(sink, tasks + task);
        sink_done(sink, tasks + task, STATE_RESULT, EVENT_VALUE_TEXT, TAPE_TEXT_NONE);
        sink_ready(sink, (struct sink_handle){++handle, WHAT_WAKEUP, task, 0, 0});
        sink_back(sink, tasks + task, BACK_CALL);
        sink_run(sink, handle);
        sink_done(sink, task, STATE_RESULT, EVENT_VALUE_TEXT, TAPE_TEXT_NONE);
        sink_back(sink, handle, BACK_RETURN);
    }
    free(order);
}

static void make_pingpong(struct sink *sink, uint64_t events) {
    uint32_t handle = 0, coro = text(sink, "player");
    for (uint32_t i = 1; i <= 2; i++) {
        sink_task(sink, i, TAPE_TEXT_NUMBERED | i, coro, 0);
        sink_ready(sink, (struct sink_handle){++handle, WHAT_STEP, i, 0, 0});
    }
    for (uint64_t tick = 1; sink->tape->events < events; tick++) {
        sink_tick(sink, tick, 0);
        for (uint32_t i = 1; i <= 2; i++) {
            sink_run(sink, handle - 1);
            sink_wait(sink, i, 0);
            sink_ready(sink, (struct sink_handle){++handle, WHAT_STEP, i, 0, 0});
            sink_back(sink, handle - 2, BACK_AWAIT);
        }
    }
}

static void make_code(struct sink *sink, uint64_t events) {
    uint32_t names[] = {text(sink, "i"), text(sink, "total"), text(sink, "x")};
    struct tape *tape = sink->tape;
    uint32_t frame = 1, function = text(sink, "f"), module = text(sink, "<module>");
    tape_call(tape, 1, 0, module, 1, 0, 0);
    for (uint64_t i = 0; tape->events < events; i++) {
        tape_line(tape, 1, 3);
        tape_set(tape, TAPE_SET_INT, 1, names[0], i);
        tape_line(tape, 1, 4);
        tape_set(tape, TAPE_SET_INT, 1, names[1], i * i);
        if (i % 4 == 0) {
            tape_call(tape, ++frame, 0, function, 7, 1, 0);
            tape_set(tape, TAPE_SET_INT, frame, names[2], i);
            tape_line(tape, frame, 8);
            tape_return(tape, TAPE_RETURN_INT, frame, i);
        }
    }
}

static void measure(const char *name, void (*make)(struct sink *, uint64_t), uint64_t events) {
    struct tape *tape = tape_new();
    struct sink sink = {.tape = tape};
    double begin = now();
    make(&sink, events);
    double made = now();
    struct log *log = log_new(tape);
    struct replay *replay = replay_new(log);
    replay_seek(replay, UINT64_MAX);
    double learnt = now(), worst = 0, sum = 0;
    uint64_t random = 1, count = replay_count(replay);
    for (int i = 0; i < 300; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        double before = now();
        const struct state *state = replay_seek(replay, (random >> 20) % count);
        uint32_t ids[100];
        for (int list = 0; list < STATE_LIST_COUNT; list++) {
            state_list(state, (enum state_list)list, 0, ids, 100);
        }
        double took = now() - before;
        sum += took;
        worst = took > worst ? took : worst;
    }
    printf("%-9s %9.0f events; tape %5.1f, replay %5.1f bytes an event; recorded %4.0f, learnt "
           "%4.0f ns an event; seek %5.2f ms, at worst %5.2f ms\n",
           name, (double)count,
           (double)tape->chunk_count * sizeof(struct tape_chunk) / (double)count,
           (double)replay_bytes(replay) / (double)count, (made - begin) / (double)count * 1e6,
           (learnt - made) / (double)count * 1e6, sum / 300, worst);
    replay_free(replay);
    log_free(log);
    tape_free(tape);
}

int main(int argc, char **argv) {
    uint64_t events = argc > 1 ? strtoull(argv[1], NULL, 10) : 10000000;
    measure("sleepers", make_sleepers, events);
    measure("pingpong", make_pingpong, events);
    measure("code", make_code, events);
    return 0;
}
