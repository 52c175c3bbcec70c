// The text of a float: the shortest decimal that reads back as the same number, as Python's repr
// gives it. Used by the machine and by whoever shows recorded values.
//
//     char text[NUMBER_FLOAT_SIZE];
//     size_t length = number_float_repr(0.1 + 0.2, text); // "0.30000000000000004"
//
// How: a number with few digits behind the point is found by multiplying with powers of ten, which
// is exact while both sides are integers below 2**53. All others are printed by the C library with
// 15, 16 and 17 digits, of which the first text that reads back as the number is the shortest.
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#define NUMBER_FLOAT_SIZE 32

// A finite number as digits: 0.DIGITS times ten to the power [point], so that 1.5 is "15", 1.
struct number_digits {
    char digits[24]; // no leading or trailing zeros but for zero itself, which is "0"; terminated
    int count;       // how many
    int point;       // where the decimal point stands, counted from the first digit
    bool negative;
};

// Writes repr([number]) to [out], terminated; returns its length. Infinities and NaNs are "inf",
// "-inf" and "nan".
size_t number_float_repr(double number, char out[NUMBER_FLOAT_SIZE]);

// Gives the shortest digits of [number], which must be finite.
void number_shortest(double number, struct number_digits *out);

// Writes [magnitude], finite and not negative, with so many [decimals], as printf's %.*f would, to
// [out]; returns the length. 0 if it is not one of the numbers for which there is a quick way.
size_t number_fixed(double magnitude, int decimals, char out[NUMBER_FLOAT_SIZE]);

// Gives the number that this text reads as: [*out]. False as above.
bool number_round(double magnitude, int decimals, double *out);

#endif
