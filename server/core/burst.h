/* Bursts (R85): many tickets of one subject in one area within a short time. docs/surge.md says
 * what counts. Inside server/core only. */
#ifndef SERVER_CORE_BURST_H
#define SERVER_CORE_BURST_H

#include "server/core/step.h"

/* The ticket has just come to count, by its registration or because its subject or area has become
 * another: looks whether that makes a burst, or makes one grow. */
void burst_watch(struct step *step, uint64_t ticket);

#endif
