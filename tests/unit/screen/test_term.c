/* Keys, sizes and endings of a real terminal: a child shows each key that it reads. */
#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <cmocka.h>

#include "client/screen/language.h"
#include "client/screen/term_curses.h"
#include "tests/golden/vt.h"

enum { WAIT_MS = 20000, EXIT_REFUSED = 3 };

/* ---- the child ---- */

static const char *describe(const struct key *key, char *out, size_t cap)
{
    static const char *const names[] = {
#define K(name, written) written,
        KEY_NAME_TABLE(K)
#undef K
    };
    switch (key->kind) {
    case KEYS_TEXT:
        snprintf(out, cap, "text %.*s", (int)key->text.n, key->text.p);
        break;
    case KEYS_NAMED:
        snprintf(out, cap, "named %s", names[key->name]);
        break;
    case KEYS_CTRL:
        snprintf(out, cap, "ctrl %c", key->letter);
        break;
    case KEYS_ALT:
        snprintf(out, cap, "alt %c", key->letter);
        break;
    case KEYS_PASTE:
        snprintf(out, cap, "paste %zu%s %.20s", key->text.n, key->cut ? " cut" : "", key->text.p);
        break;
    case KEYS_RESIZE:
        snprintf(out, cap, "size %dx%d", key->rows, key->cols);
        break;
    case KEYS_NONE:
    case KEYS_CLOSED:
        snprintf(out, cap, "?");
        break;
    }
    return out;
}

struct child {
    enum theme theme;
    int closed_fd;    /* told when the terminal is gone; -1: nobody */
    bool no_terminal; /* standard input is not one */
};

static void draw(struct grid *grid, const char *last, int count)
{
    grid_clear(grid);
    grid_puts(grid, 0, 0, grid->cols, STYLE_TITLE, "热线 screen");
    grid_printf(grid, 1, 0, grid->cols, STYLE_ALARM, "#%d %s.", count, last);
    grid_puts(grid, 2, 0, grid->cols, STYLE_NORMAL, "\u0928\u093F|\u0B95\u0BC6|end");
    if (count % 2) grid_cursor(grid, 1, 3);
}

/* Ctrl-Q ends it, Ctrl-G rings. */
static int show_keys(void *arg)
{
    const struct child *child = arg;
    struct term_options options = {.theme = child->theme};
    struct term *term;
    struct termios before, after;
    char why[TERM_WHY], last[80] = "start";
    if (child->no_terminal) dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    if (child->closed_fd >= 0) signal(SIGHUP, SIG_IGN);
    tcgetattr(STDOUT_FILENO, &before);
    if (!screen_locale_init(NULL)) return 1;
    if (term_new(&term, &options, why) != ERR_OK) {
        printf("refused: %s\n", why);
        return term ? 1 : EXIT_REFUSED;
    }
    int rows, cols, count = 0;
    bool going = true;
    term_size(term, &rows, &cols);
    struct grid *grid = grid_new(rows, cols);
    while (going) {
        struct key key;
        draw(grid, last, count);
        if (term_flush(term, grid) != ERR_OK) return 1;
        struct pollfd wanted = {.fd = term_fd(term), .events = POLLIN};
        poll(&wanted, 1, -1);
        while (going && term_read(term, &key)) {
            describe(&key, last, sizeof last);
            count++;
            if (key.kind == KEYS_RESIZE) going = grid_resize(grid, key.rows, key.cols) == ERR_OK;
            if (key.kind == KEYS_CTRL && key.letter == 'g') term_ring(term);
            if (key.kind == KEYS_CTRL && key.letter == 'q') going = false;
            if (key.kind == KEYS_CLOSED) {
                going = false;
                bool again = term_read(term, &key); /* told once */
                if (write(child->closed_fd, again ? "a" : "c", 1) != 1) return 1;
            }
        }
    }
    grid_free(&grid);
    term_free(&term);
    tcgetattr(STDOUT_FILENO, &after);
    bool restored = before.c_lflag == after.c_lflag && before.c_iflag == after.c_iflag &&
                    before.c_oflag == after.c_oflag;
    printf("ended, modes %s\n", restored ? "restored" : "changed");
    return 0;
}

/* ---- the parent ---- */

static struct vt *start(struct child *child, const struct vt_options *options)
{
    struct vt *vt = vt_start_function(show_keys, child, options);
    assert_non_null(vt);
    return vt;
}

