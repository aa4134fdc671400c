/* What the wall knows: the figures on show, newer ones while it is paused, names. */
#ifndef CLIENT_WALL_MODEL_H
#define CLIENT_WALL_MODEL_H

#include "client/seat/seat.h"
#include "client/wall/figures.h"
#include "client/wall/keys.h"
#include "client/wall/lead.h"
#include "client/wall/rest.h"

enum { WALL_SILENCE_MS = 5000 }; /* the dispatcher speaks once a second: this is too long */

/* One copy of the figures and when this side heard them. */
struct figures {
    struct arena arena;
    const struct rec_wall *wall; /* NULL: none */
    uint64_t heard_ms;           /* monotonic */
};

/* Where the agents' pages were cut when they were last drawn. */
struct pager {
    size_t page, pages;
};

struct wall {
    struct seat *seat;
    struct figures slots[2];
    int shown;  /* which of them is on the screen; the other one takes what comes */
    bool newer; /* the other one is newer: only while paused */
    bool paused;
    bool by_state;
    struct pager *pager;
    struct rest rest;  /* agents beyond the summary's */
    struct lead *lead; /* what a lead does; owned */
    /* Summaries come without names (nothing published names a person): the last answer to wall.show
     * is kept for them. */
    struct arena names_arena;
    const struct rec_wall *names;
    bool asking;
    uint64_t asked_ms; /* monotonic */
    uint64_t asked_session;
};

const struct rec_wall *wall_figures(const struct wall *wall); /* NULL: none yet */
/* The dispatcher is away, or nothing has been heard of it for too long. */
bool wall_is_old(const struct wall *wall);
/* The dispatcher's time, going on between summaries by this side's own clock. While the figures are
 * old or paused, the time that they are of. */
uint64_t wall_now_ms(const struct wall *wall);
/* How old the figures on show are. */
uint64_t wall_age_ms(const struct wall *wall);
/* All agents that are known, sorted; answers how many. */
size_t wall_agents(const struct wall *wall, bool by_state,
                   const struct rec_agent_item *out[WALL_AGENTS_MOST]);
/* "" when it is not known. */
struct slice wall_name(const struct wall *wall, uint64_t person);

/* Figures and names, soon. */
void wall_ask_again(struct wall *wall);

/* Between status line and message line. */
void wall_draw(const void *model, struct grid *grid, struct rect rect);
/* The part below: titles with counts, then cells in columns. */
void wall_draw_agents(const struct wall *wall, struct grid *grid, struct rect rect);
/* Surge mode, notices, bursts, alerts, a row each and nothing when there are none; the lines of the
 * hotline below them. Answer the rows used. */
int wall_draw_news(const struct wall *wall, struct grid *grid, struct rect rect);
int wall_draw_queues(const struct wall *wall, struct grid *grid, struct rect rect);
/* Glyph, word and time: "▲ late 0:31". */
enum style wall_wait_text(const struct rec_wall *figures, const struct grid *grid, uint64_t wait_ms,
                          char *out, size_t cap);
/* A heading over the whole width; answers the columns used. */
int wall_draw_heading(struct grid *grid, struct rect row, const char *text);

#endif
