/* rexian-sim day: options, progress, the last line. */
#include "client/sim/day.h"

#include <errno.h>
#include <getopt.h>
#include <stdlib.h>

#include "common/clock.h"

enum { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2, STALL_MS = 90000 };

static const char help[] =
    "Usage: rexian-sim day --stations DIR --people FILE [OPTION]...\n"
    "A day of calls from 07:00 to 22:00 with two peaks, pressed together, over real sockets.\n\n"
    "  --stations DIR   folder with a station file NUMBER.station for each person\n"
    "  --people FILE    lines \"KIND NUMBER\": callers, seat, lead\n"
    "  --password WORD  the password of all of them (from the environment: REXIAN_SIM_PASSWORD)\n"
    "  --calls N        callers of the day (default 42936)\n"
    "  --speed S        the day passes S times as fast (default 75: twelve minutes)\n"
    "  --talk S         mean talk in seconds of the day (default 48)\n"
    "  --wrap S         mean wrap-up (default 8)\n"
    "  --patience S     mean patience while waiting (default 150)\n"
    "  --promise SHARE  of callers, those who accept a callback (default 0.08)\n"
    "  --repeat SHARE   of those who give up, those who ring again (default 0.4)\n"
    "  --ignore SHARE   of offers, those that an agent lets ring (default 0.005)\n"
    "  --misroute SHARE of talks, those passed to another queue (default 0.02)\n"
    "  --queue-log CMD  prints the queue_log, which is compared, too\n"
    "  --seed N         for the same random choices again (default: printed)\n"
    "  --spoil          count one answer that nobody gave: the comparison must find it\n"
    "  --progress       one line a second on standard error\n\n"
    "Exit: 0 every call accounted for and nothing differs, 1 otherwise, 2 usage\n";

enum option_id { OPTION_TEXT = 1, OPTION_FLAG = 100, OPTION_NUMBER = 200 };

struct arguments {
    struct plan plan;
    struct day_plan day;
    const char *people;
    double calls, talk_s, wrap_s, patience_s, seed;
    bool progress, help;
};

/* O(id, name, kind, member) */
#define OPTION_TABLE(O, a)                                                                         \
    O(1, "stations", TEXT, (a)->plan.stations)                                                     \
    O(2, "people", TEXT, (a)->people)                                                              \
    O(3, "password", TEXT, (a)->plan.password)                                                     \
    O(4, "queue-log", TEXT, (a)->day.queue_log)                                                    \
    O(5, "calls", NUMBER, (a)->calls)                                                              \
    O(6, "speed", NUMBER, (a)->day.speed)                                                          \
    O(7, "talk", NUMBER, (a)->talk_s)                                                              \
    O(8, "wrap", NUMBER, (a)->wrap_s)                                                              \
    O(9, "patience", NUMBER, (a)->patience_s)                                                      \
    O(10, "promise", NUMBER, (a)->day.promise)                                                     \
    O(11, "repeat", NUMBER, (a)->day.repeat)                                                       \
    O(12, "ignore", NUMBER, (a)->day.ignore)                                                       \
    O(13, "misroute", NUMBER, (a)->day.misroute)                                                   \
    O(14, "seed", NUMBER, (a)->seed)                                                               \
    O(15, "spoil", FLAG, (a)->day.spoil)                                                           \
    O(16, "progress", FLAG, (a)->progress)                                                         \
    O(17, "help", FLAG, (a)->help)

#define ARGUMENT_TEXT required_argument
#define ARGUMENT_NUMBER required_argument
#define ARGUMENT_FLAG no_argument

static bool number_in(const char *text, double *out)
{
    char *end;
    errno = 0;
    double value = strtod(text, &end);
    if (errno || end == text || *end || !(value >= 0 && value <= 9e15)) {
        fprintf(stderr, "rexian-sim: %s is no number\n", text);
        return false;
    }
    *out = value;
    return true;
}

static bool take_option(struct arguments *a, int id, const char *text)
{
    switch (id) {
#define TAKE_TEXT(member) return (member) = text, true
#define TAKE_NUMBER(member) return number_in(text, &(member))
#define TAKE_FLAG(member) return (member) = true
#define O(number, name, kind, member)                                                              \
    case number:                                                                                   \
        TAKE_##kind(member);
        OPTION_TABLE(O, a)
#undef O
    default:
        return false;
    }
}

