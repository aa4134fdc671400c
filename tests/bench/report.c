#include "tests/bench/report.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/json.h"

struct spread {
    double min, median, max;
};

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Of one figure of all rounds; values lie `stride` bytes apart. */
static struct spread spread_of(const double *first, size_t stride, size_t rounds)
{
    double values[ROUNDS_MAX];
    for (size_t i = 0; i < rounds; i++)
        values[i] = *(const double *)((const char *)first + i * stride);
    qsort(values, rounds, sizeof *values, ascending);
    return (struct spread){values[0], values[rounds / 2], values[rounds - 1]};
}

static const struct figure {
    const char *key;
    size_t offset;
} figures[] = {{"commands_per_s", offsetof(struct round, per_s)},
               {"p50_us", offsetof(struct round, p50_us)},
               {"p99_us", offsetof(struct round, p99_us)},
               {"longest_us", offsetof(struct round, longest_us)},
               {"commands_per_sync", offsetof(struct round, per_sync)},
               {"bytes_per_command", offsetof(struct round, bytes)}};
enum { PER_S, P50, P99, LONGEST, PER_SYNC, BYTES, FIGURES };

static struct spread figure_of(const struct round *rounds, size_t n, size_t figure)
{
    const char *first = (const char *)rounds + figures[figure].offset;
    return spread_of((const double *)(const void *)first, sizeof *rounds, n);
}

/* Where the time of one command went, in µs. */
struct share {
    const char *name, *what;
    double us;
};
enum { SHARES = 15 };

static void shares_of(const struct size *size, struct share out[SHARES])
{
    const struct rec_status *spent = &size->spent;
    double n = (double)size->commands;
    const struct share shares[SHARES] = {
        {"client", "cpu: the bench's own thread", (double)size->client.main_ns / 1000},
        {"client_io", "cpu: its CURVE and sockets", (double)size->client.io_ns / 1000},
        {"server_io", "cpu: the dispatcher's CURVE and sockets", (double)size->server.io_ns / 1000},
        {"server", "cpu: the turn's thread, all of what follows",
         (double)size->server.main_ns / 1000},
        {"idle", "turn: waits for requests", (double)spent->idle_us},
        {"receive", "turn: takes them from the sockets", (double)spent->receive_us},
        {"decode", "turn: checks and decodes them", (double)spent->decode_us},
        {"step", "turn: who asks, rules, facts, seals, tables", (double)spent->step_us},
        {"encode", "turn: makes and keeps the reply", (double)spent->encode_us},
        {"log", "turn: writes the redo log", (double)spent->log_us},
        {"sync", "turn: fdatasync", (double)spent->sync_us},
        {"send", "turn: hands the reply to the socket", (double)spent->send_us},
        {"publish", "turn: publishes the facts", (double)spent->publish_us},
        {"commit", "turn: LMDB's commits", (double)spent->commit_us},
        {"rest", "turn: timers, the wall's figures", (double)spent->rest_us},
    };
    memcpy(out, shares, sizeof shares);
    for (size_t i = 0; i < SHARES; i++) out[i].us /= n;
}

static void print_rounds(const char *name, size_t n, const struct round *rounds, size_t count)
{
    struct spread s[FIGURES];
    for (size_t f = 0; f < FIGURES; f++) s[f] = figure_of(rounds, count, f);
    printf("%-22s %3zu %8.0f (%6.0f-%6.0f) %7.3f (%.3f-%.3f) %8.3f (%.3f-%.3f) %7.1f %6.1f %7.0f\n",
           name, n, s[PER_S].median, s[PER_S].min, s[PER_S].max, s[P50].median / 1000,
           s[P50].min / 1000, s[P50].max / 1000, s[P99].median / 1000, s[P99].min / 1000,
           s[P99].max / 1000, s[LONGEST].max / 1000, s[PER_SYNC].median, s[BYTES].median);
}

