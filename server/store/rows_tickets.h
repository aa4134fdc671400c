/* Columns of the tables about tickets, and what follows from them. K and C as in rows.h.
 */
#ifndef SERVER_STORE_ROWS_TICKETS_H
#define SERVER_STORE_ROWS_TICKETS_H

#define COLUMNS_ticket(K, C)                                                                       \
    K(u64, ticket)                                                                                 \
    C(u64, state)                                                                                  \
    C(u64, version)                                                                                \
    C(u64, call)                                                                                   \
    C(u64, line)                                                                                   \
    C(u64, channel)                                                                                \
    C(u64, type)                                                                                   \
    C(u64, subject)                                                                                \
    C(u64, unit)                                                                                   \
    C(u64, owner)   /* operator who recorded it */                                                 \
    C(u64, handler) /* unit person who signed */                                                   \
    C(h32, caller)  /* keyed hash of the phone */                                                  \
    C(u64, created_ms)                                                                             \
    C(u64, registered_ms)                                                                          \
    C(u64, dispatched_ms)                                                                          \
    C(u64, due_ms)                                                                                 \
    C(u64, replied_ms)                                                                             \
    C(u64, archived_ms)                                                                            \
    C(u64, overdue)                                                                                \
    C(u64, redo_count)                                                                             \
    C(u64, tries)                                                                                  \
    C(u64, next_try_ms)                                                                            \
    C(u64, outcome)                                                                                \
    C(u64, grade)                                                                                  \
    C(u64, refusal)                                                                                \
    C(u64, article)                                                                                \
    C(u64, article_version)                                                                        \
    C(u64, name_seq)                                                                               \
    C(u64, phone_seq)                                                                              \
    C(u64, address_seq)                                                                            \
    C(u64, matter_seq)                                                                             \
    C(u64, cause_seq)                                                                              \
    C(u64, reply_seq)                                                                              \
    C(u64, note_seq)                                                                               \
    C(u64, workplace_seq)                                                                          \
    C(u64, superior_seq)                                                                           \
    C(u64, measures_seq)                                                                           \
    C(u64, result_seq)                                                                             \
    C(u64, plan_seq) /* R37: of the unit that has it now */                                        \
    C(u64, anonymity)                                                                              \
    C(u64, secrecy)                                                                                \
    C(u64, nature)                                                                                 \
    C(u64, urgency)                                                                                \
    C(u64, accused) /* unit */                                                                     \
    C(u64, culprit) /* person */                                                                   \
    C(u64, half_ms)                                                                                \
    C(u64, most_ms)                                                                                \
    C(u64, warning)    /* enum warning: the last one given for this deadline */                    \
    C(u64, limit_kind) /* with dispatched_ms: how due_ms came to be */                             \
    C(u64, limit_n)                                                                                \
    C(u64, extended) /* the deadline was set by hand: no calendar moves it */                      \
    C(u64, extensions)                                                                             \
    C(u64, ask_until_ms) /* an extension waits for its decision */                                 \
    C(u64, returns)      /* returns asked for since its last dispatch */                           \
    C(u64, leader)                                                                                 \
    C(u64, assignee) /* person of the unit who gets it (R40) */                                    \
    C(u64, view)     /* enum caller_view, of the last reply */                                     \
    C(u64, resolution)                                                                             \
    C(u64, publicity)                                                                              \
    C(u64, expert)                                                                                 \
    C(u64, solved)                                                                                 \
    C(u64, process)     /* grade of the handling */                                                \
    C(u64, supervision) /* level */                                                                \
    C(u64, supervised)  /* times */                                                                \
    C(u64, told_ms)                                                                                \
    C(u64, called_ms) /* R25: the caller who was promised it was called back, or tried */          \
    C(u64, lead_ms)   /* a late callback is told to the lead at */                                 \
    C(u64, duplicate_of)                                                                           \
    C(u64, origin) /* ticket it was split from */                                                  \
    C(u64, letter)                                                                                 \
    C(u64, on_time)    /* the last reply was released before the deadline */                       \
    C(u64, erased)     /* words were erased after their time */                                    \
    C(u64, erase_ms)   /* when they will be; 0: never, or not closed */                            \
    C(u64, open_owner) /* owner while the ticket is open, then 0 */                                \
    C(u64, open_unit)  /* unit while it lies with one, then 0 */                                   \
    C(u64, open_state) /* state while it is open, then 0 */                                        \
    C(u64, area)                                                                                   \
    C(u64, identity_ms) /* the caller's identity was checked last */
#define COLUMNS_survey(K, C)                                                                       \
    K(u64, survey)                                                                                 \
    C(code, code)                                                                                  \
    C(u64, from_ms)                                                                                \
    C(u64, until_ms)                                                                               \
    C(u64, line)                                                                                   \
    C(u64, type)                                                                                   \
    C(u64, retired)                                                                                \
    C(u64, version)                                                                                \
    C(u64, name_seq)                                                                               \
    C(u64, very_satisfied)                                                                         \
    C(u64, satisfied)                                                                              \
    C(u64, fair)                                                                                   \
    C(u64, unsatisfied)
#define COLUMNS_counit(K, C)                                                                       \
    K(u64, ticket)                                                                                 \
    K(u64, unit)                                                                                   \
    C(u64, open_unit) /* the unit while its opinion is missing */                                  \
    C(u64, given_ms)                                                                               \
    C(u64, opinion_seq)
