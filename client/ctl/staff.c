#include "client/ctl/staff.h"

#include <libintl.h>
#include <math.h>
#include <stdlib.h>

#include "common/text.h"

#define _(text) gettext(text)
#define N_(text) text

const char *staff_help(const char *verb)
{
    static const char text[] = N_(
        "staff: how many agents it takes, by Erlang C (nobody gives up) and, with --patience, by\n"
        "Erlang A (callers give up); needs no dispatcher but for --forecast\n\n"
        "  --calls N         calls in the interval (required)\n"
        "  --interval TIME   30m by default; a TIME is 20, 20s, 30m, 1h or 1m30s\n"
        "  --talk TIME       mean time of talking (required)\n"
        "  --wrap TIME       mean time of wrapping up; none by default\n"
        "  --answer-within TIME  a call is answered in time within this; 20 s by default\n"
        "  --target SHARE    share of all calls to be answered in time: 0.8 (default) or 80%\n"
        "  --patience TIME   mean time after which a caller gives up: Erlang A too\n"
        "  --agents N        what happens with so many, instead of the fewest that will do\n"
        "  --forecast        from the centre's own last weeks, by weekday and half-hour;\n"
        "                    --talk and --wrap are then measured, --calls comes from there\n"
        "  --weeks N         of so many whole weeks, 4 by default\n"
        "  --day DAY         of one weekday: mon, tue, wed, thu, fri, sat, sun\n"
        "\nExample:\n  rexianctl staff --calls 120 --interval 30m --talk 180 --wrap 30 "
        "--answer-within 20 --target 0.8 --patience 90\n");
    return strcmp(verb, "staff") == 0 ? text : NULL;
}

static bool plain_number(const char **text, double *out)
{
    char *end;
    size_t n = strspn(*text, "0123456789.");
    if (n == 0 || n > 12) return false;
    *out = strtod(*text, &end);
    if (end != *text + n) return false;
    *text = end;
    return true;
}

bool duration_read(const char *text, double *seconds)
{
    double unit_before = INFINITY;
    *seconds = 0;
    if (!*text) return false;
    while (*text) {
        double number;
        if (!plain_number(&text, &number)) return false;
        double unit = *text == 'h' ? 3600 : *text == 'm' ? 60 : 1;
        if (unit >= unit_before) return false;
        if (*text && !strchr("hms", *text)) return false;
        if (*text) text++;
        *seconds += number * unit;
        unit_before = unit;
    }
    return *seconds <= LIMIT_WAIT_S;
}

static bool share_read(const char *text, double *share)
{
    if (!plain_number(&text, share)) return false;
    if (strcmp(text, "%") == 0) {
        *share /= 100;
        text++;
    }
    return !*text && *share > 0 && *share < 1;
}

static bool above_zero(const char *text, double *out)
{
    return duration_read(text, out) && *out > 0;
}

static bool calls_read(const char *text, double *out)
{
    return plain_number(&text, out) && !*text && *out > 0;
}

static bool whole_read(const char *text, double *out)
{
    return strspn(text, "0123456789") == strlen(text) && plain_number(&text, out) && *out >= 1;
}

static bool agents_read(const char *text, double *out)
{
    return whole_read(text, out) && *out <= LIMIT_STAFF;
}

static bool weeks_read(const char *text, double *out)
{
    return whole_read(text, out) && *out <= FORECAST_WEEKS_MAX;
}

static int option_read(struct ctl *ctl, const char *word, const char *value, struct staff *out)
{
    const struct {
        const char *word;
        bool (*read)(const char *text, double *out);
        double *out;
        const char *expected;
    } options[] = {
        {"--calls", calls_read, &out->calls, N_("a number above 0, written in digits")},
        {"--interval", above_zero, &out->interval_s, N_("a time up to a day, as 30m")},
        {"--talk", above_zero, &out->talk_s, N_("a time up to a day, as 180 or 3m")},
        {"--wrap", duration_read, &out->wrap_s, N_("a time up to a day, as 30 or 1m30s")},
        {"--answer-within", duration_read, &out->within_s, N_("a time up to a day, as 20")},
        {"--target", share_read, &out->target, N_("a share between 0 and 1, as 0.8 or 80%")},
        {"--patience", above_zero, &out->patience_s, N_("a time up to a day, as 90")},
        {"--agents", agents_read, &out->agents, N_("a whole number from 1 to 10000")},
        {"--weeks", weeks_read, &out->weeks, N_("a whole number from 1 to 52")},
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        if (strcmp(word, options[i].word) != 0) continue;
        if (value && options[i].read(value, options[i].out)) return CTL_DONE;
        fprintf(ctl->err, _("rexianctl: %s is %s, not \"%s\"\n"), word, _(options[i].expected),
                value ? value : "");
        return CTL_USAGE;
    }
    fprintf(ctl->err, _("rexianctl: staff does not take \"%s\"; see rexianctl help staff\n"), word);
    return CTL_USAGE;
}

static int usage(struct ctl *ctl, const char *reason)
{
    fprintf(ctl->err, "rexianctl: %s\n", reason);
    return CTL_USAGE;
}

