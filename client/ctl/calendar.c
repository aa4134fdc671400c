/* The working calendar at the command line: checked, loaded, shown, and asked when a limit ends. */
#include "client/ctl/calendar.h"

#include <libintl.h>

#include "proto/args.h"

#define _(text) gettext(text)
#define N_(text) text

static const struct {
    const char *verb, *text;
} helps[] = {
    {"calendar.check",
     N_("calendar.check: reads a calendar's file and says what is wrong in it\n"
        "(needs no dispatcher)\n\n"
        "  FILE            the calendar, as docs/calendar.md describes it\n\n"
        "Example:\n  rexianctl calendar check /usr/share/rexian/calendar/cn-2026.txt\n")},
    {"calendar.load",
     N_("calendar.load: loads a working calendar; open deadlines are computed anew\n"
        "(a command: changes something, recorded in the journal)\n\n"
        "  FILE            the calendar, as docs/calendar.md describes it\n"
        "  --replace       days that were loaded before may change\n\n"
        "Example:\n  rexianctl --data DIR calendar load cn-2027.txt\n")},
    {"calendar.show",
     N_("calendar.show: the working calendar, day by day\n"
        "(needs no dispatcher when a file is given)\n\n"
        "  --from DATE     first day, as 2026-10-01; default: the first there is\n"
        "  --days N        so many days; default: all\n"
        "  --calendar FILE of this file; default: what the dispatcher has loaded\n\n"
        "Example:\n  rexianctl calendar show --calendar cn-2026.txt --from 2026-09-28 --days "
        "14\n")},
    {"calendar.due",
     N_("calendar.due: when a time limit ends\n"
        "(needs no dispatcher when a file is given)\n\n"
        "  --from TIME     its start in the centre's zone, as 2026-09-30T16:40 (required)\n"
        "  --days N        a limit of N working days\n"
        "  --hours H       a limit of H working hours\n"
        "  --running       these are running hours: the clock never stops\n"
        "  --count-first-day  the start's own day is day 1 when the office is still to close\n"
        "  --to-midnight   a limit in days ends at midnight, not when the office closes\n"
        "  --calendar FILE by this file; default: by what the dispatcher has loaded, and its "
        "settings\n"
        "\nExample:\n  rexianctl calendar due --calendar cn-2026.txt --from 2026-09-30T16:40 "
        "--days 3\n")},
};

const char *calendar_help(const char *verb)
{
    for (size_t i = 0; i < sizeof helps / sizeof *helps; i++)
        if (strcmp(helps[i].verb, verb) == 0) return helps[i].text;
    return NULL;
}

/* The words of one command. What it does not take stays out of `takes`. */
struct arguments {
    const char *file, *from, *days, *hours;
    bool running, first_counts, to_midnight, replace;
};

enum {
    TAKES_BARE = 1,
    TAKES_CALENDAR = 2,
    TAKES_FROM = 4,
    TAKES_DAYS = 8,
    TAKES_DUE = 16,
    TAKES_REPLACE = 32
};

static bool option_take(struct arguments *out, int takes, const char *word, const char *value)
{
    const struct {
        const char *word;
        int takes;
        const char **value;
    } valued[] = {{"--calendar", TAKES_CALENDAR, &out->file},
                  {"--from", TAKES_FROM, &out->from},
                  {"--days", TAKES_DAYS, &out->days},
                  {"--hours", TAKES_DUE, &out->hours}};
    for (size_t i = 0; i < sizeof valued / sizeof *valued; i++) {
        if (strcmp(word, valued[i].word) != 0 || !(takes & valued[i].takes) || !value) continue;
        *valued[i].value = value;
        return true;
    }
    return false;
}

static bool flag_take(struct arguments *out, int takes, const char *word)
{
    const struct {
        const char *word;
        int takes;
        bool *flag;
    } flags[] = {{"--running", TAKES_DUE, &out->running},
                 {"--count-first-day", TAKES_DUE, &out->first_counts},
                 {"--to-midnight", TAKES_DUE, &out->to_midnight},
                 {"--replace", TAKES_REPLACE, &out->replace}};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        if (strcmp(word, flags[i].word) != 0 || !(takes & flags[i].takes)) continue;
        *flags[i].flag = true;
        return true;
    }
    return false;
}

