/* Lists of tickets: mine newest first, my unit's and those in one open state most urgent first, all
 * and those in a closed state newest first. */
#include "common/text.h"
#include "server/core/authority.h"
#include "server/core/unit.h"
#include "server/query/answer.h"

enum {
    HEAD_CHARACTERS = 40,      /* of the matter */
    HEAD_SCRATCH = 256 * 1024, /* memory for a whole one */
    LOOKED_AT = 2000, /* rows that one page looks at; then it ends, though it may be empty */
};

static struct slice matter_head(const struct query *query, uint64_t seq)
{
    struct arena scratch;
    arena_init(&scratch, HEAD_SCRATCH);
    struct slice text = words_of(query, seq, TAG_ticket_saved_matter, &scratch);
    size_t end = 0;
    for (int i = 0; i < HEAD_CHARACTERS && end < text.n; i++) end = text_next(text, end);
    struct slice head = {text.p, end};
    head.n = text_fit_bytes(head, LIMIT_NAME);
    char *clean = text_clean(query->arena, head, TEXT_ONE_LINE);
    arena_fini(&scratch);
    return slice_of(clean);
}

uint64_t ticket_known(const struct query *query, uint64_t ticket)
{
    struct row_ticket row;
    if (ticket == 0 || !ticket_get(query->txn, ticket, &row)) return 0;
    return may_ticket(query->txn, query->who, VERB_SEE, ticket_event_none, &row) ? ticket : 0;
}

/* Words whose readers are recorded (R81) are shown where they are opened, not in passing. */
static bool leaves_a_trace(const struct query *query, const struct row_ticket *row)
{
    bool writing = row->state == ticket_state_draft && row->owner == query->who->person;
    return ticket_guarded(row) && !writing;
}

void ticket_item_fill(const struct query *query, const struct row_ticket *row,
                      struct rec_ticket_item *item)
{
    *item = (struct rec_ticket_item){
        .ticket = row->ticket,
        .state = row->state,
        .type = row->type,
        .subject = subject_name(query, row->subject),
        .unit = unit_name(query, row->unit),
        .created_ms = row->created_ms,
        .due_ms = row->due_ms,
        .overdue = row->overdue,
        .redo_count = row->redo_count,
        .version = row->version,
        .urgency = row->urgency,
        .secrecy = row->secrecy,
        .anonymity = row->anonymity,
        .supervision = row->supervision,
        .duplicate_of = ticket_known(query, row->duplicate_of),
        .warning = row->warning,
        .asks_time = row->ask_until_ms != 0,
        .area = area_name(query, row->area),
    };
    if (may_ticket(query->txn, query->who, VERB_READ, ticket_event_none, row) &&
        !leaves_a_trace(query, row))
        item->matter = matter_head(query, row->matter_seq);
}

/* What a list walks through. */
struct walk {
    struct cursor cursor;
    struct row_ticket row;
    uint64_t state;  /* only tickets in this state; 0: in any */
    bool asking;     /* only those whose extension waits for its decision */
    bool by_hand;    /* only those that are this handler's to do */
    uint64_t acting; /* for by_hand: who gets what nobody has in hand; 0: everybody of the unit */
    bool by_due;     /* the cursor is a place among deadlines, else the ticket's number */
};

/* A place among deadlines has to stand in one number and to hold when its ticket moves away: the
 * deadline, and the lower bits of the ticket's number, which tell tickets of the same millisecond
 * apart. Tickets without a deadline come first; they are told apart by their whole number. */
#define PLACE_NO_DUE (UINT64_C(1) << 63)
enum { PLACE_ID_BITS = 15 };
#define PLACE_ID_STEP (UINT64_C(1) << PLACE_ID_BITS)
#define PLACE_DUE_MAX ((UINT64_C(1) << (63 - PLACE_ID_BITS)) - 1) /* the year 10889 */

/* 0, the end of the list, for a deadline that no calendar knows. */
static uint64_t place_of(const struct row_ticket *row)
{
    if (row->due_ms == 0) return PLACE_NO_DUE | row->ticket;
    if (row->due_ms > PLACE_DUE_MAX) return 0;
    return row->due_ms << PLACE_ID_BITS | row->ticket % PLACE_ID_STEP;
}

static bool same_place(enum index_id index, const struct row_ticket *row,
                       const struct row_ticket *other)
{
    if (row->due_ms != other->due_ms) return false;
    if (index == INDEX_ticket_by_unit) return row->open_unit == other->open_unit;
    return row->open_state == other->open_state;
}

/* Completes *row's due_ms and ticket. When the ticket has moved away, its place is before all of
 * the same millisecond: some rows may come twice then, none is left out. */
