// The making of sentences from the texts of sentence.def: what stands for the words in braces.
// Used by sentence*.c only.
#ifndef TRACE_SENTENCE_WORDS_H
#define TRACE_SENTENCE_WORDS_H

#include "trace/sentence.h"

enum sentence_id {
#define SENTENCE(id, en, zh) SENTENCE_##id,
#include "trace/sentence.def"
    SENTENCE_ID_COUNT
};

// Who speaks, about what. The words look only at these.
struct speaker {
    struct buf *out;
    enum tongue tongue;
    bool lines; // each sentence gets a line of its own
    const struct log *log;
    const struct state *state;  // right after [event]
    struct event event;         // the one that is told
    struct state_handle handle; // the handle that it is about
    struct state_task task;     // the task or future that it is about
    uint32_t waiter;            // a task that waits for [waited]
    uint32_t waited;
    uint64_t count; // of what is counted
};

// Makes [speaker] speak about the last event of its state, whose position is not 0.
void speaker_look(struct speaker *speaker);

// Appends sentence [id] with its words filled in.
void speaker_say(struct speaker *speaker, enum sentence_id id);

// Appends what stands between two sentences.
void speaker_break(struct speaker *speaker);

// Returns the sentence that tells what the task told about waits for.
enum sentence_id speaker_wait(const struct speaker *speaker);

// Append what things are called, in sentence_names.c: a text; a task or future; a handle; a frame;
// a value; seconds with at least [least] decimals.
void speaker_put_text(struct speaker *speaker, uint32_t id);
void speaker_put_task(struct speaker *speaker, uint32_t id);
void speaker_put_handle(struct speaker *speaker, uint32_t id);
void speaker_put_frame(struct speaker *speaker, uint32_t id);
void speaker_put_value(struct speaker *speaker, enum event_value kind, uint64_t value);
void speaker_put_seconds(struct buf *out, int64_t time, int least);

// Is the text [id] [text]?
bool speaker_text_is(const struct speaker *speaker, uint32_t id, const char *text);

// Returns how much time passed from the event before the told one to it.
int64_t speaker_passed(const struct speaker *speaker);

// Returns the delay of the timer that ends the sleep of the task told about.
int64_t speaker_delay(const struct speaker *speaker);

#endif
