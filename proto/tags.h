/* TAG_ticket_saved_matter …: the tag of a fact's field, under which the vault keeps its words. */
#ifndef PROTO_TAGS_H
#define PROTO_TAGS_H

#include "proto/schema.h"

#define F(S, tag, type, name, max, class, need, help) TAG_##S##_##name = tag,
#define E(S, tag, vocabulary, name, class, need, help) TAG_##S##_##name = tag,
#define R(S, tag, record, name, max, help) TAG_##S##_##name = tag,
#define X(number, name, help) FIELDS_fact_##name(name, F, E, R)
enum tag { FACT_TABLE(X) };
#undef X
#undef F
#undef E
#undef R

#endif