static struct child plain_child(void)
{
    return (struct child){.theme = THEME_DARK, .closed_fd = -1};
}

static void keys_arrive(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *shown;
    } keys[] = {
        {"a", "text a."},
        {"热", "text 热."},
        {"😀", "text 😀."},
        {VT_F1, "named F1."},
        {VT_F5, "named F5."},
        {VT_F12, "named F12."},
        {VT_UP, "named Up."},
        {VT_HOME, "named Home."},
        {VT_PAGE_DOWN, "named PgDn."},
        {VT_TAB, "named Tab."},
        {VT_BACKTAB, "named Shift-Tab."},
        {VT_ENTER, "named Enter."},
        {VT_BACKSPACE, "named Backspace."},
        {VT_DELETE, "named Del."},
        {"\033[1;5D", "named Ctrl-Left."},
        {VT_ESC, "named Esc."},
        {"\033x", "alt x."},
        {"\x10", "ctrl p."},
        {"\x03", "ctrl c."}, /* no signal */
        {"\x1A", "ctrl z."},
        {"\x13", "ctrl s."}, /* no flow control */
        {"\xFF", "text \uFFFD."},
    };
    struct child child = plain_child();
    struct vt *vt = start(&child, NULL);
    assert_true(vt_wait_for(vt, "#0 start.", WAIT_MS));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        char shown[80];
        snprintf(shown, sizeof shown, "#%zu %s", i + 1, keys[i].shown);
        assert_true(vt_send(vt, keys[i].bytes));
        assert_true(vt_wait_for(vt, shown, WAIT_MS));
    }
    assert_true(vt_shows(vt, "热线 screen"));
    vt_free(&vt);
    assert_null(vt);
}

static void pastes_arrive_whole(void **state)
{
    (void)state;
    struct child child = plain_child();
    struct vt *vt = start(&child, NULL);
    assert_true(vt_wait_for(vt, "#0 start.", WAIT_MS));
    assert_true(vt_paste(vt, "路灯不亮\033[A"));
    assert_true(vt_wait_for(vt, "#1 paste 15 路灯不亮", WAIT_MS));
    enum { LARGE = 300000 };
    char *large = malloc(LARGE + 1);
    memset(large, 'x', LARGE);
    large[LARGE] = 0;
    assert_true(vt_paste(vt, large));
    assert_true(vt_wait_for(vt, "#2 paste 300000 xxx", WAIT_MS));
    free(large);
    vt_free(&vt);
}

static bool cursor_is_hidden(struct vt *vt, void *arg)
{
    int row, col;
    (void)arg;
    return vt_shows(vt, "|end") && !vt_cursor(vt, &row, &col);
}

static void sizes_follow_the_terminal(void **state)
{
    (void)state;
    struct child child = plain_child();
    struct vt_options options = {.rows = 5, .cols = 30};
    struct vt *vt = start(&child, &options);
    assert_true(vt_wait_until(vt, cursor_is_hidden, NULL, WAIT_MS));
    vt_resize(vt, 40, 120);
    assert_true(vt_wait_for(vt, "#1 size 40x120.", WAIT_MS));
    assert_true(vt_wait_cursor(vt, 1, 3, WAIT_MS));
    vt_resize(vt, 3, 12);
    assert_true(vt_wait_for(vt, "#2 size 3x12", WAIT_MS)); /* its dot is cut */
    vt_resize(vt, LIMIT_ROWS + 20, LIMIT_COLUMNS + 20);
    assert_true(vt_wait_for(vt, "#3 size 300x500.", WAIT_MS));
    vt_free(&vt);
}

static void text_of_disputed_width_keeps_its_columns(void **state)
{
    (void)state;
    struct child child = plain_child();
    struct vt *vt = start(&child, NULL);
    char text[16];
    assert_true(vt_wait_for(vt, "|end", WAIT_MS));
    assert_int_equal(vt_cell(vt, 2, 0, text, sizeof text), 1);
    assert_string_equal(text, "\u0928"); /* without the vowel sign */
    int col = 0;
    while (vt_cell(vt, 2, col, text, sizeof text) && strcmp(text, "e") != 0) col++;
    struct grid *grid = grid_new(3, 80);
    draw(grid, "", 0);
    assert_string_equal(grid_at(grid, 2, col)->text, "e");
    grid_free(&grid);
    vt_free(&vt);
}

