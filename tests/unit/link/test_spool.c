#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "client/link/spool.h"

struct place {
    char dir[64], spool[96];
    struct station_file station;
    struct arena arena;
};

static int set_up(void **state)
{
    struct place *place = calloc(1, sizeof *place);
    snprintf(place->dir, sizeof place->dir, "/tmp/rexian-spool-XXXXXX");
    assert_non_null(mkdtemp(place->dir));
    snprintf(place->spool, sizeof place->spool, "%s/spool", place->dir);
    assert_int_equal(station_make_keys(&place->station), ERR_OK);
    arena_init(&place->arena, 1 << 20);
    *state = place;
    return 0;
}

static int tear_down(void **state)
{
    struct place *place = *state;
    char command[160];
    snprintf(command, sizeof command, "rm -rf '%s'", place->dir);
    assert_int_equal(system(command), 0);
    arena_fini(&place->arena);
    free(place);
    return 0;
}

static void keeps_until_dropped(void **state)
{
    struct place *place = *state;
    struct spool *spool = NULL;
    struct slice got;
    assert_int_equal(spool_open(&spool, place->spool, &place->station), ERR_OK);
    assert_int_equal(spool_load(spool, "draft", &place->arena, &got), ERR_NOTFOUND);
    assert_int_equal(spool_save(spool, "draft", slice_of("路灯不亮")), ERR_OK);
    assert_int_equal(spool_save(spool, "draft", slice_of("路灯三天不亮")), ERR_OK);
    spool_close(&spool);
    assert_int_equal(spool_open(&spool, place->spool, &place->station), ERR_OK);
    assert_int_equal(spool_load(spool, "draft", &place->arena, &got), ERR_OK);
    assert_true(slice_equal(got, slice_of("路灯三天不亮")));
    spool_drop(spool, "draft");
    assert_int_equal(spool_load(spool, "draft", &place->arena, &got), ERR_NOTFOUND);
    spool_close(&spool);
}

static void nothing_is_readable_on_disk(void **state)
{
    struct place *place = *state;
    struct spool *spool = NULL;
    static const char secret[] = "canary-9f2c";
    assert_int_equal(spool_open(&spool, place->spool, &place->station), ERR_OK);
    assert_int_equal(spool_save(spool, "draft", slice_of(secret)), ERR_OK);
    char path[160], bytes[512];
    snprintf(path, sizeof path, "%s/draft", place->spool);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t n = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    assert_true(n > sizeof secret);
    assert_null(memmem(bytes, n, secret, strlen(secret)));
    struct stat about;
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    spool_close(&spool);
}

static void another_station_cannot_open_it(void **state)
{
    struct place *place = *state;
    struct spool *spool = NULL;
    struct slice got;
    assert_int_equal(spool_open(&spool, place->spool, &place->station), ERR_OK);
    assert_int_equal(spool_save(spool, "draft", slice_of("x")), ERR_OK);
    spool_close(&spool);
    struct station_file other = {0};
    assert_int_equal(station_make_keys(&other), ERR_OK);
    assert_int_equal(spool_open(&spool, place->spool, &other), ERR_OK);
    assert_int_equal(spool_load(spool, "draft", &place->arena, &got), ERR_CRYPTO);
    spool_close(&spool);
}

static void a_changed_byte_is_seen(void **state)
{
    struct place *place = *state;
    struct spool *spool = NULL;
    struct slice got;
    assert_int_equal(spool_open(&spool, place->spool, &place->station), ERR_OK);
    assert_int_equal(spool_save(spool, "draft", slice_of("abc")), ERR_OK);
    char path[160];
    snprintf(path, sizeof path, "%s/draft", place->spool);
    FILE *file = fopen(path, "r+");
    assert_non_null(file);
    assert_int_equal(fseek(file, -1, SEEK_END), 0);
    int last = fgetc(file);
    assert_int_equal(fseek(file, -1, SEEK_END), 0);
    fputc(last ^ 1, file);
    fclose(file);
    assert_int_equal(spool_load(spool, "draft", &place->arena, &got), ERR_CRYPTO);
    spool_close(&spool);
}

static void entries_have_a_limit(void **state)
{
    struct place *place = *state;
    struct spool *spool = NULL;
    size_t most = LIMIT_MESSAGE + 256;
    char *bytes = calloc(1, most + 1);
    assert_int_equal(spool_open(&spool, place->spool, &place->station), ERR_OK);
    assert_int_equal(spool_save(spool, "big", slice_bytes(bytes, most)), ERR_OK);
    assert_int_equal(spool_save(spool, "big", slice_bytes(bytes, most + 1)), ERR_LIMIT);
    struct slice got;
    assert_int_equal(spool_load(spool, "big", &place->arena, &got), ERR_OK);
    assert_int_equal(got.n, most);
    free(bytes);
    spool_close(&spool);
}

static void station_file_round_trip(void **state)
{
    struct place *place = *state;
    char path[96], why[400] = "";
    struct station_file *station = &place->station, got;
    memcpy(station->server_key, station->public_key, sizeof station->server_key);
    snprintf(station->number, sizeof station->number, "S1");
    snprintf(station->server, sizeof station->server, "tcp://127.0.0.1:7712");
    snprintf(station->publish, sizeof station->publish, "tcp://127.0.0.1:7713");
    snprintf(path, sizeof path, "%s/S1.station", place->dir);
    assert_int_equal(station_write(path, station, why, sizeof why), ERR_OK);
    assert_int_equal(station_read(path, &got, why, sizeof why), ERR_OK);
    assert_string_equal(got.secret_key, station->secret_key);
    assert_string_equal(got.publish, station->publish);
    /* an existing key is never overwritten */
    assert_int_equal(station_write(path, station, why, sizeof why), ERR_EXISTS);
    /* readable by others: refused, and the refusal says what to do */
    assert_int_equal(chmod(path, 0640), 0);
    assert_int_equal(station_read(path, &got, why, sizeof why), ERR_PERMISSION);
    assert_non_null(strstr(why, "chmod 600"));
}

/* Z85 has every character that a configuration file may take for its own. */
static void a_key_may_hold_any_character_of_z85(void **state)
{
    struct place *place = *state;
    static const char z85[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                              ".-:+=^!/*?&<>()[]{}@%$#${HOME}${X}$(a)#/*";
    char path[96], why[400] = "";
    struct station_file station = {.number = "S1", .server = "tcp://[::1]:1", .publish = "x"}, got;
    for (size_t at = 0; at + 40 <= sizeof z85 - 1; at++) {
        memcpy(station.public_key, z85 + at, 40);
        memcpy(station.secret_key, z85 + at, 40);
        memcpy(station.server_key, z85 + at, 40);
        snprintf(path, sizeof path, "%s/%zu.station", place->dir, at);
        assert_int_equal(station_write(path, &station, why, sizeof why), ERR_OK);
        assert_int_equal(station_read(path, &got, why, sizeof why), ERR_OK);
        assert_string_equal(got.secret_key, station.secret_key);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keeps_until_dropped, set_up, tear_down),
        cmocka_unit_test_setup_teardown(nothing_is_readable_on_disk, set_up, tear_down),
        cmocka_unit_test_setup_teardown(another_station_cannot_open_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_changed_byte_is_seen, set_up, tear_down),
        cmocka_unit_test_setup_teardown(entries_have_a_limit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_key_may_hold_any_character_of_z85, set_up, tear_down),
        cmocka_unit_test_setup_teardown(station_file_round_trip, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
