/* Two people decide about the same ticket at once: the second is refused, and is told what has
 * changed since they looked. Shared by rexianctl and the screens:
 *
 *   struct req_ticket_history ask;
 *   if (changed_ask(answer, &request_desc(number)->message, body, &ask)) … ask ticket.history …
 *   for each row of the answer: changed_line(row, line, sizeof line) */
#ifndef CLIENT_LINK_CHANGED_H
#define CLIENT_LINK_CHANGED_H

#include "client/link/link.h"

enum { CHANGED_LINE = 240 }; /* bytes that hold one line, with its zero */

/* Whether this refusal may come from what others did meanwhile: STALE, or BAD_STATE, of a request
 * that named ticket and version. Then *ask is the question for what they did. */
bool changed_ask(const struct link_answer *answer, const struct message *request, const void *body,
                 struct req_ticket_history *ask);
/* "2026-11-22 10:31:05  2001  reply sent back: too short": when, who, what, and the beginning of
 * what was said of it. Translated, one line, clean; cut to fit. Answers out. */
const char *changed_line(const struct rec_history_item *step, char *out, size_t cap);

#endif
