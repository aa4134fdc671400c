/* Structs to msgpack and back, driven by the descriptors. A message is a map {tag: value}; fields
 * of value zero or empty are left out and come back as zero or empty; unknown tags are skipped. */
#ifndef PROTO_CODEC_H
#define PROTO_CODEC_H

#include "common/arena.h"
#include "common/err.h"
#include "proto/desc.h"

/* A growing buffer with a sticky error: check err once at the end. */
struct buffer {
    char *p;
    size_t n, cap;
    enum err err;
};
void buffer_init(struct buffer *buffer);
void buffer_fini(struct buffer *buffer);
void buffer_reset(struct buffer *buffer);
void buffer_put(struct buffer *buffer, const void *bytes, size_t n);

/* What is wrong with which field; name points into constant data. */
struct fault {
    const char *field; /* NULL: the message as a whole */
    uint64_t limit;    /* the limit that was passed; 0 when it is not about a limit */
};

/* Walks foreign bytes before anything is allocated from them: one msgpack value, depth at most
 * LIMIT_DEPTH, declared lengths within the bytes, no key twice in a map, nothing
 * behind it. msgpack-c allocates what headers promise, so nothing unscanned may reach it. What a
 * string holds is left to codec_decode, which can name the field. */
bool scan_ok(struct slice bytes);

enum codec_view {
    VIEW_ALL,     /* everything but SECRET: answers to one who may see it */
    VIEW_WIRE,    /* everything, SECRET too: a request or a session's token on its CURVE way */
    VIEW_PUBLIC,  /* only FACT: publication */
    VIEW_JOURNAL, /* FACT and PRIVATE as they are; WORDS and OPEN: what the field's slice holds,
                     which by then is the keyed hash (see server/store/journal.h), written as bytes
                   */
};

void codec_encode(struct buffer *out, const struct message *message, const void *body,
                  enum codec_view view);

/* Decodes scanned bytes into *body (message->size bytes, zeroed first) and checks every field:
 * type, limit, vocabulary, text clean of control, format and bidi characters (newlines are allowed
 * in fields longer than LIMIT_NAME), MUST fields present. REJECT_OK or the refusal with *fault set.
 * Slices point into bytes; rows are in the arena. */
enum reject codec_decode(struct slice bytes, const struct message *message, struct arena *arena,
                         void *body, struct fault *fault);
/* For the journal's own facts: words come as hashes, so text is not checked. */
enum err codec_decode_fact(struct slice bytes, const struct message *message, void *body);

#endif
