/* Points of units and operators (R69 to R73): each is a fact with what caused it. Exact definitions
 * for people: docs/figures.md. */
#ifndef SERVER_CORE_SCORE_H
#define SERVER_CORE_SCORE_H

#include "server/core/step.h"

/* Which sum of a month a rule counts in: the first four are a unit's, AGENT's are taken from an
 * operator's points of the year. */
enum score_side { SCORE_LEADERSHIP, SCORE_SYSTEMS, SCORE_MINUS, SCORE_PLUS, SCORE_AGENT };
/* How a point comes to be: by itself in the step of its cause, by hand with the setting's points,
 * or by hand with points up to the setting. */
enum score_way { SCORE_ITSELF, SCORE_BY_HAND, SCORE_JUDGED };

/* X(rule, side, way, setting) */
#define SCORE_RULES(X)                                                                             \
    X(attention, LEADERSHIP, JUDGED, score_attention)                                              \
    X(review, LEADERSHIP, JUDGED, score_review)                                                    \
    X(reception, LEADERSHIP, JUDGED, score_reception)                                              \
    X(rules, SYSTEMS, JUDGED, score_rules)                                                         \
    X(staff, SYSTEMS, JUDGED, score_staff)                                                         \
    X(overdue, MINUS, ITSELF, score_overdue)                                                       \
    X(repeat, MINUS, ITSELF, score_repeat)                                                         \
    X(redo, MINUS, ITSELF, score_redo)                                                             \
    X(false_result, MINUS, ITSELF, score_false_result)                                             \
    X(late_sign, MINUS, ITSELF, score_late_sign)                                                   \
    X(notice_county, MINUS, BY_HAND, score_notice_county)                                          \
    X(notice_city, MINUS, BY_HAND, score_notice_city)                                              \
    X(supervised_again, MINUS, ITSELF, score_supervised_again)                                     \
    X(very_satisfied, PLUS, ITSELF, score_very_satisfied)                                          \
    X(praise_county, PLUS, BY_HAND, score_praise_county)                                           \
    X(praise_city, PLUS, BY_HAND, score_praise_city)                                               \
    X(agent_attitude, AGENT, JUDGED, score_agent_year)                                             \
    X(agent_record, AGENT, JUDGED, score_agent_year)                                               \
    X(agent_discipline, AGENT, JUDGED, score_agent_year)                                           \
    X(agent_secrecy, AGENT, JUDGED, score_agent_year)

enum score_side score_side(uint64_t rule);
enum score_way score_way(uint64_t rule);
/* The rule's points, or the most that may be entered. */
uint64_t score_points(const struct settings *settings, uint64_t rule);

/* Gives the rule's points to a unit in the month of now. row is the ticket that caused it; for
 * `repeat` the earlier one, which the unit knows. Nothing for a unit of 0, and once only for the
 * same rule, ticket, unit and row->redo_count; but each repeat counts. Emits; call it after the
 * fact of the cause. */
void score_give(struct step *step, enum score_rule rule, const struct row_ticket *row,
                uint64_t unit);

/* A month as 202611; month 0 when the text is none. */
bool month_valid(uint64_t month);

#endif
