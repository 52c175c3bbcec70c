// Ctrl-C while a program runs without a screen: the first asks the run to end, so that what was
// recorded can still be written; a second one ends the process, as it does to anybody.
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

#include <stdbool.h>

// From now on the next Ctrl-C is only noted. Where the process ignores it, it stays ignored.
void interrupt_expect(void);

// Has it come?
bool interrupt_came(void);

// From now on Ctrl-C ends the process again.
void interrupt_forget(void);

#endif
