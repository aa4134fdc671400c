/* Writes JSON, into memory or to a FILE. Errors are sticky: check once, at json_finish. Wrong
 * nesting (a value without a key in an object, an end without a begin) is a programmer's error.
 * Strings become harmless for a terminal: control, format and bidi characters are escaped as
 * \uXXXX, invalid bytes become U+FFFD. Values on the top level are separated by a newline (NDJSON).
 * Integers are written in full; readers that keep doubles lose precision past 2^53. */
#ifndef COMMON_JSON_H
#define COMMON_JSON_H

#include <stdio.h>

#include "common/err.h"
#include "common/limits.h"
#include "common/slice.h"

struct json {
    FILE *file;   /* borrowed; NULL when writing into memory */
    char *buffer; /* owned */
    size_t used, size;
    unsigned depth;
    struct {
        bool object, filled;
    } level[LIMIT_JSON_DEPTH + 1]; /* [0] is the top level */
    bool keyed;                    /* a key was written and waits for its value */
    enum err err;
};

/* The text grows up to LIMIT_JSON bytes. */
void json_init(struct json *json);
/* Writes through to the file, which stays the caller's. */
void json_init_file(struct json *json, FILE *file);
void json_fini(struct json *json);

void json_object_begin(struct json *json);
void json_object_end(struct json *json);
void json_array_begin(struct json *json);
void json_array_end(struct json *json);
/* A literal: written as it stands. */
void json_key(struct json *json, const char *key);

void json_text(struct json *json, struct slice text);
void json_str(struct json *json, const char *zero_terminated); /* NULL is null */
void json_hex(struct json *json, struct slice bytes);
void json_u64(struct json *json, uint64_t value);
void json_i64(struct json *json, int64_t value);
/* To the millionth; what is no number, or without end, is null. */
void json_f64(struct json *json, double value);
void json_bool(struct json *json, bool value);
void json_null(struct json *json);

/* Ends the last line and flushes; everything that was begun must have been ended. */
enum err json_finish(struct json *json) MUST_CHECK;
/* What was written into memory; zero-terminated, lives until the next write or json_fini. */
struct slice json_result(const struct json *json);

#endif
