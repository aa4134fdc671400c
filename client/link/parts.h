/* The inside of a link, shared by its files: sockets (link.c), requests (asks.c), topics
 * (topics.c). */
#ifndef CLIENT_LINK_PARTS_H
#define CLIENT_LINK_PARTS_H

#include "client/link/link.h"
#include "client/link/spool.h"
#include "common/backoff.h"

enum {
    ASKS_MAX = 256, /* requests not yet answered; a desk has a handful */
    TOPICS_MAX = 16,
    DELIVERED = 1024, /* facts remembered, so that one of two topics is delivered once */
    ARENA_LIMIT = 4 * 1024 * 1024,
    KEEP_MS = 5000,  /* until the dispatcher says how long a silence may be */
    REMAKE_MS = 4000 /* a refused key is tried again about this often: it may be registered yet */
};

struct ask {
    struct ask *next;
    uint64_t request_id;
    uint64_t number;
    uint64_t person;       /* whose session it belongs to, for kept ones */
    uint64_t next_send_ms; /* monotonic */
    uint64_t deadline_ms;  /* monotonic; 0: none */
    struct backoff backoff;
    bool quiet; /* the link's own */
    bool keep;
    bool parked;             /* kept, and its person is not signed in here */
    link_answered *answered; /* NULL: found in the spool, nobody waits */
    void *ctx;
    size_t body_n;
    char body[];
};

struct subscription {
    struct topic topic;
    uint64_t last; /* last fact known on this topic; 0: not known yet */
    uint64_t seen; /* greatest fact seen while catching up */
    bool used, catching;
};

struct link {
    void *context, *dealer, *sub, *dealer_events, *sub_events;
    struct station_file station; /* keys, and the addresses in use */
    struct link_events events;
    enum link_state state;
    bool has_keys;      /* tcp with CURVE, and facts; without: the console */
    uint64_t remake_ms; /* monotonic: libzmq does not try again after a refused key; 0: no need */
    uint64_t heard_ms;  /* monotonic: last time anything came */
    uint64_t said_ms;   /* monotonic: last time anything was sent */
    uint64_t keep_ms;   /* a silence that is as long is broken with a hello */
    uint64_t person, session;
    unsigned char token[TOKEN_BYTES];
    struct ask *asks; /* in the order they were made; owned */
    size_t n_asks;
    uint64_t request_id; /* of the last one made here */
    struct subscription topics[TOPICS_MAX];
    uint64_t delivered[DELIVERED];
    uint64_t head;       /* greatest fact number heard of */
    uint64_t look_ms;    /* monotonic: when topics are looked after though nothing seems missing */
    struct spool *spool; /* NULL: none */
    struct buffer out;
    struct arena arena;
};

/* asks.c */
void asks_load(struct link *link);
void asks_send_due(struct link *link, uint64_t now_ms);
/* Everything unanswered goes out again at once: the connection is new. */
void asks_again(struct link *link, uint64_t now_ms);
void asks_reply(struct link *link, struct slice frame);
uint64_t asks_next_ms(const struct link *link);
/* Says hello when nothing was said for keep_ms, so that this console is known to be there. */
void asks_keep_alive(struct link *link, uint64_t now_ms);
/* When that is to be done; UINT64_MAX: not at all. */
uint64_t asks_keep_at_ms(const struct link *link);
void asks_free(struct link *link);

/* topics.c */
void topics_published(struct link *link, const char *topic, struct slice frame);
/* Fetches what may have been missed on every topic. */
void topics_catch_up(struct link *link);

/* sockets.c */
bool sockets_open(struct link *link);
void sockets_close(struct link *link);
/* How long to wait before making refused sockets anew, jittered. */
uint64_t sockets_remake_after_ms(void);

/* link.c */
void link_set_state(struct link *link, enum link_state state);
bool link_transmit(struct link *link, const void *bytes, size_t n);

#endif
