// Making a code object ready: what compile-time constants, names and instructions become.
// What a loaded code holds is the learner's memory, since modules and their code keep each other
// alive in a circle that only the end of the run frees.
#include "vm/loaded.h"

#include "vm/code_attributes.h"
#include "vm/constants.h"
#include "vm/dict.h"
#include "vm/frame.h"
#include "vm/native.h"
#include "vm/state.h"
#include "vm/str.h"
#include "vm/translate.h"

static bool generates(const struct code *code) {
    return (code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) != 0;
}

struct value loaded_new(struct vm *vm, const struct code *code, struct dict *globals) {
    struct loaded *loaded = object_new(vm, builtin(vm, BUILTIN_code), sizeof *loaded);
    if (loaded == NULL) {
        return VALUE_ERROR;
    }
    loaded->code = code;
    loaded->globals = globals;
    loaded->start = (struct position){.line = code->first_line,
                                      .end_line = code->first_line,
                                      .column = UINT16_MAX,
                                      .end_column = UINT16_MAX};
    value_keep(value_object(globals));
    return value_object(loaded);
}

static size_t consts_size(const struct code *code) {
    return (code->const_count + 1u) * sizeof(struct value);
}

static size_t names_size(const struct code *code) {
    return (code->name_count + 1u) * sizeof(struct str *);
}

static size_t caches_size(const struct code *code) {
    return (code->cache_count + 1u) * sizeof(struct cache);
}

static size_t instrs_size(const struct code *code) {
    return (code->instr_count + 1u) * sizeof(struct instr);
}

static size_t texts_size(const struct code *code) {
    return sizeof(struct loaded_texts) + (code->slot_count + code->name_count) * sizeof(uint32_t);
}

static void consts_free(struct vm *vm, struct loaded *loaded) {
    if (loaded->consts == NULL) {
        return;
    }
    for (uint32_t i = 0; i < loaded->code->const_count; i++) {
        value_drop(vm, loaded->consts[i]);
    }
    heap_free(vm, loaded->consts, consts_size(loaded->code));
    loaded->consts = NULL;
}

static bool load_consts(struct vm *vm, struct loaded *loaded) {
    const struct code *code = loaded->code;
    loaded->consts = heap_alloc(vm, consts_size(code));
    if (loaded->consts == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < code->const_count; i++) {
        loaded->consts[i] = VALUE_ABSENT;
    }
    for (uint32_t i = 0; i < code->const_count; i++) {
        loaded->consts[i] = constant_value(vm, &code->consts[i], loaded->globals);
        if (value_is_error(loaded->consts[i])) {
            consts_free(vm, loaded);
            return false;
        }
    }
    return true;
}

static bool load_names(struct vm *vm, struct loaded *loaded) {
    const struct code *code = loaded->code;
    loaded->names = heap_alloc(vm, names_size(code));
    for (uint32_t i = 0; i < code->name_count && loaded->names != NULL; i++) {
        struct value name = str_intern_name(vm, code->names[i]);
        if (value_is_error(name)) {
            heap_free(vm, (void *)loaded->names, names_size(code));
            loaded->names = NULL;
            return false;
        }
        loaded->names[i] = str_of(name);
        value_drop(vm, name); // the vm keeps it
    }
    return loaded->names != NULL;
}

static uint32_t name_text(struct vm *vm, const struct name *name) {
    return tape_text(vm->tape, name->text, name->length);
}

static bool load_texts(struct vm *vm, struct loaded *loaded) {
    const struct code *code = loaded->code;
    struct loaded_texts *texts = heap_alloc(vm, texts_size(code));
    if (texts == NULL) {
        return false;
    }
    texts->function = name_text(vm, code->qualname);
    for (uint32_t i = 0; i < code->slot_count; i++) {
        const struct name *name = code->slots[i].name;
        texts->ids[i] = name == NULL ? TAPE_TEXT_EMPTY : name_text(vm, name);
    }
    for (uint32_t i = 0; i < code->name_count; i++) {
        texts->ids[code->slot_count + i] = name_text(vm, code->names[i]);
    }
    loaded->texts = texts;
    return true;
}

