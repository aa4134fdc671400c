/* rexian-theory: wait, service level and abandonment at Rexian's queue against Erlang C and A.
 *
 * Three columns of figures: the formula; the textbook's queue, reckoned without Rexian, for very
 * many calls; Rexian, for fewer. Rexian's calls are also served by the textbook's queue, and every
 * single one must wait exactly as long: what the two means differ by is then chance alone. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/log.h"
#include "tests/theory/theory.h"

enum { AGENTS = 50, TALK_S = 60, PATIENCE_S = 120, WITHIN_S = 20, BATCHES = 20, RUNS_MAX = 24 };

/* A tenth of the calls come before the queue has settled, and are not looked at. */
static size_t settled(size_t n)
{
    return n / 10;
}

enum what_breaks { NOTHING, PATIENCE, TALK, READY };

struct options {
    uint64_t calls, plain, seed;
    enum what_breaks broken;
    bool quick;
};

/* The nearer Erlang C comes to its limit, the longer a crowd stays and the more calls it takes to
 * see a mean: more runs, each on a floor of its own. */
struct load {
    char model;
    unsigned percent, runs;
    bool quick; /* belongs to the quick look */
};
static const struct load loads[] = {
    {'C', 60, 2, false},        {'C', 75, 2, true},  {'C', 90, 8, false},
    {'C', 95, RUNS_MAX, false}, {'A', 60, 2, false}, {'A', 80, 2, true},
    {'A', 95, 2, true},         {'A', 110, 2, true}, {'A', 130, 2, true}};

/* The largest difference that is looked at; the wait as a share of the talk's time. */
static double differs(const struct measured *is, const struct erlang *expected)
{
    double wait = fabs(is->wait_s - expected->wait_s) / TALK_S;
    double level = fabs(is->service_level - expected->service_level);
    double left = fabs(is->abandonment - expected->abandonment);
    return fmax(wait, fmax(level, left));
}

/* Figures of many batches of calls. */
struct means {
    double n;
    struct measured sum;
    double squares; /* of the service levels */
};

static void means_add(struct means *means, const struct flow *flow, const struct caller *callers,
                      size_t n)
{
    size_t first = settled(n), size = (n - first) / BATCHES;
    for (size_t b = 0; b < BATCHES; b++) {
        struct measured part = measure(flow, callers + first + b * size, 0, size);
        means->n++;
        means->sum.wait_s += part.wait_s;
        means->sum.service_level += part.service_level;
        means->sum.abandonment += part.abandonment;
        means->squares += part.service_level * part.service_level;
    }
}

static struct measured means_of(const struct means *means)
{
    return (struct measured){means->sum.wait_s / means->n, means->sum.service_level / means->n,
                             means->sum.abandonment / means->n};
}

/* Standard error of the service level. */
static double error_of(const struct means *means)
{
    double mean = means->sum.service_level / means->n;
    return sqrt(fmax(0, means->squares / means->n - mean * mean) / (means->n - 1));
}

static size_t count_different(const struct caller *a, const struct caller *b, size_t n)
{
    size_t different = 0;
    for (size_t i = 0; i < n; i++) different += a[i].wait != b[i].wait || a[i].left != b[i].left;
    return different;
}

static struct caller *callers_make(const struct flow *flow, size_t n)
{
    struct caller *callers = calloc(n, sizeof *callers);
    ASSERT(callers);
    callers_draw(flow, callers, n);
    return callers;
}

/* Rexian serves n calls, and the textbook the same. */
struct served {
    struct means means;
    size_t different;
    unsigned faults;
};

static void serve(struct served *served, const struct flow *flow, size_t n)
{
    struct caller *here = callers_make(flow, n), *there = callers_make(flow, n);
    served->faults += desk_serve(flow, here, n);
    plain_serve(flow, there, n);
    served->different += count_different(here, there, n);
    means_add(&served->means, flow, here, n);
    free(here);
    free(there);
}

static struct measured plain_measure(struct flow flow, size_t n)
{
    flow.seed += UINT64_C(1) << 40; /* other callers */
    struct caller *callers = callers_make(&flow, n);
    plain_serve(&flow, callers, n);
    struct measured is = measure(&flow, callers, settled(n), n);
    free(callers);
    return is;
}

static void row_print(const struct load *load, const char *who, double wait_s, double level,
                      double left)
{
    printf("  %c  %3u %%  %-8s  %9.3f  %8.2f  %8.2f", load->model, load->percent, who, wait_s,
           level * 100, left * 100);
}

