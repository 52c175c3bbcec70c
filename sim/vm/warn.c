// A warning is two lines on stderr: what and where, and the source line.
#include "vm/warn.h"

#include <string.h>

#include "base/buf.h"
#include "vm/files.h"
#include "vm/frame.h"
#include "vm/state.h"

static void put_line(const struct vm *vm, const char *path, int line, struct buf *out) {
    const char *text;
    size_t length;
    if (!files_line(vm, path, line, &text, &length)) {
        return;
    }
    size_t indent = 0;
    while (indent < length && strchr(" \t\f", text[indent]) != NULL) {
        indent++;
    }
    while (length > indent && strchr(" \t\f\r", text[length - 1]) != NULL) {
        length--;
    }
    if (length > indent) {
        buf_puts(out, "  ");
        buf_put(out, text + indent, length - indent);
        buf_putc(out, '\n');
    }
}

// A warning is shown once for each place and text, as by CPython's default filter.
static bool is_first(struct vm *vm, const char *path, int line, const char *category,
                     const char *text) {
    struct buf key = {0};
    buf_printf(&key, "%s:%d: %s: %s", path, line, category, text);
    uint32_t known = names_count(vm->names);
    names_get(vm->names, buf_text(&key), key.length);
    buf_free(&key);
    return names_count(vm->names) > known;
}

// What runs without Python code, such as the loop, stands at the place that the host told.
static void find_place(const struct vm *vm, const char **path, int *line) {
    const struct frame *frame = vm->frame;
    if (frame != NULL) {
        *path = frame->loaded->code->file;
        *line = frame_line(frame);
    } else {
        *path = vm->place.path == NULL ? "<sys>" : vm->place.path;
        *line = vm->place.line;
    }
}

bool warn_at(struct vm *vm, const char *category, const char *text, const char *path, int line) {
    bool is_here = path == NULL;
    if (is_here) {
        find_place(vm, &path, &line);
    }
    if (!is_first(vm, path, line, category, text)) {
        return false;
    }
    struct buf out = {0};
    buf_printf(&out, "%s:%d: %s: %s\n", path, line, category, text);
    if (is_here && vm->frame == NULL && vm->place.text != NULL) {
        buf_printf(&out, "  %s\n", vm->place.text);
    } else {
        put_line(vm, path, line, &out);
    }
    vm_write(vm, 2, buf_text(&out), out.length);
    buf_free(&out);
    const struct vm_host *host = &vm->options.host;
    if (host->warned != NULL) {
        host->warned(host->self, category, text);
    }
    return true;
}

void vm_set_place(struct vm *vm, const char *path, int line, const char *text) {
    vm->place = (struct vm_place){path, line, text};
}
