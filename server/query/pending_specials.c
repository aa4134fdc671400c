/* Not yet built. */
#include "server/query/answer.h"

enum reject answer_plan_list(struct query *query, const struct req_plan_list *ask,
                             struct rec_plan_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_alert_list(struct query *query, const struct req_alert_list *ask,
                              struct rec_alert_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_alert_show(struct query *query, const struct req_alert_show *ask,
                              struct rec_alert_card *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_caller_list(struct query *query, const struct req_caller_list *ask,
                               struct rec_caller_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_caller_evidence(struct query *query, const struct req_caller_evidence *ask,
                                   struct rec_evidence_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_tree_list(struct query *query, const struct req_tree_list *ask,
                             struct rec_tree_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_tree_show(struct query *query, const struct req_tree_show *ask,
                             struct rec_tree *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_market_list(struct query *query, const struct req_market_list *ask,
                               struct rec_market_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}
