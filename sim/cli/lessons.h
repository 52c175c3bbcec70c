// The lessons: folders NN-name with program.py and the notes in English and Chinese.
#ifndef CLI_LESSONS_H
#define CLI_LESSONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "view/notes.h"

struct lesson {
    char *name;            // "04-create-task"
    char *program;         // path of program.py
    struct notes notes[2]; // in English and in Chinese
};

struct lessons {
    struct lesson *items; // by number
    size_t count, capacity;
};

// Reads all lessons, from the source tree or from where they were installed. False with a sentence
// in [diag]; lessons_free is then due all the same.
bool lessons_read(struct lessons *lessons, struct diag *diag);
void lessons_free(struct lessons *lessons);

// The lesson called [name]: its folder's name, its number ("4") or the name behind it; or NULL.
const struct lesson *lessons_find(const struct lessons *lessons, const char *name);

#endif
