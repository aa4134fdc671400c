/* rexian-sim: simulated callers, operators and units over the real protocol. */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>

#include "client/sim/day.h"
#include "client/sim/drill.h"
#include "common/clock.h"

enum { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2, EXIT_UNREACHABLE = 3 };
enum { STALL_MS = 120000 }; /* nothing happens for this long: something is stuck */

static const char help[] =
    "Usage: rexian-sim --stations DIR --people FILE [OPTION]...\n"
    "       rexian-sim day --help\n"
    "       rexian-sim drill --help\n"
    "Simulated callers, operators, unit handlers and office people for Rexian.\n\n"
    "  --stations DIR     folder with a station file NUMBER.station for each person\n"
    "  --people FILE      lines \"KIND NUMBER\": trunk, operator, unit, approver, desk, auditor\n"
    "  --password WORD    the password of all of them (from the environment: REXIAN_SIM_PASSWORD)\n"
    "  --calls N          stop when N calls have gone from ring to archive (default: go on for "
    "ever)\n"
    "  --gap MS           mean time between two calls (default 60)\n"
    "  --talk MS          mean time of one step of a conversation (default 40)\n"
    "  --patience MS      mean time that a caller waits (default 20000)\n"
    "  --transfer SHARE   calls passed on to a queue with a note (default 0.1)\n"
    "  --direct SHARE     matters answered at once (default 0.5)\n"
    "  --ignore SHARE     offers that the agent lets ring (default 0.02)\n"
    "  --unsatisfied SHARE  follow-ups that find the caller not satisfied (default 0.1)\n"
    "  --seed N           for the same random choices again (default: printed)\n"
    "  --capture FILE     write all that is published to FILE (needs tap.station)\n"
    "  --read-back FILE   write the recorded words, read with a reason, to FILE\n"
    "  --canaries FILE    words, one a line, that simulated callers say\n"
    "  --spoil            claim one record that nobody made: the audit must find it missing\n"
    "  --progress         one line a second on standard error\n"
    "  --help, --version\n\n"
    "Example: rexian-sim --stations demo/stations --people demo/people --calls 500\n"
    "Exit: 0 all calls accounted for, 1 something is lost, 2 usage, 3 not reachable\n";

enum option_id {
    OPTION_STATIONS = 1,
    OPTION_PEOPLE,
    OPTION_PASSWORD,
    OPTION_CALLS,
    OPTION_GAP,
    OPTION_TALK,
    OPTION_PATIENCE,
    OPTION_TRANSFER,
    OPTION_DIRECT,
    OPTION_IGNORE,
    OPTION_UNSATISFIED,
    OPTION_SEED,
    OPTION_CAPTURE,
    OPTION_READ_BACK,
    OPTION_CANARIES,
    OPTION_SPOIL,
    OPTION_PROGRESS,
    OPTION_HELP,
    OPTION_VERSION
};

static const struct option options[] = {
    {"stations", required_argument, NULL, OPTION_STATIONS},
    {"people", required_argument, NULL, OPTION_PEOPLE},
    {"password", required_argument, NULL, OPTION_PASSWORD},
    {"calls", required_argument, NULL, OPTION_CALLS},
    {"gap", required_argument, NULL, OPTION_GAP},
    {"talk", required_argument, NULL, OPTION_TALK},
    {"patience", required_argument, NULL, OPTION_PATIENCE},
    {"transfer", required_argument, NULL, OPTION_TRANSFER},
    {"direct", required_argument, NULL, OPTION_DIRECT},
    {"ignore", required_argument, NULL, OPTION_IGNORE},
    {"unsatisfied", required_argument, NULL, OPTION_UNSATISFIED},
    {"seed", required_argument, NULL, OPTION_SEED},
    {"capture", required_argument, NULL, OPTION_CAPTURE},
    {"read-back", required_argument, NULL, OPTION_READ_BACK},
    {"canaries", required_argument, NULL, OPTION_CANARIES},
    {"spoil", no_argument, NULL, OPTION_SPOIL},
    {"progress", no_argument, NULL, OPTION_PROGRESS},
    {"help", no_argument, NULL, OPTION_HELP},
    {"version", no_argument, NULL, OPTION_VERSION},
    {0}};

struct arguments {
    struct plan plan;
    const char *people;
    bool progress, spoil;
};

static bool number_in(const char *text, double least, double most, double *out)
{
    char *end;
    errno = 0;
    double value = strtod(text, &end);
    if (errno || end == text || *end || !(value >= least && value <= most)) {
        fprintf(stderr, "rexian-sim: %s is not between %g and %g\n", text, least, most);
        return false;
    }
    *out = value;
    return true;
}

static bool take_number(struct arguments *arguments, int id, const char *text)
{
    struct plan *plan = &arguments->plan;
    double value;
    switch (id) {
    case OPTION_CALLS:
        if (!number_in(text, 0, 1e6, &value)) return false;
        plan->calls = (uint64_t)value;
        return true;
    case OPTION_SEED:
        if (!number_in(text, 0, 9e15, &value)) return false;
        plan->seed = (uint64_t)value;
        return true;
    case OPTION_GAP:
        return number_in(text, 0, 1e7, &plan->gap_ms);
    case OPTION_TALK:
        return number_in(text, 0, 1e7, &plan->talk_ms);
    case OPTION_PATIENCE:
        return number_in(text, 0, 1e9, &plan->patience_ms);
    case OPTION_TRANSFER:
        return number_in(text, 0, 1, &plan->transfer);
    case OPTION_DIRECT:
        return number_in(text, 0, 1, &plan->direct);
    case OPTION_IGNORE:
        return number_in(text, 0, 1, &plan->ignore);
    case OPTION_UNSATISFIED:
        return number_in(text, 0, 0.9, &plan->unsatisfied);
    default:
        return false;
    }
}

