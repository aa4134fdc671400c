#include "common/clock.h"
#include "proto/args.h"
#include "proto/field.h"

static void roles_to_json(struct json *json, uint64_t roles)
{
    const struct vocabulary *vocabulary = vocabulary_of(VOCABULARY_role);
    json_array_begin(json);
    for (size_t i = 0; i < vocabulary->n; i++)
        if (roles & ROLE_BIT(vocabulary->words[i].number))
            json_str(json, vocabulary->words[i].name);
    json_array_end(json);
}

static void time_to_json(struct json *json, uint64_t at_ms)
{
    char text[CLOCK_TEXT];
    json_str(json, clock_format(at_ms, text, sizeof text));
}

static void word_to_json(struct json *json, const struct field *field, uint64_t number)
{
    const struct word *word = vocabulary_word(field->vocabulary, number);
    if (word)
        json_str(json, word->name);
    else
        json_u64(json, number);
}

static void number_to_json(struct json *json, const struct field *field, uint64_t number)
{
    switch (field->type) {
    case TYPE_ms:
        time_to_json(json, number);
        return;
    case TYPE_flag:
        json_bool(json, number != 0);
        return;
    case TYPE_roles:
        roles_to_json(json, number);
        return;
    case TYPE_enum:
        word_to_json(json, field, number);
        return;
    case TYPE_u64:
    case TYPE_person:
    case TYPE_station:
    case TYPE_session:
    case TYPE_unit:
    case TYPE_line:
    case TYPE_subject:
    case TYPE_script:
    case TYPE_article:
    case TYPE_call:
    case TYPE_ticket:
        json_u64(json, number);
        return;
    case TYPE_code:
    case TYPE_h32:
    case TYPE_text:
    case TYPE_bytes:
    case TYPE_rows:
        break;
    }
    ASSERT(!"a number's type");
}

static void body_to_json(struct json *json, const struct message *message, const void *body,
                         bool hashes);

static void rows_to_json(struct json *json, const struct field *field, const struct rows *rows,
                         bool hashes)
{
    json_array_begin(json);
    for (size_t i = 0; i < rows->n; i++)
        body_to_json(json, field->record, (const char *)rows->items + i * field->record->size,
                     hashes);
    json_array_end(json);
}

/* hashes: words are not text but what the journal keeps of it. */
static void field_to_json(struct json *json, const struct field *field, const void *at, bool hashes)
{
    json_key(json, field->name);
    switch (field->type) {
        NUMBER_CASES
        number_to_json(json, field, *(const uint64_t *)at);
        return;
    case TYPE_code:
        json_str(json, at);
        return;
    case TYPE_h32:
        json_hex(json, slice_bytes(at, sizeof(struct h32)));
        return;
    case TYPE_text:
        if (hashes && (field->class == CLASS_WORDS || field->class == CLASS_OPEN))
            json_hex(json, *(const struct slice *)at);
        else
            json_text(json, *(const struct slice *)at);
        return;
    case TYPE_bytes:
        json_hex(json, *(const struct slice *)at);
        return;
    case TYPE_rows:
        rows_to_json(json, field, at, hashes);
        return;
    }
}

static void body_to_json(struct json *json, const struct message *message, const void *body,
                         bool hashes)
{
    json_object_begin(json);
    for (size_t i = 0; i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        if (field->class != CLASS_SECRET && !field_empty(field, body))
            field_to_json(json, field, (const char *)body + field->offset, hashes);
    }
    json_object_end(json);
}

void message_to_json(struct json *json, const struct message *message, const void *body)
{
    body_to_json(json, message, body, false);
}

void fact_to_json(struct json *json, const struct fact *fact)
{
    const struct message *message = fact_desc(fact->type);
    ASSERT(message);
    json_object_begin(json);
    json_key(json, "seq");
    json_u64(json, fact->seq);
    json_key(json, "fact");
    json_str(json, message->name);
    json_key(json, "at_ms");
    time_to_json(json, fact->at_ms);
    if (fact->by) {
        json_key(json, "by");
        json_u64(json, fact->by);
    }
    if (fact->station) {
        json_key(json, "station");
        json_u64(json, fact->station);
    }
    json_key(json, "body");
    body_to_json(json, message, &fact->body, true);
    json_object_end(json);
}
