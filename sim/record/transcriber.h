// The lines of a trace, from what the recorder inside a real Python tells (words.def).
//
//     struct transcriber *transcriber = transcriber_new(file);
//     transcriber_take(transcriber, words, count);   // as they come; may end inside a thing told
//     transcriber_close(transcriber);
//
// What was taken is in the file when transcriber_take returns. Handles get their numbers here, and
// what need not be told is found here: when a handle gave control back and why, that a task made a
// bare yield, which ticks are worth a line.
#ifndef RECORD_TRANSCRIBER_H
#define RECORD_TRANSCRIBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct transcriber;

// Writes to the open file descriptor [file], which stays the caller's.
struct transcriber *transcriber_new(int file);

// Takes the next [count] words. True if an answer is wanted: then the file is whole, with its end.
bool transcriber_take(struct transcriber *transcriber, const int64_t *words, size_t count);

// Returns 0, or the errno with which writing failed first; from then on nothing is written.
int transcriber_error(const struct transcriber *transcriber);

// Writes the end of the run (`interrupted` if none was told) and gives everything back.
void transcriber_close(struct transcriber *transcriber);

#endif
