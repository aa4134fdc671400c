/* A form of labelled fields. It shows what is missing and how much room is left, and never throws
 * away what was typed: Esc is not taken by a form (except to close a picker's list). */
#ifndef CLIENT_SCREEN_FORM_H
#define CLIENT_SCREEN_FORM_H

#include "client/screen/editor.h"
#include "client/screen/picker.h"

enum field_kind {
    FIELD_LINE,
    FIELD_TEXT,
    FIELD_SECRET,
    FIELD_PICK,
};

struct form_field {
    int id; /* the view's own enum; each once in a form */
    enum field_kind kind;
    const char *label; /* msgid */
    size_t limit;      /* bytes, from limits.h; unused by FIELD_PICK */
    bool mandatory;
    int rows; /* of FIELD_TEXT; shrinks when the form does not fit, never below 1 */
};

enum form_answer {
    FORM_IGNORED, /* a key for the view */
    FORM_USED,
    FORM_CHANGED, /* a field's content changed: save the draft; form_changed() says which field */
    FORM_DONE,    /* Enter in the last visible field of a form without a FIELD_TEXT there */
};

struct form;

/* The table of fields is static data, borrowed. NULL when out of memory. */
struct form *form_new(const struct form_field *fields, int count);
void form_free(struct form **form);
/* Every field empty, focus on the first. Items of pickers stay. */
void form_clear(struct form *form);

/* By field id; the id must be in the form and of a fitting kind. */
struct slice form_text(const struct form *form, int id);
MUST_CHECK enum err form_set_text(struct form *form, int id, struct slice text);
uint64_t form_pick(const struct form *form, int id);
void form_set_pick(struct form *form, int id, uint64_t item);
void form_items(struct form *form, int id, const struct pick_item *items, size_t count);
struct picker *form_picker(struct form *form, int id);
struct editor *form_editor(struct form *form, int id);
/* Settings and types decide what must be filled in, and what is asked at all. */
void form_set_mandatory(struct form *form, int id, bool mandatory);
void form_set_visible(struct form *form, int id, bool visible);
/* Shown but not changeable; never has the focus. */
void form_set_locked(struct form *form, int id, bool locked);

/* Visible mandatory fields that are empty (blanks only count as empty). */
int form_missing(const struct form *form);
/* Id of the first missing field, or -1. */
int form_first_missing(const struct form *form);
/* The dispatcher's refusal of one field, shown beside it until the field changes; NULL clears. */
void form_set_error(struct form *form, int id, const char *text);

/* Id of the field with the focus; -1 when no field can have it. */
int form_focus(const struct form *form);
void form_set_focus(struct form *form, int id);
/* Id of the field that the last FORM_CHANGED was about. */
int form_changed(const struct form *form);
/* Tab, Shift-Tab, Up, Down (at the edge of a field) and Enter (in a line) move the focus. */
enum form_answer form_key(struct form *form, const struct key *key);

/* Rows that the form wants at full size. */
int form_rows(const struct form *form);
/* Labels on the left in one column, fields in the middle, on the right "required" for what is
 * missing and, when a field has the focus or is nearly full, "typed/room" in characters: room is
 * what is typed and as many Chinese characters as still fit. Scrolls when there are more fields
 * than rows. */
void form_draw(struct form *form, struct grid *grid, struct rect rect, bool focused);

#endif
