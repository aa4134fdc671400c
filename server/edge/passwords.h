/* Password checks (argon2id) cost tens of milliseconds and megabytes, so that one worker thread
 * does them, one after the other, from a bounded queue. A number that nobody has is tried against a
 * dummy's verifier: the time taken says nothing. */
#ifndef SERVER_EDGE_PASSWORDS_H
#define SERVER_EDGE_PASSWORDS_H

#include "common/err.h"
#include "common/limits.h"
#include "common/slice.h"

enum { VERIFIER_BYTES = 128 }; /* with its zero */

enum password_task { PASSWORD_TRY, PASSWORD_MAKE };

struct passwords_options {
    uint64_t memory_bytes; /* of one check */
    uint64_t passes;
    uint64_t queue; /* jobs that may wait */
};

struct password_job {
    enum password_task task;
    char password[LIMIT_PASSWORD]; /* wiped by the worker */
    size_t password_n;
    uint64_t origin;               /* station that asks; 0: the console */
    char verifier[VERIFIER_BYTES]; /* try: to try against, "" for nobody's; make: the result */
    bool ok;                       /* the password fits the verifier; the verifier was made */
    struct password_job *next;     /* the queue's */
};

struct passwords;

enum err passwords_new(const struct passwords_options *options, struct passwords **out);
/* Waits for the running job; frees those that were never fetched through release. */
void passwords_free(struct passwords **passwords, void (*release)(struct password_job *job));
/* ERR_LIMIT: too many wait, or LIMIT_SIGN_INS of this station alone, so that one station cannot
 * keep the others from signing in; the job stays the caller's. */
enum err passwords_give(struct passwords *passwords, struct password_job *take_job) MUST_CHECK;
/* Readable when a finished job can be fetched. */
int passwords_fd(const struct passwords *passwords);
/* NULL: none is finished. */
struct password_job *passwords_done(struct passwords *passwords);

#endif
