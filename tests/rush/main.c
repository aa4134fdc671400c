/* rexian-rush: many short rushes at a switchboard, each from its own seed, for some seconds. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/clock.h"
#include "common/log.h"
#include "proto/args.h"
#include "tests/rush/rush.h"

enum { TURNS = 300, SECONDS = 20, LIVES_WHEN_BROKEN = 40, CHECK_TURNS = 10, FAULT_IN = 25 };

static void fault_said(void *ctx, const char *sentence)
{
    rush_wrong(ctx, "%s", sentence);
}

static void look(struct rush *rush)
{
    world_check(&rush->world, fault_said, rush);
}

/* Something goes wrong that is nobody's request. */
static void fault(struct rush *rush)
{
    struct somebody *who = &rush->people[below(rush, RUSH_AGENTS)];
    struct row_call call;
    /* mostly it hits somebody who has to do with a caller */
    if (live_call(rush, &call) && call.agent && below(rush, 2)) {
        bool second = call.second && below(rush, 2);
        who = somebody_of(rush, second ? call.second : call.agent);
    }
    switch (below(rush, 6)) {
    case 0:
        rush->counts.crashes++;
        if (!world_sync(&rush->world) || !world_crash(&rush->world))
            rush_wrong(rush, "%s", rush->world.why);
        break;
    case 1:
    case 2:
        rush->counts.silences += !who->silent;
        silence(rush, who, !who->silent);
        break;
    case 3:
        rush->counts.ended++;
        if (who->session) RUSH_ASK(rush, NULL, session_end, .session = who->session);
        who->session = 0;
        break;
    case 4: /* a lease runs out in the very moment of what comes next */
        if (live_call(rush, &call) && call.until_ms > rush->world.now_ms)
            pass(rush, call.until_ms - rush->world.now_ms);
        break;
    default:
        rush->counts.leaps++;
        pass(rush, below(rush, 2) ? HOUR_MS : below(rush, 10) * MINUTE_MS);
        break;
    }
}

/* The clock that was set back goes on at half speed meanwhile: time hardly passes. */
static void turn(struct rush *rush, bool set_back)
{
    rush->counts.turns++;
    pass(rush, below(rush, set_back ? 500 : 8000));
    if (below(rush, FAULT_IN) == 0) fault(rush);
    act(rush);
    if (rush->counts.turns % CHECK_TURNS == 0) {
        look(rush);
        ledger_read(rush);
        ledger_compare(rush);
    }
}

/* All facts of a life that went wrong, for whoever looks for the cause. */
static void facts_tell(struct rush *rush)
{
    struct txn *txn = world_txn(&rush->world);
    struct json json;
    json_init_file(&json, stderr);
    for (uint64_t seq = 1; seq <= journal_head(txn); seq++) {
        struct fact fact;
        if (journal_read(txn, seq, &fact, NULL)) fact_to_json(&json, &fact);
    }
    if (json_finish(&json) != ERR_OK) rush_wrong(rush, "the facts cannot be written");
}

bool rush_run(struct rush *rush, uint64_t seed, uint64_t turns, enum rush_break broken)
{
    *rush =
        (struct rush){.hits = rush->hits, .seen = rush->seen, .broken = broken, .tell = rush->tell};
    hits_forget(rush->hits);
    if (!world_open(&rush->world, seed)) rush_wrong(rush, "%s", rush->world.why);
    if (!rush->why[0]) house_enter(rush);
    for (int round = 0; round < 2 && !rush->why[0]; round++) {
        bool set_back = below(rush, 4) == 0;
        for (uint64_t i = 0; i < turns && !rush->why[0]; i++) turn(rush, set_back);
        if (!rush->why[0]) willing_hour(rush);
        look(rush);
        ledger_read(rush);
        ledger_compare(rush);
    }
    if (!rush->why[0] && !world_replay(&rush->world)) rush_wrong(rush, "%s", rush->world.why);
    if (rush->why[0] && rush->tell) facts_tell(rush);
    world_close(&rush->world);
    return rush->why[0] == '\0';
}

static void count(struct rush_counts *all, const struct rush_counts *one)
{
    all->turns += one->turns;
    all->requests += one->requests;
    all->refused += one->refused;
    all->timers += one->timers;
    all->crashes += one->crashes;
    all->silences += one->silences;
    all->ended += one->ended;
    all->leaps += one->leaps;
    all->hours += one->hours;
    all->calls += one->calls;
}

static int usage(void)
{
    fputs("rexian-rush [--seed N] [--seconds S] [--turns T] [--tell 1]  until S seconds are over\n"
          "--tell 1: the facts of a life that went wrong, on stderr\n"
          "rexian-rush --break timers|presence|count [--seed N]           it must be noticed\n",
          stderr);
    return 2;
}

struct options {
    uint64_t seed, seconds, turns;
    enum rush_break broken;
    bool tell;
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
        } else if (strcmp(argv[i], "--tell") == 0) {
            options->tell = number != 0;
        } else if (strcmp(argv[i], "--break") == 0) {
            options->broken = strcmp(argv[i + 1], "timers") == 0     ? BREAK_TIMERS
                              : strcmp(argv[i + 1], "presence") == 0 ? BREAK_PRESENCE
                              : strcmp(argv[i + 1], "count") == 0    ? BREAK_COUNT
                                                                     : BREAK_NOTHING;
            if (options->broken == BREAK_NOTHING) return false;
        } else {
            return false;
        }
    }
    return argc % 2 == 1;
}

int main(int argc, char **argv)
{
    struct options options;
    struct rush_counts all = {0};
    uint64_t lives = 0, began_ms = clock_mono_ms();
    bool ok = true;
    log_open_fd(-1);
    if (!options_read(&options, argc, argv)) return usage();
    struct rush *rush = calloc(1, sizeof *rush);
    static struct seen seen;
    ASSERT(rush);
    rush->hits = hits_new(NULL);
    rush->seen = &seen;
    rush->tell = options.tell;
    printf("first seed %" PRIu64 "\n", options.seed);
    do {
        ok = rush_run(rush, options.seed + lives, options.turns, options.broken);
        count(&all, &rush->counts);
        lives++;
    } while (ok && (options.broken ? lives < LIVES_WHEN_BROKEN
                                   : clock_mono_ms() - began_ms < options.seconds * 1000));
    if (!ok)
        printf("seed %" PRIu64 " turn %" PRIu64 ": %s\n", options.seed + lives - 1,
               rush->counts.turns, rush->why);
    printf("lives=%" PRIu64 " turns=%" PRIu64 " requests=%" PRIu64 " refused=%" PRIu64
           " calls=%" PRIu64 " timers=%" PRIu64 "\ncrashes=%" PRIu64 " silences=%" PRIu64
           " sessions_ended=%" PRIu64 " leaps=%" PRIu64 " willing_hours=%" PRIu64 "\n",
           lives, all.turns, all.requests, all.refused, all.calls, all.timers, all.crashes,
           all.silences, all.ended, all.leaps, all.hours);
    if (!options.broken) seen_tell(&seen);
    hits_free(&rush->hits);
    free(rush);
    return options.broken ? ok : !ok;
}
