/* The forecast: what each half-hour of a week had in the last weeks, and whom that takes. */
#include <libintl.h>
#include <math.h>
#include <time.h>

#include "client/ctl/staff.h"
#include "common/clock.h"

#define _(text) gettext(text)

enum { DAYS = FORECAST_DAYS, HALVES = FORECAST_HALVES, HALF_S = 1800, FINISHED_MIN = 20 };

static const char *const day_names[DAYS] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

static struct forecast_cell *cell_at(struct forecast *forecast, uint64_t ms)
{
    time_t seconds = (time_t)(ms / 1000);
    struct tm tm;
    localtime_r(&seconds, &tm);
    return &forecast->cells[tm.tm_wday][tm.tm_hour * 2 + tm.tm_min / 30];
}

void forecast_take(struct forecast *forecast, const struct rec_volume_item *item)
{
    struct forecast_cell *cell = cell_at(forecast, item->start_ms);
    double calls = (double)item->arrived, work_s = (double)(item->talk_ms + item->wrap_ms) / 1000;
    if (!forecast->first_ms || item->start_ms < forecast->first_ms)
        forecast->first_ms = item->start_ms;
    cell->calls += calls;
    cell->squares += calls * calls;
    cell->work_s += work_s;
    cell->finished += (double)item->finished;
    forecast->work_s += work_s;
    forecast->finished += (double)item->finished;
}

/* Midnight so many days before today's, here. */
static uint64_t midnight_before(int days)
{
    time_t now = (time_t)(clock_wall_ms() / 1000);
    struct tm tm;
    localtime_r(&now, &tm);
    tm.tm_mday -= days;
    tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
    tm.tm_isdst = -1;
    return (uint64_t)mktime(&tm) * 1000;
}

static int volume_ask(struct ctl *ctl, struct forecast *forecast)
{
    struct req_volume_show ask = {.from_ms = forecast->from_ms, .until_ms = forecast->until_ms};
    const struct ctl_command command = {request_desc(request_volume_show), &ask};
    int code = head_ask(ctl, &ask.known);
    while (code == CTL_DONE) {
        const void *body;
        code = command_ask(ctl, &command, &body);
        if (code != CTL_DONE) break;
        const struct rec_volume *answer = body;
        const struct rec_volume_item *items = answer->rows.items;
        for (size_t i = 0; i < answer->rows.n; i++) forecast_take(forecast, &items[i]);
        ask.after = answer->next;
        if (!ask.after) break;
    }
    return code;
}

/* Half-hours without a call count, too, from the centre's first day on. */
static void weeks_count(struct forecast *forecast)
{
    const uint64_t day_ms = 86400000;
    for (uint64_t ms = forecast->from_ms; ms < forecast->until_ms; ms += HALF_S * 1000)
        if (ms + day_ms > forecast->first_ms) cell_at(forecast, ms)->weeks++;
}

static double spread_of(const struct forecast_cell *cell)
{
    double mean = cell->calls / cell->weeks;
    if (cell->weeks < 2) return 0;
    return sqrt(fmax(0, (cell->squares - cell->weeks * mean * mean) / (cell->weeks - 1)));
}

/* Few calls say little about how long calls take: then all of them are asked. */
static double work_of(const struct forecast *forecast, const struct forecast_cell *cell,
                      const struct staff *staff)
{
    if (staff->talk_s > 0) return staff->talk_s + staff->wrap_s;
    if (cell->finished >= FINISHED_MIN) return cell->work_s / cell->finished;
    return forecast->work_s / forecast->finished;
}

/* For as many calls as usual, and for a half-hour that is one spread busier. */
struct outlook {
    double calls, spread, work_s;
    struct staffing usual, busy;
};

static int outlook_of(struct ctl *ctl, const struct staff *staff, const struct forecast *forecast,
                      const struct forecast_cell *cell, struct outlook *out)
{
    *out = (struct outlook){.calls = cell->calls / cell->weeks,
                            .spread = spread_of(cell),
                            .work_s = work_of(forecast, cell, staff)};
    struct erlang_load load = {.calls_per_s = out->calls / HALF_S,
                               .work_s = out->work_s,
                               .patience_s = staff->patience_s,
                               .within_s = staff->within_s};
    if (!staff_reckon(staff, &load, &out->usual)) return staff_too_many(ctl, &load);
    load.calls_per_s = (out->calls + out->spread) / HALF_S;
    if (!staff_reckon(staff, &load, &out->busy)) return staff_too_many(ctl, &load);
    return CTL_DONE;
}

