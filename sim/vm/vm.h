// The machine as its driver (sim/loop) and its natives see it.
//
// A driver makes a vm, starts an activity (a stack of frames: the module's code, a task's step, a
// callback, a worker thread) and runs it until it returns, raises, yields, blocks or is paused:
//
//     struct activity activity = {0};
//     activity_call(vm, &activity, function, args, count);
//     switch (activity_run(vm, &activity, &value)) { … }
//
// The vm knows no tasks and no time: it *returns* what happened and the driver decides.
#ifndef VM_VM_H
#define VM_VM_H

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/names.h"
#include "base/tape.h"
#include "vm/object.h"

struct frame;
struct generator;
struct heap;
struct loaded;
struct vm;

// What the vm asks of the world around it; [self] is passed to each. All may be NULL but write.
struct vm_host {
    void *self;
    // The program wrote to stdout (1) or stderr (2).
    void (*write)(void *self, int stream, const char *text, size_t length);
    // The program reads stdin: append the next line to [line], with its line feed, or a piece of
    // it; false at the end. NULL: stdin is empty.
    bool (*read)(void *self, struct buf *line);
    // A native blocked inside another native's call, where the machine cannot return to its
    // driver: do now what the request asks and give its result (see vm_block).
    struct value (*block)(void *self, struct vm *vm, int request, struct value payload);
    // An object that a coroutine of the program awaits: give what shall be awaited in its stead
    // (for --model notes: a new task), or ABSENT to leave it.
    struct value (*wrap_await)(void *self, struct vm *vm, struct value awaited);
    // An asynchronous generator is iterated for the first time: does the host want to close it, if
    // it dies before it has ended? Then it is told: dies, and in any case, gone.
    bool (*asyncgen_first)(void *self, struct vm *vm, struct value generator);
    void (*asyncgen_dies)(void *self, struct vm *vm, struct value generator);
    // One that it wanted to be told of is freed.
    void (*asyncgen_gone)(void *self, struct object *generator);
    // The budget ran out where the machine cannot pause, inside a native's call: refill it with
    // vm_refill and give true, or false to end the run there (OUTCOME_ENDED). NULL: goes on.
    bool (*exhausted)(void *self, struct vm *vm);
    // The program imports a module of its own from this file: give the number by which the trace
    // shall know the file. NULL: 0.
    uint16_t (*opened)(void *self, const char *path, const char *text, size_t length);
    // The runtime warned: called after the text went to stderr as CPython words it.
    void (*warned)(void *self, const char *category, const char *text);
};

enum vm_detail { VM_DETAIL_NONE, VM_DETAIL_SCHEDULE, VM_DETAIL_LINES, VM_DETAIL_VALUES };

// A module written in C: its functions and a hook for the rest. See vm/native.h.
struct native_module;

// Where "import name" finds what: natives first, then sources, then files beside the program.
struct vm_source {
    const char *name; // "asyncio.queues"
    const char *text; // Python, embedded in the binary
    size_t length;
};

// Turns a text into a code object: parses and compiles it. The vm knows no syntax, so whoever makes
// one passes this in (cli/compile.c). NULL with [diag] filled in on failure; [warn], which may be
// NULL, is told each SyntaxWarning.
struct diag;
typedef void vm_syntax_warning(void *self, int line, const char *message);
typedef const struct code *vm_compile(struct arena *arena, struct names *names, const char *path,
                                      uint16_t file_index, bool library, const char *text,
                                      size_t length, vm_syntax_warning *warn, void *warn_self,
                                      struct diag *diag);

struct vm_options {
    vm_compile *compile; // for the program and for every import
    struct vm_host host;
    size_t memory_limit;                        // bytes for the learner's objects
    int recursion_limit;                        // 1000, as CPython
    const struct native_module *const *modules; // ended by NULL
    const struct vm_source *sources;            // ended by an entry without name
    struct tape *tape;                          // NULL: nothing is recorded
    enum vm_detail detail;
    uint64_t seed;           // of random, unless the program says otherwise
    const char *const *argv; // sys.argv
    int argc;
};

// Makes a vm with all builtin types; NULL if not even those fit the memory limit.
struct vm *vm_new(const struct vm_options *options);
void vm_free(struct vm *vm);

