#include "view/notes.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"

// Understands what stands behind `@ `; false if it is none of the forms.
static bool read_moment(const char *text, struct notes_piece *piece) {
    static const struct {
        const char *name;
        enum notes_at at;
    } forms[] = {{"line ", NOTES_LINE}, {"back ", NOTES_BACK},   {"tick ", NOTES_TICK},
                 {"out ", NOTES_OUT},   {"event ", NOTES_EVENT}, {"time ", NOTES_TIME}};
    if (strcmp(text, "start") == 0 || strcmp(text, "end") == 0) {
        piece->at = text[0] == 's' ? NOTES_START : NOTES_END;
        return true;
    }
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        size_t length = strlen(forms[i].name);
        if (strncmp(text, forms[i].name, length) != 0) {
            continue;
        }
        char *end;
        double number = strtod(text + length, &end);
        piece->at = forms[i].at;
        piece->time = (int64_t)(number * 1e9 + 0.5);
        piece->number = (uint32_t)number;
        piece->times = 1;
        if (piece->at == NOTES_LINE && strncmp(end, " #", 2) == 0) {
            piece->times = (uint32_t)strtoul(end + 2, &end, 10);
        }
        return number >= 0 && number < 1e9 && piece->times > 0 && *end == '\0';
    }
    return false;
}

static void trim(struct notes_piece *piece) {
    while (piece->length > 0 && piece->text[0] == '\n') {
        piece->text++;
        piece->length--;
    }
    while (piece->length > 0 && piece->text[piece->length - 1] == '\n') {
        piece->length--;
    }
}

// Cuts `, model …` off the line; false if that is no model.
static bool read_model(char *line, struct notes_piece *piece) {
    static const char before[] = ", model ";
    char *found = strstr(line, before);
    if (found == NULL) {
        return true;
    }
    *found = '\0';
    piece->model = found + sizeof before - 1;
    return strcmp(piece->model, "notes") == 0 || strcmp(piece->model, "cpython") == 0;
}

// Begins a piece at the line `@ …`, which is null-terminated by now.
static bool begin_piece(struct notes *notes, char *line, const char *after, struct diag *diag) {
    struct notes_piece piece = {.text = after};
    if (!read_model(line, &piece) || !read_moment(line + 2, &piece)) {
        diag_set(diag, DIAG_FILE,
                 "\"%s\" names no moment: write @ start, line 7, back 2, tick 3, time 1.5, out 2, "
                 "event 40 or end",
                 line);
        return false;
    }
    *vec_push(&notes->pieces) = piece;
    return true;
}

bool notes_read(struct notes *notes, const char *text, size_t length, struct diag *diag) {
    *notes = (struct notes){.text = mem_copy_text(text, length)};
    char *at = notes->text, *end = at + length;
    *vec_push(&notes->pieces) = (struct notes_piece){.at = NOTES_START, .text = at};
    while (at < end) {
        char *newline = memchr(at, '\n', (size_t)(end - at));
        char *stop = newline == NULL ? end : newline;
        char *next = newline == NULL ? end : newline + 1;
        if (at == notes->text && strncmp(at, "# ", 2) == 0) {
            notes->title = mem_copy_text(at + 2, (size_t)(stop - at - 2));
            vec_last(&notes->pieces).text = next;
        } else if (strncmp(at, "@ ", 2) == 0) {
            vec_last(&notes->pieces).length = (size_t)(at - vec_last(&notes->pieces).text);
            *stop = '\0';
            if (!begin_piece(notes, at, next, diag)) {
                return false;
            }
        }
        at = next;
    }
    vec_last(&notes->pieces).length = (size_t)(end - vec_last(&notes->pieces).text);
    for (size_t i = 0; i < notes->pieces.count; i++) {
        trim(&notes->pieces.items[i]);
    }
    return true;
}

void notes_free(struct notes *notes) {
    mem_free(notes->title);
    mem_free(notes->text);
    vec_free(&notes->pieces);
    *notes = (struct notes){0};
}