static bool arguments_read(struct ctl *ctl, const char *verb, int takes, int n, char **words,
                           struct arguments *out)
{
    *out = (struct arguments){0};
    for (int i = 0; i < n; i++) {
        bool bare = words[i][0] != '-' && (takes & TAKES_BARE) && !out->file;
        if (bare) {
            out->file = words[i];
        } else if (option_take(out, takes, words[i], i + 1 < n ? words[i + 1] : NULL)) {
            i++;
        } else if (!flag_take(out, takes, words[i])) {
            fprintf(ctl->err,
                    _("rexianctl: calendar %s does not take \"%s\"%s; see rexianctl help calendar "
                      "%s\n"),
                    verb, words[i], i + 1 < n ? "" : _(" there"), verb);
            return false;
        }
    }
    return true;
}

static int usage(struct ctl *ctl, const char *reason)
{
    fprintf(ctl->err, "rexianctl: %s\n", reason);
    return CTL_USAGE;
}

/* A whole number up to the limit. */
static bool number_read(const char *text, uint64_t *out)
{
    size_t n = strlen(text);
    *out = 0;
    for (size_t i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9') return false;
        *out = *out * 10 + (uint64_t)(text[i] - '0');
        if (*out > LIMIT_TIME_N) return false;
    }
    return n > 0;
}

static int finish(struct json *json)
{
    return json_finish(json) == ERR_OK ? CTL_DONE : CTL_REFUSED;
}

static struct calendar_had *calendar_room(struct ctl *ctl)
{
    struct calendar_had *had = arena_take(&ctl->arena, sizeof *had);
    if (!had) fprintf(ctl->err, "rexianctl: %s\n", err_text(ERR_NOMEM));
    return had;
}

static void check_print(struct ctl *ctl, const struct calendar *calendar, struct json *json)
{
    char from[CALENDAR_DATE], to[CALENDAR_DATE];
    uint64_t kinds[CALENDAR_MAKE_UP + 1] = {0}, minutes = 0;
    for (int64_t day = calendar->from_day; day <= calendar->to_day; day++) {
        const struct calendar_day *what = &calendar->days[day - calendar->from_day];
        kinds[what->kind]++;
        for (size_t i = 0; i < what->n; i++) minutes += what->open[i].to - what->open[i].from;
    }
    uint64_t worked = kinds[CALENDAR_WORK] + kinds[CALENDAR_MAKE_UP];
    calendar_date_write(calendar->from_day, from);
    calendar_date_write(calendar->to_day, to);
    if (!json) {
        fprintf(ctl->out,
                _("%.*s (%.*s): %s to %s, %llu working days with %llu:%02llu hours, %llu of them "
                  "make-up days, %llu days off by order\n"),
                (int)calendar->code.n, calendar->code.p, (int)calendar->name.n, calendar->name.p,
                from, to, (unsigned long long)worked, (unsigned long long)(minutes / 60),
                (unsigned long long)(minutes % 60), (unsigned long long)kinds[CALENDAR_MAKE_UP],
                (unsigned long long)kinds[CALENDAR_HOLIDAY]);
        return;
    }
    json_object_begin(json);
    json_key(json, "calendar"), json_text(json, calendar->code);
    json_key(json, "name"), json_text(json, calendar->name);
    json_key(json, "from"), json_str(json, from);
    json_key(json, "to"), json_str(json, to);
    json_key(json, "working_days"), json_u64(json, worked);
    json_key(json, "working_minutes"), json_u64(json, minutes);
    json_key(json, "make_up_days"), json_u64(json, kinds[CALENDAR_MAKE_UP]);
    json_key(json, "holidays"), json_u64(json, kinds[CALENDAR_HOLIDAY]);
    json_object_end(json);
}

int calendar_check(struct ctl *ctl, int n, char **words)
{
    struct arguments arguments;
    struct json json;
    if (!arguments_read(ctl, "check", TAKES_BARE, n, words, &arguments)) return CTL_USAGE;
    if (!arguments.file) return usage(ctl, _("calendar check needs the calendar's file"));
    struct calendar_had *had = calendar_room(ctl);
    if (!had) return CTL_REFUSED;
    int code = calendar_from_file(ctl, arguments.file, had);
    if (code != CTL_DONE) return code;
    json_init_file(&json, ctl->out);
    check_print(ctl, &had->calendar, ctl->json ? &json : NULL);
    calendar_warn(ctl, &had->calendar);
    return finish(&json);
}

