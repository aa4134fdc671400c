/* Where the calendar commands get a calendar from: a file, or the dispatcher. */
#ifndef CLIENT_CTL_CALENDAR_H
#define CLIENT_CTL_CALENDAR_H

#include "client/ctl/ctl.h"
#include "common/calendar.h"

struct calendar_had {
    struct calendar calendar; /* from a dispatcher: to_day < from_day when it has no days */
    struct slice text;        /* of the file, in the arena */
    struct day_rule rule;     /* the dispatcher's settings */
};

/* CTL_DONE, or the exit code with the reason printed: the file's line and what is wrong in it. */
int calendar_from_file(struct ctl *ctl, const char *path, struct calendar_had *out);
/* The days from `from` on, as many as one calendar may have; 0: from the first. */
int calendar_from_dispatcher(struct ctl *ctl, int64_t from, struct calendar_had *out);
/* A warning on the error stream when the calendar's days end soon. */
void calendar_warn(struct ctl *ctl, const struct calendar *calendar);

/* calendar.c: "calendar check", or NULL: no such command of the calendar's. */
const char *calendar_help(const char *verb);
int calendar_check(struct ctl *ctl, int n, char **words);
int calendar_load(struct ctl *ctl, int n, char **words);
int calendar_show(struct ctl *ctl, int n, char **words);
int calendar_due(struct ctl *ctl, int n, char **words);

#endif
