/* One scenario: its steps in a world of its own, its expectations compared. See README.md. */
#ifndef TESTS_SCENARIO_RUN_H
#define TESTS_SCENARIO_RUN_H

#include "tests/scenario/hits.h"
#include "tests/scenario/script.h"
#include "tests/scenario/values.h"
#include "tests/scenario/world.h"

enum { SEATS = 32, FAILED_LINES = 64 };

/* A person's session at a station, as the desk there would keep it. */
struct seat {
    struct slice name; /* "1001@S1" */
    uint64_t station, session;
    unsigned char token[TOKEN_BYTES];
    size_t token_n;
};

struct run {
    const char *path; /* of the file being read */
    unsigned line;
    bool quiet; /* failures are counted and not printed */
    unsigned failures;
    unsigned failed_lines[FAILED_LINES];
    char settings[2048]; /* text of all `set` lines */

    struct world world;
    struct values values;
    struct hits *hits;
    struct buffer frame;
    uint64_t request_id;

    struct seat seats[SEATS];
    size_t n_seats;
    struct door door; /* who asks next */
    struct seat *seat;

    /* the step whose expectations are being read */
    bool stepped, asked_something, result_seen, facts_seen;
    unsigned step_line;
    struct asked asked;
    uint64_t next_fact, last_fact;
};

/* True: everything was as expected. */
bool run_scenario(struct run *run, const char *path, struct hits *hits);

void run_fail(struct run *run, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* steps.c: lines that do something; true when the line was one of them. */
bool run_step(struct run *run, const struct line_of_script *line, struct script *script);
/* What has just happened: hits, invariants, and that a refusal leaves nothing behind. */
void run_stepped(struct run *run);
/* expect.c: indented lines; and what no line asked about, at the end of a step. */
void run_expect(struct run *run, const struct line_of_script *line);
void run_step_over(struct run *run);

#endif
