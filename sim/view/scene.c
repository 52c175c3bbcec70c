// Words and names that several panes show.
#include "view/pane.h"

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

void scene_put_handle(const struct scene *scene, struct buf *out, uint32_t id) {
    struct state_handle handle;
    if (!state_handle(scene->state, id, &handle)) {
        return;
    }
    if (handle.what != WHAT_CALL) {
        scene_put_task(scene, out, handle.task);
        buf_printf(out, " (%s)",
                   word(scene, handle.what == WHAT_STEP ? WORD_STEP_FIRST : WORD_STEP_WAKEUP));
        return;
    }
    if (handle.name != 0) {
        scene_put_text(scene, out, handle.name);
        buf_puts(out, "()");
    } else {
        scene_put_text(scene, out, handle.lib);
    }
    if (handle.task != 0) {
        buf_puts(out, " — ");
        scene_put_task(scene, out, handle.task);
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

char life_letter(enum state_life life) {
    static const char letters[LIFE_COUNT] = {
        [LIFE_PENDING] = ' ',  [LIFE_READY] = 'r',   [LIFE_RUNNING] = 'R',
        [LIFE_SLEEPING] = 's', [LIFE_WAITING] = 'w', [LIFE_DONE] = 'd',
    };
    return letters[life];
}

enum style life_style(enum state_life life) {
    static const enum style styles[LIFE_COUNT] = {
        [LIFE_PENDING] = STYLE_DIM,     [LIFE_READY] = STYLE_READY,
        [LIFE_RUNNING] = STYLE_RUNNING, [LIFE_SLEEPING] = STYLE_SLEEPING,
        [LIFE_WAITING] = STYLE_WAITING, [LIFE_DONE] = STYLE_DONE,
    };
    return styles[life];
}
