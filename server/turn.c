#include "server/turn.h"

#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "common/log.h"
#include "server/ask.h"
#include "server/core/calendar.h"
#include "server/core/guard.h"
#include "server/query/query.h"

enum {
    ARENA_LIMIT = 64 * 1024 * 1024, /* one request's answer */
    READERS = 2,
    TIMERS_MOST = 256,   /* fired in one turn */
    REPLIES_MOST = 2000, /* old ones dropped in one go */
    GRACE_MS = 10,       /* nothing came for this long: nothing waits, commit */
    BEAT_MS = 1000,
    LOG_MS = 60000,
    STRANGER_MS = 10000, /* the journal gets one fact of refused keys in this time */
    BEHIND_MS = 1000,    /* a clock set back by more than this is worth a line */
};
static const uint64_t REPLY_LIFE_MS = UINT64_C(24) * 3600 * 1000;
enum { FD_PASSWORDS, FD_POOL, FD_SIGNAL };

enum err turn_init(struct turn *turn, const struct settings *settings, struct store *store,
                   struct edge *edge, int signal_fd)
{
    struct txn *txn = store_txn(store);
    *turn = (struct turn){.settings = settings, .store = store, .edge = edge};
    turn->signal_fd = signal_fd;
    turn->core = (struct core){.settings = settings, .txn = txn};
    turn->synced = turn->committed = turn->wall_head = journal_head(txn);
    arena_init(&turn->arena, ARENA_LIMIT);
    outbox_init(&turn->outbox);
    struct fact last;
    bool any = turn->synced && journal_read(txn, turn->synced, &last, NULL);
    clock_guard_init(&turn->guard, any ? last.at_ms : 0);
    turn->started_ms = turn->core.now_ms =
        clock_guard_step(&turn->guard, clock_wall_ms(), clock_mono_ms());
    turn->commit_ms = turn->log_ms = clock_mono_ms();
    turn->lap_ns = clock_mono_ns();
    presence_init(&turn->presence, clock_mono_ms());
    turn->message = router_message_new();
    if (!turn->message) return ERR_NOMEM;
    struct passwords_options passwords = {
        .memory_bytes = settings->argon_mib << 20,
        .passes = settings->argon_ops,
        .queue = settings->auth_queue,
    };
    enum err err = passwords_new(&passwords, &turn->passwords);
    if (err == ERR_OK) err = pool_new(&turn->pool, READERS);
    return err;
}

void turn_fini(struct turn *turn)
{
    if (turn->pool) pool_free(&turn->pool);
    passwords_free(&turn->passwords, ask_release);
    job_free_all(&turn->jobs);
    router_message_free(&turn->message);
    outbox_fini(&turn->outbox);
    presence_fini(&turn->presence);
    arena_fini(&turn->arena);
}

bool turn_full(struct turn *turn)
{
    if (turn->full_known) return turn->full;
    bool full = store_full(turn->store, NULL);
    if (full != turn->full)
        log_event(full ? LOG_ERROR : LOG_INFO, full ? "disk_full" : "disk_has_room",
                  LOG_U64("reserve_mib", turn->settings->reserve_mib));
    turn->full = full;
    turn->full_known = true;
    return full;
}

void turn_lap(struct turn *turn, enum spent on)
{
    uint64_t now_ns = clock_mono_ns();
    turn->spent_ns[on] += now_ns - turn->lap_ns;
    turn->lap_ns = now_ns;
}

struct process_figures turn_figures(struct turn *turn)
{
    const struct metrics *metrics = &turn->edge->metrics;
    struct process_figures figures = {
        .started_ms = turn->started_ms,
        .requests = metrics->requests,
        .refused = metrics->refused,
        .malformed = metrics->malformed,
        .keys_refused = metrics->keys_refused,
        .turns = metrics->turns,
        .steps = metrics->steps,
        .committed = turn->committed,
        .commits = metrics->commits,
    };
    for (size_t i = 0; i < SPENTS; i++) figures.spent_us[i] = turn->spent_ns[i] / 1000;
    figures.full = store_full(turn->store, &figures.free_bytes);
    return figures;
}

/* How long nothing needs to be done unless somebody asks. */
static uint64_t wait_ms(const struct turn *turn)
{
    if (turn->more) return 0;
    if (store_uncommitted(turn->store)) return GRACE_MS;
    uint64_t now_ms = clock_mono_ms();
    uint64_t wall_every_ms = 1000 / turn->settings->wall_hz;
    uint64_t since_ms = now_ms - turn->wall_ms;
    uint64_t wait = since_ms < wall_every_ms ? wall_every_ms - since_ms : 0;
    uint64_t due_ms = core_next_due(turn->core.txn);
    if (due_ms && !turn->full) {
        uint64_t wall_now_ms = clock_wall_ms();
        uint64_t until = due_ms > wall_now_ms ? due_ms - wall_now_ms : 0;
        if (until < wait) wait = until;
    }
    return wait;
}

