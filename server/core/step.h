/* One step of the core, as its handlers see it. Inside server/core only.
 *
 * A handler checks everything first and appends facts last: after step_emit() it may not refuse any
 * more (asserted), so that a refusal never leaves half a step behind. */
#ifndef SERVER_CORE_STEP_H
#define SERVER_CORE_STEP_H

#include "server/core/core.h"

struct step {
    struct core *core;
    const struct who *who;
    const struct extras *extras;
    struct arena *arena;
    struct outcome_of_step *out;
    bool emitted;
    bool answers_done; /* the answer is a rec_done: it gets the number of the last fact */
};

/* do_X: one handler for each request of kind COMMAND; body is its struct req_X. */
#define HANDLER_COMMAND(name) void do_##name(struct step *step, const void *body);
#define HANDLER_FRESH(name)
#define HANDLER_LIST(name)
#define HANDLER_HOUSE(name)
#define Q(number, name, verb, kind, who, answer, help) HANDLER_##kind(name)
REQUEST_TABLE(Q)
#undef Q

/* apply_X: what a fact does to the tables; one for each fact. */
#define X(number, name, help)                                                                      \
    void apply_##name(struct txn *txn, const struct fact *fact, const struct fact_##name *body);
FACT_TABLE(X)
#undef X

/* Refuses the step; field may be NULL. Nothing may have been emitted. */
void step_refuse(struct step *step, enum reject reject, const char *field);
bool step_refused(const struct step *step);
/* Refuses unless ok; answers ok. */
bool step_require(struct step *step, bool ok, enum reject reject, const char *field);
/* The same, telling the limit that was passed. */
bool step_require_limit(struct step *step, bool ok, enum reject reject, const char *field,
                        uint64_t limit);
/* What a `done` says of the object. */
void step_done(struct step *step, uint64_t id, uint64_t version);

/* A fact of the given type, by this step's person at this step's time, body zeroed. */
struct fact step_fact(const struct step *step, enum fact_type type);
/* Appends and applies it; sets the answer's seq when the answer is `done`. */
void step_emit(struct step *step, struct fact *fact);
/* The next id of a kind of object: counter + 1. The fact's apply must counter_use() it. */
uint64_t step_next_id(const struct step *step, enum object object);
void counter_use(struct txn *txn, enum object object, uint64_t id);
/* An X_seq column: the last fact that brought these words. */
static inline void seq_keep(uint64_t *seq, const struct fact *fact, struct slice words)
{
    if (words.n) *seq = fact->seq;
}

/* Code to row; false when there is none, or it is retired and !retired_too. */
bool person_find(struct txn *txn, const struct code *number, bool retired_too,
                 struct row_person *row);
bool station_find(struct txn *txn, const struct code *number, bool retired_too,
                  struct row_station *row);
bool unit_find(struct txn *txn, const struct code *code, bool retired_too, struct row_unit *row);
bool line_find(struct txn *txn, const struct code *code, bool retired_too, struct row_line *row);
bool subject_find(struct txn *txn, const struct code *code, bool retired_too,
                  struct row_subject *row);
bool script_find(struct txn *txn, const struct code *code, bool retired_too,
                 struct row_script *row);
bool article_find(struct txn *txn, const struct code *code, bool retired_too,
                  struct row_article *row);
bool field_find(struct txn *txn, const struct code *code, bool retired_too, struct row_field *row);
bool phrase_find(struct txn *txn, const struct code *code, bool retired_too,
                 struct row_phrase *row);
bool expert_find(struct txn *txn, const struct code *code, bool retired_too,
                 struct row_expert *row);
bool survey_find(struct txn *txn, const struct code *code, bool retired_too,
                 struct row_survey *row);
bool queue_find(struct txn *txn, const struct code *code, bool retired_too, struct row_queue *row);
bool skill_find(struct txn *txn, const struct code *code, bool retired_too, struct row_skill *row);
bool outbound_find(struct txn *txn, const struct code *code, bool retired_too,
                   struct row_outbound *row);
bool plan_find(struct txn *txn, const struct code *code, bool retired_too, struct row_plan *row);
bool tree_find(struct txn *txn, const struct code *code, bool retired_too, struct row_tree *row);
bool area_find(struct txn *txn, const struct code *code, bool retired_too, struct row_area *row);
/* Resolves a code that may be absent: then *id stays. Unknown or retired: refuses with NO_SUCH. */
bool unit_refer(struct step *step, const struct code *code, const char *field, uint64_t *id);
bool queue_refer(struct step *step, const struct code *code, const char *field, uint64_t *id);
bool skill_refer(struct step *step, const struct code *code, const char *field, uint64_t *id);
bool area_refer(struct step *step, const struct code *code, const char *field, uint64_t *id);
bool line_refer(struct step *step, const struct code *code, const char *field, uint64_t *id);
bool subject_refer(struct step *step, const struct code *code, const char *field, uint64_t *id);
bool person_refer(struct step *step, const struct code *number, const char *field, uint64_t *id);
bool expert_refer(struct step *step, const struct code *code, const char *field, uint64_t *id);
/* The same for a person who must have one of these roles (a set of ROLE_BIT): else NO_SUCH. */
bool person_of_role(struct step *step, const struct code *number, const char *field, uint64_t roles,
                    uint64_t *id);

/* Moves an agent along the life table, appending agent_moved; ASSERTs that the table allows it (ask
 * life_find first where it may not). call: the call in hand afterwards. */
void agent_move(struct step *step, uint64_t person, enum agent_event event, uint64_t call,
                uint64_t reason);
/* Offers waiting calls to ready agents, longest ready first, until one side is used up. Called at
 * the end of every step that may have made a call wait or an agent ready. */
void route(struct step *step);
/* The session of this agent has ended by force or by time while a call was offered or talking: the
 * caller goes to the head of the queue. Appends the call's and the agent's facts. */
void agent_gone(struct step *step, uint64_t person, enum agent_event event);
/* Ends a session by whatever cause: session_ended, the agent's state, routing. */
void session_finish(struct step *step, const struct row_session *session, enum session_end how);
/* A follow-up's retry time and a ticket's overdue mark, fired by timers. */
void ticket_overdue_fire(struct step *step, uint64_t ticket);

/* What timers fire, each in the file of its noun; object is the call, agent, person and skill (see
 * borrow_object), contact, alert and post (relay_object), number, or entry. */
void wait_fire(struct step *step, uint64_t object);
void hold_fire(struct step *step, uint64_t object);
void wrap_fire(struct step *step, uint64_t object);
void break_fire(struct step *step, uint64_t object);
void offline_fire(struct step *step, uint64_t object);
void borrow_fire(struct step *step, uint64_t object);
void contact_fire(struct step *step, uint64_t object);
void relay_fire(struct step *step, uint64_t object);
void block_fire(struct step *step, uint64_t object);
void surge_fire(struct step *step, uint64_t object);
void burst_fire(struct step *step, uint64_t object);
void notice_fire(struct step *step, uint64_t object);

/* A line of an object's ledger: fact `seq` speaks of call or ticket `id` (R18). */
void trail_put(struct txn *txn, enum object object, uint64_t id, uint64_t seq);

void timer_set(struct txn *txn, uint64_t due_ms, enum timer_kind kind, uint64_t object);
void timer_clear(struct txn *txn, uint64_t due_ms, enum timer_kind kind, uint64_t object);

#endif
