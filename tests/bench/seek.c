// How fast any position of a long recording is shown, and what an event costs in memory.
//
//     bench_seek EVENTS PROGRAM.py [ARGUMENT…]
//
// Records the program up to so many events, goes once to the end, then to positions all over, and
// draws each on a screen of 100x30. Prints: events, bytes of tape an event, and the median and the
// longest time of a position in milliseconds.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "cli/options.h"
#include "cli/recording.h"
#include "loop/sim.h"
#include "view/canvas.h"
#include "view/view.h"

#define POSITIONS 500

static double now_ms(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int compare_times(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// Draws positions in an order that jumps about, and sorts the times that they took.
static void measure(struct view *view, struct canvas *canvas, uint64_t count,
                    double times[POSITIONS]) {
    uint64_t position = 0;
    for (int i = 0; i < POSITIONS; i++) {
        position = (position + count / 13 * 8 + 4099) % (count + 1);
        double start = now_ms();
        view_go(view, position);
        view_draw(view, canvas);
        times[i] = now_ms() - start;
    }
    qsort(times, POSITIONS, sizeof *times, compare_times);
}

static void report(const struct recording *recording) {
    struct view_options options = {
        .recording = {.header = &recording->header, .log = recording->log}};
    struct view *view = view_new(&options);
    struct canvas *canvas = canvas_new(100, 30, false);
    uint64_t count = log_count(recording->log);
    double times[POSITIONS];
    view_go(view, count);
    view_draw(view, canvas);
    measure(view, canvas, count, times);
    size_t bytes = sim_tape(recording->sim)->chunk_count * sizeof(struct tape_chunk);
    printf("%llu %.1f %.3f %.3f\n", (unsigned long long)count, (double)bytes / (double)count,
           times[POSITIONS / 2], times[POSITIONS - 1]);
    canvas_free(canvas);
    view_free(view);
}

static int fail(const struct diag *diag, int status) {
    fprintf(stderr, "bench_seek: %s\n", diag->message);
    return status;
}

int main(int argc, char **argv) {
    const char *words[] = {"loopscope", "--limit", argc > 2 ? argv[1] : "", NULL};
    struct options options;
    struct recording recording;
    struct diag diag = {0};
    int status = 2;
    if (argc < 3) {
        fputs("usage: bench_seek EVENTS PROGRAM.py [ARGUMENT…]\n", stderr);
        return 2;
    }
    if (!options_read(3, words, &options, &diag)) {
        return fail(&diag, 2);
    }
    if (!recording_open(&recording, &options, argv[2], (const char *const *)argv + 3, argc - 3,
                        &diag, &status)) {
        return fail(&diag, status);
    }
    recording_finish(&recording);
    report(&recording);
    recording_close(&recording);
    options_free(&options);
    return 0;
}
