#include "tests/scenario/world.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef WITH_QUERY
#include "server/core/authority.h"
#include "server/query/query.h"
#endif

enum {
    WORLD_MAP = 256 * 1024 * 1024,
    WORLD_SEGMENT = 1024 * 1024,
    WORLD_ARENA = 4 * 1024 * 1024,
    WORLD_BLOCK = 64 * 1024,
    OPEN_FILES = 16,
};

/* 2026-01-01T00:00:00Z; scenarios only ever speak of times as so long after it. */
static const uint64_t world_start_ms = UINT64_C(1767225600000);

static bool trouble(struct world *world, const char *what, enum err err)
{
    snprintf(world->why, sizeof world->why, "%s: %s", what, err_text(err));
    return false;
}

static struct store_options options_of(const struct world *world, char path[WORLD_PATH + 16])
{
    snprintf(path, WORLD_PATH + 16, "%s/data%u", world->dir, world->lives);
    return (struct store_options){
        .dir = path,
        .map_bytes = WORLD_MAP,
        .segment_bytes = WORLD_SEGMENT,
        .apply = core_apply,
    };
}

bool world_open(struct world *world, uint64_t seed)
{
    *world = (struct world){.now_ms = world_start_ms, .random = seed};
    settings_default(&world->settings);
    arena_init(&world->arena, WORLD_ARENA);
    bool shm = access("/dev/shm", W_OK) == 0;
    snprintf(world->dir, sizeof world->dir, "%s/rexian-test-XXXXXX", shm ? "/dev/shm" : "/tmp");
    if (!mkdtemp(world->dir)) return trouble(world, world->dir, ERR_IO);
    char path[WORLD_PATH + 16];
    struct store_options options = options_of(world, path);
    if (store_init(&options, world->now_ms, world->why, sizeof world->why) != ERR_OK) return false;
    return store_open(&options, &world->store, world->why, sizeof world->why) == ERR_OK;
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
    (void)st;
    (void)flag;
    (void)ftw;
    return remove(path);
}

void world_close(struct world *world)
{
    store_close(&world->store);
    arena_fini(&world->arena);
    nftw(world->dir, remove_one, OPEN_FILES, FTW_DEPTH | FTW_PHYS);
}

struct txn *world_txn(struct world *world)
{
    return store_txn(world->store);
}

