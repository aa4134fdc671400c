/* Training (R90): scripted callers ring at a real desk in a centre of its own, and a sheet says how
 * it went. docs/training.md. */
#ifndef CLIENT_SIM_DRILL_H
#define CLIENT_SIM_DRILL_H

#include "client/sim/world.h"

enum {
    DRILL_CASES = 32,   /* callers of one drill */
    DRILL_SAYS = 32,    /* sentences of one caller */
    DRILL_EXPECTS = 24, /* of one record */
    DRILL_TEXT = 400,
    DRILL_RINGS_MS = 15000, /* three rings (R3) */
    DRILL_HOLD_MS = 45000,
    DRILL_WRAP_MS = 120000,
    DRILL_PASS = 80, /* of 100 points */
};

/* F(field of the record): what can be expected of it */
#define DRILL_FIELD_TABLE(F)                                                                       \
    F(type)                                                                                        \
    F(subject)                                                                                     \
    F(unit)                                                                                        \
    F(name)                                                                                        \
    F(phone)                                                                                       \
    F(address)                                                                                     \
    F(matter)                                                                                      \
    F(settle)

enum drill_field {
#define F(field) DRILL_##field,
    DRILL_FIELD_TABLE(F)
#undef F
        DRILL_FIELDS
};

struct drill_expect {
    enum drill_field field;
    bool whole;             /* is one of these; else has one of them in it */
    char words[DRILL_TEXT]; /* with " | " between them */
};

enum drill_mark { DRILL_RIGHT, DRILL_WRONG, DRILL_MISSING };

/* One caller: what is said and expected, and what came of it. */
struct drill_case {
    char title[DRILL_TEXT], line[LIMIT_CODE + 1], from[LIMIT_PHONE + 1];
    uint64_t patience_s, most_s; /* rings, talks at most so long */
    struct {
        uint64_t pause_ms;
        char text[DRILL_TEXT];
    } says[DRILL_SAYS];
    struct drill_expect expects[DRILL_EXPECTS];
    size_t n_says, n_expects;
    /* what came of it */
    uint64_t ring_ms, talk_ms, hold_ms, wrap_ms, ticket;
    bool answered, ended_first;
    enum drill_mark marks[DRILL_EXPECTS];
    char found[DRILL_FIELDS][DRILL_TEXT];
    int points;
};

struct drill {
    struct drill_case cases[DRILL_CASES];
    size_t n_cases;
    char trainee[LIMIT_CODE + 1];
    double speed;
    FILE *says; /* where the caller's words go */
};

/* drill_script.c: false with the line and what is wrong with it in why. */
bool drill_read(struct drill *drill, const char *path, char *why, size_t why_cap);
/* drill_sheet.c: compares with the record and gives points. */
void drill_judge(struct drill_case *one);
int drill_points(const struct drill *drill);
/* As text, HTML or JSON, by the path's ending; false when it cannot be written. "-": text to
 * standard output. */
bool drill_write(const struct drill *drill, const char *path);
const char *drill_field_name(enum drill_field field);

/* drill.c: `rexian-sim drill …` */
int drill_main(int argc, char **argv);

#endif
