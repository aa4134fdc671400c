/* rexian-bench-commands: durable commands per second through a whole dispatcher over CURVE, with 1,
 * 16 and 64 clients that each wait for their answer, into a store that is full of tickets; and
 * beside it the same commands stepped straight into the same store in groups of the same sizes,
 * without sockets. A ticket is three commands: the draft with its words, registered, dispatched. */
#include <getopt.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <zmq.h>

#include "common/clock.h"
#include "common/json.h"
#include "common/log.h"
#include "server/core/core.h"
#include "tests/system/rig.h"

enum { CLIENTS_MAX = 64, SIZES = 3, TIMES_MAX = 4000000, COMMIT_STEPS = 1000, COMMIT_MS = 200 };
static const size_t sizes[SIZES] = {1, 16, 64};

/* The words of one ticket: 60 characters of matter, as operators write them. */
static const char matter[] =
    "来电人反映人民路与建设街交叉口东北角路灯连续三晚不亮，附近学校晚自习放学"
    "的学生过马路不安全，希望尽快派人检修。";

struct plan {
    uint64_t tickets, ms;
    bool json;
};

/* One operator at one station. */
struct seat {
    struct keys keys;
    uint64_t person, station, session;
    char token[TOKEN_BYTES];
    unsigned stage; /* 0: draft next, 1: register, 2: dispatch */
    struct rec_done done;
    uint64_t sent_ns;
};

struct run {
    size_t size;
    uint64_t commands;
    double per_s, p50_us, p99_us, p999_us, per_sync;
};

struct bench {
    struct plan plan;
    struct rig rig;
    struct settings settings;
    struct store *store;
    struct core core;
    struct arena arena;
    struct buffer reply;
    struct seat seats[CLIENTS_MAX];
    struct client clients[CLIENTS_MAX], console;
    uint32_t *times_us;
    uint64_t requests, uncommitted, commit_ms;
    struct run over_sockets[SIZES], straight[SIZES];
    uint64_t bytes_per_ticket;
};

static void must(bool good, const char *what)
{
    if (good) return;
    fprintf(stderr, "rexian-bench-commands: %s\n", what);
    exit(1);
}

union body {
    struct req_ticket_save save;
    struct req_ticket_register register_;
    struct req_ticket_dispatch dispatch;
};

/* The next command of a seat's cycle. */
static enum request next_command(const struct seat *seat, union body *body)
{
    memset(body, 0, sizeof *body);
    if (seat->stage == 0) {
        body->save.name = slice_of("王先生");
        body->save.phone = slice_of("13800138000");
        body->save.matter = slice_of(matter);
        body->save.type = ticket_type_help;
        return request_ticket_save;
    }
    if (seat->stage == 1) {
        body->register_.ticket = seat->done.id;
        body->register_.version = seat->done.version;
        snprintf(body->register_.subject.s, sizeof body->register_.subject.s, "lamps");
        return request_ticket_register;
    }
    body->dispatch.ticket = seat->done.id;
    snprintf(body->dispatch.unit.s, sizeof body->dispatch.unit.s, "roads");
    return request_ticket_dispatch;
}

static void step(struct bench *bench, const struct who *who, enum request number, const void *body,
                 const struct extras *extras, struct outcome_of_step *out)
{
    arena_reset(&bench->arena);
    memset(out, 0, sizeof *out);
    core_step(&bench->core, who, number, body, extras, &bench->arena, out);
    if (out->reject == REJECT_OK) return;
    fprintf(stderr, "%s: %s %s\n", request_desc(number)->verb, reject_name(out->reject),
            out->fault.field ? out->fault.field : "");
    exit(1);
}

static uint64_t console(struct bench *bench, enum request number, const void *body)
{
    static const struct who admin = {.console = true, .roles = ROLE_BIT(role_admin)};
    struct extras extras = {.verifier = slice_of("$argon2id$nobody signs in with this one")};
    struct outcome_of_step out;
    step(bench, &admin, number, body, &extras, &out);
    return out.answer.done.id;
}

