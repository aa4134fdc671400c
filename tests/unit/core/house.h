/* A small centre on tmpfs for the tests of the core: the real store, a clock that only the test
 * moves. */
#ifndef TESTS_UNIT_CORE_HOUSE_H
#define TESTS_UNIT_CORE_HOUSE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "server/core/authority.h"

struct house {
    char dir[128], data[160];
    struct store *store;
    struct settings settings;
    struct arena arena;
    uint64_t now_ms;
    unsigned char random; /* the next command's random bytes count up from it */
};

static const struct who console = {.console = true, .roles = ROLE_BIT(role_admin)};

static inline struct code code_of(const char *text)
{
    struct code code = {{0}};
    snprintf(code.s, sizeof code.s, "%s", text);
    return code;
}

static inline struct core core_of(struct house *house)
{
    return (struct core){&house->settings, store_txn(house->store), house->now_ms};
}

static inline struct outcome_of_step house_step(struct house *house, const struct who *who,
                                                enum request number, const void *body,
                                                bool password_ok)
{
    struct core core = core_of(house);
    struct extras extras = {.password_ok = password_ok, .verifier = slice_of("$argon2id$verifier")};
    for (size_t i = 0; i < sizeof extras.random; i++)
        extras.random[i] = (unsigned char)(house->random + i);
    if (number == request_session_open) {
        const struct req_session_open *open = body;
        struct slice verifier;
        core_verifier(core.txn, open->number.s, &house->arena, &extras.password_person, &verifier);
    }
    struct outcome_of_step out;
    core_step(&core, who, number, body, &extras, &house->arena, &out);
    return out;
}

#define STEP(house, who, name, ...)                                                                \
    house_step((house), (who), request_##name, &(struct req_##name){__VA_ARGS__}, true)

/* A command that must be accepted; the object's id. */
#define DO(house, who, name, ...) house_ok(STEP(house, who, name, __VA_ARGS__), #name)
static inline uint64_t house_ok(struct outcome_of_step out, const char *name)
{
    if (out.reject)
        fail_msg("%s: %s %s", name, reject_name(out.reject),
                 out.fault.field ? out.fault.field : "");
    return out.answer.done.id;
}

static inline uint64_t house_station(struct house *house, const char *number)
{
    struct req_station_add station = {.number = code_of(number)};
    memcpy(station.key.b, number, strlen(number));
    return house_ok(house_step(house, &console, request_station_add, &station, true), number);
}

static inline uint64_t house_person(struct house *house, const char *number, uint64_t roles,
                                    const char *unit)
{
    return DO(house, &console, person_add, .number = code_of(number), .name = slice_of("某人"),
              .roles = roles, .unit = code_of(unit), .password = slice_of("password"));
}

static inline struct outcome_of_step house_sign_in(struct house *house, const char *number,
                                                   uint64_t station, bool password_ok)
{
    const struct who nobody = {.station = station};
    const struct req_session_open open = {.number = code_of(number), .password = slice_of("x")};
    return house_step(house, &nobody, request_session_open, &open, password_ok);
}

static inline int house_setup(void **state)
{
    struct house *house = calloc(1, sizeof *house);
    const char *base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : getenv("TMPDIR");
    snprintf(house->dir, sizeof house->dir, "%s/rexian-core-XXXXXX", base ? base : "/tmp");
    assert_non_null(mkdtemp(house->dir));
    snprintf(house->data, sizeof house->data, "%s/data", house->dir);
    settings_default(&house->settings);
    arena_init(&house->arena, 16 * 1024 * 1024);
    house->now_ms = UINT64_C(1795320000000);
    const struct store_options options = {.dir = house->data,
                                          .map_bytes = UINT64_C(1) << 30,
                                          .segment_bytes = 8 * 1024 * 1024,
                                          .apply = core_apply};
    char why[256] = "";
    if (store_init(&options, house->now_ms, why, sizeof why)) fail_msg("%s", why);
    if (store_open(&options, &house->store, why, sizeof why)) fail_msg("%s", why);
    *state = house;
    return 0;
}

static inline int house_teardown(void **state)
{
    struct house *house = *state;
    char command[192];
    store_close(&house->store);
    snprintf(command, sizeof command, "rm -rf '%s'", house->dir);
    int failed = system(command);
    arena_fini(&house->arena);
    free(house);
    return failed;
}

#define HOUSE_TEST(test) cmocka_unit_test_setup_teardown(test, house_setup, house_teardown)

#endif
