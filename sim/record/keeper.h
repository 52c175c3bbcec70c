// The process that keeps a trace: it outlives the Python that is recorded, however that ends.
#ifndef RECORD_KEEPER_H
#define RECORD_KEEPER_H

#include <stdbool.h>

// Starts the process: it reads what the recorder tells through [socket] and writes the trace to the
// open file [file], until nobody holds the [other] end of the socket. A file of its own is removed
// where nothing was told: [path], or NULL. The process is no child of ours and holds none of our
// streams. False if it could not be started.
bool keeper_start(int socket, int other, int file, const char *path);

#endif
