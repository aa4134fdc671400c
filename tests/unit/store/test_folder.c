/* A data folder that must not be opened: refused, with a sentence that says what to do. */
#include "tests/unit/store/fixture.h"

#include <sys/wait.h>

static void path_of(const struct fixture *f, const char *name, char out[200])
{
    snprintf(out, 200, "%s/%s", f->dir, name);
}

/* A closed store with a few steps in it. */
static void closed(struct fixture *f)
{
    fixture_new(f);
    for (uint64_t i = 1; i <= 5; i++) step(f, i);
    store_close(&f->store);
}

static void refused(struct fixture *f, enum err want, const char *says)
{
    enum err err = fixture_try(f);
    if (err != want || !strstr(f->why, says))
        print_message("%s: %s (wanted %s: %s)\n", err_name(err), f->why, err_name(want), says);
    assert_int_equal(err, want);
    assert_non_null(strstr(f->why, says));
    assert_null(f->store);
}

static void made_private(void **state)
{
    (void)state;
    static const char *const files[] = {"master.key", "server.key", "data.mdb", "redo.0", "lock"};
    struct fixture f;
    struct stat st;
    char path[200];
    closed(&f);
    assert_int_equal(stat(f.dir, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        path_of(&f, files[i], path);
        assert_int_equal(stat(path, &st), 0);
        assert_int_equal(st.st_mode & 0777, 0600);
    }
    fixture_free(&f);
}

static void permissions(void **state)
{
    (void)state;
    static const char *const keys[] = {"master.key", "server.key"};
    static const mode_t modes[] = {0640, 0604, 0620};
    struct fixture f;
    char path[200];
    closed(&f);
    for (size_t k = 0; k < 2; k++) {
        path_of(&f, keys[k], path);
        for (size_t m = 0; m < 3; m++) {
            assert_int_equal(chmod(path, modes[m]), 0);
            refused(&f, ERR_PERMISSION, "chmod 600");
        }
        assert_int_equal(chmod(path, 0600), 0);
    }
    assert_int_equal(chmod(f.dir, 0750), 0);
    refused(&f, ERR_PERMISSION, "chmod 700");
    assert_int_equal(chmod(f.dir, 0700), 0);
    fixture_open(&f);
    fixture_free(&f);
}

static void wrong_master_key(void **state)
{
    (void)state;
    struct fixture f;
    char path[200];
    closed(&f);
    path_of(&f, "master.key", path);
    int fd = open(path, O_WRONLY);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "0123456789abcdef", 16), 16);
    close(fd);
    refused(&f, ERR_CRYPTO, "master.key is not the key");
    assert_int_equal(truncate(path, 10), 0);
    refused(&f, ERR_DAMAGED, "from a backup");
    assert_int_equal(unlink(path), 0);
    refused(&f, ERR_NOTFOUND, "master.key");
    fixture_free(&f);
}

static void in_use(void **state)
{
    (void)state;
    struct fixture f, other;
    fixture_new(&f);
    other = f;
    other.store = NULL;
    refused(&other, ERR_BUSY, "another dispatcher");
    pid_t pid = fork(); /* from another process, too */
    if (pid == 0) {
        struct store *store;
        char why[200];
        _exit(store_open(&f.options, &store, why, sizeof why) == ERR_BUSY ? 0 : 1);
    }
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    store_close(&f.store);
    fixture_open(&f);
    fixture_free(&f);
}

static void newer(void **state)
{
    (void)state;
    struct fixture f;
    struct meta meta;
    fixture_new(&f);
    meta_of(f.store, &meta);
    meta.format = FORMAT + 1;
    meta_write(f.txn, &meta);
    assert_int_equal(txn_commit(f.txn), ERR_OK);
    fixture_crash(&f);
    refused(&f, ERR_NEWER, "newer version");
    fixture_free(&f);
}

