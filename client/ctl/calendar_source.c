#include <errno.h>
#include <libintl.h>

#include "client/ctl/calendar.h"
#include "common/clock.h"
#include "common/settings.h"
#include "common/text.h"

#define _(text) gettext(text)

static int tell_file(struct ctl *ctl, const char *path, const char *reason)
{
    fprintf(ctl->err, "rexianctl: %s: %s\n", path, reason);
    return CTL_REFUSED;
}

/* One byte more than is allowed, so that the reader says that it is too long. */
static int file_read(struct ctl *ctl, const char *path, struct slice *text)
{
    char *bytes = arena_take(&ctl->arena, LIMIT_CALENDAR + 1);
    if (!bytes) return tell_file(ctl, path, err_text(ERR_NOMEM));
    FILE *file = fopen(path, "r");
    if (!file) return tell_file(ctl, path, strerror(errno));
    errno = 0;
    size_t n = fread(bytes, 1, LIMIT_CALENDAR + 1, file);
    bool bad = ferror(file);
    int saved = errno;
    fclose(file);
    if (bad) return tell_file(ctl, path, saved ? strerror(saved) : err_text(ERR_IO));
    *text = slice_bytes(bytes, n);
    return CTL_DONE;
}

/* "cn-2026.txt:12: a make-up day has to be one that the week has off: 2026-01-05" */
static int tell_fault(struct ctl *ctl, const char *path, const struct calendar_fault *fault)
{
    fprintf(ctl->err, "%s:", path);
    if (fault->line) fprintf(ctl->err, "%u:", fault->line);
    fprintf(ctl->err, " %s", _(calendar_error_text(fault->error)));
    const char *at = fault->at.n ? text_clean(&ctl->arena, fault->at, TEXT_ONE_LINE) : NULL;
    fprintf(ctl->err, at ? ": %s\n" : "\n", at);
    return CTL_REFUSED;
}

int calendar_from_file(struct ctl *ctl, const char *path, struct calendar_had *out)
{
    struct calendar_fault fault;
    int code = file_read(ctl, path, &out->text);
    if (code != CTL_DONE) return code;
    if (!calendar_read(out->text, &out->calendar, &fault)) return tell_fault(ctl, path, &fault);
    out->rule = (struct day_rule){.first_counts = false};
    return CTL_DONE;
}

/* An answer that does not make sense comes from another version. */
static bool days_take(const struct rec_calendar *answer, struct calendar *calendar)
{
    const struct rec_day_item *items = answer->rows.items;
    for (size_t i = 0; i < answer->rows.n; i++) {
        int64_t at = (int64_t)items[i].day - calendar->from_day;
        if (items[i].day > INT32_MAX || at < 0) return false;
        if (at >= LIMIT_CALENDAR_DAYS) return true;
        calendar->days[at].kind = (uint8_t)items[i].kind;
        if (!calendar_hours_read(items[i].hours, &calendar->days[at])) return false;
        calendar->to_day = calendar->from_day + at;
    }
    return true;
}

static bool week_take(const struct rec_calendar *answer, struct calendar_had *out)
{
    const struct rec_day_item *items = answer->week.items;
    if (answer->week.n != 7) return false;
    for (size_t i = 0; i < 7; i++) {
        out->calendar.week[i].kind = (uint8_t)items[i].kind;
        if (!calendar_hours_read(items[i].hours, &out->calendar.week[i])) return false;
    }
    return calendar_zone_read(answer->zone, &out->calendar.zone_min);
}

int calendar_from_dispatcher(struct ctl *ctl, int64_t from, struct calendar_had *out)
{
    struct req_calendar_show ask = {.from_day = (uint64_t)from};
    const struct ctl_command command = {request_desc(request_calendar_show), &ask};
    const struct rec_calendar *answer;
    bool first = true;
    int code = head_ask(ctl, &ask.known);
    if (code != CTL_DONE) return code;
    *out = (struct calendar_had){.calendar.to_day = -1};
    do {
        const void *body;
        code = command_ask(ctl, &command, &body);
        if (code != CTL_DONE) return code;
        answer = body;
        if (first && answer->rows.n) {
            out->calendar.from_day =
                (int64_t)((const struct rec_day_item *)answer->rows.items)[0].day;
            out->calendar.to_day = out->calendar.from_day - 1;
        }
        if (!days_take(answer, &out->calendar) || (first && !week_take(answer, out)))
            return tell_file(ctl, "calendar.show", err_text(ERR_FORMAT));
        first = false;
        ask.after = answer->next;
    } while (answer->next &&
             out->calendar.to_day - out->calendar.from_day < LIMIT_CALENDAR_DAYS - 1);
    out->calendar.code = answer->calendar ? slice_of("loaded") : (struct slice){0};
    out->calendar.name = answer->name;
    out->rule = (struct day_rule){answer->first_counts, answer->to_midnight};
    return CTL_DONE;
}

void calendar_warn(struct ctl *ctl, const struct calendar *calendar)
{
    struct settings settings;
    char last[CALENDAR_DATE];
    const struct work_days days = calendar_days(calendar);
    settings_default(&settings);
    int64_t left = calendar->to_day - work_day_at(&days, clock_wall_ms()) + 1;
    if (left >= (int64_t)settings.calendar_ahead_days) return;
    fprintf(
        ctl->err,
        _("rexianctl: this calendar ends on %s, which is not %llu days ahead: have the next one "
          "ready\n"),
        calendar_date_write(calendar->to_day, last),
        (unsigned long long)settings.calendar_ahead_days);
}
