/* Every golden screen of desk, wall and office, shown on a real terminal: what libvterm renders is
 * the golden text again, letter for letter, in both languages and sizes. The goldens are made by
 * pure drawing; this is the other half of the proof. The control shows one letter more and must
 * differ. */
#include <dirent.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "client/screen/language.h"
#include "client/screen/term_curses.h"
#include "tests/golden/vt.h"

enum { FILES_MAX = 400, FILE_BYTES = 1 << 20, WAIT_MS = 30000, LEAST = 40 };

struct shelf {
    int rows, cols;
    bool spoiled; /* the control */
    char *text[FILES_MAX];
    char name[FILES_MAX][128];
    int n;
};

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    char *text = calloc(1, FILE_BYTES);
    assert_non_null(text);
    assert_true(fread(text, 1, FILE_BYTES - 1, file) < FILE_BYTES - 1);
    fclose(file);
    return text;
}

/* The first `rows` lines: behind them may stand a map of the styles. */
static void cut(char *text, int rows)
{
    for (int row = 0; row < rows; row++) {
        char *end = strchr(text, '\n');
        if (!end) return;
        text = end + 1;
    }
    *text = '\0';
}

static void fill(struct shelf *shelf)
{
    static const char *const seats[] = {"desk", "wall", "office"};
    char size[32];
    snprintf(size, sizeof size, "%dx%d", shelf->cols, shelf->rows);
    for (size_t i = 0; i < 3; i++) {
        char folder[512], path[1024];
        snprintf(folder, sizeof folder, TEST_DIR "/golden/%s", seats[i]);
        struct dirent **files;
        int n = scandir(folder, &files, NULL, alphasort);
        assert_true(n > 0);
        for (int f = 0; f < n; f++) {
            if (strstr(files[f]->d_name, size)) {
                assert_true(shelf->n < FILES_MAX);
                snprintf(path, sizeof path, "%s/%s", folder, files[f]->d_name);
                snprintf(shelf->name[shelf->n], sizeof *shelf->name, "%s/%.100s", seats[i],
                         files[f]->d_name);
                shelf->text[shelf->n] = read_file(path);
                cut(shelf->text[shelf->n++], shelf->rows);
            }
            free(files[f]);
        }
        free(files);
    }
    assert_true(shelf->n >= LEAST);
}

static void draw(const struct shelf *shelf, int at, struct grid *grid)
{
    const char *text = shelf->text[at];
    grid_clear(grid);
    for (int row = 0; row < grid->rows && *text; row++) {
        size_t n = strcspn(text, "\n");
        grid_put(grid, row, 0, grid->cols, STYLE_NORMAL, slice_bytes(text, n));
        text += n + (text[n] == '\n');
    }
    if (shelf->spoiled) grid_puts(grid, 0, 0, 1, STYLE_NORMAL, "X");
    grid_cursor(grid, 0, 0);
}

/* The child: the next golden for each key. */
static int show_all(void *arg)
{
    const struct shelf *shelf = arg;
    struct term_options options = {.theme = THEME_DARK};
    struct term *term;
    struct key key;
    char why[TERM_WHY];
    if (!screen_locale_init(NULL) || term_new(&term, &options, why) != ERR_OK) return 1;
    struct grid *grid = grid_new(shelf->rows, shelf->cols);
    for (int at = 0; grid && at < shelf->n; at++) {
        draw(shelf, at, grid);
        if (term_flush(term, grid) != ERR_OK) break;
        term_ring(term);
        while (!term_read(term, &key)) {
            struct pollfd wanted = {.fd = term_fd(term), .events = POLLIN};
            poll(&wanted, 1, -1);
        }
    }
    grid_free(&grid);
    term_free(&term);
    return 0;
}

static bool rang(struct vt *vt, void *count)
{
    return vt_rings(vt) >= *(int *)count;
}

/* How many goldens were shown otherwise than they are. */
static int differing(struct shelf *shelf)
{
    int differ = 0;
    struct vt_options options = {.rows = shelf->rows, .cols = shelf->cols};
    struct vt *vt = vt_start_function(show_all, shelf, &options);
    assert_non_null(vt);
    for (int at = 0; at < shelf->n; at++) {
        int rings = at + 1;
        assert_true(vt_wait_until(vt, rang, &rings, WAIT_MS));
        if (strcmp(vt_dump(vt), shelf->text[at]) != 0) {
            if (!shelf->spoiled) fprintf(stderr, "shown otherwise: %s\n", shelf->name[at]);
            differ++;
        }
        assert_true(vt_send(vt, "n"));
    }
    vt_free(&vt);
    return differ;
}

static void check(int rows, int cols)
{
    struct shelf shelf = {.rows = rows, .cols = cols};
    fill(&shelf);
    printf("%d goldens of %dx%d\n", shelf.n, cols, rows);
    assert_int_equal(differing(&shelf), 0);
    shelf.spoiled = true;
    assert_int_equal(differing(&shelf), shelf.n);
    for (int i = 0; i < shelf.n; i++) free(shelf.text[i]);
}

static void goldens_of_the_small_screen(void **state)
{
    (void)state;
    check(24, 80);
}

static void goldens_of_the_large_screen(void **state)
{
    (void)state;
    check(40, 120);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goldens_of_the_small_screen),
        cmocka_unit_test(goldens_of_the_large_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