/* splitmix64 */
uint64_t world_random(struct world *world)
{
    uint64_t z = (world->random += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static struct extras extras_of(struct world *world, enum request number, const void *body,
                               bool password_ok)
{
    struct extras extras = {0};
    for (size_t i = 0; i < sizeof extras.random; i += sizeof(uint64_t)) {
        uint64_t bits = world_random(world);
        memcpy(extras.random + i, &bits, sizeof bits);
    }
    const struct slice verifier = slice_of("$argon2id$stands-in-for-a-verifier");
    if (number == request_person_add) {
        extras.verifier = verifier;
    } else if (number == request_person_change) {
        const struct req_person_change *req = body;
        if (req->password.n) extras.verifier = verifier;
    } else if (number == request_session_open) {
        const struct req_session_open *req = body;
        struct slice tried;
        extras.password_ok = core_verifier(world_txn(world), req->number.s, &world->arena,
                                           &extras.password_person, &tried) &&
                             password_ok;
    }
    return extras;
}

static void question(struct world *world, const struct who *who, struct asked *asked)
{
#ifdef WITH_QUERY
    struct query query = {.settings = &world->settings,
                          .txn = world_txn(world),
                          .who = who,
                          .now_ms = world->now_ms,
                          .figures = &(const struct process_figures){0},
                          .arena = &world->arena};
    void *answer = arena_take(&world->arena, asked->desc->answer->size);
    ASSERT(answer);
    if (!may_ask(who, asked->desc)) {
        asked->out.reject = who->person || who->console ? REJECT_DENIED : REJECT_NOT_SIGNED_IN;
        return;
    }
    /* as the dispatcher does it: what is shown is recorded first */
    struct core core = {&world->settings, world_txn(world), world->now_ms};
    uint64_t ticket = core_look(&core, who, (enum request)asked->desc->message.number, asked->body);
    if (ticket) core_seen(&core, who, (enum request)asked->desc->message.number, ticket);
    asked->out.reject =
        query_answer(&query, asked->desc->message.number, asked->body, answer, &asked->out.fault);
    asked->answer = answer;
#else
    (void)world;
    (void)who;
    asked->out.reject = REJECT_FAILED;
#endif
}

static void step(struct world *world, const struct who *who, bool password_ok, struct asked *asked)
{
    enum request number = (enum request)asked->desc->message.number;
    struct core core = {&world->settings, world_txn(world), world->now_ms};
    if (asked->desc->kind != KIND_COMMAND) {
        question(world, who, asked);
    } else {
        struct extras extras = extras_of(world, number, asked->body, password_ok);
        core_step(&core, who, number, asked->body, &extras, &world->arena, &asked->out);
        asked->answer = &asked->out.answer;
    }
    if (asked->out.reject != REJECT_OK) asked->answer = NULL;
}

void world_ask(struct world *world, struct door door, struct slice frame, bool password_ok,
               struct asked *asked)
{
    struct request_envelope envelope;
    struct core core = {&world->settings, world_txn(world), world->now_ms};
    struct who who = {.console = true};
    *asked = (struct asked){0};
    arena_reset(&world->arena);
    asked->head_before = asked->head_after = journal_head(world_txn(world));
    if (!request_decode(frame, &envelope)) {
        asked->out.reject = REJECT_BAD_MESSAGE;
        return;
    }
    asked->request_id = envelope.request_id;
    asked->desc = request_desc(envelope.number);
    if (!asked->desc) {
        asked->out.reject = REJECT_UNKNOWN_MESSAGE;
        return;
    }
    if (!door.console) {
        asked->out.reject = core_who(&core, door.station, envelope.session, envelope.token, &who);
        if (asked->out.reject != REJECT_OK) return;
    }
    void *body = arena_take(&world->arena, asked->desc->message.size);
    ASSERT(body);
    asked->out.reject =
        codec_decode(envelope.body, &asked->desc->message, &world->arena, body, &asked->out.fault);
    if (asked->out.reject != REJECT_OK) return;
    asked->body = body;
    step(world, &who, password_ok, asked);
    asked->head_after = journal_head(world_txn(world));
}

bool world_tick(struct world *world, uint64_t until_ms)
{
    uint64_t due_ms = core_next_due(world_txn(world));
    if (due_ms == 0 || due_ms > until_ms) {
        world->now_ms = until_ms;
        return false;
    }
    if (due_ms > world->now_ms) world->now_ms = due_ms;
    struct core core = {&world->settings, world_txn(world), world->now_ms};
    size_t fired = core_timers(&core, 1);
    ASSERT(fired == 1);
    return true;
}

void world_presence(struct world *world, uint64_t station, bool heard)
{
    struct core core = {&world->settings, world_txn(world), world->now_ms};
    if (heard)
        core_present(&core, station);
    else
        core_absent(&core, station);
}

struct saying {
    void (*say)(void *ctx, const char *sentence);
    void *ctx;
    unsigned n;
};

static void say_one(void *ctx, const char *sentence)
{
    struct saying *saying = ctx;
    saying->n++;
    saying->say(saying->ctx, sentence);
}

unsigned world_check(struct world *world, void (*say)(void *ctx, const char *sentence), void *ctx)
{
    struct saying saying = {say, ctx, 0};
    core_check(world_txn(world), say_one, &saying);
    return saying.n;
}

bool world_sync(struct world *world)
{
    enum err err = store_sync(world->store);
    return err == ERR_OK || trouble(world, "sync", err);
}

bool world_commit(struct world *world)
{
    enum err err = store_commit(world->store);
    return err == ERR_OK || trouble(world, "commit", err);
}

bool world_replay(struct world *world)
{
    struct txn *snapshot = NULL;
    struct replay_report report = {0};
    if (!world_sync(world) || !world_commit(world)) return false;
    enum err err = reader_open(world->store, &snapshot);
    if (err != ERR_OK) return trouble(world, "snapshot", err);
    err = store_replay(world->store, snapshot, &report);
    reader_close(&snapshot);
    if (err != ERR_OK) return trouble(world, "replay", err);
    if (report.differing == 0) return true;
    snprintf(world->why, sizeof world->why, "replay differs in %llu of %llu rows: %s",
             (unsigned long long)report.differing, (unsigned long long)report.rows, report.first);
    return false;
}

static bool copy_file(const char *from, const char *to)
{
    char block[WORLD_BLOCK];
    struct stat st;
    int in = open(from, O_RDONLY | O_CLOEXEC);
    bool ok = in >= 0 && fstat(in, &st) == 0;
    int out = ok ? open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, st.st_mode & 07777) : -1;
    ok = ok && out >= 0;
    for (ssize_t n = 1; ok && n > 0;) {
        n = read(in, block, sizeof block);
        ok = n >= 0 && write(out, block, (size_t)n) == n;
    }
    if (in >= 0) close(in);
    if (out >= 0 && close(out) != 0) ok = false;
    return ok;
}

static bool copy_folder(const char *from, const char *to)
{
    DIR *dir = opendir(from);
    if (!dir || mkdir(to, 0700) != 0) {
        if (dir) closedir(dir);
        return false;
    }
    bool ok = true;
    for (struct dirent *entry; ok && (entry = readdir(dir));) {
        char a[WORLD_PATH + 300], b[WORLD_PATH + 300];
        struct stat st;
        if (entry->d_name[0] == '.' && strspn(entry->d_name, ".") == strlen(entry->d_name))
            continue;
        snprintf(a, sizeof a, "%s/%s", from, entry->d_name);
        snprintf(b, sizeof b, "%s/%s", to, entry->d_name);
        ok = lstat(a, &st) == 0;
        if (ok && S_ISDIR(st.st_mode)) {
            ok = copy_folder(a, b);
        } else if (ok && S_ISREG(st.st_mode)) {
            ok = copy_file(a, b);
        }
    }
    closedir(dir);
    return ok;
}

bool world_crash(struct world *world)
{
    char old[WORLD_PATH + 16], path[WORLD_PATH + 16];
    options_of(world, old);
    world->lives++;
    struct store_options options = options_of(world, path);
    if (!copy_folder(old, path)) return trouble(world, "copying the data folder", ERR_IO);
    /* Closing the old one commits there, where nobody looks any more. */
    store_close(&world->store);
    nftw(old, remove_one, OPEN_FILES, FTW_DEPTH | FTW_PHYS);
    return store_open(&options, &world->store, world->why, sizeof world->why) == ERR_OK;
}
