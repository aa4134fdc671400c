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
/* An archived ticket's time of keeping is over. Fired by a timer. */
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
/* The follow-up begins by itself as soon as a reply stands (R57). */
void follow_up_begin(struct step *step, struct row_ticket *row);

#endif
