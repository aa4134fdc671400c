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
    X(house, "what the work on the house came to")

#endif