static void place_find(const struct query *query, uint64_t place, enum index_id index,
                       struct row_ticket *row)
{
    if (place & PLACE_NO_DUE) {
        row->ticket = place & ~PLACE_NO_DUE;
        return;
    }
    row->due_ms = place >> PLACE_ID_BITS;
    struct row_counter counter;
    if (!counter_get(query->txn, object_ticket, &counter)) return;
    for (uint64_t id = place % PLACE_ID_STEP; id <= counter.last; id += PLACE_ID_STEP) {
        struct row_ticket found;
        if (id == 0 || !ticket_get(query->txn, id, &found)) continue;
        if (same_place(index, row, &found)) row->ticket = id;
    }
}

static void walk_due(const struct query *query, struct walk *walk, enum index_id index,
                     uint64_t after)
{
    walk->by_due = true;
    if (after) place_find(query, after, index, &walk->row);
    cursor_index(&walk->cursor, query->txn, index, 1, &walk->row, after != 0, false);
}

static void walk_unit(const struct query *query, struct walk *walk, uint64_t after)
{
    walk->row.open_unit = query->who->unit;
    walk_due(query, walk, INDEX_ticket_by_unit, after);
}

static void walk_all(const struct query *query, struct walk *walk, uint64_t after)
{
    walk->row.ticket = after;
    cursor_table(&walk->cursor, query->txn, TABLE_ticket, 0, &walk->row, after != 0, true);
}

static void walk_state(const struct query *query, struct walk *walk, uint64_t state, uint64_t after)
{
    walk->state = state;
    if (state == ticket_state_rejected || state == ticket_state_archived) {
        walk_all(query, walk, after);
        return;
    }
    walk->row.open_state = state;
    walk_due(query, walk, INDEX_ticket_by_state, after);
}

static void walk_mine(const struct query *query, struct walk *walk, uint64_t after)
{
    const struct who *who = query->who;
    uint64_t leads = ROLE_BIT(role_approver) | ROLE_BIT(role_head);
    if (who->unit != 0 && !(who->roles & ROLE_BIT(role_operator))) {
        walk->by_hand = !(who->roles & leads);
        if (walk->by_hand) walk->acting = unit_acting(query->txn, who->unit);
        walk_unit(query, walk, after);
        return;
    }
    walk->row.open_owner = who->person;
    walk->row.ticket = after;
    cursor_index(&walk->cursor, query->txn, INDEX_ticket_by_owner, 1, &walk->row, after != 0, true);
}

static enum reject walk_begin(const struct query *query, const struct req_ticket_list *ask,
                              struct walk *walk, struct fault *fault)
{
    *walk = (struct walk){0};
    switch ((enum ticket_view)ask->view) {
    case ticket_view_none:
    case ticket_view_mine:
        walk_mine(query, walk, ask->after);
        return REJECT_OK;
    case ticket_view_unit:
        if (query->who->unit == 0) return refuse(fault, REJECT_BAD_FIELD, "view");
        walk_unit(query, walk, ask->after);
        return REJECT_OK;
    case ticket_view_state:
        if (ask->state == ticket_state_none) return refuse(fault, REJECT_MISSING_FIELD, "state");
        walk_state(query, walk, ask->state, ask->after);
        return REJECT_OK;
    case ticket_view_all:
        walk_all(query, walk, ask->after);
        return REJECT_OK;
    }
    return refuse(fault, REJECT_BAD_FIELD, "view");
}

/* R40: what one signed is one's own; what nobody signed, or somebody who is away, is the acting
 * deputy's. */
static bool in_my_hands(const struct query *query, const struct walk *walk)
{
    uint64_t me = query->who->person, handler = walk->row.handler;
    struct row_person person;
    if (handler == me) return true;
    if (handler && person_get(query->txn, handler, &person) && !person.away && !person.retired)
        return false;
    return walk->acting == 0 || walk->acting == me;
}

static bool walk_shows(const struct query *query, const struct walk *walk)
{
    if (walk->state != 0 && walk->row.state != walk->state) return false;
    if (walk->asking && walk->row.ask_until_ms == 0) return false;
    if (walk->by_hand && !in_my_hands(query, walk)) return false;
    return may_ticket(query->txn, query->who, VERB_SEE, ticket_event_none, &walk->row);
}

enum reject answer_ticket_list(struct query *query, const struct req_ticket_list *ask,
                               struct rec_ticket_page *answer, struct fault *fault)
{
    struct walk walk;
    enum reject reject = walk_begin(query, ask, &walk, fault);
    if (reject) return reject;
    walk.asking = ask->asking;
    struct page page;
    page_begin(&page, query, answer_desc(request_ticket_list), "rows", ask->most, PAGE_BYTES);
    uint64_t last = 0;
    for (int looked_at = 0; cursor_next(&walk.cursor, &walk.row); looked_at++) {
        bool ends = looked_at == LOOKED_AT;
        if (!ends && walk_shows(query, &walk)) {
            struct rec_ticket_item item;
            ticket_item_fill(query, &walk.row, &item);
            ends = !page_add(&page, &item);
        }
        if (ends) {
            answer->next = last;
            break;
        }
        last = walk.by_due ? place_of(&walk.row) : walk.row.ticket;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
