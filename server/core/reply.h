/* What a reply must say before anybody sees it (R53 to R56). Inside server/core only. */
#ifndef SERVER_CORE_REPLY_H
#define SERVER_CORE_REPLY_H

#include "server/core/step.h"

/* R56: a part of a reply that says too little, or nothing but registered phrases, is refused with
 * IRREGULAR, naming the part. */
bool reply_says(struct step *step, struct slice part, const char *field);
/* R63: what is done again is signed by the unit's head. Refuses with NEEDS_HEAD. */
bool head_signs(struct step *step, const struct row_ticket *row);

#endif