#define COLUMNS_duty(K, C)                                                                         \
    K(u64, duty)                                                                                   \
    C(u64, ticket)                                                                                 \
    C(u64, kind)                                                                                   \
    C(u64, state)                                                                                  \
    C(u64, unit)                                                                                   \
    C(u64, person)                                                                                 \
    C(u64, due_ms)                                                                                 \
    C(u64, open_ticket) /* the ticket while it is open or missed, then 0 */                        \
    C(u64, open_unit)   /* likewise the unit */                                                    \
    C(u64, open_ms)     /* likewise due_ms */
#define COLUMNS_ticket_field(K, C)                                                                 \
    K(u64, ticket)                                                                                 \
    K(u64, field)                                                                                  \
    C(u64, value_seq)
/* Each link stands twice, once from either side. */
#define COLUMNS_link(K, C)                                                                         \
    K(u64, ticket)                                                                                 \
    K(u64, other)                                                                                  \
    C(u64, kind)                                                                                   \
    C(u64, cause)                                                                                  \
    C(u64, seq)
/* A letter says what the reply said when it got its number. */
#define COLUMNS_letter(K, C)                                                                       \
    K(u64, letter)                                                                                 \
    C(u64, ticket)                                                                                 \
    C(u64, at_ms)                                                                                  \
    C(u64, unit)                                                                                   \
    C(u64, reply_seq)                                                                              \
    C(u64, measures_seq)                                                                           \
    C(u64, result_seq)                                                                             \
    C(u64, resolution)
#define COLUMNS_score(K, C)                                                                        \
    K(u64, score)                                                                                  \
    C(u64, unit)                                                                                   \
    C(u64, person)                                                                                 \
    C(u64, rule)                                                                                   \
    C(u64, plus)                                                                                   \
    C(u64, minus)                                                                                  \
    C(u64, month)                                                                                  \
    C(u64, state)                                                                                  \
    C(u64, ticket)                                                                                 \
    C(u64, call)                                                                                   \
    C(u64, at_ms)                                                                                  \
    C(u64, redo) /* times the ticket had been done again when it was given */                      \
    C(u64, note_seq)
/* Sums of the points that stand, of a unit (person 0) or an operator (unit 0) in a month. */
#define COLUMNS_score_month(K, C)                                                                  \
    K(u64, month)                                                                                  \
    K(u64, unit)                                                                                   \
    K(u64, person)                                                                                 \
    C(u64, leadership)                                                                             \
    C(u64, systems)                                                                                \
    C(u64, minus)                                                                                  \
    C(u64, plus)
/* What a unit (0: the desk) did in a month. */
#define COLUMNS_figure(K, C)                                                                       \
    K(u64, month)                                                                                  \
    K(u64, unit)                                                                                   \
    C(u64, replied)                                                                                \
    C(u64, on_time)                                                                                \
    C(u64, archived)                                                                               \
    C(u64, followed_up)                                                                            \
    C(u64, solved)                                                                                 \
    C(u64, result_very)                                                                            \
    C(u64, result_satisfied)                                                                       \
    C(u64, result_fair)                                                                            \
    C(u64, result_unsatisfied)                                                                     \
    C(u64, process_very)                                                                           \
    C(u64, process_satisfied)                                                                      \
    C(u64, process_fair)                                                                           \
    C(u64, process_unsatisfied)                                                                    \
    C(u64, redo)                                                                                   \
    C(u64, overdue)
/* Ratings and samples of an operator in a month. */
#define COLUMNS_rating(K, C)                                                                       \
    K(u64, month)                                                                                  \
    K(u64, person)                                                                                 \
    C(u64, ratings)                                                                                \
    C(u64, attitude_good)                                                                          \
    C(u64, accuracy_good)                                                                          \
    C(u64, efficiency_good)                                                                        \
    C(u64, samples)                                                                                \
    C(u64, sample_sum)
#define COLUMNS_sample(K, C)                                                                       \
    K(u64, sample)                                                                                 \
    C(u64, person)                                                                                 \
    C(u64, call)                                                                                   \
    C(u64, ticket)                                                                                 \
    C(u64, score)                                                                                  \
    C(u64, month)                                                                                  \
    C(u64, at_ms)                                                                                  \
    C(u64, by)                                                                                     \
    C(u64, note_seq)
#define COLUMNS_disclosure(K, C)                                                                   \
    K(u64, disclosure)                                                                             \
    C(u64, ticket)                                                                                 \
    C(u64, state)                                                                                  \
    C(u64, asked_ms)                                                                               \
    C(u64, asked_by)                                                                               \
    C(u64, decided_by)                                                                             \
    C(u64, unit)      /* of the recipient */                                                       \
    C(u64, words_seq) /* recipient, purpose, undertaking */
/* Who saw a caller's words: the fact that says so. */
#define COLUMNS_look(K, C)                                                                         \
    K(u64, seq)                                                                                    \
    C(u64, kind)                                                                                   \
    C(u64, person)                                                                                 \
    C(u64, ticket)                                                                                 \
    C(u64, at_ms)
#define COLUMNS_work(K, C)                                                                         \
    K(u64, work)                                                                                   \
    C(u64, unit)                                                                                   \
    C(u64, by)                                                                                     \
    C(u64, at_ms)                                                                                  \
    C(u64, words_seq)

#endif
