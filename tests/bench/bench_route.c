/* rexian-bench-route: what it costs to bring a caller and an agent together, with few and many
 * agents, with nobody and with many waiting: in the core on the real store, without sockets.
 *
 * Eight lines, each with a skill of its own; an agent has three of them at different levels. With
 * nobody waiting a call comes and an agent is found (call.arrive); with a crowd waiting an agent
 * gets ready and a call is found (agent.ready). Both steps make the facts of the offer. */
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/json.h"
#include "common/log.h"
#include "tests/theory/floor.h"

enum { SKILLS_EACH = 3, LEVELS = 3, ROUNDS = 20000, MS_BETWEEN = 10 };

/* One row of the table. */
struct plan {
    const char *name;
    size_t agents, waiting;
    bool stuck; /* those who wait need a skill that nobody has: they are in nobody's way */
};
static const struct plan plans[] = {
    {"nobody waits", 10, 0, false},          {"nobody waits", 1000, 0, false},
    {"nobody waits", 10000, 0, false},       {"a crowd waits", 10, 10000, false},
    {"a crowd waits", 1000, 10000, false},   {"a crowd waits", 10000, 10000, false},
    {"a crowd is stuck", 10, 10000, true},   {"a crowd is stuck", 1000, 10000, true},
    {"a crowd is stuck", 10000, 10000, true}};
enum { PLANS = sizeof plans / sizeof *plans };

/* Of one kind of step, in ns. */
struct times {
    uint32_t *ns;
    size_t n;
};

struct bench {
    struct floor floor;
    size_t rounds;
    uint64_t next_line;
    struct times routed, whole; /* the step that routes; the call from its first to its last step */
};

static void skills_enter(struct floor *floor)
{
    for (size_t i = 0; i < FLOOR_LINES; i++) {
        struct code skill = {{(char)('A' + i)}};
        FLOOR_ASK(floor, &floor->console, skill_add, .code = skill, .name = slice_of("技能"));
        FLOOR_ASK(floor, &floor->console, queue_change, .code = floor_line(i), .skill = skill);
    }
    for (size_t i = 0; i < floor->n_agents; i++) {
        for (size_t k = 0; k < SKILLS_EACH; k++) {
            struct code skill = {{(char)('A' + (i + k) % (FLOOR_LINES - 1))}};
            FLOOR_ASK(floor, &floor->console, skill_give, .number = floor->numbers[i],
                      .skill = skill, .level = 1 + (i / FLOOR_LINES + k) % LEVELS);
        }
    }
}

/* The last line's skill is nobody's. */
static uint64_t arrive(struct bench *bench, bool stuck)
{
    size_t line = stuck ? FLOOR_LINES - 1 : bench->next_line++ % (FLOOR_LINES - 1);
    FLOOR_ASK(&bench->floor, &bench->floor.trunk, call_arrive, .line = floor_line(line));
    return bench->floor.out.answer.done.id;
}

static void time_put(struct times *times, uint64_t ns)
{
    times->ns[times->n++] = (uint32_t)ns;
}

static struct row_call offered(struct bench *bench, uint64_t call)
{
    struct row_call row;
    bool there = call_get(floor_txn(&bench->floor), call, &row);
    ASSERT(there && row.state == call_state_offered);
    return row;
}

/* A call comes, is answered and ended, and the agent is ready again. */
static void call_comes(struct bench *bench)
{
    struct floor *floor = &bench->floor;
    uint64_t whole_ns, call = arrive(bench, false);
    whole_ns = floor->step_ns;
    time_put(&bench->routed, floor->step_ns);
    struct row_call row = offered(bench, call);
    const struct who *who = &floor->agents[floor_agent(floor, row.agent)];
    FLOOR_ASK(floor, who, call_answer, .call = call);
    whole_ns += floor->step_ns;
    FLOOR_ASK(floor, who, call_end, .call = call);
    whole_ns += floor->step_ns;
    FLOOR_ASK(floor, who, agent_ready, 0);
    time_put(&bench->whole, whole_ns + floor->step_ns);
}

/* Another call waits; an agent who talks ends, is ready and gets the first that waits. */
static void agent_comes(struct bench *bench, size_t agent)
{
    struct floor *floor = &bench->floor;
    const struct who *who = &floor->agents[agent];
    struct row_agent row;
    bool there = agent_get(floor_txn(floor), who->person, &row);
    ASSERT(there && row.state == agent_state_talking);
    uint64_t whole_ns;
    arrive(bench, false);
    whole_ns = floor->step_ns;
    FLOOR_ASK(floor, who, call_end, .call = row.call);
    whole_ns += floor->step_ns;
    FLOOR_ASK(floor, who, agent_ready, 0);
    time_put(&bench->routed, floor->step_ns);
    whole_ns += floor->step_ns;
    there = agent_get(floor_txn(floor), who->person, &row);
    ASSERT(there && row.state == agent_state_offered);
    FLOOR_ASK(floor, who, call_answer, .call = row.call);
    time_put(&bench->whole, whole_ns + floor->step_ns);
}

