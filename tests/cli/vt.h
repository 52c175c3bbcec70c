// A terminal for tests: it takes what a program writes and knows what then stands on the screen.
//
//     struct vt vt = {.width = 100, .height = 30};
//     vt_write(&vt, bytes, length);
//     vt_text(&vt, &text);
//
// It understands as much of xterm as curses uses: moving, erasing, inserting, scrolling, repeating,
// and the modes of which it remembers whether they are on. Characters may have two columns.
#ifndef TESTS_CLI_VT_H
#define TESTS_CLI_VT_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

#define VT_MOST 200

struct vt {
    int width, height;
    int x, y;
    int top, bottom;                  // of the part that scrolls; bottom 0: all of the screen
    uint32_t cells[VT_MOST][VT_MOST]; // by row; 0: a space, UINT32_MAX: the half of a wide one
    uint32_t last;                    // the character written last, for repeating
    char pending[256];                // an escape sequence or character not yet complete
    size_t pending_length;
    bool other_screen, hidden_cursor, mouse; // modes that are on
    int colors;                              // how often a colour was asked for
};

static inline int vt_least(int a, int b) {
    return a < b ? a : b;
}

static inline void vt_clear(struct vt *vt, int y, int from, int to) {
    for (int x = from < 0 ? 0 : from; x < to && x < vt->width; x++) {
        vt->cells[y][x] = 0;
    }
}

static inline int vt_bottom(const struct vt *vt) {
    return vt->bottom > 0 ? vt->bottom : vt->height - 1;
}

// Moves the rows from [from] to the bottom of the part that scrolls, up (+) or down (-).
static inline void vt_scroll(struct vt *vt, int from, int by) {
    int bottom = vt_bottom(vt);
    for (int i = 0; i < (by < 0 ? -by : by); i++) {
        size_t size = (size_t)(bottom - from) * sizeof vt->cells[0];
        if (by > 0) {
            memmove(vt->cells[from], vt->cells[from + 1], size);
            vt_clear(vt, bottom, 0, vt->width);
        } else {
            memmove(vt->cells[from + 1], vt->cells[from], size);
            vt_clear(vt, from, 0, vt->width);
        }
    }
}

static inline void vt_feed(struct vt *vt) {
    if (vt->y == vt_bottom(vt)) {
        vt_scroll(vt, vt->top, +1);
    } else if (vt->y + 1 < vt->height) {
        vt->y++;
    }
}

static inline void vt_put(struct vt *vt, uint32_t rune) {
    int width = utf8_width(rune);
    if (width == 0) {
        return;
    }
    if (vt->x + width > vt->width) {
        vt->x = 0;
        vt_feed(vt);
    }
    vt->cells[vt->y][vt->x] = rune;
    if (width == 2) {
        vt->cells[vt->y][vt->x + 1] = UINT32_MAX;
    }
    vt->x += width;
    vt->last = rune;
}

static inline void vt_shift(struct vt *vt, int by) {
    uint32_t *row = vt->cells[vt->y];
    for (int i = 0; i < (by < 0 ? -by : by); i++) {
        size_t size = (size_t)(vt->width - vt->x - 1) * sizeof *row;
        if (by > 0) {
            memmove(row + vt->x + 1, row + vt->x, size);
            row[vt->x] = 0;
        } else {
            memmove(row + vt->x, row + vt->x + 1, size);
            row[vt->width - 1] = 0;
        }
    }
}

static inline void vt_erase(struct vt *vt, char final, int mode) {
    vt_clear(vt, vt->y, mode == 0 ? vt->x : 0, mode == 1 ? vt->x + 1 : vt->width);
    for (int y = 0; final == 'J' && y < vt->height; y++) {
        if (mode == 2 || (mode == 0 && y > vt->y) || (mode == 1 && y < vt->y)) {
            vt_clear(vt, y, 0, vt->width);
        }
    }
}

static inline void vt_mode(struct vt *vt, int number, bool on) {
    if (number == 1049) {
        vt->other_screen = on;
    } else if (number == 25) {
        vt->hidden_cursor = !on;
    } else if (number == 1000 || number == 1006) {
        vt->mouse = on;
    }
}

static inline void vt_modes(struct vt *vt, const char *numbers, bool on) {
    while (*numbers != '\0') {
        vt_mode(vt, atoi(numbers), on);
        numbers += strspn(numbers, "0123456789");
        numbers += *numbers == ';';
    }
}

