/* The office: unit handlers, approvers, the hotline office, leads. Lists of tickets, their cards,
 * and the steps that this person may take with them. */
#ifndef CLIENT_OFFICE_OFFICE_H
#define CLIENT_OFFICE_OFFICE_H

#include "client/seat/seat.h"

extern const struct seat_mode office_mode;

#endif
