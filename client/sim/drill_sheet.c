/* What a drill's record should have been, and the sheet about it. */
#include <libintl.h>

#include "client/sim/drill.h"
#include "common/json.h"

#define _(text) gettext(text)
#define N_(text) text

enum { POINTS = 100, LATE = 10, FIRST = 10, HELD = 5, WRAPPED = 5, WRONG = 10, NO_RECORD = 40 };

/* ---- points ---- */

static bool one_of(const struct drill_expect *expect, const char *found)
{
    char words[DRILL_TEXT], *rest = words;
    snprintf(words, sizeof words, "%s", expect->words);
    while (rest) {
        char *word = rest, *bar = strstr(rest, " | ");
        rest = bar ? bar + 3 : NULL;
        if (bar) *bar = '\0';
        if (expect->whole ? strcmp(found, word) == 0 : strstr(found, word) != NULL) return true;
    }
    return false;
}

void drill_judge(struct drill_case *one)
{
    one->points = one->answered ? POINTS : 0;
    for (size_t i = 0; i < one->n_expects; i++) {
        const char *found = one->found[one->expects[i].field];
        one->marks[i] = !found[0]                         ? DRILL_MISSING
                        : one_of(&one->expects[i], found) ? DRILL_RIGHT
                                                          : DRILL_WRONG;
        if (one->ticket && one->marks[i] != DRILL_RIGHT) one->points -= WRONG;
    }
    if (!one->ticket) one->points -= NO_RECORD;
    if (one->ring_ms > DRILL_RINGS_MS) one->points -= LATE;
    if (one->ended_first) one->points -= FIRST;
    if (one->hold_ms > DRILL_HOLD_MS) one->points -= HELD;
    if (one->wrap_ms > DRILL_WRAP_MS) one->points -= WRAPPED;
    if (one->points < 0) one->points = 0;
}

int drill_points(const struct drill *drill)
{
    int sum = 0;
    for (size_t i = 0; i < drill->n_cases; i++) sum += drill->cases[i].points;
    return drill->n_cases ? sum / (int)drill->n_cases : 0;
}

/* ---- the sheet: lines with a verdict, the same in all forms ---- */

struct entry {
    const char *what, *verdict;
    char detail[2 * DRILL_TEXT + 64];
    bool good;
};

static const char *mark_text(enum drill_mark mark)
{
    static const char *const texts[] = {N_("right"), N_("wrong"), N_("missing")};
    return _(texts[mark]);
}

static struct entry timed(const char *what, uint64_t ms, uint64_t most_ms)
{
    struct entry entry = {.what = what, .good = ms <= most_ms};
    entry.verdict = entry.good ? _("in time") : _("too long");
    snprintf(entry.detail, sizeof entry.detail, _("%llu s, at most %llu s"),
             (unsigned long long)(ms / 1000), (unsigned long long)(most_ms / 1000));
    return entry;
}

enum { STEPS = 5 };

static struct entry entry_of(const struct drill_case *one, size_t i)
{
    struct entry entry = {.good = true};
    switch (i) {
    case 0:
        if (one->answered) return timed(_("answered"), one->ring_ms, DRILL_RINGS_MS);
        return (struct entry){.what = _("answered"), .verdict = _("no")};
    case 1:
        return timed(_("on hold"), one->hold_ms, DRILL_HOLD_MS);
    case 2:
        return timed(_("wrapping up"), one->wrap_ms, DRILL_WRAP_MS);
    case 3:
        entry.what = _("caller hangs up first");
        entry.good = !one->ended_first;
        entry.verdict = entry.good ? _("yes") : _("no");
        return entry;
    case 4: /* no microphone listens: who trains says whether they were spoken */
        entry.what = _("greeting, closing, tone");
        entry.verdict = "____";
        snprintf(entry.detail, sizeof entry.detail, "%s", _("marked by the trainer"));
        return entry;
    default:
        break;
    }
    const struct drill_expect *expect = &one->expects[i - STEPS];
    entry.what = drill_field_name(expect->field);
    entry.verdict = mark_text(one->marks[i - STEPS]);
    entry.good = one->marks[i - STEPS] == DRILL_RIGHT;
    snprintf(entry.detail, sizeof entry.detail, _("expected %s, recorded %s"), expect->words,
             one->found[expect->field][0] ? one->found[expect->field] : "-");
    return entry;
}

static const char *sign_of(const struct entry *entry)
{
    return entry->verdict[0] == '_' ? "?" : entry->good ? "+" : "-";
}

