/* The desk's model, shared by its files: agent and live call (call.c), records being written
 * (work.c, save.c), what becomes of them (settle.c), popups (ask.c), views (view*.c). */
#ifndef CLIENT_DESK_MODEL_H
#define CLIENT_DESK_MODEL_H

#include "client/desk/profile.h"
#include "client/desk/similar.h"
#include "client/desk/work.h"
#include "client/seat/card.h"
#include "client/seat/catalog.h"
#include "client/seat/dialog.h"
#include "client/seat/list.h"
#include "client/seat/words.h"

enum {
    WORKS = 12, /* records open at one desk; further ones wait among the drafts */
    CALL_BYTES = 2 * 1024 * 1024,
    AGENT_BYTES = 256 * 1024,
};

enum view {
    VIEW_HOME,
    VIEW_WORK,
    VIEW_LIST,
    VIEW_CARD,
};

/* The call that rings or is talked on, or was last. */
struct live {
    uint64_t call; /* 0: none */
    enum call_state state;
    uint64_t until_ms; /* the offer lapses at */
    uint64_t since_ms; /* in this state since, dispatcher's clock */
    bool closing;      /* the closing words stand where the greeting stood */
    bool next_after;   /* ready for the next one as soon as it is over */
    bool answering;    /* asked to answer */
    bool asking_card, card_again;
    const struct rec_call_card *card; /* NULL: not known yet; in arena */
    struct arena arena;
};

struct desk {
    struct seat *seat; /* borrowed */
    uint64_t person;   /* whose works are here; 0: nobody's */
    enum agent_state state;
    enum break_reason reason;
    uint64_t since_ms;
    struct live live;
    struct work *works[WORKS]; /* NULL: a free place */
    struct work *current;      /* shown in VIEW_WORK */
    struct table *home;        /* the works, on the home view */
    enum view view;
    enum view card_from; /* where Esc leads from a card */
    struct list *list;
    bool list_follow_ups; /* else mine */
    struct card *card;
    struct catalog *catalog;
    struct dialogs *dialogs;
    struct word_items types, reasons, refusals, outcomes, grades, solved, ways, links, causes,
        yes_no;
    struct word_items more_words[MORE_FIXED]; /* of the second page's fields */
    struct people leaders;
    struct profiles profiles;
    uint64_t rated;           /* the call that was rated last, or is being rated */
    struct pick_item *agents; /* ready ones, for a transfer; in agent_arena */
    size_t n_agents;
    struct arena agent_arena;
    uint64_t follow_ups, drafts, callbacks; /* waiting, when last asked */
    uint64_t line;                          /* of the last call that was announced here */
};

/* ---- desk.c ---- */

void desk_show(struct desk *desk, enum view view);
void desk_show_work(struct desk *desk, struct work *work);
void desk_show_card(struct desk *desk, uint64_t ticket);
/* The words for a state with its glyph: "✓ ready". */
enum style desk_state_style(enum agent_state state);

/* ---- call.c ---- */

void call_facts(struct desk *desk, const struct fact *fact);
/* After signing in: what the dispatcher says I have in hand. */
void call_resume(struct desk *desk, uint64_t call);
void call_forget(struct desk *desk);
void call_answer(struct desk *desk);
/* F8: the closing words; again: the caller has hung up. */
void call_close(struct desk *desk);
/* The agent hangs up first (R6), confirmed. */
void call_end_first(struct desk *desk);
/* F9: over with it, ready for the next. */
void call_next(struct desk *desk);
void call_ready(struct desk *desk);
bool call_is_mine(const struct desk *desk); /* talking */
/* The record of the live call, made when there is none yet; NULL: no call or no place. */
struct work *call_work(struct desk *desk);

/* ---- work.c ---- */

/* A new record for a call (0: none); NULL when all places are taken, and says so. */
struct work *works_add(struct desk *desk, uint64_t call);
struct work *works_by_ticket(const struct desk *desk, uint64_t ticket);
/* Out of the desk; what the spool holds of it stays there. */
void works_remove(struct desk *desk, struct work *work);
/* Those that are settled, or saved and empty-handed, make room. */
void works_tidy(struct desk *desk);
/* What the spool holds for this person becomes works again; answers how many. */
int works_restore(struct desk *desk);
void works_items(struct desk *desk); /* the registers changed */

/* ---- save.c ---- */

