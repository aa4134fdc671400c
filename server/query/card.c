/* All that is shown of one ticket, as far as this person may see it. */
#include "common/text.h"
#include "server/core/authority.h"
#include "server/core/counit.h"
#include "server/query/answer.h"

static void facts_fill(const struct query *query, const struct row_ticket *row,
                       struct rec_ticket_card *card)
{
    *card = (struct rec_ticket_card){
        .ticket = row->ticket,
        .state = row->state,
        .version = row->version,
        .type = row->type,
        .subject = subject_code(query, row->subject),
        .subject_name = subject_name(query, row->subject),
        .unit = unit_code(query, row->unit),
        .unit_name = unit_name(query, row->unit),
        .owner = person_number(query, row->owner),
        .created_ms = row->created_ms,
        .registered_ms = row->registered_ms,
        .dispatched_ms = row->dispatched_ms,
        .due_ms = row->due_ms,
        .replied_ms = row->replied_ms,
        .archived_ms = row->archived_ms,
        .overdue = row->overdue,
        .redo_count = row->redo_count,
        .tries = row->tries,
        .next_try_ms = row->next_try_ms,
        .outcome = row->outcome,
        .grade = row->grade,
        .refusal = row->refusal,
        .article = article_code(query, row->article),
        .article_version = row->article_version,
        .handler = person_number(query, row->handler),
        .warning = row->warning,
        .extensions = row->extensions,
        .ask_until_ms = row->ask_until_ms,
        .told_ms = row->told_ms,
        .duplicate_of = ticket_known(query, row->duplicate_of),
        .letter = row->letter,
        .area = area_code(query, row->area),
        .area_name = area_name(query, row->area),
    };
}

/* R77: from where it came is not for those who handle a report or an anonymous caller's matter. */
static void origin_fill(const struct query *query, const struct row_ticket *row,
                        struct rec_ticket_card *card)
{
    struct row_call call;
    if (!may_ticket(query->txn, query->who, VERB_READ_ORIGIN, ticket_event_none, row)) return;
    card->call = row->call;
    card->line = line_code(query, row->line);
    card->channel = row->channel;
    if (row->call && call_get(query->txn, row->call, &call)) {
        card->arrived_ms = call.arrived_ms;
        card->answered_ms = call.first_answered_ms;
    }
    if (may_ticket(query->txn, query->who, VERB_READ, ticket_event_none, row))
        card->superior =
            words_of(query, row->superior_seq, TAG_ticket_saved_superior, query->arena);
}

/* What it is to the rules: how it is kept, who is accused, what came of it. */
static void kind_fill(const struct query *query, const struct row_ticket *row,
                      struct rec_ticket_card *card)
{
    card->anonymity = row->anonymity;
    card->secrecy = row->secrecy;
    card->nature = row->nature;
    card->urgency = row->urgency;
    card->view = row->view;
    card->resolution = row->resolution;
    card->publicity = row->publicity;
    card->expert = expert_code(query, row->expert);
    card->solved = row->solved;
    card->process = row->process;
    card->supervision = row->supervision;
    card->leader = person_number(query, row->leader);
}

/* A note comes with a move or by itself. */
static struct slice last_note(const struct query *query, const struct row_ticket *row)
{
    struct slice note = words_of(query, row->note_seq, TAG_ticket_moved_note, query->arena);
    return note.n ? note : words_of(query, row->note_seq, TAG_ticket_noted_note, query->arena);
}

static void words_fill(const struct query *query, const struct row_ticket *row,
                       struct rec_ticket_card *card)
{
    struct arena *arena = query->arena;
    card->matter = words_of(query, row->matter_seq, TAG_ticket_saved_matter, arena);
    card->cause = words_of(query, row->cause_seq, TAG_ticket_saved_cause, arena);
    card->reply = words_of(query, row->reply_seq, TAG_ticket_moved_reply, arena);
    card->measures = words_of(query, row->measures_seq, TAG_ticket_moved_measures, arena);
    card->result = words_of(query, row->result_seq, TAG_ticket_moved_result, arena);
    card->note = last_note(query, row);
    card->accused = unit_code(query, row->accused);
    card->culprit = person_number(query, row->culprit);
}

