/* The commands in groups, with examples: what `rexianctl help` is made of beside the schema. */
#ifndef CLIENT_CTL_CHAPTERS_H
#define CLIENT_CTL_CHAPTERS_H

#include "proto/desc.h"

struct chapter {
    const char *name;  /* "handling" */
    const char *title; /* msgid */
    /* Verbs with blanks between them: "ticket.save" is that one, "letter." all of the noun. Each
     * request belongs to the first topic that names it. */
    const char *verbs;
};

const struct chapter *chapters(size_t *n);
/* NULL: in none. */
const struct chapter *chapter_of(const char *verb);

/* A command line behind "rexianctl --data DIR", for commands whose use is not obvious. */
struct example {
    const char *verb, *line;
};
const struct example *examples(size_t *n);

#endif
