#include "client/screen/theme.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "common/err.h"

#define L(foreground, background, attributes)                                                      \
    {                                                                                              \
        COLOUR_##foreground, COLOUR_##background, LOOK_##attributes                                \
    }

static const struct look looks[THEME_COUNT][STYLE_COUNT] = {
#define S(name, dark, light, mono, blind) [STYLE_##name] = dark,
    [THEME_DARK] = {STYLE_TABLE(S)},
#undef S
#define S(name, dark, light, mono, blind) [STYLE_##name] = light,
    [THEME_LIGHT] = {STYLE_TABLE(S)},
#undef S
#define S(name, dark, light, mono, blind) [STYLE_##name] = L(DEFAULT, DEFAULT, mono),
    [THEME_MONO] = {STYLE_TABLE(S)},
#undef S
#define S(name, dark, light, mono, blind) [STYLE_##name] = blind,
    [THEME_BLIND] = {STYLE_TABLE(S)},
#undef S
};

struct look theme_look(enum theme theme, enum style style)
{
    ASSERT(theme < THEME_COUNT && style < STYLE_COUNT);
    return looks[theme][style];
}

const char *style_name(enum style style)
{
    static const char *const names[] = {
#define S(name, dark, light, mono, blind) #name,
        STYLE_TABLE(S)
#undef S
    };
    ASSERT(style < STYLE_COUNT);
    return names[style];
}

static const char *const theme_names[] = {
#define T(name, word) word,
    THEME_TABLE(T)
#undef T
};

const char *theme_name(enum theme theme)
{
    ASSERT(theme < THEME_COUNT);
    return theme_names[theme];
}

bool theme_parse(const char *name, enum theme *out)
{
    for (enum theme theme = 0; theme < THEME_COUNT; theme++) {
        if (strcmp(name, theme_names[theme]) == 0) {
            *out = theme;
            return true;
        }
    }
    return false;
}

enum theme theme_choose(const char *wish)
{
    const char *no_color = getenv("NO_COLOR");
    enum theme theme = THEME_DARK;
    if (no_color && *no_color) return THEME_MONO;
    if (wish && !theme_parse(wish, &theme)) theme = THEME_DARK;
    return theme;
}
