/* From bytes to an understood request, or to the refusal that answers them. Pure: no socket, no
 * state; what a stranger can send is decided here, before anything else looks at it. */
#ifndef SERVER_EDGE_INTAKE_H
#define SERVER_EDGE_INTAKE_H

#include "proto/desc.h"
#include "proto/envelope.h"

struct intake {
    enum reject reject;               /* REJECT_OK: desc and body are set */
    struct fault fault;               /* the field to blame, when one is */
    struct request_envelope envelope; /* zero when not even that could be read */
    const struct request_desc *desc;  /* NULL: unknown or unreadable */
    void *body;                       /* struct req_X in the arena */
};

/* Slices in the result point into bytes. */
void intake_read(struct slice bytes, struct arena *arena, struct intake *out);
/* The cursor's "not older than this fact" of a page's request; 0: none. */
uint64_t intake_known(const struct intake *intake);

#endif