static void read_signal(struct turn *turn)
{
    struct signalfd_siginfo info;
    if (read(turn->signal_fd, &info, sizeof info) != sizeof info) return;
    if (info.ssi_signo == SIGHUP) {
        if (log_reopen() != ERR_OK) log_event(LOG_ERROR, "log_not_reopened");
        return;
    }
    log_event(LOG_INFO, "stopping", LOG_U64("signal", info.ssi_signo));
    turn->stopping = true;
}

/* Refused keys reach the journal too, but a stranger must not be able to fill the disk with them.
 */
static void note_strangers(struct turn *turn)
{
    uint64_t refused = turn->edge->metrics.keys_refused;
    uint64_t now_ms = clock_mono_ms();
    if (refused == turn->strangers || turn_full(turn)) return;
    if (turn->stranger_ms && now_ms - turn->stranger_ms < STRANGER_MS) return;
    turn->strangers = refused;
    turn->stranger_ms = now_ms;
    struct fact fact = {
        .type = fact_type_session_refused,
        .at_ms = turn->core.now_ms,
        .body.session_refused.fault = sign_in_fault_key,
    };
    journal_append(turn->core.txn, &fact);
}

/* Answers from the readers stand on a commit: they may leave at once. */
static void take_answers(struct turn *turn)
{
    struct pool_job *done;
    while ((done = pool_done(turn->pool))) {
        struct job *job = (struct job *)done;
        if (job->reject != REJECT_OK) turn->edge->metrics.refused++;
        if (job->reply.err == ERR_OK && job->reply.n)
            router_send(&turn->edge->router, &job->peer, slice_bytes(job->reply.p, job->reply.n));
        job_free(&turn->jobs, job);
    }
}

/* Timers first: what was due before a request came has happened before it. True: something was
 * done. */
static bool take_work(struct turn *turn)
{
    struct peer peer;
    struct slice bytes;
    size_t taken = 0;
    uint64_t due_ms = core_next_due(turn->core.txn);
    bool fired = due_ms && due_ms <= turn->core.now_ms && !turn_full(turn);
    if (fired) core_timers(&turn->core, TIMERS_MOST);
    struct password_job *tried;
    while ((tried = passwords_done(turn->passwords))) {
        ask_resume(turn, tried);
        taken++;
    }
    while (taken < turn->settings->turn_max &&
           router_receive(&turn->edge->router, turn->message, &peer, &bytes)) {
        ask_take(turn, &peer, bytes);
        taken++;
    }
    turn->more = taken >= turn->settings->turn_max;
    /* Only when all that came has been read is a silence one. */
    uint64_t head = journal_head(turn->core.txn);
    if (!turn->more && !turn_full(turn))
        presence_look(&turn->presence, &turn->core, clock_mono_ms());
    return fired || taken > 0 || journal_head(turn->core.txn) != head;
}

static void publish(struct turn *turn, uint64_t head)
{
    for (uint64_t seq = turn->synced + 1; seq <= head; seq++) {
        struct fact fact;
        if (!journal_read(turn->core.txn, seq, &fact, NULL)) continue;
        fact.seq = seq;
        fact_guard(turn->core.txn, &fact);
        publisher_fact(&turn->edge->publisher, &fact);
    }
}

/* Durable before visible: log, then replies, then publication. */
static enum err settle(struct turn *turn)
{
    uint64_t head = journal_head(turn->core.txn);
    /* Also when nothing was written: an error in reading sticks, and what was answered is wrong. */
    uint64_t sync_ns = store_sync_ns(turn->store);
    enum err err = store_sync(turn->store);
    if (err != ERR_OK) return err;
    sync_ns = store_sync_ns(turn->store) - sync_ns;
    turn_lap(turn, SPENT_log);
    turn->spent_ns[SPENT_log] -= sync_ns;
    turn->spent_ns[SPENT_sync] += sync_ns;
    if (head != turn->synced || turn->kept) turn->edge->metrics.turns++;
    turn->kept = false;
    outbox_send(&turn->outbox, &turn->edge->router);
    turn_lap(turn, SPENT_send);
    publish(turn, head);
    turn->synced = head;
    turn_lap(turn, SPENT_publish);
    return ERR_OK;
}

