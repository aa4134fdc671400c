/* What each type of ticket asks for on a line (R14), so that the form says what is required before
 * the dispatcher has to. */
#ifndef CLIENT_DESK_PROFILE_H
#define CLIENT_DESK_PROFILE_H

#include "proto/schema.h"

struct desk;
struct work;

enum { PROFILES = 200 }; /* types times lines; one page */

struct profiles {
    struct rec_profile_item items[PROFILES]; /* they hold no slices */
    size_t n;
};

/* Asks for them; until they are there nothing is required that the form does not require anyway. */
void profiles_load(struct desk *desk);
/* Marks what the record's type requires on its line. */
void profile_fit(struct work *work);

#endif
