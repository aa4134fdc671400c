/* The record of a ticket: drafts, registration, corrections, and showing masked data. */
#include "proto/tags.h"
#include "server/core/authority.h"
#include "server/core/ticket.h"

bool ticket_ask(struct step *step, uint64_t id, enum ticket_event event, struct row_ticket *row)
{
    struct txn *txn = step->core->txn;
    return step_require(step, ticket_get(txn, id, row), REJECT_NO_SUCH, "ticket") &&
           step_require(step, may_ticket(txn, step->who, VERB_SEE, event, row), REJECT_DENIED,
                        NULL) &&
           step_require(step, life_find(LIFE_ticket, row->state, event) != NULL, REJECT_BAD_STATE,
                        NULL) &&
           step_require(step, may_ticket(txn, step->who, VERB_ACT, event, row), REJECT_DENIED,
                        NULL);
}

bool ticket_ask_seen(struct step *step, uint64_t id, uint64_t version, enum ticket_event event,
                     struct row_ticket *row)
{
    return ticket_ask(step, id, event, row) &&
           step_require(step, version == 0 || version == row->version, REJECT_STALE, "version");
}

struct fact ticket_move(const struct step *step, const struct row_ticket *row,
                        enum ticket_event event)
{
    const struct life_row *life = life_find(LIFE_ticket, row->state, event);
    ASSERT(life && life->fact == fact_type_ticket_moved);
    struct fact fact = step_fact(step, fact_type_ticket_moved);
    fact.body.ticket_moved = (struct fact_ticket_moved){
        .ticket = row->ticket,
        .event = event,
        .from = row->state,
        .to = life->next,
        .version = row->version + 1,
        .owner = row->owner,
        .due_ms = row->due_ms,
        .half_ms = row->half_ms,
        .most_ms = row->most_ms,
        .limit_kind = row->limit_kind,
        .limit_n = row->limit_n,
        .tries = row->tries,
        .assignee = row->assignee,
    };
    moved_unit(row, row->unit, &fact.body.ticket_moved);
    return fact;
}

void unit_guard(const struct row_ticket *row, uint64_t unit, uint64_t *open, uint64_t *guarded)
{
    bool guard = row->secrecy == secrecy_confidential;
    *open = guard ? 0 : unit;
    *guarded = guard ? unit : 0;
}

void moved_unit(const struct row_ticket *row, uint64_t unit, struct fact_ticket_moved *moved)
{
    unit_guard(row, unit, &moved->unit, &moved->guarded_unit);
}

struct fact ticket_note(const struct step *step, const struct row_ticket *row,
                        enum ticket_event event)
{
    ASSERT(life_find(LIFE_ticket, row->state, event));
    struct fact fact = step_fact(step, fact_type_ticket_noted);
    fact.body.ticket_noted = (struct fact_ticket_noted){
        .ticket = row->ticket, .event = event, .version = row->version + 1};
    unit_guard(row, row->unit, &fact.body.ticket_noted.unit, &fact.body.ticket_noted.guarded_unit);
    return fact;
}

void ticket_emit(struct step *step, struct fact *fact, struct row_ticket *row)
{
    step_emit(step, fact);
    bool there = ticket_get(step->core->txn, row->ticket, row);
    ASSERT(there);
    step_done(step, row->ticket, row->version);
}

/* The fields that draft, registration and amendment have in common; absent ones stay (R12). */
#define F(S, tag, type, name, max, class, need, help) ctype_##type name;
#define E(S, tag, vocabulary, name, class, need, help) uint64_t name;
struct record {
    RECORD_FIELDS(record, F, E)
};
#undef F
#undef E

static bool record_given(const struct record *record)
{
#define GIVEN_text n
#define GIVEN_code s[0]
#define F(S, tag, type, name, max, class, need, help) || (S)->name.GIVEN_##type
#define E(S, tag, vocabulary, name, class, need, help) || (S)->name
    return false RECORD_FIELDS(record, F, E);
#undef F
#undef E
}

/* Into a fact: as they are, but for codes, which become ids below. */
#define FACT_text(name) .name = record->name,
#define FACT_code(name)
#define FACT_F(S, tag, type, name, max, class, need, help) FACT_##type(name)
#define FACT_E(S, tag, vocabulary, name, class, need, help) .name = record->name,

/* A fact that records these fields; false: refused. row may be one that is not there yet. */
static bool record_fact(struct step *step, const struct record *record,
                        const struct row_ticket *row, enum ticket_event event, struct fact *fact)
{
    struct fact_ticket_saved *body = &fact->body.ticket_saved;
    *fact = step_fact(step, fact_type_ticket_saved);
    *body = (struct fact_ticket_saved){.ticket = row->ticket,
                                       .event = event,
                                       .person = row->owner,
                                       .version = row->version + 1,
                                       RECORD_FIELDS(record, FACT_F, FACT_E)};
    if (record->phone.n) caller_hash(step->core->txn, record->phone, &body->caller);
    return subject_refer(step, &record->subject, "subject", &body->subject) &&
           unit_refer(step, &record->accused, "accused", &body->accused) &&
           person_refer(step, &record->culprit, "culprit", &body->culprit);
}

static bool version_seen(struct step *step, const struct row_ticket *row, uint64_t version)
{
    return step_require(step, version != 0, REJECT_MISSING_FIELD, "version") &&
           step_require(step, version == row->version, REJECT_STALE, "version");
}

