// The measure is the number of edits: 2 for a letter that is added, left out or another one, 1 for
// one in the other case. A name is like another if that is at most a third of both lengths.
#include "vm/suggest.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#define EDIT_COST 2
#define CASE_COST 1
#define NAME_MOST 40 // longer names are not compared

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

static size_t replace_cost(char a, char b) {
    if (a == b) {
        return 0;
    }
    return tolower((unsigned char)a) == tolower((unsigned char)b) ? CASE_COST : EDIT_COST;
}

static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length) {
    size_t row[NAME_MOST + 1];
    for (size_t j = 0; j <= b_length; j++) {
        row[j] = j * EDIT_COST;
    }
    for (size_t i = 1; i <= a_length; i++) {
        size_t diagonal = row[0];
        row[0] = i * EDIT_COST;
        for (size_t j = 1; j <= b_length; j++) {
            size_t replaced = diagonal + replace_cost(a[i - 1], b[j - 1]);
            diagonal = row[j];
            row[j] = least(replaced, least(row[j], row[j - 1]) + EDIT_COST);
        }
    }
    return row[b_length];
}

struct suggestion suggestion_for(const char *wrong) {
    return (struct suggestion){.wrong = wrong, .best_distance = SIZE_MAX};
}

void suggestion_consider(struct suggestion *suggestion, const char *name) {
    size_t wrong_length = strlen(suggestion->wrong);
    size_t length = strlen(name);
    if (wrong_length > NAME_MOST || length > NAME_MOST || strcmp(name, suggestion->wrong) == 0) {
        return;
    }
    size_t most = (length + wrong_length + 3) * EDIT_COST / 6;
    size_t edits = distance(suggestion->wrong, wrong_length, name, length);
    if (edits <= most && edits < suggestion->best_distance) {
        suggestion->best = name;
        suggestion->best_distance = edits;
    }
}
