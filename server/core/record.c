/* The record of a ticket (R12): drafts, registration, corrections. */
#include "server/core/accused.h"
#include "proto/tags.h"
#include "server/core/authority.h"
#include "server/core/burst.h"
#include "server/core/form.h"
#include "server/core/profile.h"
#include "server/core/subject.h"
#include "server/core/ticket.h"

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

/* R11: the subject's tickets are confidential or internal from the step that names the subject. It
 * never makes a ticket more open. */
static uint64_t secrecy_raised(struct txn *txn, const struct row_ticket *row, uint64_t given,
                               uint64_t subject)
{
    uint64_t stands = given ? given : row->secrecy, asked = subject_secrecy(txn, subject);
    return asked > stands && asked != secrecy_normal ? asked : given;
}

/* Making a ticket more open is the hotline office's correction. */
static bool secrecy_may(struct step *step, const struct row_ticket *row, uint64_t given,
                        enum ticket_event event)
{
    bool lower = given != 0 && given < row->secrecy;
    bool desk = event == ticket_event_amend && (step->who->roles & ROLE_BIT(role_desk));
    return step_require(step, !lower || desk, REJECT_DENIED, "secrecy");
}

/* Only a complaint or a report accuses somebody. */
static bool accusation_fits(struct step *step, const struct record *record,
                            const struct row_ticket *row)
{
    uint64_t type = record->type ? record->type : row->type;
    bool may = type == 0 || type == ticket_type_complaint || type == ticket_type_report;
    return step_require(step, may || !record->accused.s[0], REJECT_BAD_FIELD, "accused") &&
           step_require(step, may || !record->culprit.s[0], REJECT_BAD_FIELD, "culprit");
}

/* R76: whoever has the ticket, or writes it, cannot be whom it is about: it would be nobody's. A
 * ticket that lies with the accused already is split, and the new one goes elsewhere. */
static bool accused_elsewhere(struct step *step, const struct row_ticket *row,
                              const struct fact_ticket_saved *body)
{
    struct txn *txn = step->core->txn;
    const struct row_ticket about = {.accused = body->accused, .culprit = body->culprit};
    struct row_counit counit = {.ticket = row->ticket};
    struct cursor cursor;
    bool theirs = unit_accused(txn, &about, row->open_unit) ||
                  unit_accused(txn, &about, step->who->unit) ||
                  (body->culprit && body->culprit == step->who->person);
    cursor_table(&cursor, txn, TABLE_counit, 1, &counit, false, false);
    while (!theirs && row->ticket && cursor_next(&cursor, &counit))
        theirs = unit_accused(txn, &about, counit.open_unit);
    return step_require(step, !theirs, REJECT_ACCUSED, body->accused ? "accused" : "culprit");
}

/* A fact that records these fields; false: refused. row may be one that is not there yet. */
static bool record_fact(struct step *step, const struct record *record,
                        const struct row_ticket *row, enum ticket_event event, struct fact *fact)
{
    struct txn *txn = step->core->txn;
    struct fact_ticket_saved *body = &fact->body.ticket_saved;
    *fact = step_fact(step, fact_type_ticket_saved);
    *body = (struct fact_ticket_saved){.ticket = row->ticket,
                                       .event = event,
                                       .person = row->owner,
                                       .version = row->version + 1,
                                       RECORD_FIELDS(record, FACT_F, FACT_E)};
    if (record->phone.n) caller_hash(txn, record->phone, &body->caller);
    if (!subject_refer(step, &record->subject, "subject", &body->subject) ||
        !unit_refer(step, &record->accused, "accused", &body->accused) ||
        !person_refer(step, &record->culprit, "culprit", &body->culprit) ||
        !area_refer(step, &record->area, "area", &body->area) ||
        !accusation_fits(step, record, row) || !accused_elsewhere(step, row, body) ||
        !secrecy_may(step, row, record->secrecy, event))
        return false;
    body->secrecy = secrecy_raised(txn, row, record->secrecy, body->subject);
    return true;
}

static bool version_seen(struct step *step, const struct row_ticket *row, uint64_t version)
{
    return step_require(step, version != 0, REJECT_MISSING_FIELD, "version") &&
           step_require(step, version == row->version, REJECT_STALE, "version");
}

bool call_in_hand(struct step *step, uint64_t id, struct row_call *call)
{
    struct txn *txn = step->core->txn;
    struct row_agent agent;
    if (id == 0) return true;
    if (!step_require(step, call_get(txn, id, call), REJECT_NO_SUCH, "call")) return false;
    /* typed in afterwards (R42): whoever typed it was on the telephone */
    if (call->how == call_end_entered && call->agent == step->who->person) return true;
    bool in_hand = agent_get(txn, step->who->person, &agent) && agent.call == id &&
                   (agent.state == agent_state_talking || agent.state == agent_state_holding ||
                    agent.state == agent_state_wrapping);
    return step_require(step, in_hand, REJECT_DENIED, "call");
}

