/* Every answer and every row inside an answer, once. Field macros as in schema_requests.h. What
 * `may()` does not grant is masked or absent in what is sent. */
#ifndef PROTO_SCHEMA_ANSWERS_H
#define PROTO_SCHEMA_ANSWERS_H

/* X(name, help) */
#define RECORD_TABLE(X)                                                                            \
    X(done, "the step is on disk")                                                                 \
    X(hello, "who is there")                                                                       \
    X(session, "a session was opened")                                                             \
    X(session_item, "one live session")                                                            \
    X(session_page, "live sessions")                                                               \
    X(me, "who I am and what I am doing")                                                          \
    X(person_item, "one person")                                                                   \
    X(person_page, "people")                                                                       \
    X(station_item, "one station")                                                                 \
    X(station_page, "stations")                                                                    \
    X(unit_item, "one unit")                                                                       \
    X(unit_page, "units")                                                                          \
    X(line_item, "one line")                                                                       \
    X(line_page, "lines")                                                                          \
    X(subject_item, "one subject")                                                                 \
    X(subject_page, "subjects")                                                                    \
    X(script_item, "one script")                                                                   \
    X(script_page, "scripts")                                                                      \
    X(article_item, "one article")                                                                 \
    X(article_page, "articles")                                                                    \
    X(agent_item, "one agent")                                                                     \
    X(agent_page, "agents")                                                                        \
    X(call_item, "one call")                                                                       \
    X(call_page, "calls")                                                                          \
    X(ticket_item, "one line of a list of tickets")                                                \
    X(ticket_page, "tickets")                                                                      \
    X(prompt_item, "one prompt card")                                                              \
    X(call_card, "all that the desk shows of a call")                                              \
    X(ticket_card, "all that is shown of a ticket")                                                \
    X(caller_words, "a caller's data, unmasked")                                                   \
    X(history_item, "one step")                                                                    \
    X(history_page, "steps of a ticket")                                                           \
    X(profile_item, "how one type is treated")                                                     \
    X(profile_page, "how the types are treated")                                                   \
    X(field_item, "one form field")                                                                \
    X(field_page, "form fields")                                                                   \
    X(phrase_item, "one phrase")                                                                   \
    X(phrase_page, "phrases")                                                                      \
    X(expert_item, "one expert")                                                                   \
    X(expert_page, "experts")                                                                      \
    X(day_item, "one day of the calendar")                                                         \
    X(calendar, "the working calendar")                                                            \
    X(survey_item, "one survey")                                                                   \
    X(survey_page, "surveys")                                                                      \
    X(value_item, "one form field of a ticket")                                                    \
    X(value_page, "form fields of a ticket")                                                       \
    X(similar_item, "a ticket that may be about the same")                                         \
    X(similar_page, "tickets that may be about the same")                                          \
    X(link_item, "a linked ticket")                                                                \
    X(link_page, "linked tickets")                                                                 \
    X(duty_item, "something due")                                                                  \
    X(duty_page, "what is due")                                                                    \
    X(counit_item, "a co-unit")                                                                    \
    X(counit_page, "co-units")                                                                     \
    X(letter, "a reply letter")                                                                    \
    X(score_item, "one point")                                                                     \
    X(score_page, "points")                                                                        \
    X(rank_item, "one unit's score")                                                               \
    X(ranking, "units by their score")                                                             \
    X(agent_rank_item, "one operator's scores")                                                    \
    X(agent_ranking, "operators by number")                                                        \
    X(sample_item, "one scored sample")                                                            \
    X(sample_page, "scored samples")                                                               \
    X(figure_item, "one unit's figures")                                                           \
    X(figures, "figures of units")                                                                 \
    X(disclosure_item, "one disclosure")                                                           \
    X(disclosure_page, "disclosures")                                                              \
    X(look_item, "somebody saw something")                                                         \
    X(look_page, "who saw what")                                                                   \
    X(work_item, "one work report")                                                                \
    X(work_page, "work reports")                                                                   \
    X(fact_item, "one fact as it is published or kept")                                            \
    X(fact_page, "facts")                                                                          \
    X(minute_item, "one minute's figures")                                                         \
    X(queue_item, "one queue")                                                                     \
    X(wall, "the live figures")                                                                    \
    X(status, "how the dispatcher is")                                                             \
    X(skill_item, "a skill")                                                                       \
    X(skill_page, "skills")                                                                        \
    X(mastery_item, "how well somebody has a skill")                                               \
    X(mastery_page, "who has which skill")                                                         \
    X(queue_rule, "how a queue is served")                                                         \
    X(queue_page, "queues")                                                                        \
    X(place, "a waiting call's place")                                                             \
    X(queue_figure, "a queue's calls")                                                             \
    X(queue_figures, "calls of each queue")                                                        \
    X(agent_figure, "an agent's calls and times")                                                  \
    X(agent_figures, "calls and times of each agent")                                              \
    X(volume_item, "calls of one half-hour")                                                       \
    X(volume, "calls of each half-hour")                                                           \
    X(callback_item, "a promised callback")                                                        \
    X(callback_page, "promised callbacks")                                                         \
    X(outbound_item, "an outbound list")                                                           \
    X(outbound_page, "outbound lists")                                                             \
    X(contact_item, "a contact")                                                                   \
    X(contact_page, "contacts")                                                                    \
    X(contact_card, "one contact")                                                                 \
    X(no_call_item, "a number not to be called")                                                   \
    X(no_call_page, "numbers not to be called")                                                    \
    X(plan_item, "a place of an alert plan")                                                       \
    X(plan_page, "alert plans")                                                                    \
    X(alert_item, "an alert")                                                                      \
    X(alert_page, "alerts")                                                                        \
    X(relay_item, "who was told of an alert")                                                      \
    X(alert_card, "one alert")                                                                     \
    X(caller_item, "a number that was marked or is blocked")                                       \
    X(caller_page, "such numbers")                                                                 \
    X(evidence_item, "a call of the evidence")                                                     \
    X(evidence_page, "evidence about a number")                                                    \
    X(tree_item, "a troubleshooting tree")                                                         \
    X(tree_page, "troubleshooting trees")                                                          \
    X(tree_answer, "one way on")                                                                   \
    X(tree_node, "a question or an end")                                                           \
    X(tree, "one troubleshooting tree")                                                            \
    X(market_item, "a supply or a demand")                                                         \
    X(market_page, "supplies and demands")                                                         \
    X(surge, "surge mode")                                                                         \
    X(area_item, "an area")                                                                        \
    X(area_page, "areas")                                                                          \
    X(burst_item, "a burst")                                                                       \
    X(burst_page, "bursts")                                                                        \
    X(notice_item, "a notice")                                                                     \
    X(notice_page, "notices")                                                                      \
    X(preview, "what an agent would be shown")                                                     \
    X(house, "what the work on the house came to")

#endif
