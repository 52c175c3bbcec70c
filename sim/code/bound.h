// Which loads of locals surely find a value: those need no check, and can be fused.
#ifndef CODE_BOUND_H
#define CODE_BOUND_H

#include "code/unit.h"

// Sets [bound] of every LOAD_LOCAL whose slot holds a value on every way to it. Only the first 64
// slots are looked at; functions with more locals are rare and merely a little slower.
void bound_find(struct unit *unit);

#endif
