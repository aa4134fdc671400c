/* Form fields as data of the admin (R13, R14, R21). Inside server/core and server/query. */
#ifndef SERVER_CORE_FORM_H
#define SERVER_CORE_FORM_H

#include "server/core/core.h"

/* Does a ticket of this type, subject and line have the field? Retired ones apply to none. */
bool field_applies(struct txn *txn, const struct row_field *field, uint64_t type, uint64_t subject,
                   uint64_t line);
/* Is something in it? */
bool field_filled(struct txn *txn, uint64_t ticket, uint64_t field, struct row_ticket_field *row);
/* A required field that applies to a ticket of this type and subject is empty. */
bool form_incomplete(struct txn *txn, const struct row_ticket *row, uint64_t type,
                     uint64_t subject);
/* May this text stand in a field of this kind? choices: the entries, separated by |. */
bool value_fits(uint64_t kind, struct slice value, struct slice choices);

#endif
