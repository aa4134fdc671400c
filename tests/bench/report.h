/* What rexian-bench-commands measured, and how it is shown. */
#ifndef TESTS_BENCH_REPORT_H
#define TESTS_BENCH_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "proto/schema.h"

enum { SIZES_MAX = 3, ROUNDS_MAX = 99 };

/* One round of one kind with one number of clients (or size of group). */
struct round {
    uint64_t commands;
    double per_s, p50_us, p99_us, longest_us;
    double per_sync; /* commands that shared one sync */
    double bytes;    /* written to files for one command */
};

/* Processor time in ns: a process's first thread, and all others (libzmq's). */
struct cpu {
    uint64_t main_ns, io_ns;
};

/* All rounds of one size. */
struct size {
    size_t n;
    struct round curve[ROUNDS_MAX], straight[ROUNDS_MAX];
    uint64_t commands;       /* over CURVE, of all rounds */
    struct rec_status spent; /* the differences of the dispatcher's figures */
    struct cpu client, server;
};

struct report {
    uint64_t tickets, bytes_per_ticket, commit_steps, commit_ms;
    size_t rounds;
    double disk_p50_us[ROUNDS_MAX], disk_p99_us[ROUNDS_MAX]; /* 1 KiB written and synced, bare */
    size_t n_sizes;
    struct size sizes[SIZES_MAX];
};

void report_print(const struct report *report, bool json);

#endif
