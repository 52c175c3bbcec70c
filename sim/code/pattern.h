// What matching a pattern keeps track of, for compile_match.c and its kin.
//
// The subject is on the stack and taken by the pattern. Captured values go below everything else,
// the newest undermost, and are bound only when all has matched. A pattern that fails jumps to a
// chain of POPs, entered where there are as many values to drop as are on the stack at the jump.
#ifndef CODE_PATTERN_H
#define CODE_PATTERN_H

#include "code/compiler.h"

struct pattern {
    struct {
        const struct name **items;
        size_t count, capacity;
    } captures; // names of the captured values, in the order of binding
    struct {
        int *items;
        size_t count, capacity;
    } fails;          // labels: number n drops n values
    size_t on_top;    // values above the captures that belong to patterns around
    bool irrefutable; // may this pattern match everything?
};

// Jumps to where the pattern has failed, if [op] jumps.
void pattern_fail(struct compiler *compiler, struct place place, struct pattern *pattern,
                  enum opcode op);

// Places the labels of the failures, and forgets them.
void pattern_place_fails(struct compiler *compiler, struct place place, struct pattern *pattern);

// Takes the top of the stack as the value of [name] or, if that is NULL, drops it.
void pattern_capture(struct compiler *compiler, struct place place, struct pattern *pattern,
                     const struct name *name);

// Compiles one pattern; inside another one: it may match everything.
void pattern_compile(struct compiler *compiler, struct pattern *pattern, struct node *node);
void pattern_compile_inner(struct compiler *compiler, struct pattern *pattern, struct node *node);

// The kinds with a file of their own (pattern_parts.c, pattern_or.c).
void pattern_sequence(struct compiler *compiler, struct pattern *pattern, struct node *node);
void pattern_mapping(struct compiler *compiler, struct pattern *pattern, struct node *node);
void pattern_class(struct compiler *compiler, struct pattern *pattern, struct node *node);
void pattern_or(struct compiler *compiler, struct pattern *pattern, struct node *node);

// Is it `_`?
bool pattern_is_wildcard(const struct node *node);

void pattern_free(struct pattern *pattern);

#endif
