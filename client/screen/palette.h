/* A popup over the key table: as help (?, F1) it shows every key with its sentence; as palette
 * (Ctrl-P) it runs the chosen one. Both are searched by typing: words of the label or the sentence
 * in either language, or pinyin initials of the label. */
#ifndef CLIENT_SCREEN_PALETTE_H
#define CLIENT_SCREEN_PALETTE_H

#include "client/screen/keys.h"

enum palette_use {
    PALETTE_HELP,
    PALETTE_RUN,
};

enum palette_answer {
    PALETTE_STAYS,
    PALETTE_CLOSED,
    PALETTE_CHOSEN, /* closed, and palette_intent() says what was chosen */
};

struct palette;

/* NULL when out of memory. Not open. */
struct palette *palette_new(void);
void palette_free(struct palette **palette);
/* The map and the filter are borrowed until it is closed. */
void palette_open(struct palette *palette, enum palette_use use, const struct keymap *map,
                  const struct keyfilter *filter);
bool palette_is_open(const struct palette *palette);
/* While open, the palette takes every key. Esc closes. In help, Enter closes too. */
enum palette_answer palette_key(struct palette *palette, const struct key *key);
int palette_intent(const struct palette *palette);
/* Draws nothing when it is not open; else sets the cursor into its search field. */
void palette_draw(struct palette *palette, struct grid *grid);

#endif
