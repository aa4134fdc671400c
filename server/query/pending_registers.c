/* Pending: registers. */
#include "server/query/answer.h"

enum reject answer_profile_list(struct query *query, const struct req_profile_list *ask,
                                struct rec_profile_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}

enum reject answer_field_list(struct query *query, const struct req_field_list *ask,
                              struct rec_field_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}

enum reject answer_phrase_list(struct query *query, const struct req_phrase_list *ask,
                               struct rec_phrase_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}

enum reject answer_expert_list(struct query *query, const struct req_expert_list *ask,
                               struct rec_expert_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}

enum reject answer_ticket_fields(struct query *query, const struct req_ticket_fields *ask,
                                 struct rec_value_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}

enum reject answer_work_list(struct query *query, const struct req_work_list *ask,
                             struct rec_work_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}
