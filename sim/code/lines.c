#include "code/lines.h"

#include "code/effects.h"
#include "code/flow.h"

// What is known of the line that ran last before a step.
enum {
    LINE_UNSET = -3, // nothing yet
    LINE_MIXED = -2, // it depends on the way
    // PLACE_UNKNOWN (-1): none that counts
    // 0: the beginning of a module
};

// How the ways to a step are served.
enum entry {
    ENTRY_NONE,    // no LINE before the step
    ENTRY_SHARED,  // a LINE before it; ways that need none go past it
    ENTRY_SKIPPED, // the same, but what falls into the step jumps over the LINE
    ENTRY_COUNTED, // a LINE that only counts, for all ways
};

struct ways {
    struct unit *unit;
    int *before; // the line that ran before each step
    bool changed;
    unsigned char *entries;         // enum entry of each step
    unsigned char *jumps;           // enum way of the jump in each step
    int *line_labels, *step_labels; // of each step with a LINE: before and after it; -1: none yet
    struct steps steps;             // the result
    uint32_t *moved;
};

// What the jump in a step needs.
enum way { WAY_PLAIN, WAY_REPORTED, WAY_COUNTED };

static int line_after(const struct ways *ways, size_t i) {
    int line = ways->unit->steps.items[i].line;
    return line != 0 ? line : ways->before[i];
}

static void merge(struct ways *ways, size_t i, int line) {
    if (i >= ways->unit->steps.count || ways->before[i] == line || ways->before[i] == LINE_MIXED) {
        return;
    }
    ways->before[i] = ways->before[i] == LINE_UNSET ? line : LINE_MIXED;
    ways->changed = true;
}

// One turn through all steps: hands each one's line on to those that may come next.
static void spread(struct ways *ways) {
    const struct unit *unit = ways->unit;
    for (size_t i = 0; i < unit->steps.count; i++) {
        const struct step *step = &unit->steps.items[i];
        if (ways->before[i] == LINE_UNSET) {
            continue;
        }
        int line = line_after(ways, i);
        if (step->label >= 0) {
            merge(ways, flow_target(unit, step->label), line);
        }
        if (step->region >= 0) {
            merge(ways, flow_target(unit, unit->regions.items[step->region].handler), line);
        }
        if (!opcode_ends_block(step->op)) {
            merge(ways, i + 1, line);
        }
    }
}

// A function or class begins on its first line, where CPython reports none yet.
static int first_line(const struct ways *ways) {
    const struct code *code = ways->unit->code;
    return code->flags & CODE_MODULE ? 0 : (int)code->first_line;
}

static void find_lines(struct ways *ways) {
    for (size_t i = 0; i <= ways->unit->steps.count; i++) {
        ways->before[i] = LINE_UNSET;
    }
    ways->before[0] = first_line(ways);
    do {
        ways->changed = false;
        spread(ways);
    } while (ways->changed);
}

// Does the way from step [from] to step [to] have to report the line?
static bool is_reported(const struct ways *ways, size_t from, size_t to) {
    int line = ways->unit->steps.items[to].line;
    return line > 0 && line_after(ways, from) != line;
}

// What the jump in step [i] needs.
static enum way way_of(const struct ways *ways, size_t i) {
    const struct step *step = &ways->unit->steps.items[i];
    size_t target = flow_target(ways->unit, step->label);
    if (target >= ways->unit->steps.count) {
        return WAY_PLAIN;
    }
    if (is_reported(ways, i, target)) {
        return WAY_REPORTED;
    }
    return target <= i ? WAY_COUNTED : WAY_PLAIN;
}

static bool falls_into(const struct ways *ways, size_t i) {
    return i > 0 && !opcode_ends_block(ways->unit->steps.items[i - 1].op);
}

// Notes what the jumps need. An unconditional one can have the LINE before itself, which costs
// nothing where the step it goes to is mostly reached without.
static void find_jumps(struct ways *ways) {
    const struct unit *unit = ways->unit;
    for (size_t i = 0; i < unit->steps.count; i++) {
        const struct step *step = &unit->steps.items[i];
        if (step->label < 0) {
            continue;
        }
        size_t target = flow_target(unit, step->label);
        ways->jumps[i] = (unsigned char)way_of(ways, i);
        bool own = step->op == OP_JUMP && falls_into(ways, target) &&
                   !is_reported(ways, target - 1, target);
        if (ways->jumps[i] == WAY_REPORTED && !own) {
            ways->entries[target] = ENTRY_SHARED;
        }
    }
}

// Handlers and the first step begin a line if they are on one.
static void find_entries(struct ways *ways) {
    const struct unit *unit = ways->unit;
    for (size_t i = 0; i < unit->regions.count; i++) {
        if (unit->regions.items[i].handler < 0) {
            continue;
        }
        size_t handler = flow_target(unit, unit->regions.items[i].handler);
        int line = unit->steps.items[handler].line;
        if (line > 0 && ways->before[handler] != line) {
            ways->entries[handler] = ENTRY_SHARED;
        }
    }
    for (size_t i = 0; i < unit->steps.count; i++) {
        bool first = i == 0 && unit->steps.items[0].line > 0 &&
                     unit->steps.items[0].line != first_line(ways);
        if (first || (falls_into(ways, i) && is_reported(ways, i - 1, i))) {
            ways->entries[i] = ENTRY_SHARED;
        } else if (ways->entries[i] == ENTRY_SHARED && falls_into(ways, i)) {
            ways->entries[i] = ENTRY_SKIPPED;
        }
    }
}

// The first step that belongs to a line: making cells does not.
static size_t first_on_a_line(const struct unit *unit) {
    size_t i = 0;
    while (i + 1 < unit->steps.count && unit->steps.items[i].line <= 0) {
        i++;
    }
    return i;
}