int staff_read(struct ctl *ctl, int n, char **words, struct staff *out)
{
    *out = (struct staff){.interval_s = 1800, .within_s = 20, .target = 0.8};
    for (int i = 0; i < n; i++) {
        if (strcmp(words[i], "--forecast") == 0) {
            out->forecast = true;
        } else if (strcmp(words[i], "--day") == 0 && i + 1 < n) {
            out->day = words[++i];
        } else {
            int code = option_read(ctl, words[i], i + 1 < n ? words[i + 1] : NULL, out);
            if (code != CTL_DONE) return code;
            i++;
        }
    }
    if (!out->forecast && (out->day || out->weeks > 0))
        return usage(ctl, _("--weeks and --day are for --forecast"));
    if (out->forecast && (out->calls > 0 || out->agents > 0))
        return usage(ctl, _("--calls and --agents are not for --forecast"));
    if (!out->forecast && out->calls == 0)
        return usage(ctl, _("staff needs --calls, or --forecast"));
    if (!out->forecast && out->talk_s == 0) return usage(ctl, _("staff needs --talk"));
    if (out->weeks == 0) out->weeks = FORECAST_WEEKS;
    return CTL_DONE;
}

void staff_cell(struct ctl *ctl, int width, const char *text)
{
    int missing = abs(width) - text_width(slice_of(text));
    if (missing < 0) missing = 0;
    if (width > 0) fprintf(ctl->out, "  %*s", missing, "");
    fputs(text, ctl->out);
    if (width < 0) fprintf(ctl->out, "%*s", missing, "");
}

static void row_print(struct ctl *ctl, const char *name, const struct erlang *row, bool leaves)
{
    char wait[32], left[32] = "-";
    snprintf(wait, sizeof wait, "%.1f s", row->wait_s);
    if (!isfinite(row->wait_s)) snprintf(wait, sizeof wait, "%s", _("for ever"));
    if (leaves) snprintf(left, sizeof left, "%.1f %%", row->abandonment * 100);
    fprintf(ctl->out, "%-9s  %6llu  %8.1f %%", name, (unsigned long long)row->agents,
            row->occupancy * 100);
    staff_cell(ctl, 9, wait);
    fprintf(ctl->out, "  %8.1f %%  %9s\n", row->service_level * 100, left);
}

static void model_json(struct json *json, const struct erlang *row, bool leaves)
{
    json_object_begin(json);
    json_key(json, "agents"), json_u64(json, row->agents);
    json_key(json, "occupancy"), json_f64(json, row->occupancy);
    json_key(json, "wait_s"), json_f64(json, row->wait_s);
    json_key(json, "service_level"), json_f64(json, row->service_level);
    if (leaves) json_key(json, "abandonment"), json_f64(json, row->abandonment);
    json_object_end(json);
}

bool staff_reckon(const struct staff *staff, const struct erlang_load *load, struct staffing *out)
{
    uint64_t agents = (uint64_t)staff->agents;
    out->leaves = staff->patience_s > 0;
    if (agents > 0) {
        out->c = erlang_c(load, agents);
        if (out->leaves) out->a = erlang_a(load, agents);
        return true;
    }
    return erlang_fewest(erlang_c, load, staff->target, &out->c) &&
           (!out->leaves || erlang_fewest(erlang_a, load, staff->target, &out->a));
}

void staffing_json(struct json *json, const struct staffing *staffing)
{
    json_key(json, "erlang_c"), model_json(json, &staffing->c, false);
    if (staffing->leaves) json_key(json, "erlang_a"), model_json(json, &staffing->a, true);
}

static int both_print(struct ctl *ctl, const struct staff *staff, const struct staffing *staffing)
{
    struct json json;
    double work_s = staff->talk_s + staff->wrap_s;
    if (!ctl->json) {
        fprintf(ctl->out, _("%g calls in %g min with %g s of work each: %.2f agents' work\n\n"),
                staff->calls, staff->interval_s / 60, work_s,
                staff->calls / staff->interval_s * work_s);
        staff_cell(ctl, -9, _("model"));
        staff_cell(ctl, 6, _("agents"));
        staff_cell(ctl, 10, _("occupancy"));
        staff_cell(ctl, 9, _("mean wait"));
        staff_cell(ctl, 10, _("in time"));
        staff_cell(ctl, 9, _("give up"));
        fputc('\n', ctl->out);
        row_print(ctl, "Erlang C", &staffing->c, false);
        if (staffing->leaves) row_print(ctl, "Erlang A", &staffing->a, true);
        return CTL_DONE;
    }
    json_init_file(&json, ctl->out);
    json_object_begin(&json);
    staffing_json(&json, staffing);
    json_object_end(&json);
    return json_finish(&json) == ERR_OK ? CTL_DONE : CTL_REFUSED;
}

int staff_too_many(struct ctl *ctl, const struct erlang_load *load)
{
    fprintf(ctl->err, _("rexianctl: %g agents' work needs more than %d agents\n"),
            load->calls_per_s * load->work_s, LIMIT_STAFF);
    return CTL_REFUSED;
}

int staff_run(struct ctl *ctl, int n, char **words)
{
    struct staff staff;
    struct staffing staffing;
    int code = staff_read(ctl, n, words, &staff);
    if (code != CTL_DONE) return code;
    if (staff.forecast) return staff_forecast(ctl, &staff);
    const struct erlang_load load = {.calls_per_s = staff.calls / staff.interval_s,
                                     .work_s = staff.talk_s + staff.wrap_s,
                                     .patience_s = staff.patience_s,
                                     .within_s = staff.within_s};
    if (!staff_reckon(&staff, &load, &staffing)) return staff_too_many(ctl, &load);
    return both_print(ctl, &staff, &staffing);
}
