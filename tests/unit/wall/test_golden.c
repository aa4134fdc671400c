/* The wall's screens in both languages, narrow and wide. */
#include <limits.h>
#include <unistd.h>

#include "client/screen/language.h"
#include "tests/golden/golden.h"
#include "tests/unit/wall/rig.h"

static struct rig rig;
static struct centre centre;

/* The catalogues that the build has made beside this program. */
static const char *catalogues(void)
{
    static char path[PATH_MAX];
    static const char below[] = "/../share/locale";
    ssize_t n = readlink("/proc/self/exe", path, sizeof path - sizeof below);
    assert_true(n > 0);
    path[n] = 0;
    strcpy(strrchr(path, '/'), below);
    return path;
}

static void look(const char *name, const char *language, int rows, int cols)
{
    char golden[96];
    snprintf(golden, sizeof golden, "wall/%s.%dx%d.%s", name, cols, rows, language);
    seat_draw(&rig.seat, rig.grid);
    seat_draw(&rig.seat, rig.grid); /* the bar knows of pages that were drawn */
    char *dump = grid_dump(rig.grid, true);
    assert_true(golden_check(golden, dump));
    free(dump);
}

static void everywhere(const char *name, void (*fill)(struct centre *), void (*then)(void))
{
    static const char *const languages[] = {"en", "zh_CN"};
    static const int sizes[][2] = {{24, 80}, {40, 120}, {60, 200}};
    for (int i = 0; i < 6; i++) {
        int rows = sizes[i / 2][0], cols = sizes[i / 2][1];
        if (rows == 60 && fill != centre_large) continue;
        assert_true(screen_locale_set(catalogues(), languages[i % 2]));
        rig_start(&rig, rows, cols);
        rig_sign_in(&rig, 5);
        fill(&centre);
        rig_answer(&rig, request_wall_show, &centre.wall);
        rig_wait(&rig, 1000);
        if (then) then();
        look(name, languages[i % 2], rows, cols);
        rig_stop(&rig);
    }
}

static void normal(void **state)
{
    (void)state;
    everywhere("normal", centre_normal, NULL);
}

static void storm(void **state)
{
    (void)state;
    everywhere("storm", centre_storm, NULL);
}

static void empty(void **state)
{
    (void)state;
    everywhere("empty", centre_empty, NULL);
}

static void sort_by_state(void)
{
    rig_key(&rig, K_F2);
}

static void busy(void **state)
{
    (void)state;
    everywhere("busy", centre_busy, sort_by_state);
}

static void go_away(void)
{
    seat_link(&rig.seat, LINK_AWAY);
    rig_wait(&rig, 83000);
}

static void away(void **state)
{
    (void)state;
    everywhere("away", centre_busy, go_away);
}

static void large(void **state)
{
    (void)state;
    everywhere("large", centre_large, NULL);
}

static void pause_and_help(void)
{
    rig_key(&rig, K_F3);
    rig_key(&rig, K_F1);
}

static void help(void **state)
{
    (void)state;
    everywhere("help", centre_normal, pause_and_help);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(normal), cmocka_unit_test(storm),
                                       cmocka_unit_test(empty),  cmocka_unit_test(busy),
                                       cmocka_unit_test(away),   cmocka_unit_test(large),
                                       cmocka_unit_test(help)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