// Jumps back within a line need a LINE that counts: before their target if there is none yet, or
// before themselves. So does a function that stands on one line: it may call itself for ever.
static void find_counts(struct ways *ways) {
    size_t first = first_on_a_line(ways->unit);
    if (ways->entries[first] == ENTRY_NONE && (ways->unit->code->flags & CODE_MODULE) == 0) {
        ways->entries[first] = ENTRY_COUNTED;
    }
    for (size_t i = 0; i < ways->unit->steps.count; i++) {
        if (ways->jumps[i] != WAY_COUNTED) {
            continue;
        }
        size_t target = flow_target(ways->unit, ways->unit->steps.items[i].label);
        if (ways->entries[target] == ENTRY_NONE) {
            ways->entries[target] = ENTRY_COUNTED;
        }
        if (ways->entries[target] == ENTRY_COUNTED) {
            ways->jumps[i] = WAY_PLAIN;
        }
    }
}

static void add(struct ways *ways, const struct step *like, enum opcode op, unsigned sub,
                int label) {
    struct step *step = vec_push(&ways->steps);
    *step = (struct step){.op = (uint8_t)op, .sub = (uint8_t)sub, .label = label};
    step->region = like->region;
    step->place = like->place;
    step->place.node = NULL;
}

static void add_line(struct ways *ways, const struct step *like, int line, unsigned sub) {
    add(ways, like, OP_LINE, sub, -1);
    struct step *step = &vec_last(&ways->steps);
    step->a = line > UINT16_MAX ? UINT16_MAX : (uint16_t)line;
    step->line = step->place.line = step->place.end_line = line;
}

static int label_of(struct ways *ways, int *labels, size_t i) {
    if (labels[i] < 0) {
        labels[i] = unit_label(ways->unit);
    }
    return labels[i];
}

// The line on which a jump from step [from] to step [to] arrives.
static int line_of(const struct ways *ways, size_t from, size_t to) {
    int line = ways->unit->steps.items[to].line;
    line = line > 0 ? line : line_after(ways, from);
    return line > 0 ? line : 0;
}

// The LINE before step [i], if it has one.
static void add_entry(struct ways *ways, size_t i) {
    const struct step *step = &ways->unit->steps.items[i];
    if (ways->entries[i] == ENTRY_NONE) {
        return;
    }
    int after = label_of(ways, ways->step_labels, i);
    if (ways->entries[i] == ENTRY_SKIPPED) {
        add(ways, step, OP_JUMP, 0, after);
    }
    ways->moved[i] = (uint32_t)ways->steps.count;
    bool counted = ways->entries[i] == ENTRY_COUNTED;
    add_line(ways, step, counted ? line_of(ways, i, i) : step->line, counted);
}

// The step itself. Its jump goes past the LINE of its target, unless it needs it.
static void add_step(struct ways *ways, size_t i) {
    struct step step = ways->unit->steps.items[i];
    enum way way = ways->jumps[i];
    if (step.label >= 0) {
        size_t target = flow_target(ways->unit, step.label);
        bool reported = way == WAY_REPORTED;
        bool shared = reported && ways->entries[target] != ENTRY_NONE;
        if (way == WAY_COUNTED || (reported && !shared)) {
            add_line(ways, &step, line_of(ways, i, target), way == WAY_COUNTED);
        }
        step.label = label_of(ways, shared ? ways->line_labels : ways->step_labels, target);
    }
    if (step.op != OP_NOP) {
        *vec_push(&ways->steps) = step;
    }
}

// Writes all steps anew. The labels of jumps are new ones, placed at the end by where their step
// and its LINE have come to stand.
static void rewrite(struct ways *ways) {
    size_t count = ways->unit->steps.count;
    uint32_t *placed = mem_zalloc(count + 1, sizeof *placed);
    for (size_t i = 0; i < count; i++) {
        ways->moved[i] = (uint32_t)ways->steps.count;
        add_entry(ways, i);
        placed[i] =
            ways->entries[i] == ENTRY_COUNTED ? ways->moved[i] : (uint32_t)ways->steps.count;
        add_step(ways, i);
    }
    ways->moved[count] = placed[count] = (uint32_t)ways->steps.count;
    unit_replace_steps(ways->unit, ways->steps, ways->moved);
    for (size_t i = 0; i <= count; i++) {
        if (ways->line_labels[i] >= 0) {
            ways->unit->labels.items[ways->line_labels[i]] = (int)ways->moved[i];
        }
        if (ways->step_labels[i] >= 0) {
            ways->unit->labels.items[ways->step_labels[i]] = (int)placed[i];
        }
    }
    mem_free(placed);
}

static int *labels_new(size_t count) {
    int *labels = mem_alloc((count + 1) * sizeof *labels);
    for (size_t i = 0; i <= count; i++) {
        labels[i] = -1;
    }
    return labels;
}

void lines_insert(struct unit *unit) {
    size_t count = unit->steps.count;
    struct ways ways = {.unit = unit};
    ways.before = labels_new(count);
    ways.line_labels = labels_new(count);
    ways.step_labels = labels_new(count);
    ways.entries = mem_zalloc(count + 1, 1);
    ways.jumps = mem_zalloc(count + 1, 1);
    ways.moved = mem_zalloc(count + 1, sizeof *ways.moved);
    find_lines(&ways);
    find_jumps(&ways);
    find_entries(&ways);
    find_counts(&ways);
    rewrite(&ways);
    mem_free(ways.before);
    mem_free(ways.line_labels);
    mem_free(ways.step_labels);
    mem_free(ways.entries);
    mem_free(ways.jumps);
    mem_free(ways.moved);
}
