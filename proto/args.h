/* Words to messages and messages to words, driven by the descriptors: rexianctl's arguments, the
 * scenarios' lines and all JSON output come from here. */
#ifndef PROTO_ARGS_H
#define PROTO_ARGS_H

#include "common/json.h"
#include "proto/fact.h"

/* Sets the field called name of *body from a word: numbers in decimal, times as ISO 8601 or ms,
 * vocabularies by name, roles separated by commas, keys as 40 Z85 or 64 hex characters, flags as
 * true/false/yes/no or nothing. Full-width digits and letters, as input methods leave them, are
 * folded in all but text. Text is checked like a message's. Slices point into value or the arena.
 * REJECT_OK, or the refusal with *fault set; without a field there when the message has none of
 * that name, or when memory is out (REJECT_FAILED). *body is changed only on success. */
enum reject args_set(const struct message *message, void *body, struct slice name,
                     struct slice value, struct arena *arena, struct fault *fault);
/* The first MUST field that is empty; NULL when all are there. */
const struct field *args_missing(const struct message *message, const void *body);

/* One JSON object with every field that is not zero or empty; vocabularies by name, roles as an
 * array of names, times as ISO 8601 with offset, keys in hex. SECRET fields are left out. */
void message_to_json(struct json *json, const struct message *message, const void *body);
/* A fact as the journal or the publication has it: {"seq", "fact", "at_ms", "by", "station",
 * "body"}; what stands in place of words is shown in hex. */
void fact_to_json(struct json *json, const struct fact *fact);

#endif
