/* Tickets that belong together (R51, R61, R70): linked by hand, merged into one, split from one.
 * Each keeps its own history; what joins them is one fact that stands in both ledgers. */
#include "server/core/link.h"

#include "proto/tags.h"
#include "server/core/authority.h"
#include "server/core/score.h"
#include "server/core/subject.h"
#include "server/core/ticket.h"

static bool is_known(const struct row_ticket *row)
{
    static const struct h32 nobody;
    return row->anonymity != anonymity_anonymous &&
           memcmp(&row->caller, &nobody, sizeof nobody) != 0;
}

static bool is_linked(struct txn *txn, uint64_t ticket, uint64_t other)
{
    struct row_link link = {.ticket = ticket, .other = other};
    return table_get(txn, TABLE_link, &link);
}

static uint64_t links_of(struct txn *txn, uint64_t ticket)
{
    struct row_link link = {.ticket = ticket};
    struct cursor cursor;
    uint64_t n = 0;
    cursor_table(&cursor, txn, TABLE_link, 1, &link, false, false);
    while (n < LIMIT_LINKS && cursor_next(&cursor, &link)) n++;
    return n;
}

/* Room for one more link. */
static bool has_room(struct step *step, uint64_t ticket, const char *field)
{
    if (links_of(step->core->txn, ticket) < LIMIT_LINKS) return true;
    step_refuse(step, REJECT_TOO_MANY, field);
    step->out->fault.limit = LIMIT_LINKS;
    return false;
}

/* The ticket at the other end, as the asker may know of it. */
static bool other_ask(struct step *step, uint64_t id, const char *field, struct row_ticket *row)
{
    struct txn *txn = step->core->txn;
    return step_require(step, ticket_get(txn, id, row), REJECT_NO_SUCH, field) &&
           step_require(step, may_ticket(txn, step->who, VERB_SEE, ticket_event_none, row),
                        REJECT_DENIED, field);
}

static void link_emit(struct step *step, uint64_t ticket, uint64_t other, enum link_kind kind,
                      uint64_t cause, struct slice note)
{
    struct fact fact = step_fact(step, fact_type_ticket_linked);
    fact.body.ticket_linked = (struct fact_ticket_linked){
        .ticket = ticket, .other = other, .kind = kind, .cause = cause, .note = note};
    step_emit(step, &fact);
}

static bool kind_fits(struct step *step, const struct req_ticket_link *req)
{
    bool repeat = req->kind == link_kind_repeat;
    return step_require(step, repeat || req->kind == link_kind_related, REJECT_BAD_FIELD, "kind") &&
           step_require(step, !repeat || req->cause, REJECT_MISSING_FIELD, "cause") &&
           step_require(step, repeat || !req->cause, REJECT_BAD_FIELD, "cause");
}

/* R70: the unit that had the first of the two answers for the caller's coming again, unless it
 * could do no more than it did. Who stays anonymous is nobody that could be compared. */
void do_ticket_link(struct step *step, const void *body)
{
    const struct req_ticket_link *req = body;
    struct txn *txn = step->core->txn;
    struct row_ticket row, other;
    bool repeat = req->kind == link_kind_repeat;
    if (!ticket_ask(step, req->ticket, ticket_event_link, &row) ||
        !other_ask(step, req->other, "other", &other) || !kind_fits(step, req) ||
        !step_require(step, row.ticket != other.ticket, REJECT_CIRCLE, "other") ||
        !step_require(step, life_find(LIFE_ticket, other.state, ticket_event_link) != NULL,
                      REJECT_BAD_STATE, "other") ||
        !step_require(step, !is_linked(txn, row.ticket, other.ticket), REJECT_EXISTS, "other") ||
        !has_room(step, row.ticket, "ticket") || !has_room(step, other.ticket, "other"))
        return;
    bool compare = repeat && is_known(&row) && is_known(&other);
    bool same = memcmp(&row.caller, &other.caller, sizeof row.caller) == 0;
    if (!step_require(step, !compare || same, REJECT_BAD_FIELD, "other")) return;
    link_emit(step, row.ticket, other.ticket, req->kind, req->cause, req->note);
    step_done(step, row.ticket, row.version);
    const struct row_ticket *first = row.ticket < other.ticket ? &row : &other;
    if (req->cause == repeat_cause_badly_handled)
        score_give(step, score_rule_repeat, first, first->unit);
}

/* From `ticket` on along what each was merged into. Ends: merging sees to it that there is no
 * circle. */
static bool leads_to(struct txn *txn, uint64_t ticket, uint64_t wanted)
{
    struct row_ticket row;
    while (ticket != wanted && ticket_get(txn, ticket, &row) && row.duplicate_of)
        ticket = row.duplicate_of;
    return ticket == wanted;
}

/* What goes on must be able to: registered, and neither at its end nor merged itself. */
static bool goes_on(const struct row_ticket *row)
{
    return row->state != ticket_state_archived &&
           life_find(LIFE_ticket, row->state, ticket_event_link) != NULL;
}