/* What chance alone may add when only few calls are looked at. */
static double allowed(const struct options *options, double error)
{
    return 0.02 + (options->quick ? 2 * error : 0);
}

static bool load_try(const struct options *options, const struct load *load)
{
    struct flow flow = {.load = {.calls_per_s = load->percent / 100.0 * AGENTS / TALK_S,
                                 .work_s = TALK_S,
                                 .patience_s = load->model == 'A' ? PATIENCE_S : 0,
                                 .within_s = WITHIN_S},
                        .agents = AGENTS};
    erlang_model *model = load->model == 'A' ? erlang_a : erlang_c;
    struct erlang expected = model(&flow.load, AGENTS);
    struct served served = {.different = 0};
    if (options->broken == PATIENCE) flow.load.patience_s *= 2;
    if (options->broken == TALK) flow.load.work_s *= 1.05;
    if (options->broken == READY) flow.dawdle_ms = 100;
    for (unsigned run = 0; run < (options->quick ? 1 : load->runs); run++) {
        flow.seed = (options->seed * 1000 + load->percent) * RUNS_MAX + run;
        serve(&served, &flow, (size_t)options->calls);
    }
    struct measured plain = plain_measure(flow, (size_t)options->plain);
    struct measured is = means_of(&served.means);
    double error = error_of(&served.means), off = differs(&is, &expected);
    row_print(load, "formula", expected.wait_s, expected.service_level, expected.abandonment);
    puts("");
    row_print(load, "textbook", plain.wait_s, plain.service_level, plain.abandonment);
    printf("  %8.2f\n", differs(&plain, &expected) * 100);
    row_print(load, "Rexian", is.wait_s, is.service_level, is.abandonment);
    printf("  %8.2f  %6.2f  %9zu\n", off * 100, error * 100, served.different);
    fflush(stdout);
    if (served.faults) printf("%u invariants did not hold\n", served.faults);
    return served.faults == 0 && served.different == 0 && off <= allowed(options, error) &&
           differs(&plain, &expected) <= 0.02;
}

static int usage(void)
{
    fputs("rexian-theory [--calls N] [--plain N] [--seed S] [--quick]\n"
          "rexian-theory --break patience|talk|ready [...]   it must be noticed\n",
          stderr);
    return 2;
}

static bool option_read(struct options *options, const char *word, const char *value)
{
    uint64_t number = strtoull(value, NULL, 10);
    if (strcmp(word, "--calls") == 0) {
        options->calls = number;
    } else if (strcmp(word, "--plain") == 0) {
        options->plain = number;
    } else if (strcmp(word, "--seed") == 0) {
        options->seed = number;
    } else {
        options->broken = strcmp(value, "patience") == 0 ? PATIENCE
                          : strcmp(value, "talk") == 0   ? TALK
                          : strcmp(value, "ready") == 0  ? READY
                                                         : NOTHING;
        return strcmp(word, "--break") == 0 && options->broken != NOTHING;
    }
    return true;
}

static bool options_read(struct options *options, int argc, char **argv)
{
    *options = (struct options){.calls = 200000, .plain = 10000000, .seed = 1};
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--quick") == 0) {
            options->quick = true;
            options->calls = 20000;
            options->plain = 2000000;
        } else if (i + 1 == argc || !option_read(options, argv[i], argv[i + 1])) {
            return false;
        } else {
            i++;
        }
    }
    return options->calls >= 1000 && options->plain >= 1000;
}

int main(int argc, char **argv)
{
    struct options options;
    bool ok = true;
    log_open_fd(-1);
    if (!options_read(&options, argc, argv)) return usage();
    printf("%d agents, talk %d s, patience %d s with Erlang A, answered in time: %d s\n"
           "seed %" PRIu64 ", a run of Rexian: %" PRIu64 " calls\n\n"
           "model load             mean wait   in time   give up  furthest  +- of  calls that\n"
           "                               s         %%         %%    off, %%   level  wait else\n",
           AGENTS, TALK_S, PATIENCE_S, WITHIN_S, options.seed, options.calls);
    for (size_t i = 0; i < sizeof loads / sizeof *loads; i++) {
        if (options.quick && !loads[i].quick) continue;
        if (!load_try(&options, &loads[i])) ok = false;
    }
    puts(ok ? "\nall within 2 %" : "\nnot all within 2 %");
    return options.broken ? ok : !ok;
}
