/* rexian-year: a year of tickets of all types and outcomes through the real core and store, written
 * down for recompute.py. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "common/log.h"
#include "tests/year/year.h"

static int usage(void)
{
    fputs("rexian-year --out DIR [--tickets N] [--seed S] [--calendar FILE]\n"
          "DIR gets journal.jsonl, settings.json, figures.json, scores.json, agents.json\n",
          stderr);
    return 2;
}

struct options {
    const char *out, *calendar;
    uint64_t tickets, seed;
};

static bool options_read(struct options *options, int argc, char **argv)
{
    *options = (struct options){.tickets = 2000, .seed = 1};
    for (int i = 1; i + 1 < argc; i += 2) {
        if (strcmp(argv[i], "--out") == 0) {
            options->out = argv[i + 1];
        } else if (strcmp(argv[i], "--calendar") == 0) {
            options->calendar = argv[i + 1];
        } else if (strcmp(argv[i], "--tickets") == 0) {
            options->tickets = strtoull(argv[i + 1], NULL, 10);
        } else if (strcmp(argv[i], "--seed") == 0) {
            options->seed = strtoull(argv[i + 1], NULL, 10);
        } else {
            return false;
        }
    }
    return argc % 2 == 1 && options->out && options->tickets;
}

static void refusals_tell(const struct year *year)
{
    for (uint64_t r = 0; r < YEAR_REQUESTS; r++)
        for (uint64_t j = 0; j < YEAR_REJECTS; j++)
            if (year->refused[r][j])
                fprintf(stderr, "  refused %s %s %" PRIu32 "\n", request_desc(r)->verb,
                        reject_name((enum reject)j), year->refused[r][j]);
}

static void states_tell(struct year *year)
{
    const struct vocabulary *states = vocabulary_of(VOCABULARY_ticket_state);
    fputs(" ", stderr);
    for (size_t i = 0; i < states->n; i++) {
        struct row_tally tally;
        tally_get(year_txn(year), states->words[i].number, &tally);
        if (tally.n) fprintf(stderr, " %s=%" PRIu64, states->words[i].name, tally.n);
    }
    fputs("\n", stderr);
}

static void fault_tell(void *ctx, const char *sentence)
{
    unsigned *faults = ctx;
    if ((*faults)++ < 10) fprintf(stderr, "rexian-year: %s\n", sentence);
}

/* The state must hold its invariants, and be the same when it is rebuilt from the journal. */
static bool house_in_order(struct year *year)
{
    unsigned faults = 0;
    struct txn *snapshot = NULL;
    struct replay_report report = {0};
    core_check(year_txn(year), fault_tell, &faults);
    enum err err = reader_open(year->store, &snapshot);
    if (err == ERR_OK) err = store_replay(year->store, snapshot, &report);
    reader_close(&snapshot);
    if (err != ERR_OK) fprintf(stderr, "rexian-year: replay: %s\n", err_text(err));
    if (report.differing) fprintf(stderr, "rexian-year: replay: %s\n", report.first);
    printf("facts=%" PRIu64 " rows=%" PRIu64 " faults=%u replay_differing=%" PRIu64 "\n",
           report.facts, report.rows, faults, report.differing);
    return faults == 0 && err == ERR_OK && report.differing == 0;
}

int main(int argc, char **argv)
{
    struct options options;
    static struct year year;
    char why[512] = "";
    log_open_fd(-1);
    if (!options_read(&options, argc, argv)) return usage();
    mkdir(options.out, 0700);
    printf("seed %" PRIu64 "\n", options.seed);
    bool ok = year_open(&year, options.out, options.calendar, options.tickets, options.seed, why,
                        sizeof why) &&
              people_enter(&year, why, sizeof why) && year_run(&year, why, sizeof why);
    if (!ok) {
        fprintf(stderr, "rexian-year: %s\n", why);
        return 1;
    }
    refusals_tell(&year);
    states_tell(&year);
    ok = year_write(&year);
    ok = house_in_order(&year) && ok;
    printf("tickets=%" PRIu64 " points=%" PRIu64 " steps=%" PRIu64 " refused=%" PRIu64 "\n",
           year.tickets, year.scores, year.steps, year.refusals);
    year_close(&year);
    return !ok;
}
