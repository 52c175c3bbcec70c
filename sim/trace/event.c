#include "trace/event.h"

const char *const event_what_names[] = {"step", "wakeup", "call", NULL};
const char *const event_back_names[] = {"await", "return", "raise", "cancelled", "call", NULL};
const char *const event_state_names[] = {"result", "exception", "cancelled", NULL};
const char *const event_end_names[] = {"finished", "error",       "deadlock",
                                       "limit",    "interrupted", NULL};
const char *const event_stream_names[] = {"stdout", "stderr", NULL};
const char *const trace_detail_names[] = {"schedule", "lines", "values", NULL};

const struct event_shape event_shapes[EVENT_KIND_COUNT] = {
#define KEY(name, type, field)                                                                     \
    { name, EVENT_TYPE_##type, false, offsetof(struct event, field) }
#define MAY(name, type, field)                                                                     \
    { name, EVENT_TYPE_##type, true, offsetof(struct event, field) }
#define EVENT(kind, name, ...) [EVENT_##kind] = {name, {__VA_ARGS__}},
#include "trace/event.def"
};

const char *const *event_choices(enum event_type type) {
    switch (type) {
    case EVENT_TYPE_WHAT:
        return event_what_names;
    case EVENT_TYPE_BACK:
        return event_back_names;
    case EVENT_TYPE_STATE:
        return event_state_names;
    case EVENT_TYPE_END:
        return event_end_names;
    case EVENT_TYPE_STREAM:
        return event_stream_names;
    case EVENT_TYPE_COUNT:
    case EVENT_TYPE_TIME:
    case EVENT_TYPE_HANDLE:
    case EVENT_TYPE_HANDLE_NEW:
    case EVENT_TYPE_TASK:
    case EVENT_TYPE_TASK_NEW:
    case EVENT_TYPE_TASK_OR_NULL:
    case EVENT_TYPE_FRAME:
    case EVENT_TYPE_FRAME_NEW:
    case EVENT_TYPE_FILE:
    case EVENT_TYPE_LINE:
    case EVENT_TYPE_TEXT:
    case EVENT_TYPE_VALUE:
        break;
    }
    return NULL;
}
