/* Pending: secrecy. */
#include "server/query/answer.h"

enum reject answer_disclosure_list(struct query *query, const struct req_disclosure_list *ask,
                                   struct rec_disclosure_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}

enum reject answer_audit_list(struct query *query, const struct req_audit_list *ask,
                              struct rec_look_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer;
    return refuse(fault, REJECT_FAILED, NULL);
}
