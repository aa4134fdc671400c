/* What the handlers of agents share. Inside server/core only. */
#ifndef SERVER_CORE_AGENT_H
#define SERVER_CORE_AGENT_H

#include "server/core/step.h"

/* The asker's own row, and whether this event may happen to them now; else BAD_STATE. */
bool agent_ask(struct step *step, enum agent_event event, struct row_agent *agent);
/* Trainees take no real calls (R89): refuses with NOT_CLEARED. */
bool agent_cleared(struct step *step, const char *field);

#endif
