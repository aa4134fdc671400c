/* rexian-bench-store: durable steps per second straight into the store, for groups of 1, 16 and 64
 * steps per sync. A step is a ticket that goes on: its row with two indexes, two tallies, a timer,
 * a line of the ledger, a sealed text, a kept reply. LMDB commits behind it as the dispatcher's
 * loop does under load: every so many steps or milliseconds. */
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/clock.h"
#include "common/json.h"
#include "common/log.h"
#include "server/store/store.h"

enum { GROUPS = 3, STATES = 11, UNITS = 40, STATIONS = 64, TIMES_MAX = 4000000 };

struct plan {
    const char *dir;
    uint64_t tickets, spread, ms, commit_steps, commit_ms;
    bool json;
};

struct run {
    size_t group;
    uint64_t steps, commits, written_bytes, longest_commit_us;
    double steps_per_s, p50_us, p99_us;
};

struct bench {
    struct plan plan;
    struct store *store;
    struct txn *txn;
    uint64_t seed, now_ms, requests;
    uint32_t *times_us;
    struct run runs[GROUPS];
};

static void bench_apply(struct txn *txn, const struct fact *fact)
{
    if (fact->type != fact_type_ticket_moved) return;
    const struct fact_ticket_moved *moved = &fact->body.ticket_moved;
    struct row_ticket row;
    struct row_tally tally;
    bool there = ticket_get(txn, moved->ticket, &row);
    if (there) {
        (void)tally_get(txn, row.state, &tally);
        tally.n--;
        tally_put(txn, &tally);
        struct row_timer old = {row.due_ms, timer_kind_overdue, row.ticket};
        table_delete(txn, TABLE_timer, &old);
    } else {
        row.created_ms = fact->at_ms;
        row.owner = 1 + moved->ticket % STATIONS;
    }
    row.state = row.open_state = moved->to;
    row.unit = row.open_unit = moved->unit;
    row.due_ms = moved->due_ms;
    row.version = moved->version;
    row.reply_seq = fact->seq;
    ticket_put(txn, &row);
    (void)tally_get(txn, row.state, &tally);
    tally.n++;
    tally_put(txn, &tally);
    struct row_timer timer = {row.due_ms, timer_kind_overdue, row.ticket};
    table_put(txn, TABLE_timer, &timer);
    struct row_trail trail = {object_ticket, row.ticket, fact->seq};
    table_put(txn, TABLE_trail, &trail);
}

static uint64_t dice(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed >> 11;
}

static void step(struct bench *bench, uint64_t ticket)
{
    static const char reply[] = "已联系供水公司，预计今日十八时前恢复供水，请您留意。";
    static const char answer[] = "a reply of some forty bytes, as they are.";
    struct fact fact = {.type = fact_type_ticket_moved, .at_ms = ++bench->now_ms, .by = 9};
    struct fact_ticket_moved *moved = &fact.body.ticket_moved;
    uint64_t random = dice(&bench->seed);
    moved->ticket = ticket;
    moved->event = ticket_event_dispatch;
    moved->from = ticket_state_registered;
    moved->to = 1 + random % STATES;
    moved->version = 3;
    moved->unit = 1 + random % UNITS;
    moved->due_ms = bench->now_ms + UINT64_C(86400000);
    moved->reply = slice_of(reply);
    journal_append(bench->txn, &fact);
    reply_keep(bench->txn, 1 + random % STATIONS, bench->now_ms << 16 | (random & 0xffff),
               slice_of(answer), bench->now_ms);
}

static void must(enum err err, const char *what)
{
    if (!err) return;
    fprintf(stderr, "%s: %s\n", what, err_text(err));
    exit(1);
}

static void fill(struct bench *bench)
{
    for (uint64_t i = 1; i <= bench->plan.tickets; i++) {
        step(bench, i);
        if (i % 1000 == 0) must(store_commit(bench->store), "commit");
    }
    must(store_commit(bench->store), "commit");
}

/* Bytes that this process wrote to files; 0 when the system does not say. */
static uint64_t written_bytes(void)
{
    FILE *io = fopen("/proc/self/io", "r");
    char line[128];
    uint64_t bytes = 0;
    while (io && fgets(line, sizeof line, io)) (void)sscanf(line, "wchar: %" SCNu64, &bytes);
    if (io) fclose(io);
    return bytes;
}

