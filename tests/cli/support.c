#include "cli/support.h"

#include <stdio.h>

#include "support/test.h"

#include "base/mem.h"
#include "trace/writer.h"

void support_run(struct recording *recording, const char *path, enum sim_model model) {
    const char *none[] = {"loopscope", NULL};
    struct options options;
    struct diag diag = {0};
    int status;
    assert_true(options_read(1, none, &options, &diag));
    options.sim.model = model;
    if (!recording_open(recording, &options, path, NULL, 0, &diag, &status)) {
        fail_msg("%s: %s", path, diag.message);
    }
    recording_advance(recording, UINT64_MAX);
    options_free(&options);
}

char *support_trace(const struct recording *recording, size_t *length) {
    FILE *file = tmpfile();
    assert_non_null(file);
    struct writer *writer = writer_new(file, &recording->header, recording->log);
    assert_true(writer_close(writer));
    *length = (size_t)ftell(file);
    char *text = mem_alloc(*length + 1);
    rewind(file);
    assert_int_equal(fread(text, 1, *length, file), *length);
    text[*length] = '\0';
    fclose(file);
    return text;
}
