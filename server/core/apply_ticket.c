/* What the facts about tickets do to the tables. Every fact ends in ticket_keep(), where the
 * columns, timers and counts that follow from a ticket's state are made to follow. */
#include "server/core/apply_ticket.h"
#include "server/core/figure.h"
#include "server/core/link.h"

static bool is_open(const struct row_ticket *row)
{
    return row->state != ticket_state_none && row->state != ticket_state_rejected &&
           row->state != ticket_state_archived;
}

static bool is_overdue(const struct row_ticket *row)
{
    return is_open(row) && row->overdue;
}

static bool is_late_callback(const struct row_ticket *row)
{
    return row->state == ticket_state_callback && row->overdue && !row->called_ms;
}

static bool with_owner(uint64_t state)
{
    return state == ticket_state_draft || state == ticket_state_registered ||
           state == ticket_state_callback || state == ticket_state_replied ||
           state == ticket_state_follow_up;
}

bool with_unit(uint64_t state)
{
    return state == ticket_state_dispatched || state == ticket_state_handling ||
           state == ticket_state_approval || state == ticket_state_returning ||
           state == ticket_state_committed;
}

/* The instant of a warning that is still to be given; 0: none, or no clock runs. */
static uint64_t watched_ms(const struct row_ticket *row, enum warning warning)
{
    bool runs = with_unit(row->state) || (row->state == ticket_state_callback && !row->called_ms);
    if (warning == warning_lead)
        return is_late_callback(row) && row->warning < warning ? row->lead_ms : 0;
    if (!runs || row->overdue) return 0;
    switch (warning) {
    case warning_half:
        return row->warning < warning ? row->half_ms : 0;
    case warning_most:
        return row->warning < warning ? row->most_ms : 0;
    case warning_overdue:
    case warning_lead: /* above */
    case warning_none:
        break;
    }
    return row->due_ms;
}

/* Or what no state is: see COLUMNS_tally. */
static void tally_count(struct txn *txn, uint64_t state, bool before, bool after)
{
    struct row_tally tally;
    if (before == after) return;
    tally_get(txn, state, &tally);
    ASSERT(after || tally.n > 0);
    tally.n = after ? tally.n + 1 : tally.n - 1;
    tally_put(txn, &tally);
}

static void timer_follow(struct txn *txn, const struct row_ticket *old,
                         const struct row_ticket *row, enum warning warning, enum timer_kind kind)
{
    uint64_t before_ms = watched_ms(old, warning), after_ms = watched_ms(row, warning);
    if (before_ms == after_ms) return;
    if (before_ms) timer_clear(txn, before_ms, kind, row->ticket);
    if (after_ms) timer_set(txn, after_ms, kind, row->ticket);
}

static void retention_follow(struct txn *txn, uint64_t ticket, uint64_t before_ms,
                             uint64_t after_ms)
{
    if (before_ms == after_ms) return;
    if (before_ms) timer_clear(txn, before_ms, timer_kind_retention, ticket);
    if (after_ms) timer_set(txn, after_ms, timer_kind_retention, ticket);
}

void ticket_keep(struct txn *txn, const struct row_ticket *old, struct row_ticket *row)
{
    row->open_owner = with_owner(row->state) ? row->owner : 0;
    row->open_unit = with_unit(row->state) ? row->unit : 0;
    row->open_state = is_open(row) ? row->state : 0;
    if (old->state != row->state) {
        if (old->state) tally_count(txn, old->state, true, false);
        tally_count(txn, row->state, false, true);
        duties_drop(txn, row->ticket, row->state);
    }
    if (with_unit(old->state) && !with_unit(row->state)) {
        row->ask_until_ms = 0;
        opinions_drop(txn, row->ticket);
    }
    tally_count(txn, TALLY_OVERDUE, is_overdue(old), is_overdue(row));
    tally_count(txn, TALLY_CALLBACKS, is_late_callback(old), is_late_callback(row));
    timer_follow(txn, old, row, warning_half, timer_kind_half);
    timer_follow(txn, old, row, warning_most, timer_kind_most);
    timer_follow(txn, old, row, warning_overdue, timer_kind_overdue);
    timer_follow(txn, old, row, warning_lead, timer_kind_callback);
    retention_follow(txn, row->ticket, old->erase_ms, row->erase_ms);
    ticket_put(txn, row);
}