static void make_seat(struct bench *bench, struct seat *seat, unsigned index)
{
    struct req_station_add station = {.name = slice_of("room 1")};
    struct req_person_add person = {.name = slice_of("operator"),
                                    .roles = ROLE_BIT(role_operator),
                                    .password = slice_of("first password")};
    struct extras extras = {.password_ok = true};
    struct outcome_of_step out;
    seat->keys = keys_new();
    zmq_z85_decode(station.key.b, seat->keys.public_key);
    snprintf(station.number.s, sizeof station.number.s, "S%u", index);
    snprintf(person.number.s, sizeof person.number.s, "%u", 1000 + index);
    seat->station = console(bench, request_station_add, &station);
    seat->person = console(bench, request_person_add, &person);
    struct req_session_open open = {.number = person.number, .password = person.password};
    struct who who = {.station = seat->station};
    extras.password_person = seat->person;
    must(getrandom(extras.random, sizeof extras.random, 0) == sizeof extras.random, "random");
    step(bench, &who, request_session_open, &open, &extras, &out);
    seat->session = out.answer.session.session;
    memcpy(seat->token, out.answer.session.token.p, TOKEN_BYTES);
}

static void commit_if_due(struct bench *bench, bool now)
{
    uint64_t ms = clock_mono_ms();
    if (!now && bench->uncommitted < COMMIT_STEPS && ms - bench->commit_ms < COMMIT_MS) return;
    must(store_commit(bench->store) == ERR_OK, "commit");
    bench->uncommitted = 0;
    bench->commit_ms = ms;
}

/* One command of this seat, with its kept reply, as the dispatcher's turn does it. */
static void step_seat(struct bench *bench, struct seat *seat)
{
    union body body;
    struct extras extras = {.password_ok = false};
    struct who who = {.person = seat->person,
                      .session = seat->session,
                      .station = seat->station,
                      .roles = ROLE_BIT(role_operator)};
    struct outcome_of_step out;
    enum request number = next_command(seat, &body);
    step(bench, &who, number, &body, &extras, &out);
    struct reply_envelope envelope = {.request_id = ++bench->requests};
    buffer_reset(&bench->reply);
    reply_encode(&bench->reply, &envelope, request_desc(number)->answer, &out.answer);
    reply_keep(bench->core.txn, seat->station, bench->requests,
               slice_bytes(bench->reply.p, bench->reply.n), bench->core.now_ms);
    seat->done = out.answer.done;
    seat->stage = (seat->stage + 1) % 3;
    bench->uncommitted++;
}

static void store_take(struct bench *bench)
{
    char why[512] = "";
    struct store_options options = {.dir = bench->rig.data,
                                    .map_bytes = UINT64_C(64) << 30,
                                    .segment_bytes = UINT64_C(8) << 20,
                                    .reserve_bytes = 1 << 20,
                                    .apply = core_apply};
    must(store_open(&options, &bench->store, why, sizeof why) == ERR_OK, why);
    bench->core = (struct core){.settings = &bench->settings, .txn = store_txn(bench->store)};
    bench->core.now_ms = clock_wall_ms();
    bench->commit_ms = clock_mono_ms();
}

static uint64_t file_bytes(const char *dir, const char *name)
{
    char path[256];
    struct stat info;
    snprintf(path, sizeof path, "%s/%s", dir, name);
    return stat(path, &info) == 0 ? (uint64_t)info.st_blocks * 512 : 0;
}

static void fill(struct bench *bench)
{
    struct req_line_add line = {.code = {"12345"}, .name = slice_of("Main line")};
    struct req_unit_add unit = {.code = {"roads"}, .name = slice_of("Roads office")};
    struct req_subject_add subject = {.code = {"lamps"}, .name = slice_of("Lamps")};
    store_take(bench);
    console(bench, request_line_add, &line);
    console(bench, request_unit_add, &unit);
    console(bench, request_subject_add, &subject);
    for (unsigned i = 0; i < CLIENTS_MAX; i++) make_seat(bench, &bench->seats[i], i);
    must(store_sync(bench->store) == ERR_OK, "sync");
    commit_if_due(bench, true);
    uint64_t before = file_bytes(bench->rig.data, "data.mdb");
    for (uint64_t i = 0; i < bench->plan.tickets * 3; i++) {
        step_seat(bench, &bench->seats[i / 3 % CLIENTS_MAX]);
        if (bench->uncommitted < COMMIT_STEPS) continue;
        must(store_sync(bench->store) == ERR_OK, "sync");
        commit_if_due(bench, true);
        bench->core.now_ms = clock_wall_ms();
    }
    must(store_sync(bench->store) == ERR_OK, "sync");
    commit_if_due(bench, true);
    uint64_t after = file_bytes(bench->rig.data, "data.mdb");
    bench->bytes_per_ticket = bench->plan.tickets ? (after - before) / bench->plan.tickets : 0;
    store_close(&bench->store);
}