static void write_text(const struct drill *drill, FILE *file)
{
    fprintf(file, _("Result sheet of a drill, agent %s\n"), drill->trainee);
    for (size_t i = 0; i < drill->n_cases; i++) {
        const struct drill_case *one = &drill->cases[i];
        fputc('\n', file);
        fprintf(file, _("%s: %d points"), one->title, one->points);
        fputc('\n', file);
        for (size_t k = 0; k < STEPS + one->n_expects; k++) {
            struct entry entry = entry_of(one, k);
            fprintf(file, "  %s ", sign_of(&entry));
            fprintf(file, _("%s: %s"), entry.what, entry.verdict);
            fprintf(file, "  %s\n", entry.detail);
        }
    }
    int points = drill_points(drill);
    fprintf(file, _("\nTogether: %d of 100 points, %s\n"), points,
            points >= DRILL_PASS ? _("passed") : _("not passed"));
}

static void put_html(FILE *file, const char *text)
{
    for (; *text; text++) {
        if (*text == '<')
            fputs("&lt;", file);
        else if (*text == '&')
            fputs("&amp;", file);
        else
            fputc(*text, file);
    }
}

static void write_html(const struct drill *drill, FILE *file)
{
    fputs("<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>", file);
    fprintf(file, _("Result sheet of a drill, agent %s\n"), drill->trainee);
    fputs("</title>\n<style>body{font-family:sans-serif;max-width:50em}td{padding:2px 8px;"
          "border-bottom:1px solid #bbb}</style>\n<h1>",
          file);
    fprintf(file, _("Result sheet of a drill, agent %s\n"), drill->trainee);
    fputs("</h1>\n", file);
    for (size_t i = 0; i < drill->n_cases; i++) {
        const struct drill_case *one = &drill->cases[i];
        char title[sizeof one->title + 80];
        snprintf(title, sizeof title, _("%s: %d points"), one->title, one->points);
        fputs("<h2>", file);
        put_html(file, title);
        fputs("</h2>\n<table>\n", file);
        for (size_t k = 0; k < STEPS + one->n_expects; k++) {
            struct entry entry = entry_of(one, k);
            fprintf(file, "<tr><td>%s<td>", sign_of(&entry));
            put_html(file, entry.what);
            fputs("<td>", file);
            put_html(file, entry.verdict);
            fputs("<td>", file);
            put_html(file, entry.detail);
            fputs("</tr>\n", file);
        }
        fputs("</table>\n", file);
    }
    int points = drill_points(drill);
    fprintf(file, "<p><b>%d / 100, %s</b></p>\n", points,
            points >= DRILL_PASS ? _("passed") : _("not passed"));
}

static void json_pair(struct json *json, const char *key, const char *text)
{
    json_key(json, key);
    json_str(json, text);
}

static bool write_json(const struct drill *drill, FILE *file)
{
    struct json json;
    json_init_file(&json, file);
    json_object_begin(&json);
    json_pair(&json, "agent", drill->trainee);
    json_key(&json, "points");
    json_u64(&json, (uint64_t)drill_points(drill));
    json_key(&json, "passed");
    json_bool(&json, drill_points(drill) >= DRILL_PASS);
    json_key(&json, "callers");
    json_array_begin(&json);
    for (size_t i = 0; i < drill->n_cases; i++) {
        const struct drill_case *one = &drill->cases[i];
        json_object_begin(&json);
        json_pair(&json, "title", one->title);
        json_key(&json, "points");
        json_u64(&json, (uint64_t)one->points);
        json_key(&json, "entries");
        json_array_begin(&json);
        for (size_t k = 0; k < STEPS + one->n_expects; k++) {
            struct entry entry = entry_of(one, k);
            json_object_begin(&json);
            json_pair(&json, "what", entry.what);
            json_pair(&json, "verdict", entry.verdict);
            json_pair(&json, "detail", entry.detail);
            json_key(&json, "good");
            json_bool(&json, entry.good);
            json_object_end(&json);
        }
        json_array_end(&json);
        json_object_end(&json);
    }
    json_array_end(&json);
    json_object_end(&json);
    return json_finish(&json) == ERR_OK;
}

bool drill_write(const struct drill *drill, const char *path)
{
    const char *dot = strrchr(path, '.');
    bool out = strcmp(path, "-") == 0;
    FILE *file = out ? stdout : fopen(path, "w");
    if (!file) return perror(path), false;
    bool good = true;
    if (dot && strcmp(dot, ".html") == 0)
        write_html(drill, file);
    else if (dot && strcmp(dot, ".json") == 0)
        good = write_json(drill, file);
    else
        write_text(drill, file);
    return (out ? fflush(file) : fclose(file)) == 0 && good;
}
