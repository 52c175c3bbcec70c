// A byte order mark goes, a coding line is obeyed, line ends become '\n', and the last line gets
// one if it has none. Only UTF-8, ASCII and Latin-1 are known; the latter is turned into UTF-8.
#include "lang/source.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

enum encoding { ENCODING_NONE, ENCODING_UTF8, ENCODING_ASCII, ENCODING_LATIN1, ENCODING_WRONG };

struct known_encoding {
    const char *name;
    enum encoding encoding;
};

static const struct known_encoding known_encodings[] = {
    {"utf-8", ENCODING_UTF8},        {"utf8", ENCODING_UTF8},
    {"u8", ENCODING_UTF8},           {"utf-8-sig", ENCODING_UTF8},
    {"ascii", ENCODING_ASCII},       {"us-ascii", ENCODING_ASCII},
    {"latin-1", ENCODING_LATIN1},    {"latin1", ENCODING_LATIN1},
    {"iso-8859-1", ENCODING_LATIN1}, {"iso-latin-1", ENCODING_LATIN1},
    {"iso8859-1", ENCODING_LATIN1},  {"l1", ENCODING_LATIN1},
};

// Beginnings of the names of encodings that CPython has and we do not.
static const char *const foreign_encodings[] = {
    "cp",    "gb",      "big5", "euc", "shift", "sjis", "koi8", "utf-16", "utf-32",
    "utf-7", "windows", "iso",  "mac", "johab", "hz",   "tis",  "ptcp",   "kz1048",
};

// Where a line that can hold a coding declaration names it, or NULL. [*end] is the name's end.
static const char *find_coding(const char *line, const char *line_end, const char **end) {
    while (line < line_end && (*line == ' ' || *line == '\t' || *line == '\f')) {
        line++;
    }
    if (line == line_end || *line != '#') {
        return NULL;
    }
    for (; line_end - line > 7; line++) {
        if (memcmp(line, "coding", 6) != 0 || (line[6] != ':' && line[6] != '=')) {
            continue;
        }
        const char *name = line + 7;
        while (name < line_end && (*name == ' ' || *name == '\t')) {
            name++;
        }
        for (*end = name; *end < line_end; ++*end) {
            if (!isalnum((unsigned char)**end) && memchr("-_.", **end, 3) == NULL) {
                break;
            }
        }
        return *end > name ? name : NULL;
    }
    return NULL;
}

static const char *line_end_of(const char *line, const char *text_end) {
    const char *end = line;
    while (end < text_end && *end != '\n' && *end != '\r') {
        end++;
    }
    return end;
}

static bool line_is_blank(const char *line, const char *end) {
    while (line < end && (*line == ' ' || *line == '\t' || *line == '\f')) {
        line++;
    }
    return line == end || *line == '#';
}

// The name of the coding on the first two lines, in lower case with '-' for '_', or "".
static void read_coding(const char *text, size_t length, char name[64]) {
    const char *text_end = text + length;
    const char *line = text;
    name[0] = '\0';
    for (int i = 0; i < 2 && line < text_end; i++) {
        const char *line_end = line_end_of(line, text_end);
        const char *end;
        const char *coding = find_coding(line, line_end, &end);
        if (coding != NULL) {
            size_t size = 0;
            for (; coding < end && size < 63; coding++) {
                name[size++] = *coding == '_' ? '-' : (char)tolower((unsigned char)*coding);
            }
            name[size] = '\0';
            return;
        }
        if (!line_is_blank(line, line_end)) {
            return;
        }
        bool pair = text_end - line_end > 1 && line_end[0] == '\r' && line_end[1] == '\n';
        line = line_end + 1 + pair;
    }
}

static enum encoding find_encoding(const char *name, struct diag *diag) {
    for (size_t i = 0; i < sizeof known_encodings / sizeof *known_encodings; i++) {
        if (strcmp(name, known_encodings[i].name) == 0) {
            return known_encodings[i].encoding;
        }
    }
    for (size_t i = 0; i < sizeof foreign_encodings / sizeof *foreign_encodings; i++) {
        if (strncmp(name, foreign_encodings[i], strlen(foreign_encodings[i])) == 0) {
            diag_set(diag, DIAG_REFUSED,
                     "the encoding %s is not known to loopscope: save the file as UTF-8", name);
            return ENCODING_WRONG;
        }
    }
    diag_set(diag, DIAG_SYNTAX, "encoding problem: %s", name);
    return ENCODING_WRONG;
}