int calendar_load(struct ctl *ctl, int n, char **words)
{
    struct arguments arguments;
    if (!arguments_read(ctl, "load", TAKES_BARE | TAKES_REPLACE, n, words, &arguments))
        return CTL_USAGE;
    if (!arguments.file) return usage(ctl, _("calendar load needs the calendar's file"));
    struct calendar_had *had = calendar_room(ctl);
    if (!had) return CTL_REFUSED;
    int code = calendar_from_file(ctl, arguments.file, had);
    if (code != CTL_DONE) return code;
    /* Comments, tabs and the like are this file's own business. */
    char *text = arena_take(&ctl->arena, had->text.n);
    if (!text) return CTL_REFUSED;
    struct req_calendar_load load = {.text = {text, calendar_strip(had->text, text)},
                                     .replace = arguments.replace};
    const struct ctl_command command = {request_desc(request_calendar_load), &load};
    const void *answer;
    code = command_ask(ctl, &command, &answer);
    if (code == CTL_REFUSED && !arguments.replace)
        fputs(_("rexianctl: days that are loaded already change only with --replace, and new ones "
                "must adjoin them; see rexianctl calendar show\n"),
              ctl->err);
    if (code != CTL_DONE) return code;
    calendar_warn(ctl, &had->calendar);
    if (!ctl->json) return print_answer(ctl, command.request->answer, answer), CTL_DONE;
    struct json json;
    json_init_file(&json, ctl->out);
    message_to_json(&json, command.request->answer, answer);
    return finish(&json);
}

static void day_print(struct ctl *ctl, struct json *json, const char *date, unsigned weekday,
                      const struct calendar_day *day)
{
    static const char *const weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    const struct word *kind = vocabulary_word(vocabulary_of(VOCABULARY_day_kind), day->kind);
    char hours[CALENDAR_HOURS];
    calendar_hours_write(day, hours);
    if (!json) {
        fprintf(ctl->out, "%-10s  %s  %s%s%s\n", date, weekdays[weekday], hours, day->n ? "  " : "",
                kind ? _(kind->label) : "");
        return;
    }
    json_object_begin(json);
    if (date[0]) json_key(json, "date"), json_str(json, date);
    json_key(json, "weekday"), json_str(json, weekdays[weekday]);
    json_key(json, "kind"), json_str(json, kind ? kind->name : "");
    json_key(json, "hours"), json_str(json, hours);
    json_object_end(json);
}

static void days_print(struct ctl *ctl, const struct calendar *calendar, int64_t from, uint64_t n,
                       struct json *json)
{
    char date[CALENDAR_DATE];
    if (calendar->to_day < calendar->from_day) {
        fputs(_("rexianctl: no calendar was loaded: every week is like this one\n"), ctl->err);
        for (unsigned weekday = 0; weekday < 7; weekday++)
            day_print(ctl, json, "", weekday, &calendar->week[weekday]);
        return;
    }
    if (from < calendar->from_day) from = calendar->from_day;
    for (int64_t day = from; day <= calendar->to_day && n > 0; day++, n--)
        day_print(ctl, json, calendar_date_write(day, date), calendar_weekday(day),
                  &calendar->days[day - calendar->from_day]);
}

static int calendar_get(struct ctl *ctl, const char *file, int64_t from, struct calendar_had *had)
{
    if (file) return calendar_from_file(ctl, file, had);
    return calendar_from_dispatcher(ctl, from, had);
}

int calendar_show(struct ctl *ctl, int n, char **words)
{
    struct arguments arguments;
    struct json json;
    int64_t from = 0;
    uint64_t days = LIMIT_TIME_N;
    if (!arguments_read(ctl, "show", TAKES_CALENDAR | TAKES_FROM | TAKES_DAYS, n, words,
                        &arguments))
        return CTL_USAGE;
    if (arguments.from && !calendar_date_read(slice_of(arguments.from), &from))
        return usage(ctl, _("--from is a date, as 2026-10-01"));
    if (arguments.days && !number_read(arguments.days, &days))
        return usage(ctl, _("--days is a whole number, at most 10000"));
    struct calendar_had *had = calendar_room(ctl);
    if (!had) return CTL_REFUSED;
    int code = calendar_get(ctl, arguments.file, from, had);
    if (code != CTL_DONE) return code;
    json_init_file(&json, ctl->out);
    if (ctl->json) json_array_begin(&json);
    days_print(ctl, &had->calendar, from, days, ctl->json ? &json : NULL);
    if (ctl->json) json_array_end(&json);
    return finish(&json);
}

