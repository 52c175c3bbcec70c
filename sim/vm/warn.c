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

void warn_at(struct vm *vm, const char *category, const char *text, const char *path, int line) {
    const struct frame *frame = frame_current(vm, 0);
    if (path == NULL) {
        path = frame == NULL ? "<sys>" : frame->loaded->code->file;
        line = frame == NULL ? 0 : frame_line(frame);
    }
    struct buf out = {0};
    buf_printf(&out, "%s:%d: %s: %s\n", path, line, category, text);
    put_line(vm, path, line, &out);
    vm_write(vm, 2, buf_text(&out), out.length);
    buf_free(&out);
    const struct vm_host *host = &vm->options.host;
    if (host->warned != NULL) {
        host->warned(host->self, category, text);
    }
}
