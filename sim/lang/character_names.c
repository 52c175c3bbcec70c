#include "lang/character_names.h"

#include <ctype.h>
#include <string.h>

static const struct {
    uint32_t rune;
    const char *name;
} characters[] = {
#define CHARACTER(rune, name) {rune, name},
#include "lang/character_names.def"
#undef CHARACTER
};

static bool is_same(const char *known, const char *name, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (known[i] != toupper((unsigned char)name[i])) {
            return false;
        }
    }
    return known[length] == '\0';
}

bool character_by_name(const char *name, size_t length, uint32_t *rune) {
    // Names are rare in programs: a walk over the table is quick enough.
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
        if (is_same(characters[i].name, name, length)) {
            *rune = characters[i].rune;
            return true;
        }
    }
    return false;
}