static int by_value(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* One group of steps, the time from its first step until it is on disk, and a commit when due. */
static void group_run(struct bench *bench, struct run *run, uint64_t *last_commit_ns)
{
    const struct plan *plan = &bench->plan;
    uint64_t begin = clock_mono_ns();
    for (size_t i = 0; i < run->group; i++)
        step(bench, plan->tickets - dice(&bench->seed) % plan->spread);
    must(store_sync(bench->store), "sync");
    uint64_t end = clock_mono_ns();
    size_t at = run->steps / run->group;
    if (at < TIMES_MAX) bench->times_us[at] = (uint32_t)((end - begin) / 1000);
    run->steps += run->group;
    if (store_uncommitted(bench->store) < plan->commit_steps &&
        end - *last_commit_ns < plan->commit_ms * 1000000)
        return;
    must(store_commit(bench->store), "commit");
    *last_commit_ns = clock_mono_ns();
    uint64_t us = (*last_commit_ns - end) / 1000;
    if (us > run->longest_commit_us) run->longest_commit_us = us;
    run->commits++;
}

static void run_one(struct bench *bench, struct run *run, size_t group)
{
    *run = (struct run){.group = group};
    uint64_t bytes = written_bytes(), begin = clock_mono_ns(), commit = begin;
    while (clock_mono_ns() - begin < bench->plan.ms * 1000000) group_run(bench, run, &commit);
    double s = (double)(clock_mono_ns() - begin) / 1e9;
    must(store_commit(bench->store), "commit");
    run->written_bytes = written_bytes() - bytes;
    size_t n = run->steps / group;
    if (n > TIMES_MAX) n = TIMES_MAX;
    qsort(bench->times_us, n, sizeof *bench->times_us, by_value);
    run->steps_per_s = (double)run->steps / s;
    run->p50_us = bench->times_us[n / 2];
    run->p99_us = bench->times_us[n * 99 / 100];
}

static uint64_t data_bytes(const char *dir)
{
    char path[LIMIT_PATH];
    struct stat st;
    snprintf(path, sizeof path, "%s/data.mdb", dir);
    return stat(path, &st) == 0 ? (uint64_t)st.st_blocks * 512 : 0;
}

static void print_text(const struct bench *bench, uint64_t filled_bytes)
{
    printf("tickets %" PRIu64 ", %" PRIu64 " bytes on disk each; steps touch the last %" PRIu64
           "\n",
           bench->plan.tickets, filled_bytes / bench->plan.tickets, bench->plan.spread);
    printf("%6s %10s %10s %10s %12s %9s %14s\n", "group", "steps/s", "p50 us", "p99 us",
           "bytes/step", "commits", "longest us");
    for (size_t i = 0; i < GROUPS; i++) {
        const struct run *run = &bench->runs[i];
        printf("%6zu %10.0f %10.0f %10.0f %12" PRIu64 " %9" PRIu64 " %14" PRIu64 "\n", run->group,
               run->steps_per_s, run->p50_us, run->p99_us, run->written_bytes / run->steps,
               run->commits, run->longest_commit_us);
    }
}

static void print_json(const struct bench *bench, uint64_t filled_bytes)
{
    struct json json;
    json_init_file(&json, stdout);
    json_object_begin(&json);
    json_key(&json, "tickets");
    json_u64(&json, bench->plan.tickets);
    json_key(&json, "bytes_per_ticket");
    json_u64(&json, filled_bytes / bench->plan.tickets);
    json_key(&json, "runs");
    json_array_begin(&json);
    for (size_t i = 0; i < GROUPS; i++) {
        const struct run *run = &bench->runs[i];
        const struct {
            const char *key;
            uint64_t value;
        } figures[] = {{"group", run->group},
                       {"steps", run->steps},
                       {"steps_per_s", (uint64_t)run->steps_per_s},
                       {"p50_us", (uint64_t)run->p50_us},
                       {"p99_us", (uint64_t)run->p99_us},
                       {"bytes_per_step", run->written_bytes / run->steps},
                       {"commits", run->commits},
                       {"longest_commit_us", run->longest_commit_us}};
        json_object_begin(&json);
        for (size_t f = 0; f < sizeof figures / sizeof figures[0]; f++) {
            json_key(&json, figures[f].key);
            json_u64(&json, figures[f].value);
        }
        json_object_end(&json);
    }
    json_array_end(&json);
    json_object_end(&json);
    must(json_finish(&json), "output");
    json_fini(&json);
}

static void usage(void)
{
    fprintf(stderr, "rexian-bench-store [--dir NEW_FOLDER] [--tickets N] [--spread N] [--ms N]\n"
                    "                   [--commit-steps N] [--commit-ms N] [--json]\n");
    exit(2);
}

static uint64_t number(const char *text)
{
    char *end;
    uint64_t value = strtoull(text, &end, 10);
    if (*end || value == 0) usage();
    return value;
}

static void plan_read(struct plan *plan, int argc, char **argv)
{
    static const struct option options[] = {
        {"dir", 1, NULL, 'd'},          {"tickets", 1, NULL, 't'},
        {"spread", 1, NULL, 's'},       {"ms", 1, NULL, 'm'},
        {"commit-steps", 1, NULL, 'c'}, {"commit-ms", 1, NULL, 'k'},
        {"json", 0, NULL, 'j'},         {NULL, 0, NULL, 0}};
    *plan = (struct plan){.tickets = 100000, .ms = 3000, .commit_steps = 5000, .commit_ms = 200};
    for (int c; (c = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        if (c == 'd')
            plan->dir = optarg;
        else if (c == 't')
            plan->tickets = number(optarg);
        else if (c == 's')
            plan->spread = number(optarg);
        else if (c == 'm')
            plan->ms = number(optarg);
        else if (c == 'c')
            plan->commit_steps = number(optarg);
        else if (c == 'k')
            plan->commit_ms = number(optarg);
        else if (c == 'j')
            plan->json = true;
        else
            usage();
    }
    if (optind != argc) usage();
    if (!plan->spread || plan->spread > plan->tickets) plan->spread = plan->tickets;
}

static void clean(const char *dir)
{
    static const char *const names[] = {"data.mdb", "lock.mdb", "lock", "master.key", "server.key"};
    char path[LIMIT_PATH];
    for (size_t i = 0; i < sizeof names / sizeof names[0] + 64; i++) {
        if (i < sizeof names / sizeof names[0])
            snprintf(path, sizeof path, "%s/%s", dir, names[i]);
        else
            snprintf(path, sizeof path, "%s/redo.%zu", dir, i - sizeof names / sizeof names[0]);
        (void)unlink(path);
    }
    (void)rmdir(dir);
}

int main(int argc, char **argv)
{
    static const size_t groups[GROUPS] = {1, 16, 64};
    struct bench bench = {.seed = 88172645463325252, .now_ms = UINT64_C(1700000000000)};
    char scratch[] = "/tmp/rexian-bench-XXXXXX", why[512] = "";
    plan_read(&bench.plan, argc, argv);
    bool own = !bench.plan.dir;
    if (own && !mkdtemp(scratch)) must(ERR_IO, "scratch folder");
    struct store_options options = {.dir = own ? scratch : bench.plan.dir,
                                    .map_bytes = UINT64_C(64) << 30,
                                    .segment_bytes = UINT64_C(8) << 20,
                                    .reserve_bytes = 1,
                                    .apply = bench_apply};
    log_set_level(LOG_WARNING);
    bench.times_us = calloc(TIMES_MAX, sizeof *bench.times_us);
    if (!bench.times_us) must(ERR_NOMEM, "times");
    enum err err = store_init(&options, bench.now_ms, why, sizeof why);
    if (!err) err = store_open(&options, &bench.store, why, sizeof why);
    must(err, why);
    bench.txn = store_txn(bench.store);
    fill(&bench);
    uint64_t filled_bytes = data_bytes(options.dir);
    for (size_t i = 0; i < GROUPS; i++) run_one(&bench, &bench.runs[i], groups[i]);
    if (bench.plan.json)
        print_json(&bench, filled_bytes);
    else
        print_text(&bench, filled_bytes);
    store_close(&bench.store);
    free(bench.times_us);
    if (own) clean(options.dir);
    return 0;
}
