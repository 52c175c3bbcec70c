// A history: a table of records that knows how each record stood at any earlier moment.
//
//     struct history *tasks = history_new(sizeof(struct task));
//     struct task *task = history_edit(tasks, 7);   // the record as it stands, to be changed
//     history_keep(tasks);                           // an epoch ends: what it changed is kept
//     history_go(tasks, 0);                          // back to how all stood at the beginning
//
// Time is counted in epochs. Within an epoch, changes are made to copies that are "edits"; at its
// end they become versions, each with the number of the epoch that begins with it. So memory grows
// by the records that an epoch touches, not by its changes and not by all records; and going to
// any epoch costs nothing: a record is looked for among its versions when it is next read. The
// versions of one record are chained backwards, with a second link that skips (Myers, "An
// applicative random-access stack", 1983), so a search takes logarithmic time.
//
// A record that was never edited reads as zeros.
#ifndef TRACE_HISTORY_H
#define TRACE_HISTORY_H

#include <stddef.h>
#include <stdint.h>

struct history;

// Returns an empty table of records of [size] bytes, in epoch 0, owned by the caller;
// history_free(NULL) is fine.
struct history *history_new(size_t size);
void history_free(struct history *history);

// Returns record number [id] as it stands; valid until the next history_keep or _go.
const void *history_read(const struct history *history, uint32_t id);

// Returns record number [id] to be changed; valid until the next history_keep or _go.
void *history_edit(struct history *history, uint32_t id);

// Ends the newest epoch, which must be the present one: the next begins as things stand now.
void history_keep(struct history *history);

// Makes all records stand as when [epoch] began, which must have been reached before. Edits that
// were not kept are lost.
void history_go(struct history *history, uint32_t epoch);

// Returns the bytes that the table holds.
size_t history_bytes(const struct history *history);

#endif
