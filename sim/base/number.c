#include "base/number.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Integers with at most this many digits are doubles exactly, and so are these powers of ten.
#define EXACT_DIGITS 15
#define EXACT_LIMIT  1e15

static const double powers[EXACT_DIGITS + 1] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

// Puts the decimal digits of [integer], not 0, without its trailing zeros; [decimals] of them stand
// behind the point.
static void put_integer(uint64_t integer, int decimals, struct number_digits *out) {
    while (integer % 10 == 0) {
        integer /= 10;
        decimals--;
    }
    char reversed[24];
    int count = 0;
    for (; integer != 0; integer /= 10) {
        reversed[count++] = (char)('0' + integer % 10);
    }
    for (int i = 0; i < count; i++) {
        out->digits[i] = reversed[count - 1 - i];
    }
    out->digits[count] = '\0';
    out->count = count;
    out->point = count - decimals;
}

// The quick way: false if [magnitude] has too many digits for it.
static bool put_few_decimals(double magnitude, struct number_digits *out) {
    for (int decimals = 0; decimals <= EXACT_DIGITS; decimals++) {
        double scaled = nearbyint(magnitude * powers[decimals]);
        if (scaled >= EXACT_LIMIT) {
            return false;
        }
        // A quotient of two exact integers is rounded once, just as reading the text would round.
        if (scaled != 0 && scaled / powers[decimals] == magnitude) {
            put_integer((uint64_t)scaled, decimals, out);
            return true;
        }
    }
    return false;
}

// Turns "d.ddde-xx" into digits and point.
static void take_scientific(const char *text, struct number_digits *out) {
    out->count = 0;
    for (; *text != 'e'; text++) {
        if (*text != '.') {
            out->digits[out->count++] = *text;
        }
    }
    while (out->count > 1 && out->digits[out->count - 1] == '0') {
        out->count--;
    }
    out->digits[out->count] = '\0';
    out->point = atoi(text + 1) + 1;
}

// Below a power of two doubles stand closer than above it: there the text nearest to the number
// can miss it while the next one up reads back as it. Tries that one.
static bool round_up_reads_back(char *text, double magnitude) {
    char *last = strchr(text, 'e') - 1;
    if (*last == '9') {
        return false; // No power of two needs the carry.
    }
    ++*last;
    return strtod(text, NULL) == magnitude;
}

static void put_shortest(double magnitude, struct number_digits *out) {
    char text[40];
    int exponent;
    bool power_of_two = frexp(magnitude, &exponent) == 0.5;
    // Fifteen digits say all that shorter texts say, except where doubles thin out to a few bits.
    int digits = magnitude < 1e-290 ? 1 : EXACT_DIGITS;
    for (; digits < 17; digits++) {
        snprintf(text, sizeof text, "%.*e", digits - 1, magnitude);
        if (strtod(text, NULL) == magnitude ||
            (power_of_two && round_up_reads_back(text, magnitude))) {
            take_scientific(text, out);
            return;
        }
    }
    snprintf(text, sizeof text, "%.16e", magnitude);
    take_scientific(text, out);
}

void number_shortest(double number, struct number_digits *out) {
    double magnitude = fabs(number);
    out->negative = signbit(number);
    if (magnitude == 0) {
        memcpy(out->digits, "0", 2);
        out->count = out->point = 1;
    } else if (!put_few_decimals(magnitude, out)) {
        put_shortest(magnitude, out);
    }
}

// "1e+16", "1.5e-05"
static char *write_scientific(const struct number_digits *number, char *out) {
    *out++ = number->digits[0];
    if (number->count > 1) {
        *out++ = '.';
        memcpy(out, number->digits + 1, (size_t)number->count - 1);
        out += number->count - 1;
    }
    return out + sprintf(out, "e%+03d", number->point - 1);
}

// "150.0", "0.00015"
static char *write_plain(const struct number_digits *number, char *out) {
    int at = number->point < 1 ? number->point - 1 : 0;
    int end = number->count > number->point ? number->count : number->point + 1;
    for (; at < end; at++) {
        if (at == number->point) {
            *out++ = '.';
        }
        *out++ = at < 0 || at >= number->count ? '0' : number->digits[at];
    }
    return out;
}

size_t number_float_repr(double number, char out[NUMBER_FLOAT_SIZE]) {
    if (!isfinite(number)) {
        strcpy(out, isnan(number) ? "nan" : number < 0 ? "-inf" : "inf");
        return strlen(out);
    }
    struct number_digits digits;
    number_shortest(number, &digits);
    char *at = out;
    if (digits.negative) {
        *at++ = '-';
    }
    bool plain = digits.point > -4 && digits.point <= 16;
    at = plain ? write_plain(&digits, at) : write_scientific(&digits, at);
    *at = '\0';
    return (size_t)(at - out);
}

// The nearest integer to [magnitude] times ten to the power [decimals]. What the product lost by
// rounding is known exactly; where it leaves a doubt about the half, as in a tie, this gives up.
static bool scale(double magnitude, int decimals, double *out) {
    if (decimals < 0 || decimals > EXACT_DIGITS || magnitude * powers[decimals] >= EXACT_LIMIT) {
        return false;
    }
    *out = nearbyint(magnitude * powers[decimals]);
    return fabs(fma(magnitude, powers[decimals], -*out)) < 0.4999;
}

bool number_round(double magnitude, int decimals, double *out) {
    double scaled;
    if (!scale(magnitude, decimals, &scaled)) {
        return false;
    }
    *out = scaled / powers[decimals];
    return true;
}

size_t number_fixed(double magnitude, int decimals, char out[NUMBER_FLOAT_SIZE]) {
    double scaled;
    if (!scale(magnitude, decimals, &scaled)) {
        return 0;
    }
    uint64_t integer = (uint64_t)scaled;
    char reversed[NUMBER_FLOAT_SIZE];
    int count = 0;
    for (; integer != 0 || count <= decimals; integer /= 10) {
        reversed[count++] = (char)('0' + integer % 10);
    }
    char *at = out;
    while (count > 0) {
        *at++ = reversed[--count];
        if (count == decimals && count > 0) {
            *at++ = '.';
        }
    }
    *at = '\0';
    return (size_t)(at - out);
}
