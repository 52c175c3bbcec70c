// The parts of a printed traceback: vm_format_exception in traceback_print.c puts them together.
#ifndef VM_TRACEBACK_TEXT_H
#define VM_TRACEBACK_TEXT_H

#include "base/buf.h"
#include "vm/object.h"

struct loaded;

// Appends one place of a traceback: the File line, the source lines, and the marks under them.
void traceback_put_entry(struct vm *vm, const struct loaded *loaded, uint32_t instr, bool marks,
                         struct buf *out);

// Appends all places of [traceback] (ABSENT: none) that are not the library's own. Repeated ones
// are counted. Gives how many were written. Without [marks] each shows its first line alone.
size_t traceback_put_entries(struct vm *vm, struct value traceback, bool marks, struct buf *out);

// Appends what stands under the places: "ValueError: text", and the notes.
void traceback_put_exception(struct vm *vm, struct value exception, struct buf *out);

// Appends ". Did you mean: 'x'?" and kin where CPython says so.
void traceback_put_hint(struct vm *vm, struct value exception, struct buf *out);

// Finds what a wrong name may have meant and leaves it in the NameError that was just raised. Only
// now are the variables there among which it is looked for.
void traceback_find_hint(struct vm *vm, const char *wrong_name);

#endif
