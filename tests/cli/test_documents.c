// What is written about loopscope names all that there is: its commands, options and keys.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "support/test.h"
#include "view/term.h"

static char *read_text(const char *name) {
    struct buf text = {0};
    char piece[4096];
    FILE *file = fopen(name, "r");
    if (file == NULL) {
        fail_msg("%s cannot be read", name);
    }
    for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;) {
        buf_put(&text, piece, got);
    }
    fclose(file);
    return buf_take(&text);
}

// The man page without its markup, as far as names go.
static char *read_man(void) {
    char *text = read_text(SOURCE_DIR "/sim/cli/loopscope.1");
    char *to = text;
    for (const char *from = text; *from != '\0'; from++) {
        if (*from != '\\') {
            *to++ = *from;
        }
    }
    *to = '\0';
    return text;
}

static const char *const commands[] = {
#define COMMAND(name, function, arguments, help) name,
#include "cli/commands.def"
#undef COMMAND
};

static const char *const options[] = {
#define OPTION(identifier, name, letter, commands, argument, help) "--" name,
#include "cli/options.def"
#undef OPTION
};

static const struct {
    int key;
    const char *shown, *english, *chinese;
} keys[] = {
#define KEY(action, key, shown, english, chinese) {key, shown, english, chinese},
#include "view/keys.def"
#undef KEY
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void the_man_page_names_every_command_and_option(void **state) {
    char *man = read_man();
    (void)state;
    for (size_t i = 0; i < COUNT(commands); i++) {
        char text[64];
        snprintf(text, sizeof text, "loopscope %s", commands[i]);
        if (strstr(man, text) == NULL) {
            fail_msg("loopscope.1 does not name %s", commands[i]);
        }
    }
    for (size_t i = 0; i < COUNT(options); i++) {
        if (strstr(man, options[i]) == NULL) {
            fail_msg("loopscope.1 does not name %s", options[i]);
        }
    }
    mem_free(man);
}

// How the man page writes a key.
static const char *key_name(size_t i) {
    switch (keys[i].key) {
    case TERM_LEFT:
        return "Left";
    case TERM_RIGHT:
        return "Right";
    case TERM_UP:
        return "Up";
    case TERM_DOWN:
        return "Down";
    default:
        return keys[i].shown;
    }
}

static void the_man_page_names_every_key(void **state) {
    char *man = read_man();
    char *section = strstr(man, ".SH KEYS");
    (void)state;
    assert_non_null(section);
    *strstr(section, ".SH EXIT") = '\0';
    for (size_t i = 0; i < COUNT(keys); i++) {
        // "=" is "+" without the shift key.
        if (keys[i].key != '=' && strstr(section, key_name(i)) == NULL) {
            fail_msg("loopscope.1 does not name the key %s", keys[i].shown);
        }
    }
    mem_free(man);
}

static void no_key_has_two_meanings(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(keys); i++) {
        for (size_t j = 0; j < i; j++) {
            assert_int_not_equal(keys[i].key, keys[j].key);
        }
        assert_int_equal(keys[i].english[0] == '\0', keys[i].chinese[0] == '\0');
    }
}

static void the_readme_names_every_command(void **state) {
    char *readme = read_text(SOURCE_DIR "/README.md");
    (void)state;
    for (size_t i = 0; i < COUNT(commands); i++) {
        char text[64];
        snprintf(text, sizeof text, "`loopscope %s ", commands[i]);
        if (strstr(readme, text) == NULL) {
            fail_msg("README.md does not name %s", commands[i]);
        }
    }
    assert_non_null(strstr(readme, "./lessons/start"));
    assert_non_null(strstr(readme, "./tests/run"));
    mem_free(readme);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_man_page_names_every_command_and_option),
        cmocka_unit_test(the_man_page_names_every_key),
        cmocka_unit_test(no_key_has_two_meanings),
        cmocka_unit_test(the_readme_names_every_command),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
