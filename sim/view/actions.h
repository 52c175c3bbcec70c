// What keys do to a view.
#ifndef VIEW_ACTIONS_H
#define VIEW_ACTIONS_H

#include "view/view.h"

#define ACTIONS_SPEED_START 2 // how fast playing is at first: number of its pause, slowest first

// Does what the key means; nothing if it means nothing.
enum view_result actions_do(struct view *view, int key);

// Takes a key while a position is typed.
void actions_type(struct view *view, int key);

// Milliseconds between the steps of playing, and how many speeds there are.
int actions_pause(const struct view *view);
int actions_speeds(void);

#endif
