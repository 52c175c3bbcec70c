#include "trace/json.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>

#include "base/utf8.h"

#define NANOSECONDS 1000000000

json_t *json_read_object(const char *line, size_t length, char why[JSON_WHY_SIZE]) {
    // Numbers too large for an integer are no reason to refuse a key that nobody asks for.
    size_t flags = JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL;
    json_error_t error;
    json_t *object = json_loadb(line, length, flags, &error);
    if (object == NULL) {
        snprintf(why, JSON_WHY_SIZE, "it is not JSON: %.120s", error.text);
        return NULL;
    }
    if (!json_is_object(object)) {
        snprintf(why, JSON_WHY_SIZE, "it is not a JSON object");
        json_decref(object);
        return NULL;
    }
    return object;
}

void json_give_back(struct json_t *object) {
    json_decref(object);
}

const struct json_t *json_key(const struct json_t *object, const char *key) {
    return json_object_get(object, key);
}

bool json_is_nothing(const struct json_t *value) {
    return value == NULL || json_is_null(value);
}

bool json_get_number(const struct json_t *value, double *number) {
    *number = json_real_value(value);
    return value != NULL && json_is_real(value);
}

const char *json_get_text(const struct json_t *value, size_t *length) {
    if (length != NULL) {
        *length = json_string_length(value);
    }
    return json_string_value(value);
}

bool json_get_list(const struct json_t *value, size_t *count) {
    *count = json_array_size(value);
    return value != NULL && json_is_array(value);
}

const struct json_t *json_item(const struct json_t *list, size_t index) {
    return json_array_get(list, index);
}

static const char *short_escape(uint32_t rune) {
    switch (rune) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return NULL;
    }
}

// Appends a character that does not stand for itself: escapes, control characters, no characters.
static void put_odd(struct buf *out, uint32_t rune) {
    const char *escape = short_escape(rune);
    if (escape != NULL) {
        buf_puts(out, escape);
    } else if (rune >= 0xD800 && rune <= 0xDFFF) {
        buf_puts(out, "\xEF\xBF\xBD");
    } else {
        buf_printf(out, "\\u%04x", (unsigned)rune);
    }
}

static bool is_odd(uint32_t rune) {
    return rune < 0x20 || rune == '"' || rune == '\\' || (rune >= 0x7F && rune <= 0x9F) ||
           (rune >= 0xD800 && rune <= 0xDFFF);
}

void json_put_text(struct buf *out, const char *text, size_t length) {
    buf_putc(out, '"');
    size_t begin = 0; // of what stands for itself and is not yet put
    for (size_t i = 0; i < length;) {
        uint32_t rune = (unsigned char)text[i];
        size_t bytes = rune < 0x80 ? 1 : utf8_decode(text + i, length - i, &rune);
        bool is_broken = rune == 0xFFFD && bytes == 1;
        if (is_odd(rune) || is_broken) {
            buf_put(out, text + begin, i - begin);
            put_odd(out, is_broken ? 0xD800 : rune);
            begin = i + bytes;
        }
        i += bytes;
    }
    buf_put(out, text + begin, length - begin);
    buf_putc(out, '"');
}

void json_put_seconds(struct buf *out, int64_t nanoseconds) {
    char text[40];
    int64_t rest = nanoseconds % NANOSECONDS;
    int length = snprintf(text, sizeof text, "%" PRId64 ".%09" PRId64, nanoseconds / NANOSECONDS,
                          rest < 0 ? -rest : rest);
    while (text[length - 1] == '0' && text[length - 2] != '.') {
        length--;
    }
    if (nanoseconds < 0 && nanoseconds > -NANOSECONDS) {
        buf_putc(out, '-');
    }
    buf_put(out, text, (size_t)length);
}
