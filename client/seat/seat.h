/* What desk, wall and office share: signing in, the status line with link and clock, messages, the
 * bar of keys, help, palette, questions before something final, quitting. A mode (desk, wall,
 * office) is a table of functions over its own model. A seat knows neither sockets nor a terminal:
 * it acts through a port, so that tests drive it with answers, facts and keys of their own and look
 * at the grid. loop.h joins it to the link and the terminal.
 *
 * A key goes: question, palette, mode->key (fields, lists), key table (mode's, then the shared one)
 * and from there as an intent to mode->intent. */
#ifndef CLIENT_SEAT_SEAT_H
#define CLIENT_SEAT_SEAT_H

#include "client/link/link.h"
#include "client/link/spool.h"
#include "client/screen/form.h"
#include "client/screen/notice.h"
#include "client/screen/palette.h"

struct seat;

/* What a seat needs from outside. Everything but spool must be there. */
struct seat_port {
    void *ctx;
    /* As link_ask. */
    enum err (*ask)(void *ctx, enum request number, const void *body, uint64_t limit_ms, bool keep,
                    link_answered *answered, void *answered_ctx);
    /* As link_session; session 0 forgets it. */
    void (*session)(void *ctx, uint64_t person, uint64_t session, struct slice token);
    enum err (*subscribe)(void *ctx, const char *topic, uint64_t since);
    void (*unsubscribe)(void *ctx, const char *topic);
    void (*ring)(void *ctx);
    void (*redraw)(void *ctx);
    struct spool *spool; /* borrowed; NULL: nothing is kept on disk */
};

struct seat_mode {
    const char *name;  /* "desk": the program's argument */
    const char *title; /* msgid */
    uint64_t roles;    /* ROLE_BIT set: one of them is needed to sign in here */
    bool watch;        /* no calls are taken here */
    const struct keybind *binds;
    int n_binds;
    /* The model; NULL when out of memory. The seat outlives it. */
    void *(*make)(struct seat *seat);
    void (*free)(void *model);
    /* seat->me is set: also called after signing in again, perhaps as somebody else. The topic of
     * the person is subscribed already; further ones are the mode's. */
    void (*signed_in)(void *model);
    /* The session is over or lost. What was typed stays in the model. */
    void (*signed_out)(void *model);
    /* Offered every key before the key table; false: not taken. May be NULL. */
    bool (*key)(void *model, const struct key *key);
    void (*intent)(void *model, int intent);
    /* Which intents make sense now. */
    bool (*allows)(const void *model, int intent);
    void (*fact)(void *model, const struct fact *fact);        /* may be NULL */
    void (*summary)(void *model, const struct rec_wall *wall); /* may be NULL */
    void (*link)(void *model, enum link_state state);          /* may be NULL */
    /* Several times a second; seat->mono_ms and seat->wall_ms are set. May be NULL. */
    void (*tick)(void *model);
    /* A few words for the status line, terminated; answers their style. */
    enum style (*status)(const void *model, char *out, size_t cap);
    /* Between status line and message line; only reads the model. */
    void (*draw)(const void *model, struct grid *grid, struct rect rect);
    /* Why leaving now is unwise, translated; NULL when nothing speaks against it. May be NULL. */
    const char *(*holds)(const void *model);
};

/* Intents of the shared key table; a mode's own are smaller. */
enum {
    SEAT_INTENTS = 10000,
    SEAT_HELP = SEAT_INTENTS,
    SEAT_PALETTE,
    SEAT_REDRAW,
    SEAT_SIGN_OUT,
    SEAT_QUIT,
    SEAT_LEAVE_NOW, /* confirmed */
};

enum seat_stage {
    SEAT_OUT,     /* the sign-in screen */
    SEAT_OPENING, /* asked, not answered yet */
    SEAT_IN,
    SEAT_CLOSING,
};

struct seat {
    const struct seat_mode *mode;
    void *model; /* the mode's; owned through mode->free */
    struct seat_port port;
    char station[LIMIT_CODE + 1];
    enum seat_stage stage;
    enum link_state link;
    uint64_t mono_ms, wall_ms; /* set by seat_time before every event */
    int64_t skew_ms;           /* dispatcher's clock minus wall_ms */
    uint64_t head;             /* number of the last fact heard of; lists must not be older */
    struct rec_me me;          /* of the last signing in; slices live in me_arena */
    struct arena me_arena;
    bool quit, quit_after; /* leave the loop; leave it once the session is closed */
    bool leave_confirmed;  /* also when the session cannot be closed now */
    struct notice notice;
    uint64_t notice_until_ms;
    struct confirm confirm;
    char question[NOTICE_BYTES];
    struct form *sign_in;
    struct palette *palette;
    struct keymap own, shared;
    struct keyfilter filter;
};

/* NULL when out of memory. Must not move: the model points at it. */
MUST_CHECK enum err seat_init(struct seat *seat, const struct seat_mode *mode,
                              const struct seat_port *port, const char *station);
void seat_fini(struct seat *seat);

/* Events, in this order: the time, then what happened. */
void seat_time(struct seat *seat, uint64_t mono_ms, uint64_t wall_ms);
void seat_key(struct seat *seat, const struct key *key);
void seat_fact(struct seat *seat, const struct fact *fact);
void seat_summary(struct seat *seat, const struct rec_wall *wall);
void seat_link(struct seat *seat, enum link_state state);
void seat_tick(struct seat *seat);
/* Clears the grid and draws everything; changes nothing that is seen. */
void seat_draw(const struct seat *seat, struct grid *grid);

/* ---- for modes ---- */

/* The dispatcher's time. */
uint64_t seat_now_ms(const struct seat *seat);
/* Sends; answered is called once. On an error says so and answers false: answered will not be
 * called. keep as in link_ask. */
bool seat_ask(struct seat *seat, enum request number, const void *body, bool keep,
              link_answered *answered, void *ctx);
/* Does this person's role allow the request at all? */
bool seat_may_ask(const struct seat *seat, enum request number);
/* True when it went well. Else says what was refused, with field and limit, and goes to the
 * sign-in screen when the session is over. */
bool seat_good(struct seat *seat, const struct link_answer *answer);
/* The refusal as one translated sentence. */
void seat_refusal(const struct link_answer *answer, char *out, size_t cap);
/* The message line. */
void seat_say(struct seat *seat, enum notice_level level, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* A question before something that cannot be undone; on yes the mode gets the intent. All
 * translated; yes and no are borrowed. */
void seat_confirm(struct seat *seat, int intent, const char *yes, const char *no,
                  const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