static bool take_arguments(int argc, char **argv, struct arguments *a)
{
    static const struct option options[] = {
#define O(number, name, kind, member) {name, ARGUMENT_##kind, NULL, number},
        OPTION_TABLE(O, a)
#undef O
            {0}};
    int id;
    while ((id = getopt_long(argc, argv, "", options, NULL)) != -1)
        if (!take_option(a, id, optarg)) return false;
    if (a->help) return true;
    if (a->plan.stations && a->people && a->plan.password && optind == argc && a->calls >= 1 &&
        a->calls <= 1e6 && a->day.speed >= 1 && a->day.speed <= 10000)
        return true;
    fputs("rexian-sim: day needs --stations, --people and --password; see rexian-sim day --help\n",
          stderr);
    return false;
}

static void each_second(struct world *world)
{
    const struct day_count *count = &world->day->count;
    if (world->progress)
        fprintf(stderr,
                "progress arrived=%llu finished=%llu answered=%llu abandoned=%llu called_back=%llu "
                "over=%llu refusals=%llu\n",
                (unsigned long long)count->asked, (unsigned long long)world->finished,
                (unsigned long long)count->answered, (unsigned long long)count->abandoned,
                (unsigned long long)count->called_back, (unsigned long long)count->over,
                (unsigned long long)world->refusals);
    uint64_t sum = count->asked + world->finished + count->over, now_ms = clock_mono_ms();
    if (sum != world->moved_sum || world->moved_ms == 0) {
        world->moved_sum = sum;
        world->moved_ms = now_ms;
    }
    if (now_ms - world->moved_ms > STALL_MS) {
        fprintf(stderr, "rexian-sim: nothing has happened for %d s: stuck\n", STALL_MS / 1000);
        world->failed = world->over = true;
    }
    if (callers_done(world) && world_quiet(world)) world->over = true;
}

static int report(struct world *world)
{
    int differing = day_compare(world);
    const struct day_count *count = &world->day->count;
    uint64_t known =
        count->answered + count->abandoned + count->called_back + count->closed + count->blocked;
    long long lost = (long long)(count->made - known);
    printf("differing=%d repeats=%llu transferred=%llu held=%llu reached=%llu unreached=%llu\n",
           differing, (unsigned long long)count->repeats, (unsigned long long)count->transferred,
           (unsigned long long)count->held, (unsigned long long)count->reached,
           (unsigned long long)count->unreached);
    printf("calls=%llu answered=%llu abandoned=%llu called_back=%llu closed=%llu blocked=%llu "
           "lost=%lld\n",
           (unsigned long long)count->made, (unsigned long long)count->answered,
           (unsigned long long)count->abandoned, (unsigned long long)count->called_back,
           (unsigned long long)count->closed, (unsigned long long)count->blocked, lost);
    bool good =
        !world->failed && differing == 0 && lost == 0 && count->made == world->day->plan.calls;
    return good ? EXIT_DONE : EXIT_REFUSED;
}

int day_main(int argc, char **argv)
{
    struct arguments a = {.plan = {.password = getenv("REXIAN_SIM_PASSWORD")},
                          .day = {.speed = 75,
                                  .repeat = 0.4,
                                  .promise = 0.08,
                                  .reached = 0.75,
                                  .ignore = 0.005,
                                  .misroute = 0.02,
                                  .end_first = 0.1,
                                  .hold = 0.03,
                                  .pause = 0.01},
                          .calls = 42936,
                          .talk_s = 48,
                          .wrap_s = 8,
                          .patience_s = 150,
                          .seed = (double)clock_wall_ms()};
    if (!take_arguments(argc, argv, &a)) return EXIT_USAGE;
    if (a.help) return fputs(help, stdout), EXIT_DONE;
    struct world *world = calloc(1, sizeof *world);
    struct day day = {.plan = a.day};
    ASSERT(world);
    world->plan = a.plan;
    world->day = &day;
    world->progress = a.progress;
    day.plan.calls = (uint64_t)a.calls;
    day.plan.talk_ms = a.talk_s * 1000 / a.day.speed;
    day.plan.wrap_ms = a.wrap_s * 1000 / a.day.speed;
    day.plan.ring_ms = 4000 / a.day.speed;
    day.plan.patience_ms = a.patience_s * 1000 / a.day.speed;
    chance_seed(world, (uint64_t)a.seed);
    fprintf(stderr, "rexian-sim: seed %.0f\n", a.seed);
    int code = EXIT_USAGE;
    if (world_people(world, a.people)) {
        world_run(world, NULL, each_second);
        code = report(world);
    }
    world_free(world);
    free(world);
    return code;
}