/* Line and channel are the call's; of what came without one (R1) its operator says them. */
static bool draft_comes(struct step *step, const struct req_ticket_save *req,
                        struct fact_ticket_saved *body)
{
    static const struct h32 none;
    struct row_call call;
    if (!call_in_hand(step, req->call, &call)) return false;
    if (req->call == 0) {
        body->channel = req->channel;
        return line_refer(step, &req->line, "line", &body->line);
    }
    if (!step_require(step, req->channel == 0, REJECT_BAD_FIELD, "channel") ||
        !step_require(step, req->line.s[0] == '\0', REJECT_BAD_FIELD, "line"))
        return false;
    body->call = req->call;
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
        draft_comes(step, req, &fact.body.ticket_saved))
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
        step_require(step, req->channel == 0, REJECT_BAD_FIELD, "channel") &&
        step_require(step, req->line.s[0] == '\0', REJECT_BAD_FIELD, "line") &&
        record_fact(step, &record, &row, ticket_event_save, &fact))
        ticket_emit(step, &fact, &row);
}

/* R19, R10: whether the line takes matters of this type, from a caller who stays unnamed. */
static bool type_taken(struct step *step, const struct record *record, const struct row_ticket *row,
                       struct row_profile *profile)
{
    uint64_t anonymity = record->anonymity ? record->anonymity : row->anonymity;
    *profile = (struct row_profile){0};
    profile_of(step->core->txn, row->line, record->type ? record->type : row->type, profile);
    return step_require(step, !profile->hidden, REJECT_BAD_FIELD, "type") &&
           step_require(step, !profile->no_anonymous || anonymity != anonymity_anonymous,
                        REJECT_NEEDS_NAME, "anonymity");
}

/* A dash is what a screen leaves where words were taken back: nothing is said by it. */
static bool is_said(struct step *step, struct slice given, uint64_t seq, enum tag tag)
{
    struct slice text = given;
    if (text.n == 0 && seq && !words_read(step->core->txn, seq, tag, step->arena, &text))
        text = (struct slice){0};
    return text.n && !slice_equal(text, slice_of("-"));
}

/* R10, R14: what the profile requires; who stays anonymous need not say who they are. */
static bool record_whole(struct step *step, const struct record *record,
                         const struct row_ticket *row, const struct row_profile *profile)
{
    uint64_t anonymity = record->anonymity ? record->anonymity : row->anonymity;
    bool named = anonymity != anonymity_anonymous;
#define THERE(field)                                                                               \
    step_require(step,                                                                             \
                 !(named && profile->must_##field) ||                                              \
                     is_said(step, record->field, row->field##_seq, TAG_ticket_saved_##field),     \
                 REJECT_MISSING_FIELD, #field)
    return THERE(name) && THERE(phone) && THERE(workplace) && THERE(address) &&
           step_require(step, !profile->must_subject || record->subject.s[0] || row->subject,
                        REJECT_MISSING_FIELD, "subject");
#undef THERE
}

/* What came with the request is recorded first, as by any other save (R15). */
void do_ticket_register(struct step *step, const void *body)
{
    const struct req_ticket_register *req = body;
    const struct record record = {RECORD_COPY(req)};
    struct row_ticket row;
    struct row_profile profile;
    struct fact fact;
    if (!ticket_ask(step, req->ticket, ticket_event_register, &row) ||
        !version_seen(step, &row, req->version) ||
        !step_require(step, req->type || row.type, REJECT_MISSING_FIELD, "type") ||
        !step_require(step, is_said(step, req->matter, row.matter_seq, TAG_ticket_saved_matter),
                      REJECT_MISSING_FIELD, "matter") ||
        !type_taken(step, &record, &row, &profile) ||
        !record_whole(step, &record, &row, &profile) ||
        !record_fact(step, &record, &row, ticket_event_save, &fact))
        return;
    const struct fact_ticket_saved *saved = &fact.body.ticket_saved;
    if (!step_require(step,
                      !form_incomplete(step->core->txn, &row, saved->type ? saved->type : row.type,
                                       saved->subject ? saved->subject : row.subject),
                      REJECT_INCOMPLETE, "fields"))
        return;
    if (record_given(&record)) ticket_emit(step, &fact, &row);
    fact = ticket_move(step, &row, ticket_event_register);
    ticket_emit(step, &fact, &row);
    burst_watch(step, row.ticket);
}

void do_ticket_amend(struct step *step, const void *body)
{
    const struct req_ticket_amend *req = body;
    const struct record record = {RECORD_COPY(req)};
    struct row_ticket row;
    struct row_profile profile;
    struct fact fact;
    if (!ticket_ask(step, req->ticket, ticket_event_amend, &row) ||
        !version_seen(step, &row, req->version))
        return;
    bool asks = record.type != 0 || record.anonymity != 0;
    if ((asks && !type_taken(step, &record, &row, &profile)) ||
        !record_fact(step, &record, &row, ticket_event_amend, &fact))
        return;
    fact.body.ticket_saved.reason = req->reason;
    const uint64_t subject = row.subject, area = row.area;
    ticket_emit(step, &fact, &row);
    if (row.subject != subject || row.area != area) burst_watch(step, row.ticket);
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
        .secrecy = secrecy_raised(step->core->txn, row, 0, subject),
        .reason = reason,
    };
    ticket_emit(step, &fact, row);
    burst_watch(step, row->ticket);
}
