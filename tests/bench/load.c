#include "tests/bench/load.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

#include <zmq.h>

#include "common/clock.h"

/* The words of one ticket: 60 characters of matter, as operators write them. */
static const char matter[] =
    "来电人反映人民路与建设街交叉口东北角路灯连续三晚不亮，附近学校晚自习放学"
    "的学生过马路不安全，希望尽快派人检修。";

void must(bool good, const char *what)
{
    if (good) return;
    fprintf(stderr, "rexian-bench-commands: %s\n", what);
    exit(1);
}

/* Callers are strangers to each other: the numbers are spread by a multiplication that meets each
 * of them once, so that their hashes lie anywhere in the index by caller. */
static void phone_next(struct seat *seat, uint64_t *phones)
{
    uint64_t number = ++*phones * UINT64_C(7654321) % UINT64_C(1000000000);
    snprintf(seat->phone, sizeof seat->phone, "13%09" PRIu64, number);
}

enum request seat_command(struct seat *seat, uint64_t *phones, union command *body)
{
    memset(body, 0, sizeof *body);
    if (seat->stage == 0) {
        phone_next(seat, phones);
        body->save.name = slice_of("王先生");
        body->save.phone = slice_of(seat->phone);
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

void seat_answered(struct seat *seat, const struct rec_done *done)
{
    seat->done = *done;
    seat->stage = (seat->stage + 1) % 3;
}

static void step(struct load *load, const struct who *who, enum request number, const void *body,
                 const struct extras *extras, struct outcome_of_step *out)
{
    arena_reset(&load->arena);
    memset(out, 0, sizeof *out);
    core_step(&load->core, who, number, body, extras, &load->arena, out);
    if (out->reject == REJECT_OK) return;
    fprintf(stderr, "%s: %s %s\n", request_desc(number)->verb, reject_name(out->reject),
            out->fault.field ? out->fault.field : "");
    exit(1);
}

static uint64_t console(struct load *load, enum request number, const void *body)
{
    static const struct who admin = {.console = true, .roles = ROLE_BIT(role_admin)};
    struct extras extras = {.verifier = slice_of("$argon2id$nobody signs in with this one")};
    struct outcome_of_step out;
    step(load, &admin, number, body, &extras, &out);
    return out.answer.done.id;
}

static void make_seat(struct load *load, struct seat *seat, unsigned index)
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
    seat->station = console(load, request_station_add, &station);
    seat->person = console(load, request_person_add, &person);
    struct req_session_open open = {.number = person.number, .password = person.password};
    struct who who = {.station = seat->station};
    extras.password_person = seat->person;
    must(getrandom(extras.random, sizeof extras.random, 0) == sizeof extras.random, "random");
    step(load, &who, request_session_open, &open, &extras, &out);
    seat->session = out.answer.session.session;
    memcpy(seat->token, out.answer.session.token.p, TOKEN_BYTES);
}

void load_step(struct load *load, struct seat *seat)
{
    union command body;
    struct extras extras = {.password_ok = false};
    struct who who = {.person = seat->person,
                      .session = seat->session,
                      .station = seat->station,
                      .roles = ROLE_BIT(role_operator)};
    struct outcome_of_step out;
    enum request number = seat_command(seat, &load->phones, &body);
    step(load, &who, number, &body, &extras, &out);
    uint64_t random;
    must(getrandom(&random, sizeof random, 0) == sizeof random, "random");
    load->request_id = request_id_new(load->core.now_ms, random, load->request_id);
    struct reply_envelope envelope = {.request_id = load->request_id};
    buffer_reset(&load->reply);
    reply_encode(&load->reply, &envelope, request_desc(number)->answer, &out.answer);
    reply_keep(load->core.txn, seat->station, load->request_id,
               slice_bytes(load->reply.p, load->reply.n), load->core.now_ms);
    seat_answered(seat, &out.answer.done);
}

void load_sync(struct load *load)
{
    must(store_sync(load->store) == ERR_OK, "sync");
}

void load_commit_if_due(struct load *load, bool now)
{
    uint64_t ms = clock_mono_ms();
    if (!now && store_uncommitted(load->store) < load->settings->commit_steps &&
        ms - load->commit_ms < load->settings->commit_ms)
        return;
    must(store_commit(load->store) == ERR_OK, "commit");
    load->commit_ms = clock_mono_ms();
    load->core.now_ms = clock_wall_ms();
}

void load_open(struct load *load, const char *dir, const struct settings *settings)
{
    char why[512] = "";
    struct store_options options = {.dir = dir,
                                    .map_bytes = settings->map_gib << 30,
                                    .segment_bytes = settings->segment_mib << 20,
                                    .reserve_bytes = 1 << 20,
                                    .apply = core_apply};
    load->settings = settings;
    arena_init(&load->arena, 1024 * 1024);
    buffer_init(&load->reply);
    must(store_open(&options, &load->store, why, sizeof why) == ERR_OK, why);
    load->core = (struct core){.settings = settings, .txn = store_txn(load->store)};
    load->core.now_ms = clock_wall_ms();
    load->commit_ms = clock_mono_ms();
}

void load_close(struct load *load)
{
    store_close(&load->store);
    buffer_fini(&load->reply);
    arena_fini(&load->arena);
}

void load_fill(struct load *load, uint64_t tickets)
{
    struct req_line_add line = {.code = {"12345"}, .name = slice_of("Main line")};
    struct req_unit_add unit = {.code = {"roads"}, .name = slice_of("Roads office")};
    struct req_subject_add subject = {.code = {"lamps"}, .name = slice_of("Lamps")};
    enum { COMMANDS = 3, TOGETHER = 1000 };
    console(load, request_line_add, &line);
    console(load, request_unit_add, &unit);
    console(load, request_subject_add, &subject);
    for (unsigned i = 0; i < SEATS; i++) make_seat(load, &load->seats[i], i);
    for (uint64_t i = 0; i < tickets * COMMANDS; i++) {
        load_step(load, &load->seats[i / COMMANDS % SEATS]);
        if (i % TOGETHER != 0) continue;
        load_sync(load);
        load_commit_if_due(load, false);
    }
    load_sync(load);
    load_commit_if_due(load, true);
}
