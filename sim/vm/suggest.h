// "Did you mean": the name that a wrong name is most like, by CPython's measure.
//
//     struct suggestion suggestion = suggestion_for("lenght");
//     suggestion_consider(&suggestion, "length");  // … each name that would do
//     suggestion.best                              // "length", or NULL
#ifndef VM_SUGGEST_H
#define VM_SUGGEST_H

#include <stddef.h>

struct suggestion {
    const char *wrong, *best; // not owned
    size_t best_distance;     // of [best]
};

// Begins a search for what [wrong] may have meant.
struct suggestion suggestion_for(const char *wrong);

// Looks at one candidate; of equally good ones the first stays. [name] must outlive the search.
void suggestion_consider(struct suggestion *suggestion, const char *name);

#endif
