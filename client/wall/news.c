/* What everybody is to know now: surge mode, alerts, bursts, notices. A row each, the gravest
 * first; where there is no room the last ones are only counted. */
#include <stdio.h>

#include "client/screen/language.h"
#include "client/wall/model.h"
#include "common/text.h"

enum { TEXT = 400, ROWS_MOST = 4, NEWS_MOST = 32 };

struct news {
    struct {
        char text[TEXT];
        enum style style;
        enum glyph glyph;
    } rows[NEWS_MOST];
    int n;
};

/* A row is always left for the next one: the last of too many is written over. */
static char *news_add(struct news *news, enum style style, enum glyph glyph)
{
    int row = news->n < NEWS_MOST ? news->n++ : NEWS_MOST - 1;
    news->rows[row].style = style;
    news->rows[row].glyph = glyph;
    return news->rows[row].text;
}

static int fits(struct slice text)
{
    return (int)text_fit_bytes(text, LIMIT_NAME);
}

static void bursts_add(const struct rec_wall *figures, struct news *news)
{
    const struct rec_burst_item *bursts = figures->bursts.items;
    for (size_t i = 0; i < figures->bursts.n; i++) {
        bool pinned = bursts[i].article.s[0] || bursts[i].answer.n;
        snprintf(news_add(news, STYLE_WARN, GLYPH_WARN), TEXT,
                 pinned ? _("Burst: %.*s %.*s, %llu tickets; an answer is pinned")
                        : _("Burst: %.*s %.*s, %llu tickets; F8 pins an answer"),
                 fits(bursts[i].subject_name), bursts[i].subject_name.p, fits(bursts[i].area),
                 bursts[i].area.p, (unsigned long long)bursts[i].n);
    }
}

static void notices_add(const struct rec_wall *figures, struct news *news)
{
    const struct rec_notice_item *notices = figures->notices.items;
    for (size_t i = 0; i < figures->notices.n; i++)
        snprintf(news_add(news, notices[i].outage ? STYLE_ALARM : STYLE_NORMAL,
                          notices[i].outage ? GLYPH_ALARM : GLYPH_INFO),
                 TEXT, notices[i].outage ? _("Outage: %.*s") : _("Notice: %.*s"),
                 fits(notices[i].body), notices[i].body.p);
}

static void news_of(const struct rec_wall *figures, struct news *news)
{
    news->n = 0;
    if (figures->unanswered)
        snprintf(news_add(news, STYLE_ALARM, GLYPH_ALARM), TEXT,
                 _("Alerts: %llu open, on %llu posts nobody has acknowledged"),
                 (unsigned long long)figures->alerts, (unsigned long long)figures->unanswered);
    else if (figures->alerts)
        snprintf(news_add(news, STYLE_ALARM, GLYPH_ALARM), TEXT, _("Alerts: %llu open"),
                 (unsigned long long)figures->alerts);
    if (figures->surge)
        snprintf(news_add(news, STYLE_WARN, GLYPH_WARN), TEXT, "%s",
                 _("Surge mode is on. F6 ends it."));
    bursts_add(figures, news);
    notices_add(figures, news);
}

int wall_draw_news(const struct wall *wall, struct grid *grid, struct rect rect)
{
    struct news news;
    news_of(wall_figures(wall), &news);
    int most = rect.rows / 4 < ROWS_MOST ? rect.rows / 4 : ROWS_MOST;
    int n = news.n < most ? news.n : most;
    for (int i = 0; i < n; i++) {
        int used = grid_printf(grid, rect.row + i, rect.col + 1, rect.cols - 1, news.rows[i].style,
                               "%s %s", grid_glyph(grid, news.rows[i].glyph), news.rows[i].text);
        if (i == n - 1 && n < news.n)
            grid_printf(grid, rect.row + i, rect.col + used + 2, rect.cols - used - 2, STYLE_DIM,
                        _("and %d more"), news.n - n);
    }
    return n;
}
