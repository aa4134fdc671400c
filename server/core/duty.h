/* What is due of a ticket beside its own deadline: signing, acknowledging, progress notes, being on
 * site, opinions. One open duty of a kind, a ticket and a unit at most. */
#ifndef SERVER_CORE_DUTY_H
#define SERVER_CORE_DUTY_H

#include "server/core/step.h"

/* Sets it, or moves the open one's time. person may be 0. Emits. */
void duty_set(struct step *step, const struct row_ticket *row, enum duty_kind kind, uint64_t unit,
              uint64_t person, uint64_t due_ms);
/* Met, or late when it was missed; nothing when there is none. Emits. */
void duty_meet(struct step *step, const struct row_ticket *row, enum duty_kind kind, uint64_t unit);
/* Its time has come: missed. Fired by a timer. */
void duty_fire(struct step *step, uint64_t duty);

#endif
