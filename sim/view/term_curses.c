// The terminal through ncursesw.
#include "view/term.h"

#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

#define SIGNAL_STACK 65536 // for handlers, since a crash may be for want of stack

struct term {
    SCREEN *screen;
    bool color;
    void *signal_stack;
};

// What each style is: attributes without colours, and a colour pair more with them.
static const struct {
    attr_t attributes;
    short foreground;
} looks[STYLE_COUNT] = {
    [STYLE_PLAIN] = {A_NORMAL, -1},
    [STYLE_DIM] = {A_DIM, -1},
    [STYLE_BOLD] = {A_BOLD, -1},
    [STYLE_TITLE] = {A_BOLD, -1},
    [STYLE_FOCUS] = {A_BOLD | A_UNDERLINE, COLOR_CYAN},
    [STYLE_BAR] = {A_REVERSE, -1},
    [STYLE_CURRENT] = {A_REVERSE | A_BOLD, -1},
    [STYLE_MARK] = {A_NORMAL, COLOR_YELLOW},
    [STYLE_RUNNING] = {A_BOLD, COLOR_GREEN},
    [STYLE_READY] = {A_NORMAL, COLOR_CYAN},
    [STYLE_SLEEPING] = {A_NORMAL, COLOR_MAGENTA}, // blue is hard to read when projected
    [STYLE_WAITING] = {A_NORMAL, COLOR_YELLOW},
    [STYLE_DONE] = {A_DIM, -1},
    [STYLE_CURSOR] = {A_REVERSE, -1},
    [STYLE_ERROR] = {A_BOLD, COLOR_RED},
    [STYLE_CHANGED] = {A_BOLD | A_UNDERLINE, -1},
    [STYLE_KEYWORD] = {A_BOLD, -1},
    [STYLE_STRING] = {A_NORMAL, COLOR_GREEN},
    [STYLE_COMMENT] = {A_DIM, -1},
    [STYLE_NUMBER] = {A_NORMAL, COLOR_CYAN},
};

static void start_colors(struct term *term) {
    term->color = term->color && has_colors() && start_color() == OK && use_default_colors() == OK;
    for (int i = 0; term->color && i < STYLE_COUNT; i++) {
        if (looks[i].foreground >= 0) {
            init_pair((short)(i + 1), looks[i].foreground, -1);
        }
    }
}

// Keys come one by one, but Ctrl-C and Ctrl-Z stay signals, so that they work whatever the program
// that is shown may be at; curses itself gives the terminal back for Ctrl-Z and takes it again.
static void start_keys(void) {
    cbreak();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    meta(stdscr, TRUE);
    set_escdelay(50);
    curs_set(0);
    mousemask(BUTTON1_CLICKED | BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
    mouseinterval(0);
}

// Whatever way the process ends, the terminal is as it was. endwin does nothing a second time.
static void give_back(void) {
    if (!isendwin()) {
        endwin();
    }
}

// A signal that would end the process: the terminal is given back first. endwin is not promised to
// be safe in a handler, but a crash leaves nothing better, and curses' own handler does the same.
static void end_by_signal(int signal_number) {
    give_back();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void catch_signals(struct term *term) {
    static const int fatal[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV,
                                SIGABRT, SIGBUS, SIGFPE, SIGILL};
    term->signal_stack = mem_alloc(SIGNAL_STACK);
    stack_t stack = {.ss_sp = term->signal_stack, .ss_size = SIGNAL_STACK};
    struct sigaction action = {.sa_handler = end_by_signal}, before;
    action.sa_flags = sigaltstack(&stack, NULL) == 0 ? SA_ONSTACK : 0;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) {
        sigaction(fatal[i], &action, &before);
        if (before.sa_handler == SIG_IGN) {
            sigaction(fatal[i], &before, NULL); // as under nohup
        }
    }
}

static void forget_signal_stack(struct term *term) {
    stack_t none = {.ss_flags = SS_DISABLE};
    sigaltstack(&none, NULL);
    mem_free(term->signal_stack);
}

// Where no UTF-8 locale is set, as on a bare system, curses is told to write UTF-8 all the same:
// terminals have long understood it, and --ascii is for those that do not.
static void use_utf8(void) {
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
        setlocale(LC_CTYPE, "C.UTF-8");
    }
}

static void refuse(struct diag *diag, const char *what) {
    diag_set(diag, DIAG_FILE, "%s: use loopscope explain, show or run", what);
}

