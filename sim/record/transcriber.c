#include "record/transcriber.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/vec.h"
#include "record/handles.h"
#include "trace/json.h"

#define SUBJECT_SHIFT 5
#define KIND_MASK     31
#define TEXTS_MOST    2

enum word {
    WORD_RUN, // the word that is not negative
#define WORD(NAME, name, numbers, texts) WORD_##NAME,
#include "record/words.def"
    WORD_COUNT
};

// What one loop is doing.
struct loop {
    uint32_t handle;   // that runs; 0: none, or one that is not shown
    uint32_t task;     // whose step or wakeup it is, or 0
    const char *ended; // how that task has ended in this run; NULL: it has not
    bool ticked;       // a tick has begun and has no line yet
};

// One thing told, taken apart.
struct told {
    uint32_t subject;
    const int64_t *numbers;
    struct {
        const char *bytes;
        size_t length;
    } texts[TEXTS_MOST];
};

struct transcriber {
    int file, error;        // error: the first errno, after which nothing is written
    struct buf out;         // lines that are not yet in the file
    struct handles handles; // of all loops
    struct {
        struct loop *items;
        size_t count, capacity;
    } loops;
    struct {
        int64_t *items; // their addresses, by number; 0: a future
        size_t count, capacity;
    } tasks;
    struct {
        int64_t *items;
        size_t count, capacity;
    } rest;                // the beginning of a thing told whose end is still to come
    size_t loop;           // that tells
    uint32_t handle_count; // numbers given out
    uint64_t tick_count;
    int64_t start, time; // of loop time 0, and the last time told, on Python's clock
    struct {
        bool to_stderr;
        struct buf text; // what the program wrote, as long as it has no line's end
        int64_t time;    // of its first piece
    } held;
    int64_t shown_time; // the last that stands in a line
    char why[16];       // of the end
    off_t end_at;       // where the line of the end begins in the file; -1: it is not written
};

static struct loop *loop_of(struct transcriber *self) {
    return &self->loops.items[self->loop];
}

// Lines ------------------------------------------------------------------------------------------

static void begin_line(struct transcriber *self, const char *event) {
    buf_puts(&self->out, "{\"ev\":\"");
    buf_puts(&self->out, event);
    buf_putc(&self->out, '"');
}

static void put_key(struct transcriber *self, const char *key) {
    buf_puts(&self->out, ",\"");
    buf_puts(&self->out, key);
    buf_puts(&self->out, "\":");
}

static void put_number(struct transcriber *self, const char *key, uint64_t number) {
    put_key(self, key);
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    buf_put(&self->out, digits + at, sizeof digits - at);
}

static void put_word(struct transcriber *self, const char *key, const char *word) {
    put_key(self, key);
    buf_putc(&self->out, '"');
    buf_puts(&self->out, word);
    buf_putc(&self->out, '"');
}

static void put_text(struct transcriber *self, const char *key, const struct told *told, int at) {
    put_key(self, key);
    json_put_text(&self->out, told->texts[at].bytes, told->texts[at].length);
}

static void put_time(struct transcriber *self, const char *key, int64_t time) {
    put_key(self, key);
    json_put_seconds(&self->out, time - self->start);
}

static void finish(struct transcriber *self) {
    buf_puts(&self->out, "}\n");
}

// Time stands on a line where it has moved since the last that showed it.
static void finish_at(struct transcriber *self, int64_t time) {
    if (time != self->shown_time) {
        put_time(self, "t", time);
        self->shown_time = time;
    }
    finish(self);
}

static void finish_timed(struct transcriber *self) {
    finish_at(self, self->time);
}

// `print` writes its words one by one: what comes in a row makes one line of the trace.
static void release_held(struct transcriber *self) {
    if (self->held.text.length > 0) {
        begin_line(self, "out");
        put_key(self, "text");
        json_put_text(&self->out, self->held.text.data, self->held.text.length);
        put_word(self, "stream", self->held.to_stderr ? "stderr" : "stdout");
        finish_at(self, self->held.time);
        buf_clear(&self->held.text);
    }
}

static void begin(struct transcriber *self, const char *event) {
    release_held(self);
    begin_line(self, event);
}

// The clock of several threads' loops may be told out of order; a trace never goes back.
static void set_time(struct transcriber *self, int64_t time) {
    if (time > self->time) {
        self->time = time;
    }
}

// What a loop does -------------------------------------------------------------------------------

// The line of a tick comes with the first thing in it that is shown.
static void show_tick(struct transcriber *self) {
    struct loop *loop = loop_of(self);
    if (loop->ticked) {
        loop->ticked = false;
        begin(self, "tick");
        put_number(self, "n", self->tick_count);
        put_time(self, "t", self->time);
        self->shown_time = self->time;
        finish(self);
    }
}

