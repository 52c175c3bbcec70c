// Interned names: equal texts are one object, so names compare by address.
//
//     struct names *names = names_new();
//     const struct name *a = names_get(names, "main", 4);
//     names_free(names);
#ifndef BASE_NAMES_H
#define BASE_NAMES_H

#include <stddef.h>
#include <stdint.h>

struct name {
    uint32_t id;     // 0, 1, 2, … in the order of first use
    uint32_t length; // bytes of [text]
    char text[];     // UTF-8, null-terminated
};

struct names;

// Returns an empty table, owned by the caller.
struct names *names_new(void);

// Returns the one name with these [length] bytes; owned by the table.
const struct name *names_get(struct names *names, const char *text, size_t length);

// Returns the name with this [id], which must have been given out.
const struct name *names_at(const struct names *names, uint32_t id);

// Returns how many names there are.
uint32_t names_count(const struct names *names);

// Gives back the table and all its names; NULL is fine.
void names_free(struct names *names);

#endif
