/* What is due of a ticket beside its own deadline: signing, acknowledging, progress notes, being on
 * site, opinions, instructions. One open or missed duty of a kind, a ticket and a unit at most. */
#ifndef SERVER_CORE_DUTY_H
#define SERVER_CORE_DUTY_H

#include "server/core/step.h"

/* Sets it, or moves the open one's time; a missed one is over with it. person may be 0. Emits. */
void duty_set(struct step *step, const struct row_ticket *row, enum duty_kind kind, uint64_t unit,
              uint64_t person, uint64_t due_ms);
/* Met, or late when it was missed; nothing when there is none. Emits. */
void duty_meet(struct step *step, const struct row_ticket *row, enum duty_kind kind, uint64_t unit);
/* Its time has come: missed. Fired by a timer. */
void duty_fire(struct step *step, uint64_t duty);
/* The open or missed one. */
bool duty_find(struct txn *txn, uint64_t ticket, enum duty_kind kind, uint64_t unit,
               struct row_duty *duty);

/* What follows from the steps of a ticket; row as it is after them. */
/* A unit has just got it: to be signed and, when it is a complaint, acknowledged. */
void duties_assigned(struct step *step, const struct row_ticket *row);
/* To be signed, from now. */
void duty_sign(struct step *step, const struct row_ticket *row);
/* It has just been signed: on site and put right by the subject's times, progress. */
void duties_signed(struct step *step, const struct row_ticket *row);
/* The unit has said what it did: progress is told, and a colleague who took it over went on. */
void duties_worked(struct step *step, const struct row_ticket *row);
/* It lies with the unit for work (again): progress is due next. */
void duties_working(struct step *step, const struct row_ticket *row);

#endif