static uint64_t due_of(const struct calendar_had *had, const struct arguments *arguments,
                       uint64_t from_ms, uint64_t n)
{
    const struct work_days days = calendar_days(&had->calendar);
    const uint64_t hour_ms = 60 * CALENDAR_MINUTE_MS;
    if (arguments->running) return from_ms + n * hour_ms;
    if (arguments->hours) return work_open_end(&days, from_ms, n * hour_ms);
    return work_days_end(
        &days, from_ms, n,
        (struct day_rule){.first_counts = had->rule.first_counts || arguments->first_counts,
                          .to_midnight = had->rule.to_midnight || arguments->to_midnight});
}

static int due_print(struct ctl *ctl, const struct calendar_had *had,
                     const struct arguments *arguments, uint64_t from_ms, uint64_t n)
{
    const struct work_days days = calendar_days(&had->calendar);
    char due[CALENDAR_LOCAL];
    uint64_t due_ms = due_of(had, arguments, from_ms, n);
    bool outside = work_day_at(&days, from_ms) < had->calendar.from_day ||
                   work_day_at(&days, due_ms) > had->calendar.to_day;
    calendar_local_write(due_ms, had->calendar.zone_min, due);
    if (outside && !arguments->running)
        fputs(_("rexianctl: the calendar does not cover all of this time; where it does not, the "
                "week alone counts\n"),
              ctl->err);
    if (!ctl->json) return fprintf(ctl->out, "%s\n", due) < 0 ? CTL_REFUSED : CTL_DONE;
    struct json json;
    json_init_file(&json, ctl->out);
    json_object_begin(&json);
    json_key(&json, "due"), json_str(&json, due);
    json_object_end(&json);
    return finish(&json);
}

static int due_usage(struct ctl *ctl, const struct arguments *arguments, uint64_t *n)
{
    if (!arguments->from) return usage(ctl, _("calendar due needs --from, as 2026-09-30T16:40"));
    if (!arguments->days == !arguments->hours)
        return usage(ctl, _("calendar due needs either --days or --hours"));
    if (arguments->running && !arguments->hours) return usage(ctl, _("--running is for --hours"));
    if (!arguments->days && (arguments->first_counts || arguments->to_midnight))
        return usage(ctl, _("--count-first-day and --to-midnight are for --days"));
    if (!number_read(arguments->days ? arguments->days : arguments->hours, n))
        return usage(ctl, _("--days and --hours are whole numbers, at most 10000"));
    return CTL_DONE;
}

int calendar_due(struct ctl *ctl, int n, char **words)
{
    struct arguments arguments;
    uint64_t count, from_ms;
    int64_t first = 0;
    if (!arguments_read(ctl, "due", TAKES_CALENDAR | TAKES_FROM | TAKES_DAYS | TAKES_DUE, n, words,
                        &arguments))
        return CTL_USAGE;
    int code = due_usage(ctl, &arguments, &count);
    if (code != CTL_DONE) return code;
    /* Which day it is does not hang on the zone, which the calendar knows. */
    struct slice from = slice_of(arguments.from);
    if (!calendar_local_read(from, 0, &from_ms) ||
        !calendar_date_read(slice_bytes(from.p, from.n < 10 ? from.n : 10), &first))
        return usage(ctl, _("--from is a time in the centre's zone, as 2026-09-30T16:40"));
    struct calendar_had *had = calendar_room(ctl);
    if (!had) return CTL_REFUSED;
    code = calendar_get(ctl, arguments.file, first, had);
    if (code != CTL_DONE) return code;
    bool again = calendar_local_read(from, had->calendar.zone_min, &from_ms);
    ASSERT(again);
    return due_print(ctl, had, &arguments, from_ms, count);
}
