// Characters by their Unicode names, for \N{…}: those of the usual ranges (character_names.def).
#ifndef LANG_CHARACTER_NAMES_H
#define LANG_CHARACTER_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Puts the character with this name, in upper or lower case, into [*rune]; false if it is not
// known.
bool character_by_name(const char *name, size_t length, uint32_t *rune);

#endif
