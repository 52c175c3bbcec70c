// Seeding and saving the state of a Random.
#include <string.h>

#include "base/mem.h"
#include "vm/big.h"
#include "vm/bytes.h"
#include "vm/float.h"
#include "vm/int.h"
#include "vm/list.h"
#include "vm/raise.h"
#include "vm/random.h"
#include "vm/sha512.h"
#include "vm/state.h"
#include "vm/str.h"

#define STATE_VERSION 3

// Seeds with an int's magnitude in words of 32 bits, the lowest first.
static void seed_with_int(struct random *random, struct value number) {
    size_t words = (big_bits(number) + 31) / 32;
    words = words == 0 ? 1 : words;
    unsigned char *bytes = mem_alloc(words * 4);
    uint32_t *key = mem_alloc(words * sizeof *key);
    big_to_bytes(number, bytes, words * 4);
    for (size_t i = 0; i < words; i++) {
        const unsigned char *at = bytes + (words - 1 - i) * 4;
        key[i] = (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
    }
    mersenne_seed(&random->generator, key, words);
    mem_free(key);
    mem_free(bytes);
}

static void seed_with_word(struct random *random, uint64_t word) {
    const uint32_t key[2] = {(uint32_t)word, (uint32_t)(word >> 32)};
    mersenne_seed(&random->generator, key, key[1] != 0 ? 2 : 1);
}

// A text with its digest behind it, taken for one large number.
static bool seed_with_text(struct vm *vm, struct random *random, const char *text, size_t length) {
    unsigned char *bytes = mem_alloc(length + SHA512_SIZE);
    memcpy(bytes, text, length);
    sha512(text, length, bytes + length);
    struct value number = big_from_bytes(vm, bytes, length + SHA512_SIZE);
    mem_free(bytes);
    if (value_is_error(number)) {
        return false;
    }
    seed_with_int(random, number);
    value_drop(vm, number);
    return true;
}

// As older versions made seeds of texts.
static void seed_with_old_text(struct random *random, const char *text, size_t length) {
    uint64_t seed = length == 0 ? 0 : (uint64_t)(unsigned char)text[0] << 7;
    for (size_t i = 0; i < length; i++) {
        seed = 1000003u * seed ^ (unsigned char)text[i];
    }
    seed_with_word(random, seed ^ length);
}

static bool seed_with_any(struct vm *vm, struct random *random, struct value a, int64_t version) {
    struct bytes_span span;
    bool text = str_is(a), bytes = bytes_like(vm, a, &span);
    if (text) {
        span = (struct bytes_span){str_of(a)->text, str_of(a)->length};
    }
    if (text || bytes) {
        if (version == 2) {
            return seed_with_text(vm, random, span.data, span.length);
        }
        seed_with_old_text(random, span.data, span.length);
    } else if (int_is(a)) {
        seed_with_int(random, a);
    } else if (float_is(a)) {
        seed_with_word(random, (uint64_t)float_hash(float_of(a)));
    } else if (value_is_none(a)) {
        seed_with_word(random, vm->options.seed);
    } else {
        raise_error(vm, EXCEPTION_TypeError,
                    "The only supported seed types are:\n"
                    "None, int, float, str, bytes, and bytearray.");
        return false;
    }
    return true;
}

bool random_seed_with(struct vm *vm, struct value self, struct value a, struct value version) {
    struct random *random = random_of(self);
    int64_t number = 2;
    if (int_is(version)) {
        int_to_int64(version, &number);
    }
    random->has_gauss = false;
    return seed_with_any(vm, random, a, number);
}

struct value random_seed(struct vm *vm, struct value self, const struct call *call) {
    struct value a = VALUE_NONE, version = value_small(2);
    if (!native_args(vm, call, "seed", "|o:a o:version", &a, &version)) {
        return VALUE_ERROR;
    }
    return random_seed_with(vm, self, a, version) ? VALUE_NONE : VALUE_ERROR;
}

// The state ---------------------------------------------------------------------------------------

struct value random_getstate(struct vm *vm, struct value self, const struct call *call) {
    const struct random *random = random_of(self);
    struct value words[MERSENNE_WORDS + 1];
    if (!native_count(vm, call, "getstate", 0, 0)) {
        return VALUE_ERROR;
    }
    for (int i = 0; i < MERSENNE_WORDS; i++) {
        words[i] = value_small(random->generator.words[i]);
    }
    words[MERSENNE_WORDS] = value_small(random->generator.at);
    struct value state[3] = {
        value_small(STATE_VERSION),
        tuple_new(vm, words, MERSENNE_WORDS + 1),
        random->has_gauss ? value_float(random->gauss_next) : VALUE_NONE,
    };
    return value_is_error(state[1]) ? VALUE_ERROR : tuple_steal(vm, state, 3);
}

static bool read_words(struct vm *vm, struct value tuple, struct mersenne *out) {
    size_t count = 0;
    const struct value *words = tuple_is(tuple) ? sequence_items(tuple, &count) : NULL;
    if (words == NULL) {
        raise_error(vm, EXCEPTION_TypeError, "state vector must be a tuple");
        return false;
    }
    if (count != MERSENNE_WORDS + 1) {
        raise_error(vm, EXCEPTION_ValueError, "state vector is the wrong size");
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        int64_t word;
        if (!int_is(words[i]) || !int_to_int64(words[i], &word)) {
            raise_error(vm, EXCEPTION_TypeError, "an integer is required");
            return false;
        }
        if (i < MERSENNE_WORDS) {
            out->words[i] = (uint32_t)word;
        } else if (word < 0 || word > MERSENNE_WORDS) {
            raise_error(vm, EXCEPTION_ValueError, "invalid state");
            return false;
        } else {
            out->at = (uint32_t)word;
        }
    }
    return true;
}

struct value random_setstate(struct vm *vm, struct value self, const struct call *call) {
    struct random *random = random_of(self);
    struct mersenne generator;
    size_t count = 0;
    if (!native_count(vm, call, "setstate", 1, 1)) {
        return VALUE_ERROR;
    }
    struct value state = call->args[0];
    const struct value *parts = tuple_is(state) ? sequence_items(state, &count) : NULL;
    if (count != 3 || !value_is(parts[0], value_small(STATE_VERSION))) {
        return raise_error(vm, EXCEPTION_ValueError,
                           "state with an unknown version passed to Random.setstate() of "
                           "version %d",
                           STATE_VERSION);
    }
    if (!read_words(vm, parts[1], &generator)) {
        return VALUE_ERROR;
    }
    random->generator = generator;
    random->has_gauss = float_is(parts[2]);
    random->gauss_next = random->has_gauss ? float_of(parts[2]) : 0;
    return VALUE_NONE;
}
