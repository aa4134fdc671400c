#include "tests/year/year.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    SYNC_STEPS = 1000,
    COMMIT_STEPS = 20000,
    TIMERS = 64,
    ARENA = 4 * 1024 * 1024,
    TOLD = 20, /* how often the progress is told */
};
#define MAP_BYTES (UINT64_C(64) << 30)
#define SEGMENT_BYTES (UINT64_C(8) << 20)

struct code code_of(const char *format, ...)
{
    struct code code = {{0}};
    va_list list;
    va_start(list, format);
    vsnprintf(code.s, sizeof code.s, format, list);
    va_end(list);
    return code;
}

struct txn *year_txn(struct year *year)
{
    return store_txn(year->store);
}

/* splitmix64 */
static uint64_t draw(struct year *year)
{
    uint64_t z = (year->random += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

uint64_t below(struct year *year, uint64_t n)
{
    return draw(year) % n;
}

bool chance(struct year *year, uint64_t per_mille)
{
    return below(year, 1000) < per_mille;
}

bool year_open(struct year *year, const char *dir, const char *calendar, uint64_t tickets,
               uint64_t seed, char *why, size_t cap)
{
    char data[YEAR_PATH + 16];
    *year = (struct year){.now_ms = YEAR_BEGIN_MS,
                          .calendar = calendar,
                          .random = seed,
                          .wanted = tickets,
                          .room = tickets * 2 + 1000,
                          .console = {.console = true}};
    settings_default(&year->settings);
    year->settings.session_h = 168;
    arena_init(&year->arena, ARENA);
    snprintf(year->dir, sizeof year->dir, "%s", dir);
    snprintf(data, sizeof data, "%s/data", dir);
    year->memories = calloc(year->room, sizeof *year->memories);
    ASSERT(year->memories);
    const struct store_options options = {
        .dir = data, .map_bytes = MAP_BYTES, .segment_bytes = SEGMENT_BYTES, .apply = core_apply};
    return store_init(&options, year->now_ms, why, cap) == ERR_OK &&
           store_open(&options, &year->store, why, cap) == ERR_OK;
}

void year_close(struct year *year)
{
    store_close(&year->store);
    arena_fini(&year->arena);
    free(year->agenda.events);
    free(year->memories);
}

static void on_disk(struct year *year)
{
    year->steps++;
    if (year->steps % SYNC_STEPS == 0) {
        enum err err = store_sync(year->store);
        ASSERT(err == ERR_OK);
    }
    if (year->steps % COMMIT_STEPS == 0) {
        enum err err = store_commit(year->store);
        ASSERT(err == ERR_OK);
    }
}

bool year_ask(struct year *year, const struct who *who, enum request number, const void *body)
{
    struct core core = {&year->settings, year_txn(year), year->now_ms};
    struct extras extras = {.password_ok = true, .verifier = slice_of("stands-in-for-a-verifier")};
    for (size_t i = 0; i < sizeof extras.random; i += sizeof(uint64_t)) {
        uint64_t bits = draw(year);
        memcpy(extras.random + i, &bits, sizeof bits);
    }
    if (number == request_session_open) {
        const struct req_session_open *open = body;
        struct slice tried;
        core_verifier(core.txn, open->number.s, &year->arena, &extras.password_person, &tried);
    }
    arena_reset(&year->arena);
    core_step(&core, who, number, body, &extras, &year->arena, &year->out);
    on_disk(year);
    if (year->out.reject == REJECT_OK) return true;
    ASSERT((uint64_t)number < YEAR_REQUESTS && (uint64_t)year->out.reject < YEAR_REJECTS);
    year->refused[number][year->out.reject]++;
    year->refusals++;
    return false;
}

void year_go(struct year *year, uint64_t until_ms)
{
    for (;;) {
        uint64_t due_ms = core_next_due(year_txn(year));
        if (due_ms == 0 || due_ms > until_ms) break;
        if (due_ms > year->now_ms) year->now_ms = due_ms;
        struct core core = {&year->settings, year_txn(year), year->now_ms};
        core_timers(&core, TIMERS);
        on_disk(year);
    }
    if (until_ms > year->now_ms) year->now_ms = until_ms;
}

/* Tickets that came to be beside the one that was asked for. */
static void tickets_seen(struct year *year)
{
    struct row_counter counter;
    counter_get(year_txn(year), object_ticket, &counter);
    while (year->tickets < counter.last) {
        year->tickets++;
        ASSERT(year->tickets < year->room);
        agenda_put(&year->agenda, year->now_ms + below(year, 2 * HOUR_MS), HAPPENS_TICKET,
                   year->tickets);
    }
}

static void happen(struct year *year, const struct event *event)
{
    switch (event->kind) {
    case HAPPENS_ARRIVAL:
        caller_arrives(year);
        year->arrived++;
        break;
    case HAPPENS_TICKET:
        ticket_goes_on(year, event->id);
        break;
    case HAPPENS_APPEAL:
        score_appealed(year, event->id);
        break;
    case HAPPENS_DECISION:
        score_decided(year, event->id);
        break;
    case HAPPENS_DAY:
        day_begins(year, event->id);
        break;
    }
}

/* Mostly by day. */
static uint64_t some_instant(struct year *year)
{
    uint64_t day = below(year, 365) * DAY_MS;
    uint64_t by_day = 8 * HOUR_MS + below(year, 10 * HOUR_MS);
    return YEAR_BEGIN_MS + day + (chance(year, 850) ? by_day : below(year, DAY_MS));
}

bool year_run(struct year *year, char *why, size_t cap)
{
    struct event event;
    uint64_t told = 0;
    for (uint64_t i = 0; i < year->wanted; i++)
        agenda_put(&year->agenda, some_instant(year), HAPPENS_ARRIVAL, i);
    for (uint64_t day = 0; day < 365; day++)
        agenda_put(&year->agenda, YEAR_BEGIN_MS + day * DAY_MS, HAPPENS_DAY, day);
    while (agenda_take(&year->agenda, &event) && event.at_ms < YEAR_END_MS) {
        year_go(year, event.at_ms);
        happen(year, &event);
        tickets_seen(year);
        scores_seen(year);
        uint64_t part = (year->now_ms - YEAR_BEGIN_MS) * TOLD / (365 * DAY_MS);
        if (part > told) {
            told = part;
            fprintf(stderr,
                    "  %3" PRIu64 " %%: tickets %" PRIu64 ", points %" PRIu64 ", facts %" PRIu64
                    "\n",
                    told * 100 / TOLD, year->tickets, year->scores, journal_head(year_txn(year)));
        }
    }
    year_go(year, YEAR_END_MS - 1);
    enum err err = store_sync(year->store);
    if (err == ERR_OK) err = store_commit(year->store);
    if (err != ERR_OK) snprintf(why, cap, "the store: %s", err_text(err));
    return err == ERR_OK;
}
