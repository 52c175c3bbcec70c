#include "cli/options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"

enum option {
#define OPTION(identifier, name, letter, commands, argument, help) OPTION_##identifier,
#include "cli/options.def"
#undef OPTION
    OPTION_COUNT
};

static const struct {
    const char *name;
    char letter;
    const char *commands; // that take it; "": all
    bool takes;
} known[] = {
#define OPTION(identifier, name, letter, commands, argument, help)                                 \
    {name, letter, commands, argument != NULL},
#include "cli/options.def"
#undef OPTION
};

static bool fail(struct diag *diag, const char *option, const char *value, const char *wanted) {
    diag_set(diag, DIAG_FILE, "--%s %s: %s", option, value, wanted);
    return false;
}

static bool read_number(const char *text, uint64_t *number) {
    char *end;
    errno = 0;
    *number = strtoull(text, &end, 10);
    return *text >= '0' && *text <= '9' && *end == '\0' && errno == 0;
}

// "512M", "2G", "4096K", "1000000"
static bool read_size(const char *text, size_t *size) {
    char *end;
    errno = 0;
    unsigned long long number = strtoull(text, &end, 10);
    if (*text < '0' || *text > '9' || errno != 0) {
        return false;
    }
    static const char units[] = "KMG";
    const char *unit = *end == '\0' ? NULL : strchr(units, *end & ~0x20);
    if (*end != '\0' && (unit == NULL || end[1] != '\0')) {
        return false;
    }
    unsigned shift = unit == NULL ? 0 : 10 * (unsigned)(unit - units + 1);
    *size = (size_t)number << shift;
    return number != 0 && *size >> shift == number;
}

static bool read_start(const char *text, int64_t *start) {
    struct tm tm = {0};
    const char *end = strptime(text, "%Y-%m-%d %H:%M:%S", &tm);
    if (end == NULL || *end != '\0' || tm.tm_year < 70 || tm.tm_year > 300) {
        return false;
    }
    // Days since 1970 in the zone UTC; timegm is not POSIX.
    int year = tm.tm_year + 1900 - (tm.tm_mon < 2);
    int month = (tm.tm_mon + 10) % 12; // from March
    int64_t days = (int64_t)year * 365 + year / 4 - year / 100 + year / 400 - 719468 +
                   (153 * month + 2) / 5 + tm.tm_mday - 1;
    time_t seconds = (time_t)(((days * 24 + tm.tm_hour) * 60 + tm.tm_min) * 60 + tm.tm_sec);
    *start = (int64_t)seconds * 1000000000;
    struct tm again;
    return gmtime_r(&seconds, &again) != NULL && again.tm_mday == tm.tm_mday; // no 31 February
}

static bool read_detail(const char *text, enum trace_detail *detail) {
    for (int i = 0; i < DETAIL_COUNT; i++) {
        if (strcmp(text, trace_detail_names[i]) == 0) {
            *detail = (enum trace_detail)i;
            return true;
        }
    }
    return false;
}

static bool read_screen(const char *text, int *columns, int *rows) {
    char *end;
    long wide = strtol(text, &end, 10);
    if (*end != 'x') {
        return false;
    }
    long high = strtol(end + 1, &end, 10);
    *columns = (int)wide;
    *rows = (int)high;
    return *end == '\0' && wide >= 1 && wide <= 1000 && high >= 1 && high <= 1000;
}

static bool read_model(const char *text, enum sim_model *model) {
    *model = strcmp(text, "notes") == 0 ? SIM_MODEL_NOTES : SIM_MODEL_CPYTHON;
    return strcmp(text, "notes") == 0 || strcmp(text, "cpython") == 0;
}

static bool read_language(const char *text, bool *chinese) {
    *chinese = strcmp(text, "zh") == 0;
    return *chinese || strcmp(text, "en") == 0;
}

static bool take(struct options *options, enum option option, const char *value,
                 struct diag *diag) {
    uint64_t number = 0;
    switch (option) {
    case OPTION_MODEL:
        return read_model(value, &options->sim.model) ||
               fail(diag, "model", value, "give cpython or notes");
    case OPTION_START:
        return read_start(value, &options->sim.start) ||
               fail(diag, "start", value, "give a time such as '2026-01-01 18:27:03'");
    case OPTION_SEED:
        return read_number(value, &options->sim.seed) ||
               fail(diag, "seed", value, "give a whole number from 0");
    case OPTION_LIMIT:
        options->sim.limit = read_number(value, &number) ? number : 0;
        return number != 0 || strcmp(value, "0") == 0 ||
               fail(diag, "limit", value, "give a number of events, or 0 for none");
    case OPTION_MEMORY:
        return read_size(value, &options->sim.memory) ||
               fail(diag, "memory", value, "give a size such as 512M or 2G");
    case OPTION_DETAIL:
        options->detail_given = true;
        return read_detail(value, &options->sim.detail) ||
               fail(diag, "detail", value, "give schedule, lines or values");
    case OPTION_LANG:
        return read_language(value, &options->chinese) ||
               fail(diag, "lang", value, "give en or zh");
    case OPTION_SIZE:
        return read_screen(value, &options->columns, &options->rows) ||
               fail(diag, "size", value, "give columns and rows, such as 100x30");
    case OPTION_OUTPUT:
        options->output = value;
        return true;
    case OPTION_VIRTUAL:
        options->is_virtual = true;
        return true;
    case OPTION_PYTHON:
        options->python = value;
        return true;
    case OPTION_AT:
        options->at = value;
        return true;
    case OPTION_ASCII:
        options->ascii = true;
        return true;
    case OPTION_NO_COLOR:
        options->no_color = true;
        return true;
    case OPTION_HELP:
        options->help = true;
        return true;
    case OPTION_VERSION:
        options->version = true;
        return true;
    case OPTION_COUNT:
        break;
    }
    return false;
}

