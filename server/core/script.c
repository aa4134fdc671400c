/* Variables of scripts, found in their texts. */
#include "server/core/script.h"

#include <string.h>

static const char *const names[] = {
#define V(name) "{" #name "}",
    SCRIPT_VARIABLE_TABLE(V)
#undef V
};

enum script_variable script_variable_at(struct slice body, size_t at, size_t *n)
{
    enum script_variable found = 0;
    for (; found < SCRIPT_VARIABLES; found++) {
        *n = strlen(names[found]);
        if (body.n - at >= *n && memcmp(body.p + at, names[found], *n) == 0) break;
    }
    return found;
}

static bool letter_variable_at(struct slice body, size_t at)
{
    static const char *const letter_names[] = {
        "{number}",   "{date}",   "{recipient}", "{matter}", "{handling}",
        "{measures}", "{result}", "{unit}",      "{line}",
    };
    for (size_t i = 0; i < sizeof letter_names / sizeof *letter_names; i++) {
        size_t n = strlen(letter_names[i]);
        if (body.n - at >= n && memcmp(body.p + at, letter_names[i], n) == 0) return true;
    }
    return false;
}

bool script_whole(struct slice body, bool letter)
{
    for (size_t at = 0, n; at < body.n; at++) {
        if (body.p[at] != '{') continue;
        bool known = letter ? letter_variable_at(body, at)
                            : script_variable_at(body, at, &n) != SCRIPT_VARIABLES;
        if (!known) return false;
    }
    return true;
}
