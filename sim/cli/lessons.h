// The lessons: folders NN-name with program.py and the notes in English and Chinese.
#ifndef CLI_LESSONS_H
#define CLI_LESSONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "view/notes.h"

struct lesson {
    char *name;    // "04-create-task"
    char *program; // path of program.py
    struct notes notes;
};

struct lessons {
    struct lesson *items; // by number
    size_t count, capacity;
};

// Reads all lessons in one language, from the source tree or from where they were installed. False
// with a sentence in [diag].
bool lessons_read(struct lessons *lessons, bool chinese, struct diag *diag);
void lessons_free(struct lessons *lessons);

// The lesson called [name]: its folder's name, its number ("4") or the name behind it; or NULL.
const struct lesson *lessons_find(const struct lessons *lessons, const char *name);

#endif