// Is [word] the option, as -x or -xVALUE?
static bool is_letter(const char *word, enum option option, const char **value) {
    if (known[option].letter == 0 || word[1] != known[option].letter) {
        return false;
    }
    *value = word[2] == '\0' ? NULL : word + 2;
    return word[2] == '\0' || known[option].takes;
}

// Is [word] the option, as --name or --name=VALUE?
static bool is_name(const char *word, enum option option, const char **value) {
    size_t length = strlen(known[option].name);
    if (strncmp(word + 2, known[option].name, length) != 0) {
        return false;
    }
    const char *rest = word + 2 + length;
    *value = *rest == '=' ? rest + 1 : NULL;
    return *rest == '\0' || (*rest == '=' && known[option].takes);
}

// The option that [word] is, with its value if that is written in the same word; OPTION_COUNT:
// none.
static enum option find(const char *word, const char **value) {
    for (enum option i = 0; i < OPTION_COUNT; i++) {
        if (word[1] == '-' ? is_name(word, i, value) : is_letter(word, i, value)) {
            return i;
        }
    }
    return OPTION_COUNT;
}

static bool ends_in(const char *word, const char *end) {
    size_t length = strlen(word), wanted = strlen(end);
    return length > wanted && strcmp(word + length - wanted, end) == 0;
}

// Is [word] a file, and not the name of a command?
static bool is_file(const char *word) {
    return strchr(word, '/') != NULL || ends_in(word, ".py") || ends_in(word, ".jsonl");
}

// Is [command] one of [commands]: words with blanks between them?
static bool is_among(const char *commands, const char *command) {
    size_t length = strlen(command);
    const char *at = length == 0 ? NULL : strstr(commands, command);
    return at != NULL && (at == commands || at[-1] == ' ') &&
           (at[length] == ' ' || at[length] == '\0');
}

// Does all that follows the file's name belong to the program, as under python3? The other commands
// take their options anywhere, and what follows "--" is the program's.
static bool leaves_rest(const char *command) {
    return command == NULL || is_among("run record", command);
}

bool options_fits(const char *commands, const char *command) {
    return *commands == '\0' || command == NULL || is_among(commands, command);
}

static void set_defaults(struct options *options) {
    *options = (struct options){.columns = 100, .rows = 30};
    sim_options_init(&options->sim);
    const char *language = getenv("LC_ALL");
    language = language != NULL && *language != '\0' ? language : getenv("LC_MESSAGES");
    language = language != NULL && *language != '\0' ? language : getenv("LANG");
    options->chinese = language != NULL && strncmp(language, "zh", 2) == 0;
    const char *no_color = getenv("NO_COLOR");
    options->no_color = no_color != NULL && *no_color != '\0';
}

static bool refuse_unknown(const char *word, const struct options *options, struct diag *diag) {
    bool is_behind = options->argument_count > 0;
    diag_set(diag, DIAG_FILE, "%s is no option of loopscope: %s", word,
             is_behind ? "put -- before what belongs to the program" : "see loopscope --help");
    return false;
}

// Reads the option at argv[*at] and moves on behind it and its value.
static bool read_option(int argc, const char *const *argv, int *at, struct options *options,
                        enum option *option, struct diag *diag) {
    const char *value = NULL;
    const char *word = argv[(*at)++];
    *option = find(word, &value);
    if (*option == OPTION_COUNT) {
        return refuse_unknown(word, options, diag);
    }
    if (known[*option].takes && value == NULL) {
        if (*at == argc) {
            diag_set(diag, DIAG_FILE, "%s needs a value: see loopscope --help", word);
            return false;
        }
        value = argv[(*at)++];
    }
    return take(options, *option, value, diag);
}

// Keeps a word that is no option: the command, the file, or what is the program's. Gives whether
// all that follows is the program's.
static bool keep(struct options *options, const char *word) {
    if (options->argument_count == 0 && options->command == NULL && !is_file(word)) {
        options->command = word;
        return false;
    }
    options->arguments[options->argument_count++] = word;
    return leaves_rest(options->command);
}

static bool check_fits(const struct options *options, const bool *given, struct diag *diag) {
    for (enum option i = 0; i < OPTION_COUNT; i++) {
        if (given[i] && !options_fits(known[i].commands, options->command)) {
            diag_set(diag, DIAG_FILE, "--%s is no option of %s: see loopscope %s --help",
                     known[i].name, options->command, options->command);
            return false;
        }
    }
    return true;
}

bool options_read(int argc, const char *const *argv, struct options *options, struct diag *diag) {
    set_defaults(options);
    options->arguments = mem_zalloc((size_t)argc, sizeof *options->arguments);
    bool given[OPTION_COUNT] = {false};
    bool no_more = false; // options
    for (int at = 1; at < argc;) {
        const char *word = argv[at];
        bool is_option = !no_more && word[0] == '-' && word[1] != '\0';
        if (is_option && strcmp(word, "--") != 0) {
            enum option option;
            if (!read_option(argc, argv, &at, options, &option, diag)) {
                return false;
            }
            given[option] = true;
            continue;
        }
        no_more = is_option || keep(options, word) || no_more;
        at++;
    }
    // Elsewhere stdin is the reader's keyboard, or would have to be read twice.
    options->reads_stdin =
        options->command != NULL && is_among("run trace explain show", options->command);
    return check_fits(options, given, diag);
}

void options_free(struct options *options) {
    mem_free(options->arguments);
    options->arguments = NULL;
}
