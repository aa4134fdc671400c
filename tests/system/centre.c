#include "tests/system/centre.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <zmq.h>

enum reject ask(struct fixture *fixture, struct client *client, enum request number,
                const void *body, void *answer)
{
    enum reject reject = client_ask(client, number, body, answer);
    hits_request(fixture->hits, number);
    if (reject != REJECT_OK) hits_reject(fixture->hits, reject);
    return reject;
}

void add_person(struct fixture *fixture, const char *number, uint64_t roles)
{
    struct req_person_add person = {
        .name = slice_of("甲"), .roles = roles, .password = slice_of(PASSWORD)};
    snprintf(person.number.s, sizeof person.number.s, "%s", number);
    assert_int_equal(ask(fixture, &fixture->console, request_person_add, &person, &fixture->done),
                     REJECT_OK);
}

void add_station(struct fixture *fixture, const char *number, const struct keys *keys)
{
    struct req_station_add station = {.name = slice_of("room 1")};
    snprintf(station.number.s, sizeof station.number.s, "%s", number);
    zmq_z85_decode(station.key.b, keys->public_key);
    assert_int_equal(ask(fixture, &fixture->console, request_station_add, &station, &fixture->done),
                     REJECT_OK);
}

struct fixture *centre_new(const char *name)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->hits = hits_new(name);
    rig_init(&fixture->rig, "auth_queue = 1\nbackoff_base_ms = 1\nbackoff_max_s = 1\n");
    rig_start(&fixture->rig);
    client_console(&fixture->console, &fixture->rig);
    for (int i = 0; i < 2; i++) fixture->keys[i] = keys_new();
    add_station(fixture, "S1", &fixture->keys[0]);
    add_station(fixture, "S2", &fixture->keys[1]);
    struct req_line_add line = {.code = {"12345"}, .name = slice_of("Main line")};
    assert_int_equal(ask(fixture, &fixture->console, request_line_add, &line, &fixture->done),
                     REJECT_OK);
    add_person(fixture, "1001", ROLE_BIT(role_operator) | ROLE_BIT(role_lead));
    add_person(fixture, "1002", ROLE_BIT(role_operator));
    add_person(fixture, "1003", ROLE_BIT(role_operator));
    struct req_person_retire retire = {.number = {"1003"}};
    assert_int_equal(
        ask(fixture, &fixture->console, request_person_retire, &retire, &fixture->done), REJECT_OK);
    client_station(&fixture->desk, &fixture->rig, &fixture->keys[0], NULL);
    client_station(&fixture->other, &fixture->rig, &fixture->keys[1], NULL);
    assert_int_equal(client_sign_in(&fixture->desk, "1001", PASSWORD), REJECT_OK);
    return fixture;
}

int centre_free(struct fixture *fixture)
{
    client_close(&fixture->console);
    client_close(&fixture->desk);
    client_close(&fixture->other);
    rig_fini(&fixture->rig);
    bool written = hits_free(&fixture->hits);
    free(fixture);
    return written ? 0 : -1;
}

struct rec_status status(struct fixture *fixture)
{
    struct req_status request = {0};
    struct rec_status answer;
    assert_int_equal(ask(fixture, &fixture->console, request_status, &request, &answer), REJECT_OK);
    return answer;
}
