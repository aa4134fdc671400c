/* Bursts: seen, growing, with a pinned answer, over. */
#include "server/core/burst.h"

enum { LOOKED_AT = 2000 /* tickets of one subject and area: more than a burst ever needs */ };

static uint64_t quiet_ms(const struct step *step)
{
    return step->core->now_ms + step->core->settings->burst_quiet_min * 60 * 1000;
}

/* Drafts are nothing yet. What is guarded, and reports, would say through a burst what they are
 * about to those who may not know that they exist (R11, R76, R80). */
static bool counts(const struct row_ticket *ticket)
{
    return ticket->registered_ms && ticket->subject && ticket->area &&
           ticket->secrecy <= secrecy_normal && ticket->type != ticket_type_report;
}

/* Tickets like this one that were opened within the window, itself among them; counted up to what
 * makes a burst. */
static uint64_t tickets_alike(const struct step *step, const struct row_ticket *ticket)
{
    const struct settings *settings = step->core->settings;
    uint64_t window_ms = settings->burst_window_min * 60 * 1000, now_ms = step->core->now_ms;
    struct row_ticket row = {.area = ticket->area, .subject = ticket->subject};
    struct cursor cursor;
    uint64_t n = 0;
    cursor_index(&cursor, step->core->txn, INDEX_ticket_by_area, 2, &row, false, true);
    for (int i = 0; i < LOOKED_AT && n < settings->burst_tickets; i++) {
        if (!cursor_next(&cursor, &row) || row.created_ms + window_ms < now_ms) break;
        if (counts(&row)) n++;
    }
    return n;
}

/* States the whole of a live burst. */
static struct fact burst_state(const struct step *step, const struct row_burst *row)
{
    struct fact fact = step_fact(step, fact_type_burst_moved);
    fact.body.burst_moved = (struct fact_burst_moved){
        .burst = row->burst,
        .state = burst_state_live,
        .n = row->n,
        .quiet_ms = row->quiet_ms,
        .article = row->article,
    };
    return fact;
}

void burst_watch(struct step *step, uint64_t id)
{
    struct txn *txn = step->core->txn;
    struct row_ticket ticket;
    bool there = ticket_get(txn, id, &ticket);
    ASSERT(there);
    if (!counts(&ticket)) return;
    struct row_burst row = {.live = ticket.subject, .area = ticket.area};
    struct fact fact;
    if (index_find(txn, INDEX_burst_by_live, 2, &row)) {
        fact = burst_state(step, &row);
        fact.body.burst_moved.n++;
        fact.body.burst_moved.quiet_ms = quiet_ms(step);
        step_emit(step, &fact);
        return;
    }
    uint64_t n = tickets_alike(step, &ticket);
    if (n < step->core->settings->burst_tickets) return;
    fact = step_fact(step, fact_type_burst_seen);
    fact.body.burst_seen = (struct fact_burst_seen){
        .burst = step_next_id(step, object_burst),
        .of_subject = ticket.subject,
        .area = ticket.area,
        .n = n,
        .quiet_ms = quiet_ms(step),
    };
    step_emit(step, &fact);
}

static bool burst_live(struct step *step, uint64_t id, struct row_burst *row)
{
    return step_require(step, burst_get(step->core->txn, id, row), REJECT_NO_SUCH, "burst") &&
           step_require(step, row->state == burst_state_live, REJECT_BAD_STATE, NULL);
}

void do_burst_pin(struct step *step, const void *body)
{
    const struct req_burst_pin *req = body;
    struct row_burst row;
    struct row_article article = {0};
    if (!burst_live(step, req->burst, &row) ||
        !step_require(step, req->article.s[0] || req->answer.n, REJECT_MISSING_FIELD, "answer") ||
        !step_require(step,
                      !req->article.s[0] ||
                          article_find(step->core->txn, &req->article, false, &article),
                      REJECT_NO_SUCH, "article"))
        return;
    struct fact fact = burst_state(step, &row);
    if (article.article) fact.body.burst_moved.article = article.article;
    fact.body.burst_moved.answer = req->answer;
    step_emit(step, &fact);
    step_done(step, row.burst, 0);
}

static void burst_over(struct step *step, const struct row_burst *row)
{
    struct fact fact = burst_state(step, row);
    fact.body.burst_moved.state = burst_state_closed;
    step_emit(step, &fact);
}

void do_burst_close(struct step *step, const void *body)
{
    const struct req_burst_close *req = body;
    struct row_burst row;
    if (!burst_live(step, req->burst, &row)) return;
    burst_over(step, &row);
    step_done(step, row.burst, 0);
}

void burst_fire(struct step *step, uint64_t object)
{
    struct row_burst row;
    bool there = burst_get(step->core->txn, object, &row);
    ASSERT(there && row.state == burst_state_live);
    burst_over(step, &row);
}
