/* Not yet built. */
#include "server/query/answer.h"

enum reject answer_callback_list(struct query *query, const struct req_callback_list *ask,
                                 struct rec_callback_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_outbound_list(struct query *query, const struct req_outbound_list *ask,
                                 struct rec_outbound_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_outbound_contacts(struct query *query, const struct req_outbound_contacts *ask,
                                     struct rec_contact_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_no_call_list(struct query *query, const struct req_no_call_list *ask,
                                struct rec_no_call_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_outbound_show(struct query *query, const struct req_outbound_show *ask,
                                 struct rec_contact_card *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}
