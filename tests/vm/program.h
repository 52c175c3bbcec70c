// Runs the text of a program in a fixture's vm; what it prints goes to [out] of the fixture.
#ifndef VM_PROGRAM_H
#define VM_PROGRAM_H

#include "base/diag.h"
#include "code/compile.h"
#include "fixture.h"
#include "lang/parser.h"

static inline const struct code *program_compile(struct arena *arena, struct names *names,
                                                 const char *path, uint16_t file_index,
                                                 bool library, const char *text, size_t length,
                                                 vm_syntax_warning *warn, void *warn_self,
                                                 struct diag *diag) {
    struct parse_warnings warnings = {0};
    struct parse_source source = {path, text, length};
    struct node *module;
    (void)warn, (void)warn_self;
    if (!parse_program(arena, names, &source, &module, &warnings, diag)) {
        return NULL;
    }
    struct compile_options options = {.file = path,
                                      .file_index = file_index,
                                      .source = text,
                                      .length = length,
                                      .library = library};
    return compile_program(arena, names, module, &options, diag);
}

// Makes a fixture whose vm can run programs. For cmocka, in the place of fixture_setup.
static inline int program_setup(void **state) {
    fixture_setup(state);
    fixture_vm(state)->options.compile = program_compile;
    return 0;
}

// As fixture_teardown, without counting: classes keep themselves alive.
static inline int program_teardown(void **state) {
    fixture_teardown(state);
    return 0;
}

// Runs [text] as the file [path]. What it raises and nobody catches is printed, as at the end of a
// run. Gives what was written to stdout and stderr: valid until the next run.
static inline const char *program_run(void **state, const char *path, const char *text) {
    struct fixture *fixture = *state;
    struct vm *vm = fixture->vm;
    struct diag diag = {0};
    struct activity activity = {0};
    struct value value = VALUE_ABSENT;
    buf_clear(&fixture->out);
    struct value function = vm_load_program(vm, path, text, strlen(text), &diag);
    assert_string_equal(diag.message, "");
    activity_call(vm, &activity, function, NULL, 0);
    value_drop(vm, function);
    if (activity_run(vm, &activity, &value) == OUTCOME_RAISED) {
        vm_format_exception(vm, value, &fixture->out);
    }
    value_drop(vm, value);
    activity_free(vm, &activity);
    return buf_text(&fixture->out);
}

#define PROGRAM_TEST(name) cmocka_unit_test_setup_teardown(name, program_setup, program_teardown)

#endif
