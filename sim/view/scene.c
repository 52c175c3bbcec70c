// What the panes draw from, and words and names that several of them show.
#include "view/pane.h"

// The position ---------------------------------------------------------------------------------

static bool is_code(enum event_kind kind) {
    return kind >= EVENT_CALL && kind <= EVENT_WARN;
}

// Between handles control is with the loop, but before and after a loop runs it is with the
// program's own code. Only events of code tell the two apart.
static enum control control_of(const struct scene *scene) {
    const struct state *state = scene->state;
    struct event last;
    if (state->position == 0) {
        return CONTROL_NOT_YET;
    }
    if (state->ended) {
        return CONTROL_OVER;
    }
    if (state->handle != 0) {
        return CONTROL_HANDLE;
    }
    log_read(scene->log, state->position - 1, &last);
    bool outside = state->tick == 0 || is_code((enum event_kind)last.kind);
    return outside ? CONTROL_OUTSIDE : CONTROL_LOOP;
}

// Where the last line ran, for when none does.
static void find_last_line(struct scene *scene) {
    struct log_search search = {.kinds = 1u << EVENT_LINE};
    struct event event;
    struct state_frame frame;
    uint64_t k = log_find_back(scene->log, scene->state->position, &search);
    if (k != LOG_NONE && log_read(scene->log, k, &event) &&
        state_frame(scene->state, event.id, &frame)) {
        scene->file = frame.file;
        scene->around = event.line;
    }
}

// Is [frame] one of what has control now? Below a callback lies the code that runs the loop, whose
// line is not the one that runs.
static bool is_current(const struct scene *scene, const struct state_frame *frame) {
    if (frame->ended || scene->control == CONTROL_LOOP || scene->control == CONTROL_OVER) {
        return false;
    }
    if (scene->control == CONTROL_OUTSIDE || scene->state->task != 0) {
        return true;
    }
    struct log_search search = {.kinds = 1u << EVENT_RUN};
    return frame->born > log_find_back(scene->log, scene->state->position, &search);
}

// The task that had control last, while the loop has it; 0: a callback had.
static uint32_t last_task(const struct scene *scene) {
    struct log_search search = {.kinds = 1u << EVENT_RUN};
    struct event event;
    struct state_handle handle;
    uint64_t k = log_find_back(scene->log, scene->state->position, &search);
    bool found = k != LOG_NONE && log_read(scene->log, k, &event) &&
                 state_handle(scene->state, event.id, &handle);
    return found && handle.what != WHAT_CALL ? handle.task : 0;
}

// Finds who has control, and the line about to run or that runs.
static void find_line(struct scene *scene) {
    struct state_frame frame;
    bool known = state_frame(scene->state, scene->state->frame, &frame);
    scene->control = control_of(scene);
    scene->task = scene->control == CONTROL_LOOP ? last_task(scene) : scene->state->task;
    if (known && is_current(scene, &frame)) {
        scene->frame = frame.id;
        scene->file = frame.file;
        scene->line = scene->around = frame.line;
    } else {
        find_last_line(scene);
    }
}

struct scene scene_make(struct view *view) {
    struct scene scene = {
        .view = view,
        .header = view->options.recording.header,
        .log = view->options.recording.log,
        .chinese = view->options.chinese,
        .scroll = view->scroll,
    };
    if (view->moments != NULL) {
        scene.piece = notes_moments_at(view->moments, view->replay, view->position);
    }
    scene.state = replay_seek(view->replay, view->position);
    find_line(&scene);
    return scene;
}

// Words and names ------------------------------------------------------------------------------

const char *word(const struct scene *scene, enum word which) {
    static const char *const words[WORD_COUNT][2] = {
#define WORD(identifier, english, chinese) {english, chinese},
#include "view/words.def"
#undef WORD
    };
    return words[which][scene->chinese ? 1 : 0];
}

void scene_put_text(const struct scene *scene, struct buf *out, uint32_t text) {
    char space[LOG_VALUE_SPACE];
    size_t length;
    const char *bytes = log_text(scene->log, text, space, &length);
    buf_put(out, bytes, length);
}

