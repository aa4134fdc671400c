/* Descriptors of every message, made of the schema's tables: what the codec, the validation, the
 * command lines, the JSON, the help and the documents are driven by. All of it is constant data. */
#ifndef PROTO_DESC_H
#define PROTO_DESC_H

#include "proto/schema.h"

enum field_type {
#define T(type, ctype) TYPE_##type,
    TYPE_TABLE(T)
#undef T
        TYPE_enum,
    TYPE_rows
};

/* The types that are held as uint64_t, as labels of a switch. */
#define NUMBER_CASE(type, ctype) case TYPE_##type:
#define NUMBER_CASES                                                                               \
    NUMBER_TYPE_TABLE(NUMBER_CASE)                                                                 \
    case TYPE_enum:

enum field_class { CLASS_FACT, CLASS_PRIVATE, CLASS_WORDS, CLASS_OPEN, CLASS_SECRET };

struct word {
    uint64_t number;
    const char *name;  /* JSON, command lines, scenarios */
    const char *label; /* gettext msgid */
};

struct vocabulary {
    const char *name;
    const struct word *words; /* ascending numbers */
    size_t n;
};

struct message;

struct field {
    uint32_t tag;
    enum field_type type;
    enum field_class class;
    bool must;
    size_t offset; /* in the message's struct */
    uint64_t max;  /* see schema_requests.h; 0: no limit of its own */
    const char *name;
    const char *help;
    const struct vocabulary *vocabulary; /* TYPE_enum */
    const struct message *record;        /* TYPE_rows */
};

struct message {
    uint64_t number; /* request or fact number; 0 for records */
    const char *name;
    const char *help;
    size_t size; /* of the struct */
    const struct field *fields;
    size_t n_fields;
};

enum request_kind { KIND_COMMAND, KIND_FRESH, KIND_LIST, KIND_HOUSE };

#define WHO_ANYBODY UINT64_MAX
#define WHO_SIGNED (UINT64_MAX - 1)

struct request_desc {
    struct message message;
    const char *verb; /* "ticket.dispatch" */
    enum request_kind kind;
    uint64_t who; /* WHO_ANYBODY, WHO_SIGNED, or a set of ROLE_BIT */
    const struct message *answer;
};

/* NULL when there is no such number or name. */
const struct request_desc *request_desc(uint64_t number);
const struct request_desc *request_by_verb(struct slice verb);
const struct message *fact_desc(uint64_t number);
/* A field by its name in the schema; NULL when the message has none of that name. */
const struct field *message_field(const struct message *message, const char *name);
/* All requests in the order of the table, for help and documents; *n is set. */
const struct request_desc *request_table(size_t *n);
const struct message *fact_table(size_t *n);
const struct message *record_table(size_t *n);

const struct vocabulary *vocabulary_table(size_t *n);
/* The vocabulary's own constants, e.g. vocabulary_of(VOCABULARY_role). */
enum vocabulary_id {
#define X(name) VOCABULARY_##name,
    ENUM_TABLE(X)
#undef X
};
const struct vocabulary *vocabulary_of(enum vocabulary_id id);
/* "" for zero and for unknown numbers. */
/* R9: the matter is another body's, so that the caller is told where to go instead. */
bool refused_to_another(uint64_t refuse_reason);
const char *word_name(enum vocabulary_id id, uint64_t number);
const char *word_label(enum vocabulary_id id, uint64_t number);
/* NULL for zero and for unknown numbers. */
const struct word *vocabulary_word(const struct vocabulary *vocabulary, uint64_t number);
/* 0 when there is no such word. */
uint64_t word_number(const struct vocabulary *vocabulary, struct slice name);

bool reject_known(uint64_t number);
/* "BAD_STATE" and its text (gettext msgid). */
const char *reject_name(enum reject reject);
const char *reject_text(enum reject reject);

#endif
