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

// What LOAD_GLOBAL, LOAD_ATTR and kin remember: see ops_names.c and ops_attributes.c.
struct cache {
    uint32_t version;   // of the globals plus one, or of the object's type; 0: nothing remembered
    uint32_t other;     // of the builtins
    uint32_t index;     // which entry of the dict
    uint8_t place;      // enum cache_place
    struct value found; // ON_TYPE: borrowed, valid while the version is
};

enum cache_place { CACHE_IN_DICT, CACHE_IN_BUILTINS, CACHE_ON_TYPE };

struct loaded {
    struct object head;
    const struct code *code; // lives as long as the vm
    struct dict *globals;    // kept
    struct position start;   // of a generator that has not begun: the line of its def
    // NULL until prepared:
    struct instr *instrs;       // as code->instrs, in the machine's own form (translate.c)
    struct value *consts;       // code->const_count; those of CONST_CODE are struct loaded
    struct str **names;         // code->name_count, interned; kept by the vm
    struct cache *caches;       // code->cache_count
    struct loaded_texts *texts; // ids on the tape; NULL too if nothing is recorded
    uint32_t frame_class;       // which list frames of it wait in to be used again
    uint32_t frame_size;        // bytes of a frame of this code
    uint16_t parameters;        // all of them, *args and **kwargs included
    uint16_t first_free;        // the slot of the first free variable
    bool prepared;
    bool simple;          // no *args, no **kwargs, no keyword-only parameters
    bool plain;           // given [parameters] arguments by position it needs no binding: there are
                          // no keyword-only ones, no *args, no **kwargs, and it is no generator
    bool recorded;        // its lines and calls go to the tape
    bool recorded_values; // its stores, too
};

// Text ids on the tape.
struct loaded_texts {
    uint32_t function; // the qualified name
    uint32_t ids[];    // one for each slot, then one for each name
};

// Makes the code object for [code]; nested code objects become constants of it. Keeps [globals].
struct value loaded_new(struct vm *vm, const struct code *code, struct dict *globals);

// Makes what is needed for running: false with MemoryError raised. Does nothing the second time.
bool loaded_prepare(struct vm *vm, struct loaded *loaded);

static inline struct loaded *loaded_of(struct value v) {
    return (struct loaded *)value_to_object(v);
}

// The position of an instruction, for tracebacks and warnings. A generator that stands at its first
// one has not begun.
const struct position *loaded_position(const struct loaded *loaded, uint32_t instr);

#endif
