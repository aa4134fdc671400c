/* How many agents it takes: from figures on the command line, or from the centre's own weeks. */
#ifndef CLIENT_CTL_STAFF_H
#define CLIENT_CTL_STAFF_H

#include "client/ctl/ctl.h"
#include "client/ctl/erlang.h"
#include "common/json.h"

enum { FORECAST_WEEKS = 4, FORECAST_WEEKS_MAX = 52, FORECAST_DAYS = 7, FORECAST_HALVES = 48 };

struct staff {
    double calls, interval_s, talk_s, wrap_s, within_s, target;
    double patience_s; /* 0: nobody gives up, no Erlang A */
    double agents;     /* 0: as few as reach the target */
    bool forecast;
    double weeks;
    const char *day; /* NULL: the whole week */
};

/* CTL_DONE, or CTL_USAGE with the reason printed. */
int staff_read(struct ctl *ctl, int n, char **words, struct staff *out);
/* "20", "20s", "30m", "1h", "1m30s"; false: it is none, or not below a day and a second. */
bool duration_read(const char *text, double *seconds);

/* What comes of it by both models; `leaves`: Erlang A is there. */
struct staffing {
    struct erlang c, a;
    bool leaves;
};
/* False: more than LIMIT_STAFF agents. */
bool staff_reckon(const struct staff *staff, const struct erlang_load *load, struct staffing *out);
int staff_too_many(struct ctl *ctl, const struct erlang_load *load);
/* The keys erlang_c and erlang_a of an object. */
void staffing_json(struct json *json, const struct staffing *staffing);

/* Text in a column so wide: to the right after two spaces, or to the left when negative. */
void staff_cell(struct ctl *ctl, int width, const char *text);

/* staff_forecast.c. One half-hour of the week: sums over the weeks. */
struct forecast_cell {
    double weeks, calls, squares, work_s, finished;
};
struct forecast {
    struct forecast_cell cells[FORECAST_DAYS][FORECAST_HALVES]; /* the first day is Sunday */
    uint64_t from_ms, until_ms, first_ms;                       /* first: with any call; 0: none */
    double work_s, finished;                                    /* of all */
};
void forecast_take(struct forecast *forecast, const struct rec_volume_item *item);
/* Once, when all has been taken. */
int forecast_show(struct ctl *ctl, const struct staff *staff, struct forecast *forecast);
int staff_forecast(struct ctl *ctl, const struct staff *staff);

/* The command; its help, or NULL when the verb is another's. */
int staff_run(struct ctl *ctl, int n, char **words);
const char *staff_help(const char *verb);

#endif