struct row_ticket ticket_of(struct txn *txn, uint64_t id)
{
    struct row_ticket row;
    bool there = ticket_get(txn, id, &row);
    ASSERT(there);
    return row;
}

static void ticket_begin(struct txn *txn, const struct fact *fact,
                         const struct fact_ticket_saved *body, struct row_ticket *row)
{
    struct row_call call;
    row->state = ticket_state_draft;
    row->owner = body->person;
    row->call = body->call;
    row->line = body->line;
    row->channel = body->channel;
    row->origin = body->origin;
    row->created_ms = fact->at_ms;
    counter_use(txn, object_ticket, body->ticket);
    if (body->call && call_get(txn, body->call, &call) && call.ticket == 0) {
        call.ticket = body->ticket;
        call_put(txn, &call);
    }
}

/* What is given replaces what stood there: the value, or where the words are. */
#define KEEP_text(S, name) seq_keep(&row.name##_seq, fact, (S)->name);
#define KEEP_code(S, name)                                                                         \
    if ((S)->name) row.name = (S)->name;
#define F(S, tag, type, name, max, class, need, help) KEEP_##type(S, name)
#define E(S, tag, vocabulary, name, class, need, help) KEEP_code(S, name)
void apply_ticket_saved(struct txn *txn, const struct fact *fact,
                        const struct fact_ticket_saved *body)
{
    static const struct h32 none;
    bool opens = body->event == ticket_event_open;
    const struct row_ticket old =
        opens ? (struct row_ticket){.ticket = body->ticket} : ticket_of(txn, body->ticket);
    struct row_ticket row = old;
    if (opens) ticket_begin(txn, fact, body, &row);
    row.version = body->version;
    if (body->event == ticket_event_take) row.owner = body->person;
    RECORD_FIELDS(body, F, E)
    if (memcmp(&body->caller, &none, sizeof none) != 0) row.caller = body->caller;
    ticket_keep(txn, &old, &row);
}
#undef F
#undef E

/* A unit has it from now on: nothing of an earlier assignment counts. */
static void assignment_begin(struct row_ticket *row, const struct fact *fact)
{
    row->dispatched_ms = fact->at_ms;
    row->handler = 0;
    row->overdue = row->warning = row->extended = 0;
    row->extensions = row->returns = 0;
    row->plan_seq = 0;
    row->replied_ms = row->on_time = 0;
}

/* No unit has it any more, and no clock runs. */
static void assignment_end(struct row_ticket *row)
{
    row->dispatched_ms = row->handler = row->assignee = 0;
    row->overdue = row->warning = row->extended = 0;
}

static void reply_keep_facts(struct row_ticket *row, const struct fact_ticket_moved *body)
{
    row->view = body->view;
    row->resolution = body->resolution;
    row->publicity = body->publicity;
    if (body->expert) row->expert = body->expert;
}

