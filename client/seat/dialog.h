/* Small forms in a popup: a note, a reason, a reply. Esc goes back and keeps what was typed: it is
 * there again when the same dialog about the same thing is opened, also after a crash (the spool).
 * It is done by Enter in its last line, by F10, or by the key that opened it. */
#ifndef CLIENT_SEAT_DIALOG_H
#define CLIENT_SEAT_DIALOG_H

#include "client/seat/fields.h"
#include "client/seat/seat.h"

enum { DIALOG_LEAD = 800 };

struct dialog_kind {
    const char *name;  /* [a-z_]+, at most 16: part of the entry's name in the spool */
    const char *title; /* msgid */
    const char *deed;  /* msgid: what doing it does, "Dispatch" */
    enum key_name key; /* does it too; K_NONE: no such key */
    struct form_spec spec;
};

struct dialog {
    const struct dialog_kind *kind; /* NULL: a free place */
    uint64_t object;                /* what it is about, as the mode counts it */
    uint64_t
        version;     /* of it, that was seen when this was opened; 0: it has none. The mode's own */
    uint64_t person; /* whose text it is: a busy dialog outlasts its person's leaving */
    struct form *form;
    char lead[DIALOG_LEAD]; /* translated text above the form; may be empty */
    bool busy;              /* asked, not answered yet */
    bool dirty;             /* changed since it was put into the spool */
    uint64_t changed_ms, opened_ms;
    void *ctx; /* the mode's own, for its answers; a busy dialog stays in its place */
};

enum dialog_answer {
    DIALOG_NONE, /* none is open */
    DIALOG_USED,
    DIALOG_IGNORED, /* a key for the table: help, palette */
    DIALOG_CHANGED, /* a field changed; form_changed() says which */
    DIALOG_CLOSED,  /* by Esc; what was typed is kept */
    DIALOG_DO,      /* everything mandatory is there: ask, then set busy */
};

struct dialogs;

/* NULL when out of memory. */
struct dialogs *dialogs_new(struct seat *seat);
void dialogs_free(struct dialogs **dialogs);
/* Opens it, with what was typed before; *fresh: nothing was. NULL when out of memory. */
struct dialog *dialogs_open(struct dialogs *dialogs, const struct dialog_kind *kind,
                            uint64_t object, bool *fresh);
/* The open one or NULL. */
struct dialog *dialogs_current(const struct dialogs *dialogs);
/* The dialog as it was opened before, open or not; NULL: none in memory. */
struct dialog *dialogs_find(const struct dialogs *dialogs, const struct dialog_kind *kind,
                            uint64_t object);
void dialogs_close(struct dialogs *dialogs);
/* Forgets what was typed, here and in the spool; closes it when it is open. */
void dialogs_finish(struct dialogs *dialogs, struct dialog *dialog);
/* The request was refused: opened again when nothing else is open, the refused field marked. */
void dialogs_refuse(struct dialogs *dialogs, struct dialog *dialog,
                    const struct link_answer *answer);
/* Nothing mandatory is missing; else says so, with the cursor there. For modes where one field
 * makes another one mandatory: asked once more before doing it. */
bool dialogs_complete(struct dialogs *dialogs, struct dialog *dialog);
enum dialog_answer dialogs_key(struct dialogs *dialogs, const struct key *key);
/* Puts into the spool what was typed. */
void dialogs_tick(struct dialogs *dialogs);
/* For somebody else at this desk: everything goes into the spool and out of memory. */
void dialogs_park(struct dialogs *dialogs);
void dialogs_each(struct dialogs *dialogs, void (*found)(void *ctx, struct dialog *dialog),
                  void *ctx);
void dialogs_draw(const struct dialogs *dialogs, struct grid *grid);

#endif