/* The call that a new draft belongs to is the one in hand: talking, or being wrapped up. */
static bool call_of_draft(struct step *step, uint64_t id, struct fact_ticket_saved *body)
{
    struct txn *txn = step->core->txn;
    struct row_call call;
    struct row_agent agent;
    static const struct h32 none;
    if (id == 0) return true;
    if (!step_require(step, call_get(txn, id, &call), REJECT_NO_SUCH, "call")) return false;
    bool in_hand = agent_get(txn, step->who->person, &agent) && agent.call == id &&
                   (agent.state == agent_state_talking || agent.state == agent_state_wrapping);
    if (!step_require(step, in_hand, REJECT_DENIED, "call")) return false;
    body->call = id;
    body->line = call.line;
    body->channel = call.channel;
    if (memcmp(&body->caller, &none, sizeof none) == 0) body->caller = call.caller;
    return true;
}

static void draft_open(struct step *step, const struct req_ticket_save *req)
{
    const struct record record = {RECORD_COPY(req)};
    struct row_ticket row = {
        .ticket = step_next_id(step, object_ticket),
        .owner = step->who->person,
    };
    struct fact fact;
    if (record_fact(step, &record, &row, ticket_event_open, &fact) &&
        call_of_draft(step, req->call, &fact.body.ticket_saved))
        ticket_emit(step, &fact, &row);
}

void do_ticket_save(struct step *step, const void *body)
{
    const struct req_ticket_save *req = body;
    if (req->ticket == 0) {
        draft_open(step, req);
        return;
    }
    const struct record record = {RECORD_COPY(req)};
    struct row_ticket row;
    struct fact fact;
    if (ticket_ask(step, req->ticket, ticket_event_save, &row) &&
        version_seen(step, &row, req->version) &&
        step_require(step, req->call == 0 || req->call == row.call, REJECT_BAD_FIELD, "call") &&
        record_fact(step, &record, &row, ticket_event_save, &fact))
        ticket_emit(step, &fact, &row);
}

/* What came with the request is recorded first, as by any other save (R15). */
void do_ticket_register(struct step *step, const void *body)
{
    const struct req_ticket_register *req = body;
    const struct record record = {RECORD_COPY(req)};
    struct row_ticket row;
    struct fact fact;
    if (!ticket_ask(step, req->ticket, ticket_event_register, &row) ||
        !version_seen(step, &row, req->version) ||
        !step_require(step, req->type || row.type, REJECT_MISSING_FIELD, "type") ||
        !step_require(step, req->matter.n || row.matter_seq, REJECT_MISSING_FIELD, "matter") ||
        !record_fact(step, &record, &row, ticket_event_save, &fact))
        return;
    if (record_given(&record)) ticket_emit(step, &fact, &row);
    fact = ticket_move(step, &row, ticket_event_register);
    ticket_emit(step, &fact, &row);
}

void do_ticket_amend(struct step *step, const void *body)
{
    const struct req_ticket_amend *req = body;
    const struct record record = {RECORD_COPY(req)};
    struct row_ticket row;
    struct fact fact;
    if (!ticket_ask(step, req->ticket, ticket_event_amend, &row) ||
        !version_seen(step, &row, req->version) ||
        !record_fact(step, &record, &row, ticket_event_amend, &fact))
        return;
    fact.body.ticket_saved.reason = req->reason;
    ticket_emit(step, &fact, &row);
}

bool subject_named(struct step *step, const struct row_ticket *row, const struct code *code,
                   uint64_t *subject)
{
    *subject = row->subject;
    return subject_refer(step, code, "subject", subject) &&
           step_require(step, *subject != 0, REJECT_MISSING_FIELD, "subject");
}

void subject_correct(struct step *step, struct row_ticket *row, uint64_t subject,
                     struct slice reason)
{
    if (subject == row->subject) return;
    ASSERT(life_find(LIFE_ticket, row->state, ticket_event_amend));
    struct fact fact = step_fact(step, fact_type_ticket_saved);
    fact.body.ticket_saved = (struct fact_ticket_saved){
        .ticket = row->ticket,
        .event = ticket_event_amend,
        .person = row->owner,
        .version = row->version + 1,
        .subject = subject,
        .reason = reason,
    };
    ticket_emit(step, &fact, row);
}

static struct slice caller_word(struct step *step, uint64_t seq, enum tag tag)
{
    struct slice text = {0};
    if (seq == 0 || !words_read(step->core->txn, seq, tag, step->arena, &text))
        return (struct slice){0}; /* never there, or erased */
    return text;
}

void do_ticket_reveal(struct step *step, const void *body)
{
    const struct req_ticket_reveal *req = body;
    struct txn *txn = step->core->txn;
    struct row_ticket row;
    if (!step_require(step, ticket_get(txn, req->ticket, &row), REJECT_NO_SUCH, "ticket") ||
        !step_require(step, may_ticket(txn, step->who, VERB_REVEAL, ticket_event_none, &row),
                      REJECT_DENIED, NULL))
        return;
    struct fact fact = step_fact(step, fact_type_ticket_revealed);
    fact.body.ticket_revealed =
        (struct fact_ticket_revealed){.ticket = row.ticket, .reason = req->reason};
    step_emit(step, &fact);
    step->out->answer.caller_words = (struct rec_caller_words){
        .name = caller_word(step, row.name_seq, TAG_ticket_saved_name),
        .phone = caller_word(step, row.phone_seq, TAG_ticket_saved_phone),
        .address = caller_word(step, row.address_seq, TAG_ticket_saved_address),
        .workplace = caller_word(step, row.workplace_seq, TAG_ticket_saved_workplace),
    };
}
