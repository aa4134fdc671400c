/* A record that is being written (R12): its form, what the dispatcher has of it, what the spool has
 * of it. Opened by the first keystroke, saved a second after the last one. */
#ifndef CLIENT_DESK_WORK_H
#define CLIENT_DESK_WORK_H

#include "client/seat/fields.h"
#include "proto/schema.h"

struct desk;
struct dialog;

enum record_field {
    RECORD_PHONE,
    RECORD_NAME,
    RECORD_ADDRESS,
    RECORD_MATTER,
    RECORD_TYPE,
    RECORD_SUBJECT,
    RECORD_UNIT,
    RECORD_CAUSE,
    RECORD_FIELDS_N,
};

/* What becomes of a registered record. */
enum settle {
    SETTLE_NONE,
    SETTLE_ANSWER,
    SETTLE_DISPATCH,
    SETTLE_PROMISE,
    SETTLE_REFUSE,
};

struct work {
    struct desk *desk; /* borrowed */
    uint64_t person;   /* who writes it */
    uint64_t serial;   /* names it here and in the spool; not 0 */
    uint64_t ticket;   /* 0: the dispatcher knows nothing of it yet */
    uint64_t version;
    uint64_t call; /* 0: none */
    enum ticket_state state;
    struct form *form;
    char subject[LIMIT_CODE + 1];      /* code that waits for its register */
    unsigned sent;                     /* bit: the dispatcher has a text in this record_field */
    bool dirty;                        /* typed since the last save was asked */
    bool unkept;                       /* typed since the spool has seen it */
    bool hurried;                      /* a field was left: save now */
    bool asking;                       /* one request at a time */
    bool spooled;                      /* the spool holds an entry */
    uint64_t changed_ms;               /* monotonic, last keystroke */
    uint64_t retry_ms;                 /* monotonic: not before this, after a refusal */
    uint64_t saved_ms;                 /* dispatcher's clock, last answer to a save; 0: never */
    enum settle settle;                /* what is to be done as soon as it is registered */
    enum settle settled;               /* done */
    char settled_with[LIMIT_NAME + 1]; /* unit's name and the like */
};

extern const struct form_spec record_spec;

struct work *work_new(struct desk *desk, uint64_t serial, uint64_t call);
void work_free(struct work **work);
/* Nothing was typed, and the dispatcher has nothing. */
bool work_is_blank(const struct work *work);
/* The dispatcher has everything. */
bool work_is_safe(const struct work *work);
/* The form's content as a request; slices point into the form. cleared texts become a dash: a
 * text can be replaced in a draft, not taken back. */
void work_record(const struct work *work, struct req_ticket_save *out);
/* Fills the form from the dispatcher's card; what is typed and not saved goes before it. */
void work_take_card(struct work *work, const struct rec_ticket_card *card);
/* Does the card hold all that is typed? */
bool work_equals_card(const struct work *work, const struct rec_ticket_card *card);
/* Locks the record once it is registered; the unit stays open until it is dispatched. */
void work_lock(struct work *work);

/* The spool's entry: written; read into a new work; gone. */
enum err work_keep(struct work *work) MUST_CHECK;
void work_unkeep(struct work *work);

#endif
