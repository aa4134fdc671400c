/* Pending: handling. */
#include "server/query/answer.h"

enum reject answer_ticket_duties(struct query *query, const struct req_ticket_duties *ask,
                                 struct rec_duty_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}

enum reject answer_duty_list(struct query *query, const struct req_duty_list *ask,
                             struct rec_duty_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}

enum reject answer_ticket_counits(struct query *query, const struct req_ticket_counits *ask,
                                  struct rec_counit_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}
