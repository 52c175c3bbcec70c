#include "code/emit.h"

#include <assert.h>

#include "code/assemble.h"
#include "code/compiler.h"

#define REFUSAL "more than 65535 names, constants or arguments in one place: split it"

// A cache's number is an operand too: the first one too many is refused.
static void count_cache(struct compiler *compiler, struct place place, unsigned op) {
    if (assemble_has_cache(op) && ++compiler->unit->caches == UINT16_MAX) {
        compile_refuse(compiler, place, REFUSAL);
    }
}

static struct step *add(struct compiler *compiler, struct place place, unsigned op) {
    count_cache(compiler, place, op);
    struct step *step = vec_push(&compiler->unit->steps);
    *step = (struct step){.op = (uint8_t)op,
                          .label = -1,
                          .region = compiler->unit->region,
                          .line = place.line,
                          .place = place};
    return step;
}

// Operands have 16 bits. What does not fit is refused, never cut.
static uint16_t fit(struct compiler *compiler, struct place place, size_t operand) {
    if (operand > UINT16_MAX) {
        compile_refuse(compiler, place, REFUSAL);
        return 0;
    }
    return (uint16_t)operand;
}

void emit(struct compiler *compiler, struct place place, enum opcode op) {
    add(compiler, place, op);
}

void emit_a(struct compiler *compiler, struct place place, enum opcode op, size_t a) {
    emit_sub_a(compiler, place, op, 0, a);
}

void emit_sub(struct compiler *compiler, struct place place, enum opcode op, unsigned sub) {
    add(compiler, place, op)->sub = (uint8_t)sub;
}

void emit_sub_a(struct compiler *compiler, struct place place, enum opcode op, unsigned sub,
                size_t a) {
    struct step *step = add(compiler, place, op);
    step->sub = (uint8_t)sub;
    step->a = fit(compiler, place, a);
}

void emit_a_b(struct compiler *compiler, struct place place, enum opcode op, size_t a, size_t b) {
    struct step *step = add(compiler, place, op);
    step->a = fit(compiler, place, a);
    step->b = fit(compiler, place, b);
}

void emit_jump(struct compiler *compiler, struct place place, enum opcode op, int label) {
    add(compiler, place, op)->label = label;
}

void emit_sub_name(struct compiler *compiler, struct place place, enum opcode op, unsigned sub,
                   const struct name *name) {
    name = scope_mangle(compiler->names, compiler->unit->scope_now->private, name);
    emit_sub_a(compiler, place, op, sub, pools_name(&compiler->unit->pools, name));
}

void emit_name(struct compiler *compiler, struct place place, enum opcode op,
               const struct name *name) {
    emit_sub_name(compiler, place, op, 0, name);
}

size_t emit_const_number(struct compiler *compiler, const struct constant *constant) {
    return pools_const(&compiler->unit->pools, constant);
}

void emit_const(struct compiler *compiler, struct place place, const struct constant *constant) {
    emit_a(compiler, place, OP_LOAD_CONST, emit_const_number(compiler, constant));
}

void emit_none(struct compiler *compiler, struct place place) {
    emit_const(compiler, place, &(struct constant){.kind = CONST_NONE});
}

void emit_int(struct compiler *compiler, struct place place, int64_t integer) {
    emit_const(compiler, place, &(struct constant){.kind = CONST_INT, .integer = integer});
}

void emit_text(struct compiler *compiler, struct place place, const struct name *name) {
    struct constant constant = {.kind = CONST_STR};
    constant.text.bytes = name->text;
    constant.text.length = name->length;
    emit_const(compiler, place, &constant);
}

void emit_silence(struct compiler *compiler) {
    vec_last(&compiler->unit->steps).line = 0;
}

int emit_label(struct compiler *compiler) {
    return unit_label(compiler->unit);
}

void emit_place(struct compiler *compiler, int label) {
    assert(compiler->unit->labels.items[label] == -1 && "a label is placed once");
    compiler->unit->labels.items[label] = (int)compiler->unit->steps.count;
}

void emit_place_handler(struct compiler *compiler, int label) {
    emit_place(compiler, label);
    emit(compiler, (struct place){.line = PLACE_UNKNOWN}, OP_NOP);
}

int emit_guard(struct compiler *compiler, int handler, unsigned dropped) {
    struct unit *unit = compiler->unit;
    struct step *step = add(compiler, place_nowhere(), STEP_GUARD);
    step->a = fit(compiler, place_nowhere(), unit->regions.count);
    step->b = (uint16_t)dropped;
    step->label = handler;
    *vec_push(&unit->regions) = (struct region){.handler = handler, .depth = -1};
    int around = unit->region;
    unit->region = (int)unit->regions.count - 1;
    return around;
}

void emit_unguard(struct compiler *compiler, int region) {
    compiler->unit->region = region;
}
