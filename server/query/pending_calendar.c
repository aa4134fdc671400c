/* Pending: calendar. */
#include "server/query/answer.h"

enum reject answer_calendar_show(struct query *query, const struct req_calendar_show *ask,
                                 struct rec_calendar *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}
