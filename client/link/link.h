/* The link to the dispatcher: one DEALER for requests, one SUB for facts, over CURVE with the
 * station's key (or the local ipc socket without keys, for rexianctl). Single-threaded: the owner
 * polls link_fds() together with its own descriptors and calls link_work() when one is readable or
 * link_wait_ms() have passed.
 *
 * Asking twice is safe: a request keeps its random id until it is answered, and is sent again after
 * a reconnect or a silence (jittered back-off). Facts that were missed are fetched with
 * facts.since, so the owner sees every fact of its topics once, in order. */
#ifndef CLIENT_LINK_LINK_H
#define CLIENT_LINK_LINK_H

#include "client/link/station.h"
#include "proto/envelope.h"
#include "proto/fact.h"

struct link;

enum link_state { LINK_CONNECTING, LINK_UP, LINK_AWAY };

struct link_options {
    const struct station_file *station; /* NULL: ipc */
    const char *url;     /* tcp://host:port of commands, or ipc://path; NULL: the station file's */
    const char *publish; /* NULL: the station file's; unused with ipc */
    const char *spool_dir; /* NULL: nothing is kept on disk while the dispatcher is away */
};

/* The answer to one request. reject REJECT_OK: answer points to the decoded struct rec_X. err is
 * not ERR_OK when there was no answer (ERR_TIMEOUT after the request's own limit, ERR_CLOSED).
 * Everything lives until the callback returns. */
struct link_answer {
    enum err err;
    enum reject reject;
    struct slice field; /* which field a refusal names */
    uint64_t limit;
    uint64_t head;
    const void *body;
};
typedef void link_answered(void *ctx, const struct link_answer *answer);
typedef void link_fact(void *ctx, const struct fact *fact); /* published view: no words */
typedef void link_summary(void *ctx, const struct rec_wall *wall);
typedef void link_changed(void *ctx, enum link_state state);

struct link_events {
    void *ctx;
    link_fact *fact;       /* may be NULL */
    link_summary *summary; /* topic "w": the wall's figures; may be NULL */
    link_changed *changed; /* may be NULL */
};

enum err link_new(struct link **out, const struct link_options *options,
                  const struct link_events *events);
void link_free(struct link **link);

/* Session that goes with every request from now on (0: none). Requests that were kept for this
 * person go out again; those of other people wait until these sign in here. */
void link_session(struct link *link, uint64_t person, uint64_t session,
                  const unsigned char token[TOKEN_BYTES]);
/* Subscribes to a topic ("p12.", "l3.", "w", "f"); facts after `since` are delivered (0: from now).
 */
enum err link_subscribe(struct link *link, const char *topic, uint64_t since);
void link_unsubscribe(struct link *link, const char *topic);

/* Sends; answered is called once, from link_work(). limit_ms 0: asks until answered. body is
 * encoded before this returns. With keep and a spool folder, the request is sealed on disk until
 * answered and sent again by the next start. */
enum err link_ask(struct link *link, enum request number, const void *body, uint64_t limit_ms,
                  bool keep, link_answered *answered, void *ctx);
/* Requests not yet answered, those of other people that wait in the spool not counted. */
size_t link_pending(const struct link *link);

/* Descriptors to poll for reading; at most 4. */
size_t link_fds(const struct link *link, int fds[4]);
uint64_t link_wait_ms(const struct link *link);
void link_work(struct link *link);
enum link_state link_state(const struct link *link);

/* Asks and works until answered: for command lines and tests. */
enum err link_call(struct link *link, enum request number, const void *body, uint64_t limit_ms,
                   struct arena *arena, struct link_answer *answer);

#endif
