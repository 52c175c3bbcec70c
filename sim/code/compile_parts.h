// What one compile_*.c file offers the others, file by file. See compiler.h.
#ifndef CODE_COMPILE_PARTS_H
#define CODE_COMPILE_PARTS_H

#include "code/compiler.h"

// compile_expr.c: the operand of BINARY for an operator; the place of an attribute, which starts at
// its name if that is on a later line.
unsigned compile_binary_op(enum ast_binary op);
struct place compile_attribute_place(const struct node *attribute, struct place place);

// compile_percent.c: a BinOp that formats in a simple way, and its value.
bool compile_is_percent(const struct node *node);
void compile_percent(struct compiler *compiler, struct node *node);

// compile_display.c: displays, slices and f-strings, as values.
void compile_list(struct compiler *compiler, struct node *node);
void compile_tuple(struct compiler *compiler, struct node *node);
void compile_set(struct compiler *compiler, struct node *node);
void compile_dict(struct compiler *compiler, struct node *node);
void compile_slice(struct compiler *compiler, struct node *node);
void compile_formatted(struct compiler *compiler, struct node *node);
void compile_joined(struct compiler *compiler, struct node *node);

// Gives a list or set display of constants as a tuple or frozenset, if [node] is one.
bool compile_fold_display(struct compiler *compiler, struct node *node, struct constant *value);

// An expression that is only iterated over, or looked into: such a display becomes a constant.
void compile_iterable(struct compiler *compiler, struct node *node);

// Puts a tuple of the values of [list], which may hold stars, on the stack.
void compile_tuple_of(struct compiler *compiler, struct place place, struct node_list list);

// compile_call.c: calls. compile_arguments finishes a call whose callable and self or ABSENT are
// on the stack, and the [extra] first arguments above them.
void compile_call(struct compiler *compiler, struct node *node);
void compile_arguments(struct compiler *compiler, struct place place, size_t extra,
                       struct node_list args, struct node_list keywords);

// Compiles super().x as one instruction if [node], an Attribute, is that; [method]: for a call.
bool compile_super_attribute(struct compiler *compiler, struct node *node, bool method);

// compile_generator.c: await, yield, comprehensions.
void compile_await(struct compiler *compiler, struct node *node);
void compile_yield(struct compiler *compiler, struct node *node);
void compile_yield_from(struct compiler *compiler, struct node *node);
void compile_comprehension(struct compiler *compiler, struct node *node);

// Awaits the awaitable on the stack; [origin] as for GET_AWAITABLE.
void compile_await_value(struct compiler *compiler, struct place place, unsigned origin);

// compile_loop.c, compile_try.c, compile_group.c, compile_with.c, compile_match.c: statements.
void compile_for(struct compiler *compiler, struct node *node);
void compile_async_for(struct compiler *compiler, struct node *node);
void compile_while(struct compiler *compiler, struct node *node);
void compile_if(struct compiler *compiler, struct node *node);
void compile_try(struct compiler *compiler, struct node *node);
void compile_try_star(struct compiler *compiler, struct node *node);
void compile_with(struct compiler *compiler, struct node *node);
void compile_async_with(struct compiler *compiler, struct node *node);
void compile_match(struct compiler *compiler, struct node *node);

// The try around a finally: compiles [guarded] (the body, or the whole try…except) inside it.
void compile_try_except(struct compiler *compiler, struct node *node);
void compile_finally(struct compiler *compiler, struct node *node,
                     void (*guarded)(struct compiler *compiler, struct node *node));

// The end of every handler whose own code raised: drops the old exception, raises the new one.
void compile_reraise(struct compiler *compiler);

// Unbinds the name of `except … as name`.
void compile_unbind(struct compiler *compiler, struct place place, const struct name *name);

// compile_unwind.c: blocks, and the statements that leave them.
void compile_push_block(struct compiler *compiler, struct place place, struct block block);
void compile_pop_block(struct compiler *compiler);
void compile_return(struct compiler *compiler, struct node *node);
void compile_break(struct compiler *compiler, struct node *node);
void compile_continue(struct compiler *compiler, struct node *node);

// Calls the exit method on the stack with three Nones and drops the result.
void compile_exit(struct compiler *compiler, struct place place, bool is_async);

// compile_assign.c: assignments.
void compile_assign(struct compiler *compiler, struct node *node);
void compile_augmented(struct compiler *compiler, struct node *node);
void compile_annotated(struct compiler *compiler, struct node *node);

// An annotation's value, or its text if annotations are strings.
void compile_annotation(struct compiler *compiler, struct place place, struct node *annotation);

// compile_import.c
void compile_import(struct compiler *compiler, struct node *node);
void compile_import_from(struct compiler *compiler, struct node *node);

// compile_def.c, compile_class.c: definitions.
void compile_def(struct compiler *compiler, struct node *node);
void compile_class(struct compiler *compiler, struct node *node);
void compile_lambda(struct compiler *compiler, struct node *node);

// Notes that a method assigns to an attribute of self, for __static_attributes__.
void compile_note_attribute(struct compiler *compiler, const struct node *attribute);

// Decorators: puts them on the stack before a definition, calls them after it; the line on which
// the definition begins with them.
void compile_decorators(struct compiler *compiler, struct node_list decorators);
void compile_decorate(struct compiler *compiler, struct node_list decorators);
int compile_first_line(const struct node *node, struct node_list decorators);

// Makes a function of [code] with the parts (enum function_parts) that are on the stack, and its
// closure.
void compile_closure(struct compiler *compiler, struct place place, const struct code *code,
                     struct scope *scope, unsigned parts);

// compile_types.c: type parameters and aliases. compile_type_parameters puts the tuple of them on
// the stack.
void compile_alias(struct compiler *compiler, struct node *node);
void compile_type_parameters(struct compiler *compiler, struct node_list params);

// compile_docstring.c: the docstring of a body or NULL; its text without the common indentation.
const struct node *compile_docstring(struct node_list body);
struct constant compile_clean_docstring(struct compiler *compiler, const struct node *doc);

// compile_unit.c: begins the code object of [scope]; ends it and gives it. None is returned where
// the code ends without a return.
void compile_enter(struct compiler *compiler, struct scope *scope, unsigned flags, int first_line);
const struct code *compile_leave(struct compiler *compiler);
void compile_return_none(struct compiler *compiler);

#endif
