/* The load of rexian-bench-commands: operators at stations who record tickets, each ticket being
 * three commands (the draft with its words, registered, dispatched), into a store that is filled
 * with such tickets before. */
#ifndef TESTS_BENCH_LOAD_H
#define TESTS_BENCH_LOAD_H

#include "server/core/core.h"
#include "tests/system/rig.h"

enum { SEATS = 64 };

/* One operator at one station. */
struct seat {
    struct keys keys;
    uint64_t person, station, session;
    char token[TOKEN_BYTES];
    char phone[12];
    unsigned stage; /* 0: draft next, 1: register, 2: dispatch */
    struct rec_done done;
    uint64_t sent_ns;
};

union command {
    struct req_ticket_save save;
    struct req_ticket_register register_;
    struct req_ticket_dispatch dispatch;
};

/* A store in this process. */
struct load {
    const struct settings *settings; /* borrowed */
    struct store *store;
    struct core core;
    struct arena arena;
    struct buffer reply;
    struct seat seats[SEATS];
    uint64_t request_id, commit_ms, phones;
};

/* Ends the program with a sentence when something that must work does not. */
void must(bool good, const char *what);

/* The next command of a seat's cycle; slices point into the seat. */
enum request seat_command(struct seat *seat, uint64_t *phones, union command *body);
void seat_answered(struct seat *seat, const struct rec_done *done);

void load_open(struct load *load, const char *dir, const struct settings *settings);
void load_close(struct load *load);
/* People, stations, a unit, a subject, and so many tickets. */
void load_fill(struct load *load, uint64_t tickets);
/* One command of this seat with its kept reply, as the dispatcher's turn does it. */
void load_step(struct load *load, struct seat *seat);
/* The group is on disk; then commits when the settings say so. */
void load_sync(struct load *load);
void load_commit_if_due(struct load *load, bool now);

#endif
