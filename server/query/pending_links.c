/* Pending: links. */
#include "server/query/answer.h"

enum reject answer_ticket_similar(struct query *query, const struct req_ticket_similar *ask,
                                  struct rec_similar_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}

enum reject answer_ticket_links(struct query *query, const struct req_ticket_links *ask,
                                struct rec_link_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}
