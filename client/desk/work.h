/* A record that is being written (R12): its form, what the dispatcher has of it, what the spool has
 * of it. Opened by the first keystroke, saved a second after the last one. */
#ifndef CLIENT_DESK_WORK_H
#define CLIENT_DESK_WORK_H

#include "client/desk/more.h"
#include "client/seat/fields.h"
#include "proto/schema.h"

struct desk;
struct dialog;
struct similar;

/* T(ID, schema's name, kind, label, limit, mandatory, rows) for texts, P(ID, schema's name, label,
 * mandatory) for what is picked, in the order of the screen. The phone comes first because it is
 * mostly there already; the cursor begins at the name. */
#define RECORD_FORM(T, P)                                                                          \
    T(PHONE, phone, LINE, N_("Phone"), LIMIT_PHONE, false, 1)                                      \
    T(NAME, name, LINE, N_("Name"), LIMIT_NAME, false, 1)                                          \
    T(ADDRESS, address, LINE, N_("Address"), LIMIT_ADDRESS, false, 1)                              \
    T(MATTER, matter, TEXT, N_("Matter"), LIMIT_MATTER, true, 18)                                  \
    P(TYPE, type, N_("Type"), true)                                                                \
    P(SUBJECT, subject, N_("Subject"), false)                                                      \
    P(UNIT, unit, N_("Unit"), false)                                                               \
    T(CAUSE, cause, LINE, N_("Cause"), LIMIT_NOTE, false, 1)

enum record_field {
#define T(id, name, kind, label, max, mandatory, rows) RECORD_##id,
#define P(id, name, label, mandatory) RECORD_##id,
    RECORD_FORM(T, P)
#undef T
#undef P
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
    struct more *more;    /* the second page */
    bool second;          /* it is in view */
    uint64_t fields_type; /* form fields are known for this type and subject */
    char fields_subject[LIMIT_CODE + 1];
    bool asking_fields;
    struct similar *similar;           /* tickets that may be about the same */
    bool visit;                        /* the caller stands at the counter */
    bool told;                         /* and was told process and time (R96) */
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
bool record_is_text(int field);

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
/* The form of the page in view. */
struct form *work_form(const struct work *work);
/* Turns to the other page; focus: field of that page, -1: where it was. */
void work_turn(struct work *work, bool second, int focus);
/* Asks for the form fields of the draft, when type or subject are others than before. */
void work_ask_fields(struct work *work, bool again);

/* The spool's entry: written; read into a new work; gone. */
enum err work_keep(struct work *work) MUST_CHECK;
void work_unkeep(struct work *work);

#endif
