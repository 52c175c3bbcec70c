#include "cli/options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"

enum option {
#define OPTION(identifier, name, letter, argument, help) OPTION_##identifier,
#include "cli/options.def"
#undef OPTION
    OPTION_COUNT
};

static const struct {
    const char *name;
    char letter;
    bool takes;
} known[] = {
#define OPTION(identifier, name, letter, argument, help) {name, letter, argument != NULL},
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
    *start = (((days * 24 + tm.tm_hour) * 60 + tm.tm_min) * 60 + tm.tm_sec) * 1000000000;
    return true;
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

// The option that [word] is, with its value if it is written as --name=value; OPTION_COUNT: none.
static enum option find(const char *word, const char **value) {
    *value = NULL;
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (word[1] != '-') {
            if (word[1] == known[i].letter && word[1] != '\0' && word[2] == '\0') {
                return (enum option)i;
            }
            continue;
        }
        size_t length = strlen(known[i].name);
        if (strncmp(word + 2, known[i].name, length) != 0) {
            continue;
        }
        if (word[2 + length] == '=' && known[i].takes) {
            *value = word + 3 + length;
            return (enum option)i;
        }
        if (word[2 + length] == '\0') {
            return (enum option)i;
        }
    }
    return OPTION_COUNT;
}

static bool is_program(const char *word) {
    size_t length = strlen(word);
    return length > 3 && strcmp(word + length - 3, ".py") == 0;
}

// Does [command] take one program, so that what follows its name is the program's own?
static bool runs_program(const char *command) {
    return command == NULL || strcmp(command, "run") == 0 || strcmp(command, "trace") == 0;
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

// Reads the option at argv[*at] and moves on behind it and its value.
static bool read_option(int argc, const char *const *argv, int *at, struct options *options,
                        struct diag *diag) {
    const char *value;
    const char *word = argv[(*at)++];
    enum option option = find(word, &value);
    if (option == OPTION_COUNT) {
        diag_set(diag, DIAG_FILE, "%s is no option of loopscope: see loopscope --help", word);
        return false;
    }
    if (known[option].takes && value == NULL) {
        if (*at == argc) {
            diag_set(diag, DIAG_FILE, "%s needs a value: see loopscope --help", word);
            return false;
        }
        value = argv[(*at)++];
    }
    return take(options, option, value, diag);
}

bool options_read(int argc, const char *const *argv, struct options *options, struct diag *diag) {
    set_defaults(options);
    const char **words = mem_zalloc((size_t)argc, sizeof *words);
    options->arguments = words;
    int kept = 0;
    bool all_own = false;
    for (int at = 1; at < argc;) {
        const char *word = argv[at];
        if (all_own || word[0] != '-' || word[1] == '\0') {
            if (kept == 0 && options->command == NULL && !is_program(word) &&
                strchr(word, '/') == NULL) {
                options->command = word;
            } else {
                words[kept++] = word;
                all_own = all_own || runs_program(options->command);
            }
            at++;
        } else if (strcmp(word, "--") == 0) {
            all_own = true;
            at++;
        } else if (!read_option(argc, argv, &at, options, diag)) {
            return false;
        }
    }
    options->argument_count = kept;
    return true;
}

void options_free(struct options *options) {
    mem_free(options->arguments);
    options->arguments = NULL;
}
