/* Tickets that may be about the same, suggested while a record is typed (R51): of the same caller,
 * of the same subject, or with much the same words. */
#include "server/core/authority.h"
#include "server/query/answer.h"
#include "server/query/likeness.h"

enum {
    SUGGESTED = 20,
    OF_CALLER = 100, /* newest tickets looked at: of the caller, then of the subject, then of all */
    OF_SUBJECT = 200,
    LOOKED_AT = 500,
    ALIKE = 50,         /* from here on the words alone suggest it */
    ALIKE_SUBJECT = 25, /* with the same subject less is enough */
    WEIGHT_CALLER = 60, /* what counts as much as that likeness when the best are chosen */
    WEIGHT_SUBJECT = 15,
    SCRATCH = 64 * 1024, /* one ticket's words */
};

struct found {
    struct row_ticket row;
    bool same_caller, same_subject;
    unsigned likeness, weight;
};

/* What is looked for, and the best so far, most alike first. */
struct search {
    const struct query *query;
    struct arena scratch;
    uint64_t self, subject;
    struct h32 caller; /* zero: unknown */
    struct features matter, address;
    uint64_t seen[LOOKED_AT];
    size_t n_seen;
    struct found best[SUGGESTED + 1];
    size_t n_best;
};

static bool is_zero(const struct h32 *hash)
{
    static const struct h32 zero;
    return memcmp(hash, &zero, sizeof zero) == 0;
}

static unsigned likeness_of(struct search *search, uint64_t seq, enum tag tag,
                            const struct features *wanted)
{
    struct features features;
    if (wanted->n == 0 || seq == 0) return 0;
    features_of(words_of(search->query, seq, tag, &search->scratch), &features);
    arena_reset(&search->scratch);
    return likeness(wanted, &features);
}

/* The address counts half as much as the matter. Where not even the masked one is granted, as of an
 * anonymous caller, it is nobody's to compare with, nor is the caller. Where it could not bring the
 * ticket among those suggested, it is not opened: that is half of the time. */
static unsigned words_alike(struct search *search, const struct row_ticket *row, bool near)
{
    const struct query *query = search->query;
    if (!may_ticket(query->txn, query->who, VERB_READ, ticket_event_none, row)) return 0;
    unsigned matter =
        likeness_of(search, row->matter_seq, TAG_ticket_saved_matter, &search->matter);
    if (row->address_seq == 0 || search->address.n == 0 ||
        !may_ticket(query->txn, query->who, VERB_READ_MASKED, ticket_event_none, row))
        return matter;
    if (!near && search->matter.n && (2 * matter + 100) / 3 < ALIKE) return 0;
    unsigned address =
        likeness_of(search, row->address_seq, TAG_ticket_saved_address, &search->address);
    return search->matter.n ? (2 * matter + address) / 3 : address;
}

static bool is_suggested(const struct search *search, const struct found *found)
{
    if (found->same_caller || found->likeness >= ALIKE) return true;
    if (!found->same_subject) return false;
    bool no_words = search->matter.n == 0 && search->address.n == 0;
    return no_words || found->likeness >= ALIKE_SUBJECT;
}

static void keep_best(struct search *search, const struct found *found)
{
    size_t at = search->n_best;
    for (; at > 0 && search->best[at - 1].weight < found->weight; at--)
        search->best[at] = search->best[at - 1];
    search->best[at] = *found;
    if (search->n_best < SUGGESTED) search->n_best++;
}

static void look_at(struct search *search, const struct row_ticket *row)
{
    const struct query *query = search->query;
    for (size_t i = 0; i < search->n_seen; i++)
        if (search->seen[i] == row->ticket) return;
    search->seen[search->n_seen++] = row->ticket;
    if (row->ticket == search->self || row->state == ticket_state_draft ||
        !may_ticket(query->txn, query->who, VERB_SEE, ticket_event_none, row))
        return;
    struct found found = {.row = *row};
    found.same_caller =
        !is_zero(&search->caller) &&
        memcmp(&row->caller, &search->caller, sizeof row->caller) == 0 &&
        may_ticket(query->txn, query->who, VERB_READ_MASKED, ticket_event_none, row);
    found.same_subject = search->subject != 0 && row->subject == search->subject;
    found.likeness = words_alike(search, row, found.same_caller || found.same_subject);
    found.weight = found.likeness + (found.same_caller ? WEIGHT_CALLER : 0) +
                   (found.same_subject ? WEIGHT_SUBJECT : 0);
    if (is_suggested(search, &found)) keep_best(search, &found);
}