static void outlook_json(struct json *json, int day, const char *from,
                         const struct forecast_cell *cell, const struct outlook *outlook)
{
    json_object_begin(json);
    json_key(json, "day"), json_str(json, day_names[day]);
    json_key(json, "from"), json_str(json, from);
    json_key(json, "weeks"), json_u64(json, (uint64_t)cell->weeks);
    json_key(json, "calls"), json_f64(json, outlook->calls);
    json_key(json, "spread"), json_f64(json, outlook->spread);
    json_key(json, "work_s"), json_f64(json, outlook->work_s);
    staffing_json(json, &outlook->usual);
    json_key(json, "busy");
    json_object_begin(json);
    staffing_json(json, &outlook->busy);
    json_object_end(json);
    json_object_end(json);
}

static void outlook_print(struct ctl *ctl, int day, const char *from, const struct outlook *o)
{
    fprintf(ctl->out, "%-4s  %5s  %8.1f  %8.1f  %7.0f s  %8llu  %8llu", day_names[day], from,
            o->calls, o->spread, o->work_s, (unsigned long long)o->usual.c.agents,
            (unsigned long long)o->busy.c.agents);
    if (o->usual.leaves)
        fprintf(ctl->out, "  %8llu  %8llu", (unsigned long long)o->usual.a.agents,
                (unsigned long long)o->busy.a.agents);
    fputc('\n', ctl->out);
}

static void head_print(struct ctl *ctl, const struct staff *staff)
{
    staff_cell(ctl, -4, _("day"));
    staff_cell(ctl, 5, _("from"));
    staff_cell(ctl, 8, _("calls"));
    staff_cell(ctl, 8, _("spread"));
    staff_cell(ctl, 9, _("work"));
    staff_cell(ctl, 8, _("agents C"));
    staff_cell(ctl, 8, _("busy C"));
    if (staff->patience_s > 0) {
        staff_cell(ctl, 8, _("agents A"));
        staff_cell(ctl, 8, _("busy A"));
    }
    fputc('\n', ctl->out);
}

/* The week begins on Monday. */
static int forecast_print(struct ctl *ctl, const struct staff *staff, struct forecast *forecast,
                          int only, struct json *json)
{
    int code = CTL_DONE;
    for (int i = 0; i < DAYS * HALVES && code == CTL_DONE; i++) {
        int day = (i / HALVES + 1) % DAYS, half = i % HALVES;
        const struct forecast_cell *cell = &forecast->cells[day][half];
        struct outlook outlook;
        char from[16];
        if (cell->calls == 0 || (only >= 0 && day != only)) continue;
        snprintf(from, sizeof from, "%02d:%02d", half / 2 % 24, half % 2 * 30);
        code = outlook_of(ctl, staff, forecast, cell, &outlook);
        if (code != CTL_DONE) break;
        if (json)
            outlook_json(json, day, from, cell, &outlook);
        else
            outlook_print(ctl, day, from, &outlook);
    }
    return code;
}

static int day_number(const char *name)
{
    for (int day = 0; name && day < DAYS; day++)
        if (strcmp(name, day_names[day]) == 0) return day;
    return -1;
}

int forecast_show(struct ctl *ctl, const struct staff *staff, struct forecast *forecast)
{
    int code, only = day_number(staff->day);
    if (forecast->first_ms == 0 || (forecast->finished == 0 && staff->talk_s == 0)) {
        fprintf(ctl->err, _("rexianctl: the last %g weeks have no finished calls\n"), staff->weeks);
        return CTL_REFUSED;
    }
    weeks_count(forecast);
    if (!ctl->json) return head_print(ctl, staff), forecast_print(ctl, staff, forecast, only, NULL);
    struct json json;
    json_init_file(&json, ctl->out);
    json_array_begin(&json);
    code = forecast_print(ctl, staff, forecast, only, &json);
    json_array_end(&json);
    return json_finish(&json) == ERR_OK ? code : CTL_REFUSED;
}

int staff_forecast(struct ctl *ctl, const struct staff *staff)
{
    if (staff->day && day_number(staff->day) < 0) {
        fprintf(ctl->err,
                _("rexianctl: --day is mon, tue, wed, thu, fri, sat or sun, not \"%s\"\n"),
                staff->day);
        return CTL_USAGE;
    }
    struct forecast *forecast = arena_take(&ctl->arena, sizeof *forecast);
    if (!forecast) return CTL_REFUSED;
    *forecast = (struct forecast){.from_ms = midnight_before(DAYS * (int)staff->weeks),
                                  .until_ms = midnight_before(0)};
    int code = volume_ask(ctl, forecast);
    return code == CTL_DONE ? forecast_show(ctl, staff, forecast) : code;
}
