// The names stand in vm/stdlib.def.
#include "vm/stdlib.h"

#include <stddef.h>
#include <string.h>

static const char *const known[] = {
#define STDLIB(name) #name,
#include "vm/stdlib.def"
#undef STDLIB
};

static const char *const early[] = {
    "sys",    "builtins", "time",      "itertools",    "gc",        "marshal",
    "posix",  "atexit",   "errno",     "faulthandler", "signal",    "abc",
    "codecs", "io",       "os",        "os.path",      "posixpath", "genericpath",
    "stat",   "site",     "encodings", "zipimport",
};

static bool is_among(const char *const *names, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return false;
}

bool stdlib_has(const char *name) {
    return is_among(known, sizeof known / sizeof *known, name);
}

bool stdlib_is_early(const char *name) {
    return is_among(early, sizeof early / sizeof *early, name);
}
