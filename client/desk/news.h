/* What everybody is to know while working: alerts that I have to acknowledge (R43), notices (R83),
 * surge mode (R82), bursts with their pinned answers (R85). One row or more above the view, all of
 * it in a popup; never in the way of what is being typed. */
#ifndef CLIENT_DESK_NEWS_H
#define CLIENT_DESK_NEWS_H

#include "client/screen/keys.h"
#include "proto/fact.h"

struct desk;
struct link_answer;

/* What is asked: P(NAME, request, its answer's record). */
#define NEWS_PARTS(P)                                                                              \
    P(ALERTS, alert_list, alert_page)                                                              \
    P(NOTICES, notice_list, notice_page)                                                           \
    P(SURGE, surge_show, surge)                                                                    \
    P(BURSTS, burst_list, burst_page)

enum news_part_id {
#define P(name, request, page) NEWS_##name,
    NEWS_PARTS(P)
#undef P
        NEWS_PARTS_N,
};

struct news_part {
    struct desk *desk;
    const void *page; /* NULL: not known */
    struct arena arena;
    bool asking, again;
};

struct news {
    struct news_part parts[NEWS_PARTS_N];
    const struct rec_alert_card *alert; /* the one that was opened last; in alert_arena */
    struct arena alert_arena;
    bool open; /* the popup */
    int top;
};

void news_init(struct desk *desk);
void news_fini(struct news *news);
/* Asks for everything anew. */
void news_load(struct desk *desk);
/* Asks for what the fact is about. */
void news_facts(struct desk *desk, const struct fact *fact);

/* The first alert that waits for me; 0: none. */
uint64_t news_alert(const struct news *news);
/* Opens it, to be read and acknowledged. */
void news_acknowledge(struct desk *desk);
void news_acknowledged(struct desk *desk, uint64_t alert);
/* What it says, as far as it is known. */
void news_alert_text(const struct news *news, uint64_t alert, char *out, size_t cap);

/* How many lines there are to be shown. */
int news_count(const struct news *news);
/* The most important ones in so many rows. */
void news_draw(const struct desk *desk, struct grid *grid, struct rect rect);
/* The popup, when it is open. */
void news_draw_popup(const struct desk *desk, struct grid *grid);
bool news_key(struct desk *desk, const struct key *key);

#endif
