/* Time limits (R22 to R27): which one holds for a ticket and when it ends by the working calendar.
 */
#ifndef SERVER_CORE_DEADLINE_H
#define SERVER_CORE_DEADLINE_H

#include "server/core/step.h"

struct deadline {
    uint64_t due_ms;
    uint64_t half_ms, most_ms;    /* warnings */
    uint64_t limit_kind, limit_n; /* enum limit_kind */
};

/* The limit of the ticket, were its subject this one, counted from an instant. The nearest rule
 * wins: the subject or one above it, the line's profile of the type, the profile for all lines, the
 * settings. */
struct deadline deadline_of(const struct core *core, const struct row_ticket *row, uint64_t subject,
                            uint64_t from_ms);
/* The warnings for a deadline that was set by hand. */
struct deadline deadline_at(const struct core *core, uint64_t from_ms, uint64_t due_ms);
/* The end of the ticket's own limit by the calendar as it is now, from its dispatch. Its limit is
 * one in working days or working hours. */
struct deadline deadline_again(const struct core *core, const struct row_ticket *row);
/* Close of the last of n working days after the day of an instant; n 0: close of that day, or of
 * the next working day when it is none or closed already. */
uint64_t work_days_after(const struct core *core, uint64_t from_ms, uint64_t n);
/* The instant at which n open hours are gone, counted from an instant. */
uint64_t work_hours_after(const struct core *core, uint64_t from_ms, uint64_t n);
/* The month of an instant in the centre's zone, as 202611. */
uint64_t month_of(struct txn *txn, uint64_t at_ms);
/* Writes the deadline into ticket_moved. */
void deadline_put(const struct deadline *deadline, struct fact_ticket_moved *moved);
/* The person whom a deadline reminds: of the unit who has the ticket, or its owner; 0: nobody yet.
 */
uint64_t deadline_whose(const struct row_ticket *row);
/* After a calendar was loaded: a bounded number of tickets is looked at, a timer goes on. Emits. */
void deadlines_follow(struct step *step);
/* Half, or most, of the time is gone. Fired by timers. */
void deadline_warn(struct step *step, uint64_t ticket, enum warning warning);

#endif
