// sys.stdin, sys.stdout and sys.stderr as the program finds them: text streams of their own type.
#ifndef VM_STREAM_H
#define VM_STREAM_H

#include "base/buf.h"
#include "vm/object.h"

struct stream {
    struct object head;
    int number;         // 0: stdin; 1: stdout; 2: stderr
    struct buf waiting; // of stdin: what the host gave and the program has not read yet
};

struct value stream_new(struct vm *vm, int number);
bool stream_is(struct vm *vm, struct value v);

// Writes to one of the vm's own streams. UnicodeEncodeError for lone surrogates: false.
bool stream_write(struct vm *vm, struct value stream, struct str *text);

#endif