static int by_size(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static void run_finish(struct bench *bench, struct run *run, uint64_t took_ns)
{
    size_t n = run->commands < TIMES_MAX ? run->commands : TIMES_MAX;
    must(n > 0, "nothing was done");
    qsort(bench->times_us, n, sizeof *bench->times_us, by_size);
    run->per_s = (double)run->commands * 1e9 / (double)took_ns;
    run->p50_us = bench->times_us[n / 2];
    run->p99_us = bench->times_us[n * 99 / 100];
    run->p999_us = bench->times_us[n * 999 / 1000];
}

static void time_put(struct bench *bench, struct run *run, uint64_t ns)
{
    if (run->commands < TIMES_MAX) bench->times_us[run->commands] = (uint32_t)(ns / 1000);
    run->commands++;
}

static void run_straight(struct bench *bench, struct run *run, size_t size)
{
    uint64_t begin_ns = clock_mono_ns(), end_ns = begin_ns + bench->plan.ms * 1000000;
    *run = (struct run){.size = size, .per_sync = (double)size};
    while (clock_mono_ns() < end_ns) {
        uint64_t from_ns = clock_mono_ns();
        bench->core.now_ms = clock_wall_ms();
        for (size_t i = 0; i < size; i++) step_seat(bench, &bench->seats[i]);
        must(store_sync(bench->store) == ERR_OK, "sync");
        uint64_t took_ns = clock_mono_ns() - from_ns;
        for (size_t i = 0; i < size; i++) time_put(bench, run, took_ns);
        commit_if_due(bench, false);
    }
    run_finish(bench, run, clock_mono_ns() - begin_ns);
}

static void send_next(struct bench *bench, size_t i)
{
    union body body;
    enum request number = next_command(&bench->seats[i], &body);
    bench->seats[i].sent_ns = clock_mono_ns();
    client_send(&bench->clients[i], number, &body, false);
}

static void take_answer(struct bench *bench, struct run *run, size_t i)
{
    struct client *client = &bench->clients[i];
    struct seat *seat = &bench->seats[i];
    struct fault fault;
    must(client_receive(client, 30000), "no answer");
    time_put(bench, run, clock_mono_ns() - seat->sent_ns);
    if (client->envelope.reject != REJECT_OK) must(false, reject_name(client->envelope.reject));
    arena_reset(&client->arena);
    enum reject reject =
        codec_decode(client->envelope.body, request_desc(request_ticket_save)->answer,
                     &client->arena, &seat->done, &fault);
    must(reject == REJECT_OK, "an answer that cannot be read");
    seat->stage = (seat->stage + 1) % 3;
}

static struct rec_status dispatcher_status(struct bench *bench)
{
    struct req_status request = {0};
    struct rec_status status;
    must(client_ask(&bench->console, request_status, &request, &status) == REJECT_OK, "status");
    return status;
}

static void run_sockets(struct bench *bench, struct run *run, size_t size)
{
    zmq_pollitem_t items[CLIENTS_MAX];
    struct rec_status before = dispatcher_status(bench);
    *run = (struct run){.size = size};
    for (size_t i = 0; i < size; i++)
        items[i] = (zmq_pollitem_t){.socket = bench->clients[i].socket, .events = ZMQ_POLLIN};
    uint64_t begin_ns = clock_mono_ns(), end_ns = begin_ns + bench->plan.ms * 1000000;
    for (size_t i = 0; i < size; i++) send_next(bench, i);
    size_t waiting = size;
    while (waiting) {
        must(zmq_poll(items, (int)size, 30000) > 0, "no answer");
        for (size_t i = 0; i < size; i++) {
            if (!items[i].revents) continue;
            take_answer(bench, run, i);
            if (clock_mono_ns() < end_ns)
                send_next(bench, i);
            else
                waiting--;
        }
    }
    struct rec_status after = dispatcher_status(bench);
    run->per_sync = (double)(after.steps - before.steps) / (double)(after.turns - before.turns);
    run_finish(bench, run, clock_mono_ns() - begin_ns);
}

static void connect_all(struct bench *bench)
{
    client_console(&bench->console, &bench->rig);
    for (size_t i = 0; i < CLIENTS_MAX; i++) {
        struct client *client = &bench->clients[i];
        struct seat *seat = &bench->seats[i];
        struct req_hello hello = {0};
        client_station(client, &bench->rig, &seat->keys, NULL);
        client->session = seat->session;
        memcpy(client->token, seat->token, TOKEN_BYTES);
        client->token_n = TOKEN_BYTES;
        must(client_ask(client, request_hello, &hello, NULL) == REJECT_OK, "hello");
    }
}

static void print_text(const struct bench *bench)
{
    const struct {
        const char *name;
        const struct run *runs;
    } kinds[] = {{"over CURVE, clients", bench->over_sockets},
                 {"straight, group", bench->straight}};
    printf("durable commands into a store of %" PRIu64 " tickets, %" PRIu64 " bytes each\n",
           bench->plan.tickets, bench->bytes_per_ticket);
    printf("%-20s %5s %12s %10s %10s %10s\n", "", "n", "commands/s", "p50 ms", "p99 ms",
           "p99.9 ms");
    for (size_t k = 0; k < 2; k++) {
        for (size_t i = 0; i < SIZES; i++) {
            const struct run *run = &kinds[k].runs[i];
            printf("%-20s %5zu %12.0f %10.3f %10.3f %10.3f %14.1f\n", kinds[k].name, run->size,
                   run->per_s, run->p50_us / 1000, run->p99_us / 1000, run->p999_us / 1000,
                   run->per_sync);
        }
    }
}

static void json_runs(struct json *json, const char *name, const struct run runs[SIZES])
{
    json_key(json, name);
    json_array_begin(json);
    for (size_t i = 0; i < SIZES; i++) {
        const struct {
            const char *key;
            uint64_t value;
        } figures[] = {{"n", runs[i].size},
                       {"commands", runs[i].commands},
                       {"commands_per_s", (uint64_t)runs[i].per_s},
                       {"p50_us", (uint64_t)runs[i].p50_us},
                       {"p99_us", (uint64_t)runs[i].p99_us},
                       {"p999_us", (uint64_t)runs[i].p999_us},
                       {"steps_per_sync", (uint64_t)runs[i].per_sync}};
        json_object_begin(json);
        for (size_t f = 0; f < sizeof figures / sizeof *figures; f++) {
            json_key(json, figures[f].key);
            json_u64(json, figures[f].value);
        }
        json_object_end(json);
    }
    json_array_end(json);
}

static void print_json(const struct bench *bench)
{
    struct json json;
    json_init_file(&json, stdout);
    json_object_begin(&json);
    json_key(&json, "tickets");
    json_u64(&json, bench->plan.tickets);
    json_key(&json, "bytes_per_ticket");
    json_u64(&json, bench->bytes_per_ticket);
    json_runs(&json, "over_curve", bench->over_sockets);
    json_runs(&json, "straight", bench->straight);
    json_object_end(&json);
    must(json_finish(&json) == ERR_OK, "output");
    json_fini(&json);
}

static bool plan_read(struct plan *plan, int argc, char **argv)
{
    static const struct option options[] = {{"tickets", required_argument, NULL, 't'},
                                            {"ms", required_argument, NULL, 'm'},
                                            {"json", no_argument, NULL, 'j'},
                                            {NULL, 0, NULL, 0}};
    *plan = (struct plan){.tickets = 100000, .ms = 3000};
    for (int option; (option = getopt_long(argc, argv, "", options, NULL)) != -1;) {
        if (option == 't')
            plan->tickets = strtoull(optarg, NULL, 10);
        else if (option == 'm')
            plan->ms = strtoull(optarg, NULL, 10);
        else if (option == 'j')
            plan->json = true;
        else
            return false;
    }
    return optind == argc && plan->ms > 0;
}

int main(int argc, char **argv)
{
    struct bench *bench = calloc(1, sizeof *bench);
    must(bench != NULL, "out of memory");
    if (!plan_read(&bench->plan, argc, argv)) {
        fprintf(stderr, "rexian-bench-commands [--tickets N] [--ms N] [--json]\n");
        return 2;
    }
    bench->times_us = calloc(TIMES_MAX, sizeof *bench->times_us);
    must(bench->times_us != NULL, "out of memory");
    settings_default(&bench->settings);
    arena_init(&bench->arena, 1024 * 1024);
    buffer_init(&bench->reply);
    log_set_level(LOG_WARNING);
    rig_init(&bench->rig, "");
    fill(bench);
    rig_start(&bench->rig);
    connect_all(bench);
    for (size_t i = 0; i < SIZES; i++) run_sockets(bench, &bench->over_sockets[i], sizes[i]);
    for (size_t i = 0; i < CLIENTS_MAX; i++) client_close(&bench->clients[i]);
    client_close(&bench->console);
    must(rig_stop(&bench->rig, SIGTERM) == 0, "the dispatcher failed");
    store_take(bench);
    for (size_t i = 0; i < SIZES; i++) run_straight(bench, &bench->straight[i], sizes[i]);
    store_close(&bench->store);
    if (bench->plan.json)
        print_json(bench);
    else
        print_text(bench);
    rig_fini(&bench->rig);
    buffer_fini(&bench->reply);
    arena_fini(&bench->arena);
    free(bench->times_us);
    free(bench);
    return 0;
}
