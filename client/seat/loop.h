/* A seat on a real terminal and a real link, until somebody quits. */
#ifndef CLIENT_SEAT_LOOP_H
#define CLIENT_SEAT_LOOP_H

#include "client/seat/seat.h"

/* Exit codes of all programs. */
enum exit_code {
    EXIT_DONE = 0,
    EXIT_REFUSED = 1,
    EXIT_USAGE = 2,
    EXIT_UNREACHABLE = 3,
    EXIT_DAMAGED = 4,
};

struct loop_options {
    const struct station_file *station;
    const char *server;    /* NULL: the station file's */
    const char *publish;   /* NULL: the station file's */
    const char *spool_dir; /* NULL: nothing is kept on disk */
    enum theme theme;
};

/* Says on standard error what went wrong. */
enum exit_code loop_run(const struct seat_mode *mode, const struct loop_options *options);

#endif