static void walk(struct search *search, struct cursor *cursor, struct row_ticket *row, int most)
{
    for (int i = 0; i < most && search->n_seen < LOOKED_AT && cursor_next(cursor, row); i++)
        look_at(search, row);
}

static void walk_all(struct search *search)
{
    struct txn *txn = search->query->txn;
    struct row_ticket row = {.caller = search->caller};
    struct cursor cursor;
    if (!is_zero(&row.caller)) {
        cursor_index(&cursor, txn, INDEX_ticket_by_caller, 1, &row, false, true);
        walk(search, &cursor, &row, OF_CALLER);
    }
    row = (struct row_ticket){.subject = search->subject};
    if (row.subject) {
        cursor_index(&cursor, txn, INDEX_ticket_by_subject, 1, &row, false, true);
        walk(search, &cursor, &row, OF_SUBJECT);
    }
    if (search->matter.n == 0 && search->address.n == 0) return;
    row = (struct row_ticket){0};
    cursor_table(&cursor, txn, TABLE_ticket, 0, &row, false, true);
    walk(search, &cursor, &row, LOOKED_AT);
}

/* What a recorded ticket says, where the request says nothing itself. */
static enum reject like_ticket(struct search *search, uint64_t ticket, struct fault *fault)
{
    const struct query *query = search->query;
    struct row_ticket row;
    if (!ticket_get(query->txn, ticket, &row)) return refuse(fault, REJECT_NO_SUCH, "ticket");
    if (!may_ticket(query->txn, query->who, VERB_READ, ticket_event_none, &row))
        return REJECT_DENIED;
    search->self = ticket;
    search->subject = row.subject;
    features_of(words_of(query, row.matter_seq, TAG_ticket_saved_matter, &search->scratch),
                &search->matter);
    if (!may_ticket(query->txn, query->who, VERB_READ_MASKED, ticket_event_none, &row))
        return REJECT_OK;
    search->caller = row.caller;
    features_of(words_of(query, row.address_seq, TAG_ticket_saved_address, &search->scratch),
                &search->address);
    return REJECT_OK;
}

static enum reject search_begin(struct search *search, const struct req_ticket_similar *ask,
                                struct fault *fault)
{
    struct txn *txn = search->query->txn;
    struct row_subject subject = {.code = ask->subject};
    bool anything =
        ask->ticket || subject.code.s[0] || ask->phone.n || ask->address.n || ask->matter.n;
    if (!anything) return refuse(fault, REJECT_MISSING_FIELD, "ticket");
    enum reject reject = ask->ticket ? like_ticket(search, ask->ticket, fault) : REJECT_OK;
    if (reject != REJECT_OK) return reject;
    if (subject.code.s[0]) {
        if (!index_find(txn, INDEX_subject_by_code, 1, &subject))
            return refuse(fault, REJECT_NO_SUCH, "subject");
        search->subject = subject.subject;
    }
    if (ask->phone.n) caller_hash(txn, ask->phone, &search->caller);
    if (ask->address.n) features_of(ask->address, &search->address);
    if (ask->matter.n) features_of(ask->matter, &search->matter);
    return REJECT_OK;
}

static enum reject best_page(const struct search *search, struct rec_similar_page *answer)
{
    struct page page;
    page_begin(&page, search->query, answer_desc(request_ticket_similar), "rows", 0, PAGE_BYTES);
    for (size_t i = 0; i < search->n_best; i++) {
        const struct found *found = &search->best[i];
        struct rec_ticket_item ticket;
        struct page inner;
        page_begin(&inner, search->query, page.record, "ticket", 1, PAGE_BYTES);
        ticket_item_fill(search->query, &found->row, &ticket);
        page_add(&inner, &ticket);
        const struct rec_similar_item item = {
            .ticket = page_rows(&inner),
            .same_caller = found->same_caller,
            .same_subject = found->same_subject,
            .likeness = found->likeness,
        };
        if (!page_add(&page, &item)) break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

enum reject answer_ticket_similar(struct query *query, const struct req_ticket_similar *ask,
                                  struct rec_similar_page *answer, struct fault *fault)
{
    struct search search = {.query = query};
    arena_init(&search.scratch, SCRATCH);
    enum reject reject = search_begin(&search, ask, fault);
    arena_reset(&search.scratch);
    if (reject == REJECT_OK) {
        walk_all(&search);
        reject = best_page(&search, answer);
    }
    arena_fini(&search.scratch);
    return reject;
}
