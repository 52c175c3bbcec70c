// JSON as traces hold it: the one place that knows jansson, and texts the other way.
#ifndef TRACE_JSON_H
#define TRACE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

#define JSON_WHY_SIZE 160

struct json_t; // a JSON value

// Understands one line of [length] bytes, which must be a JSON object. Returns it, to be given back
// with json_give_back; NULL with the reason in [why] if it is not one.
struct json_t *json_read_object(const char *line, size_t length, char why[JSON_WHY_SIZE]);
void json_give_back(struct json_t *object);

// Returns the value of [key], which belongs to [object]; NULL if there is none, or no object.
const struct json_t *json_key(const struct json_t *object, const char *key);

// Is there no value, or null?
bool json_is_nothing(const struct json_t *value);

// Is it a number, and which?
bool json_get_number(const struct json_t *value, double *number);

// Returns the text that it is, with its bytes in [*length] unless that is NULL; NULL if it is none.
const char *json_get_text(const struct json_t *value, size_t *length);

// Is it a list, and of how many? Returns item number [index], which must be there.
bool json_get_list(const struct json_t *value, size_t *count);
const struct json_t *json_item(const struct json_t *list, size_t index);

// Appends [length] bytes of text as a JSON string. What is not a character becomes U+FFFD.
void json_put_text(struct buf *out, const char *text, size_t length);

// Appends nanoseconds as seconds: 0.0, 1.5.
void json_put_seconds(struct buf *out, int64_t nanoseconds);

#endif
