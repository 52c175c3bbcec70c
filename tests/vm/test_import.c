// Importing: what is found where, in which order, and what is said where nothing is found.
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "program.h"
#include "vm/dict.h"

// A folder for a program's own modules.
struct folder {
    char path[64];
};

static void folder_write(const struct folder *folder, const char *name, const char *text) {
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static struct folder folder_make(void) {
    struct folder folder = {"/tmp/loopscope-import-XXXXXX"};
    char path[128];
    assert_non_null(mkdtemp(folder.path));
    snprintf(path, sizeof path, "%s/pkg", folder.path);
    assert_int_equal(mkdir(path, 0700), 0);
    folder_write(&folder, "helper.py", "value = 5\n_hidden = 1\nprint('helper runs')\n");
    folder_write(&folder, "pkg/__init__.py", "inside = 'pkg'\n");
    folder_write(&folder, "pkg/part.py", "from . import inside\nname = __name__ + inside\n");
    folder_write(&folder, "first.py", "import second\ny = 1\n");
    folder_write(&folder, "second.py", "from first import y\n");
    folder_write(&folder, "broken.py", "1 / 0\n");
    folder_write(&folder, "random.py", "mine = True\n");
    folder_write(&folder, "lazy.py", "def __getattr__(name): return name.upper()\n");
    return folder;
}

static void folder_remove(const struct folder *folder) {
    static const char *const names[] = {"helper.py", "pkg/__init__.py", "pkg/part.py",
                                        "first.py",  "second.py",       "broken.py",
                                        "random.py", "lazy.py",         "pkg"};
    char path[128];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", folder->path, names[i]);
        remove(path);
    }
    rmdir(folder->path);
}

// Runs a program that stands in a folder with modules, and asserts what it prints.
static void assert_prints(void **state, const char *program, const char *expected) {
    struct folder folder = folder_make();
    char path[128];
    snprintf(path, sizeof path, "%s/main.py", folder.path);
    const char *printed = program_run(state, path, program);
    folder_remove(&folder);
    assert_string_equal(printed, expected);
}

static void modules_beside_the_program_are_found(void **state) {
    assert_prints(state,
                  "import helper, helper as again\nfrom helper import value\n"
                  "print(helper is again, value, helper.__name__)\n",
                  "helper runs\nTrue 5 helper\n");
}

static void packages_are_loaded_before_what_is_in_them(void **state) {
    assert_prints(state,
                  "import pkg.part\nprint(pkg.part.name, pkg.inside)\n"
                  "from pkg import part\nprint(part is pkg.part)\n",
                  "pkg.partpkg pkg\nTrue\n");
}

static void a_star_takes_what_has_no_underscore(void **state) {
    assert_prints(state, "from helper import *\nprint(value, '_hidden' in globals())\n",
                  "helper runs\n5 False\n");
}

static void a_module_may_answer_for_what_it_lacks(void **state) {
    assert_prints(state, "import lazy\nfrom lazy import abc\nprint(lazy.x, abc)\n", "X ABC\n");
}

static void own_modules_hide_those_of_the_library(void **state) {
    assert_prints(state, "import random\nprint(random.mine)\n", "True\n");
    assert_prints(state, "import sys, math\nprint(math.floor(2.5))\n", "2\n");
}

static void what_raises_is_not_kept(void **state) {
    assert_prints(state,
                  "import sys\nfor i in range(2):\n    try: import broken\n"
                  "    except ZeroDivisionError: print('broken' in sys.modules)\n",
                  "False\nFalse\n");
}

static void circles_are_told(void **state) {
    assert_prints(state,
                  "try: import first\nexcept ImportError as e: print(str(e).split(' (/')[0])\n",
                  "cannot import name 'y' from partially initialized module 'first' (most likely "
                  "due to a circular import)\n");
}

static void what_is_missing_is_named(void **state) {
    assert_prints(state,
                  "for name in 'nothing', 'helper.x', 'pkg.x':\n"
                  "    try: __import__(name)\n"
                  "    except ModuleNotFoundError as e: print(e, e.name)\n",
                  "No module named 'nothing' nothing\nhelper runs\n"
                  "No module named 'helper.x'; 'helper' is not a package helper.x\n"
                  "No module named 'pkg.x' pkg.x\n");
}

static void what_only_CPython_has_is_refused(void **state) {
    assert_prints(state, "try: import socket\nexcept ImportError as e: print(e)\n",
                  "module 'socket' is not part of loopscope\n");
    struct vm *vm = fixture_vm(state);
    struct value name = str_from(vm, "socket"), unknown = str_from(vm, "nothing");
    struct value refused = vm_call(vm, dict_get_name(vm, vm->builtins, "__import__"), &name, 1);
    assert_true(value_is_error(refused));
    assert_true(vm_is_refusal(vm, raised(vm)));
    value_drop(vm, raised_take(vm));
    vm_call(vm, dict_get_name(vm, vm->builtins, "__import__"), &unknown, 1);
    assert_false(vm_is_refusal(vm, raised(vm)));
    value_drop(vm, raised_take(vm));
    value_drop(vm, name);
    value_drop(vm, unknown);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        PROGRAM_TEST(modules_beside_the_program_are_found),
        PROGRAM_TEST(packages_are_loaded_before_what_is_in_them),
        PROGRAM_TEST(a_star_takes_what_has_no_underscore),
        PROGRAM_TEST(a_module_may_answer_for_what_it_lacks),
        PROGRAM_TEST(own_modules_hide_those_of_the_library),
        PROGRAM_TEST(what_raises_is_not_kept),
        PROGRAM_TEST(circles_are_told),
        PROGRAM_TEST(what_is_missing_is_named),
        PROGRAM_TEST(what_only_CPython_has_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
