/* The core: the rules. Deterministic: it knows no clock, randomness, sockets, files or log. Time is
 * an argument that never goes back, random bytes come in with the command, ids count up.
 *
 * core_step() reads state, decides, and either refuses and changes nothing or appends facts; only
 * core_apply() changes tables, and it looks at nothing but the fact and the tables. */
#ifndef SERVER_CORE_CORE_H
#define SERVER_CORE_CORE_H

#include "common/settings.h"
#include "proto/desc.h"
#include "proto/envelope.h"
#include "server/store/store.h"

/* Who asks. All zero and console false: nobody has signed in. */
struct who {
    uint64_t person;
    uint64_t session;
    uint64_t station; /* 0: the console */
    uint64_t unit;    /* of the person */
    uint64_t roles;   /* set of ROLE_BIT */
    bool console;     /* the local socket: an administrator without a person */
};

/* What comes along with a command from outside the core. */
struct extras {
    bool password_ok;         /* session_open: the worker's verdict on the verifier */
    uint64_t password_person; /* whose verifier was tried; 0: nobody's (a dummy) */
    unsigned char random[64]; /* bytes nobody can guess: first the token of a session_open, which is
                                 the same when the same request is asked again, then jitter */
    struct slice verifier;    /* person_add, person_change: argon2id string of the new password */
};

struct core {
    const struct settings *settings;
    struct txn *txn;
    uint64_t now_ms;
};

/* The answer to a command; body is the union of what commands answer. */
struct outcome_of_step {
    enum reject reject;
    struct fault fault; /* which field, when one is to blame */
    union {
        struct rec_done done;
        struct rec_session session;
        struct rec_caller_words caller_words;
    } answer; /* of the record that request_desc(number)->answer names */
};

/* Who is asking, from the envelope's session and token and the station behind the connection:
 * REJECT_OK or REJECT_NOT_SIGNED_IN. session 0 gives nobody (for requests of WHO_ANYBODY). */
enum reject core_who(struct core *core, uint64_t station, uint64_t session, struct slice token,
                     struct who *who);

/* One command. body is the decoded, validated struct req_X of `number`. Text in the answer is in
 * the arena. */
void core_step(struct core *core, const struct who *who, enum request number, const void *body,
               const struct extras *extras, struct arena *arena, struct outcome_of_step *out);

/* Before a question is answered: the guarded ticket whose words the answer will show this person
 * (R81), 0 when there is none, or when the same was shown to them within the last minute. Then
 * core_seen() goes before the answer, and without it there is none. */
uint64_t core_look(struct core *core, const struct who *who, enum request number, const void *body);
void core_seen(struct core *core, const struct who *who, enum request number, uint64_t ticket);

/* A console has been silent for presence_s: its agent gets no calls, and a caller whom they have is
 * not left to them for long. Heard again, it is as before, as far as it can be. Nothing happens
 * when it was so already, or when no agent sits there. Appends facts only. */
void core_absent(struct core *core, uint64_t station);
void core_present(struct core *core, uint64_t station);

/* Fires timers that are due, at most `most`; answers how many. Appends facts only. */
size_t core_timers(struct core *core, size_t most);
/* The first due instant; 0: none. */
uint64_t core_next_due(struct txn *txn);

/* The only thing that changes state; given to the store. */
void core_apply(struct txn *txn, const struct fact *fact);

/* The person and verifier to try a sign-in's password against; false: number unknown, nobody's
 * verifier (then a dummy is tried so that the time taken says nothing). */
bool core_verifier(struct txn *txn, const char *number, struct arena *arena, uint64_t *person,
                   struct slice *verifier);

/* Keyed hash of the digits of a phone number, however it was written; zero when it has none. */
void caller_hash(struct txn *txn, struct slice number, struct h32 *out);

/* check.c: invariants. Calls fault(ctx, sentence) for each violation, looks at every row; answers
 * the number of rows. */
uint64_t core_check(struct txn *txn, void (*fault)(void *ctx, const char *sentence), void *ctx);

/* What was hit, for the coverage of scenarios: (life, state, event) pairs. */
enum life { LIFE_call, LIFE_agent, LIFE_ticket, LIFE_score, LIFE_disclosure, LIVES };
struct life_row {
    uint64_t state, event, next;
    const char *guard; /* "" or the guard's name, for the documents */
    uint64_t fact;     /* enum fact_type that records it */
};
/* The table of one life; state 0 is "not yet there". */
const struct life_row *life_table(enum life life, size_t *n);
/* The row for (state, event); NULL: refused with BAD_STATE. */
const struct life_row *life_find(enum life life, uint64_t state, uint64_t event);

#endif