// Compiles and loads a program as module __main__ and returns its module function's frame-less
// callable, to be started by activity_call; or VALUE_ERROR with vm_raised set, or with [diag]
// filled in for what does not compile.
struct diag;
struct value vm_load_program(struct vm *vm, const char *path, const char *text, size_t length,
                             struct diag *diag);

// The [self] of the host, for natives of the folder that made the vm.
void *vm_host_self(const struct vm *vm);

// The run ends where it stands: what runs unwinds without running another line of the program, and
// activity_run gives OUTCOME_ENDED.
void vm_end(struct vm *vm);

// The program has ended: what its module keeps dies, in CPython's order, so that destructors and
// warnings come where they come there.
void vm_shut_down(struct vm *vm);

// Where the program stands, for warnings, while no Python code runs: in the host's own loop, as
// CPython would show it. The texts must stay valid; NULL: nowhere.
void vm_set_place(struct vm *vm, const char *path, int line, const char *text);

// Activities ------------------------------------------------------------------------------------

enum activity_state {
    ACTIVITY_OVER,    // nothing to run: empty, or it has returned, raised, yielded
    ACTIVITY_READY,   // goes on in [top]
    ACTIVITY_BLOCKED, // waits for activity_answer
    ACTIVITY_DONE,    // ended before it ran; [pending] is what came of it
};

// Zeroed, it is empty. The driver may read [top]; the rest is activity.c's.
struct activity {
    struct frame *top;      // the frame that runs, or will when it is run again; NULL when it ended
    const struct instr *ip; // where in it; NULL: [pending] is raised there
    struct generator *root; // the innermost generator that was resumed and has not yielded
    struct value pending;   // owned
    int depth;              // frames, for the recursion limit
    uint8_t state;          // enum activity_state
    bool throws;            // DONE: [pending] is an exception
};

enum outcome {
    OUTCOME_RETURNED, // [value] is the result
    OUTCOME_RAISED,   // [value] is the exception
    OUTCOME_YIELDED,  // a coroutine or generator gave [value]; resume it with activity_send
    OUTCOME_BLOCKED,  // a native asked for vm->block; answer with activity_answer
    OUTCOME_PAUSED,   // the budget ran out before a line; refill it, run it again
    OUTCOME_ENDED,    // host.exhausted said so, inside a native's call: only activity_free is left
};

// Sets how many lines and ticks may pass before OUTCOME_PAUSED or host.exhausted; gives how many
// were left.
int64_t vm_refill(struct vm *vm, int64_t lines);

// For the tape: the number of the task that runs from now on; 0: none.
void vm_set_task(struct vm *vm, uint32_t task);

// Makes [activity] ready to call [callable]. An error of the call itself shows in activity_run; a
// callable that is no Python function is called at once, its result shows there.
void activity_call(struct vm *vm, struct activity *activity, struct value callable,
                   const struct value *args, size_t count);

// Makes it ready to resume [coroutine] (a coroutine or generator object) with [value] sent in, or,
// if [throws], with the exception [value] raised at the innermost place where it is suspended.
void activity_send(struct vm *vm, struct activity *activity, struct value coroutine,
                   struct value value, bool throws);

// Answers a blocked activity; steals [value], an exception if [throws].
void activity_answer(struct vm *vm, struct activity *activity, struct value value, bool throws);

// Runs it on; [*value] then belongs to the caller.
enum outcome activity_run(struct vm *vm, struct activity *activity, struct value *value);

// Ends an activity that will not be run again.
void activity_free(struct vm *vm, struct activity *activity);

// What a native may use ---------------------------------------------------------------------------

// Calls [callable] here and now, inside the native, and gives its result or VALUE_ERROR.
struct value vm_call(struct vm *vm, struct value callable, const struct value *args, size_t count);
struct value vm_call_with(struct vm *vm, struct value callable, const struct call *call);
struct value vm_call_method(struct vm *vm, struct value object, const char *name,
                            const struct value *args, size_t count);

// The end of a native that must wait for the driver: `return vm_block(vm, REQUEST, payload);`
// Steals [payload]. [request] is the driver's own number.
struct value vm_block(struct vm *vm, int request, struct value payload);