void do_ticket_merge(struct step *step, const void *body)
{
    const struct req_ticket_merge *req = body;
    struct txn *txn = step->core->txn;
    struct row_ticket row, into;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_merge, &row) ||
        !other_ask(step, req->into, "into", &into) ||
        !step_require(step, !leads_to(txn, into.ticket, row.ticket), REJECT_CIRCLE, "into") ||
        !step_require(step, goes_on(&into), REJECT_BAD_STATE, "into"))
        return;
    bool linked = is_linked(txn, row.ticket, into.ticket); /* then that link becomes this one */
    if (!linked && (!has_room(step, row.ticket, "ticket") || !has_room(step, into.ticket, "into")))
        return;
    struct fact fact = ticket_move(step, &row, ticket_event_merge);
    fact.body.ticket_moved.into = into.ticket;
    ticket_emit(step, &fact, &row);
    link_emit(step, row.ticket, into.ticket, link_kind_merged, 0, req->note);
}

static struct slice words_again(struct step *step, uint64_t seq, enum tag tag)
{
    struct slice text = {0};
    if (seq) words_read(step->core->txn, seq, tag, step->arena, &text);
    return text;
}

/* As secret as the first, or as its own subject asks for (R11). */
static uint64_t split_secrecy(struct txn *txn, const struct row_ticket *row, uint64_t subject)
{
    const uint64_t asked = subject_secrecy(txn, subject);
    return asked > row->secrecy && asked != secrecy_normal ? asked : row->secrecy;
}

/* The second matter of the same caller, as if it had been taken down by itself. Who is accused
 * stays so where the new type has that. */
static struct fact split_record(struct step *step, const struct req_ticket_split *req,
                                const struct row_ticket *row, uint64_t subject)
{
    uint64_t type = req->type ? req->type : row->type;
    bool accuses = type == ticket_type_report || type == ticket_type_complaint;
    struct fact fact = step_fact(step, fact_type_ticket_saved);
    fact.body.ticket_saved = (struct fact_ticket_saved){
        .ticket = step_next_id(step, object_ticket),
        .event = ticket_event_open,
        .person = row->owner,
        .version = 1,
        .call = row->call,
        .line = row->line,
        .channel = row->channel,
        .type = type,
        .subject = subject,
        .caller = row->caller,
        .name = words_again(step, row->name_seq, TAG_ticket_saved_name),
        .phone = words_again(step, row->phone_seq, TAG_ticket_saved_phone),
        .address = words_again(step, row->address_seq, TAG_ticket_saved_address),
        .workplace = words_again(step, row->workplace_seq, TAG_ticket_saved_workplace),
        .superior = words_again(step, row->superior_seq, TAG_ticket_saved_superior),
        .matter = req->matter,
        .anonymity = row->anonymity,
        .secrecy = split_secrecy(step->core->txn, row, subject),
        .nature = row->nature,
        .urgency = row->urgency,
        .accused = accuses ? row->accused : 0,
        .culprit = accuses ? row->culprit : 0,
        .area = row->area,
        .origin = row->ticket,
    };
    return fact;
}

void do_ticket_split(struct step *step, const void *body)
{
    const struct req_ticket_split *req = body;
    struct row_ticket row;
    uint64_t subject;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_split, &row)) return;
    subject = row.subject;
    if (!subject_refer(step, &req->subject, "subject", &subject) ||
        !has_room(step, row.ticket, "ticket"))
        return;
    struct row_ticket part = {.ticket = step_next_id(step, object_ticket)};
    struct fact fact = split_record(step, req, &row, subject);
    ticket_emit(step, &fact, &part);
    fact = ticket_move(step, &part, ticket_event_register);
    ticket_emit(step, &fact, &part);
    link_emit(step, row.ticket, part.ticket, link_kind_split, 0, req->note);
}

void apply_ticket_linked(struct txn *txn, const struct fact *fact,
                         const struct fact_ticket_linked *body)
{
    const struct row_link link = {.ticket = body->ticket,
                                  .other = body->other,
                                  .kind = body->kind,
                                  .cause = body->cause,
                                  .seq = fact->seq};
    struct row_link back = link;
    back.ticket = body->other;
    back.other = body->ticket;
    table_put(txn, TABLE_link, &link);
    table_put(txn, TABLE_link, &back);
}

static void link_loosen(struct txn *txn, uint64_t ticket, uint64_t other)
{
    struct row_link link = {.ticket = ticket, .other = other};
    bool there = table_get(txn, TABLE_link, &link);
    ASSERT(there && link.kind == link_kind_merged);
    link.kind = link_kind_related;
    table_put(txn, TABLE_link, &link);
}

void merge_undo(struct txn *txn, struct row_ticket *row)
{
    if (row->duplicate_of == 0) return;
    link_loosen(txn, row->ticket, row->duplicate_of);
    link_loosen(txn, row->duplicate_of, row->ticket);
    row->duplicate_of = 0;
}

uint64_t merged_count(struct txn *txn, uint64_t ticket)
{
    struct row_ticket row = {.duplicate_of = ticket};
    struct cursor cursor;
    uint64_t n = 0;
    cursor_index(&cursor, txn, INDEX_ticket_by_duplicate, 1, &row, false, false);
    while (n < LIMIT_LINKS && cursor_next(&cursor, &row)) n++;
    return n;
}