static void not_a_folder(void **state)
{
    (void)state;
    struct fixture f;
    char path[200];
    fixture_root(&f);
    refused(&f, ERR_NOTFOUND, "init");
    assert_int_equal(mkdir(f.dir, 0700), 0);
    refused(&f, ERR_NOTFOUND, "init");
    /* an empty folder may be used, whatever its mode; one with something in it not */
    assert_int_equal(chmod(f.dir, 0755), 0);
    path_of(&f, "something", path);
    int fd = open(path, O_WRONLY | O_CREAT, 0600);
    assert_true(fd >= 0);
    close(fd);
    assert_int_equal(store_init(&f.options, 1, f.why, sizeof f.why), ERR_EXISTS);
    assert_non_null(strstr(f.why, "not empty"));
    assert_int_equal(unlink(path), 0);
    assert_int_equal(store_init(&f.options, 1, f.why, sizeof f.why), ERR_OK);
    assert_int_equal(store_init(&f.options, 1, f.why, sizeof f.why), ERR_EXISTS);
    fixture_open(&f);
    fixture_free(&f);
}

/* An init that did not come to its end leaves no store. */
static void never_finished(void **state)
{
    (void)state;
    struct fixture f;
    char path[200];
    MDB_env *env;
    closed(&f);
    path_of(&f, "data.mdb", path);
    assert_int_equal(unlink(path), 0);
    refused(&f, ERR_NOTFOUND, "init");
    assert_int_equal(mdb_env_create(&env), 0);
    assert_int_equal(mdb_env_open(env, f.dir, 0, 0600), 0);
    mdb_env_close(env);
    refused(&f, ERR_NOTFOUND, "no whole store");
    fixture_free(&f);
}

static void damaged_environment(void **state)
{
    (void)state;
    struct fixture f;
    char path[200], junk[8192];
    closed(&f);
    path_of(&f, "data.mdb", path);
    memset(junk, 0x5a, sizeof junk);
    int fd = open(path, O_WRONLY); /* both of LMDB's heads */
    assert_true(fd >= 0);
    assert_int_equal(write(fd, junk, sizeof junk), sizeof junk);
    close(fd);
    refused(&f, ERR_DAMAGED, "restore a backup");
    fixture_free(&f);
}

/* Cut off at the end, at every page: refused, or whole enough; never a crash. */
static void truncated_environment(void **state)
{
    (void)state;
    struct fixture f;
    char path[200];
    struct stat st;
    size_t refusals = 0;
    closed(&f);
    path_of(&f, "data.mdb", path);
    assert_int_equal(stat(path, &st), 0);
    char *whole = malloc((size_t)st.st_size);
    assert_non_null(whole);
    int fd = open(path, O_RDWR);
    assert_true(fd >= 0);
    assert_int_equal(read(fd, whole, (size_t)st.st_size), st.st_size);
    for (off_t n = 0; n < st.st_size; n += 4096) {
        assert_int_equal(pwrite(fd, whole, (size_t)st.st_size, 0), st.st_size);
        assert_int_equal(ftruncate(fd, n), 0);
        enum err err = fixture_try(&f);
        refusals += err != ERR_OK;
        assert_true(err == ERR_OK || err == ERR_DAMAGED || err == ERR_NOTFOUND);
        fixture_crash(&f);
    }
    assert_true(refusals > 3);
    close(fd);
    free(whole);
    fixture_free(&f);
}

static void scratch_swept(void **state)
{
    (void)state;
    struct fixture f;
    char path[200];
    closed(&f);
    path_of(&f, "replay.Ab12Cd", path);
    assert_int_equal(mkdir(path, 0700), 0);
    path_of(&f, "replay.Ab12Cd/data.mdb", path);
    int fd = open(path, O_WRONLY | O_CREAT, 0600);
    assert_true(fd >= 0);
    close(fd);
    fixture_open(&f);
    path_of(&f, "replay.Ab12Cd", path);
    assert_int_equal(access(path, F_OK), -1);
    fixture_free(&f);
}

static void missing_log(void **state)
{
    (void)state;
    struct fixture f;
    char path[200];
    closed(&f);
    path_of(&f, "redo.0", path);
    assert_int_equal(unlink(path), 0);
    refused(&f, ERR_DAMAGED, "redo log");
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(made_private),
        cmocka_unit_test(permissions),
        cmocka_unit_test(wrong_master_key),
        cmocka_unit_test(in_use),
        cmocka_unit_test(newer),
        cmocka_unit_test(not_a_folder),
        cmocka_unit_test(never_finished),
        cmocka_unit_test(damaged_environment),
        cmocka_unit_test(missing_log),
        cmocka_unit_test(truncated_environment),
        cmocka_unit_test(scratch_swept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
