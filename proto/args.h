/* Words to messages and messages to words, driven by the descriptors: rexianctl's arguments, the
 * scenarios' lines and all JSON output come from here. */
#ifndef PROTO_ARGS_H
#define PROTO_ARGS_H

#include "common/json.h"
#include "proto/codec.h"

/* Sets the field called name of *body from a word: numbers in decimal, times as ISO 8601 or ms,
 * vocabularies by name, roles separated by commas, keys as 40 Z85 or 64 hex characters, flags as
 * true/false/yes/no or nothing. Text is checked like a message's. Slices point into value or the
 * arena. REJECT_OK, or the refusal with *fault set. */
enum reject args_set(const struct message *message, void *body, struct slice name,
                     struct slice value, struct arena *arena, struct fault *fault);
/* The first MUST field that is empty; NULL when all are there. */
const struct field *args_missing(const struct message *message, const void *body);

/* One JSON object with every field that is not zero or empty; vocabularies by name, roles as an array
 * of names, times as ISO 8601 with offset, keys in hex. SECRET fields are left out. */
void message_to_json(struct json *json, const struct message *message, const void *body);

#endif
