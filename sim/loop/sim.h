// The simulator: one program, its machine, its clock and its loop, run a transition at a time.
//
//     struct sim *sim = sim_new(&options, &diag);
//     while (sim_step(sim)) { }
//     status = sim_exit_status(sim);
//     sim_free(sim);
//
// What happens goes on the tape that sim_tape gives; the program's output also goes to
// options.write. Nothing is global: many simulators can live in one process.
#ifndef LOOP_SIM_H
#define LOOP_SIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/tape.h"
#include "trace/event.h"
#include "vm/vm.h"

struct sim;

enum sim_model { SIM_MODEL_CPYTHON, SIM_MODEL_NOTES };

// Where the program's output goes besides the tape; [stream] is 1 or 2. May be NULL.
typedef void sim_write(void *self, int stream, const char *text, size_t length);

// Gives the next line of stdin with its line feed, or a piece of a long one, appended to [line];
// false at the end. May be NULL: stdin is empty.
typedef bool sim_read(void *self, struct buf *line);

// Shall the run end now, as by Ctrl-C? Asked now and then. May be NULL.
typedef bool sim_interrupted(void);

struct sim_options {
    const char *path; // of the program, as tracebacks show it; the text's owner keeps it
    const char *text; // the whole source, UTF-8 or as its encoding declaration says
    size_t length;
    const char *const *argv; // sys.argv; the first is the program
    int argc;
    enum sim_model model;
    bool recorded;                   // false: nothing goes on the tape
    enum trace_detail detail;        // what goes on it
    uint64_t limit;                  // events after which the run ends; 0: none
    size_t memory;                   // bytes for the program's objects
    int64_t start;                   // wall-clock time at loop time 0: nanoseconds since 1970, UTC
    uint64_t seed;                   // of random
    vm_compile *compile;             // turns texts into code: see vm/vm.h
    const struct vm_source *library; // Python modules that can be imported: sim/pylib's
    sim_write *write;
    void *write_self;
    sim_read *read;
    void *read_self;
    sim_interrupted *interrupted;
};

#define SIM_DEFAULT_START  INT64_C(1767292023000000000) // 2026-01-01 18:27:03 UTC
#define SIM_DEFAULT_LIMIT  10000000
#define SIM_DEFAULT_MEMORY ((size_t)1 << 30)

// Fills in the defaults: the model cpython, all details, the limits of above.
void sim_options_init(struct sim_options *options);

// Compiles the program and makes ready to run it. NULL, with [diag] filled in, if it does not
// compile, needs what loopscope lacks, or there is no memory. [options]' pointers must stay valid.
struct sim *sim_new(const struct sim_options *options, struct diag *diag);
void sim_free(struct sim *sim); // NULL is fine

// Does one transition: false once the run has ended.
bool sim_step(struct sim *sim);

// Does as many transitions as fit into a moment, for callers that do not look in between.
bool sim_run(struct sim *sim);

// Runs until the tape holds [events] events (or a little more) or the run has ended: false then.
bool sim_advance(struct sim *sim, uint64_t events);

// Ends the run now: the tape ends with `interrupted`, and the exit status is 130.
void sim_interrupt(struct sim *sim);

bool sim_has_ended(const struct sim *sim);
enum event_end sim_end(const struct sim *sim); // why; only once it has ended

// 0, the program's own, 2 (refused), 3 (deadlock), 4 (limit) or 130 (interrupted); only once it
// has ended.
int sim_exit_status(const struct sim *sim);

// What is recorded; owned by the sim, grows as it runs.
struct tape *sim_tape(struct sim *sim);

// The files that the program consists of, for the trace's header: the program first, then the
// modules beside it that it imported.
size_t sim_file_count(const struct sim *sim);
const char *sim_file_path(const struct sim *sim, size_t index);
const char *sim_file_text(const struct sim *sim, size_t index, size_t *length);

// Gives why a program was refused at run time (an import of what loopscope lacks), or NULL.
const struct diag *sim_refusal(const struct sim *sim);

#endif