// What such a native asked for, once the outcome is OUTCOME_BLOCKED; its payload is the value.
int vm_request(const struct vm *vm);

// As the last act of a native: calls [callable] without C recursion if it is a Python function.
// `return vm_call_tail(vm, callable, &call);` may give VALUE_PUSHED, which only the machine and
// vm_call understand: use it in functions of native tables and type->call slots only.
struct value vm_call_tail(struct vm *vm, struct value callable, const struct call *call);

// Natives that may loop for long without running Python code call it once in a while: false, with
// nothing raised that could be caught, when the run must end; return VALUE_ERROR then.
bool vm_tick(struct vm *vm);

// Operations that any value may offer; errors raise as CPython words them.
struct value vm_repr(struct vm *vm, struct value v);
struct value vm_str(struct vm *vm, struct value v);
struct value vm_ascii(struct vm *vm, struct value v);
struct value vm_format(struct vm *vm, struct value v, struct str *spec);
int vm_truth(struct vm *vm, struct value v);                 // 0, 1, -1
int vm_equal(struct vm *vm, struct value a, struct value b); // 0, 1, -1; identity first
struct value vm_compare(struct vm *vm, struct value a, struct value b, enum compare_op op);
bool vm_hash(struct vm *vm, struct value v, int64_t *hash);
struct value vm_binary(struct vm *vm, enum binary_op op, struct value a, struct value b);
struct value vm_inplace(struct vm *vm, enum binary_op op, struct value a, struct value b);
struct value vm_unary(struct vm *vm, enum unary_op op, struct value v);
ptrdiff_t vm_length(struct vm *vm, struct value v);
struct value vm_get_item(struct vm *vm, struct value container, struct value key);
bool vm_set_item(struct vm *vm, struct value container, struct value key, struct value v);
bool vm_delete_item(struct vm *vm, struct value container, struct value key);
int vm_contains(struct vm *vm, struct value container, struct value item);
struct value vm_get_attribute(struct vm *vm, struct value object, const char *name);
struct value vm_get_attribute_str(struct vm *vm, struct value object, struct str *name);
// As getattr with a default: ABSENT, with nothing raised, where there is none.
struct value vm_find_attribute(struct vm *vm, struct value object, const char *name);
struct value vm_find_attribute_str(struct vm *vm, struct value object, struct str *name);
// [v] ABSENT deletes the attribute.
bool vm_set_attribute(struct vm *vm, struct value object, const char *name, struct value v);
bool vm_set_attribute_str(struct vm *vm, struct value object, struct str *name, struct value v);
struct value vm_iter(struct vm *vm, struct value iterable);
struct value vm_next(struct vm *vm, struct value iterator);                     // ABSENT at the end
int vm_is_instance(struct vm *vm, struct value v, struct value class_or_tuple); // 0, 1, -1
int vm_is_subclass(struct vm *vm, struct value class, struct value class_or_tuple);
bool vm_is_callable(struct value v);
// What id() and default reprs show: from the object's serial, so the same in every run.
uint64_t vm_id(struct value v);
// An integer index or size from an int or anything with __index__; false if raised.
bool vm_to_index(struct vm *vm, struct value v, int64_t *out);

// Guards a native that calls itself or others deeply (repr of nested lists): false if too deep,
// with RecursionError raised. Each vm_enter that gave true needs a vm_leave.
bool vm_enter(struct vm *vm, const char *where);
void vm_leave(struct vm *vm);

// Writes what the program printed.
void vm_write(struct vm *vm, int stream, const char *text, size_t length);

// The text with which the recording shows [v], cut at 200 characters. It never runs the program's
// own code: an instance of a class with its own __repr__ is shown as <Class …> with its id.
void vm_describe(struct vm *vm, struct value v, struct buf *out);

// Is it the ImportError of a module, or of Python, that CPython has and loopscope lacks? If nobody
// catches it the run ends as refused, its message being the one sentence to show.
bool vm_is_refusal(struct vm *vm, struct value exception);

// Prints an exception with its chain and traceback, as CPython 3.13 does, to [out].
void vm_format_exception(struct vm *vm, struct value exception, struct buf *out);

#endif
