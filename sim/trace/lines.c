#include "trace/lines.h"

#include <string.h>

enum lines_result lines_next(struct lines *lines) {
    buf_clear(&lines->line);
    for (;;) {
        const char *begin = lines->block + lines->next;
        size_t left = lines->end - lines->next;
        const char *feed = left == 0 ? NULL : memchr(begin, '\n', left);
        size_t length = feed == NULL ? left : (size_t)(feed - begin);
        if (lines->line.length + length > LINES_LONGEST) {
            return LINES_TOO_LONG;
        }
        buf_put(&lines->line, begin, length);
        lines->next += length + (feed != NULL);
        if (feed != NULL) {
            return LINES_MORE;
        }
        lines->next = 0;
        lines->end = fread(lines->block, 1, sizeof lines->block, lines->file);
        if (lines->end == 0 && ferror(lines->file)) {
            return LINES_FAILED;
        }
        if (lines->end == 0) {
            return lines->line.length == 0 ? LINES_END : LINES_CUT;
        }
    }
}
