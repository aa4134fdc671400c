/* A drill's text: share/drill/ has some, docs/training.md says how they are written. */
#include <errno.h>
#include <stdlib.h>

#include "client/sim/drill.h"

enum { PAUSE_MS = 1500, PAUSE_BYTE_MS = 40, PATIENCE_S = 60, MOST_S = 600 };

const char *drill_field_name(enum drill_field field)
{
    static const char *const names[] = {
#define F(name) #name,
        DRILL_FIELD_TABLE(F)
#undef F
    };
    return names[field];
}

/* The first word; *rest begins behind the blanks after it. */
static char *word_of(char *text, char **rest)
{
    size_t n = strcspn(text, " \t");
    *rest = text + n;
    while (**rest == ' ' || **rest == '\t') *(*rest)++ = '\0';
    return text;
}

static bool copied(char *out, size_t cap, const char *text)
{
    return text[0] && (size_t)snprintf(out, cap, "%s", text) < cap;
}

static bool seconds(const char *text, uint64_t *out)
{
    char *end;
    errno = 0;
    unsigned long value = strtoul(text, &end, 10);
    if (errno || end == text || *end || value > 3600) return false;
    *out = value;
    return true;
}

static bool take_say(struct drill_case *one, uint64_t pause_s, const char *text)
{
    if (one->n_says == DRILL_SAYS) return false;
    /* one who speaks needs time for it */
    one->says[one->n_says].pause_ms =
        pause_s ? pause_s * 1000 : PAUSE_MS + PAUSE_BYTE_MS * strlen(text);
    return copied(one->says[one->n_says++].text, DRILL_TEXT, text);
}

static bool take_expect(struct drill_case *one, char *text)
{
    if (one->n_expects == DRILL_EXPECTS) return false;
    char *how, *words;
    const char *field = word_of(text, &how);
    const char *compare = word_of(how, &words);
    struct drill_expect *expect = &one->expects[one->n_expects++];
    for (int i = 0; i < DRILL_FIELDS; i++) {
        if (strcmp(field, drill_field_name((enum drill_field)i)) != 0) continue;
        expect->field = (enum drill_field)i;
        expect->whole = strcmp(compare, "is") == 0;
        return (expect->whole || strcmp(compare, "has") == 0) &&
               copied(expect->words, sizeof expect->words, words);
    }
    return false;
}

static bool case_begins(struct drill *drill, const char *title)
{
    if (drill->n_cases == DRILL_CASES) return false;
    struct drill_case *one = &drill->cases[drill->n_cases++];
    *one = (struct drill_case){.patience_s = PATIENCE_S, .most_s = MOST_S};
    return copied(one->title, sizeof one->title, title);
}

static bool take_line(struct drill *drill, char *text, uint64_t *pause_s)
{
    char *rest;
    const char *key = word_of(text, &rest);
    if (strcmp(key, "caller") == 0) return case_begins(drill, rest);
    if (drill->n_cases == 0) return false;
    struct drill_case *one = &drill->cases[drill->n_cases - 1];
    if (strcmp(key, "line") == 0) return copied(one->line, sizeof one->line, rest);
    if (strcmp(key, "from") == 0) return copied(one->from, sizeof one->from, rest);
    if (strcmp(key, "patience") == 0) return seconds(rest, &one->patience_s);
    if (strcmp(key, "most") == 0) return seconds(rest, &one->most_s);
    if (strcmp(key, "pause") == 0) return seconds(rest, pause_s);
    if (strcmp(key, "expect") == 0) return take_expect(one, rest);
    if (strcmp(key, "say") != 0) return false;
    bool good = take_say(one, *pause_s, rest);
    *pause_s = 0;
    return good;
}

static bool all_whole(const struct drill *drill, char *why, size_t why_cap)
{
    for (size_t i = 0; i < drill->n_cases; i++) {
        const struct drill_case *one = &drill->cases[i];
        if (one->line[0] && one->from[0] && one->n_says && one->n_expects) continue;
        snprintf(why, why_cap, "%s: needs line, from, say and expect", one->title);
        return false;
    }
    if (drill->n_cases == 0) snprintf(why, why_cap, "no caller in it");
    return drill->n_cases != 0;
}

bool drill_read(struct drill *drill, const char *path, char *why, size_t why_cap)
{
    FILE *file = fopen(path, "r");
    if (!file) return snprintf(why, why_cap, "%s: %s", path, strerror(errno)), false;
    char *text = NULL;
    size_t cap = 0;
    uint64_t pause_s = 0;
    bool good = true;
    for (int number = 1; good && getline(&text, &cap, file) >= 0; number++) {
        text[strcspn(text, "\r\n")] = '\0';
        if (text[0] == '#' || text[strspn(text, " \t")] == '\0') continue;
        char shown[60];
        snprintf(shown, sizeof shown, "%.40s", text);
        good = take_line(drill, text, &pause_s);
        if (!good) snprintf(why, why_cap, "%s, line %d: %s", path, number, shown);
    }
    free(text);
    fclose(file);
    return good && all_whole(drill, why, why_cap);
}
