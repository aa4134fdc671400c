#include "tests/theory/floor.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum {
    SYNC_STEPS = 1000,
    COMMIT_STEPS = 20000,
    TIMERS = 64,
    ARENA = 4 * 1024 * 1024,
    OPEN_FILES = 16,
    SESSION_H = 1000000, /* nobody goes home */
    FAULTS_TOLD = 10,
};
#define MAP_BYTES (UINT64_C(64) << 30)
#define SEGMENT_BYTES (UINT64_C(8) << 20)
#define BEGIN_MS UINT64_C(1767225600000)

static void give_up(const char *what, const char *why)
{
    fprintf(stderr, "floor: %s: %s\n", what, why);
    exit(1);
}

struct txn *floor_txn(struct floor *floor)
{
    return store_txn(floor->store);
}

/* splitmix64 */
static uint64_t draw(struct floor *floor)
{
    uint64_t z = (floor->random += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

void floor_open(struct floor *floor, uint64_t seed)
{
    char why[512] = "", data[FLOOR_PATH + 16];
    *floor = (struct floor){.now_ms = BEGIN_MS, .random = seed, .console = {.console = true}};
    settings_default(&floor->settings);
    floor->settings.session_h = SESSION_H;
    arena_init(&floor->arena, ARENA);
    bool shm = access("/dev/shm", W_OK) == 0;
    snprintf(floor->dir, sizeof floor->dir, "%s/rexian-floor-XXXXXX", shm ? "/dev/shm" : "/tmp");
    if (!mkdtemp(floor->dir)) give_up("a scratch folder", floor->dir);
    snprintf(data, sizeof data, "%s/data", floor->dir);
    const struct store_options options = {
        .dir = data, .map_bytes = MAP_BYTES, .segment_bytes = SEGMENT_BYTES, .apply = core_apply};
    if (store_init(&options, floor->now_ms, why, sizeof why) != ERR_OK ||
        store_open(&options, &floor->store, why, sizeof why) != ERR_OK)
        give_up("the store", why);
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
    (void)st, (void)flag, (void)ftw;
    return remove(path);
}

void floor_close(struct floor *floor)
{
    store_close(&floor->store);
    arena_fini(&floor->arena);
    free(floor->agents);
    free(floor->numbers);
    nftw(floor->dir, remove_one, OPEN_FILES, FTW_DEPTH | FTW_PHYS);
}

static void on_disk(struct floor *floor)
{
    enum err err = ERR_OK;
    floor->steps++;
    if (floor->steps % SYNC_STEPS == 0) err = store_sync(floor->store);
    if (err == ERR_OK && floor->steps % COMMIT_STEPS == 0) err = store_commit(floor->store);
    if (err != ERR_OK) give_up("the store", err_text(err));
}

/* What others do on this machine does not count. */
static uint64_t cpu_ns(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (uint64_t)time.tv_sec * UINT64_C(1000000000) + (uint64_t)time.tv_nsec;
}

void floor_ask(struct floor *floor, const struct who *who, enum request number, const void *body)
{
    struct core core = {&floor->settings, floor_txn(floor), floor->now_ms};
    struct extras extras = {.password_ok = true, .verifier = slice_of("stands-in-for-a-verifier")};
    for (size_t i = 0; i < sizeof extras.random; i += sizeof(uint64_t)) {
        uint64_t bits = draw(floor);
        memcpy(extras.random + i, &bits, sizeof bits);
    }
    arena_reset(&floor->arena);
    if (number == request_session_open) {
        const struct req_session_open *open = body;
        struct slice tried;
        core_verifier(core.txn, open->number.s, &floor->arena, &extras.password_person, &tried);
    }
    uint64_t began_ns = cpu_ns();
    core_step(&core, who, number, body, &extras, &floor->arena, &floor->out);
    floor->step_ns = cpu_ns() - began_ns;
    on_disk(floor);
    if (floor->out.reject != REJECT_OK)
        give_up(request_desc(number)->verb, reject_name(floor->out.reject));
}

void floor_go(struct floor *floor, uint64_t until_ms)
{
    for (;;) {
        uint64_t due_ms = core_next_due(floor_txn(floor));
        if (due_ms == 0 || due_ms > until_ms) break;
        if (due_ms > floor->now_ms) floor->now_ms = due_ms;
        struct core core = {&floor->settings, floor_txn(floor), floor->now_ms};
        core_timers(&core, TIMERS);
        on_disk(floor);
    }
    if (until_ms > floor->now_ms) floor->now_ms = until_ms;
}

static struct code code_of(const char *format, size_t i)
{
    struct code code = {{0}};
    snprintf(code.s, sizeof code.s, format, i);
    return code;
}

struct code floor_line(size_t i)
{
    return code_of("1234%zu", i);
}

static struct who person(struct floor *floor, struct code number, uint64_t roles)
{
    FLOOR_ASK(floor, &floor->console, person_add, .number = number, .name = slice_of("某人"),
              .roles = roles, .password = slice_of("a long password"));
    return (struct who){.person = floor->out.answer.done.id, .roles = roles, .station = 1};
}

static void agent_enter(struct floor *floor, size_t i)
{
    struct who *who = &floor->agents[i];
    struct h32 key = {{(unsigned char)(i + 1), (unsigned char)((i + 1) >> 8)}};
    floor->numbers[i] = code_of("1%05zu", i);
    *who = person(floor, floor->numbers[i], ROLE_BIT(role_operator));
    FLOOR_ASK(floor, &floor->console, station_add, .number = code_of("S%05zu", i),
              .name = slice_of("席位"), .key = key);
    who->station = floor->out.answer.done.id;
    const struct who door = {.station = who->station};
    FLOOR_ASK(floor, &door, session_open, .number = floor->numbers[i],
              .password = slice_of("a long password"));
}

void floor_people(struct floor *floor, size_t agents)
{
    floor->n_agents = agents;
    floor->agents = calloc(agents, sizeof *floor->agents);
    floor->numbers = calloc(agents, sizeof *floor->numbers);
    if (!floor->agents || !floor->numbers) give_up("memory", "none is left");
    for (size_t i = 0; i < FLOOR_LINES; i++)
        FLOOR_ASK(floor, &floor->console, line_add, .code = floor_line(i),
                  .name = slice_of("热线"));
    floor->trunk = person(floor, code_of("9%03zu", 1), ROLE_BIT(role_trunk));
    for (size_t i = 0; i < agents; i++) agent_enter(floor, i);
}

/* People count up from the first agent on. */
size_t floor_agent(const struct floor *floor, uint64_t id)
{
    size_t i = (size_t)(id - floor->agents[0].person);
    ASSERT(i < floor->n_agents && floor->agents[i].person == id);
    return i;
}

static void fault_tell(void *ctx, const char *sentence)
{
    unsigned *faults = ctx;
    if ((*faults)++ < FAULTS_TOLD) fprintf(stderr, "floor: %s\n", sentence);
}

unsigned floor_check(struct floor *floor)
{
    unsigned faults = 0;
    core_check(floor_txn(floor), fault_tell, &faults);
    return faults;
}
