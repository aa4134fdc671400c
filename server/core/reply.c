/* Replies: the direct answer (R28), the unit's reply with its four parts (R53), and the approver's
 * word on it (R35). */
#include "server/core/reply.h"

#include "common/text.h"
#include "proto/tags.h"
#include "server/core/duty.h"
#include "server/core/ticket.h"

/* Only the letters and digits, in one case: what two texts are compared by. */
static struct slice bare_of(struct step *step, struct slice text, uint64_t *letters)
{
    char *out = arena_take(step->arena, text.n + 1);
    size_t used = 0;
    *letters = 0;
    for (size_t at = 0, n; out && at < text.n; at += n) {
        uint32_t rune;
        n = text_rune(text, at, &rune);
        if (!text_rune_letter(rune)) continue;
        (*letters)++;
        if (rune >= 'A' && rune <= 'Z')
            out[used++] = (char)(rune + ('a' - 'A'));
        else
            memcpy(out + used, text.p + at, n), used += n;
    }
    return (struct slice){out, used};
}

/* The longest phrase of the register that this text begins with; 0: none. */
static size_t phrase_at(struct step *step, struct slice text)
{
    struct row_phrase row = {0};
    struct cursor cursor;
    size_t longest = 0;
    cursor_table(&cursor, step->core->txn, TABLE_phrase, 0, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        struct slice body;
        uint64_t letters;
        if (row.retired ||
            !words_read(step->core->txn, row.body_seq, TAG_phrase_put_body, step->arena, &body))
            continue;
        body = bare_of(step, body, &letters);
        if (body.n > longest && body.n <= text.n && memcmp(body.p, text.p, body.n) == 0)
            longest = body.n;
    }
    return longest;
}

static bool only_phrases(struct step *step, struct slice text)
{
    while (text.n) {
        size_t n = phrase_at(step, text);
        if (n == 0) return false;
        text = (struct slice){text.p + n, text.n - n};
    }
    return true;
}

bool reply_says(struct step *step, struct slice part, const char *field)
{
    uint64_t letters;
    struct slice bare = bare_of(step, part, &letters);
    return step_require(
        step, letters >= step->core->settings->reply_min_chars && !only_phrases(step, bare),
        REJECT_IRREGULAR, field);
}

bool head_signs(struct step *step, const struct row_ticket *row)
{
    return step_require(step, row->redo_count == 0 || (step->who->roles & ROLE_BIT(role_head)),
                        REJECT_NEEDS_HEAD, NULL);
}

/* R28: which article the answer rests on, and in which version. */
static bool article_refer(struct step *step, const struct code *code, struct row_article *article)
{
    *article = (struct row_article){0};
    if (code->s[0] == '\0') return true;
    return step_require(step, article_find(step->core->txn, code, false, article), REJECT_NO_SUCH,
                        "article");
}

/* R68: the deadline of the unit, or the promised time, has not passed. */
static bool in_time(const struct step *step, const struct row_ticket *row)
{
    return !row->overdue && (row->due_ms == 0 || step->core->now_ms <= row->due_ms);
}

void do_ticket_answer(struct step *step, const void *body)
{
    const struct req_ticket_answer *req = body;
    struct row_ticket row;
    struct row_article article;
    uint64_t expert = 0;
    if (!ticket_ask(step, req->ticket, ticket_event_answer, &row) ||
        !article_refer(step, &req->article, &article) ||
        !expert_refer(step, &req->expert, "expert", &expert) ||
        !reply_says(step, req->reply, "reply"))
        return;
    struct fact fact = ticket_move(step, &row, ticket_event_answer);
    fact.body.ticket_moved.article = article.article;
    fact.body.ticket_moved.article_version = article.version;
    fact.body.ticket_moved.expert = expert;
    fact.body.ticket_moved.on_time = in_time(step, &row);
    fact.body.ticket_moved.reply = req->reply;
    ticket_emit(step, &fact, &row);
    follow_up_begin(step, &row);
}

/* R36: a suggestion is adopted or not; R27: anything else is solved, or why it cannot be is
 * explained. */
static bool resolution_of(struct step *step, const struct row_ticket *row, uint64_t asked,
                          uint64_t *resolution)
{
    bool of_suggestion = asked == resolution_adopted || asked == resolution_declined;
    *resolution = asked;
    if (row->type == ticket_type_suggestion)
        return step_require(step, asked != 0, REJECT_MISSING_FIELD, "resolution") &&
               step_require(step, of_suggestion, REJECT_BAD_FIELD, "resolution");
    if (asked == 0) *resolution = resolution_solved;
    return step_require(step, !of_suggestion, REJECT_BAD_FIELD, "resolution");
}

/* R54: what is sensitive goes to the caller only. */
static bool publicity_of(struct step *step, const struct row_ticket *row, uint64_t asked,
                         uint64_t *publicity)
{
    bool sensitive = row->secrecy > secrecy_normal || row->anonymity == anonymity_anonymous ||
                     row->type == ticket_type_report;
    *publicity = asked ? asked : publicity_private;
    return step_require(step, *publicity == publicity_private || !sensitive, REJECT_NOT_PUBLIC,
                        "publicity");
}

void do_ticket_reply(struct step *step, const void *body)
{
    const struct req_ticket_reply *req = body;
    struct row_ticket row;
    uint64_t resolution, publicity, expert = 0;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_reply, &row) ||
        !reply_awaited(step, &row) ||
        !step_require(step, req->measures.n, REJECT_MISSING_FIELD, "measures") ||
        !step_require(step, req->result.n, REJECT_MISSING_FIELD, "result") ||
        !step_require(step, req->view, REJECT_MISSING_FIELD, "view") ||
        !resolution_of(step, &row, req->resolution, &resolution) ||
        !publicity_of(step, &row, req->publicity, &publicity) ||
        !expert_refer(step, &req->expert, "expert", &expert) ||
        !reply_says(step, req->reply, "reply") || !reply_says(step, req->measures, "measures") ||
        !reply_says(step, req->result, "result"))
        return;
    struct fact fact = ticket_move(step, &row, ticket_event_reply);
    struct fact_ticket_moved *moved = &fact.body.ticket_moved;
    moved->reply = req->reply;
    moved->measures = req->measures;
    moved->result = req->result;
    moved->view = req->view;
    moved->resolution = resolution;
    moved->publicity = publicity;
    moved->expert = expert;
    ticket_emit(step, &fact, &row);
    duties_worked(step, &row);
}

void do_ticket_pass(struct step *step, const void *body)
{
    const struct req_ticket_pass *req = body;
    struct row_ticket row;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_pass, &row)) return;
    struct fact fact = ticket_move(step, &row, ticket_event_pass);
    fact.body.ticket_moved.on_time = in_time(step, &row);
    fact.body.ticket_moved.note = req->note;
    ticket_emit(step, &fact, &row);
    follow_up_begin(step, &row);
}

void do_ticket_send_back(struct step *step, const void *body)
{
    const struct req_ticket_send_back *req = body;
    struct row_ticket row;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_send_back, &row)) return;
    struct fact fact = ticket_move(step, &row, ticket_event_send_back);
    fact.body.ticket_moved.note = req->note;
    ticket_emit(step, &fact, &row);
    duties_working(step, &row);
}
