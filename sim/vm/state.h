// struct vm: everything that one run of a program knows. Only sim/vm's own files include this.
//
// There is no other state: no file of sim/vm keeps variables of its own. Each group of fields
// names the file that may change it; the others read.
#ifndef VM_STATE_H
#define VM_STATE_H

#include "base/arena.h"
#include "base/names.h"
#include "vm/builtin.h"
#include "vm/heap.h"
#include "vm/object.h"
#include "vm/raise.h"
#include "vm/vm.h"

// Names that the vm looks up itself: dunder(vm, DUNDER_init).
enum dunder {
#define DUNDER(identifier, text) DUNDER_##identifier,
#include "vm/dunders.def"
#undef DUNDER
    DUNDER_COUNT
};

#define VM_LOOKUPS 2048 // entries of the cache of attributes found on types; a power of two

// type_lookup once found [found] (borrowed; ABSENT: nothing) as [name] of the type of [version].
struct vm_lookup {
    const struct str *name;
    struct value found;
    uint32_t version; // 0: this entry is empty
};

#define VM_FRAME_GRAIN   16  // sizes of frames are rounded up to multiples of it
#define VM_FRAME_CLASSES 64  // frames of less than 64 * 16 bytes are used again
#define VM_TEXT_MEMOS    256 // a power of two

// The str of this serial number is described on the tape by [text].
struct vm_text_memo {
    uint32_t serial, text; // 0: empty
};

struct doomed {
    struct object **items;
    size_t count, capacity;
};

struct type_list {
    struct type **items;
    size_t count, capacity;
};

struct arena_list {
    struct arena *items;
    size_t count, capacity;
};

// A source file of the run: see files.h.
struct file {
    char *path, *text; // owned
    size_t length;
};

struct file_list {
    struct file *items;
    size_t count, capacity;
};

// Where the host stands: see vm_set_place.
struct vm_place {
    const char *path;
    int line;
    const char *text;
};

struct vm {
    struct vm_types types; // first: builtin() relies on it
    struct type *exceptions[EXCEPTION_COUNT];
    struct str *dunders[DUNDER_COUNT]; // interned

    // heap.c
    struct heap heap;

    // vm.c: set once by vm_new
    struct vm_options options;
    struct names *names;      // the names of all code objects; what compile_program interns into
    struct arena_list arenas; // one a compiled module: its code objects
    char *folder;             // of the program: where its own modules are; "" here; owned

    // files.c
    struct file_list files;

    // object.c
    uint32_t next_serial; // of the next object
    uint32_t live;        // objects that exist
    unsigned free_depth;  // object_free inside object_free
    struct doomed doomed; // objects that wait until free_depth is small again

    // finalize.c
    struct doomed risen; // objects that their __del__ kept alive: it is not called again

    // type_ready.c
    struct type_list builtin_types; // all, those of types.def first; freed by vm_free

    // type_lookup.c
    uint32_t next_version; // of the next type that changes
    struct vm_lookup lookups[VM_LOOKUPS];

    // native_object.c: the builtin function that was called last, for the wording of its errors
    const struct native *calling;
    struct type *calling_owner; // the builtin type that has it, or NULL

    // str.c
    struct str **interned; // open addressing, NULL: free; kept until vm_free
    uint32_t interned_count, interned_slots;
    struct str **name_strs; // by the id of a struct name; NULL: not asked for yet
    uint32_t name_str_count;
    struct str *ascii[128]; // the str of one character; kept
    struct str *empty;      // the empty str; kept
    struct value empty_tuple;

    // sys_functions.c: sys.set_int_max_str_digits
    int64_t int_digits_most; // the longest decimal text of an int that is converted; 0: any

    // raise.c
    struct value raised;       // ABSENT, or the exception that is on its way
    struct value memory_error; // made in advance

    // repr_guard.c
    struct repr_mark *reprs; // the innermost repr of a container under way; NULL: none

    // import.c
    struct dict *modules;  // sys.modules
    struct dict *builtins; // the namespace of module builtins

    // machine.c, call.c: what runs
    struct activity *activity; // the one that runs; NULL: none
    struct frame *frame;       // the frame that runs, innermost; NULL: none
    struct generator *root;    // the innermost generator that was resumed and runs; NULL: none
    struct value result;       // what the machine leaves with: see enum outcome
    int64_t budget;            // lines (and ticks) until the machine pauses
    bool ending;               // the run ends: everything unwinds, nothing is caught
    int nesting;               // runs of the machine inside natives' calls
    int depth;                 // frames of the activity, for the recursion limit
    int native_depth;          // C calls nested: vm_enter, vm_call
    int request;               // what a native that gave VALUE_BLOCKED asks for
    struct value payload;      // and its payload
    const struct instr *ip;    // where the handlers go on, in builds without tail calls
    struct value *sp;
    struct value *call_base; // the callable of the call that is being made, on the stack
    struct function *pushed; // what machine_push calls, not kept
    struct value victims[3]; // what a handler has yet to drop

    // frame.c
    struct frame *free_frames[VM_FRAME_CLASSES]; // for reuse, by size

    // warn.c
    struct vm_place place;

    // frame_object.c
    struct frame_object **seen; // objects of frames that have not ended; NULL: a free place
    uint32_t seen_count, seen_capacity, seen_free; // [seen_free]: no place before it is free

    // record.c
    struct tape *tape;                            // NULL: nothing is recorded
    uint32_t frame_number;                        // of the newest frame on the tape
    uint32_t task;                                // the number of the task that runs; 0: none
    uint32_t module_number;                       // of the program's module while it runs; 0: none
    struct vm_text_memo text_memo[VM_TEXT_MEMOS]; // of str objects
};

// The interned str of a name in vm/dunders.def; borrowed.
static inline struct str *dunder(const struct vm *vm, enum dunder which) {
    return vm->dunders[which];
}

// The exception that is being handled where the program stands (sys.exc_info): borrowed, or
// ABSENT. In machine.c.
struct value vm_handled(struct vm *vm);

#endif
