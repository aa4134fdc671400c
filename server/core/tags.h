/* FIELD_person_put_verifier …: the tag of a fact's field, under which the vault keeps its words.
 * Inside server/core only. */
#ifndef SERVER_CORE_TAGS_H
#define SERVER_CORE_TAGS_H

#include "proto/schema.h"

#define F(S, tag, type, name, max, class, need, help) FIELD_##S##_##name = tag,
#define E(S, tag, vocabulary, name, class, need, help) FIELD_##S##_##name = tag,
#define R(S, tag, record, name, max, help) FIELD_##S##_##name = tag,
#define X(number, name, help) FIELDS_fact_##name(name, F, E, R)
enum fact_field { FACT_TABLE(X) };
#undef X
#undef F
#undef E
#undef R

#endif
