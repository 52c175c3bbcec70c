// Which handler is in place is the note, kept by the system: so this needs no variable that a
// handler could change. First `note`, then, once Ctrl-C has come, `end`.
#include "cli/interrupt.h"

#include <signal.h>
#include <stddef.h>

static void install(void (*handler)(int)) {
    struct sigaction action = {.sa_handler = handler};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
}

// The second Ctrl-C.
static void end(int signal_number) {
    install(SIG_DFL);
    raise(signal_number);
}

// The first one.
static void note(int signal_number) {
    (void)signal_number;
    install(end);
}

static bool is_handled_by(void (*handler)(int)) {
    struct sigaction now;
    return sigaction(SIGINT, NULL, &now) == 0 && now.sa_handler == handler;
}

void interrupt_expect(void) {
    if (is_handled_by(SIG_DFL)) {
        install(note);
    }
}

bool interrupt_came(void) {
    return is_handled_by(end);
}

void interrupt_forget(void) {
    if (is_handled_by(note) || is_handled_by(end)) {
        install(SIG_DFL);
    }
}