// Control is back from the handle that ran, if one did.
static void give_back(struct transcriber *self) {
    struct loop *loop = loop_of(self);
    if (loop->handle != 0) {
        const char *task_why = loop->ended == NULL ? "await" : loop->ended;
        begin(self, "back");
        put_number(self, "h", loop->handle);
        put_word(self, "why", loop->task != 0 ? task_why : "call");
        finish_timed(self);
    }
    loop->handle = 0;
    loop->task = 0;
    loop->ended = NULL;
}

static void take_run(struct transcriber *self, const struct told *told) {
    give_back(self);
    struct handle *handle = handles_find(&self->handles, told->numbers[0]);
    if (handle == NULL || handle->number == 0) {
        return;
    }
    struct loop *loop = loop_of(self);
    show_tick(self);
    handle->has_run = true;
    loop->handle = handle->number;
    loop->task = handle->task;
    begin(self, "run");
    put_number(self, "h", handle->number);
    finish_timed(self);
}

static void take_tick(struct transcriber *self, const struct told *told) {
    give_back(self);
    set_time(self, told->numbers[0]);
    self->tick_count++;
    loop_of(self)->ticked = true;
}

static void take_pause(struct transcriber *self, const struct told *told) {
    set_time(self, told->numbers[0]);
    give_back(self);
}

static void take_loop(struct transcriber *self, const struct told *told) {
    while (self->loops.count <= told->subject) {
        *vec_push(&self->loops) = (struct loop){0};
    }
    self->loop = told->subject;
}

// Handles ----------------------------------------------------------------------------------------

// A task's handle has the task's address, which was put when the task was told of.
static void put_ready(struct transcriber *self, uint32_t task, const char *what) {
    if (task == 0) {
        return;
    }
    struct handle *handle = handles_put(&self->handles, self->tasks.items[task]);
    handle->number = ++self->handle_count;
    handle->task = task;
    begin(self, "ready");
    put_number(self, "h", handle->number);
    put_word(self, "what", what);
    put_number(self, "task", task);
    finish(self);
}

static void put_wait(struct transcriber *self, uint32_t task, uint64_t on) {
    begin(self, "wait");
    put_number(self, "task", task);
    if (on != 0) {
        put_number(self, "on", on);
    } else {
        put_key(self, "on");
        buf_puts(&self->out, "null");
    }
    finish(self);
}

static void take_step(struct transcriber *self, const struct told *told) {
    put_ready(self, told->subject, "step");
}

static void take_wakeup(struct transcriber *self, const struct told *told) {
    put_ready(self, told->subject, "wakeup");
}

static void take_again(struct transcriber *self, const struct told *told) {
    (void)told;
    uint32_t task = loop_of(self)->task;
    if (task != 0) {
        put_wait(self, task, 0);
        put_ready(self, task, "step");
    }
}

static void take_hide(struct transcriber *self, const struct told *told) {
    handles_put(&self->handles, told->numbers[0]);
}

static void put_callback(struct transcriber *self, const struct told *told) {
    put_word(self, "what", "call");
    if (told->subject != 0) {
        put_number(self, "task", told->subject);
    }
    if (told->texts[0].length != 0) {
        put_text(self, "name", told, 0);
    }
    if (told->texts[1].length != 0) {
        put_text(self, "lib", told, 1);
    }
    finish(self);
}

static void take_call(struct transcriber *self, const struct told *told) {
    struct handle *handle = handles_put(&self->handles, told->numbers[0]);
    handle->number = ++self->handle_count;
    begin(self, "ready");
    put_number(self, "h", handle->number);
    put_callback(self, told);
}

static void take_timer(struct transcriber *self, const struct told *told) {
    struct handle *handle = handles_put(&self->handles, told->numbers[0]);
    handle->number = ++self->handle_count;
    handle->is_timer = true;
    begin(self, "timer");
    put_number(self, "h", handle->number);
    put_time(self, "when", told->numbers[1]);
    put_callback(self, told);
}

static void take_due(struct transcriber *self, const struct told *told) {
    const struct handle *handle = handles_find(&self->handles, told->numbers[0]);
    if (handle != NULL && handle->is_timer) {
        show_tick(self);
        begin(self, "due");
        put_number(self, "h", handle->number);
        finish(self);
    }
}

// A reader or writer that is given up is no ready handle; its last one has run.
static void take_drop(struct transcriber *self, const struct told *told) {
    const struct handle *handle = handles_find(&self->handles, told->numbers[0]);
    if (handle != NULL && handle->number != 0 && (handle->is_timer || !handle->has_run)) {
        begin(self, "drop");
        put_number(self, "h", handle->number);
        finish(self);
    }
}