/* -1: go on; else the exit code. */
static int take_arguments(int argc, char **argv, struct arguments *arguments)
{
    int id;
    while ((id = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (id == OPTION_HELP) return fputs(help, stdout), EXIT_DONE;
        if (id == OPTION_VERSION) return puts("rexian-sim " REXIAN_VERSION), EXIT_DONE;
        if (id == OPTION_STATIONS)
            arguments->plan.stations = optarg;
        else if (id == OPTION_PEOPLE)
            arguments->people = optarg;
        else if (id == OPTION_PASSWORD)
            arguments->plan.password = optarg;
        else if (id == OPTION_CAPTURE)
            arguments->plan.capture = optarg;
        else if (id == OPTION_READ_BACK)
            arguments->plan.read_back = optarg;
        else if (id == OPTION_CANARIES)
            arguments->plan.canaries = optarg;
        else if (id == OPTION_SPOIL)
            arguments->spoil = true;
        else if (id == OPTION_PROGRESS)
            arguments->progress = true;
        else if (!take_number(arguments, id, optarg))
            return EXIT_USAGE;
    }
    if (arguments->plan.stations && arguments->people && arguments->plan.password && optind == argc)
        return -1;
    fputs("rexian-sim: --stations, --people and --password are needed; see --help\n", stderr);
    return EXIT_USAGE;
}

static bool load_canaries(struct world *world)
{
    FILE *file = fopen(world->plan.canaries, "r");
    if (!file) return perror(world->plan.canaries), false;
    char line[LIMIT_NAME + 2];
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        if (!line[0]) continue;
        world->canary = realloc(world->canary, (world->n_canary + 1) * sizeof *world->canary);
        ASSERT(world->canary);
        world->canary[world->n_canary++] = strdup(line);
    }
    fclose(file);
    return true;
}

static void each_second(struct world *world)
{
    if (world->progress)
        fprintf(stderr,
                "progress arrived=%llu finished=%llu tickets=%llu archived=%llu refusals=%llu\n",
                (unsigned long long)world->arrived, (unsigned long long)world->finished,
                (unsigned long long)world->opened, (unsigned long long)world->archived,
                (unsigned long long)world->refusals);
    uint64_t sum = world->arrived + world->finished + world->opened + world->archived;
    uint64_t now_ms = clock_mono_ms();
    if (sum != world->moved_sum || world->moved_ms == 0) {
        world->moved_sum = sum;
        world->moved_ms = now_ms;
    }
    uint64_t calls = world->plan.calls;
    if (calls && now_ms - world->moved_ms > STALL_MS) {
        fprintf(stderr, "rexian-sim: nothing has happened for %d s: stuck\n", STALL_MS / 1000);
        world->failed = world->over = true;
    }
    if (calls && world->arrived == calls && world->finished == calls && world->conversations == 0 &&
        world->opened == world->archived)
        world->over = true;
}

static int report(struct world *world)
{
    struct audit audit;
    bool heard = audit_run(world, &audit);
    bool good = heard && !world->failed && audit.lost == 0 && audit.calls == world->plan.calls &&
                audit.answered + audit.abandoned == audit.calls &&
                audit.archived == audit.tickets && world->greetings_missing == 0;
    if (!heard) fputs("audit: not every fact was heard\n", stderr);
    if (world->greetings_missing)
        fprintf(stderr, "audit: greetings missing: %llu\n",
                (unsigned long long)world->greetings_missing);
    printf("calls=%llu answered=%llu abandoned=%llu tickets=%llu archived=%llu lost=%llu\n",
           (unsigned long long)audit.calls, (unsigned long long)audit.answered,
           (unsigned long long)audit.abandoned, (unsigned long long)audit.tickets,
           (unsigned long long)audit.archived, (unsigned long long)audit.lost);
    return good ? EXIT_DONE : EXIT_REFUSED;
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "day") == 0) return day_main(argc - 1, argv + 1);
    if (argc > 1 && strcmp(argv[1], "drill") == 0) return drill_main(argc - 1, argv + 1);
    struct arguments arguments = {.plan = {.password = getenv("REXIAN_SIM_PASSWORD"),
                                           .gap_ms = 60,
                                           .talk_ms = 40,
                                           .patience_ms = 20000,
                                           .transfer = 0.1,
                                           .direct = 0.5,
                                           .ignore = 0.02,
                                           .unsatisfied = 0.1,
                                           .seed = clock_wall_ms()}};
    int code = take_arguments(argc, argv, &arguments);
    if (code >= 0) return code;
    struct world *world = calloc(1, sizeof *world);
    ASSERT(world);
    world->plan = arguments.plan;
    world->progress = arguments.progress;
    chance_seed(world, world->plan.seed);
    fprintf(stderr, "rexian-sim: seed %llu\n", (unsigned long long)world->plan.seed);

    struct capture *capture = NULL;
    char why[400];
    code = EXIT_USAGE;
    if (world->plan.capture && !capture_open(world, &capture, why, sizeof why))
        fprintf(stderr, "rexian-sim: %s\n", why);
    else if ((!world->plan.canaries || load_canaries(world)) &&
             world_people(world, arguments.people)) {
        if (arguments.spoil) audit_expect(world, 1, "a matter that nobody recorded");
        world_run(world, capture, each_second);
        code = world->plan.calls ? report(world) : EXIT_DONE;
        if (capture) capture_work(capture);
    }
    capture_close(&capture);
    audit_free(world);
    world_free(world);
    free(world);
    return code;
}
