/* The desk's model, shared by its files: the agent (agent.c), the live call (call.c) and what keys
 * do with it (line.c), records being written (work.c, save.c), what becomes of them (settle.c),
 * popups (ask.c and its rooms), news for everybody (news.c), views (view*.c). */
#ifndef CLIENT_DESK_MODEL_H
#define CLIENT_DESK_MODEL_H

#include "client/desk/news.h"
#include "client/desk/profile.h"
#include "client/desk/similar.h"
#include "client/desk/walk.h"
#include "client/desk/work.h"
#include "client/seat/card.h"
#include "client/seat/catalog.h"
#include "client/seat/dialog.h"
#include "client/seat/list.h"
#include "client/seat/words.h"

enum {
    WORKS = 12, /* records open at one desk; further ones wait among the drafts */
    CALL_BYTES = 2 * 1024 * 1024,
    CONTACT_BYTES = 256 * 1024,
};

enum view {
    VIEW_HOME,
    VIEW_WORK,
    VIEW_LIST,
    VIEW_CARD,
};

/* What this desk is in the live call. */
enum call_part {
    PART_AGENT,  /* the caller's agent, or about to be */
    PART_SECOND, /* asked by the caller's agent */
    PART_ORIGIN, /* passed it to an outside number and sees whether they talk */
};

/* The call that rings or is talked on, or was last. */
struct live {
    uint64_t call; /* 0: none */
    enum call_state state;
    enum call_part part;
    bool unknown;      /* state and part are still to be learnt from the card */
    bool outside;      /* the other is an outside number */
    uint64_t until_ms; /* the offer lapses at */
    uint64_t since_ms; /* in this state since, dispatcher's clock; on hold: since it began */
    bool closing;      /* the closing words stand where the greeting stood */
    size_t said;       /* steps of these words that were said */
    bool next_after;   /* ready for the next one as soon as it is over */
    bool answering;    /* asked to answer */
    bool reminded;     /* of a caller on hold: said until they are talked with */
    bool asking_card, card_again;
    const struct rec_call_card *card; /* NULL: not known yet; in arena */
    struct arena arena;
};

/* A contact of an outbound list that is mine to call (R48). */
struct contact {
    uint64_t id; /* 0: none */
    bool asking;
    const struct rec_contact_card *card; /* NULL: not known yet; in arena */
    struct arena arena;
};

/* What a popup picks from, asked for when it opens; the items live in the arena. */
struct picks {
    struct pick_item *items;
    size_t n;
    struct arena arena;
};

struct desk {
    struct seat *seat; /* borrowed */
    uint64_t person;   /* whose works are here; 0: nobody's */
    enum agent_state state;
    enum break_reason reason;
    uint64_t since_ms;
    uint64_t limit_ms;               /* the state lasts too long from then on; 0: no limit */
    enum break_reason asks, allowed; /* a break that waits for the lead; for the call's end */
    bool trainee;                    /* takes no real calls */
    bool verifies;                   /* may check callers' identity */
    struct live live;
    struct contact contact;
    struct news news;
    struct walk walk;
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
    struct word_items fails, results, nuisances, alert_kinds, identity_ways, market_kinds;
    uint64_t rated;      /* the call that was rated last, or is being rated */
    struct picks agents; /* for a transfer or a consultation; ready ones first */
    struct picks plans, supplies, demands;
    uint64_t follow_ups, drafts, callbacks; /* waiting, when last asked */
    bool hears_all;                         /* what concerns everybody */
    uint64_t line;                          /* of the last call that was announced here */
};

/* ---- desk.c ---- */

void desk_show(struct desk *desk, enum view view);
void desk_show_work(struct desk *desk, struct work *work);
void desk_show_card(struct desk *desk, uint64_t ticket);
/* The words for a state with its glyph: "✓ ready". */
enum style desk_state_style(enum agent_state state);

/* ---- agent.c ---- */

