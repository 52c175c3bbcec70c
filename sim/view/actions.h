// What keys do to a view: one small function an action, found by its row of keys.def.
#ifndef VIEW_ACTIONS_H
#define VIEW_ACTIONS_H

#include "view/view.h"

#define VIEW_AHEAD       2048 // events that are produced beyond the cursor
#define VIEW_SPEED_START 2    // index into the pauses between steps of playing

// Makes the log hold what is needed around [position].
void view_produce(struct view *view, uint64_t position);

#endif
