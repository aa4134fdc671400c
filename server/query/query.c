#include "server/query/query.h"

#include "server/query/answer.h"

enum reject refuse(struct fault *fault, enum reject reject, const char *field)
{
    *fault = (struct fault){.field = field};
    return reject;
}

const struct message *answer_desc(enum request number)
{
    const struct request_desc *desc = request_desc(number);
    ASSERT(desc);
    return desc->answer;
}

/* Commands belong to the core, work on the house to the loop. */
#define CASE_COMMAND(name)                                                                         \
    case request_##name:                                                                           \
        break;
#define CASE_HOUSE(name) CASE_COMMAND(name)
#define CASE_FRESH(name)                                                                           \
    case request_##name:                                                                           \
        return answer_##name(query, body, answer, fault);
#define CASE_LIST(name) CASE_FRESH(name)
#define Q(number, name, verb, kind, who, answer, help) CASE_##kind(name)

enum reject query_answer(struct query *query, enum request number, const void *body, void *answer,
                         struct fault *fault)
{
    *fault = (struct fault){0};
    memset(answer, 0, answer_desc(number)->size);
    switch (number) {
        REQUEST_TABLE(Q)
    case request_none:
        break;
    }
    ASSERT(!"a question");
    return REJECT_UNKNOWN_MESSAGE;
}