/* Does what is to be done next: keep, save, register, settle. */
void work_pump(struct work *work);
/* Opens a draft of mine that the dispatcher has. */
void work_fetch(struct work *work);
/* The live call has a draft already: this record goes on with it when it is mine. */
void work_adopt(struct work *work, uint64_t ticket);
/* A key changed the form, or left a field. */
void work_typed(struct work *work);
void work_left_field(struct work *work);
/* Tab and the like have been typed in a field: what follows from its change. */
void work_field_changed(struct work *work, int field);
/* The first words for a refusal of the record: field marked, cursor there. */
void work_refused(struct work *work, const struct link_answer *answer);

/* ---- settle.c ---- */

/* F5, F6, Ctrl-B, Ctrl-R: for the record in view or the card in view. */
void settle_start(struct desk *desk, enum settle settle);
/* Everything is there: saves, registers, settles, one after the other. */
void settle_go(struct work *work, enum settle settle);
/* The record is registered: the request that settles it. */
void settle_send(struct work *work);
bool settle_allows(const struct desk *desk, enum settle settle);

/* ---- ask.c: the popups ---- */

extern const struct dialog_kind dialog_pause, dialog_phone, dialog_visit, dialog_transfer,
    dialog_answer, dialog_dispatch, dialog_promise, dialog_refuse, dialog_reveal, dialog_outcome;
/* steps.c */
extern const struct dialog_kind dialog_tell, dialog_rate, dialog_link, dialog_refer, dialog_attempt,
    dialog_report;

#define KIND(id, name, title, deed, key, ...)                                                      \
    static const struct form_field id##_fields[] = {__VA_ARGS__};                                  \
    const struct dialog_kind dialog_##id = {                                                       \
        name,                                                                                      \
        title,                                                                                     \
        deed,                                                                                      \
        key,                                                                                       \
        {id##_fields, id##_names, sizeof id##_fields / sizeof *id##_fields}}

enum ask_field {
    ASK_REASON,
    ASK_LINE,
    ASK_FROM,
    ASK_TO,
    ASK_NOTE,
    ASK_REPLY,
    ASK_ARTICLE,
    ASK_UNIT,
    ASK_AT,
    ASK_TEXT,
    ASK_OUTCOME,
    ASK_GRADE,
    ASK_OPINION,
    ASK_EXPERT,
    ASK_SOLVED,
    ASK_PROCESS,
    ASK_ATTITUDE,
    ASK_ACCURACY,
    ASK_EFFICIENCY,
    ASK_OTHER,
    ASK_KIND,
    ASK_CAUSE,
    ASK_LEADER,
    ASK_WAY,
    ASK_REACHED,
    ASK_GUIDANCE,
};

void ask_open(struct desk *desk, const struct dialog_kind *kind, uint64_t object);
/* Everything mandatory is there. */
void ask_do(struct desk *desk, struct dialog *dialog);
/* The registers changed. */
void ask_items(struct desk *desk);
/* The request of a dialog, for a ticket that is registered; false: a field is not right. */
bool ask_settle(struct desk *desk, struct dialog *dialog, uint64_t ticket, enum settle settle,
                link_answered *answered, void *ctx);

void ask_code(const struct desk *desk, const struct dialog *dialog, int field,
              enum catalog_kind kind, struct code *out);
/* The time typed in ASK_AT lies ahead; else it is marked. */
bool ask_time_is_right(struct desk *desk, struct dialog *dialog);

/* ---- steps.c: popups of what stands beside settling a record ---- */

bool steps_has(const struct dialog_kind *kind);
void steps_items(struct desk *desk, struct dialog *dialog);
void steps_preset(struct desk *desk, struct dialog *dialog);
/* What one field says makes another one mandatory. */
void steps_changed(struct dialog *dialog);
bool steps_send(struct desk *desk, struct dialog *dialog, link_answered *answered);
/* Process and time that a visitor was told (R96). */
bool ask_tell(struct desk *desk, struct dialog *dialog, uint64_t ticket, link_answered *answered,
              void *ctx);
/* The call that can be rated now; 0: none. */
uint64_t steps_call_to_rate(const struct desk *desk);
/* The ticket that a step beside settling would be about: the card's or the record's; 0: none. */
uint64_t steps_ticket(const struct desk *desk);

/* ---- keys.c ---- */

extern const struct keybind desk_binds[];
bool desk_allows(const void *model, int intent);
void desk_intent(void *model, int intent);
bool desk_key(void *model, const struct key *key);

/* ---- view.c ---- */

void desk_draw(const void *model, struct grid *grid, struct rect rect);
/* ---- view_work.c ---- */
void view_work(const struct desk *desk, struct grid *grid, struct rect rect);
/* ---- view_home.c ---- */
void view_home(const struct desk *desk, struct grid *grid, struct rect rect);
struct table *home_table(void);
struct table_source home_source(const struct desk *desk);

#endif