/* What an event does beside the fields that every fact states. */
static void event_follow(struct row_ticket *row, const struct fact *fact,
                         const struct fact_ticket_moved *body)
{
    switch ((enum ticket_event)body->event) {
    case ticket_event_register:
        row->registered_ms = fact->at_ms;
        break;
    case ticket_event_refuse:
        row->refusal = body->refusal;
        break;
    case ticket_event_answer:
        row->article = body->article;
        row->article_version = body->article_version;
        row->replied_ms = fact->at_ms;
        row->on_time = body->on_time;
        reply_keep_facts(row, body);
        break;
    case ticket_event_redo:
        row->redo_count++;
        assignment_begin(row, fact);
        break;
    case ticket_event_dispatch:
    case ticket_event_instruct:
        assignment_begin(row, fact);
        break;
    case ticket_event_agree:
    case ticket_event_dispute:
        assignment_end(row);
        break;
    case ticket_event_return:
        row->returns++;
        break;
    case ticket_event_commit:
        row->warning = 0;
        row->extended = 1;
        row->ask_until_ms = 0;
        break;
    case ticket_event_sign: /* a redo is signed by the head, and worked on by who gets it (R63) */
        row->handler = row->redo_count && body->assignee ? body->assignee : fact->by;
        break;
    case ticket_event_reply:
        reply_keep_facts(row, body);
        break;
    case ticket_event_pass:
        row->replied_ms = fact->at_ms;
        row->on_time = body->on_time;
        break;
    case ticket_event_irregular:
        row->replied_ms = row->on_time = 0;
        break;
    case ticket_event_follow_up:
        row->outcome = row->grade = row->solved = row->process = 0;
        break;
    case ticket_event_satisfied:
    case ticket_event_unsatisfied:
    case ticket_event_unreachable:
    case ticket_event_give_up:
        row->outcome = body->outcome;
        row->grade = body->grade;
        row->solved = body->solved;
        row->process = body->process;
        break;
    case ticket_event_merge:
        row->duplicate_of = body->into;
        break;
    case ticket_event_promise:
        row->warning = row->overdue = 0;
        row->called_ms = row->lead_ms = 0;
        break;
    case ticket_event_take:
    case ticket_event_walk:
    case ticket_event_identify:
    case ticket_event_none:
    case ticket_event_open:
    case ticket_event_save:
    case ticket_event_amend:
    case ticket_event_send_back:
    case ticket_event_uphold:
    case ticket_event_reopen: /* what it was merged into: below */
    case ticket_event_refer:
    case ticket_event_decline:
    case ticket_event_extend:
    case ticket_event_grant:
    case ticket_event_deny:
    case ticket_event_hand_over:
    case ticket_event_cosign:
    case ticket_event_opinion:
    case ticket_event_plan:
    case ticket_event_progress:
    case ticket_event_on_site:
    case ticket_event_rectified:
    case ticket_event_conference:
    case ticket_event_bring:
    case ticket_event_direct:
    case ticket_event_supervise:
    case ticket_event_attempt:
    case ticket_event_tell:
    case ticket_event_consult:
    case ticket_event_link:
    case ticket_event_split:
    case ticket_event_acknowledge:
    case ticket_event_fill:
        break;
    }
}

void apply_ticket_moved(struct txn *txn, const struct fact *fact,
                        const struct fact_ticket_moved *body)
{
    const struct row_ticket old = ticket_of(txn, body->ticket);
    struct row_ticket row = old;
    row.state = body->to;
    row.version = body->version;
    row.unit = body->unit ? body->unit : body->guarded_unit;
    row.due_ms = body->due_ms;
    row.half_ms = body->half_ms;
    row.most_ms = body->most_ms;
    row.limit_kind = body->limit_kind;
    row.limit_n = body->limit_n;
    row.assignee = body->assignee;
    row.tries = body->tries;
    row.next_try_ms = body->next_try_ms;
    row.archived_ms = body->to == ticket_state_archived ? fact->at_ms : 0;
    row.erase_ms = body->erase_ms;
    if (body->leader) row.leader = body->leader;
    seq_keep(&row.reply_seq, fact, body->reply);
    seq_keep(&row.measures_seq, fact, body->measures);
    seq_keep(&row.result_seq, fact, body->result);
    seq_keep(&row.note_seq, fact, body->note);
    event_follow(&row, fact, body);
    figure_moved(txn, fact, body, &old);
    if (body->event == ticket_event_reopen) merge_undo(txn, &row);
    ticket_keep(txn, &old, &row);
}

void apply_ticket_overdue(struct txn *txn, const struct fact *fact,
                          const struct fact_ticket_overdue *body)
{
    const struct row_ticket old = ticket_of(txn, body->ticket);
    struct row_ticket row = old;
    row.overdue = 1;
    row.lead_ms = body->lead_ms;
    row.warning = warning_overdue;
    figure_overdue(txn, fact, &old);
    ticket_keep(txn, &old, &row);
}

/* Who called is forgotten, too: the keyed hash would still tell one caller's tickets. */
void apply_ticket_erased(struct txn *txn, const struct fact *fact,
                         const struct fact_ticket_erased *body)
{
    (void)fact;
    const struct row_ticket old = ticket_of(txn, body->ticket);
    struct row_ticket row = old;
    row.erased = 1;
    row.erase_ms = 0;
    row.caller = (struct h32){{0}};
    ticket_keep(txn, &old, &row);
}
