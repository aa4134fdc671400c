/* The journal's facts as lines of Asterisk's queue_log, for tools that read that:
 * epoch|callid|queue|agent|EVENT|data… docs/queue-log.md has the mapping. Pure: facts in, lines
 * out. */
#ifndef CLIENT_CTL_QUEUE_LOG_H
#define CLIENT_CTL_QUEUE_LOG_H

#include <stdio.h>

#include "client/ctl/ctl.h"
#include "proto/fact.h"

struct queue_log;

/* Lines of facts at from_ms or later and before until_ms go to out; until_ms 0: all. */
struct queue_log *queue_log_new(FILE *out, uint64_t from_ms, uint64_t until_ms);
void queue_log_free(struct queue_log **log);
/* In the journal's order, from the first fact on. */
void queue_log_fact(struct queue_log *log, const struct fact *fact);

/* queue_log_run.c: the command; its help, or NULL when the verb is another's. */
int queue_log_run(struct ctl *ctl, int n, char **words);
const char *queue_log_help(const char *verb);

#endif
