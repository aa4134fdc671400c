/* Not yet built. */
#include "server/query/answer.h"

enum reject answer_skill_list(struct query *query, const struct req_skill_list *ask,
                              struct rec_skill_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_skill_people(struct query *query, const struct req_skill_people *ask,
                                struct rec_mastery_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_queue_list(struct query *query, const struct req_queue_list *ask,
                              struct rec_queue_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_queue_place(struct query *query, const struct req_queue_place *ask,
                               struct rec_place *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}
