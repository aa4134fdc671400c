/* Styles: what a piece of text means on the screen, and how each theme shows it. Views name the
 * meaning; only the terminal room turns it into colours. Colour never stands alone: whoever uses
 * WARN, ALARM or GOOD also writes a glyph and a word (see client/screen/notice.h). */
#ifndef CLIENT_SCREEN_THEME_H
#define CLIENT_SCREEN_THEME_H

#include <stdbool.h>
#include <stdint.h>

enum colour {
    COLOUR_DEFAULT = -1, /* the terminal's own */
    COLOUR_BLACK = 0,
    COLOUR_RED,
    COLOUR_GREEN,
    COLOUR_YELLOW,
    COLOUR_BLUE,
    COLOUR_MAGENTA,
    COLOUR_CYAN,
    COLOUR_WHITE,
    COLOUR_GREY, /* bright black; shown as DIM where a terminal has eight colours */
};

enum {
    LOOK_PLAIN = 0,
    LOOK_BOLD = 1,
    LOOK_DIM = 2,
    LOOK_UNDER = 4,
    LOOK_REVERSE = 8,
};

/* S(name, dark, light, mono, colour-blind): each L(foreground, background, attribute), mono only
 * the attribute. */
#define STYLE_TABLE(S)                                                                             \
    S(NORMAL, L(DEFAULT, DEFAULT, PLAIN), L(DEFAULT, DEFAULT, PLAIN), PLAIN,                       \
      L(DEFAULT, DEFAULT, PLAIN))                                                                  \
    S(DIM, L(GREY, DEFAULT, PLAIN), L(GREY, DEFAULT, PLAIN), DIM, L(GREY, DEFAULT, PLAIN))         \
    S(TITLE, L(CYAN, DEFAULT, BOLD), L(BLUE, DEFAULT, BOLD), BOLD, L(CYAN, DEFAULT, BOLD))         \
    S(LABEL, L(CYAN, DEFAULT, PLAIN), L(BLUE, DEFAULT, PLAIN), PLAIN, L(CYAN, DEFAULT, PLAIN))     \
    S(FIELD, L(DEFAULT, DEFAULT, UNDER), L(DEFAULT, DEFAULT, UNDER), UNDER,                        \
      L(DEFAULT, DEFAULT, UNDER))                                                                  \
    S(FOCUS, L(WHITE, BLUE, PLAIN), L(BLACK, CYAN, PLAIN), BOLD, L(WHITE, BLUE, PLAIN))            \
    S(GOOD, L(GREEN, DEFAULT, PLAIN), L(GREEN, DEFAULT, PLAIN), PLAIN, L(CYAN, DEFAULT, PLAIN))    \
    S(WARN, L(YELLOW, DEFAULT, BOLD), L(MAGENTA, DEFAULT, PLAIN), BOLD, L(YELLOW, DEFAULT, BOLD))  \
    S(ALARM, L(WHITE, RED, BOLD), L(WHITE, RED, BOLD), REVERSE, L(BLACK, YELLOW, BOLD))            \
    S(BAR, L(BLACK, CYAN, PLAIN), L(WHITE, BLUE, PLAIN), REVERSE, L(WHITE, BLUE, PLAIN))           \
    S(BAR_KEY, L(DEFAULT, DEFAULT, BOLD), L(DEFAULT, DEFAULT, BOLD), BOLD,                         \
      L(DEFAULT, DEFAULT, BOLD))                                                                   \
    S(SELECTED, L(BLACK, WHITE, PLAIN), L(WHITE, BLACK, PLAIN), REVERSE, L(BLACK, WHITE, PLAIN))   \
    S(POPUP, L(WHITE, BLUE, PLAIN), L(BLACK, WHITE, PLAIN), PLAIN, L(WHITE, BLUE, PLAIN))          \
    S(POPUP_TITLE, L(YELLOW, BLUE, BOLD), L(BLUE, WHITE, BOLD), BOLD, L(YELLOW, BLUE, BOLD))       \
    S(FRAME, L(GREY, DEFAULT, PLAIN), L(GREY, DEFAULT, PLAIN), PLAIN, L(GREY, DEFAULT, PLAIN))     \
    S(CHART, L(CYAN, DEFAULT, PLAIN), L(BLUE, DEFAULT, PLAIN), PLAIN, L(CYAN, DEFAULT, PLAIN))     \
    S(SCRIPT, L(GREEN, DEFAULT, BOLD), L(GREEN, DEFAULT, BOLD), BOLD, L(CYAN, DEFAULT, BOLD))

enum style {
#define S(name, dark, light, mono, blind) STYLE_##name,
    STYLE_TABLE(S)
#undef S
        STYLE_COUNT
};

/* T(name, word for the option --theme) */
#define THEME_TABLE(T)                                                                             \
    T(DARK, "dark")                                                                                \
    T(LIGHT, "light")                                                                              \
    T(MONO, "mono")                                                                                \
    T(BLIND, "colour-blind")

enum theme {
#define T(name, word) THEME_##name,
    THEME_TABLE(T)
#undef T
        THEME_COUNT
};

struct look {
    int8_t foreground; /* enum colour */
    int8_t background;
    uint8_t attributes; /* LOOK_... */
};

struct look theme_look(enum theme theme, enum style style);
/* "NORMAL"; never NULL. */
const char *style_name(enum style style);
const char *theme_name(enum theme theme);
/* False when no theme has that name. */
bool theme_parse(const char *name, enum theme *out);
/* The theme to use: MONO when NO_COLOR is set and not empty, else the wish, else (wish NULL or
 * unknown) DARK. */
enum theme theme_choose(const char *wish);

#endif
