// The text of a lesson: what to look for, each piece from its moment of the trace on.
//
// A file of notes is Markdown. Its first line is the title, `# …`. A line `@ POSITION` begins a
// piece that is shown from that moment on, until another one's has come (notes_moments.h):
//
//     @ start            the beginning
//     @ line 7           line 7 is about to run for the first time; `line 7 #2`: the second time
//     @ back 2           a task has given control back to the loop for the second time in the run
//     @ tick 3, @ time 1.5, @ out 2, @ event 40
//     @ end              the run is over
//
// With `, model notes` or `, model cpython` behind it a piece is shown in that account alone.
// What stands before the first of them is the introduction, shown in the menu and at the start.
#ifndef VIEW_NOTES_H
#define VIEW_NOTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"

enum notes_at {
    NOTES_START,
    NOTES_LINE,
    NOTES_BACK,
    NOTES_TICK,
    NOTES_TIME,
    NOTES_OUT,
    NOTES_EVENT,
    NOTES_END
};

struct notes_piece {
    enum notes_at at;
    uint32_t number;   // of the line, back, tick, output, event
    uint32_t times;    // LINE: the how-manieth time, from 1
    int64_t time;      // TIME: nanoseconds
    const char *model; // the account that it is for; NULL: any
    const char *text;  // Markdown, in the notes' own memory
    size_t length;
};

struct notes {
    char *title;
    char *text; // owned; the pieces point into it
    struct {
        struct notes_piece *items;
        size_t count, capacity;
    } pieces;
};

// Reads notes from [text], which it copies. False with a sentence in [diag].
bool notes_read(struct notes *notes, const char *text, size_t length, struct diag *diag);
void notes_free(struct notes *notes);

#endif
