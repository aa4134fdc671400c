/* Skills, who has them, the queues with their rules, and a caller's place. */
#include "server/core/authority.h"
#include "server/core/hours.h"
#include "server/core/queue.h"
#include "server/core/surge.h"
#include "server/core/wait.h"
#include "server/query/answer.h"

enum { SECOND_MS = 1000 };

enum reject answer_skill_list(struct query *query, const struct req_skill_list *ask,
                              struct rec_skill_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_skill_list), "rows", ask->most, PAGE_BYTES);
    struct row_skill row = {.skill = ask->after};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_skill, 0, &row, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.skill) {
        struct rec_skill_item item = {.skill = row.skill,
                                      .code = row.code,
                                      .name = skill_name(query, row.skill),
                                      .retired = row.retired != 0};
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

enum reject answer_skill_people(struct query *query, const struct req_skill_people *ask,
                                struct rec_mastery_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_skill_people), "rows", ask->most, PAGE_BYTES);
    struct row_mastery row = {.person = borrow_person(ask->after),
                              .skill = borrow_skill(ask->after)};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_mastery, 0, &row, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row);
         last = borrow_object(row.person, row.skill)) {
        struct rec_mastery_item item = {.number = person_number(query, row.person),
                                        .name = person_name(query, row.person),
                                        .skill = skill_code(query, row.skill),
                                        .level = row.level,
                                        .surge = row.surge,
                                        .borrowed = row.borrowed,
                                        .until_ms = row.until_ms};
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

static struct slice hours_text(const struct query *query, const struct row_line *line)
{
    struct fact fact;
    if (line->hours_seq == 0 || !journal_read(query->txn, line->hours_seq, &fact, NULL))
        return (struct slice){0};
    return text_cut(query, fact.body.line_hours_set.hours, LIMIT_NOTE);
}

static void rule_fill(const struct query *query, const struct row_queue *row,
                      struct rec_queue_rule *rule)
{
    struct row_line line;
    *rule = (struct rec_queue_rule){
        .queue = row->queue,
        .code = row->code,
        .name = queue_name(query, row->queue),
        .own = row->own != 0,
        .skill = skill_code(query, row->skill),
        .level = row->level,
        .relax_s = row->relax_s,
        .priority = row->priority,
        .overflow = queue_code(query, row->overflow),
        .overflow_s = row->overflow_s,
        .offer_s = row->offer_s,
        .most_s = row->most_s,
        .retired = row->retired != 0,
        .waiting = row->waiting,
    };
    if (!row->own || !line_get(query->txn, row->own, &line)) return;
    rule->hours = hours_text(query, &line);
    rule->open = line_opens_ms(query->txn, &line, query->now_ms) == 0;
    if (line.extend_until_ms > query->now_ms) rule->extended_ms = line.extend_until_ms;
}

enum reject answer_queue_list(struct query *query, const struct req_queue_list *ask,
                              struct rec_queue_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_queue_list), "rows", ask->most, PAGE_BYTES);
    struct row_queue row = {.queue = ask->after};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_queue, 0, &row, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.queue) {
        struct rec_queue_rule rule;
        rule_fill(query, &row, &rule);
        if (page_add(&page, &rule)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

static bool callback_offered(const struct query *query, const struct row_call *call,
                             const struct row_queue *queue)
{
    const struct core core = {.settings = query->settings, .txn = query->txn};
    uint64_t after_s = surge_offer_s(&core, queue);
    return call->state == call_state_waiting && !call->promised && after_s != 0 &&
           query->now_ms - call->entered_ms >= after_s * SECOND_MS;
}

/* What is said to a caller now: that the line is shut, or theirs refused, that they will be called
 * back, or may be, or why it takes so long. */
static struct slice announcement(const struct query *query, const struct row_call *call,
                                 const struct rec_place *place)
{
    bool shut = call->how == call_end_closed ||
                (call->state == call_state_callback && call->promised && call->open_ms);
    struct script_words words = script_words(query, call->line, 0);
    words.position = place->position;
    words.wait_ms = place->expected_s * SECOND_MS;
    if (shut) return script_for(query, script_kind_closed, call->line, &words);
    if (call->how == call_end_blocked)
        return script_for(query, script_kind_refusal, call->line, &words);
    if (place->offer) return script_for(query, script_kind_callback, call->line, &words);
    if (call->state == call_state_waiting && surge_on(query->txn))
        return script_for(query, script_kind_announcement, call->line, &words);
    return (struct slice){0};
}

enum reject answer_queue_place(struct query *query, const struct req_queue_place *ask,
                               struct rec_place *answer, struct fault *fault)
{
    struct row_call call;
    struct row_queue queue;
    struct row_crew crew;
    if (!call_get(query->txn, ask->call, &call)) return refuse(fault, REJECT_NO_SUCH, "call");
    if (!may_call(query->txn, query->who, VERB_SEE, &call)) return REJECT_DENIED;
    *answer =
        (struct rec_place){.call = call.call, .arrived_ms = call.arrived_ms, .state = call.state};
    if (call.wait_queue && queue_get(query->txn, call.queue, &queue)) {
        bool more;
        answer->position = wait_position(query->txn, &call, &more);
        answer->more = more;
        answer->expected_s = wait_expected_s(query->txn, &queue, answer->position);
        if (crew_get(query->txn, queue.skill, &crew)) answer->at_work = crew.at_work;
        answer->offer = callback_offered(query, &call, &queue);
    }
    answer->announcement = announcement(query, &call, answer);
    return REJECT_OK;
}