// Tasks and futures ------------------------------------------------------------------------------

static void take_task(struct transcriber *self, const struct told *told) {
    while (self->tasks.count <= told->subject) {
        *vec_push(&self->tasks) = 0;
    }
    self->tasks.items[told->subject] = told->numbers[0];
    begin(self, "task");
    put_number(self, "id", told->subject);
    put_text(self, "name", told, 0);
    put_text(self, "coro", told, 1);
    if (told->numbers[1] != 0) {
        put_number(self, "by", (uint64_t)told->numbers[1]);
    }
    finish(self);
}

static void take_future(struct transcriber *self, const struct told *told) {
    begin(self, "future");
    put_number(self, "id", told->subject);
    put_text(self, "kind", told, 0);
    finish(self);
}

static void take_wait(struct transcriber *self, const struct told *told) {
    put_wait(self, told->subject, (uint64_t)told->numbers[0]);
}

// How a task that ends in this way gives control back.
static const char *way_back(const struct told *told) {
    static const char *const ways[][2] = {{"result", "return"}, {"exception", "raise"}};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (strlen(ways[i][0]) == told->texts[0].length &&
            memcmp(ways[i][0], told->texts[0].bytes, told->texts[0].length) == 0) {
            return ways[i][1];
        }
    }
    return "cancelled";
}

static void take_done(struct transcriber *self, const struct told *told) {
    struct loop *loop = loop_of(self);
    if (loop->task == told->subject) {
        loop->ended = way_back(told);
    }
    begin(self, "done");
    put_number(self, "id", told->subject);
    put_text(self, "state", told, 0);
    put_text(self, "value", told, 1);
    finish(self);
}

static void take_cancel(struct transcriber *self, const struct told *told) {
    begin(self, "cancel");
    put_number(self, "id", told->subject);
    if (told->numbers[0] != 0) {
        put_number(self, "by", (uint64_t)told->numbers[0]);
    }
    finish(self);
}

static void take_rename(struct transcriber *self, const struct told *told) {
    begin(self, "rename");
    put_number(self, "id", told->subject);
    put_text(self, "name", told, 0);
    finish(self);
}

// Code -------------------------------------------------------------------------------------------

static void take_frame(struct transcriber *self, const struct told *told) {
    begin(self, "call");
    put_number(self, "frame", told->subject);
    put_text(self, "func", told, 0);
    put_number(self, "file", (uint64_t)told->numbers[0]);
    put_number(self, "line", (uint64_t)told->numbers[1]);
    if (loop_of(self)->task != 0) {
        put_number(self, "task", loop_of(self)->task);
    }
    if (told->numbers[2] != 0) {
        put_number(self, "in", (uint64_t)told->numbers[2]);
    }
    finish(self);
}

static void take_line(struct transcriber *self, const struct told *told) {
    begin(self, "line");
    put_number(self, "frame", told->subject);
    put_number(self, "line", (uint64_t)told->numbers[0]);
    finish(self);
}

static void take_set(struct transcriber *self, const struct told *told) {
    begin(self, "set");
    put_number(self, "frame", told->subject);
    put_text(self, "name", told, 0);
    put_text(self, "value", told, 1);
    finish(self);
}

static void put_leave(struct transcriber *self, const struct told *told, const char *event) {
    begin(self, event);
    put_number(self, "frame", told->subject);
    put_text(self, "value", told, 0);
    finish(self);
}

static void take_return(struct transcriber *self, const struct told *told) {
    put_leave(self, told, "return");
}

static void take_raise(struct transcriber *self, const struct told *told) {
    put_leave(self, told, "raise");
}

static void take_out(struct transcriber *self, const struct told *told) {
    const char *text = told->texts[0].bytes;
    size_t length = told->texts[0].length;
    bool to_stderr = told->subject != 0;
    if (self->held.to_stderr != to_stderr) {
        release_held(self);
    }
    set_time(self, told->numbers[0]);
    if (self->held.text.length == 0) {
        self->held.to_stderr = to_stderr;
        self->held.time = self->time;
    }
    buf_put(&self->held.text, text, length);
    if (length > 0 && text[length - 1] == '\n') {
        release_held(self);
    }
}

static void take_warn(struct transcriber *self, const struct told *told) {
    begin(self, "warn");
    put_text(self, "text", told, 0);
    if (told->texts[1].length != 0) {
        put_text(self, "category", told, 1);
    }
    finish(self);
}

// The file ---------------------------------------------------------------------------------------

