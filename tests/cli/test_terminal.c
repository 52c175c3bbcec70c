// The real program on a pseudo-terminal, driven by keys.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "cli/vt.h"
#include "support/test.h"

#define PATIENCE 10000 // milliseconds until something must have come

// A program on a terminal of its own.
struct session {
    int master, slave;
    pid_t child;
    struct termios before;
    struct vt vt;
    struct buf text;
};

static void set_size(struct session *session, int width, int height) {
    struct winsize size = {.ws_col = (unsigned short)width, .ws_row = (unsigned short)height};
    ioctl(session->master, TIOCSWINSZ, &size);
    session->vt.width = width;
    session->vt.height = height;
}

static void run_child(const struct session *session, char *const *words) {
    setsid();
    ioctl(session->slave, TIOCSCTTY, 0);
    dup2(session->slave, 0);
    dup2(session->slave, 1);
    dup2(session->slave, 2);
    close(session->master);
    close(session->slave);
    setenv("TERM", "xterm", 1);
    setenv("LOOPSCOPE_LESSONS", SOURCE_DIR "/lessons", 1);
    unsetenv("LANG");
    unsetenv("LC_ALL");
    unsetenv("LC_MESSAGES");
    unsetenv("NO_COLOR");
    execv(words[0], words);
    _exit(127);
}

// Starts a program; the slave stays open here, so that its modes can be read.
static void begin_program(struct session *session, char *const *words) {
    *session = (struct session){.master = posix_openpt(O_RDWR | O_NOCTTY)};
    assert_true(session->master >= 0 && grantpt(session->master) == 0);
    assert_int_equal(unlockpt(session->master), 0);
    session->slave = open(ptsname(session->master), O_RDWR | O_NOCTTY);
    assert_true(session->slave >= 0);
    set_size(session, 100, 30);
    tcgetattr(session->slave, &session->before);
    session->child = fork();
    if (session->child == 0) {
        run_child(session, words);
    }
}

// Starts loopscope with up to three words.
static void begin(struct session *session, const char *a, const char *b, const char *c) {
    char *words[] = {(char *)LOOPSCOPE_BINARY, (char *)a, (char *)b, (char *)c, NULL};
    begin_program(session, words);
}

// Takes what the program writes, for [milliseconds] at the most; false if nothing came.
static bool take(struct session *session, int milliseconds) {
    struct pollfd out = {.fd = session->master, .events = POLLIN};
    char bytes[4096];
    if (poll(&out, 1, milliseconds) <= 0) {
        return false;
    }
    ssize_t length = read(session->master, bytes, sizeof bytes);
    if (length <= 0) {
        return false;
    }
    vt_write(&session->vt, bytes, (size_t)length);
    return true;
}

static const char *screen(struct session *session) {
    buf_clear(&session->text);
    vt_text(&session->vt, &session->text);
    return buf_text(&session->text);
}

// Waits until [text] stands on the screen.
static void expect(struct session *session, const char *text) {
    struct timespec pause = {.tv_nsec = 1000000};
    for (int waited = 0; strstr(screen(session), text) == NULL; waited++) {
        if (waited > PATIENCE) {
            fail_msg("not shown: %s\n%s", text, screen(session));
        }
        if (!take(session, 1)) {
            nanosleep(&pause, NULL);
        }
    }
}

static void type(struct session *session, const char *keys) {
    ssize_t length = (ssize_t)strlen(keys);
    assert_int_equal(write(session->master, keys, (size_t)length), length);
}

// Waits until the program has ended, taking what it writes; gives its status as waitpid does.
static int wait_end(struct session *session) {
    int status = 0;
    for (int waited = 0; waitpid(session->child, &status, WNOHANG) == 0; waited++) {
        take(session, 1);
        if (waited > PATIENCE) {
            kill(session->child, SIGKILL);
            fail_msg("it does not end:\n%s", screen(session));
        }
    }
    while (take(session, 50)) {
    }
    return status;
}

