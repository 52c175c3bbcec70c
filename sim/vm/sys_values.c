// The facts that sys tells: they are those of CPython 3.13 on 64-bit Linux.
#include "vm/sys_module.h"

#include <float.h>

#include "vm/int.h"
#include "vm/list.h"
#include "vm/str.h"
#include "vm/struct_sequence.h"
#include "vm/vm.h"

#define HEX_VERSION 0x030d00f0

static struct value make_version(struct vm *vm) {
    static const char *const fields[] = {"major", "minor", "micro", "releaselevel", "serial", NULL};
    struct value items[] = {value_small(3), value_small(13), value_small(0), str_from(vm, "final"),
                            value_small(0)};
    return struct_sequence_new(vm, struct_sequence_type(vm, "sys.version_info", fields), items, 5);
}

static struct value make_flags(struct vm *vm) {
    static const char *const fields[] = {"debug",
                                         "inspect",
                                         "interactive",
                                         "optimize",
                                         "dont_write_bytecode",
                                         "no_user_site",
                                         "no_site",
                                         "ignore_environment",
                                         "verbose",
                                         "bytes_warning",
                                         "quiet",
                                         "hash_randomization",
                                         "isolated",
                                         "dev_mode",
                                         "utf8_mode",
                                         "warn_default_encoding",
                                         "safe_path",
                                         "int_max_str_digits",
                                         NULL};
    struct value items[18];
    for (size_t i = 0; i < 18; i++) {
        items[i] = value_small(0);
    }
    items[11] = value_small(1);
    items[13] = items[16] = VALUE_FALSE;
    items[17] = value_small(4300);
    return struct_sequence_new(vm, struct_sequence_type(vm, "sys.flags", fields), items, 18);
}

static struct value make_float_info(struct vm *vm) {
    static const char *const fields[] = {"max",     "max_exp",    "max_10_exp", "min",
                                         "min_exp", "min_10_exp", "dig",        "mant_dig",
                                         "epsilon", "radix",      "rounds",     NULL};
    struct value items[] = {value_float(DBL_MAX),
                            value_small(DBL_MAX_EXP),
                            value_small(DBL_MAX_10_EXP),
                            value_float(DBL_MIN),
                            value_small(DBL_MIN_EXP),
                            value_small(DBL_MIN_10_EXP),
                            value_small(DBL_DIG),
                            value_small(DBL_MANT_DIG),
                            value_float(DBL_EPSILON),
                            value_small(FLT_RADIX),
                            value_small(1)};
    return struct_sequence_new(vm, struct_sequence_type(vm, "sys.float_info", fields), items, 11);
}

static struct value make_int_info(struct vm *vm) {
    static const char *const fields[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits",
                                         "str_digits_check_threshold", NULL};
    struct value items[] = {value_small(30), value_small(4), value_small(4300), value_small(640)};
    return struct_sequence_new(vm, struct_sequence_type(vm, "sys.int_info", fields), items, 4);
}

static struct value make_implementation(struct vm *vm, struct value version) {
    static const char *const fields[] = {"name",       "cache_tag",  "version",
                                         "hexversion", "_multiarch", NULL};
    struct value items[] = {str_from(vm, "cpython"), str_from(vm, "cpython-313"),
                            value_keep(version), value_small(HEX_VERSION),
                            str_from(vm, "x86_64-linux-gnu")};
    return struct_sequence_new(vm, struct_sequence_type(vm, "namespace", fields), items, 5);
}

static const struct {
    const char *name, *text;
} texts[] = {
    {"version", "3.13.0 (main, Oct  7 2024, 00:00:00) [GCC 12.2.0]"},
    {"copyright", "Copyright (c) 2001-2024 Python Software Foundation.\nAll Rights Reserved.\n\n"
                  "Copyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\n"
                  "Copyright (c) 1995-2001 Corporation for National Research Initiatives.\n"
                  "All Rights Reserved.\n\n"
                  "Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\n"
                  "All Rights Reserved."},
    {"platform", "linux"},
    {"byteorder", "little"},
    {"executable", "/usr/bin/python3"},
    {"prefix", "/usr"},
    {"base_prefix", "/usr"},
    {"exec_prefix", "/usr"},
    {"base_exec_prefix", "/usr"},
    {"platlibdir", "lib"},
    {"float_repr_style", "short"},
    {"abiflags", ""},
};

static bool add_texts(struct vm *vm, struct value module) {
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (!sys_add(vm, module, texts[i].name, str_from(vm, texts[i].text))) {
            return false;
        }
    }
    return true;
}

bool sys_add_values(struct vm *vm, struct value module) {
    struct value version = make_version(vm);
    bool done = !value_is_error(version) && vm_set_attribute(vm, module, "version_info", version) &&
                sys_add(vm, module, "implementation", make_implementation(vm, version)) &&
                sys_add(vm, module, "flags", make_flags(vm)) &&
                sys_add(vm, module, "float_info", make_float_info(vm)) &&
                sys_add(vm, module, "int_info", make_int_info(vm)) && add_texts(vm, module) &&
                sys_add(vm, module, "hexversion", value_small(HEX_VERSION)) &&
                sys_add(vm, module, "api_version", value_small(1013)) &&
                sys_add(vm, module, "maxsize", int_from(vm, INT64_MAX)) &&
                sys_add(vm, module, "maxunicode", value_small(0x10FFFF)) &&
                sys_add(vm, module, "warnoptions", list_new(vm, NULL, 0)) &&
                sys_add(vm, module, "dont_write_bytecode", VALUE_TRUE) &&
                sys_add(vm, module, "pycache_prefix", VALUE_NONE);
    value_drop(vm, version);
    return done;
}
