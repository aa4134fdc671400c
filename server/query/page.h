/* The rows of one answer, cut before the encoded answer would pass LIMIT_MESSAGE. Inside
 * server/query only. */
#ifndef SERVER_QUERY_PAGE_H
#define SERVER_QUERY_PAGE_H

#include "server/query/query.h"

/* What an answer's message may hold besides its envelope. */
enum { PAGE_BYTES = LIMIT_MESSAGE - 512 };

struct page {
    struct arena *arena;
    const struct message *record; /* of one row */
    char *items;                  /* in the arena; room for `most` */
    size_t n, most, left;         /* left: bytes */
    bool failed;                  /* out of memory */
};

/* No encoding of the record is longer than this. */
size_t record_bytes(const struct message *record, const void *body);

/* `field` names the answer's field of rows; most 0 stands for the field's own limit; room is the
 * bytes that the rows may take. */
void page_begin(struct page *page, const struct query *query, const struct message *answer,
                const char *field, uint64_t most, size_t room);
/* False: the row does not fit any more, the page ends before it. */
bool page_add(struct page *page, const void *item);
struct rows page_rows(const struct page *page);
/* OK, or FAILED when memory ran out. */
enum reject page_reject(const struct page *page);

#endif
