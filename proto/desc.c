#include "proto/desc.h"

#include <string.h>

#include "common/err.h"

/* Vocabularies. */

#define V(vocabulary, number, name, label) {number, #name, label},
#define X(vocabulary)                                                                              \
    static const struct word words_##vocabulary[] = {ENUM_##vocabulary(V, vocabulary)};
ENUM_TABLE(X)
#undef X
#undef V

static const struct vocabulary vocabularies[] = {
#define X(name) {#name, words_##name, sizeof words_##name / sizeof *words_##name},
    ENUM_TABLE(X)
#undef X
};

/* Fields. Each list ends with an empty row, as C knows no empty array; n_fields leaves it out. */

enum record_id {
#define X(name, help) RECORD_##name,
    RECORD_TABLE(X)
#undef X
        RECORDS
};
static const struct message records[RECORDS];

#define F(S, tag, type, name, max, class, need, help)                                              \
    {tag, TYPE_##type, CLASS_##class, NEED_##need, offsetof(struct S, name),                       \
     max, #name,       help,          NULL,        NULL},
#define E(S, tag, vocabulary, name, class, need, help)                                             \
    {tag,                                                                                          \
     TYPE_enum,                                                                                    \
     CLASS_##class,                                                                                \
     NEED_##need,                                                                                  \
     offsetof(struct S, name),                                                                     \
     0,                                                                                            \
     #name,                                                                                        \
     help,                                                                                         \
     &vocabularies[VOCABULARY_##vocabulary],                                                       \
     NULL},
#define R(S, tag, record, name, max, help)                                                         \
    {tag, TYPE_rows, CLASS_FACT, false, offsetof(struct S, name),                                  \
     max, #name,     help,       NULL,  &records[RECORD_##record]},
#define END                                                                                        \
    {                                                                                              \
        0, TYPE_u64, CLASS_FACT, false, 0, 0, NULL, NULL, NULL, NULL                               \
    }
enum { NEED_MAY = false, NEED_MUST = true };

#define Q(number, name, verb, kind, who, answer, help)                                             \
    static const struct field fields_req_##name[] = {FIELDS_req_##name(req_##name, F, E, R) END};
REQUEST_TABLE(Q)
#undef Q
#define X(number, name, help)                                                                      \
    static const struct field fields_fact_##name[] = {FIELDS_fact_##name(fact_##name, F, E, R) END};
FACT_TABLE(X)
#undef X
#define X(name, help)                                                                              \
    static const struct field fields_rec_##name[] = {FIELDS_rec_##name(rec_##name, F, E, R) END};
RECORD_TABLE(X)
#undef X
#undef F
#undef E
#undef R

/* Messages. */

#define MESSAGE(number, kind, name, help)                                                          \
    {                                                                                              \
        number, #name, help, sizeof(struct kind##_##name), fields_##kind##_##name,                 \
            sizeof fields_##kind##_##name / sizeof *fields_##kind##_##name - 1                     \
    }

static const struct message records[RECORDS] = {
#define X(name, help) MESSAGE(0, rec, name, help),
    RECORD_TABLE(X)
#undef X
};

static const struct message facts[] = {
#define X(number, name, help) MESSAGE(number, fact, name, help),
    FACT_TABLE(X)
#undef X
};

#define ANYBODY WHO_ANYBODY
#define SIGNED WHO_SIGNED
#define R_(role) ROLE_BIT(role_##role)
static const struct request_desc requests[] = {
#define Q(number, name, verb, kind, who, answer, help)                                             \
    {MESSAGE(number, req, name, help), verb, KIND_##kind, who, &records[RECORD_##answer]},
    REQUEST_TABLE(Q)
#undef Q
};
#undef R_
#undef SIGNED
#undef ANYBODY

/* Places in the tables by number; 0 is nothing, so places count from 1. */
enum request_place {
    NO_REQUEST,
#define Q(number, name, verb, kind, who, answer, help) PLACE_req_##name,
    REQUEST_TABLE(Q)
#undef Q
};
static const unsigned char request_places[] = {
#define Q(number, name, verb, kind, who, answer, help) [number] = PLACE_req_##name,
    REQUEST_TABLE(Q)
#undef Q
};
enum fact_place {
    NO_FACT,
#define X(number, name, help) PLACE_fact_##name,
    FACT_TABLE(X)
#undef X
};
static const unsigned char fact_places[] = {
#define X(number, name, help) [number] = PLACE_fact_##name,
    FACT_TABLE(X)
#undef X
};
_Static_assert(sizeof requests / sizeof *requests <= UINT8_MAX, "places are bytes");
_Static_assert(sizeof facts / sizeof *facts <= UINT8_MAX, "places are bytes");

const struct request_desc *request_desc(uint64_t number)
{
    if (number >= sizeof request_places || !request_places[number]) return NULL;
    return &requests[request_places[number] - 1];
}

const struct request_desc *request_by_verb(struct slice verb)
{
    for (size_t i = 0; i < sizeof requests / sizeof *requests; i++)
        if (slice_equal(slice_of(requests[i].verb), verb)) return &requests[i];
    return NULL;
}

const struct message *fact_desc(uint64_t number)
{
    if (number >= sizeof fact_places || !fact_places[number]) return NULL;
    return &facts[fact_places[number] - 1];
}

const struct field *message_field(const struct message *message, const char *name)
{
    for (size_t i = 0; i < message->n_fields; i++)
        if (strcmp(message->fields[i].name, name) == 0) return &message->fields[i];
    return NULL;
}

const struct request_desc *request_table(size_t *n)
{
    *n = sizeof requests / sizeof *requests;
    return requests;
}

const struct message *fact_table(size_t *n)
{
    *n = sizeof facts / sizeof *facts;
    return facts;
}

const struct message *record_table(size_t *n)
{
    *n = sizeof records / sizeof *records;
    return records;
}

const struct vocabulary *vocabulary_table(size_t *n)
{
    *n = sizeof vocabularies / sizeof *vocabularies;
    return vocabularies;
}

const struct vocabulary *vocabulary_of(enum vocabulary_id id)
{
    ASSERT((size_t)id < sizeof vocabularies / sizeof *vocabularies);
    return &vocabularies[id];
}

const struct word *vocabulary_word(const struct vocabulary *vocabulary, uint64_t number)
{
    /* Numbers are ascending and mostly without gaps, so the place is usually right at once. */
    if (number == 0) return NULL;
    size_t i = number <= vocabulary->n ? (size_t)number : vocabulary->n;
    while (i > 0 && vocabulary->words[i - 1].number > number) i--;
    return i > 0 && vocabulary->words[i - 1].number == number ? &vocabulary->words[i - 1] : NULL;
}

const char *word_name(enum vocabulary_id id, uint64_t number)
{
    const struct word *word = vocabulary_word(vocabulary_of(id), number);
    return word ? word->name : "";
}

const char *word_label(enum vocabulary_id id, uint64_t number)
{
    const struct word *word = vocabulary_word(vocabulary_of(id), number);
    return word ? word->label : "";
}

uint64_t word_number(const struct vocabulary *vocabulary, struct slice name)
{
    for (size_t i = 0; i < vocabulary->n; i++)
        if (slice_equal(slice_of(vocabulary->words[i].name), name))
            return vocabulary->words[i].number;
    return 0;
}

static const struct {
    const char *name, *text;
} rejects[] = {
#define J(number, name, text) [number] = {#name, text},
    REJECT_TABLE(J)
#undef J
};

bool reject_known(uint64_t number)
{
    return number < sizeof rejects / sizeof *rejects && rejects[number].name;
}

const char *reject_name(enum reject reject)
{
    return reject_known(reject) ? rejects[reject].name : "UNKNOWN";
}

const char *reject_text(enum reject reject)
{
    return reject_known(reject) ? rejects[reject].text : "";
}

bool refused_to_another(uint64_t refuse_reason)
{
    switch ((enum refuse_reason)refuse_reason) {
    case refuse_reason_court:
    case refuse_reason_arbitration:
    case refuse_reason_reconsideration:
    case refuse_reason_congress:
    case refuse_reason_procuratorate:
    case refuse_reason_elsewhere:
        return true;
    case refuse_reason_none:
    case refuse_reason_malicious:
    case refuse_reason_repeated:
    case refuse_reason_empty:
    case refuse_reason_advert:
        break;
    }
    return false;
}
