#include "code/verify.h"

#include <inttypes.h>

#include "base/mem.h"
#include "base/vec.h"
#include "code/disasm.h"
#include "code/effects.h"

struct check {
    const struct code *code;
    struct buf *why;
    int *depths; // before each instruction; -1: not reached yet
    struct {
        uint32_t *items;
        size_t count, capacity;
    } todo;
    bool failed;
};

static void fail(struct check *check, uint32_t at, const char *what) {
    if (check->failed) {
        return;
    }
    check->failed = true;
    buf_printf(check->why, "%s, instruction %" PRIu32 ": %s", check->code->qualname->text, at,
               what);
}

static void reach(struct check *check, uint32_t from, uint32_t to, int depth) {
    if (to >= check->code->instr_count) {
        fail(check, from, "goes past the end");
    } else if (depth < 0 || depth > check->code->stack_size) {
        fail(check, from, "leaves the stack's bounds");
    } else if (check->depths[to] < 0) {
        check->depths[to] = depth;
        *vec_push(&check->todo) = to;
    } else if (check->depths[to] != depth) {
        fail(check, to, "is reached with two depths");
    }
}

static const struct handler *handler_of(const struct check *check, uint32_t at) {
    for (uint32_t i = 0; i < check->code->handler_count; i++) {
        const struct handler *handler = &check->code->handlers[i];
        if (at >= handler->start && at < handler->end) {
            return handler;
        }
    }
    return NULL;
}

static void follow(struct check *check, uint32_t at) {
    struct instr instr = check->code->instrs[at];
    int depth = check->depths[at];
    bool jump = opcode_is_jump(instr.op);
    struct effect effect = effect_of(instr.op, instr.sub, instr.a, jump ? 0 : instr.b, false);
    const struct handler *handler = handler_of(check, at);
    if (depth < effect.needs) {
        fail(check, at, "takes more than is there");
        return;
    }
    // A line can begin where the stack is not yet, or no longer, as deep as the handler wants it.
    if (handler != NULL && instr.op != OP_LINE) {
        if (depth < handler->depth) {
            fail(check, at, "has a handler that keeps more than is there");
        }
        reach(check, at, handler->target, handler->depth + 2);
    }
    if (jump) {
        struct effect jumped = effect_of(instr.op, instr.sub, instr.a, 0, true);
        reach(check, at, instr.target, depth - jumped.pops + jumped.pushes);
    }
    if (!opcode_ends_block(instr.op)) {
        reach(check, at, at + 1, depth - effect.pops + effect.pushes);
    }
}

static bool verify_one(const struct code *code, struct buf *why) {
    struct check check = {.code = code, .why = why};
    check.depths = mem_alloc((code->instr_count + 1) * sizeof *check.depths);
    for (uint32_t i = 0; i < code->instr_count; i++) {
        check.depths[i] = -1;
    }
    reach(&check, 0, 0, 0);
    while (check.todo.count > 0 && !check.failed) {
        follow(&check, vec_pop(&check.todo));
    }
    for (uint32_t i = 0; i < code->instr_count; i++) {
        if (check.depths[i] < 0) {
            fail(&check, i, "is never reached");
        }
    }
    vec_free(&check.todo);
    mem_free(check.depths);
    return !check.failed;
}

bool verify_code(const struct code *code, struct buf *why) {
    if (!verify_one(code, why)) {
        return false;
    }
    for (size_t i = 0; i < code->const_count; i++) {
        if (code->consts[i].kind == CONST_CODE && !verify_code(code->consts[i].code, why)) {
            return false;
        }
    }
    return true;
}
