/* Invariants as rows of tables: a name, the table whose every row they look at, and the look.
 * Inside server/core only. */
#ifndef SERVER_CORE_CHECK_H
#define SERVER_CORE_CHECK_H

#include "server/core/core.h"

union any_row {
#define X(table) struct row_##table table;
    TABLE_TABLE(X)
#undef X
};

enum { CHECK_STATES = 16, CHECK_OBJECTS = 64 }; /* more than any vocabulary has */

struct check {
    struct txn *txn;
    void (*fault)(void *ctx, const char *sentence);
    void *ctx;
    const char *invariant; /* the one being looked at */
    uint64_t rows;
    /* gathered on the way, for the invariants about the whole */
    uint64_t tickets[CHECK_STATES], overdue, callbacks;
    uint64_t counted[CHECK_OBJECTS]; /* calls by what they count as */
    struct row_minute minutes;       /* the last one, which has the sums of all */
    struct row_half halves;          /* the sums of all */
    struct row_queue_day queue_days; /* likewise */
    struct row_centre_day centre_days;
    bool minutes_fall; /* one has less than the one before */
    uint64_t max_id[CHECK_OBJECTS];
    uint64_t indexed[INDEXES];
    uint64_t redone, redo_counts; /* by the figures, by the tickets themselves */
    uint64_t ratings, rated;      /* by the figures, by the calls themselves */
    uint64_t samples, sample_sum, samples_made, samples_made_sum; /* likewise */
};

struct invariant {
    const char *name;
    enum table_id table; /* TABLES: looked at once, at the end, with row NULL */
    void (*look)(struct check *check, const union any_row *row);
};

/* "invariant: sentence", where the sentence names the object. */
void check_fault(struct check *check, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
bool check_timer(struct check *check, uint64_t due_ms, enum timer_kind kind, uint64_t object);

/* check_call.c and so on: one table each, ended by a row without a name. */
extern const struct invariant check_call_table[], check_ticket_table[], check_house_table[];
extern const struct invariant check_score_table[], check_register_table[];
extern const struct invariant check_reply_table[], check_special_table[];
extern const struct invariant check_link_table[], check_secrecy_table[], check_duty_table[];
extern const struct invariant check_calendar_table[], check_queue_table[], check_tally_table[];
extern const struct invariant check_surge_table[], check_outbound_table[];

#endif
