/* The period of a table: a month, or the months of a year. Inside server/query only. */
#ifndef SERVER_QUERY_MONTHS_H
#define SERVER_QUERY_MONTHS_H

#include "server/query/query.h"

/* First and last month, as 202611, in one year: counting up goes from one to the other. */
struct months {
    uint64_t first, last;
};

/* The month or the year, not both; neither: the present month. A year ends with the present month.
 * BAD_FIELD for what is no month or year, or lies in the future. */
enum reject months_asked(const struct query *query, uint64_t month, uint64_t year,
                         struct months *months, struct fault *fault);

#endif
