// The gamma function and its logarithm, by Lanczos' approximation as CPython takes it, so that the
// results agree to the last bit.
#ifndef VM_GAMMA_H
#define VM_GAMMA_H

#include <stdbool.h>

// The gamma function. False where it is not defined: at 0 and the negative integers, and -inf;
// [*out] is then NaN. An overflow gives an infinity.
bool gamma_function(double x, double *out);

// The logarithm of its magnitude; an infinity where it is not defined.
double gamma_log(double x);

#endif
