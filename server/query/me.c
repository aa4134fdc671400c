#include "server/query/answer.h"

enum { DRAFTS_COUNTED = 1000 }; /* and late callbacks */

enum reject answer_hello(struct query *query, const struct req_hello *ask, struct rec_hello *answer,
                         struct fault *fault)
{
    (void)ask;
    (void)fault;
    answer->version = slice_of(REXIAN_VERSION);
    answer->head = journal_head(query->txn);
    answer->now_ms = query->now_ms;
    answer->presence_s = query->settings->presence_s;
    return REJECT_OK;
}

static void mine_fill(const struct query *query, uint64_t person, struct rec_me *me)
{
    struct row_ticket row = {.open_owner = person};
    struct cursor cursor;
    cursor_index(&cursor, query->txn, INDEX_ticket_by_owner, 1, &row, false, true);
    for (int i = 0; i < DRAFTS_COUNTED && cursor_next(&cursor, &row); i++) {
        me->drafts += row.state == ticket_state_draft;
        me->callbacks += row.state == ticket_state_callback && row.overdue && !row.called_ms;
    }
}

enum reject answer_me_show(struct query *query, const struct req_me_show *ask,
                           struct rec_me *answer, struct fault *fault)
{
    (void)ask;
    const struct who *who = query->who;
    /* The console is nobody in particular. */
    if (who->person == 0) return refuse(fault, REJECT_NO_SUCH, NULL);
    *answer = (struct rec_me){
        .session = who->session,
        .person = who->person,
        .number = person_number(query, who->person),
        .name = person_name(query, who->person),
        .roles = who->roles,
        .unit = who->unit,
        .unit_name = unit_name(query, who->unit),
        .now_ms = query->now_ms,
        .head = journal_head(query->txn),
        .station = station_number(query, who->station),
    };
    struct row_agent agent;
    if (agent_get(query->txn, who->person, &agent)) {
        answer->state = agent.state;
        answer->since_ms = agent.since_ms;
        answer->call = agent.call;
        answer->reason = agent.reason;
        answer->limit_ms = agent.limit_ms;
        answer->asks = agent.asks;
        answer->allowed = agent.allowed;
    }
    struct row_person me;
    if (person_get(query->txn, who->person, &me)) {
        answer->trainee = me.trainee;
        answer->verifies = me.verifies;
    }
    if (who->roles & (ROLE_BIT(role_operator) | ROLE_BIT(role_desk)))
        answer->follow_ups = tally_of(query, ticket_state_follow_up);
    if (who->roles & ROLE_BIT(role_operator)) mine_fill(query, who->person, answer);
    return REJECT_OK;
}
