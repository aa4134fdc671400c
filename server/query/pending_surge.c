/* Not yet built. */
#include "server/query/answer.h"

enum reject answer_surge_show(struct query *query, const struct req_surge_show *ask,
                              struct rec_surge *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_area_list(struct query *query, const struct req_area_list *ask,
                             struct rec_area_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_burst_list(struct query *query, const struct req_burst_list *ask,
                              struct rec_burst_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_notice_list(struct query *query, const struct req_notice_list *ask,
                               struct rec_notice_page *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}

enum reject answer_script_preview(struct query *query, const struct req_script_preview *ask,
                                  struct rec_preview *answer, struct fault *fault)
{
    (void)query, (void)ask, (void)answer, (void)fault;
    return REJECT_BAD_STATE;
}