static void assert_given_back(struct session *session) {
    struct termios now;
    tcgetattr(session->slave, &now);
    assert_int_equal(now.c_lflag, session->before.c_lflag);
    assert_int_equal(now.c_iflag, session->before.c_iflag);
    assert_int_equal(now.c_oflag, session->before.c_oflag);
    assert_false(session->vt.other_screen);
    assert_false(session->vt.hidden_cursor);
    assert_false(session->vt.mouse);
}

static void end(struct session *session) {
    close(session->master);
    close(session->slave);
    buf_free(&session->text);
}

#define RIGHT "\033OC"
#define LEFT  "\033OD"
#define UP    "\033OA"
#define DOWN  "\033OB"

static void the_menu_opens_a_lesson_and_comes_back(void **state) {
    struct session session;
    (void)state;
    begin(&session, NULL, NULL, NULL);
    expect(&session, "tick by tick");
    expect(&session, "10");
    type(&session, DOWN);
    expect(&session, "▶ 02");
    type(&session, "\r");
    expect(&session, "Event loop");
    expect(&session, "await say_after(1, 'hello')");
    type(&session, "q");
    expect(&session, "▶ 02");
    type(&session, UP);
    expect(&session, "▶ 01");
    type(&session, "q");
    int status = wait_end(&session);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_given_back(&session);
    end(&session);
}

static void keys_step_forwards_and_back(void **state) {
    struct session session;
    (void)state;
    begin(&session, "lesson", "1", NULL);
    expect(&session, "Nothing has run yet");
    type(&session, RIGHT);
    expect(&session, "▶  1 import asyncio");
    type(&session, RIGHT RIGHT);
    expect(&session, "▶ 10 asyncio.run(main())");
    type(&session, LEFT);
    expect(&session, "▶  4 async def main()");
    type(&session, DOWN);
    expect(&session, "Control goes from the loop to Task-1");
    type(&session, "gout:2\r");
    expect(&session, "The program prints \"world\\n\".");
    type(&session, "gnowhere\r");
    expect(&session, "nowhere");
    type(&session, "g");
    type(&session, "end\r");
    expect(&session, "ended: finished");
    type(&session, "m");
    expect(&session, "model notes");
    type(&session, "m");
    expect(&session, "model cpython");
    type(&session, "q");
    assert_int_equal(wait_end(&session), 0);
    assert_given_back(&session);
    end(&session);
}

static void play_runs_to_the_end_by_itself(void **state) {
    struct session session;
    (void)state;
    begin(&session, "lesson", "1", NULL);
    expect(&session, "Nothing has run yet");
    type(&session, "++++++ ");
    expect(&session, "ended: finished");
    expect(&session, "? help  q quit"); // it plays no more
    type(&session, "q");
    wait_end(&session);
    assert_given_back(&session);
    end(&session);
}

static void a_click_goes_to_a_line(void **state) {
    struct session session;
    (void)state;
    begin(&session, "lesson", "1", NULL);
    expect(&session, " 7     print('world')");
    type(&session, "\033[M %)"); // column 5, row 9: line 7 (curses asks for this form of xterm)
    type(&session, "\033[M#%)");
    expect(&session, "▶  7     print('world')");
    type(&session, "q");
    wait_end(&session);
    end(&session);
}

static void a_resize_at_any_moment_is_harmless(void **state) {
    static const int sizes[][2] = {{80, 24}, {60, 20},  {40, 10}, {30, 5},
                                   {1, 1},   {150, 45}, {41, 60}, {100, 30}};
    struct session session;
    (void)state;
    begin(&session, "lesson", "4", NULL);
    expect(&session, "Nothing has run yet");
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        set_size(&session, sizes[i][0], sizes[i][1]);
        type(&session, RIGHT "?");
        while (take(&session, 60)) {
        }
    }
    type(&session, "xxxxxxxxxxxxxxxx"); // closes whatever page of the help is open
    while (take(&session, 100)) {
    }
    expect(&session, "Event loop");
    type(&session, "q");
    wait_end(&session);
    assert_given_back(&session);
    end(&session);
}

