#include "trace/history.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "base/pile.h"

// Where record [id] is found.
struct slot {
    uint32_t generation; // [edit] holds it if this is the history's own generation
    uint32_t edit;       // number of its edit
    uint32_t last;       // number of its newest version, 0: none
};

// A record as the present epoch has changed it.
struct edit {
    uint64_t id;
    uint64_t record[]; // aligned for any record
};

// A record as it stood when [epoch] began, until the next version.
struct version {
    uint32_t epoch;
    uint32_t depth;        // versions before it
    uint32_t before, skip; // earlier versions, 0: none
    uint64_t record[];
};

struct history {
    size_t size;         // bytes of a record
    uint32_t epoch;      // the present one
    uint32_t generation; // counts the times at which all edits were forgotten
    uint32_t edit_count, version_count;
    struct pile slots, edits, versions;
    void *zeros; // what a record reads as that was never edited
};

struct history *history_new(size_t size) {
    struct history *history = mem_zalloc(1, sizeof *history);
    size_t rounded = (size + 7) / 8 * 8;
    *history = (struct history){
        .size = size,
        .generation = 1,
        .version_count = 1, // number 0 means none
        .slots = PILE(struct slot),
        .edits = {.size = sizeof(struct edit) + rounded},
        .versions = {.size = sizeof(struct version) + rounded},
        .zeros = mem_zalloc(1, rounded),
    };
    pile_reach(&history->versions, 0);
    return history;
}

void history_free(struct history *history) {
    if (history == NULL) {
        return;
    }
    pile_free(&history->slots);
    pile_free(&history->edits);
    pile_free(&history->versions);
    mem_free(history->zeros);
    mem_free(history);
}

static struct version *version_at(const struct history *history, uint32_t number) {
    return pile_at(&history->versions, number);
}

// The record as it stood when the present epoch began, given its newest version.
static const void *read_version(const struct history *history, uint32_t number) {
    while (number != 0) {
        const struct version *version = version_at(history, number);
        if (version->epoch <= history->epoch) {
            return version->record;
        }
        bool far = version_at(history, version->skip)->epoch > history->epoch;
        number = far ? version->skip : version->before;
    }
    return history->zeros;
}

const void *history_read(const struct history *history, uint32_t id) {
    if (!pile_has(&history->slots, id)) {
        return history->zeros;
    }
    const struct slot *slot = pile_at(&history->slots, id);
    if (slot->generation == history->generation) {
        return ((struct edit *)pile_at(&history->edits, slot->edit))->record;
    }
    return read_version(history, slot->last);
}

void *history_edit(struct history *history, uint32_t id) {
    struct slot *slot = pile_reach(&history->slots, id);
    if (slot->generation == history->generation) {
        return ((struct edit *)pile_at(&history->edits, slot->edit))->record;
    }
    slot->generation = history->generation;
    slot->edit = history->edit_count++;
    struct edit *edit = pile_reach(&history->edits, slot->edit);
    edit->id = id;
    memcpy(edit->record, read_version(history, slot->last), history->size);
    return edit->record;
}

static void forget_edits(struct history *history) {
    history->generation++;
    history->edit_count = 0;
}

// The version to which a new one after [before] skips: its successor on the way of equal leaps.
static uint32_t find_skip(const struct history *history, uint32_t before) {
    const struct version *one = version_at(history, before);
    const struct version *two = version_at(history, one->skip);
    bool equal_leaps =
        one->depth - two->depth == two->depth - version_at(history, two->skip)->depth;
    return equal_leaps ? two->skip : before;
}

void history_keep(struct history *history) {
    history->epoch++;
    for (uint32_t i = 0; i < history->edit_count; i++) {
        const struct edit *edit = pile_at(&history->edits, i);
        struct slot *slot = pile_at(&history->slots, (uint32_t)edit->id);
        uint32_t number = history->version_count++;
        struct version *version = pile_reach(&history->versions, number);
        version->epoch = history->epoch;
        version->before = slot->last;
        version->depth = slot->last == 0 ? 1 : version_at(history, slot->last)->depth + 1;
        version->skip = slot->last == 0 ? 0 : find_skip(history, slot->last);
        memcpy(version->record, edit->record, history->size);
        assert(slot->last == 0 || version_at(history, slot->last)->epoch < history->epoch);
        slot->last = number;
    }
    forget_edits(history);
}

void history_go(struct history *history, uint32_t epoch) {
    history->epoch = epoch;
    forget_edits(history);
}

size_t history_bytes(const struct history *history) {
    return pile_bytes(&history->slots) + pile_bytes(&history->edits) +
           pile_bytes(&history->versions);
}