// Opens the terminal; NULL with a sentence in [diag] if there is none on which one can draw.
static SCREEN *open_screen(struct diag *diag) {
    const char *name = getenv("TERM");
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        refuse(diag, "the screen needs a terminal, which this is not");
        return NULL;
    }
    if (name == NULL || *name == '\0') {
        refuse(diag, "the screen needs a terminal, but TERM is not set");
        return NULL;
    }
    SCREEN *screen = newterm(NULL, stdout, stdin);
    if (screen == NULL) {
        refuse(diag, "the screen needs a terminal whose type, TERM, is known");
        return NULL;
    }
    const char *move_cursor = tigetstr("cup");
    if (move_cursor == NULL || move_cursor == (const char *)-1) {
        endwin();
        delscreen(screen);
        refuse(diag, "the screen needs a terminal whose cursor can be moved");
        return NULL;
    }
    return screen;
}

struct term *term_open(bool color, struct diag *diag) {
    use_utf8();
    SCREEN *screen = open_screen(diag);
    if (screen == NULL) {
        return NULL;
    }
    struct term *term = mem_zalloc(1, sizeof *term);
    term->screen = screen;
    term->color = color;
    set_term(screen);
    atexit(give_back);
    catch_signals(term);
    start_colors(term);
    start_keys();
    return term;
}

void term_close(struct term *term) {
    if (term == NULL) {
        return;
    }
    give_back();
    delscreen(term->screen);
    forget_signal_stack(term);
    mem_free(term);
}

void term_size(struct term *term, int *width, int *height) {
    (void)term;
    getmaxyx(stdscr, *height, *width);
}

static attr_t attributes_of(const struct term *term, enum style style) {
    attr_t attributes = looks[style].attributes;
    if (term->color && looks[style].foreground >= 0) {
        attributes |= (attr_t)COLOR_PAIR(style + 1);
    }
    return attributes;
}

static void draw_row(const struct term *term, const struct canvas *canvas, int y, int width) {
    const struct cell *cells = canvas->cells + (size_t)y * (size_t)canvas->width;
    int style = -1;
    move(y, 0);
    for (int x = 0; x < width; x++) {
        if (cells[x].width == 0) {
            continue;
        }
        if (cells[x].style != style) {
            style = cells[x].style;
            attrset(attributes_of(term, (enum style)style));
        }
        mvaddstr(y, x, cells[x].text);
    }
}

void term_draw(struct term *term, const struct canvas *canvas) {
    int width, height;
    term_size(term, &width, &height);
    erase();
    for (int y = 0; y < canvas->height && y < height; y++) {
        draw_row(term, canvas, y, canvas->width < width ? canvas->width : width);
    }
    refresh();
}

static struct term_event mouse(void) {
    MEVENT event;
    if (getmouse(&event) != OK) {
        return (struct term_event){.key = TERM_OTHER};
    }
    int key = (event.bstate & BUTTON4_PRESSED) != 0   ? TERM_WHEEL_UP
              : (event.bstate & BUTTON5_PRESSED) != 0 ? TERM_WHEEL_DOWN
                                                      : TERM_CLICK;
    return (struct term_event){key, event.x, event.y};
}

static int translate(int key) {
    static const struct {
        int from, to;
    } keys[] = {
        {KEY_LEFT, TERM_LEFT},
        {KEY_RIGHT, TERM_RIGHT},
        {KEY_UP, TERM_UP},
        {KEY_DOWN, TERM_DOWN},
        {KEY_PPAGE, TERM_PAGE_UP},
        {KEY_NPAGE, TERM_PAGE_DOWN},
        {KEY_HOME, TERM_HOME},
        {KEY_END, TERM_END},
        {KEY_RESIZE, TERM_RESIZE},
        {KEY_ENTER, TERM_ENTER},
        {KEY_BACKSPACE, TERM_BACKSPACE},
        {'\t', TERM_TAB},
        {'\r', TERM_ENTER},
        {'\n', TERM_ENTER},
        {27, TERM_ESCAPE},
        {127, TERM_BACKSPACE},
        {8, TERM_BACKSPACE},
        {3, TERM_QUIT},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].from == key) {
            return keys[i].to;
        }
    }
    return key >= ' ' && key < 127 ? key : TERM_OTHER;
}

// Has the other end of the terminal gone away?
static bool is_gone(void) {
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&input, 1, 0) > 0 && (input.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

struct term_event term_read(struct term *term, int milliseconds) {
    (void)term;
    timeout(milliseconds);
    int key = getch();
    if (key == ERR) {
        return (struct term_event){.key = is_gone() ? TERM_QUIT : TERM_NONE};
    }
    if (key == KEY_MOUSE) {
        return mouse();
    }
    return (struct term_event){.key = translate(key)};
}
