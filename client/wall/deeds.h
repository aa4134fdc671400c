/* What a team lead can do from the wall, once: the request, its keys, its popup. Intents, key
 * table, popups and requests come from here. */
#ifndef CLIENT_WALL_DEEDS_H
#define CLIENT_WALL_DEEDS_H

#include "client/wall/keys.h"
#include "proto/schema.h"

/* Where a field's entries come from. */
enum wall_source {
    WALL_TYPED,  /* a text */
    WALL_TIME,   /* a time to come */
    WALL_AGENTS, /* signed in */
    WALL_ASKING, /* who asks for a break */
    WALL_LENT,   /* with a skill on loan */
    WALL_SKILLS,
    WALL_LEVELS,
    WALL_YES,
    WALL_BURSTS, /* live ones */
    WALL_NOTICES,
};

/* A(id, kind of form field, limit, rows, source) */
#define WALL_ASK_TABLE(A)                                                                          \
    A(ASKING, PICK, 0, 1, ASKING)                                                                  \
    A(AGENT, PICK, 0, 1, AGENTS)                                                                   \
    A(LENT, PICK, 0, 1, LENT)                                                                      \
    A(SKILL, PICK, 0, 1, SKILLS)                                                                   \
    A(LEVEL, PICK, 0, 1, LEVELS)                                                                   \
    A(UNTIL, LINE, 40, 1, TIME)                                                                    \
    A(NOTE, TEXT, LIMIT_NOTE, 3, TYPED)                                                            \
    A(BODY, TEXT, LIMIT_SCRIPT, 5, TYPED)                                                          \
    A(ARTICLE, LINE, LIMIT_CODE, 1, TYPED)                                                         \
    A(OUTAGE, PICK, 0, 1, YES)                                                                     \
    A(BURST, PICK, 0, 1, BURSTS)                                                                   \
    A(NOTICE, PICK, 0, 1, NOTICES)

enum wall_ask {
#define A(id, kind, limit, rows, source) WALL_ASK_##id,
    WALL_ASK_TABLE(A)
#undef A
        WALL_ASKS,
};

/* F(ask, the request's field, label, mandatory) */
#define WALL_FIELDS_ALLOW(F) F(ASKING, number, N_("Agent"), true)
#define WALL_FIELDS_DENY(F) F(ASKING, number, N_("Agent"), true) F(NOTE, note, N_("Why not"), false)
#define WALL_FIELDS_BORROW(F)                                                                      \
    F(AGENT, number, N_("Agent"), true)                                                            \
    F(SKILL, skill, N_("Skill"), true)                                                             \
    F(LEVEL, level, N_("Skill level"), true)                                                       \
    F(UNTIL, until_ms, N_("Until"), true)
#define WALL_FIELDS_RETURN(F) F(LENT, number, N_("Agent"), true) F(SKILL, skill, N_("Skill"), true)
#define WALL_FIELDS_SURGE(F) F(NOTE, reason, N_("Why"), true) F(UNTIL, until_ms, N_("Until"), false)
/* a question, not a popup */
#define WALL_FIELDS_SURGE_END(F)
#define WALL_FIELDS_NOTICE(F)                                                                      \
    F(BODY, body, N_("Text"), true)                                                                \
    F(UNTIL, until_ms, N_("Until"), false)                                                         \
    F(OUTAGE, outage, N_("Outage"), false)
#define WALL_FIELDS_NOTICE_END(F) F(NOTICE, notice, N_("Notice"), true)
#define WALL_FIELDS_PIN(F)                                                                         \
    F(BURST, burst, N_("Burst"), true)                                                             \
    F(ARTICLE, article, N_("Article's code"), false)                                               \
    F(BODY, answer, N_("or the answer"), false)
#define WALL_FIELDS_OVER(F) F(BURST, burst, N_("Burst"), true)

/* D(id, request, key, label, help, on the bar, name in the spool, popup's title, done) */
#define WALL_DEED_TABLE(D)                                                                         \
    D(ALLOW, agent_allow, K_ON(F4), N_("Allow break"),                                             \
      N_("Allow the break that an agent asks for"), true, "allow", N_("Allow a break"),            \
      N_("The break is allowed."))                                                                 \
    D(DENY, agent_refuse, K_NOWHERE, N_("Refuse break"),                                           \
      N_("Refuse the break that an agent asks for"), false, "deny", N_("Refuse a break"),          \
      N_("The break is refused."))                                                                 \
    D(SURGE, surge_start, K_ON(F6), N_("Surge mode"),                                              \
      N_("Begin surge mode: shorter wrap-up, earlier callbacks, borrowed agents, a line in the "   \
         "greeting"),                                                                              \
      true, "surge", N_("Begin surge mode"), N_("Surge mode is on."))                              \
    D(SURGE_END, surge_end, K_ON(F6), N_("End surge"),                                             \
      N_("End surge mode; all that it changed is undone"), true, "surge_end",                      \
      N_("End surge mode"), N_("Surge mode is over."))                                             \
    D(BORROW, agent_borrow, K_ON(F7), N_("Borrow"), N_("Lend an agent to a skill until a time"),   \
      true, "borrow", N_("Borrow an agent"), N_("The agent is lent."))                             \
    D(RETURN, agent_return, K_NOWHERE, N_("End a loan"), N_("End a loan before its time"), false,  \
      "return", N_("End a loan"), N_("The loan is over."))                                         \
    D(PIN, burst_pin, K_ON(F8), N_("Pin answer"),                                                  \
      N_("Pin a standard answer to a burst, for all agents"), true, "pin", N_("Pin an answer"),    \
      N_("The answer is pinned."))                                                                 \
    D(OVER, burst_close, K_NOWHERE, N_("Burst over"), N_("Say that a burst is over"), false,       \
      "over", N_("Burst over"), N_("The burst is over."))                                          \
    D(NOTICE, notice_put, K_ON(F9), N_("Notice"),                                                  \
      N_("Tell all screens something, an outage for one"), true, "notice", N_("Notice to all"),    \
      N_("All screens show it."))                                                                  \
    D(NOTICE_END, notice_end, K_NOWHERE, N_("End notice"), N_("Take a notice away"), false,        \
      "notice_end", N_("End a notice"), N_("The notice is gone."))

enum wall_deed_id {
#define D(id, request, key, label, help, bar, name, title, done) WALL_DEED_##id,
    WALL_DEED_TABLE(D)
#undef D
        WALL_DEEDS,
};

/* Their intents follow the wall's own. */
enum { WALL_DEED_INTENTS = 100 };

#endif
