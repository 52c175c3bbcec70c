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
