// The Mersenne Twister MT19937, the generator of Python's module random.
//
//     struct mersenne generator;
//     mersenne_seed(&generator, key, 1);
//     double number = mersenne_double(&generator);
#ifndef VM_MERSENNE_H
#define VM_MERSENNE_H

#include <stddef.h>
#include <stdint.h>

#define MERSENNE_WORDS 624

struct mersenne {
    uint32_t words[MERSENNE_WORDS];
    uint32_t at; // of the word to be used next; MERSENNE_WORDS: new ones must be made first
};

// Seeds it with [count] > 0 words.
void mersenne_seed(struct mersenne *generator, const uint32_t *key, size_t count);

// The next 32 random bits.
uint32_t mersenne_word(struct mersenne *generator);

// The next number of at most 64 bits: takes a word for each 32 bits, the lower ones first.
uint64_t mersenne_bits(struct mersenne *generator, int bits);

// The next number from 0 up to 1, of 53 bits.
double mersenne_double(struct mersenne *generator);

#endif
