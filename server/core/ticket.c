/* What every step of a ticket goes through, and showing masked data. */
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

/* The unit that loses a ticket hears of it, too: its lists and cards showed it until now. */
static void left_unit_name(const struct row_ticket *row, struct fact_ticket_moved *moved)
{
    uint64_t unit = moved->unit ? moved->unit : moved->guarded_unit, guarded;
    if (row->unit != unit) unit_guard(row, row->unit, &moved->left_unit, &guarded);
}

void ticket_emit(struct step *step, struct fact *fact, struct row_ticket *row)
{
    if (fact->type == fact_type_ticket_moved) {
        struct fact_ticket_moved *moved = &fact->body.ticket_moved;
        moved->erase_ms = retention_ends(step->core, moved->to);
        left_unit_name(row, moved);
    }
    step_emit(step, fact);
    bool there = ticket_get(step->core->txn, row->ticket, row);
    ASSERT(there);
    step_done(step, row->ticket, row->version);
}

static struct slice caller_word(struct step *step, uint64_t seq, enum tag tag)
{
    struct slice text = {0};
    if (seq == 0 || !words_read(step->core->txn, seq, tag, step->arena, &text))
        return (struct slice){0}; /* never there, or erased */
    return text;
}

struct rec_caller_words caller_words(struct step *step, const struct row_ticket *row)
{
    return (struct rec_caller_words){
        .name = caller_word(step, row->name_seq, TAG_ticket_saved_name),
        .phone = caller_word(step, row->phone_seq, TAG_ticket_saved_phone),
        .address = caller_word(step, row->address_seq, TAG_ticket_saved_address),
        .workplace = caller_word(step, row->workplace_seq, TAG_ticket_saved_workplace),
    };
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
    step->out->answer.caller_words = caller_words(step, &row);
}
