/* rexian-simulate: many short simulated lives, each from its own seed, for some seconds. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/clock.h"
#include "common/log.h"
#include "tests/sim/sim.h"

enum { TURNS = 250, SECONDS = 20, LIVES_WHEN_BROKEN = 20 };

static int usage(void)
{
    fputs("rexian-simulate [--seed N] [--seconds S] [--turns T]   until S seconds are over\n"
          "rexian-simulate --break dedupe|sync [--seed N]         the auditor must notice\n",
          stderr);
    return 2;
}

struct options {
    uint64_t seed, seconds, turns;
    enum sim_break broken;
};

static bool options_read(struct options *options, int argc, char **argv)
{
    *options = (struct options){.seed = 1, .seconds = SECONDS, .turns = TURNS};
    for (int i = 1; i + 1 < argc; i += 2) {
        uint64_t number = strtoull(argv[i + 1], NULL, 10);
        if (strcmp(argv[i], "--seed") == 0) {
            options->seed = number;
        } else if (strcmp(argv[i], "--seconds") == 0) {
            options->seconds = number;
        } else if (strcmp(argv[i], "--turns") == 0) {
            options->turns = number;
        } else if (strcmp(argv[i], "--break") == 0) {
            bool dedupe = strcmp(argv[i + 1], "dedupe") == 0;
            if (!dedupe && strcmp(argv[i + 1], "sync") != 0) return false;
            options->broken = dedupe ? BREAK_DEDUPE : BREAK_SYNC;
        } else {
            return false;
        }
    }
    return argc % 2 == 1;
}

static void count(struct sim_counts *all, const struct sim_counts *one)
{
    all->turns += one->turns;
    all->requests += one->requests;
    all->again += one->again;
    all->refused += one->refused;
    all->crashes += one->crashes;
    all->facts += one->facts;
    all->timers += one->timers;
}

int main(int argc, char **argv)
{
    struct options options;
    struct sim_counts all = {0};
    uint64_t lives = 0, began_ms = clock_mono_ms();
    bool ok = true;
    log_open_fd(-1);
    if (!options_read(&options, argc, argv)) return usage();
    struct sim *sim = calloc(1, sizeof *sim);
    struct hits *hits = hits_new(NULL);
    size_t pairs, of;
    ASSERT(sim);
    printf("first seed %" PRIu64 "\n", options.seed);
    do {
        ok = sim_run(sim, options.seed + lives, options.turns, options.broken, hits);
        count(&all, &sim->counts);
        lives++;
    } while (ok && (options.broken ? lives < LIVES_WHEN_BROKEN
                                   : clock_mono_ms() - began_ms < options.seconds * 1000));
    if (!ok) {
        printf("seed %" PRIu64 " turn %" PRIu64 ": %s\n", options.seed + lives - 1,
               sim->counts.turns, sim->why);
    }
    printf("lives=%" PRIu64 " turns=%" PRIu64 " requests=%" PRIu64 " again=%" PRIu64
           " refused=%" PRIu64 " crashes=%" PRIu64 " timers=%" PRIu64 " facts=%" PRIu64 "\n",
           lives, all.turns, all.requests, all.again, all.refused, all.crashes, all.timers,
           all.facts);
    pairs = hits_pairs(hits, &of);
    printf("(state, event) pairs lived through: %zu of %zu\n", pairs, of);
    hits_free(&hits);
    free(sim);
    return options.broken ? ok : !ok;
}