static struct slice masked(const struct query *query, struct slice text,
                           void (*mask)(struct slice, char *, size_t))
{
    char out[LIMIT_ADDRESS + 1];
    mask(text, out, sizeof out);
    return text_cut(query, slice_of(out), LIMIT_ADDRESS);
}

/* R78: masked, unless it is the draft or the call in hand; R75, R77: to some not even that. */
static void caller_fill(const struct query *query, const struct row_ticket *row,
                        struct rec_ticket_card *card)
{
    struct arena *arena = query->arena;
    bool clear = may_ticket(query->txn, query->who, VERB_READ_CALLER, ticket_event_none, row);
    bool mask = may_ticket(query->txn, query->who, VERB_READ_MASKED, ticket_event_none, row);
    bool reveal = may_ticket(query->txn, query->who, VERB_REVEAL, ticket_event_none, row);
    if (!clear && !mask && !reveal) return;
    card->name = words_of(query, row->name_seq, TAG_ticket_saved_name, arena);
    card->phone = words_of(query, row->phone_seq, TAG_ticket_saved_phone, arena);
    card->address = words_of(query, row->address_seq, TAG_ticket_saved_address, arena);
    card->workplace = words_of(query, row->workplace_seq, TAG_ticket_saved_workplace, arena);
    if (clear) return;
    bool any = card->name.n || card->phone.n || card->address.n || card->workplace.n;
    card->masked = any && reveal;
    card->name = mask ? masked(query, card->name, text_mask_name) : (struct slice){0};
    card->phone = mask ? masked(query, card->phone, text_mask_phone) : (struct slice){0};
    card->address = mask ? masked(query, card->address, text_mask_address) : (struct slice){0};
    card->workplace = mask ? masked(query, card->workplace, text_mask_name) : (struct slice){0};
}

/* Follow-up begins by itself and gives up by itself; all other events are somebody's. */
static bool event_is_asked(uint64_t event)
{
    return event != ticket_event_follow_up && event != ticket_event_give_up;
}

/* What the life table alone does not know: an extension is decided when one is asked for, and asked
 * for when none is; a reply of no unit cannot be refused to one; an opinion is given when one is
 * missing; identities are checked by some only. */
static bool event_fits(const struct query *query, const struct row_ticket *row, uint64_t event)
{
    if (event == ticket_event_opinion) return opinion_waits(query->txn, row->ticket);
    if (event == ticket_event_identify) return may_verify(query->txn, query->who);
    bool decides = event == ticket_event_grant || event == ticket_event_deny;
    if (decides || event == ticket_event_extend) return decides == (row->ask_until_ms != 0);
    return event != ticket_event_irregular || row->unit != 0;
}

static uint64_t events_now(const struct query *query, const struct row_ticket *row)
{
    uint64_t events = 0;
    const struct vocabulary *all = vocabulary_of(VOCABULARY_ticket_event);
    for (size_t i = 0; i < all->n; i++) {
        uint64_t event = all->words[i].number;
        if (event_is_asked(event) && event_fits(query, row, event) &&
            life_find(LIFE_ticket, row->state, event) &&
            may_ticket(query->txn, query->who, VERB_ACT, event, row))
            events |= UINT64_C(1) << event;
    }
    return events;
}

enum reject answer_ticket_show(struct query *query, const struct req_ticket_show *ask,
                               struct rec_ticket_card *answer, struct fault *fault)
{
    struct row_ticket row;
    if (!ticket_get(query->txn, ask->ticket, &row)) return refuse(fault, REJECT_NO_SUCH, "ticket");
    if (!may_ticket(query->txn, query->who, VERB_SEE, ticket_event_none, &row))
        return REJECT_DENIED;
    facts_fill(query, &row, answer);
    kind_fill(query, &row, answer);
    origin_fill(query, &row, answer);
    if (may_ticket(query->txn, query->who, VERB_READ, ticket_event_none, &row)) {
        words_fill(query, &row, answer);
        caller_fill(query, &row, answer);
    }
    answer->events = events_now(query, &row);
    return REJECT_OK;
}
