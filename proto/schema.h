/* The schema's C face: enumerations and structs made of the tables in schema_*.h. Everything else
 * that depends on the tables (codec, validation, help, JSON, documents) goes through the
 * descriptors in proto/desc.h.
 *
 * struct req_X: a request; struct fact_X: a fact's body; struct rec_X: an answer or a row of one.
 * Slices and rows in a decoded struct live as long as the arena and the bytes it was decoded from.
 */
#ifndef PROTO_SCHEMA_H
#define PROTO_SCHEMA_H

#include "common/limits.h"
#include "common/slice.h"
#include "proto/schema_answers.h"
#include "proto/schema_answers_calls.h"
#include "proto/schema_answers_house.h"
#include "proto/schema_answers_surge.h"
#include "proto/schema_answers_tickets.h"
#include "proto/schema_facts.h"
#include "proto/schema_rejects.h"
#include "proto/schema_requests.h"
#include "proto/schema_requests_calls.h"
#include "proto/schema_requests_house.h"
#include "proto/schema_requests_tickets.h"
#include "proto/schema_words.h"

/* A code or number as typed: zero-terminated, shorter than the array. */
struct code {
    char s[LIMIT_CODE + 1];
};
struct h32 {
    unsigned char b[32];
};
/* A borrowed array of structs of the record named in the schema. */
struct rows {
    const void *items;
    size_t n;
};

/* Field types: T(type, C type). Types named after an object are its id. */
#define NUMBER_TYPE_TABLE(T)                                                                       \
    T(u64, uint64_t)                                                                               \
    T(ms, uint64_t) /* milliseconds since 1970, UTC */                                             \
    T(flag, uint64_t)                                                                              \
    T(roles, uint64_t) /* bit set, see ROLE_BIT */                                                 \
    T(person, uint64_t)                                                                            \
    T(station, uint64_t)                                                                           \
    T(session, uint64_t)                                                                           \
    T(unit, uint64_t)                                                                              \
    T(line, uint64_t)                                                                              \
    T(subject, uint64_t)                                                                           \
    T(script, uint64_t)                                                                            \
    T(article, uint64_t)                                                                           \
    T(call, uint64_t)                                                                              \
    T(ticket, uint64_t)
#define TYPE_TABLE(T)                                                                              \
    NUMBER_TYPE_TABLE(T)                                                                           \
    T(code, struct code)                                                                           \
    T(h32, struct h32)                                                                             \
    T(text, struct slice)                                                                          \
    T(bytes, struct slice)

#define T(type, ctype) typedef ctype ctype_##type;
TYPE_TABLE(T)
#undef T

/* The vocabularies as enumerations: enum role { role_none, role_operator = 1, ... }. The structs
 * hold them as uint64_t. The first macro argument hands the vocabulary's name down to each member.
 */
#define V(vocabulary, number, name, label) vocabulary##_##name = number,
#define X(vocabulary) enum vocabulary { vocabulary##_none = 0, ENUM_##vocabulary(V, vocabulary) };
ENUM_TABLE(X)
#undef X
#undef V

#define ROLE_BIT(role) ((uint64_t)1 << (role))

enum reject {
#define J(number, name, text) REJECT_##name = number,
    REJECT_TABLE(J)
#undef J
};

enum request {
    request_none = 0,
#define Q(number, name, verb, kind, who, answer, help) request_##name = number,
    REQUEST_TABLE(Q)
#undef Q
};

enum fact_type {
    fact_none = 0,
#define X(number, name, help) fact_type_##name = number,
    FACT_TABLE(X)
#undef X
};

/* The structs. A char stands for the empty list, as C knows no empty struct. */
#define F(S, tag, type, name, max, class, need, help) ctype_##type name;
#define E(S, tag, vocabulary, name, class, need, help) uint64_t name;
#define R(S, tag, record, name, max, help) struct rows name;
#define Q(number, name, verb, kind, who, answer, help)                                             \
    struct req_##name {                                                                            \
        FIELDS_req_##name(name, F, E, R) char end_of_fields;                                       \
    };
REQUEST_TABLE(Q)
#undef Q
#define X(number, name, help)                                                                      \
    struct fact_##name {                                                                           \
        FIELDS_fact_##name(name, F, E, R) char end_of_fields;                                      \
    };
FACT_TABLE(X)
#undef X
#define X(name, help)                                                                              \
    struct rec_##name {                                                                            \
        FIELDS_rec_##name(name, F, E, R) char end_of_fields;                                       \
    };
RECORD_TABLE(X)
#undef X
#undef F
#undef E
#undef R

#endif
