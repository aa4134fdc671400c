/* A year of a hotline through the real core and store: a queue of what happens when, people who do
 * it, and what is written down of it for a program that reckons the scores and figures again. */
#ifndef TESTS_YEAR_YEAR_H
#define TESTS_YEAR_YEAR_H

#include "server/core/core.h"
#include "server/store/store.h"

enum {
    YEAR_LINES = 3,
    YEAR_UNITS = 24,
    YEAR_OPERATORS = 12,
    YEAR_SUBJECTS = 12,
    YEAR_RING = 512, /* tickets that others may repeat or be merged into */
    YEAR_REQUESTS = 256,
    YEAR_REJECTS = 40,
    YEAR_PATH = 512,
};

#define MINUTE_MS UINT64_C(60000)
#define HOUR_MS (60 * MINUTE_MS)
#define DAY_MS (24 * HOUR_MS)
/* 2026-01-01T00:00+08:00 and a year later: the months are those of that zone. */
#define YEAR_BEGIN_MS (UINT64_C(1767225600000) - 8 * HOUR_MS)
#define YEAR_END_MS (YEAR_BEGIN_MS + 365 * DAY_MS)

/* What may happen at an instant; id is a ticket's, a point's or a day's number. */
enum happening { HAPPENS_ARRIVAL, HAPPENS_TICKET, HAPPENS_APPEAL, HAPPENS_DECISION, HAPPENS_DAY };

struct event {
    uint64_t at_ms, order;
    enum happening kind;
    uint64_t id;
};

struct agenda {
    struct event *events; /* a heap */
    size_t n, room;
    uint64_t order;
};

void agenda_put(struct agenda *agenda, uint64_t at_ms, enum happening kind, uint64_t id);
bool agenda_take(struct agenda *agenda, struct event *event);

struct unit_people {
    uint64_t unit;
    struct code code;
    struct who handler, deputy, approver, head;
    uint64_t care;  /* per mille: how often its callers are very satisfied */
    uint64_t tardy; /* per mille: how often it lets something lie too long */
};

/* What this program remembers of a ticket beside its row. */
struct memory {
    uint32_t caller;
    uint8_t refused; /* requests in a row */
    bool prepared;   /* handled, apart from the reply */
    bool reopened;
};

struct ring {
    uint64_t tickets[YEAR_RING];
    size_t n;
};

struct year {
    struct store *store;
    struct settings settings;
    char dir[YEAR_PATH];
    const char *calendar; /* file, or NULL */
    uint64_t now_ms, random;
    struct arena arena;
    struct outcome_of_step out; /* of the last request */
    struct agenda agenda;

    struct code lines[YEAR_LINES], subjects[YEAR_SUBJECTS];
    struct unit_people units[YEAR_UNITS];
    struct who operators[YEAR_OPERATORS];
    struct code operator_numbers[YEAR_OPERATORS];
    struct who desk, leader, inspector, trunk, console;
    struct code leader_number;

    struct memory *memories; /* by ticket */
    size_t room;
    struct ring archived, dispatched;
    uint64_t tickets, scores; /* seen so far */
    uint64_t wanted, arrived;
    uint64_t steps, refusals;
    uint32_t refused[YEAR_REQUESTS][YEAR_REJECTS];
};

/* year.c */
bool year_open(struct year *year, const char *dir, const char *calendar, uint64_t tickets,
               uint64_t seed, char *why, size_t cap);
void year_close(struct year *year);
struct txn *year_txn(struct year *year);
uint64_t below(struct year *year, uint64_t n);
bool chance(struct year *year, uint64_t per_mille);
/* True: done, the answer is in year->out. */
bool year_ask(struct year *year, const struct who *who, enum request number, const void *body);
#define ASK(year, who, name, ...)                                                                  \
    year_ask(year, who, request_##name, &(const struct req_##name){__VA_ARGS__})
/* Time goes on; timers on the way fire at their time. */
void year_go(struct year *year, uint64_t until_ms);
/* Tells each hundredth of the year on stderr. False: why. */
bool year_run(struct year *year, char *why, size_t cap);
struct code code_of(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* people.c: lines, units, subjects, everybody. */
bool people_enter(struct year *year, char *why, size_t cap);
/* Loads the year's calendar with some lines more; nothing without a file. */
bool calendar_enter(struct year *year, const char *more, char *why, size_t cap);
void operators_sign_in(struct year *year);
void make_ready(struct year *year, const struct who *who);
const struct unit_people *people_of(const struct year *year, uint64_t unit);

/* arrival.c, handling.c: what callers, operators and units do. */
void caller_arrives(struct year *year);
void ticket_goes_on(struct year *year, uint64_t ticket);
void ring_put(struct ring *ring, uint64_t ticket);

/* office.c: points by hand, samples, appeals. */
void day_begins(struct year *year, uint64_t day);
void scores_seen(struct year *year);
void score_appealed(struct year *year, uint64_t score);
void score_decided(struct year *year, uint64_t score);

/* write.c: journal.jsonl, settings.json, figures.json, scores.json, agents.json. */
bool year_write(struct year *year);

#endif
