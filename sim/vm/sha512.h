// SHA-512, with which module random makes seeds of texts.
#ifndef VM_SHA512_H
#define VM_SHA512_H

#include <stddef.h>

#define SHA512_SIZE 64

// Writes the digest of [length] bytes to [out].
void sha512(const void *data, size_t length, unsigned char out[SHA512_SIZE]);

#endif
