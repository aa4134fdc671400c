/* Pending: scores. */
#include "server/query/answer.h"

enum reject answer_score_list(struct query *query, const struct req_score_list *ask,
                              struct rec_score_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}

enum reject answer_score_table(struct query *query, const struct req_score_table *ask,
                               struct rec_ranking *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}

enum reject answer_agent_table(struct query *query, const struct req_agent_table *ask,
                               struct rec_agent_ranking *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}

enum reject answer_sample_list(struct query *query, const struct req_sample_list *ask,
                               struct rec_sample_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}

enum reject answer_figures_show(struct query *query, const struct req_figures_show *ask,
                                struct rec_figures *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}
