/* What the screen says to the person: a message line (glyph + text + colour) and a question with
 * the safe answer focused. */
#ifndef CLIENT_SCREEN_NOTICE_H
#define CLIENT_SCREEN_NOTICE_H

#include "client/screen/keys.h"

enum notice_level {
    NOTICE_NONE, /* nothing is shown */
    NOTICE_INFO,
    NOTICE_GOOD,
    NOTICE_WARN,
    NOTICE_ALARM,
};

enum { NOTICE_BYTES = 400 };

struct notice {
    enum notice_level level;
    char text[NOTICE_BYTES]; /* translated */
};

void notice_set(struct notice *notice, enum notice_level level, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void notice_clear(struct notice *notice);
/* Over the whole width from col; blanks the rest. */
void notice_draw(const struct notice *notice, struct grid *grid, int row, int col, int cols);
enum style notice_style(enum notice_level level);
enum glyph notice_glyph(enum notice_level level);

enum confirm_answer {
    CONFIRM_STAYS,
    CONFIRM_NO,  /* also Esc */
    CONFIRM_YES, /* confirm_intent says what was confirmed */
};

/* One at a time; opened by the view, drawn last. */
struct confirm {
    bool open;
    bool on_yes;          /* which answer has the focus; opens on no */
    int intent;           /* what is to be done on yes */
    const char *question; /* translated; borrowed until closed, as the two below */
    const char *yes;      /* the deed, not "yes": "Refuse the call" */
    const char *no;       /* "Go back" */
};

void confirm_open(struct confirm *confirm, int intent, const char *question, const char *yes,
                  const char *no);
/* Takes every key while open: Left, Right, Tab, Up, Down change the answer; Enter gives it; Esc is
 * no. Letters do nothing. */
enum confirm_answer confirm_key(struct confirm *confirm, const struct key *key);
void confirm_draw(const struct confirm *confirm, struct grid *grid);

#endif