static bool load_instrs(struct vm *vm, struct loaded *loaded) {
    const struct code *code = loaded->code;
    loaded->caches = heap_alloc(vm, caches_size(code));
    loaded->instrs = heap_alloc(vm, instrs_size(code));
    if (loaded->caches == NULL || loaded->instrs == NULL) {
        heap_free(vm, loaded->caches, caches_size(code));
        heap_free(vm, loaded->instrs, instrs_size(code));
        loaded->instrs = NULL;
        loaded->caches = NULL;
        return false;
    }
    memset(loaded->caches, 0, caches_size(code));
    translate_code(code, loaded->recorded, loaded->recorded_values, loaded->instrs);
    return true;
}

// Which of vm->free_frames; VM_FRAME_CLASSES: none.
static uint32_t frame_class(uint32_t size) {
    uint32_t class = (size + VM_FRAME_GRAIN - 1) / VM_FRAME_GRAIN;
#ifdef LOOPSCOPE_SANITIZE
    class = VM_FRAME_CLASSES; // AddressSanitizer shall see each frame end
#endif
    return class < VM_FRAME_CLASSES ? class : VM_FRAME_CLASSES;
}

static void load_counts(struct loaded *loaded) {
    const struct code *code = loaded->code;
    bool spread = (code->flags & (CODE_VARARGS | CODE_VARKEYWORDS)) != 0;
    loaded->parameters =
        (uint16_t)(code->positional + code->keyword_only + ((code->flags & CODE_VARARGS) != 0) +
                   ((code->flags & CODE_VARKEYWORDS) != 0));
    loaded->simple = !spread && code->keyword_only == 0;
    loaded->plain = loaded->simple && !generates(code);
    loaded->first_free = (uint16_t)(code->slot_count - code->free_count);
    size_t values = code->slot_count + code->stack_size + 1u;
    loaded->frame_size = (uint32_t)(sizeof(struct frame) + values * sizeof(struct value));
    loaded->frame_class = frame_class(loaded->frame_size);
}

bool loaded_prepare(struct vm *vm, struct loaded *loaded) {
    if (loaded->prepared) {
        return true;
    }
    loaded->recorded = vm->tape != NULL && vm->options.detail >= VM_DETAIL_LINES &&
                       (loaded->code->flags & CODE_LIBRARY) == 0;
    loaded->recorded_values = loaded->recorded && vm->options.detail >= VM_DETAIL_VALUES;
    if ((loaded->consts == NULL && !load_consts(vm, loaded)) ||
        (loaded->names == NULL && !load_names(vm, loaded)) ||
        (loaded->instrs == NULL && !load_instrs(vm, loaded)) ||
        (loaded->recorded && loaded->texts == NULL && !load_texts(vm, loaded))) {
        raise_memory(vm);
        return false;
    }
    load_counts(loaded);
    loaded->prepared = true;
    return true;
}

const struct position *loaded_position(const struct loaded *loaded, uint32_t instr) {
    return instr == 0 && generates(loaded->code) ? &loaded->start : &loaded->code->positions[instr];
}

static void code_free(struct vm *vm, struct object *object) {
    struct loaded *loaded = (struct loaded *)object;
    const struct code *code = loaded->code;
    consts_free(vm, loaded);
    heap_free(vm, loaded->texts, texts_size(code));
    heap_free(vm, (void *)loaded->names, names_size(code));
    heap_free(vm, loaded->caches, caches_size(code));
    heap_free(vm, loaded->instrs, instrs_size(code));
    value_drop(vm, value_object(loaded->globals));
}

bool code_type_ready(struct vm *vm, struct type *type) {
    type->size = sizeof(struct loaded);
    type->free = code_free;
    type->repr = code_repr;
    return type_ready(vm, type, code_attributes);
}
