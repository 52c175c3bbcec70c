#include "trace/reader.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "base/mem.h"
#include "base/printable.h"
#include "base/vec.h"
#include "trace/json.h"
#include "trace/lines.h"
#include "trace/reader_event.h"
#include "trace/sink.h"

#define FILES_MOST UINT16_MAX

struct reader {
    const char *name; // of the file, in messages
    struct trace_header *header;
    struct reader_known known;
    struct sink sink;
    struct reader_result *result;
    struct diag *diag;
    struct lines lines;
};

static bool refuse(struct reader *reader, const char *why) {
    struct buf text = {0}; // Names and reasons may quote the file: a stranger's data.
    printable_put(&text, reader->name, strlen(reader->name));
    buf_printf(&text, ", line %" PRIu64 ": ", reader->result->lines);
    printable_put(&text, why, strlen(why));
    diag_set(reader->diag, DIAG_FILE, "%s", buf_text(&text));
    buf_free(&text);
    reader->diag->line = (int)(reader->result->lines & INT32_MAX);
    return false;
}

static char *copy(const char *text) {
    return mem_copy_text(text, strlen(text));
}

// Reads a text that a header may lack.
static char *header_text(const struct json_t *object, const char *key) {
    const char *text = json_get_text(json_key(object, key), NULL);
    return copy(text == NULL ? "" : text);
}

static bool read_detail(struct reader *reader, const struct json_t *object) {
    const struct json_t *value = json_key(object, "detail");
    const char *text = json_get_text(value, NULL);
    reader->header->detail = DETAIL_VALUES;
    if (value == NULL) {
        return true;
    }
    for (int i = 0; text != NULL && i < DETAIL_COUNT; i++) {
        if (strcmp(trace_detail_names[i], text) == 0) {
            reader->header->detail = (enum trace_detail)i;
            return true;
        }
    }
    return refuse(reader, "\"detail\" is none of \"schedule\", \"lines\" and \"values\"");
}

static bool read_files(struct reader *reader, const struct json_t *object) {
    const struct json_t *files = json_key(object, "files");
    size_t count, length;
    if (!json_get_list(files, &count) || count > FILES_MOST) {
        return refuse(reader, "\"files\" is not a list of files");
    }
    for (size_t i = 0; i < count; i++) {
        const struct json_t *file = json_item(files, i);
        const char *path = json_get_text(json_key(file, "path"), NULL);
        const char *text = json_get_text(json_key(file, "text"), &length);
        if (path == NULL || text == NULL) {
            return refuse(reader, "a file of \"files\" lacks its \"path\" or its \"text\"");
        }
        header_add_file(reader->header, path, text, length);
    }
    reader->known.files = count;
    return true;
}

static bool read_version(struct reader *reader, const struct json_t *object) {
    char why[JSON_WHY_SIZE];
    double version;
    const char *format = json_get_text(json_key(object, "format"), NULL);
    if (format == NULL || strcmp(format, TRACE_FORMAT) != 0) {
        return refuse(reader, "this is not the header of a loopscope trace");
    }
    if (!json_get_number(json_key(object, "version"), &version) || version < 1) {
        return refuse(reader, "the header has no \"version\"");
    }
    if (version > TRACE_VERSION) {
        snprintf(why, sizeof why,
                 "this trace has version %g; this loopscope reads version %d: use a newer one",
                 version, TRACE_VERSION);
        return refuse(reader, why);
    }
    return true;
}

static bool read_header(struct reader *reader, const struct json_t *object) {
    struct trace_header *header = reader->header;
    if (!read_version(reader, object) || !read_detail(reader, object) ||
        !read_files(reader, object)) {
        return false;
    }
    header->producer = header_text(object, "producer");
    header->runtime = header_text(object, "runtime");
    header->model = header_text(object, "model");
    header->clock = header_text(object, "clock");
    header->epoch = header_text(object, "epoch");
    return true;
}

static bool read_event(struct reader *reader, const struct json_t *object) {
    struct event event;
    char why[JSON_WHY_SIZE];
    reader->known.lines = reader->result->lines;
    switch (reader_event(&reader->known, object, &event, why)) {
    case READER_EVENT:
        sink_event(&reader->sink, &event);
        return true;
    case READER_SKIPPED:
        reader->result->skipped++;
        return true;
    case READER_REFUSED:
        break;
    }
    return refuse(reader, why);
}

// Understands the line read last, which [is_cut] if it has no line feed.
static bool read_line(struct reader *reader, bool is_cut) {
    const struct buf *line = &reader->lines.line;
    bool is_first = reader->result->lines++ == 0;
    char why[JSON_WHY_SIZE];
    struct json_t *object = json_read_object(buf_text(line), line->length, why);
    if (object == NULL && is_cut && !is_first) {
        reader->result->is_cut = true;
        return true;
    }
    if (object == NULL) {
        return refuse(reader, why);
    }
    bool is_valid = is_first ? read_header(reader, object) : read_event(reader, object);
    json_give_back(object);
    return is_valid;
}

static bool read_all(struct reader *reader) {
    for (;;) {
        enum lines_result result = lines_next(&reader->lines);
        switch (result) {
        case LINES_MORE:
        case LINES_CUT:
            if (!read_line(reader, result == LINES_CUT)) {
                return false;
            }
            break;
        case LINES_END:
            reader->result->lines += reader->result->lines == 0;
            return reader->header->producer != NULL || refuse(reader, "the file is empty");
        case LINES_TOO_LONG:
            reader->result->lines++;
            return refuse(reader, "the line is longer than 256 MiB");
        case LINES_FAILED:
            diag_set(reader->diag, DIAG_FILE, "%.200s: %s", reader->name, strerror(errno));
            return false;
        }
    }
}

bool reader_load_file(FILE *file, const char *name, struct trace_header *header, struct tape *tape,
                      struct reader_result *result, struct diag *diag) {
    *result = (struct reader_result){0};
    struct reader *reader = mem_zalloc(1, sizeof *reader);
    reader->name = name;
    reader->header = header;
    reader->known = (struct reader_known){
        .tape = tape, .handles = PILE(bool), .tasks = PILE(bool), .frames = PILE(bool)};
    reader->sink.tape = tape;
    reader->result = result;
    reader->diag = diag;
    reader->lines.file = file;
    bool is_valid = read_all(reader);
    pile_free(&reader->known.handles);
    pile_free(&reader->known.tasks);
    pile_free(&reader->known.frames);
    buf_free(&reader->lines.line);
    mem_free(reader);
    return is_valid;
}

bool reader_load(const char *path, struct trace_header *header, struct tape *tape,
                 struct reader_result *result, struct diag *diag) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        diag_set(diag, DIAG_FILE, "%.200s: %s", path, strerror(errno));
        return false;
    }
    bool is_valid = reader_load_file(file, path, header, tape, result, diag);
    fclose(file);
    return is_valid;
}
