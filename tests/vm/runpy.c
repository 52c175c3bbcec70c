// Runs a Python program on the machine alone, without a loop: for the machine's own tests.
//
//     runpy [--detail none|lines|values] [--memory BYTES] [--count] PROGRAM.py [ARGUMENT…]
//
// --memory is what the program may use beyond what the machine itself needs. The program's output
// and its exit status are its own; --count tells on stderr how many events were recorded and how
// many objects were left alive.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "code/compile.h"
#include "lang/parser.h"
#include "pylib/sources.h"
#include "vm/builtins.h"
#include "vm/exception.h"
#include "vm/math_module.h"
#include "vm/native.h"
#include "vm/random.h"
#include "vm/state.h"
#include "vm/vm.h"

static void write_output(void *self, int stream, const char *text, size_t length) {
    (void)self;
    fflush(stream == 1 ? stderr : stdout);
    fwrite(text, 1, length, stream == 1 ? stdout : stderr);
}

static const struct code *compile_text(struct arena *arena, struct names *names, const char *path,
                                       uint16_t file_index, bool library, const char *text,
                                       size_t length, vm_syntax_warning *warn, void *warn_self,
                                       struct diag *diag) {
    struct arena tree = {0};
    struct parse_warnings warnings = {0};
    struct parse_source source = {path, text, length};
    struct node *module;
    const struct code *code = NULL;
    if (parse_program(&tree, names, &source, &module, &warnings, diag)) {
        for (struct parse_warning *w = warnings.first; warn != NULL && w != NULL; w = w->next) {
            warn(warn_self, w->line, w->message);
        }
        struct compile_options options = {.file = path,
                                          .file_index = file_index,
                                          .source = text,
                                          .length = length,
                                          .library = library};
        code = compile_program(arena, names, module, &options, diag);
    }
    arena_free(&tree);
    return code;
}

static bool read_file(const char *path, struct buf *text) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return false;
    }
    char part[4096];
    size_t length;
    while ((length = fread(part, 1, sizeof part, file)) > 0) {
        buf_put(text, part, length);
    }
    fclose(file);
    return true;
}

static void show_exception(struct vm *vm, struct value exception) {
    struct buf out = {0};
    vm_format_exception(vm, exception, &out);
    write_output(NULL, 2, buf_text(&out), out.length);
    buf_free(&out);
}

// Runs the module; gives the exit status.
static int run(struct vm *vm, struct value function) {
    struct activity activity = {0};
    struct value value = VALUE_NONE;
    enum outcome outcome;
    activity_call(vm, &activity, function, NULL, 0);
    do {
        vm_refill(vm, 1000000);
        outcome = activity_run(vm, &activity, &value);
    } while (outcome == OUTCOME_PAUSED);
    int status = 0;
    if (outcome == OUTCOME_RAISED) {
        if (!exception_is_kind(vm, value, EXCEPTION_SystemExit)) {
            show_exception(vm, value);
        }
        status = 1;
    }
    value_drop(vm, value);
    activity_free(vm, &activity);
    return status;
}

static int run_program(struct vm *vm, const char *path, const struct buf *text) {
    struct diag diag = {0};
    struct value function = vm_load_program(vm, path, text->data, text->length, &diag);
    if (value_is_error(function)) {
        if (diag.kind != DIAG_NONE) {
            fprintf(stderr, "%s:%d:%d: %s\n", path, diag.line, diag.column, diag.message);
        } else {
            struct value exception = raised_take(vm);
            show_exception(vm, exception);
            value_drop(vm, exception);
        }
        return 1;
    }
    int status = run(vm, function);
    value_drop(vm, function);
    return status;
}

static enum vm_detail detail_of(const char *name) {
    return strcmp(name, "lines") == 0    ? VM_DETAIL_LINES
           : strcmp(name, "values") == 0 ? VM_DETAIL_VALUES
                                         : VM_DETAIL_NONE;
}

int main(int argc, char **argv) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    static const struct native_module *const modules[] = {&math_module, &random_module, NULL};
    enum vm_detail detail = VM_DETAIL_NONE;
    bool count = false;
    size_t memory = (size_t)1 << 30;
    int first = 1;
    for (; first < argc && argv[first][0] == '-'; first++) {
        if (strcmp(argv[first], "--count") == 0) {
            count = true;
        } else if (strcmp(argv[first], "--detail") == 0 && first + 1 < argc) {
            detail = detail_of(argv[++first]);
        } else if (strcmp(argv[first], "--memory") == 0 && first + 1 < argc) {
            memory = (size_t)strtoull(argv[++first], NULL, 10);
        }
    }
    struct buf text = {0};
    if (first >= argc || !read_file(argv[first], &text)) {
        fprintf(stderr, "usage: runpy [--detail LEVEL] [--count] PROGRAM.py [ARGUMENT...]\n");
        return 2;
    }
    struct tape *tape = detail == VM_DETAIL_NONE ? NULL : tape_new();
    struct vm_options options = {.compile = compile_text,
                                 .host = {.write = write_output},
                                 .memory_limit = (size_t)1 << 30,
                                 .recursion_limit = 1000,
                                 .modules = modules,
                                 .sources = pylib_sources,
                                 .tape = tape,
                                 .detail = detail,
                                 .argv = (const char *const *)argv + first,
                                 .argc = argc - first};
    struct vm *vm = vm_new(&options);
    uint32_t live = vm->live;
    vm->heap.limit = vm->heap.used + memory;
    int status = run_program(vm, argv[first], &text);
    vm_shut_down(vm);
    if (count) {
        fprintf(stderr, "%llu events, %d objects left\n",
                tape == NULL ? 0ull : (unsigned long long)tape->events, (int)(vm->live - live));
    }
    vm_free(vm);
    tape_free(tape);
    buf_free(&text);
    return status;
}
