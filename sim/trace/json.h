// JSON as traces hold it: the one place that knows jansson, and texts the other way.
#ifndef TRACE_JSON_H
#define TRACE_JSON_H

#include <jansson.h>

#include "base/buf.h"

#define JSON_WHY_SIZE 160

// Understands one line of [length] bytes, which must be a JSON object. Returns it, to be given back
// with json_decref; NULL with the reason in [why] if it is not one. All numbers are reals.
json_t *json_read_object(const char *line, size_t length, char why[JSON_WHY_SIZE]);

// Appends [length] bytes of text as a JSON string. What is not a character becomes U+FFFD.
void json_put_text(struct buf *out, const char *text, size_t length);

// Appends nanoseconds as seconds: 0.0, 1.5.
void json_put_seconds(struct buf *out, int64_t nanoseconds);

#endif
