#include "server/core/look.h"

#include "server/core/authority.h"

/* A screen asks again whenever something happens to what it shows. */
#define SAME_LOOK_MS UINT64_C(60000)

void look_record(struct txn *txn, const struct fact *fact, enum look_kind kind, uint64_t ticket)
{
    const struct row_look row = {
        .seq = fact->seq, .kind = kind, .person = fact->by, .ticket = ticket, .at_ms = fact->at_ms};
    look_put(txn, &row);
}

/* The ticket whose words a question shows; 0: none, or in a list, where a guarded one's are left
 * out. */
static uint64_t ticket_asked(enum request number, const void *body)
{
    if (number == request_ticket_show) return ((const struct req_ticket_show *)body)->ticket;
    if (number == request_ticket_history) return ((const struct req_ticket_history *)body)->ticket;
    if (number == request_ticket_fields) return ((const struct req_ticket_fields *)body)->ticket;
    if (number == request_ticket_counits) return ((const struct req_ticket_counits *)body)->ticket;
    if (number == request_letter_show) return ((const struct req_letter_show *)body)->ticket;
    return 0;
}

/* Of a letter the name on it is the look, whatever else the ticket is. */
static enum look_kind kind_of(enum request number)
{
    return number == request_letter_show ? look_kind_letter : look_kind_open;
}

static bool looked_just_now(const struct core *core, uint64_t person, uint64_t ticket,
                            enum look_kind kind)
{
    struct row_look row = {.person = person};
    struct cursor cursor;
    cursor_index(&cursor, core->txn, INDEX_look_by_person, 1, &row, false, true);
    while (cursor_next(&cursor, &row) && row.at_ms + SAME_LOOK_MS > core->now_ms)
        if (row.ticket == ticket && row.kind == kind) return true;
    return false;
}

uint64_t core_look(struct core *core, const struct who *who, enum request number, const void *body)
{
    struct row_ticket row;
    uint64_t ticket = ticket_asked(number, body);
    if (!ticket || !ticket_get(core->txn, ticket, &row)) return 0;
    bool letter = number == request_letter_show;
    bool named = letter && row.letter && may_letter(core->txn, who, LETTER_NAME, &row);
    if (!named && !ticket_guarded(&row)) return 0;
    if (row.state == ticket_state_draft && row.owner == who->person) return 0; /* is writing it */
    bool reads = may_ticket(core->txn, who, VERB_READ, ticket_event_none, &row) ||
                 (letter && may_letter(core->txn, who, LETTER_SHOW, &row));
    if (!reads) return 0;
    return looked_just_now(core, who->person, ticket, kind_of(number)) ? 0 : ticket;
}

void core_seen(struct core *core, const struct who *who, enum request number, uint64_t ticket)
{
    struct fact fact = {
        .type = fact_type_ticket_seen,
        .at_ms = core->now_ms,
        .by = who->person,
        .station = who->station,
        .body.ticket_seen = {.ticket = ticket, .kind = kind_of(number)},
    };
    journal_append(core->txn, &fact);
}

void apply_ticket_seen(struct txn *txn, const struct fact *fact,
                       const struct fact_ticket_seen *body)
{
    look_record(txn, fact, (enum look_kind)body->kind, body->ticket);
}

void apply_ticket_revealed(struct txn *txn, const struct fact *fact,
                           const struct fact_ticket_revealed *body)
{
    look_record(txn, fact, look_kind_reveal, body->ticket);
}
