/* Not yet built. */
#include "server/query/answer.h"

enum reject answer_queue_figures(struct query *query, const struct req_queue_figures *ask,
                                 struct rec_queue_figures *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_volume_show(struct query *query, const struct req_volume_show *ask,
                               struct rec_volume *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_agent_figures(struct query *query, const struct req_agent_figures *ask,
                                 struct rec_agent_figures *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}