static int line_at(const char *text, size_t where) {
    int line = 1;
    for (size_t i = 0; i < where; i++) {
        line += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
    }
    return line;
}

static bool is_ascii(const char *text, size_t length) {
    uint64_t any = 0;
    size_t i = 0;
    for (; i + 8 <= length; i += 8) {
        uint64_t word;
        memcpy(&word, text + i, 8);
        any |= word;
    }
    for (; i < length; i++) {
        any |= (unsigned char)text[i];
    }
    return (any & 0x8080808080808080u) == 0;
}

// Complains about the wrong byte at [where]; declared or not makes two messages, as in CPython.
static bool refuse_byte(const struct parse_source *input, const char *text, size_t where,
                        enum encoding encoding, struct diag *diag) {
    unsigned byte = (unsigned char)text[where];
    int line = line_at(text, where);
    if (encoding == ENCODING_NONE) {
        diag_set(diag, DIAG_SYNTAX,
                 "Non-UTF-8 code starting with '\\x%.2x' in file %s on line %d, but no encoding "
                 "declared; see https://peps.python.org/pep-0263/ for details",
                 byte, input->name, line);
        return false;
    }
    if (encoding == ENCODING_ASCII) {
        diag_set(diag, DIAG_SYNTAX, "encoding problem: ascii");
        return false;
    }
    diag_set(diag, DIAG_SYNTAX,
             "(unicode error) 'utf-8' codec can't decode byte 0x%.2x in position %zu: invalid "
             "start byte",
             byte, where);
    diag->line = line;
    return false;
}

// Finds the first byte that [encoding] does not allow.
static bool has_wrong_byte(const char *text, size_t length, enum encoding encoding, size_t *where) {
    if (encoding == ENCODING_LATIN1 || is_ascii(text, length)) {
        return false;
    }
    if (encoding != ENCODING_ASCII) {
        return !utf8_is_valid(text, length, where);
    }
    for (*where = 0; (unsigned char)text[*where] < 0x80; ++*where) {
    }
    return true;
}

static bool check_bytes(const struct parse_source *input, const char *text, size_t length,
                        enum encoding encoding, struct diag *diag) {
    if (length == 0) {
        return true;
    }
    const char *null = memchr(text, '\0', length);
    if (null != NULL) {
        diag_set(diag, DIAG_SYNTAX, "source code cannot contain null bytes");
        diag->line = line_at(text, (size_t)(null - text));
        return false;
    }
    size_t where;
    return !has_wrong_byte(text, length, encoding, &where) ||
           refuse_byte(input, text, where, encoding, diag);
}

// Copies up to the next '\r' or byte that needs recoding at a time.
static void copy_text(struct source *source, const char *text, size_t length, bool latin1) {
    char *out = source->text = mem_alloc((latin1 ? 2 * length : length) + 2);
    if (!latin1 && length > 0 && memchr(text, '\r', length) == NULL) {
        memcpy(out, text, length);
        out += length;
        length = 0;
    }
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\r') {
            *out++ = '\n';
            i += i + 1 < length && text[i + 1] == '\n';
        } else if (latin1) {
            out += utf8_encode((unsigned char)text[i], out);
        } else {
            *out++ = text[i];
        }
    }
    if (out > source->text && out[-1] != '\n') {
        *out++ = '\n';
    }
    *out = '\0';
    source->length = (size_t)(out - source->text);
}

bool source_read(struct source *source, const struct parse_source *input, struct diag *diag) {
    const char *text = input->text;
    size_t length = input->length;
    *source = (struct source){0};
    bool marked = length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
    text += marked ? 3 : 0;
    length -= marked ? 3 : 0;
    char name[64];
    read_coding(text, length, name);
    enum encoding encoding = marked ? ENCODING_UTF8 : ENCODING_NONE;
    if (name[0] != '\0') {
        encoding = find_encoding(name, diag);
    }
    if (encoding == ENCODING_WRONG) {
        return false;
    }
    if (marked && encoding != ENCODING_UTF8) {
        bool latin1 = encoding == ENCODING_LATIN1;
        diag_set(diag, DIAG_SYNTAX, "encoding problem: %s with BOM", latin1 ? "iso-8859-1" : name);
        return false;
    }
    if (!check_bytes(input, text, length, encoding, diag)) {
        return false;
    }
    copy_text(source, text, length, encoding == ENCODING_LATIN1);
    return true;
}

void source_free(struct source *source) {
    mem_free(source->text);
    *source = (struct source){0};
}
