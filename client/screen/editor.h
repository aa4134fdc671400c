/* A text editor that knows nothing of terminals: grapheme steps, soft wrap at any Han boundary and
 * at blanks for Latin, undo and redo, paste, a limit in bytes. Text is valid UTF-8 without control,
 * format and bidi characters, whatever was put in. */
#ifndef CLIENT_SCREEN_EDITOR_H
#define CLIENT_SCREEN_EDITOR_H

#include "client/screen/grid.h"
#include "client/screen/keys.h"

enum editor_use {
    EDITOR_LINE,   /* one line; pasted line feeds become blanks; Enter, Up, Down, Tab not taken */
    EDITOR_TEXT,   /* several lines */
    EDITOR_SECRET, /* one line, shown as dots */
};

enum editor_answer {
    EDITOR_IGNORED, /* not a key for an editor, or nothing left to do with it (Up in the first
                       row): whoever holds the editor may use it */
    EDITOR_MOVED,   /* the cursor or the view moved, or nothing happened */
    EDITOR_CHANGED, /* the text changed */
    EDITOR_REFUSED, /* it would be over the limit: nothing changed, editor_refused() is true */
};

struct editor;

/* limit: bytes. NULL when out of memory. */
struct editor *editor_new(enum editor_use use, size_t limit);
/* The text is wiped first (it may be a password or a caller's words). */
void editor_free(struct editor **editor);

/* Borrowed until the next change. */
struct slice editor_text(const struct editor *editor);
/* Replaces everything, forgets undo, cursor at the end. ERR_LIMIT (nothing changed), ERR_NOMEM. */
MUST_CHECK enum err editor_set(struct editor *editor, struct slice text);
void editor_clear(struct editor *editor);
size_t editor_limit(const struct editor *editor);
/* True from a refused insertion until the next accepted change. */
bool editor_refused(const struct editor *editor);

/* Text, Paste, arrows, word moves (Ctrl-Left, Alt-b), Home, End, Ctrl-Home, Ctrl-End, PgUp, PgDn,
 * Backspace, Delete, Enter (EDITOR_TEXT), Ctrl-W word back, Ctrl-U to the start of the line,
 * Ctrl-K to its end, Ctrl-Z undo, Ctrl-Y redo. */
enum editor_answer editor_key(struct editor *editor, const struct key *key);

/* The single steps, for whoever binds other keys. Each answers as editor_key. */
enum editor_answer editor_insert(struct editor *editor, struct slice text);
enum editor_answer editor_backspace(struct editor *editor);
enum editor_answer editor_delete(struct editor *editor);
enum editor_answer editor_undo(struct editor *editor);
enum editor_answer editor_redo(struct editor *editor);
/* Byte offset of the cursor, always on a grapheme boundary. */
size_t editor_cursor(const struct editor *editor);
/* Moves to the nearest grapheme boundary at or before. */
void editor_cursor_set(struct editor *editor, size_t at);

/* Rows that the text needs at this width; at least 1. */
int editor_rows(const struct editor *editor, int cols);
/* Draws into rect, scrolled so that the cursor is inside; with focus, the hardware cursor is set.
 * Remembers the size and the scroll position, for Up, Down and the next drawing. */
void editor_draw(struct editor *editor, struct grid *grid, struct rect rect, enum style style,
                 bool focused);

#endif