static void write_out(struct transcriber *self) {
    release_held(self);
    const char *at = buf_text(&self->out);
    size_t left = self->out.length;
    while (left > 0 && self->error == 0) {
        ssize_t written = write(self->file, at, left);
        if (written > 0) {
            at += written;
            left -= (size_t)written;
        } else if (errno != EINTR) {
            self->error = errno == 0 ? EIO : errno;
        }
    }
    buf_clear(&self->out);
}

// More is told after the end was written: it was not the end.
static void take_back_end(struct transcriber *self) {
    if (self->end_at >= 0 && ftruncate(self->file, self->end_at) == 0) {
        lseek(self->file, self->end_at, SEEK_SET);
        self->end_at = -1;
    }
}

static void write_end(struct transcriber *self) {
    if (self->end_at < 0) {
        write_out(self);
        self->end_at = lseek(self->file, 0, SEEK_CUR);
        begin(self, "end");
        put_word(self, "why", self->why);
        finish(self);
        write_out(self);
    }
}

static void take_header(struct transcriber *self, const struct told *told) {
    self->start = self->time = self->shown_time = told->numbers[0];
    buf_put(&self->out, told->texts[0].bytes, told->texts[0].length);
    buf_putc(&self->out, '\n');
}

static void take_end(struct transcriber *self, const struct told *told) {
    size_t length = told->texts[0].length;
    if (length < sizeof self->why) {
        memcpy(self->why, told->texts[0].bytes, length);
        self->why[length] = '\0';
    }
    give_back(self);
}

static void take_sync(struct transcriber *self, const struct told *told) {
    (void)self;
    (void)told;
}

// Taking apart -----------------------------------------------------------------------------------

static const struct {
    uint8_t numbers, texts;
    void (*take)(struct transcriber *self, const struct told *told);
} words_told[WORD_COUNT] = {
    [WORD_RUN] = {1, 0, take_run},
#define WORD(NAME, name, numbers, texts) [WORD_##NAME] = {numbers, texts, take_##name},
#include "record/words.def"
};

// Finds the texts, which begin at [at]; gives where they end, or [count] + 1 if words are missing.
static size_t find_texts(struct told *told, int texts, const int64_t *words, size_t at,
                         size_t count) {
    for (int i = 0; i < texts; i++) {
        if (at >= count) {
            return count + 1;
        }
        size_t length = (size_t)words[at++];
        told->texts[i].bytes = (const char *)(words + at);
        told->texts[i].length = length;
        at += (length + sizeof *words - 1) / sizeof *words;
    }
    return at;
}

// Takes the first thing told; gives how many words it has, 0 if its end is still to come.
static size_t take_one(struct transcriber *self, const int64_t *words, size_t count,
                       enum word *kind) {
    struct told told = {.numbers = words + 1};
    uint64_t word = words[0] < 0 ? (uint64_t)-words[0] : 0;
    *kind = (enum word)(word & KIND_MASK);
    told.subject = (uint32_t)(word >> SUBJECT_SHIFT);
    assert(*kind < WORD_COUNT);
    size_t numbers = words_told[*kind].numbers;
    size_t end = find_texts(&told, words_told[*kind].texts, words, 1 + numbers, count);
    if (end > count) {
        return 0;
    }
    if (*kind == WORD_RUN) {
        set_time(self, words[0]);
    }
    take_back_end(self);
    words_told[*kind].take(self, &told);
    return end;
}

bool transcriber_take(struct transcriber *self, const int64_t *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        *vec_push(&self->rest) = words[i];
    }
    bool wants_answer = false;
    size_t at = 0, length;
    enum word kind;
    while (at < self->rest.count &&
           (length = take_one(self, self->rest.items + at, self->rest.count - at, &kind)) > 0) {
        wants_answer = kind == WORD_SYNC;
        at += length;
    }
    self->rest.count -= at;
    memmove(self->rest.items, self->rest.items + at, self->rest.count * sizeof *words);
    write_out(self);
    if (wants_answer && lseek(self->file, 0, SEEK_CUR) >= 0) {
        write_end(self);
    }
    return wants_answer;
}

struct transcriber *transcriber_new(int file) {
    struct transcriber *self = mem_zalloc(1, sizeof *self);
    self->file = file;
    self->end_at = -1;
    strcpy(self->why, "interrupted");
    *vec_push(&self->loops) = (struct loop){0};
    return self;
}

int transcriber_error(const struct transcriber *self) {
    return self->error;
}

void transcriber_close(struct transcriber *self) {
    give_back(self);
    write_end(self);
    buf_free(&self->out);
    buf_free(&self->held.text);
    handles_free(&self->handles);
    vec_free(&self->loops);
    vec_free(&self->tasks);
    vec_free(&self->rest);
    mem_free(self);
}
