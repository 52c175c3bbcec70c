// What the compile_*.c files share; nobody outside this folder includes it. See compile.h.
//
// Each compile_… function appends the steps of one kind of node to the current unit and leaves on
// the stack what its comment says. After an error they go on harmlessly: the first error counts.
#ifndef CODE_COMPILER_H
#define CODE_COMPILER_H

#include "code/compile.h"
#include "code/emit.h"
#include "code/future.h"
#include "code/place.h"
#include "code/scopes.h"
#include "code/unit.h"

struct compiler {
    struct arena *arena;
    struct names *names;
    const struct compile_options *options;
    struct diag *diag;
    struct place_text source;
    struct future future;
    struct scopes scopes;
    struct unit *unit; // being made; its [around] is the one to go back to
    int depth;         // of the recursion over expressions
};

// Reports a SyntaxError, or something that loopscope does not have, at [place].
void compile_error(struct compiler *compiler, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void compile_refuse(struct compiler *compiler, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool compile_failed(const struct compiler *compiler);

// Reports __debug__ used as a variable; is it?
bool compile_forbids(struct compiler *compiler, struct place place, const struct name *name,
                     enum ast_context context);

// Statements: nothing left on the stack.
void compile_body(struct compiler *compiler, struct node_list body);
void compile_statement(struct compiler *compiler, struct node *node);

// An expression: its value on the stack. A target: the value on the stack is taken and stored.
void compile_expression(struct compiler *compiler, struct node *node);
void compile_store(struct compiler *compiler, struct node *target);
void compile_delete(struct compiler *compiler, struct node *target);

// Jumps to [label] if [node] is true or, as [condition] says, false; goes on otherwise.
void compile_jump_if(struct compiler *compiler, struct node *node, int label, bool condition);

// A name (not yet mangled), loaded, stored or deleted.
void compile_name(struct compiler *compiler, struct place place, const struct name *name,
                  enum ast_context context);

#endif
