/* Keys as the views see them, and the one table from which the key bar, the help and the palette
 * come (client/screen/palette.h). */
#ifndef CLIENT_SCREEN_KEYS_H
#define CLIENT_SCREEN_KEYS_H

#include "client/screen/grid.h"

enum key_kind {
    KEYS_NONE,
    KEYS_TEXT,   /* text: one character, UTF-8 */
    KEYS_NAMED,  /* name */
    KEYS_CTRL,   /* letter 'a'..'z' with Ctrl (not h, i, j, m: they are keys of their own) */
    KEYS_ALT,    /* letter with Alt, lower case or a digit */
    KEYS_PASTE,  /* text: what was pasted, cleaned; cut: it was longer than LIMIT_PASTE */
    KEYS_RESIZE, /* rows, cols */
    KEYS_CLOSED, /* the terminal is gone */
};

/* K(name, how it is written on the screen) */
#define KEY_NAME_TABLE(K)                                                                          \
    K(NONE, "")                                                                                    \
    K(F1, "F1")                                                                                    \
    K(F2, "F2")                                                                                    \
    K(F3, "F3")                                                                                    \
    K(F4, "F4")                                                                                    \
    K(F5, "F5")                                                                                    \
    K(F6, "F6")                                                                                    \
    K(F7, "F7")                                                                                    \
    K(F8, "F8")                                                                                    \
    K(F9, "F9")                                                                                    \
    K(F10, "F10")                                                                                  \
    K(F11, "F11")                                                                                  \
    K(F12, "F12")                                                                                  \
    K(UP, "Up")                                                                                    \
    K(DOWN, "Down")                                                                                \
    K(LEFT, "Left")                                                                                \
    K(RIGHT, "Right")                                                                              \
    K(WORD_LEFT, "Ctrl-Left")                                                                      \
    K(WORD_RIGHT, "Ctrl-Right")                                                                    \
    K(HOME, "Home")                                                                                \
    K(END, "End")                                                                                  \
    K(TOP, "Ctrl-Home")                                                                            \
    K(BOTTOM, "Ctrl-End")                                                                          \
    K(PAGE_UP, "PgUp")                                                                             \
    K(PAGE_DOWN, "PgDn")                                                                           \
    K(TAB, "Tab")                                                                                  \
    K(BACKTAB, "Shift-Tab")                                                                        \
    K(ENTER, "Enter")                                                                              \
    K(BACKSPACE, "Backspace")                                                                      \
    K(DELETE, "Del")                                                                               \
    K(INSERT, "Ins")                                                                               \
    K(ESC, "Esc")

enum key_name {
#define K(name, written) K_##name,
    KEY_NAME_TABLE(K)
#undef K
};

struct key {
    enum key_kind kind;
    enum key_name name; /* NAMED */
    char letter;        /* CTRL, ALT */
    bool cut;           /* PASTE */
    int rows, cols;     /* RESIZE */
    struct slice text;  /* TEXT, PASTE: borrowed until the next term_read */
};

struct key key_text(const char *text);
struct key key_named(enum key_name name);
struct key key_ctrl(char letter);
struct key key_alt(char letter);
struct key key_paste(struct slice text);

/* A row of a table of keys. Written by an X-macro, so that the table, the bar, the help and the
 * palette cannot disagree:
 *   #define DESK_KEYS(B) B(K_ON(F2), DESK_READY, N_("Ready"), N_("Take the next call"), true)
 *   static const struct keybind binds[] = {
 *   #define B(key, intent, label, help, bar) {key, intent, label, help, bar},
 *       DESK_KEYS(B)
 *   #undef B
 *   }; */
struct keybind {
    struct keypress {
        enum key_kind kind;
        enum key_name name;
        char letter;
    } key;
    int intent;        /* ≥ 0; the view's own enum */
    const char *label; /* msgid, one or two words */
    const char *help;  /* msgid, one sentence */
    bool on_bar;
};

#define K_ON(key_name)                                                                             \
    {                                                                                              \
        KEYS_NAMED, K_##key_name, 0                                                                \
    }
#define K_CTRL(letter)                                                                             \
    {                                                                                              \
        KEYS_CTRL, K_NONE, letter                                                                  \
    }
#define K_ALT(letter)                                                                              \
    {                                                                                              \
        KEYS_ALT, K_NONE, letter                                                                   \
    }
/* A character: only for "?" and the like, and only where nothing is being typed. */
#define K_CHAR(letter)                                                                             \
    {                                                                                              \
        KEYS_TEXT, K_NONE, letter                                                                  \
    }
/* Reached from the palette only. */
#define K_NOWHERE                                                                                  \
    {                                                                                              \
        KEYS_NONE, K_NONE, 0                                                                       \
    }

/* A view's table and, behind it, the one that all views share. Static data; nothing is owned. */
struct keymap {
    const struct keybind *binds;
    int count;
    const struct keymap *next; /* may be NULL */
};

/* Which intents make sense now; NULL filter or NULL function: all. */
struct keyfilter {
    bool (*allows)(const void *model, int intent);
    const void *model;
};

enum { KEYS_NO_INTENT = -1 };

/* The first match wins, the view's own table before the shared one. Intents that the filter does
 * not allow are not found. */
int keymap_intent(const struct keymap *map, const struct keyfilter *filter, const struct key *key);
/* "F2", "Ctrl-P", "Alt-3", "?"; writes at most cap bytes, terminated; answers out. */
const char *keypress_text(const struct keypress *press, char *out, size_t cap);
/* The bar of the keys that are on it and allowed: "F2 Ready  F3 Answer ..." over the whole row.
 * What does not fit is left out whole, so the most needed keys come first in the table. */
void keymap_draw_bar(const struct keymap *map, const struct keyfilter *filter, struct grid *grid,
                     int row);

#endif