void agent_take_me(struct desk *desk, const struct rec_me *me);
void agent_facts(struct desk *desk, const struct fact *fact);
/* The state's style; an alarm when it lasts too long. */
enum style agent_style(const struct desk *desk);
/* "0:32/5:00": the state's clock, and what it may come to. At least 48 bytes. */
void agent_clock(const struct desk *desk, char *out, size_t cap);
/* For the status line. */
enum style agent_status(const struct desk *desk, char *out, size_t cap);
/* What waits besides, translated; "": nothing. */
const char *agent_hint(const struct desk *desk);

/* ---- call.c ---- */

void call_facts(struct desk *desk, const struct fact *fact);
/* After signing in: what the dispatcher says I have in hand. */
void call_resume(struct desk *desk, uint64_t call);
void call_forget(struct desk *desk);
void call_tick(struct desk *desk);
/* The caller is mine from now on, or again. */
void call_taken(struct desk *desk, uint64_t call, uint64_t at_ms);
/* The caller is mine: I talk, or they wait on hold while I think or ask. */
bool call_is_mine(const struct desk *desk);
/* The caller is mine and hears me. */
bool call_talks(const struct desk *desk);
/* The caller is mine and hears music. */
bool call_on_hold(const struct desk *desk);
/* It asks to be answered: an offer, a consultation, a promised callback. */
bool call_rings(const struct desk *desk);
/* On the telephone, whoever's caller it is. */
bool call_in_hand(const struct desk *desk);
/* What was typed of it goes to the dispatcher now: with the call, its draft may change hands. */
void call_hurry(struct desk *desk);
/* The record of the live call, made when there is none yet; NULL: no call or no place. */
struct work *call_work(struct desk *desk);

/* ---- line.c: what keys do with calls ---- */

void call_answer(struct desk *desk);
/* F8: the closing words; again: the caller has hung up. */
void call_close(struct desk *desk);
/* The agent hangs up first (R6), asked about, then confirmed. */
void call_end_asked(struct desk *desk);
void call_end_first(struct desk *desk);
/* F9: over with it, ready for the next. */
void call_next(struct desk *desk);
void call_ready(struct desk *desk);
/* Intents of client/desk/line.h. */
bool line_allows(const struct desk *desk, int intent);
void line_intent(struct desk *desk, int intent);
/* A telephone's key, which goes before a popup. */
bool line_goes_first(const struct desk *desk, int intent);

/* ---- script.c: greeting and closing, step by step (R5, R6) ---- */

enum { STEPS_MOST = 24 };
/* The steps of what is to be said now, in their order; slices point into the card. */
size_t script_steps(const struct desk *desk, struct slice out[STEPS_MOST]);
/* Answers the rows used. */
int script_draw(const struct desk *desk, struct grid *grid, struct rect rect);
/* Cards for kinds of calls, for distress and the like: those that fit the record. */
struct flow;
void script_prompts(const struct desk *desk, struct flow *flow);

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

extern const struct dialog_kind dialog_pause, dialog_phone, dialog_visit, dialog_answer,
    dialog_dispatch, dialog_promise, dialog_refuse, dialog_reveal, dialog_outcome;
/* steps.c */
extern const struct dialog_kind dialog_tell, dialog_rate, dialog_link, dialog_refer, dialog_attempt,
    dialog_report;
/* pass.c */
extern const struct dialog_kind dialog_transfer, dialog_consult, dialog_failed;
/* outbound.c */
extern const struct dialog_kind dialog_outbound, dialog_contact, dialog_dial, dialog_enter;
/* special.c */
extern const struct dialog_kind dialog_mark, dialog_alert, dialog_acknowledge, dialog_identity,
    dialog_market, dialog_match, dialog_market_close;
/* walk.c */
extern const struct dialog_kind dialog_tree;

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
    ASK_QUEUE,
    ASK_OUTSIDE,
    ASK_LIST,
    ASK_RESULT,
    ASK_ARRIVED,
    ASK_ANSWERED,
    ASK_ENDED,
    ASK_PLAN,
    ASK_PLACE,
    ASK_PEOPLE,
    ASK_CONTACT,
    ASK_HELP,
    ASK_SUBJECT,
    ASK_SUPPLY,
    ASK_DEMAND,
    ASK_TREE,
};

