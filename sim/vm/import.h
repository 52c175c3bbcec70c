// Importing modules.
//
// A module is looked for among those that were imported before (sys.modules); then, if the program
// itself asks, among the files beside the program; then among the modules written in C and the
// library's Python texts that vm_options lists; then beside the program for all others.
#ifndef VM_IMPORT_H
#define VM_IMPORT_H

#include "vm/object.h"

// What `import name` and `from name import …` give: the module [name] (dotted; relative to the
// package of the running code if [level] > 0) if [names] is a tuple with something in it, else the
// topmost package. Submodules that [names] asks for are imported as well.
struct value import_name(struct vm *vm, struct str *name, int level, struct value names);

// `from module import name`: the attribute, or the submodule. ImportError if there is neither.
struct value import_from(struct vm *vm, struct value module, struct str *name);

// `from module import *`: into [namespace]. False if raised.
bool import_star(struct vm *vm, struct value module, struct dict *namespace);

// Imports one module by its full name and gives it. For natives that need one.
struct value import_module(struct vm *vm, const char *name);

// Compiles a text and makes the function that runs it in [module]. SyntaxError is raised, or put
// into [diag] if that is not NULL.
struct diag;
struct value import_compile(struct vm *vm, struct value module, const char *path, const char *text,
                            size_t length, bool library, struct diag *diag);

// builtins.__import__
struct value import_native(struct vm *vm, struct value self, const struct call *call);

// The modules builtins and sys, and the table of modules. False if raised.
bool import_ready(struct vm *vm);

#endif
