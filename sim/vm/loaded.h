// Loaded code: a code object made ready for the machine. It is Python's `code` object as well.
//
//     struct value code = loaded_new(vm, compiled, globals);
//     struct value function = function_new(vm, loaded_of(code));
//
// A loaded code belongs to one module: it knows its globals. Most of it (constants, names, caches,
// the instructions in the machine's own form) is made when it is first called, so that a library
// of a thousand functions costs what is used of it.
#ifndef VM_LOADED_H
#define VM_LOADED_H

#include "vm/object.h"

struct dict;
struct str;

// What LOAD_ATTR and kin remember. Valid while the versions agree.
struct cache {
    uint32_t version;   // of the object's type, or of the globals
    uint32_t other;     // of the builtins; or where an attribute stood in the instance's dict
    struct value found; // borrowed: the type, or the dict, keeps it while the version holds
};

struct loaded {
    struct object head;
    const struct code *code;    // lives as long as the vm
    struct dict *globals;       // kept
    const struct instr *instrs; // NULL until prepared; as code->instrs, in the machine's own form
    struct value *consts;       // code->const_count; those of CONST_CODE are struct loaded
    struct value *names;        // code->name_count interned strs, borrowed
    struct cache *caches;       // code->cache_count
    uint32_t *slot_texts;       // the slots' names on the tape; NULL if nothing is recorded
    uint32_t *name_texts;       // likewise
    uint32_t qualname_text;     // likewise
    uint32_t file_text;
    uint32_t frame_size;  // bytes of a frame of this code
    uint16_t frame_slots; // slots that begin ABSENT or from the closure, behind the parameters
    uint16_t parameters;  // all of them, *args and **kwargs included
    bool plain;           // called with `parameters` positional arguments it needs no binding:
                          // no keyword-only ones, no *args, no **kwargs, no generator
    bool recorded;        // its lines and stores go to the tape
    bool recorded_values;
};

// Makes the code object for [code]; nested code objects become constants of it. Keeps [globals].
struct value loaded_new(struct vm *vm, const struct code *code, struct dict *globals);

// Makes what is needed for running: false with MemoryError raised. Does nothing the second time.
bool loaded_prepare(struct vm *vm, struct loaded *loaded);

static inline struct loaded *loaded_of(struct value v) {
    return (struct loaded *)value_to_object(v);
}

// The position of an instruction, for tracebacks and warnings.
const struct position *loaded_position(const struct loaded *loaded, uint32_t instr);

#endif
