// The moments of a lesson's notes: from which position on each piece is shown.
//
//     struct notes_moments *moments = notes_moments_new(notes, "cpython");
//     const struct notes_piece *piece = notes_moments_at(moments, replay, position);
//     notes_moments_free(moments);
//
// A moment is looked for once: what was searched in a growing log is not searched again.
#ifndef VIEW_NOTES_MOMENTS_H
#define VIEW_NOTES_MOMENTS_H

#include "trace/replay.h"
#include "view/notes.h"

struct notes_moments;

// Returns the moments of [notes] in a run told by the account [model], none of them found yet;
// owned by the caller. Both must live longer. notes_moments_free(NULL) is fine.
struct notes_moments *notes_moments_new(const struct notes *notes, const char *model);
void notes_moments_free(struct notes_moments *moments);

// Returns the piece for [position]: the one whose moment came last; NULL if none has. It may move
// the replay, which must be of the same log each time.
const struct notes_piece *notes_moments_at(struct notes_moments *moments, struct replay *replay,
                                           uint64_t position);

// Returns the position from which piece number [index] is shown; REPLAY_NONE if its moment is not
// in what the log holds by now, or it is for the other account.
uint64_t notes_moments_of(struct notes_moments *moments, struct replay *replay, size_t index);

#endif
