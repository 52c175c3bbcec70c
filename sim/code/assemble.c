#include "code/assemble.h"

#include <string.h>

#include "code/anchors.h"
#include "code/bound.h"
#include "code/depth.h"
#include "code/effects.h"
#include "code/flow.h"
#include "code/lines.h"
#include "code/peephole.h"

static const void *copy(struct arena *arena, const void *items, size_t size) {
    void *memory = arena_alloc(arena, size + 1);
    if (size > 0) {
        memcpy(memory, items, size);
    }
    return memory;
}

static void give_pools(struct unit *unit, struct arena *arena) {
    struct code *code = unit->code;
    struct pools *pools = &unit->pools;
    code->names = copy(arena, pools->names.items, pools->names.count * sizeof *pools->names.items);
    code->name_count = (uint16_t)pools->names.count;
    code->consts =
        copy(arena, pools->consts.items, pools->consts.count * sizeof *pools->consts.items);
    code->const_count = (uint16_t)pools->consts.count;
}

bool assemble_has_cache(unsigned op) {
    return op == OP_LOAD_GLOBAL || op == OP_LOAD_ATTR || op == OP_STORE_ATTR ||
           op == OP_LOAD_METHOD || op == OP_LOAD_GLOBAL_ABSENT || op == OP_LOAD_METHOD_LOCAL ||
           op == OP_LOAD_ATTR_LOCAL;
}

static struct instr instruction(const struct unit *unit, const struct step *step,
                                uint16_t *caches) {
    struct instr instr = {.op = step->op, .sub = step->sub, .a = step->a};
    if (step->label >= 0) {
        instr.target = (uint32_t)flow_target(unit, step->label);
        return instr;
    }
    instr.b = step->b;
    instr.c = step->c;
    if (assemble_has_cache(step->op)) {
        instr.c = (*caches)++;
    }
    return instr;
}

static uint16_t fit_column(int column) {
    return column < 0 || column >= UINT16_MAX ? UINT16_MAX : (uint16_t)column;
}

// A step on no line of its own is said to be on that of the one before it, without columns.
static struct position position_of(struct place_text *source, const struct step *step,
                                   uint32_t line) {
    const struct place *place = &step->place;
    struct position position = {.column = UINT16_MAX, .end_column = UINT16_MAX};
    if (place->line <= 0 || step->op == OP_LINE) {
        position.line = position.end_line = place->line > 0 ? (uint32_t)place->line : line;
        return position;
    }
    position.line = (uint32_t)place->line;
    position.end_line = (uint32_t)place->end_line;
    position.column = fit_column(place->column);
    position.end_column = fit_column(place->end_column);
    anchors_find(source, place->node, &position);
    return position;
}

static void give_instructions(struct unit *unit, struct arena *arena, struct place_text *source) {
    struct code *code = unit->code;
    size_t count = unit->steps.count;
    struct instr *instrs = arena_alloc(arena, count * sizeof *instrs + 1);
    struct position *positions = arena_alloc(arena, count * sizeof *positions + 1);
    uint32_t line = code->first_line;
    for (size_t i = 0; i < count; i++) {
        const struct step *step = &unit->steps.items[i];
        instrs[i] = instruction(unit, step, &code->cache_count);
        positions[i] = position_of(source, step, line);
        line = positions[i].line;
    }
    code->instrs = instrs;
    code->positions = positions;
    code->instr_count = (uint32_t)count;
    code->stack_size = (uint16_t)unit->stack_size;
}

// The end of the steps from [start] on that have one handler.
static size_t stretch_end(const struct unit *unit, size_t start) {
    size_t end = start + 1;
    while (end < unit->steps.count &&
           unit->steps.items[end].region == unit->steps.items[start].region) {
        end++;
    }
    return end;
}

// Each step knows its innermost handler, so that the stretches do not overlap.
static void give_handlers(struct unit *unit, struct arena *arena) {
    struct {
        struct handler *items;
        size_t count, capacity;
    } handlers = {0};
    for (size_t start = 0, end; start < unit->steps.count; start = end) {
        end = stretch_end(unit, start);
        int region = unit->steps.items[start].region;
        if (region >= 0) {
            const struct region *guarded = &unit->regions.items[region];
            *vec_push(&handlers) = (struct handler){(uint32_t)start, (uint32_t)end,
                                                    (uint32_t)flow_target(unit, guarded->handler),
                                                    (uint16_t)guarded->depth};
        }
    }
    unit->code->handlers = copy(arena, handlers.items, handlers.count * sizeof *handlers.items);
    unit->code->handler_count = (uint32_t)handlers.count;
    vec_free(&handlers);
}

void assemble_unit(struct unit *unit, struct arena *arena, struct place_text *source, bool fuse) {
    flow_simplify(unit);
    depth_measure(unit);
    lines_insert(unit);
    if (fuse) {
        bound_find(unit);
        peephole_fuse(unit);
    }
    give_pools(unit, arena);
    give_instructions(unit, arena, source);
    give_handlers(unit, arena);
}
