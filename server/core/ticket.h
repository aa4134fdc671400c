/* What the handlers of tickets share. Inside server/core only. */
#ifndef SERVER_CORE_TICKET_H
#define SERVER_CORE_TICKET_H

#include "server/core/step.h"

/* The ticket of a request and whether this event may happen to it now, by this person: refuses with
 * NO_SUCH, DENIED (not theirs to see), BAD_STATE or DENIED, in this order, and answers false. */
bool ticket_ask(struct step *step, uint64_t id, enum ticket_event event, struct row_ticket *row);
/* The same for a step that judges what its asker has seen: another version than the given one is
 * refused with STALE. version 0: the asker does not say. */
bool ticket_ask_seen(struct step *step, uint64_t id, uint64_t version, enum ticket_event event,
                     struct row_ticket *row);
/* ticket_moved for this event: unit, deadline and attempts as they are, for the handler to change.
 */
struct fact ticket_move(const struct step *step, const struct row_ticket *row,
                        enum ticket_event event);
/* The responsible unit in a fact of this ticket: of a confidential one it is not published. */
void moved_unit(const struct row_ticket *row, uint64_t unit, struct fact_ticket_moved *moved);
void unit_guard(const struct row_ticket *row, uint64_t unit, uint64_t *open, uint64_t *guarded);
/* ticket_noted for an event that leaves the state as it is. */
struct fact ticket_note(const struct step *step, const struct row_ticket *row,
                        enum ticket_event event);
/* The caller's data in clear, for whom it was granted; in the step's arena. */
struct rec_caller_words caller_words(struct step *step, const struct row_ticket *row);
/* Until when the words of a ticket that now gets into this state are kept; 0: for good. */
uint64_t retention_ends(const struct core *core, uint64_t state);
/* A closed ticket's time of keeping is over. Fired by a timer. */
void retention_fire(struct step *step, uint64_t ticket);
/* Appends a fact about the ticket; *row and the answer then say what holds. */
void ticket_emit(struct step *step, struct fact *fact, struct row_ticket *row);
/* What goes to a unit has a subject: the one named now, else the ticket's own. Refuses. */
bool subject_named(struct step *step, const struct row_ticket *row, const struct code *code,
                   uint64_t *subject);
/* Naming another one is a correction, recorded as such before the ticket goes (R15). */
void subject_correct(struct step *step, struct row_ticket *row, uint64_t subject,
                     struct slice reason);
/* The call of a request, which may be none: it must be in the asker's hand, talking or being
 * wrapped up. Refuses with NO_SUCH or DENIED. */
bool call_in_hand(struct step *step, uint64_t id, struct row_call *call);
/* To whom a ticket goes, and with what. */
struct assignment {
    uint64_t unit, subject, leader;
    struct slice note;
};
/* Unit and subject of an assignment; without a code what stands in it, or in the row. No accused
 * unit, none that is retired (R76). Refuses. */
bool assignment_refer(struct step *step, const struct row_ticket *row, const struct code *unit,
                      const struct code *subject, struct assignment *to);
/* dispatch, redo, instruct: another subject is recorded as a correction, the clock starts, and what
 * is due of the unit is set. */
void ticket_assign(struct step *step, struct row_ticket *row, enum ticket_event event,
                   const struct assignment *to);
/* R96: a visitor is told what happens and when before the ticket leaves the desk. Refuses. */
bool visitor_told(struct step *step, const struct row_ticket *row);
/* R30, R37: opinions and a complaint's plan come before the reply. Refuses. */
bool reply_awaited(struct step *step, const struct row_ticket *row);
/* By whose word it happens (R30, R31): the leader who asks, else the one whom the hotline office
 * names, else the one who has the matter already. Refuses. */
bool leader_named(struct step *step, const struct row_ticket *row, const struct code *number,
                  uint64_t *leader);
/* R49: before the caller of a report or a guarded ticket is told a result, somebody authorised has
 * checked who that is, since there is one. Refuses. */
bool caller_identified(struct step *step, const struct row_ticket *row, bool told);
/* R50: the last way through a troubleshooting tree solved nothing. */
bool walk_unsolved(struct txn *txn, uint64_t ticket);
/* A time of something that was done: 0 becomes now, one to come is refused with BAD_FIELD. */
bool time_of_past(struct step *step, uint64_t *at_ms);
/* A time that is still to come; else PAST. */
bool time_to_come(struct step *step, uint64_t at_ms);
/* The follow-up begins by itself as soon as a reply stands (R57). */
void follow_up_begin(struct step *step, struct row_ticket *row);

#endif
