/* The simulated world: actors (a trunk with its callers, operators, unit handlers, approvers, the
 * hotline office, an auditor), each with a station, a link and a session of its own, driven by one
 * loop of timers and sockets. Everything random comes from one printed seed. All people in it are
 * invented. */
#ifndef CLIENT_SIM_WORLD_H
#define CLIENT_SIM_WORLD_H

#include <stdio.h>

#include "client/link/link.h"

enum {
    ACTORS_MAX = 80,
    TIMERS_MAX = 65536,
    RETRY_MS = 200, /* after a refusal that passes: BUSY, NO_SPACE */
};

struct actor;
struct world;
struct capture;
struct day;
struct drill;

/* K(kind, word in a station file's name) */
#define ACTOR_TABLE(K)                                                                             \
    K(trunk)                                                                                       \
    K(operator)                                                                                    \
    K(unit)                                                                                        \
    K(approver)                                                                                    \
    K(desk)                                                                                        \
    K(auditor)                                                                                     \
    K(callers)                                                                                     \
    K(seat)                                                                                        \
    K(lead)                                                                                        \
    K(drill)

enum actor_kind {
#define K(kind) ACTOR_##kind,
    ACTOR_TABLE(K)
#undef K
        ACTOR_KINDS
};

/* What an actor does; every hook may be NULL. */
struct part {
    void (*signed_in)(struct actor *actor, const struct rec_me *me);
    void (*fact)(struct actor *actor, const struct fact *fact);
    void (*fini)(struct actor *actor); /* what state owns; state itself is freed */
};

struct actor {
    struct world *world;
    enum actor_kind kind;
    const struct part *part;
    struct link *link;
    char number[LIMIT_CODE + 1]; /* person's number */
    uint64_t person, unit;
    bool in;
    void *state; /* the part's own; freed with the actor */
};

typedef void sim_step(struct actor *actor, uint64_t a, uint64_t b);

struct timer {
    uint64_t due_ms, order;
    struct actor *actor;
    sim_step *step;
    uint64_t a, b;
};

struct plan {
    const char *stations;  /* folder with NUMBER.station files */
    const char *password;  /* of all simulated people */
    const char *capture;   /* file for everything that is published; NULL: none */
    const char *read_back; /* file for recorded words, read by one who may; NULL: none */
    const char *canaries;  /* file with words that must not leak, one a line; NULL: none */
    uint64_t calls;        /* 0: for ever */
    uint64_t seed;
    double gap_ms;                                /* mean time between two arrivals */
    double talk_ms;                               /* mean of one step of a conversation */
    double patience_ms;                           /* mean time that a caller waits */
    double transfer, direct, ignore, unsatisfied; /* shares of calls, tickets, offers, follow-ups */
};

struct world {
    struct plan plan;
    struct actor actors[ACTORS_MAX];
    size_t n_actors;
    struct timer timers[TIMERS_MAX]; /* a heap by due time, then order */
    size_t n_timers;
    uint64_t order;
    uint64_t random[4];
    char **canary;
    size_t n_canary, next_canary[2]; /* next by enum where_said */
    /* figures, from acknowledged answers and from facts */
    uint64_t arrived;       /* calls acknowledged */
    uint64_t finished;      /* calls seen to end or to be abandoned */
    uint64_t opened;        /* tickets seen to be opened */
    uint64_t archived;      /* of these now in the archive */
    uint64_t conversations; /* operators between answering and having recorded */
    uint64_t refusals;      /* answers that were refusals: a race lost, mostly */
    uint64_t greetings_missing;
    struct audit_notes *notes; /* audit.c's; owned */
    struct day *day;           /* of `day`; borrowed */
    struct drill *drill;       /* of `drill`; borrowed */
    bool failed, over;
    bool progress;                /* a line a second on standard error */
    uint64_t moved_ms, moved_sum; /* when anything happened last */
};

/* world.c */
bool world_add(struct world *world, enum actor_kind kind, const char *number, char *why,
               size_t why_cap);
/* Runs until over; calls each() about once a second. */
void world_run(struct world *world, struct capture *capture, void (*each)(struct world *world));
void world_free(struct world *world);
/* Adds the people of a file with lines "KIND NUMBER"; false with the reason printed. */
bool world_people(struct world *world, const char *path);
/* Nobody waits for an answer. */
bool world_quiet(const struct world *world);
void sim_after(struct actor *actor, double mean_ms, sim_step *step, uint64_t a, uint64_t b);
void sim_at(struct actor *actor, uint64_t delay_ms, sim_step *step, uint64_t a, uint64_t b);
/* Asks until answered; counts refusals. */
void sim_ask(struct actor *actor, enum request number, const void *body, link_answered *answered,
             void *ctx);
/* True when it is an answer; a passing refusal is false too, and counted. */
bool sim_good(struct actor *actor, const struct link_answer *answer);
/* Calls step(actor, ticket, 0), each after a while, for the tickets of a view that are in a state:
 * what came up before this actor listened. */
void sim_pick_up(struct actor *actor, enum ticket_view view, enum ticket_state state,
                 sim_step *step);
/* The first actor of a kind. */
struct actor *world_actor(struct world *world, enum actor_kind kind);

/* chance.c: xoshiro256** (Blackman and Vigna, public domain algorithm), seeded by splitmix64 */
void chance_seed(struct world *world, uint64_t seed);
uint64_t chance_bits(struct world *world);
double chance_unit(struct world *world); /* [0, 1) */
bool chance(struct world *world, double share);
uint64_t chance_below(struct world *world, uint64_t n);
double chance_exponential(struct world *world, double mean);

/* words.c: invented names, numbers, places and matters */
struct caller {
    char name[LIMIT_NAME + 1], phone[LIMIT_PHONE + 1], address[LIMIT_ADDRESS + 1], matter[1024];
    const char *subject;
    uint64_t type; /* enum ticket_type */
};
/* Planted words come in turn in both places, so that all of them are said to an operator. */
enum where_said { SAID_RINGING, SAID_TALKING };
void caller_invent(struct world *world, enum where_said spoken, uint64_t n, struct caller *out);

/* audit.c: the accounting at the end, from the journal's facts, not from what the actors think */
struct audit {
    uint64_t calls, answered, abandoned, tickets, archived, lost;
};
bool audit_run(struct world *world, struct audit *audit);
/* A matter that an answer acknowledged as recorded: it must be readable at the end. */
void audit_expect(struct world *world, uint64_t ticket, const char *matter);
void audit_free(struct world *world);

/* trunk.c: the caller of this call puts the receiver down. */
void trunk_hang_up(struct world *world, uint64_t call);

/* capture.c: writes every published frame to a file, as a wire tap would */
bool capture_open(const struct world *world, struct capture **out, char *why, size_t why_cap);
int capture_fd(const struct capture *capture);
void capture_work(struct capture *capture);
void capture_close(struct capture **capture);

extern const struct part part_trunk, part_operator, part_unit, part_approver, part_desk,
    part_auditor, part_callers, part_seat, part_lead, part_drill;

#endif
