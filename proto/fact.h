/* A fact with its header, and its two encodings: the journal's (all but words, which are hashes)
 * and the published one (only fields of class FACT). Bytes: [type, at_ms, by, station, {body}]. */
#ifndef PROTO_FACT_H
#define PROTO_FACT_H

#include "proto/codec.h"

union fact_body {
#define X(number, name, help) struct fact_##name name;
    FACT_TABLE(X)
#undef X
};

struct fact {
    uint64_t seq;  /* 1, 2, 3 …; without gaps */
    uint64_t type; /* enum fact_type */
    uint64_t at_ms;
    uint64_t by;      /* person's id; 0: the dispatcher itself or the console */
    uint64_t station; /* where; 0: console or timer */
    union fact_body body;
};

/* view: VIEW_JOURNAL or VIEW_PUBLIC. */
void fact_encode(struct buffer *out, const struct fact *fact, enum codec_view view);
/* seq is not part of the bytes and is set by the caller. Words fields come as their hashes. */
enum err fact_decode(struct slice bytes, struct fact *fact);

/* Topics on which a fact is published: "f" (all facts), "p<id>", "u<id>", "l<id>" from its public
 * fields of type person, unit and line; "lead." for what team leads are told; "all." for what every
 * desk shows: surge mode, bursts, notices. Never ends in a digit's prefix of another: each topic is
 * closed by a dot ("p1." is no prefix of "p12."). */
enum { TOPIC_MAX = 32, FACT_TOPICS_MAX = 8 };
struct topic {
    char s[TOPIC_MAX];
};
#define TOPIC_LEAD "lead."
#define TOPIC_ALL "all."
size_t fact_topics(const struct fact *fact, struct topic out[FACT_TOPICS_MAX]);

/* The ticket that a fact is about: its first field of that type; 0: none. */
uint64_t fact_ticket(const struct fact *fact);

#endif
