/* What this process has counted since it started: for `status`, and for one line of the log now and
 * then. Plain numbers of the turn's thread. */
#ifndef SERVER_EDGE_METRICS_H
#define SERVER_EDGE_METRICS_H

#include <stdint.h>

/* M(name, what is counted) */
#define METRICS_TABLE(M)                                                                           \
    M(requests, "messages that arrived")                                                           \
    M(refused, "of these answered with a refusal")                                                 \
    M(malformed, "messages that could not be read")                                                \
    M(strangers, "messages without a station behind them: dropped")                                \
    M(busy, "requests refused because too much was waiting")                                       \
    M(repeated, "commands asked twice and answered as before")                                     \
    M(keys_refused, "connections with an unregistered key, or with a wrong server key")            \
    M(turns, "turns with steps")                                                                   \
    M(steps, "commands stepped")                                                                   \
    M(commits, "commits of the store")                                                             \
    M(published, "messages published")

struct metrics {
#define M(name, help) uint64_t name;
    METRICS_TABLE(M)
#undef M
};

/* One line: event "figures" with every counter. */
void metrics_log(const struct metrics *metrics);

#endif
