// Where LINE stands: lines_program.txt holds, for each code object of lines_program.py, which line
// CPython can report after which, as record_lines.py has written it. Here the same is read off the
// instructions: every way from one LINE to the next.
#include <stdlib.h>

#include "base/vec.h"
#include "code/effects.h"
#include "code/support.h"

#define PROGRAM SOURCE_DIR "/tests/code/lines_program.py"
#define TABLE   SOURCE_DIR "/tests/code/lines_program.txt"

enum { ENTRY = -1, RAISED = -2 }; // instead of the line that was reported last

struct state {
    uint32_t at;
    int last;
};

struct walk {
    const struct code *code;
    struct {
        struct state *items;
        size_t count, capacity;
    } states; // all that were reached; those from [done] on are still to be followed
    size_t done;
    struct {
        char **items;
        size_t count, capacity;
    } pairs;
};

static void reach(struct walk *walk, uint32_t at, int last) {
    for (size_t i = 0; i < walk->states.count; i++) {
        if (walk->states.items[i].at == at && walk->states.items[i].last == last) {
            return;
        }
    }
    *vec_push(&walk->states) = (struct state){at, last};
}

static void add_pair(struct walk *walk, int last, int line) {
    char text[40];
    if (last > 0) {
        snprintf(text, sizeof text, "%d>%d", last, line);
    } else {
        snprintf(text, sizeof text, "%s>%d", last == ENTRY ? "entry" : "raised", line);
    }
    for (size_t i = 0; i < walk->pairs.count; i++) {
        if (strcmp(walk->pairs.items[i], text) == 0) {
            return;
        }
    }
    *vec_push(&walk->pairs) = mem_copy_text(text, strlen(text));
}

static void follow(struct walk *walk, struct state state) {
    struct instr instr = walk->code->instrs[state.at];
    if (instr.op == OP_LINE && instr.sub == 0) {
        add_pair(walk, state.last, instr.a);
        state.last = instr.a;
    }
    if (opcode_is_jump(instr.op)) {
        reach(walk, instr.target, state.last);
    }
    if (!opcode_ends_block(instr.op)) {
        reach(walk, state.at + 1, state.last);
    }
}

// Python sorts the pairs by their text, then by the number of the second line.
static int by_text(const void *a, const void *b) {
    const char *first = *(char *const *)a;
    const char *second = *(char *const *)b;
    size_t length = strcspn(first, ">");
    size_t other = strcspn(second, ">");
    int order = strncmp(first, second, length < other ? length : other);
    if (order == 0 && length != other) {
        order = length < other ? -1 : 1;
    }
    return order != 0 ? order : atoi(first + length + 1) - atoi(second + other + 1);
}

// Appends the line that the table has for [code].
static void describe(const struct code *code, struct buf *out) {
    struct walk walk = {.code = code};
    reach(&walk, 0, ENTRY);
    for (uint32_t i = 0; i < code->handler_count; i++) {
        reach(&walk, code->handlers[i].target, RAISED);
    }
    while (walk.done < walk.states.count) {
        follow(&walk, walk.states.items[walk.done++]);
    }
    if (walk.pairs.count > 0) {
        qsort(walk.pairs.items, walk.pairs.count, sizeof *walk.pairs.items, by_text);
    }
    buf_printf(out, "%s\t%u", code->qualname->text, (unsigned)code->first_line);
    for (size_t i = 0; i < walk.pairs.count; i++) {
        buf_printf(out, "\t%s", walk.pairs.items[i]);
        mem_free(walk.pairs.items[i]);
    }
    buf_putc(out, '\n');
    vec_free(&walk.pairs);
    vec_free(&walk.states);
}

static void describe_all(const struct code *code, struct buf *out) {
    describe(code, out);
    for (size_t i = 0; i < code->const_count; i++) {
        if (code->consts[i].kind == CONST_CODE) {
            describe_all(code->consts[i].code, out);
        }
    }
}

static void lines_follow_each_other_as_in_cpython(void **state) {
    (void)state;
    struct compiled compiled;
    struct buf described = {0};
    char line[8192];
    compile_file(&compiled, PROGRAM);
    assert_non_null(compiled.code);
    describe_all(compiled.code, &described);
    FILE *table = fopen(TABLE, "r");
    assert_non_null(table);
    int missing = 0;
    while (fgets(line, sizeof line, table) != NULL) {
        if (strstr(buf_text(&described), line) == NULL) {
            print_error("expected: %s", line);
            missing++;
        }
    }
    fclose(table);
    if (missing > 0) {
        print_error("%s", buf_text(&described));
    }
    buf_free(&described);
    compiled_free(&compiled);
    assert_int_equal(missing, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_follow_each_other_as_in_cpython),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
