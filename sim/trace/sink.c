#include "trace/sink.h"

static void put_tick(struct sink *sink, const struct event *event) {
    sink_tick(sink, event->number, event->time);
}

static struct sink_handle handle_of(const struct event *event) {
    return (struct sink_handle){event->id, (enum event_what)event->choice, event->task, event->name,
                                event->lib};
}

static void put_ready(struct sink *sink, const struct event *event) {
    sink_ready(sink, handle_of(event));
}

static void put_timer(struct sink *sink, const struct event *event) {
    sink_timer(sink, handle_of(event), event->when);
}

static void put_due(struct sink *sink, const struct event *event) {
    sink_due(sink, event->id);
}

static void put_drop(struct sink *sink, const struct event *event) {
    sink_drop(sink, event->id);
}

static void put_run(struct sink *sink, const struct event *event) {
    sink_run(sink, event->id);
}

static void put_back(struct sink *sink, const struct event *event) {
    sink_back(sink, event->id, (enum event_back)event->choice);
}

static void put_end(struct sink *sink, const struct event *event) {
    sink_end(sink, (enum event_end)event->choice);
}

static void put_task(struct sink *sink, const struct event *event) {
    sink_task(sink, event->id, event->name, event->text, event->other);
}

static void put_future(struct sink *sink, const struct event *event) {
    sink_future(sink, event->id, event->text);
}

static void put_wait(struct sink *sink, const struct event *event) {
    sink_wait(sink, event->id, event->other);
}

static void put_done(struct sink *sink, const struct event *event) {
    sink_done(sink, event->id, (enum event_state)event->choice, (enum event_value)event->value_kind,
              event->value);
}

static void put_cancel(struct sink *sink, const struct event *event) {
    sink_cancel(sink, event->id, event->other);
}

static void put_rename(struct sink *sink, const struct event *event) {
    sink_rename(sink, event->id, event->name);
}

static void put_call(struct sink *sink, const struct event *event) {
    tape_call(sink->tape, event->id, (uint16_t)event->file, event->text, event->line, event->other,
              event->task);
}

static void put_line(struct sink *sink, const struct event *event) {
    if (event->line <= UINT16_MAX) {
        tape_line(sink->tape, event->id, (uint16_t)event->line);
    } else {
        *tape_append(sink->tape, TAPE_LINE, 1, 0, event->id) = event->line;
    }
}

static void put_set(struct sink *sink, const struct event *event) {
    unsigned kind = TAPE_SET_INT + event->value_kind - (unsigned)EVENT_VALUE_INT;
    tape_set(sink->tape, (enum tape_kind)kind, event->id, event->name, event->value);
}

static void put_return(struct sink *sink, const struct event *event) {
    unsigned kind = TAPE_RETURN_INT + event->value_kind - (unsigned)EVENT_VALUE_INT;
    tape_return(sink->tape, (enum tape_kind)kind, event->id, event->value);
}

static void put_raise(struct sink *sink, const struct event *event) {
    tape_raise(sink->tape, event->id, (uint32_t)event->value);
}

static void put_out(struct sink *sink, const struct event *event) {
    sink_out(sink, (enum event_stream)event->choice, event->text);
}

static void put_warn(struct sink *sink, const struct event *event) {
    sink_warn(sink, event->text, event->name);
}

static void (*const putters[EVENT_KIND_COUNT])(struct sink *, const struct event *) = {
    [EVENT_TICK] = put_tick,     [EVENT_READY] = put_ready,   [EVENT_TIMER] = put_timer,
    [EVENT_DUE] = put_due,       [EVENT_DROP] = put_drop,     [EVENT_RUN] = put_run,
    [EVENT_BACK] = put_back,     [EVENT_END] = put_end,       [EVENT_TASK] = put_task,
    [EVENT_FUTURE] = put_future, [EVENT_WAIT] = put_wait,     [EVENT_DONE] = put_done,
    [EVENT_CANCEL] = put_cancel, [EVENT_RENAME] = put_rename, [EVENT_CALL] = put_call,
    [EVENT_LINE] = put_line,     [EVENT_SET] = put_set,       [EVENT_RETURN] = put_return,
    [EVENT_RAISE] = put_raise,   [EVENT_OUT] = put_out,       [EVENT_WARN] = put_warn,
};

void sink_event(struct sink *sink, const struct event *event) {
    if (sink->tape == NULL) {
        return;
    }
    if (event->has_time && event->kind != EVENT_TICK) {
        sink_time(sink, event->time);
    }
    putters[event->kind](sink, event);
}
