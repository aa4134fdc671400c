/* What a lead does from the wall: popups that become requests. */
#ifndef CLIENT_WALL_LEAD_H
#define CLIENT_WALL_LEAD_H

#include "client/seat/dialog.h"
#include "client/wall/deeds.h"

struct wall;
struct lead;

/* NULL when out of memory. */
struct lead *lead_new(struct wall *wall);
void lead_free(struct lead **lead);
/* Does the deed make sense now? */
bool lead_allows(const struct wall *wall, enum wall_deed_id deed);
/* Opens its popup, or asks whether it is meant when there is nothing to fill in. */
void lead_open(struct wall *wall, enum wall_deed_id deed);
void lead_surge_end(struct wall *wall);
/* False: for the key table. */
bool lead_key(struct wall *wall, const struct key *key);
void lead_tick(struct wall *wall);
void lead_leave(struct wall *wall);
void lead_draw(const struct wall *wall, struct grid *grid);

#endif
