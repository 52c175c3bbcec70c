// Where every name of a program lives: local, in a cell, free, or global.
//
//     struct scopes scopes;
//     if (!scopes_build(&scopes, arena, names, source, module, diag)) …
//     const struct scope *scope = scopes_of(&scopes, node);
//     const struct symbol *symbol = scope_find(scope, name);
//
// Three steps. scopes_collect.c and scopes_expr.c walk the tree once and note in each scope how
// each name is used; scopes_resolve.c decides its home; scopes_slots.c numbers the slots.
// node->mark becomes the number of the scope that the node opens. List, set and dict comprehensions
// have a scope but no frame: they are inlined, their names become hidden slots of the frame around
// them. Names are mangled
// (__private in a class) before they get here.
#ifndef CODE_SCOPES_H
#define CODE_SCOPES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/names.h"
#include "code/code.h"
#include "code/place.h"
#include "lang/ast.h"

// How deep expressions may be nested: keeps the compiler's recursion well within the C stack.
#define SCOPES_DEPTH 1000

enum scope_kind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION,        // def, async def
    SCOPE_LAMBDA,          // lambda
    SCOPE_GENERATOR,       // a generator expression
    SCOPE_COMPREHENSION,   // any other comprehension: inlined
    SCOPE_TYPE_PARAMETERS, // the function around `def f[T]` and kin
    SCOPE_TYPE_VALUE,      // the function that gives a bound, a default or an alias's value
};

// How a name is used in one scope; any of them together.
enum symbol_use {
    SYMBOL_GLOBAL = 1,     // global x
    SYMBOL_ASSIGNED = 2,   // bound here
    SYMBOL_PARAMETER = 4,  // bound by being called
    SYMBOL_NONLOCAL = 8,   // nonlocal x
    SYMBOL_USED = 16,      // read here
    SYMBOL_ANNOTATED = 32, // x: int
    SYMBOL_ITERATION = 64, // the target of a comprehension's for
    SYMBOL_TYPE_PARAMETER = 128,
    SYMBOL_IMPORTED = 256, // bound by an import
    SYMBOL_BOUND = SYMBOL_ASSIGNED | SYMBOL_PARAMETER | SYMBOL_TYPE_PARAMETER | SYMBOL_IMPORTED,
};

enum symbol_home {
    HOME_UNKNOWN,
    HOME_LOCAL,  // a slot; in a class or module: its namespace
    HOME_CELL,   // a slot that holds a cell
    HOME_FREE,   // a cell from around
    HOME_GLOBAL, // by declaration
    HOME_GLOBAL_IMPLICIT,
};

struct symbol {
    const struct name *name;
    unsigned use; // enum symbol_use
    enum symbol_home home;
    bool passes;                 // of a class: its functions get a cell of this name through it
    int slot;                    // in the frame; -1 if it has none
    struct symbol *same;         // of a comprehension: the name of the frame around that it means
    const struct node *declared; // the global or nonlocal statement, if any
    struct symbol *next;         // of the same scope, in the order of first appearance
};

struct scope {
    enum scope_kind kind;
    uint32_t id;
    struct scope *parent;
    const struct name *name;    // of the code object
    const struct name *private; // the class whose name mangles, or NULL
    const struct node *node;    // what opens it; the module has its own
    struct symbol *first, *last;
    struct symbol **table; // by name: open addressing, [capacity] a power of two
    uint32_t count, capacity;
    bool is_async;         // async def, or a comprehension that awaits
    bool is_generator;     // has a yield
    bool in_class;         // an annotation scope (SCOPE_TYPE_…) right inside a class
    bool in_target;        // while collecting: inside a comprehension's target
    int in_iterable;       // while collecting: how many comprehensions' iterables this is in
    bool has_annotations;  // a module or class: x: int occurs
    const char *forbidden; // SCOPE_TYPE_…: "a TypeVar bound" and kin, for messages
    struct scope *second;  // of a TypeVar: the scope of its default
    struct {
        struct slot *items;
        size_t count, capacity;
    } slots;             // of a scope with a frame: as in its code object; owned
    uint16_t free_count; // how many of them are free variables
};

struct scopes {
    struct arena *arena;
    struct names *names;
    struct place_text *source;
    struct diag *diag;
    struct scope *current;   // while collecting
    int depth;               // of the walk, against running out of C stack
    bool string_annotations; // from __future__ import annotations
    struct {
        struct scope **items;
        size_t count, capacity;
    } list;                                                      // by id; owned
    const struct name *name_class, *name_namespace, *name_super; // __class__, __classdict__, super
};

// Builds the scopes of [module]; [string_annotations]: annotations are not evaluated. Returns false
// with [diag] filled in on a SyntaxError. Free them in either case; the scopes themselves live in
// [arena].
bool scopes_build(struct scopes *scopes, struct arena *arena, struct names *names,
                  struct place_text *source, struct node *module, bool string_annotations,
                  struct diag *diag);
void scopes_free(struct scopes *scopes);

// Returns the scope that [node] opens; it must open one.
struct scope *scopes_of(const struct scopes *scopes, const struct node *node);

// Returns how [name] (mangled) is known in [scope] itself, or NULL.
struct symbol *scope_find(const struct scope *scope, const struct name *name);

// Returns what [name] means in [scope], which may be an inlined comprehension's; never NULL for a
// name that occurs there.
const struct symbol *scope_lookup(const struct scope *scope, const struct name *name);

// Returns the symbol whose slot holds the cell of [name], for a closure made in [scope]. It is one
// of the frame that [scope] runs in.
const struct symbol *scope_cell(const struct scope *scope, const struct name *name);

// Questions about the kind: has it slots, as functions have; has it a frame of its own.
bool scope_is_function_like(const struct scope *scope);
bool scope_has_frame(const struct scope *scope);

// Returns the scope whose frame [scope] runs in: itself, unless it is inlined.
struct scope *scope_frame(struct scope *scope);

// Returns [name] as seen inside the class [private]: __x becomes _Class__x.
const struct name *scope_mangle(struct names *names, const struct name *private,
                                const struct name *name);

#endif
