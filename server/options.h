/* What rexiand was asked to do, from its command line. */
#ifndef SERVER_OPTIONS_H
#define SERVER_OPTIONS_H

#include <stdbool.h>
#include <stdio.h>

/* Exit codes, a contract with scripts (docs/operations.md). */
enum exit_code {
    EXIT_DONE = 0,
    EXIT_REFUSED = 1,
    EXIT_USAGE = 2,
    EXIT_UNREACHABLE = 3,
    EXIT_DAMAGED = 4,
};

enum option_task {
    TASK_SERVE,
    TASK_INIT,
    TASK_RESTORE,
    TASK_CHECK,
    TASK_PRINT_CONFIG,
    TASK_PRINT_MARKDOWN,
    TASK_HELP,
    TASK_VERSION,
};

struct options {
    enum option_task task;
    const char *data;   /* borrowed from the command line, like all texts here */
    const char *config; /* NULL: DIR/rexiand.conf when it is there, else the defaults */
    const char *log;    /* NULL: standard error */
    const char *backup; /* of restore */
    int ready_fd;       /* -1: none */
};

/* False: not understood; what is wrong went to standard error. */
bool options_read(struct options *options, int argc, char **argv);
void options_help(FILE *out);

#endif
