/* Pending: replies. */
#include "server/query/answer.h"

enum reject answer_survey_list(struct query *query, const struct req_survey_list *ask,
                               struct rec_survey_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}

enum reject answer_letter_show(struct query *query, const struct req_letter_show *ask,
                               struct rec_letter *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}