void scene_put_value(const struct scene *scene, struct buf *out, enum event_value kind,
                     uint64_t value) {
    char space[LOG_VALUE_SPACE];
    size_t length;
    const char *bytes = log_value(scene->log, kind, value, space, &length);
    buf_put(out, bytes, length);
}

void scene_put_task(const struct scene *scene, struct buf *out, uint32_t id) {
    struct state_task task;
    if (!state_task(scene->state, id, &task)) {
        buf_printf(out, "#%u", (unsigned)id);
    } else if (task.is_task) {
        scene_put_text(scene, out, task.name);
    } else {
        scene_put_text(scene, out, task.kind);
        buf_printf(out, " #%u", (unsigned)id);
    }
}

bool scene_has_run(const struct scene *scene, uint32_t task) {
    uint64_t edges[2] = {0, scene->state->position};
    state_lane_cell lives;
    state_lane(scene->state, task, edges, 1, &lives);
    return (lives & 1u << LIFE_RUNNING) != 0;
}

// What a task will do with its turn.
static void put_turn(const struct scene *scene, struct buf *out,
                     const struct state_handle *handle) {
    struct state_task task;
    state_task(scene->state, handle->task, &task);
    if (handle->life == HANDLE_RUNNING) {
        buf_puts(out, "  ");
        scene_put_text(scene, out, task.coro);
    } else if (handle->what == WHAT_WAKEUP && task.on != 0) {
        buf_puts(out, "  ");
        scene_put_task(scene, out, task.on);
        buf_printf(out, " %s", word(scene, WORD_IS_DONE));
    } else {
        bool again = scene_has_run(scene, handle->task);
        buf_printf(out, "  %s", word(scene, again ? WORD_GOES_ON : WORD_BEGINS));
    }
    if (task.cancels > 0 && handle->life != HANDLE_RUNNING) {
        buf_printf(out, ", %s", word(scene, WORD_CANCEL_ASKED));
    }
}

void scene_put_handle(const struct scene *scene, struct buf *out, uint32_t id) {
    struct state_handle handle;
    if (!state_handle(scene->state, id, &handle)) {
        return;
    }
    if (handle.what != WHAT_CALL && handle.task != 0) {
        scene_put_task(scene, out, handle.task);
        put_turn(scene, out, &handle);
        return;
    }
    if (handle.name != 0) {
        scene_put_text(scene, out, handle.name);
        buf_puts(out, "()");
    } else {
        buf_puts(out, "asyncio: ");
        scene_put_text(scene, out, handle.lib);
    }
    if (handle.task != 0) {
        buf_puts(out, " (");
        scene_put_task(scene, out, handle.task);
        buf_puts(out, ")");
    }
}

// Milliseconds are enough for most; what is finer is shown in full.
void scene_put_seconds(struct buf *out, int64_t nanoseconds) {
    int64_t rest = nanoseconds % 1000000000;
    int64_t seconds = nanoseconds / 1000000000;
    if (rest % 1000000 == 0) {
        buf_printf(out, "%lld.%03lld", (long long)seconds, (long long)(rest / 1000000));
    } else {
        buf_printf(out, "%lld.%09lld", (long long)seconds, (long long)rest);
    }
}

static const struct {
    char letter;
    enum word word;
    enum style style;
} lives[LIFE_COUNT] = {
    [LIFE_PENDING] = {' ', WORD_PENDING, STYLE_DIM},
    [LIFE_READY] = {'r', WORD_READY, STYLE_READY},
    [LIFE_RUNNING] = {'R', WORD_RUNNING, STYLE_RUNNING},
    [LIFE_SLEEPING] = {'s', WORD_SLEEPING, STYLE_SLEEPING},
    [LIFE_WAITING] = {'w', WORD_WAITING, STYLE_WAITING},
    [LIFE_DONE] = {'d', WORD_DONE, STYLE_DONE},
};

char life_letter(enum state_life life) {
    return lives[life].letter;
}

enum word life_word(enum state_life life) {
    return lives[life].word;
}

enum style life_style(enum state_life life) {
    return lives[life].style;
}