static void print_text(const struct report *report)
{
    struct spread p50 = spread_of(report->disk_p50_us, sizeof(double), report->rounds);
    struct spread p99 = spread_of(report->disk_p99_us, sizeof(double), report->rounds);
    printf("%" PRIu64 " tickets, %" PRIu64 " bytes on disk each; commit after %" PRIu64
           " steps or %" PRIu64 " ms; %zu rounds: median (min-max)\n",
           report->tickets, report->bytes_per_ticket, report->commit_steps, report->commit_ms,
           report->rounds);
    printf(
        "this disk, 1 KiB written and synced: p50 %.0f (%.0f-%.0f) us, p99 %.0f (%.0f-%.0f) us\n\n",
        p50.median, p50.min, p50.max, p99.median, p99.min, p99.max);
    printf("%-22s %3s %24s %21s %22s %7s %6s %7s\n", "durable commands", "n", "commands/s",
           "p50 ms", "p99 ms", "longest", "/sync", "bytes");
    for (size_t i = 0; i < report->n_sizes; i++) {
        const struct size *size = &report->sizes[i];
        print_rounds("over CURVE, n clients", size->n, size->curve, report->rounds);
        print_rounds("straight, groups of n", size->n, size->straight, report->rounds);
    }
    struct share shares[SIZES_MAX][SHARES];
    for (size_t i = 0; i < report->n_sizes; i++) shares_of(&report->sizes[i], shares[i]);
    printf("\n%-46s", "where the time goes, us for one command");
    for (size_t i = 0; i < report->n_sizes; i++) printf(" %3zu clients", report->sizes[i].n);
    for (size_t s = 0; s < SHARES; s++) {
        printf("\n%-46s", shares[0][s].what);
        for (size_t i = 0; i < report->n_sizes; i++) printf(" %11.2f", shares[i][s].us);
    }
    printf("\n");
}

static void json_spread(struct json *json, const char *key, struct spread spread)
{
    json_key(json, key);
    json_object_begin(json);
    json_key(json, "median");
    json_u64(json, (uint64_t)spread.median);
    json_key(json, "min");
    json_u64(json, (uint64_t)spread.min);
    json_key(json, "max");
    json_u64(json, (uint64_t)spread.max);
    json_object_end(json);
}

static void json_rounds(struct json *json, const char *key, const struct round *rounds,
                        size_t count)
{
    json_key(json, key);
    json_object_begin(json);
    for (size_t f = 0; f < FIGURES; f++)
        json_spread(json, figures[f].key, figure_of(rounds, count, f));
    json_object_end(json);
}

static void json_size(struct json *json, const struct report *report, const struct size *size)
{
    struct share shares[SHARES];
    shares_of(size, shares);
    json_object_begin(json);
    json_key(json, "n");
    json_u64(json, size->n);
    json_rounds(json, "over_curve", size->curve, report->rounds);
    json_rounds(json, "straight", size->straight, report->rounds);
    json_key(json, "ns_per_command");
    json_object_begin(json);
    for (size_t i = 0; i < SHARES; i++) {
        json_key(json, shares[i].name);
        json_u64(json, (uint64_t)(shares[i].us * 1000));
    }
    json_object_end(json);
    json_object_end(json);
}

static void print_json(const struct report *report)
{
    const struct {
        const char *key;
        uint64_t value;
    } heads[] = {{"tickets", report->tickets},
                 {"bytes_per_ticket", report->bytes_per_ticket},
                 {"commit_steps", report->commit_steps},
                 {"commit_ms", report->commit_ms},
                 {"rounds", report->rounds}};
    struct json json;
    json_init_file(&json, stdout);
    json_object_begin(&json);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        json_key(&json, heads[i].key);
        json_u64(&json, heads[i].value);
    }
    json_spread(&json, "disk_p50_us",
                spread_of(report->disk_p50_us, sizeof(double), report->rounds));
    json_spread(&json, "disk_p99_us",
                spread_of(report->disk_p99_us, sizeof(double), report->rounds));
    json_key(&json, "sizes");
    json_array_begin(&json);
    for (size_t i = 0; i < report->n_sizes; i++) json_size(&json, report, &report->sizes[i]);
    json_array_end(&json);
    json_object_end(&json);
    if (json_finish(&json) != ERR_OK) exit(1);
    json_fini(&json);
}

void report_print(const struct report *report, bool json)
{
    if (json)
        print_json(report);
    else
        print_text(report);
}