/* A family of popups. Everything but has and send may be NULL. */
struct ask_room {
    bool (*has)(const struct dialog_kind *kind);
    bool (*send)(struct desk *desk, struct dialog *dialog, link_answered *answered);
    void (*items)(struct desk *desk, struct dialog *dialog);
    /* Once it is open: what it begins with, and asks for what it picks from. */
    void (*preset)(struct desk *desk, struct dialog *dialog);
    /* What one field says makes another one mandatory. */
    void (*changed)(struct dialog *dialog);
    /* Translated words above the form; "" for none. */
    void (*lead)(const struct desk *desk, const struct dialog *dialog, char *out, size_t cap);
    /* Done: what follows from the answer. The popup is still there. */
    void (*done)(struct desk *desk, struct dialog *dialog, const void *answer);
};
extern const struct ask_room steps_room, pass_room, outbound_room, special_room, walk_room;

void ask_open(struct desk *desk, const struct dialog_kind *kind, uint64_t object);
/* Everything mandatory is there. */
void ask_do(struct desk *desk, struct dialog *dialog);
/* The registers changed. */
void ask_items(struct desk *desk);
/* What one field says makes another one mandatory. */
void ask_changed(struct dialog *dialog);
/* What stands above its form is known better now. */
void ask_lead(const struct desk *desk, struct dialog *dialog);
/* The request of a dialog, for a ticket that is registered; false: a field is not right. */
bool ask_settle(struct desk *desk, struct dialog *dialog, uint64_t ticket, enum settle settle,
                link_answered *answered, void *ctx);

/* The items of a register for a field. */
void ask_pick_from(struct desk *desk, struct dialog *dialog, int field, enum catalog_kind kind);
void ask_code(const struct desk *desk, const struct dialog *dialog, int field,
              enum catalog_kind kind, struct code *out);
/* The time typed in ASK_AT lies ahead; else it is marked. */
bool ask_time_is_right(struct desk *desk, struct dialog *dialog);

/* ---- steps.c: popups of what stands beside settling a record ---- */

/* Process and time that a visitor was told (R96). */
bool ask_tell(struct desk *desk, struct dialog *dialog, uint64_t ticket, link_answered *answered,
              void *ctx);
/* The call that can be rated now; 0: none. */
uint64_t steps_call_to_rate(const struct desk *desk);
/* The ticket that a step beside settling would be about: the card's or the record's; 0: none. */
uint64_t steps_ticket(const struct desk *desk);

/* ---- pass.c ---- */

/* The number of the picked agent; "" for none. */
const char *pass_number(const struct desk *desk, uint64_t person);

/* ---- picks.c: what popups ask for when they open ---- */

void picks_init(struct picks *picks);
void picks_fini(struct picks *picks);
void agents_ask(struct desk *desk);
void plans_ask(struct desk *desk);
void market_ask(struct desk *desk);

/* ---- outbound.c ---- */

/* This contact is mine now. */
void outbound_take(struct desk *desk, uint64_t contact);
void outbound_facts(struct desk *desk, const struct fact *fact);
/* Alt-O: the next contact, or what came of the one in hand. */
void outbound_key(struct desk *desk);
/* Alt-D: rings the contact, the ticket's caller or a number. */
void outbound_dial(struct desk *desk);

/* ---- keys.c ---- */

extern const struct keybind desk_binds[];
bool desk_allows(const void *model, int intent);
void desk_intent(void *model, int intent);
bool desk_key(void *model, const struct key *key);

/* ---- view.c ---- */

void desk_draw(const void *model, struct grid *grid, struct rect rect);
/* ---- view_banner.c ---- */
/* Rows above everything: what the telephone asks for, what everybody is to know. */
int banner_rows(const struct desk *desk, struct rect rect);
void banner_draw(const struct desk *desk, struct grid *grid, struct rect rect);
/* ---- view_work.c ---- */
void view_work(const struct desk *desk, struct grid *grid, struct rect rect);
/* ---- view_home.c ---- */
void view_home(const struct desk *desk, struct grid *grid, struct rect rect);
struct table *home_table(void);
struct table_source home_source(const struct desk *desk);

#endif