static void it_rings_and_gives_the_terminal_back(void **state)
{
    (void)state;
    struct child child = plain_child();
    struct vt *vt = start(&child, NULL);
    int code, row, col;
    assert_true(vt_wait_for(vt, "#0 start.", WAIT_MS));
    assert_true(vt_send(vt, VT_CTRL('g')));
    assert_true(vt_wait_for(vt, "#1 ctrl g.", WAIT_MS));
    assert_int_equal(vt_rings(vt), 1);
    assert_true(vt_send(vt, "a" VT_F2));
    assert_true(vt_wait_for(vt, "#3", WAIT_MS));
    assert_true(vt_send(vt, VT_CTRL('q')));
    assert_true(vt_wait_for(vt, "ended, modes restored", WAIT_MS));
    assert_false(vt_shows(vt, "热线 screen"));
    assert_true(vt_wait_exit(vt, WAIT_MS, &code));
    assert_int_equal(code, 0);
    assert_true(vt_cursor(vt, &row, &col));
    vt_free(&vt);
}

static void assert_refused(const char *term, const char *const *env, bool no_terminal,
                           const char *why)
{
    struct child child = plain_child();
    struct vt_options options = {.term = term, .env = env};
    int code;
    child.no_terminal = no_terminal;
    struct vt *vt = start(&child, &options);
    assert_true(vt_wait_for(vt, why, WAIT_MS));
    assert_true(vt_wait_exit(vt, WAIT_MS, &code));
    assert_int_equal(code, EXIT_REFUSED);
    vt_free(&vt);
}

static void terminals_that_cannot_are_refused(void **state)
{
    (void)state;
    assert_refused("dumb", NULL, false, "refused: the terminal type \"dumb\" cannot place");
    assert_refused("no-such-terminal", NULL, false, "\"no-such-terminal\" is not known");
    assert_refused(NULL, (const char *[]){"TERM", NULL}, false, "refused: TERM is not set");
    assert_refused(NULL, (const char *[]){"TERM=", NULL}, false, "refused: TERM is not set");
    assert_refused(NULL, NULL, true, "refused: standard input and output must be a terminal");
}

static void the_end_of_the_terminal_is_told(void **state)
{
    (void)state;
    int ends[2];
    char byte = 0;
    assert_int_equal(pipe(ends), 0);
    struct child child = {.closed_fd = ends[1]};
    struct vt *vt = start(&child, NULL);
    assert_true(vt_wait_for(vt, "#0 start.", WAIT_MS));
    vt_free(&vt); /* hangs up */
    struct pollfd told = {.fd = ends[0], .events = POLLIN};
    assert_int_equal(poll(&told, 1, WAIT_MS), 1);
    assert_int_equal(read(ends[0], &byte, 1), 1);
    assert_int_equal(byte, 'c');
    close(ends[0]);
    close(ends[1]);
}

static struct vt_look look_in(enum theme theme, const char *term)
{
    struct child child = {.theme = theme, .closed_fd = -1};
    struct vt_options options = {.term = term};
    struct vt *vt = start(&child, &options);
    assert_true(vt_wait_for(vt, "#0 start.", WAIT_MS));
    struct vt_look look = vt_cell_look(vt, 1, 0); /* ALARM */
    vt_free(&vt);
    return look;
}

static void themes_and_terminals_of_few_colours(void **state)
{
    (void)state;
    assert_int_equal(look_in(THEME_DARK, "xterm-256color").background, 1);
    assert_int_equal(look_in(THEME_DARK, "linux").background, 1);
    struct vt_look look = look_in(THEME_MONO, "xterm-256color");
    assert_int_equal(look.background, -1);
    assert_true(look.reverse);
    look = look_in(THEME_DARK, "vt220"); /* no colours */
    assert_int_equal(look.background, -1);
    assert_true(look.reverse && look.bold);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_arrive),
        cmocka_unit_test(pastes_arrive_whole),
        cmocka_unit_test(sizes_follow_the_terminal),
        cmocka_unit_test(text_of_disputed_width_keeps_its_columns),
        cmocka_unit_test(it_rings_and_gives_the_terminal_back),
        cmocka_unit_test(terminals_that_cannot_are_refused),
        cmocka_unit_test(the_end_of_the_terminal_is_told),
        cmocka_unit_test(themes_and_terminals_of_few_colours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
