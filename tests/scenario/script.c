#include "tests/scenario/script.h"

#include <stdio.h>
#include <stdlib.h>

#include "common/err.h"

enum { SCRIPT_MAX = 1024 * 1024, SCRIPT_ARENA = 64 * 1024 * 1024 };

bool script_open(struct script *script, const char *path)
{
    *script = (struct script){.path = path};
    arena_init(&script->arena, SCRIPT_ARENA);
    FILE *file = fopen(path, "rb");
    if (!file) {
        snprintf(script->why, sizeof script->why, "cannot be opened");
        return false;
    }
    script->text = malloc(SCRIPT_MAX + 1);
    ASSERT(script->text);
    size_t n = fread(script->text, 1, SCRIPT_MAX, file);
    fclose(file);
    script->text[n] = '\0';
    script->next = script->text;
    return true;
}

void script_close(struct script *script)
{
    arena_fini(&script->arena);
    free(script->text);
    *script = (struct script){0};
}

static int hex_of(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

/* From behind the opening quote to behind the closing one; NULL: never closed. */
static const char *take_quoted(struct script *script, const char *p, struct slice *out)
{
    char *to = arena_take(&script->arena, strlen(p) + 1);
    ASSERT(to);
    out->p = to;
    while (*p && *p != '"') {
        if (*p != '\\') {
            *to++ = *p++;
        } else if (p[1] == 'n') {
            *to++ = '\n';
            p += 2;
        } else if (p[1] == 'x' && hex_of(p[2]) >= 0 && hex_of(p[3]) >= 0) {
            *to++ = (char)(hex_of(p[2]) * 16 + hex_of(p[3]));
            p += 4;
        } else if (p[1]) {
            *to++ = p[1];
            p += 2;
        } else {
            return NULL;
        }
    }
    out->n = (size_t)(to - out->p);
    return *p == '"' ? p + 1 : NULL;
}

/* repeat(text,times), without its closing bracket's follower. */
static const char *take_repeat(struct script *script, const char *p, struct slice *out)
{
    const char *comma = strchr(p, ',');
    char *end;
    if (!comma) return NULL;
    size_t n = (size_t)(comma - p);
    unsigned long times = strtoul(comma + 1, &end, 10);
    if (*end != ')' || n == 0 || times > SCRIPT_MAX / n) return NULL;
    char *to = arena_take(&script->arena, n * times + 1);
    ASSERT(to);
    for (unsigned long i = 0; i < times; i++) memcpy(to + i * n, p, n);
    *out = slice_bytes(to, n * times);
    return end + 1;
}

static const char *take_value(struct script *script, const char *p, struct slice *out)
{
    static const char repeat[] = "repeat(";
    if (*p == '"') return take_quoted(script, p + 1, out);
    if (strncmp(p, repeat, sizeof repeat - 1) == 0) {
        return take_repeat(script, p + sizeof repeat - 1, out);
    }
    *out = slice_bytes(p, strcspn(p, " \t"));
    return p + out->n;
}

static const char *take_word(struct script *script, const char *p, struct word_of_line *word)
{
    size_t plain = strcspn(p, "= \t\"");
    *word = (struct word_of_line){0};
    if (plain > 0 && p[plain] == '=') {
        word->name = slice_bytes(p, plain);
        p += plain + 1;
    }
    p = take_value(script, p, &word->value);
    return p && (*p == '\0' || *p == ' ' || *p == '\t') ? p : NULL;
}

bool script_next(struct script *script, struct line_of_script *line)
{
    while (script->why[0] == '\0' && *script->next) {
        char *start = script->next, *end = strchr(start, '\n');
        script->next = end ? end + 1 : start + strlen(start);
        if (end) *end = '\0';
        *line = (struct line_of_script){.number = ++script->number,
                                        .indented = *start == ' ' || *start == '\t'};
        const char *p = start + strspn(start, " \t");
        while (p && *p && *p != '#' && line->n < SCRIPT_WORDS) {
            p = take_word(script, p, &line->words[line->n]);
            if (p) {
                line->n++;
                p += strspn(p, " \t");
            }
        }
        if (!p || (*p && *p != '#')) {
            snprintf(script->why, sizeof script->why, "line %u cannot be taken apart",
                     line->number);
            return false;
        }
        if (line->n) return true;
    }
    return false;
}

bool word_is(const struct word_of_line *word, const char *text)
{
    return word->name.n == 0 && slice_equal(word->value, slice_of(text));
}