static void check_signal(const char *keys, int signal_number) {
    struct session session;
    begin(&session, "lesson", "1", NULL);
    expect(&session, "Nothing has run yet");
    struct termios now;
    tcgetattr(session.slave, &now);
    assert_int_not_equal(now.c_lflag, session.before.c_lflag);
    assert_true(session.vt.other_screen);
    if (keys != NULL) {
        type(&session, keys);
    } else {
        kill(session.child, signal_number);
    }
    int status = wait_end(&session);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == signal_number);
    assert_given_back(&session);
    end(&session);
}

static void the_terminal_is_given_back_on_ctrl_c_signals_and_crashes(void **state) {
    (void)state;
    check_signal("\003", SIGINT);
    check_signal(NULL, SIGTERM);
    check_signal(NULL, SIGHUP);
    check_signal(NULL, SIGSEGV);
    check_signal(NULL, SIGABRT);
}

// Presses Ctrl-Z until the shell says that the program is stopped: on a machine with much else to
// do the first may come while the shell still arranges who is in the foreground.
static void stop(struct session *session) {
    for (int tries = 0; tries < 20 && strstr(screen(session), "topped") == NULL; tries++) {
        type(session, "\032");
        while (take(session, 1000)) {
        }
    }
}

static void ctrl_z_gives_the_terminal_back_until_it_goes_on(void **state) {
    struct session session;
    char *shell[] = {(char *)"/bin/sh", (char *)"-i", NULL};
    (void)state;
    begin_program(&session, shell);
    type(&session, "PS1='READY: '\r");
    expect(&session, "READY: ");
    type(&session, LOOPSCOPE_BINARY " lesson 1\r");
    expect(&session, "Nothing has run yet");
    stop(&session);
    expect(&session, "topped");
    assert_given_back(&session);
    type(&session, "fg\r");
    for (int waited = 0; !session.vt.other_screen; waited++) {
        take(&session, 1);
        assert_true(waited < PATIENCE);
    }
    while (take(&session, 100)) {
    }
    expect(&session, "Event loop");
    type(&session, RIGHT);
    expect(&session, "▶  1 import asyncio");
    type(&session, "q");
    expect(&session, "READY: ");
    assert_given_back(&session);
    type(&session, "exit\r");
    wait_end(&session);
    end(&session);
}

static int colors_of(const char *option) {
    struct session session;
    begin(&session, "lesson", "1", option);
    expect(&session, "Nothing has run yet");
    type(&session, DOWN DOWN);
    expect(&session, "Control goes back");
    type(&session, "q");
    wait_end(&session);
    end(&session);
    return session.vt.colors;
}

static void no_color_asks_for_no_colours(void **state) {
    (void)state;
    assert_int_equal(colors_of("--no-color"), 0);
    assert_int_not_equal(colors_of(NULL), 0);
}

static void what_a_program_writes_never_reaches_the_terminal_raw(void **state) {
    struct session session;
    (void)state;
    begin(&session, "replay", SOURCE_DIR "/tests/view/traces/wide.trace.jsonl", NULL);
    expect(&session, "Nothing has run yet");
    type(&session, "oooooo");
    expect(&session, "\\x1b[31mnot red\\x1b[0m\\x07");
    type(&session, "q");
    wait_end(&session);
    end(&session);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_menu_opens_a_lesson_and_comes_back),
        cmocka_unit_test(keys_step_forwards_and_back),
        cmocka_unit_test(play_runs_to_the_end_by_itself),
        cmocka_unit_test(a_click_goes_to_a_line),
        cmocka_unit_test(a_resize_at_any_moment_is_harmless),
        cmocka_unit_test(the_terminal_is_given_back_on_ctrl_c_signals_and_crashes),
        cmocka_unit_test(ctrl_z_gives_the_terminal_back_until_it_goes_on),
        cmocka_unit_test(no_color_asks_for_no_colours),
        cmocka_unit_test(what_a_program_writes_never_reaches_the_terminal_raw),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
