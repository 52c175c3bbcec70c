#include "record/keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "record/transcriber.h"

#define MESSAGE_MOST 65536 // words

// Each message begins with its number: one that comes twice (its sender was interrupted and cannot
// know that it went out) is taken once.
static void keep(int socket, struct transcriber *transcriber, uint64_t *messages) {
    int64_t *words = mem_alloc(MESSAGE_MOST * sizeof *words);
    for (;;) {
        ssize_t length = recv(socket, words, MESSAGE_MOST * sizeof *words, 0);
        if (length < 0 && errno == EINTR) {
            continue;
        }
        if (length < (ssize_t)sizeof *words) {
            break;
        }
        if (words[0] == (int64_t)*messages) {
            ++*messages;
            size_t count = (size_t)length / sizeof *words - 1;
            if (transcriber_take(transcriber, words + 1, count)) {
                int64_t answer = transcriber_error(transcriber);
                send(socket, &answer, sizeof answer, MSG_NOSIGNAL);
            }
        }
    }
    mem_free(words);
}

static void leave_streams(void) {
    int nothing = open("/dev/null", O_RDWR);
    for (int number = 0; number <= 2; number++) {
        dup2(nothing, number);
    }
    close(nothing);
}

static void be_keeper(int socket, int file, const char *path) {
    setsid();
    leave_streams();
    uint64_t messages = 0;
    struct transcriber *transcriber = transcriber_new(file);
    keep(socket, transcriber, &messages);
    if (messages > 0) {
        transcriber_close(transcriber);
    } else if (path != NULL) {
        unlink(path);
    }
    _exit(0);
}

bool keeper_start(int socket, int other, int file, const char *path) {
    pid_t child = fork();
    if (child == 0) {
        pid_t grandchild = fork();
        if (grandchild == 0) {
            close(other);
            be_keeper(socket, file, path);
        }
        _exit(grandchild < 0);
    }
    int status;
    return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}
