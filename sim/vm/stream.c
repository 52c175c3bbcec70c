// The type of sys.stdout and kin. Nothing is buffered here: what is written goes to the host.
// Reading is stream_read.c's.
#include "vm/stream.h"

#include "vm/builtin.h"
#include "vm/encoding.h"
#include "vm/int.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/native.h"
#include "vm/raise.h"
#include "vm/str.h"
#include "vm/stream_read.h"
#include "vm/vm.h"

static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};

static int number_of(struct value v) {
    return ((struct stream *)value_to_object(v))->number;
}

struct value stream_new(struct vm *vm, int number) {
    struct stream *stream = object_new(vm, builtin(vm, BUILTIN_stream), sizeof *stream);
    if (stream == NULL) {
        return VALUE_ERROR;
    }
    stream->number = number;
    stream->waiting = (struct buf){0};
    return value_object(stream);
}

bool stream_is(struct vm *vm, struct value v) {
    return value_is_exactly(v, builtin(vm, BUILTIN_stream));
}

// Lone surrogates begin with this byte and have their second byte from 0xA0 on.
static bool has_surrogates(const struct str *text) {
    const char *end = text->text + text->length;
    for (const char *at = text->text;
         text->count < text->length && (at = memchr(at, 0xED, (size_t)(end - at))) != NULL; at++) {
        if ((unsigned char)at[1] >= 0xA0) {
            return true;
        }
    }
    return false;
}

// Writes what cannot be encoded as stdout and stderr do: an error, or with backslashes.
static bool write_encoded(struct vm *vm, int number, struct str *text) {
    struct encoding how = {ENCODING_UTF8, "utf-8", number == 2 ? "backslashreplace" : "strict"};
    struct value bytes = encoding_encode(vm, &how, value_object(text));
    if (value_is_error(bytes)) {
        return false;
    }
    vm_write(vm, number, bytes_of(bytes)->data, bytes_of(bytes)->length);
    value_drop(vm, bytes);
    return true;
}

bool stream_write(struct vm *vm, struct value stream, struct str *text) {
    int number = number_of(stream);
    if (number == 0) {
        raise_error(vm, EXCEPTION_OSError, "not writable");
        return false;
    }
    if (has_surrogates(text)) {
        return write_encoded(vm, number, text);
    }
    vm_write(vm, number, text->text, text->length);
    return true;
}

static struct value repr(struct vm *vm, struct value self) {
    int number = number_of(self);
    return str_format(vm, "<_io.TextIOWrapper name='%s' mode='%s' encoding='utf-8'>", names[number],
                      number == 0 ? "r" : "w");
}

static struct value write_method(struct vm *vm, struct value self, const struct call *call) {
    struct value text;
    if (!native_args(vm, call, "write", "o", &text)) {
        return VALUE_ERROR;
    }
    if (!str_is(text)) {
        return raise_error(vm, EXCEPTION_TypeError, "write() argument must be str, not %s",
                           value_type(vm, text)->name);
    }
    return stream_write(vm, self, str_of(text)) ? value_small(str_of(text)->count) : VALUE_ERROR;
}

static struct value writelines(struct vm *vm, struct value self, const struct call *call) {
    struct value lines;
    if (!native_args(vm, call, "writelines", "o", &lines)) {
        return VALUE_ERROR;
    }
    struct value list = list_from(vm, lines);
    bool done = !value_is_error(list);
    for (size_t i = 0; done && i < list_of(list)->count; i++) {
        struct value written = vm_call_method(vm, self, "write", &list_of(list)->items[i], 1);
        done = !value_is_error(written);
        value_drop(vm, written);
    }
    value_drop(vm, list);
    return done ? VALUE_NONE : VALUE_ERROR;
}

static struct value flush(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return native_args(vm, call, "flush", "") ? VALUE_NONE : VALUE_ERROR;
}

static struct value isatty(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return native_args(vm, call, "isatty", "") ? VALUE_FALSE : VALUE_ERROR;
}

static struct value fileno_method(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "fileno", "") ? value_small(number_of(self)) : VALUE_ERROR;
}

static struct value writable(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "writable", "") ? value_bool(number_of(self) != 0) : VALUE_ERROR;
}

static struct value readable(struct vm *vm, struct value self, const struct call *call) {
    return native_args(vm, call, "readable", "") ? value_bool(number_of(self) == 0) : VALUE_ERROR;
}

static struct value seekable(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    return native_args(vm, call, "seekable", "") ? VALUE_FALSE : VALUE_ERROR;
}

// Takes any options: a stream here is always UTF-8 and unbuffered.
static struct value reconfigure(struct vm *vm, struct value self, const struct call *call) {
    (void)self;
    struct call positional = {call->args, call->count, 0, NULL};
    return native_count(vm, &positional, "reconfigure", 0, 0) ? VALUE_NONE : VALUE_ERROR;
}

static struct value get_name(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return str_from(vm, names[number_of(self)]);
}

static struct value get_mode(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return str_from(vm, number_of(self) == 0 ? "r" : "w");
}

static struct value get_encoding(struct vm *vm, struct value self, const struct call *call) {
    (void)self, (void)call;
    return str_from(vm, "utf-8");
}

static struct value get_errors(struct vm *vm, struct value self, const struct call *call) {
    (void)call;
    return str_from(vm, number_of(self) == 2 ? "backslashreplace" : "strict");
}

static struct value get_closed(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)self, (void)call;
    return VALUE_FALSE;
}

static struct value get_line_buffering(struct vm *vm, struct value self, const struct call *call) {
    (void)vm, (void)call;
    return value_bool(number_of(self) == 2);
}

static const struct native methods[] = {
    {"write", write_method, NATIVE_PLAIN, NULL},
    {"writelines", writelines, NATIVE_PLAIN, NULL},
    {"flush", flush, NATIVE_PLAIN, NULL},
    {"isatty", isatty, NATIVE_PLAIN, NULL},
    {"fileno", fileno_method, NATIVE_PLAIN, NULL},
    {"writable", writable, NATIVE_PLAIN, NULL},
    {"readable", readable, NATIVE_PLAIN, NULL},
    {"seekable", seekable, NATIVE_PLAIN, NULL},
    {"reconfigure", reconfigure, NATIVE_PLAIN, NULL},
    {"read", stream_read, NATIVE_PLAIN, NULL},
    {"readline", stream_readline, NATIVE_PLAIN, NULL},
    {"readlines", stream_readlines, NATIVE_PLAIN, NULL},
    {"name", get_name, NATIVE_GETTER, NULL},
    {"mode", get_mode, NATIVE_GETTER, NULL},
    {"encoding", get_encoding, NATIVE_GETTER, NULL},
    {"errors", get_errors, NATIVE_GETTER, NULL},
    {"closed", get_closed, NATIVE_GETTER, NULL},
    {"line_buffering", get_line_buffering, NATIVE_GETTER, NULL},
    {NULL, NULL, NATIVE_PLAIN, NULL},
};

static void free_stream(struct vm *vm, struct object *object) {
    (void)vm;
    buf_free(&((struct stream *)object)->waiting);
}

bool stream_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct stream);
    type->repr = repr;
    type->iter = iterator_itself;
    type->next = stream_next;
    type->free = free_stream;
    return type_ready(vm, type, methods);
}
