/* Choosing one of many by typing: a code, words of the name, or pinyin initials. */
#ifndef CLIENT_SCREEN_PICKER_H
#define CLIENT_SCREEN_PICKER_H

#include "client/screen/keys.h"

struct pick_item {
    uint64_t id;          /* not 0 */
    const char *code;     /* may be NULL */
    const char *name;     /* not NULL */
    const char *initials; /* lower case pinyin initials; may be NULL: made from the name */
    const char *synonyms; /* other words for it, separated by spaces; may be NULL */
};

enum picker_answer {
    PICKER_IGNORED, /* a key for whoever holds the picker */
    PICKER_USED,
    PICKER_CHOSEN, /* the choice changed (also to nothing) */
};

struct picker;

struct picker *picker_new(void);
void picker_free(struct picker **picker);
/* Borrowed until replaced; a choice that is no longer among them stays chosen, shown by its old
 * name. */
void picker_items(struct picker *picker, const struct pick_item *items, size_t count);
/* 0: nothing chosen. An id that is not among the items is kept as it is. */
void picker_choose(struct picker *picker, uint64_t id);
uint64_t picker_chosen(const struct picker *picker);
/* The chosen item's "code name"; empty when there is none. Borrowed until the choice changes. */
struct slice picker_text(const struct picker *picker);

/* Does the item match what is typed? Every word of the query must begin the code or a part of it
 * behind a hyphen, dot or the like, be a part of the name or a synonym, or begin the initials of
 * one of them; letters in either case. */
bool pick_item_matches(const struct pick_item *item, struct slice query);

/* Typing filters and opens the list; Up and Down walk it; Enter takes the marked one; Delete (with
 * nothing typed) takes the choice away; Esc closes the list and keeps the choice. Tab takes the
 * marked one when something is typed, and is then given on to the holder (PICKER_CHOSEN with
 * picker_is_open() false, the holder moves the focus). */
enum picker_answer picker_key(struct picker *picker, const struct key *key);
bool picker_is_open(const struct picker *picker);
/* Closes the list and forgets what was typed. */
void picker_close(struct picker *picker);
/* What is typed, empty when nothing is. */
struct slice picker_query(const struct picker *picker);

/* One row at (row, col): the choice, or what is being typed. With focus sets the cursor. */
void picker_draw(struct picker *picker, struct grid *grid, int row, int col, int cols,
                 bool focused);
/* The open list, below the row or above it, wherever there is more room. Drawn last, over all. */
void picker_draw_list(struct picker *picker, struct grid *grid, int row, int col, int cols);

#endif
