/* The ledger of a ticket (R18): every step from the first ring to the archive, the call's steps
 * among the ticket's in the order of the journal. */
#include <stdio.h>

#include "server/core/authority.h"
#include "server/query/answer.h"

/* One trail of facts. */
struct trail {
    struct cursor cursor;
    struct row_trail row;
    bool more; /* row is the next one */
};

static void trail_next(struct trail *trail)
{
    trail->more = cursor_next(&trail->cursor, &trail->row);
}

static void trail_begin(const struct query *query, struct trail *trail, enum object object,
                        uint64_t id, uint64_t after)
{
    *trail = (struct trail){.row = {.object = object, .id = id, .seq = after}};
    if (id == 0) return;
    cursor_table(&trail->cursor, query->txn, TABLE_trail, 2, &trail->row, after != 0, false);
    trail_next(trail);
}

/* The next number of either trail, once when it stands in both; 0: no more. */
static uint64_t trails_next(struct trail *a, struct trail *b)
{
    if (!a->more && !b->more) return 0;
    uint64_t seq = a->more && (!b->more || a->row.seq <= b->row.seq) ? a->row.seq : b->row.seq;
    if (a->more && a->row.seq == seq) trail_next(a);
    if (b->more && b->row.seq == seq) trail_next(b);
    return seq;
}

/* A reply with what was noted about it. */
static struct slice both(const struct query *query, struct slice reply, struct slice note)
{
    if (reply.n == 0 || note.n == 0) return reply.n ? reply : note;
    char *text = arena_take(query->arena, reply.n + 1 + note.n);
    if (!text) return reply;
    memcpy(text, reply.p, reply.n);
    text[reply.n] = '\n';
    memcpy(text + reply.n + 1, note.p, note.n);
    return text_cut(query, (struct slice){text, reply.n + 1 + note.n}, LIMIT_REPLY);
}

/* Only what was said of the step itself: the caller's data is on the card, and masked there. */
static struct slice step_words(const struct query *query, const struct fact *fact)
{
    struct arena *arena = query->arena;
    switch ((enum fact_type)fact->type) {
    case fact_type_ticket_saved:
        return words_of(query, fact->seq, TAG_ticket_saved_reason, arena);
    case fact_type_ticket_moved:
        return both(query, words_of(query, fact->seq, TAG_ticket_moved_reply, arena),
                    words_of(query, fact->seq, TAG_ticket_moved_note, arena));
    case fact_type_ticket_revealed:
        return words_of(query, fact->seq, TAG_ticket_revealed_reason, arena);
    case fact_type_call_transferred:
        return words_of(query, fact->seq, TAG_call_transferred_note, arena);
    case fact_type_call_requeued:
        return words_of(query, fact->seq, TAG_call_requeued_note, arena);
    case fact_type_ticket_linked:
        return words_of(query, fact->seq, TAG_ticket_linked_note, arena);
    case fact_none:
    case fact_type_centre_opened:
    case fact_type_person_put:
    case fact_type_station_put:
    case fact_type_unit_put:
    case fact_type_line_put:
    case fact_type_subject_put:
    case fact_type_script_put:
    case fact_type_article_put:
    case fact_type_session_opened:
    case fact_type_session_refused:
    case fact_type_session_ended:
    case fact_type_agent_moved:
    case fact_type_call_arrived:
    case fact_type_call_offered:
    case fact_type_call_answered:
    case fact_type_call_lapsed:
    case fact_type_call_abandoned:
    case fact_type_call_ended:
    case fact_type_call_given_back:
    case fact_type_ticket_overdue:
    case fact_type_profile_put:
    case fact_type_field_put:
    case fact_type_phrase_put:
    case fact_type_expert_put:
    case fact_type_person_away:
    case fact_type_calendar_loaded:
    case fact_type_survey_put:
    case fact_type_survey_answered:
    case fact_type_ticket_filled:
    case fact_type_ticket_noted:
    case fact_type_ticket_warned:
    case fact_type_ticket_rescheduled:
    case fact_type_duty_set:
    case fact_type_duty_done:
    case fact_type_ticket_erased:
    case fact_type_letter_issued:
    case fact_type_call_rated:
    case fact_type_score_given:
    case fact_type_score_moved:
    case fact_type_sample_scored:
    case fact_type_disclosure_asked:
    case fact_type_disclosure_moved:
    case fact_type_ticket_seen:
    case fact_type_work_reported:
    case fact_type_console_used:
        break;
    }
    return (struct slice){0};
}

