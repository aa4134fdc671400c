#include "server/query/months.h"

#include "server/core/deadline.h"
#include "server/core/score.h"
#include "server/query/answer.h"

enum { JANUARY = 1, DECEMBER = 12 };

enum reject months_asked(const struct query *query, uint64_t month, uint64_t year,
                         struct months *months, struct fault *fault)
{
    uint64_t now = month_of(query->txn, query->now_ms);
    if (year && month) return refuse(fault, REJECT_BAD_FIELD, "year");
    if (year) {
        if (year > now / 100 || !month_valid(year * 100 + JANUARY))
            return refuse(fault, REJECT_BAD_FIELD, "year");
        uint64_t last = year * 100 + DECEMBER;
        *months = (struct months){year * 100 + JANUARY, last < now ? last : now};
        return REJECT_OK;
    }
    if (month == 0) month = now;
    if (month > now || !month_valid(month)) return refuse(fault, REJECT_BAD_FIELD, "month");
    *months = (struct months){month, month};
    return REJECT_OK;
}