static void everybody_talks(struct bench *bench)
{
    struct floor *floor = &bench->floor;
    for (size_t i = 0; i < floor->n_agents; i++) {
        struct row_agent row;
        bool there = agent_get(floor_txn(floor), floor->agents[i].person, &row);
        ASSERT(there && row.state == agent_state_offered);
        FLOOR_ASK(floor, &floor->agents[i], call_answer, .call = row.call);
    }
}

static void run(struct bench *bench, const struct plan *plan)
{
    struct floor *floor = &bench->floor;
    bool crowd = plan->waiting && !plan->stuck;
    bench->routed.n = bench->whole.n = 0;
    floor_open(floor, 1);
    floor->settings.offer_lease_s = floor->settings.wrap_limit_s = 1000000; /* no timers */
    floor_people(floor, plan->agents);
    skills_enter(floor);
    for (size_t i = 0; i < plan->waiting + (crowd ? plan->agents * FLOOR_LINES : 0); i++)
        arrive(bench, plan->stuck);
    for (size_t i = 0; i < plan->agents; i++) FLOOR_ASK(floor, &floor->agents[i], agent_ready, 0);
    if (crowd) everybody_talks(bench);
    for (size_t i = 0; i < bench->rounds; i++) {
        floor_go(floor, floor->now_ms + MS_BETWEEN);
        if (crowd)
            agent_comes(bench, i % plan->agents);
        else
            call_comes(bench);
    }
    unsigned faults = floor_check(floor);
    ASSERT(faults == 0);
    floor_close(floor);
}

static int by_size(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

struct result {
    double mean_us, p50_us, p99_us;
};

static struct result result_of(const struct times *times)
{
    double sum = 0;
    qsort(times->ns, times->n, sizeof *times->ns, by_size);
    for (size_t i = 0; i < times->n; i++) sum += times->ns[i];
    return (struct result){sum / (double)times->n / 1000, times->ns[times->n / 2] / 1000.0,
                           times->ns[times->n * 99 / 100] / 1000.0};
}

static void result_json(struct json *json, const struct result *result)
{
    json_object_begin(json);
    json_key(json, "mean_us"), json_f64(json, result->mean_us);
    json_key(json, "p50_us"), json_f64(json, result->p50_us);
    json_key(json, "p99_us"), json_f64(json, result->p99_us);
    json_object_end(json);
}

static void row_json(struct json *json, const struct plan *plan, const struct result *routed,
                     const struct result *whole)
{
    json_object_begin(json);
    json_key(json, "case"), json_str(json, plan->name);
    json_key(json, "agents"), json_u64(json, plan->agents);
    json_key(json, "waiting"), json_u64(json, plan->waiting);
    json_key(json, "routing"), result_json(json, routed);
    json_key(json, "whole_call"), result_json(json, whole);
    json_object_end(json);
}

static int usage(void)
{
    fputs("rexian-bench-route [--rounds N] [--json]\n", stderr);
    return 2;
}

int main(int argc, char **argv)
{
    static const struct option options[] = {{"rounds", required_argument, NULL, 'r'},
                                            {"json", no_argument, NULL, 'j'},
                                            {NULL, 0, NULL, 0}};
    static struct bench bench = {.rounds = ROUNDS};
    struct json json;
    bool as_json = false;
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        if (option == 'r')
            bench.rounds = strtoull(optarg, NULL, 10);
        else if (option == 'j')
            as_json = true;
        else
            return usage();
    }
    if (optind != argc || bench.rounds == 0 || bench.rounds > 10000000) return usage();
    bench.routed.ns = calloc(bench.rounds, sizeof *bench.routed.ns);
    bench.whole.ns = calloc(bench.rounds, sizeof *bench.whole.ns);
    ASSERT(bench.routed.ns && bench.whole.ns);
    log_open_fd(-1);
    json_init_file(&json, stdout);
    if (as_json) json_array_begin(&json);
    if (!as_json)
        puts("us in the core for one routed call, of many; eight queues with skills, three skills "
             "an agent\n"
             "                                   routing step            whole call (four steps)\n"
             "                  agents waiting   mean     p50     p99     mean     p50     p99");
    for (size_t i = 0; i < PLANS; i++) {
        const struct plan *plan = &plans[i];
        run(&bench, plan);
        struct result routed = result_of(&bench.routed), whole = result_of(&bench.whole);
        if (as_json)
            row_json(&json, plan, &routed, &whole);
        else
            printf("%-16s  %6zu  %6zu  %5.1f  %6.1f  %6.1f   %6.1f  %6.1f  %6.1f\n", plan->name,
                   plan->agents, plan->waiting, routed.mean_us, routed.p50_us, routed.p99_us,
                   whole.mean_us, whole.p50_us, whole.p99_us);
        fflush(stdout);
    }
    if (as_json) json_array_end(&json);
    enum err err = json_finish(&json);
    free(bench.routed.ns);
    free(bench.whole.ns);
    return err != ERR_OK;
}
