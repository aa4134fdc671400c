/* rexian-bench-route: what it costs to bring a caller and an agent together, with few and many
 * agents, with nobody and with many waiting: in the core on the real store, without sockets.
 *
 * Eight lines, each with a skill of its own; an agent has three of seven at different levels. With
 * nobody waiting a call comes and an agent is found (call.arrive); with a crowd waiting an agent
 * gets ready and a call is found (agent.ready). Both steps make the facts of the offer. */
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/json.h"
#include "common/log.h"
#include "tests/theory/floor.h"

enum { SKILLS_EACH = 3, LEVELS = 3, ROUNDS = 20000, ROUNDS_MAX = 10000000, MS_BETWEEN = 10 };

/* What is measured, on the same floor one after the other. */
enum scene { NOBODY, STUCK, CROWD, SCENES };
static const char *const scene_names[SCENES] = {
    [NOBODY] = "nobody waits",
    [STUCK] = "a crowd is stuck", /* for a skill that nobody has: it is in nobody's way */
    [CROWD] = "a crowd waits",
};
static const size_t crews[] = {10, 1000, 10000};
enum { CREWS = sizeof crews / sizeof *crews, WAITING = 10000, CHECKED = 1000 };

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

/* Everybody ready talks, and so many wait. */
static void crowd_enter(struct bench *bench)
{
    struct floor *floor = &bench->floor;
    for (size_t talking = 0, waiting = 0; talking < floor->n_agents || waiting < WAITING;) {
        uint64_t call = arrive(bench, false);
        struct row_call row;
        bool there = call_get(floor_txn(floor), call, &row);
        ASSERT(there);
        if (row.state == call_state_waiting) {
            waiting++;
            continue;
        }
        FLOOR_ASK(floor, &floor->agents[floor_agent(floor, row.agent)], call_answer, .call = call);
        talking++;
    }
}

/* They come, or give up. */
static void stuck_enter(struct bench *bench, uint64_t calls[WAITING], bool come)
{
    for (size_t i = 0; i < WAITING; i++) {
        if (come)
            calls[i] = arrive(bench, true);
        else
            FLOOR_ASK(&bench->floor, &bench->floor.trunk, call_hang_up, .call = calls[i]);
    }
}

struct result {
    struct spread {
        double mean_us, p50_us, p99_us;
    } routed, whole;
};

static int by_size(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static struct spread spread_of(const struct times *times)
{
    double sum = 0;
    qsort(times->ns, times->n, sizeof *times->ns, by_size);
    for (size_t i = 0; i < times->n; i++) sum += times->ns[i];
    return (struct spread){sum / (double)times->n / 1000, times->ns[times->n / 2] / 1000.0,
                           times->ns[times->n * 99 / 100] / 1000.0};
}

static struct result scene_run(struct bench *bench, enum scene scene)
{
    struct floor *floor = &bench->floor;
    bench->routed.n = bench->whole.n = 0;
    for (size_t i = 0; i < bench->rounds; i++) {
        floor_go(floor, floor->now_ms + MS_BETWEEN);
        if (scene == CROWD)
            agent_comes(bench, i % floor->n_agents);
        else
            call_comes(bench);
    }
    return (struct result){spread_of(&bench->routed), spread_of(&bench->whole)};
}

static void crew_run(struct bench *bench, size_t agents, struct result results[SCENES])
{
    struct floor *floor = &bench->floor;
    static uint64_t calls[WAITING];
    floor_open(floor, 1);
    floor->settings.offer_lease_s = floor->settings.wrap_limit_s = 1000000; /* no timers */
    floor_people(floor, agents);
    skills_enter(floor);
    for (size_t i = 0; i < agents; i++) FLOOR_ASK(floor, &floor->agents[i], agent_ready, 0);
    results[NOBODY] = scene_run(bench, NOBODY);
    stuck_enter(bench, calls, true);
    results[STUCK] = scene_run(bench, STUCK);
    stuck_enter(bench, calls, false);
    crowd_enter(bench);
    results[CROWD] = scene_run(bench, CROWD);
    unsigned faults = agents <= CHECKED ? floor_check(floor) : 0;
    ASSERT(faults == 0);
    floor_close(floor);
}

static void spread_json(struct json *json, const struct spread *spread)
{
    json_object_begin(json);
    json_key(json, "mean_us"), json_f64(json, spread->mean_us);
    json_key(json, "p50_us"), json_f64(json, spread->p50_us);
    json_key(json, "p99_us"), json_f64(json, spread->p99_us);
    json_object_end(json);
}

static bool print_json(struct result results[CREWS][SCENES])
{
    struct json json;
    json_init_file(&json, stdout);
    json_array_begin(&json);
    for (size_t scene = 0; scene < SCENES; scene++) {
        for (size_t crew = 0; crew < CREWS; crew++) {
            json_object_begin(&json);
            json_key(&json, "case"), json_str(&json, scene_names[scene]);
            json_key(&json, "agents"), json_u64(&json, crews[crew]);
            json_key(&json, "waiting"), json_u64(&json, scene == NOBODY ? 0 : WAITING);
            json_key(&json, "routing"), spread_json(&json, &results[crew][scene].routed);
            json_key(&json, "whole_call"), spread_json(&json, &results[crew][scene].whole);
            json_object_end(&json);
        }
    }
    json_array_end(&json);
    return json_finish(&json) == ERR_OK;
}

static void print_table(struct result results[CREWS][SCENES])
{
    puts(
        "us of processor time in the core; seven queues with skills, three skills an agent\n"
        "                                   the step that routes      the whole call (four steps)\n"
        "                  agents waiting    mean     p50     p99       mean     p50     p99");
    for (size_t scene = 0; scene < SCENES; scene++) {
        for (size_t crew = 0; crew < CREWS; crew++) {
            const struct spread *routed = &results[crew][scene].routed;
            const struct spread *whole = &results[crew][scene].whole;
            printf("%-16s  %6zu  %6d  %6.1f  %6.1f  %6.1f     %6.1f  %6.1f  %6.1f\n",
                   scene_names[scene], crews[crew], scene == NOBODY ? 0 : WAITING, routed->mean_us,
                   routed->p50_us, routed->p99_us, whole->mean_us, whole->p50_us, whole->p99_us);
        }
    }
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
    static struct result results[CREWS][SCENES];
    bool as_json = false, ok = true;
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        if (option == 'r')
            bench.rounds = strtoull(optarg, NULL, 10);
        else if (option == 'j')
            as_json = true;
        else
            return usage();
    }
    if (optind != argc || bench.rounds == 0 || bench.rounds > ROUNDS_MAX) return usage();
    bench.routed.ns = calloc(bench.rounds, sizeof *bench.routed.ns);
    bench.whole.ns = calloc(bench.rounds, sizeof *bench.whole.ns);
    ASSERT(bench.routed.ns && bench.whole.ns);
    log_open_fd(-1);
    for (size_t crew = 0; crew < CREWS; crew++) crew_run(&bench, crews[crew], results[crew]);
    if (as_json)
        ok = print_json(results);
    else
        print_table(results);
    free(bench.routed.ns);
    free(bench.whole.ns);
    return !ok;
}
