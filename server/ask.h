/* One request, from its bytes to its reply in the outbox, or to the worker that goes on with it. */
#ifndef SERVER_ASK_H
#define SERVER_ASK_H

#include "server/turn.h"

/* A request that waits for the password worker: it begins again when the verdict is there. */
struct ask_password {
    struct password_job job; /* first: the worker knows only this */
    struct peer peer;
    uint64_t person; /* whose verifier is tried; 0: nobody's */
    size_t n;
    char bytes[]; /* the request */
};

void ask_take(struct turn *turn, const struct peer *peer, struct slice bytes);
/* Goes on with a request; frees it. */
void ask_resume(struct turn *turn, struct password_job *take_job);
/* Frees a request that will not go on, its password wiped. */
void ask_release(struct password_job *job);

#endif
