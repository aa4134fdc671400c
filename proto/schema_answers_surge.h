/* The fields of the answers about surge mode, areas, bursts, notices and scripts as they are said.
 * Macros as in schema_requests.h. */
#ifndef PROTO_SCHEMA_ANSWERS_SURGE_H
#define PROTO_SCHEMA_ANSWERS_SURGE_H

#define FIELDS_rec_surge(S, F, E, R)                                                               \
    F(S, 1, flag, on, 1, FACT, MAY, "on")                                                          \
    E(S, 2, surge_by, by, FACT, MAY, "by whom")                                                    \
    F(S, 3, ms, since_ms, 0, FACT, MAY, "since")                                                   \
    F(S, 4, ms, until_ms, 0, FACT, MAY, "until")                                                   \
    F(S, 5, text, reason, LIMIT_NOTE, OPEN, MAY, "why")                                            \
    F(S, 6, u64, wrap_s, 0, FACT, MAY, "wrap-up limit meanwhile")                                  \
    F(S, 7, u64, offer_s, 0, FACT, MAY, "a callback is offered after")                             \
    R(S, 8, mastery_item, lent, LIMIT_PAGE, "agents borrowed meanwhile")                           \
    F(S, 9, text, announcement, LIMIT_SCRIPT, OPEN, MAY, "line in the greeting")                   \
    F(S, 10, u64, usual_wrap_s, 0, FACT, MAY, "wrap-up limit otherwise")                           \
    F(S, 11, u64, rule_waiting, 0, FACT, MAY, "by rule when so many wait")                         \
    F(S, 12, u64, rule_wait_s, 0, FACT, MAY, "or the oldest so long")                              \
    F(S, 13, u64, usual_offer_s, 0, FACT, MAY,                                                     \
      "a callback is offered otherwise after, in the queue that offers it first")                  \
    F(S, 14, code, queue, LIMIT_CODE, FACT, MAY, "queue that made the rule speak")                 \
    F(S, 15, u64, waiting, 0, FACT, MAY, "callers who waited there then")
#define FIELDS_rec_area_item(S, F, E, R)                                                           \
    F(S, 1, u64, area, 0, FACT, MUST, "id")                                                        \
    F(S, 2, code, code, LIMIT_CODE, FACT, MUST, "code")                                            \
    F(S, 3, text, name, LIMIT_NAME, OPEN, MAY, "name")                                             \
    F(S, 4, code, parent, LIMIT_CODE, FACT, MAY, "code of the area above")                         \
    F(S, 5, flag, retired, 1, FACT, MAY, "retired")
#define FIELDS_rec_area_page(S, F, E, R)                                                           \
    R(S, 1, area_item, rows, LIMIT_PAGE, "areas")                                                  \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_burst_item(S, F, E, R)                                                          \
    F(S, 1, u64, burst, 0, FACT, MUST, "number")                                                   \
    E(S, 2, burst_state, state, FACT, MAY, "state")                                                \
    F(S, 3, code, subject, LIMIT_CODE, FACT, MAY, "subject's code")                                \
    F(S, 4, text, subject_name, LIMIT_NAME, OPEN, MAY, "subject's name")                           \
    F(S, 5, text, area, LIMIT_NAME, OPEN, MAY, "area's name")                                      \
    F(S, 6, u64, n, 0, FACT, MAY, "tickets so far")                                                \
    F(S, 7, ms, since_ms, 0, FACT, MAY, "since")                                                   \
    F(S, 8, ms, last_ms, 0, FACT, MAY, "last ticket")                                              \
    F(S, 9, code, article, LIMIT_CODE, FACT, MAY, "code of the article pinned")                    \
    F(S, 10, text, answer, LIMIT_SCRIPT, OPEN, MAY, "answer pinned")
#define FIELDS_rec_burst_page(S, F, E, R)                                                          \
    R(S, 1, burst_item, rows, LIMIT_PAGE, "bursts")                                                \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_notice_item(S, F, E, R)                                                         \
    F(S, 1, u64, notice, 0, FACT, MUST, "number")                                                  \
    F(S, 2, text, body, LIMIT_SCRIPT, OPEN, MAY, "text")                                           \
    F(S, 3, ms, since_ms, 0, FACT, MAY, "since")                                                   \
    F(S, 4, ms, until_ms, 0, FACT, MAY, "until")                                                   \
    F(S, 5, flag, outage, 1, FACT, MAY, "something is down")                                       \
    F(S, 6, flag, over, 1, FACT, MAY, "over")
#define FIELDS_rec_notice_page(S, F, E, R)                                                         \
    R(S, 1, notice_item, rows, LIMIT_PAGE, "notices")                                              \
    F(S, 2, u64, next, 0, FACT, MAY, "cursor of the next page; none: the last")
#define FIELDS_rec_preview(S, F, E, R)                                                             \
    R(S, 1, prompt_item, rows, 20, "scripts, filled in, in the order they are said")

#endif