/* The ticket's version after the fact; 0 when it made no new one. */
static uint64_t version_after(const struct fact *fact)
{
    const struct message *desc = fact_desc(fact->type);
    uint64_t version = 0;
    for (size_t i = 0; desc && i < desc->n_fields; i++) {
        if (strcmp(desc->fields[i].name, "version") != 0) continue;
        memcpy(&version, (const char *)&fact->body + desc->fields[i].offset, sizeof version);
    }
    return version;
}

/* The ticket at the other end of a link. */
static uint64_t linked_with(const struct fact *fact, uint64_t ticket)
{
    const struct fact_ticket_linked *linked = &fact->body.ticket_linked;
    return linked->ticket == ticket ? linked->other : linked->ticket;
}

static void link_fill(const struct query *query, const struct fact *fact, uint64_t ticket,
                      struct rec_history_item *item)
{
    char what[24];
    snprintf(what, sizeof what, "%llu", (unsigned long long)linked_with(fact, ticket));
    item->what = text_cut(query, slice_of(what), LIMIT_NAME);
    if (fact->body.ticket_linked.kind == link_kind_split) item->event = ticket_event_split;
    if (fact->body.ticket_linked.kind == link_kind_merged) item->event = ticket_event_merge;
    if (item->event == ticket_event_none) item->event = ticket_event_link;
}

static void item_fill(const struct query *query, const struct fact *fact, uint64_t ticket,
                      bool words, struct rec_history_item *item)
{
    const struct message *desc = fact_desc(fact->type);
    *item = (struct rec_history_item){
        .seq = fact->seq,
        .at_ms = fact->at_ms,
        .by = person_number(query, fact->by),
        .station = station_number(query, fact->station),
        .fact = slice_of(desc ? desc->name : ""),
        .version = version_after(fact),
    };
    if (fact->type == fact_type_ticket_linked) link_fill(query, fact, ticket, item);
    if (fact->type == fact_type_ticket_saved) item->event = fact->body.ticket_saved.event;
    if (fact->type == fact_type_ticket_moved) {
        item->event = fact->body.ticket_moved.event;
        item->from = fact->body.ticket_moved.from;
        item->to = fact->body.ticket_moved.to;
    }
    if (words) item->words = step_words(query, fact);
}

/* The trails also have facts that opened other tickets, from the same call or split from this one,
 * or merged them into this one: they stand in their own ledgers, and would read here like steps of
 * this one. A link with a ticket that the asker may not know of is none to them. */
static bool is_of(const struct query *query, const struct fact *fact, uint64_t ticket)
{
    if (fact->type == fact_type_ticket_linked)
        return ticket_known(query, linked_with(fact, ticket)) != 0;
    if (fact->type == fact_type_ticket_moved) return fact->body.ticket_moved.ticket == ticket;
    return fact->type != fact_type_ticket_saved || fact->body.ticket_saved.ticket == ticket;
}

/* The note of a link speaks of both tickets: it is for who may read both. */
static bool is_readable(const struct query *query, const struct fact *fact, uint64_t ticket)
{
    struct row_ticket other;
    return fact->type != fact_type_ticket_linked ||
           (ticket_get(query->txn, linked_with(fact, ticket), &other) &&
            may_ticket(query->txn, query->who, VERB_READ, ticket_event_none, &other));
}

enum reject answer_ticket_history(struct query *query, const struct req_ticket_history *ask,
                                  struct rec_history_page *answer, struct fault *fault)
{
    struct row_ticket row;
    struct row_call call;
    if (!ticket_get(query->txn, ask->ticket, &row)) return refuse(fault, REJECT_NO_SUCH, "ticket");
    if (!may_ticket(query->txn, query->who, VERB_SEE, ticket_event_none, &row))
        return REJECT_DENIED;
    bool words = may_ticket(query->txn, query->who, VERB_READ, ticket_event_none, &row);
    bool ring = row.call && call_get(query->txn, row.call, &call) &&
                may_call(query->txn, query->who, VERB_SEE, &call) &&
                may_ticket(query->txn, query->who, VERB_READ_ORIGIN, ticket_event_none, &row);
    struct trail of_call, of_ticket;
    trail_begin(query, &of_call, object_call, ring ? row.call : 0, ask->after);
    trail_begin(query, &of_ticket, object_ticket, row.ticket, ask->after);
    struct page page;
    page_begin(&page, query, answer_desc(request_ticket_history), "rows", ask->most, PAGE_BYTES);
    uint64_t seq;
    for (uint64_t last = 0; (seq = trails_next(&of_call, &of_ticket)); last = seq) {
        struct fact fact;
        if (!journal_read(query->txn, seq, &fact, NULL)) return REJECT_FAILED;
        if (!is_of(query, &fact, row.ticket)) continue;
        struct rec_history_item item;
        item_fill(query, &fact, row.ticket, words && is_readable(query, &fact, row.ticket), &item);
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