static inline void vt_move(struct vt *vt, char final, int n, int m) {
    int count = n == 0 ? 1 : n;
    switch (final) {
    case 'A':
        vt->y -= count;
        break;
    case 'B':
        vt->y += count;
        break;
    case 'C':
        vt->x += count;
        break;
    case 'D':
        vt->x -= count;
        break;
    case 'G':
        vt->x = count - 1;
        break;
    case 'd':
        vt->y = count - 1;
        break;
    default: // 'H'
        vt->y = count - 1;
        vt->x = m == 0 ? 0 : m - 1;
    }
    vt->x = vt->x < 0 ? 0 : vt_least(vt->x, vt->width - 1);
    vt->y = vt->y < 0 ? 0 : vt_least(vt->y, vt->height - 1);
}

// An escape sequence "ESC [ numbers final".
static inline void vt_control(struct vt *vt, const char *numbers, char final) {
    int n = atoi(numbers), count = n == 0 ? 1 : n;
    const char *second = strchr(numbers, ';');
    int m = second == NULL ? 0 : atoi(second + 1);
    if (numbers[0] == '?') {
        vt_modes(vt, numbers + 1, final == 'h');
    } else if (final == 'J' || final == 'K') {
        vt_erase(vt, final, n);
    } else if (final == 'X') {
        vt_clear(vt, vt->y, vt->x, vt->x + count);
    } else if (final == '@' || final == 'P') {
        vt_shift(vt, final == '@' ? count : -count);
    } else if (final == 'L' || final == 'M') {
        vt_scroll(vt, vt->y, final == 'M' ? count : -count);
    } else if (final == 'S' || final == 'T') {
        vt_scroll(vt, vt->top, final == 'S' ? count : -count);
    } else if (final == 'b') {
        for (int i = 0; i < count; i++) {
            vt_put(vt, vt->last);
        }
    } else if (final == 'r') {
        vt->top = n == 0 ? 0 : n - 1;
        vt->bottom = m == 0 ? 0 : m - 1;
        vt->x = vt->y = 0;
    } else if (final == 'm') {
        vt->colors += strstr(numbers, "3") != NULL && strcmp(numbers, "23") != 0 &&
                      strcmp(numbers, "39;49") != 0;
    } else if (strchr("ABCDGHd", final) != NULL) {
        vt_move(vt, final, n, m);
    }
}

// Takes what is pending if it is complete.
static inline bool vt_take_escape(struct vt *vt) {
    char *text = vt->pending;
    size_t length = vt->pending_length;
    char final = text[length - 1];
    if (length < 2) {
        return false;
    }
    if (text[1] == '[') {
        if (length < 3 || final < '@') {
            return false;
        }
        text[length - 1] = '\0';
        vt_control(vt, text + 2, final);
        return true;
    }
    if (text[1] == ']') { // a title, up to BEL
        return final == '\a';
    }
    if (text[1] == '(' || text[1] == ')') {
        return length == 3;
    }
    if (text[1] == 'M' && vt->y == vt->top) {
        vt_scroll(vt, vt->top, -1);
    } else if (text[1] == 'M') {
        vt->y--;
    }
    return true;
}

static inline bool vt_take_pending(struct vt *vt) {
    unsigned char first = (unsigned char)vt->pending[0];
    size_t needed = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    uint32_t rune;
    if (first == 27) {
        return vt_take_escape(vt);
    }
    if (vt->pending_length < needed) {
        return false;
    }
    utf8_decode(vt->pending, vt->pending_length, &rune);
    vt_put(vt, rune);
    return true;
}

static inline void vt_write(struct vt *vt, const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (vt->pending_length > 0 || byte == 27 || byte >= 0x80) {
            vt->pending[vt->pending_length++] = (char)byte;
            if (vt_take_pending(vt) || vt->pending_length == sizeof vt->pending) {
                vt->pending_length = 0;
            }
        } else if (byte == '\r') {
            vt->x = 0;
        } else if (byte == '\n') {
            vt_feed(vt);
        } else if (byte == '\b') {
            vt->x -= vt->x > 0;
        } else if (byte >= ' ') {
            vt_put(vt, byte);
        }
    }
}

// Appends the rows as lines of text, without trailing spaces.
static inline void vt_text(const struct vt *vt, struct buf *out) {
    for (int y = 0; y < vt->height; y++) {
        size_t begin = out->length;
        for (int x = 0; x < vt->width; x++) {
            char bytes[4];
            uint32_t rune = vt->cells[y][x];
            if (rune != UINT32_MAX) {
                buf_put(out, bytes, utf8_encode(rune == 0 ? ' ' : rune, bytes));
            }
        }
        while (out->length > begin && out->data[out->length - 1] == ' ') {
            out->data[--out->length] = '\0';
        }
        buf_putc(out, '\n');
    }
}

#endif
