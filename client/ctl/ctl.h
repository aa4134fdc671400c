/* rexianctl: the console. Every request of the schema is a command here, "noun verb", with its
 * fields as arguments; only what needs more than one question has code of its own. */
#ifndef CLIENT_CTL_CTL_H
#define CLIENT_CTL_CTL_H

#include <stdio.h>

#include "client/link/link.h"

/* Exit codes: a contract with scripts (see the man page). */
enum ctl_exit {
    CTL_DONE = 0,
    CTL_REFUSED = 1,
    CTL_USAGE = 2,
    CTL_UNREACHABLE = 3,
    CTL_DAMAGED = 4,
};

enum { CTL_WORDS_MAX = 64, CTL_WAIT_MS = 600000 };

struct ctl {
    const char *data;    /* the data folder, for the console */
    const char *station; /* a station's file and a person's number: instead of the console */
    const char *as;
    bool json;
    FILE *out, *err;
    struct link *link; /* made when first needed */
    bool signed_in;
    uint64_t columns; /* of the table that is being printed, as bits */
    struct arena arena;
};

/* One command, split into words; answers its exit code. */
int ctl_run(struct ctl *ctl, int n, char **words);
void ctl_fini(struct ctl *ctl);

/* command.c: from words to a request and back */
struct ctl_command {
    const struct request_desc *request;
    void *body;
};
/* CTL_DONE, or the exit code with the reason printed. n and words are behind "noun verb". */
int command_parse(struct ctl *ctl, const struct request_desc *request, int n, char **words,
                  struct ctl_command *out);
/* Asks; CTL_DONE with *answer set, or the exit code with the reason printed. */
int command_ask(struct ctl *ctl, const struct ctl_command *command, const void **answer);
/* CTL_UNREACHABLE with the reason printed when no dispatcher listens at the console. */
int command_connect(struct ctl *ctl);
/* From standard input, unseen when a person types it; lives until the next command. */
const char *secret_from_stdin(struct ctl *ctl, const char *name);

/* sign_in.c: as a person at a station, as the screens do */
int sign_in(struct ctl *ctl);
/* Closes the session, when there is one. */
void sign_out(struct ctl *ctl);

/* changed.c: with the refusal of a step that was decided on what is no longer so, what others did
 * since; as lines to err, with --json as one object to out. */
void changed_show(struct ctl *ctl, const struct ctl_command *command,
                  const struct link_answer *refusal);

/* print.c: an answer for people */
void print_answer(struct ctl *ctl, const struct message *record, const void *answer);
/* Header once, then rows: pages of one list look like one. */
void print_rows(struct ctl *ctl, const struct field *rows, const void *answer, bool header);

/* pages.c: lists and exports, page after page */
bool pages_wanted(const struct request_desc *request);
/* Number of the last fact. Readers may be a moment behind; who names it as `known` is shown what
 * was done just now, by another command of the same script, for one. */
int head_ask(struct ctl *ctl, uint64_t *head);
/* An answer that is one page, of a request that knows no cursor. */
int page_show(struct ctl *ctl, const struct message *record, const void *answer);
int pages_run(struct ctl *ctl, struct ctl_command *command);

/* local.c: what concerns the folder or files of this side */
typedef int local_command(struct ctl *ctl, int n, char **words);
/* NULL: not one of these. *skip is the number of words of its name. */
local_command *local_find(int n, char **words, int *skip);

/* letter.c */
int letter_make(struct ctl *ctl, int n, char **words);

/* evidence.c */
int evidence_show(struct ctl *ctl, int n, char **words);

/* help.c */
int help_show(struct ctl *ctl, int n, char **words);

/* The record's field of rows, NULL when it is not a page. */
static inline const struct field *message_rows(const struct message *record)
{
    for (size_t i = 0; i < record->n_fields; i++)
        if (record->fields[i].type == TYPE_rows) return &record->fields[i];
    return NULL;
}

#endif
