#include "vm/mersenne.h"

#define SHIFT 397 // how far apart the words are that are combined

static void seed_simply(struct mersenne *generator, uint32_t seed) {
    uint32_t *words = generator->words;
    words[0] = seed;
    for (uint32_t i = 1; i < MERSENNE_WORDS; i++) {
        words[i] = 1812433253u * (words[i - 1] ^ words[i - 1] >> 30) + i;
    }
    generator->at = MERSENNE_WORDS;
}

// The word before [i], mixed, which each step of seeding adds to its own.
static uint32_t mixed(const uint32_t *words, size_t i, uint32_t factor) {
    return (words[i - 1] ^ words[i - 1] >> 30) * factor;
}

// The word after [i]; at the end the last word is carried over to the first.
static size_t next_place(uint32_t *words, size_t i) {
    if (++i < MERSENNE_WORDS) {
        return i;
    }
    words[0] = words[MERSENNE_WORDS - 1];
    return 1;
}

void mersenne_seed(struct mersenne *generator, const uint32_t *key, size_t count) {
    uint32_t *words = generator->words;
    size_t i = 1;
    seed_simply(generator, 19650218u);
    size_t steps = count > MERSENNE_WORDS ? count : MERSENNE_WORDS;
    for (size_t step = 0; step < steps; step++) {
        size_t j = step % count;
        words[i] = (words[i] ^ mixed(words, i, 1664525u)) + key[j] + (uint32_t)j;
        i = next_place(words, i);
    }
    for (size_t step = 1; step < MERSENNE_WORDS; step++) {
        words[i] = (words[i] ^ mixed(words, i, 1566083941u)) - (uint32_t)i;
        i = next_place(words, i);
    }
    words[0] = 0x80000000u;
}

static void make_words(struct mersenne *generator) {
    uint32_t *words = generator->words;
    for (size_t i = 0; i < MERSENNE_WORDS; i++) {
        uint32_t next = words[(i + 1) % MERSENNE_WORDS];
        uint32_t joined = (words[i] & 0x80000000u) | (next & 0x7fffffffu);
        uint32_t twist = (joined & 1) != 0 ? 0x9908b0dfu : 0;
        words[i] = words[(i + SHIFT) % MERSENNE_WORDS] ^ joined >> 1 ^ twist;
    }
    generator->at = 0;
}

uint32_t mersenne_word(struct mersenne *generator) {
    if (generator->at >= MERSENNE_WORDS) {
        make_words(generator);
    }
    uint32_t word = generator->words[generator->at++];
    word ^= word >> 11;
    word ^= word << 7 & 0x9d2c5680u;
    word ^= word << 15 & 0xefc60000u;
    return word ^ word >> 18;
}

uint64_t mersenne_bits(struct mersenne *generator, int bits) {
    if (bits <= 32) {
        return bits == 0 ? 0 : mersenne_word(generator) >> (32 - bits);
    }
    uint64_t low = mersenne_word(generator);
    return low | (uint64_t)(mersenne_word(generator) >> (64 - bits)) << 32;
}

double mersenne_double(struct mersenne *generator) {
    uint32_t high = mersenne_word(generator) >> 5, low = mersenne_word(generator) >> 6;
    return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}