static enum err commit_if_due(struct turn *turn, bool idle)
{
    uint64_t now_ms = clock_mono_ms();
    uint64_t uncommitted = store_uncommitted(turn->store);
    bool wanted = job_wants(&turn->jobs) > turn->committed;
    if (!uncommitted) turn->commit_ms = now_ms;
    bool due = uncommitted && (idle || uncommitted >= turn->settings->commit_steps ||
                               now_ms - turn->commit_ms >= turn->settings->commit_ms);
    if (due || wanted) {
        enum err err = store_commit(turn->store);
        if (err != ERR_OK) return err;
        turn->committed = turn->synced;
        turn->commit_ms = now_ms;
        turn->edge->metrics.commits++;
    }
    job_give(&turn->jobs, turn->pool);
    turn_lap(turn, SPENT_commit);
    return ERR_OK;
}

/* The live figures: at the setting's rate while something happens, else once a second. */
static void show_wall(struct turn *turn, uint64_t now_ms, bool beat)
{
    if (now_ms - turn->wall_ms < 1000 / turn->settings->wall_hz) return;
    turn->wall_ms = now_ms;
    if (turn->wall_head == turn->synced && !beat) return;
    turn->wall_head = turn->synced;
    arena_reset(&turn->arena);
    struct rec_wall *wall = arena_take(&turn->arena, sizeof *wall);
    if (!wall) return;
    struct who nobody = {.console = false};
    struct query query = {
        .settings = turn->settings,
        .txn = turn->core.txn,
        .who = &nobody,
        .now_ms = turn->core.now_ms,
        .arena = &turn->arena,
    };
    query_wall(&query, wall);
    publisher_wall(&turn->edge->publisher, wall, &turn->arena);
}

/* Once a day, and at the start: a calendar that ends soon is told in good time. */
static void tell_calendar(struct turn *turn)
{
    struct centre_calendar calendar;
    centre_calendar(turn->core.txn, &calendar);
    int64_t today = work_day_at(&calendar.days, turn->core.now_ms);
    if (turn->calendar_day == today) return;
    turn->calendar_day = today;
    uint64_t left = centre_calendar_left(&calendar, turn->core.now_ms);
    if (left < turn->settings->calendar_ahead_days)
        log_event(LOG_WARNING, "calendar_runs_out", LOG_U64("days", left),
                  LOG_U64("wanted", turn->settings->calendar_ahead_days));
}

static void tick(struct turn *turn)
{
    uint64_t now_ms = clock_mono_ms();
    bool beat = now_ms - turn->beat_ms >= BEAT_MS;
    if (beat) {
        turn->beat_ms = now_ms;
        publisher_beat(&turn->edge->publisher, turn->synced);
        if (turn->core.now_ms > REPLY_LIFE_MS)
            reply_drop(turn->core.txn, turn->core.now_ms - REPLY_LIFE_MS, REPLIES_MOST);
    }
    show_wall(turn, now_ms, beat);
    if (now_ms - turn->log_ms < LOG_MS) return;
    turn->log_ms = now_ms;
    metrics_log(&turn->edge->metrics);
    tell_calendar(turn);
    if (turn->guard.behind_ms > BEHIND_MS)
        log_event(LOG_WARNING, "clock_behind", LOG_U64("behind_ms", turn->guard.behind_ms));
}

static enum err one_turn(struct turn *turn)
{
    bool ready[EDGE_FDS];
    int fds[EDGE_FDS] = {
        [FD_PASSWORDS] = passwords_fd(turn->passwords),
        [FD_POOL] = pool_fd(turn->pool),
        [FD_SIGNAL] = turn->signal_fd,
    };
    enum err err = edge_wait(turn->edge, fds, ready, wait_ms(turn));
    if (err != ERR_OK) return err;
    turn_lap(turn, SPENT_idle);
    turn->full_known = false;
    turn->core.now_ms = clock_guard_step(&turn->guard, clock_wall_ms(), clock_mono_ms());
    if (ready[FD_SIGNAL]) read_signal(turn);
    if (ready[FD_POOL]) take_answers(turn);
    note_strangers(turn);
    turn_lap(turn, SPENT_rest);
    bool worked = take_work(turn);
    turn_lap(turn, SPENT_receive);
    err = settle(turn);
    if (err == ERR_OK) err = commit_if_due(turn, !worked);
    if (err == ERR_OK) tick(turn);
    turn_lap(turn, SPENT_rest);
    return err;
}

enum err turn_run(struct turn *turn)
{
    enum err err = ERR_OK;
    tell_calendar(turn);
    while (err == ERR_OK && !turn->stopping) err = one_turn(turn);
    if (err != ERR_OK) log_event(LOG_ERROR, "turn_failed", LOG_ERR("err", err));
    metrics_log(&turn->edge->metrics);
    return err;
}
