/* What the terminal shows is what the grid holds, over many random frames: ASCII, Chinese, marks,
 * emoji, flags, bytes that are no text, and changes of size. The child draws frames through
 * term_curses in a terminal of its own and rings after each; the parent makes the same frames from
 * the same seed and compares every cell. The control draws only the changed cells, as one would
 * with curses, and must be caught. FRAMES and SEED in the environment change the run. */
#include <curses.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <time.h>
#include <wchar.h>

#include <cmocka.h>

#include "client/screen/language.h"
#include "client/screen/term_curses.h"
#include "tests/golden/vt.h"

enum { FRAMES = 20000, CONTROL_FRAMES = 2000, WAIT_MS = 30000, ROWS = 14, COLUMNS = 44 };

struct run {
    const char *term;
    uint64_t seed;
    bool cuts_corner; /* see is_before_corner() in term_curses.c */
    bool broken;      /* the control */
    bool plain;       /* ASCII only */
};

static uint32_t roll(uint64_t *state, uint32_t below)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((*state >> 33) % below);
}

/* Left out: Indic vowel signs, where the C library disagrees about the width (test_term.c tries
 * them); and what libvterm 0.1 does not know: U+3099 is wide to it, and it loses a mark on a plain
 * letter in the last column. */
static const char *const pieces[] = {
    "a",        "Z",  "7",       "#",      "~",    " ",        "   ",    "word ",  "中", "国",
    "热线",     "，", "。",      "《",     "Ａ",   "㐀",       "𠀀",     "한",     "あ", "é",
    "中\u0301", "ก็",  "ש",       "Ж",      "α",    "─",        "█",      "▸",      "😀",  "👍🏽",
    "👩\u200d👧", "🇨🇳", "☎\ufe0f", "¥",      "\x80", "\xE4\xB8", "\u202E", "\u200B", "\t", "中文工单",
    "a中b国c",  "…",  "①",       "\u00AD", "が",   "ｶﾞ",       "שּׁ",
};

enum { PIECES = sizeof pieces / sizeof *pieces, PLAIN = 8 }; /* the first ones are ASCII */

/* Both sides take the same steps, so they draw the same frames. */
static void next_frame(const struct run *run, uint64_t *state, struct grid *grid)
{
    int changes = 1 + (int)roll(state, 6);
    grid->ascii = run->plain;
    for (int i = 0; i < changes; i++) {
        int row = (int)roll(state, (uint32_t)grid->rows);
        int col = (int)roll(state, (uint32_t)grid->cols);
        int cols = 1 + (int)roll(state, (uint32_t)grid->cols);
        enum style style = (enum style)roll(state, STYLE_COUNT);
        uint32_t what = roll(state, 100);
        if (what < 2) grid_clear(grid);
        if (what >= 2 && what < 10)
            grid_fill(grid, (struct rect){row, col, 1 + (int)roll(state, 5), cols}, style);
        if (what >= 10 && what < 14)
            grid_box(grid, (struct rect){row, col, 4, cols}, style, run->plain ? "box" : "标题");
        if (what < 14) continue;
        for (uint32_t n = 1 + roll(state, 12); n > 0 && cols > 0; n--) {
            const char *piece = pieces[roll(state, run->plain ? PLAIN : PIECES)];
            int used = grid_puts(grid, row, col, cols, style, piece);
            col += used;
            cols -= used;
        }
    }
    grid_cursor(grid, (int)roll(state, (uint32_t)grid->rows + 1) - 1,
                (int)roll(state, (uint32_t)grid->cols));
}

/* ---- the child ---- */

/* What one would do without a grid of whole rows: only the cells that changed are drawn. */
static void flush_changed_cells(const struct grid *grid, struct grid *shown)
{
    for (int row = 0; row < grid->rows; row++) {
        for (int col = 0; col < grid->cols; col++) {
            struct cell *old = grid_at(shown, row, col), *cell = grid_at(grid, row, col);
            if (memcmp(old, cell, sizeof *cell) == 0) continue;
            char text[LIMIT_CELL + 1] = "";
            memcpy(text, cell->text, cell->n);
            if (cell->n) mvaddstr(row, col, text);
            *old = *cell;
        }
    }
    if (grid->cursor_row >= 0) move(grid->cursor_row, grid->cursor_col);
    curs_set(grid->cursor_row >= 0);
    refresh();
}

static bool show(struct term *term, const struct run *run, const struct grid *grid,
                 struct grid *shown)
{
    if (run->broken) {
        flush_changed_cells(grid, shown);
    } else if (term_flush(term, grid) != ERR_OK) {
        return false;
    }
    term_ring(term);
    return true;
}

static int draw_frames(void *arg)
{
    const struct run *run = arg;
    struct term_options options = {.theme = THEME_DARK};
    struct term *term;
    struct key key;
    char why[TERM_WHY];
    uint64_t state = run->seed;
    if (!screen_locale_init(NULL) || term_new(&term, &options, why) != ERR_OK) return 1;
    int rows, cols;
    term_size(term, &rows, &cols);
    struct grid *grid = grid_new(rows, cols), *shown = grid_new(rows, cols);
    bool going = grid && shown && show(term, run, grid, shown);
    while (going) {
        struct pollfd wanted = {.fd = term_fd(term), .events = POLLIN};
        poll(&wanted, 1, -1);
        while (going && term_read(term, &key)) {
            if (key.kind == KEYS_RESIZE) {
                going =
                    grid_resize(grid, key.rows, key.cols) == ERR_OK && show(term, run, grid, shown);
            } else if (key.kind == KEYS_TEXT) {
                next_frame(run, &state, grid);
                going = show(term, run, grid, shown);
            } else {
                going = false;
            }
        }
    }
    grid_free(&grid);
    grid_free(&shown);
    term_free(&term);
    return 0;
}

/* ---- the parent ---- */

static bool rang(struct vt *vt, void *count)
{
    return vt_rings(vt) >= *(int *)count;
}

static int colour_of(int colour)
{
    return colour == COLOUR_GREY ? 8 : colour;
}

static bool same_look(const struct vt *vt, const struct cell *cell, int row, int col)
{
    struct look look = theme_look(THEME_DARK, cell->style);
    struct vt_look shown = vt_cell_look(vt, row, col);
    return shown.background == colour_of(look.background) &&
           (cell->text[0] == ' ' || shown.foreground == colour_of(look.foreground)) &&
           shown.underlined == !!(look.attributes & LOOK_UNDER) &&
           (cell->text[0] == ' ' || shown.bold == !!(look.attributes & LOOK_BOLD)) &&
           shown.reverse == !!(look.attributes & LOOK_REVERSE);
}

static int count_differences(const struct vt *vt, const struct grid *grid, bool looks, bool print)
{
    int differing = 0, row, col;
    for (row = 0; row < grid->rows; row++) {
        for (col = 0; col < grid->cols; col++) {
            const struct cell *cell = grid_at(grid, row, col);
            char wanted[LIMIT_CELL + 1] = "", shown[64];
            memcpy(wanted, cell->text, cell->n);
            int width = vt_cell(vt, row, col, shown, sizeof shown);
            bool blank = !strcmp(wanted, " ") && !*shown;
            bool same = width == cell->width && (blank || !strcmp(wanted, shown)) &&
                        (!looks || cell->width == 0 || same_look(vt, cell, row, col));
            if (!same && print && differing < 5)
                print_error("%d,%d: grid \"%s\" %d %s, terminal \"%s\" %d\n", row, col, wanted,
                            cell->width, style_name(cell->style), shown, width);
            differing += !same;
        }
    }
    bool visible = vt_cursor(vt, &row, &col);
    differing += visible != (grid->cursor_row >= 0);
    if (visible) differing += row != grid->cursor_row || col != grid->cursor_col;
    return differing;
}

/* The grid as this terminal has to show it. */
static struct grid *expected(const struct run *run, const struct grid *grid)
{
    struct grid *copy = grid_new(grid->rows, grid->cols);
    int row = grid->rows - 1, col = grid->cols - 3;
    assert_non_null(copy);
    memcpy(copy->cells, grid->cells, (size_t)grid->rows * (size_t)grid->cols * sizeof *grid->cells);
    copy->cursor_row = grid->cursor_row;
    copy->cursor_col = grid->cursor_col;
    const struct cell *cell = grid_at(copy, row, col);
    if (run->cuts_corner && cell->width == 2) grid_puts(copy, row, col, 2, cell->style, "~ ");
    return copy;
}

/* Answers the differing cells of all frames. */
static long run_frames(const struct run *run, int frames, bool print)
{
    struct vt_options options = {.rows = ROWS, .cols = COLUMNS, .term = run->term};
    struct vt *vt = vt_start_function(draw_frames, (void *)run, &options);
    struct grid *grid = grid_new(ROWS, COLUMNS);
    uint64_t state = run->seed, sizes = run->seed + 1;
    long differing = 0;
    assert_non_null(vt);
    int rings = 1;
    assert_true(vt_wait_until(vt, rang, &rings, WAIT_MS));
    for (int i = 0; i < frames; i++) {
        bool resize = !run->broken && roll(&sizes, 100) == 0;
        if (resize) {
            int rows = 4 + (int)roll(&sizes, 20), cols = 10 + (int)roll(&sizes, 70);
            if (rows == grid->rows && cols == grid->cols) rows++;
            assert_int_equal(grid_resize(grid, rows, cols), ERR_OK);
            vt_resize(vt, rows, cols);
        } else {
            next_frame(run, &state, grid);
            assert_true(vt_send(vt, "n"));
        }
        rings++;
        if (!vt_wait_until(vt, rang, &rings, WAIT_MS)) fail_msg("frame %d is not drawn", i);
        struct grid *wanted = expected(run, grid);
        int wrong = count_differences(vt, wanted, !run->broken, print);
        grid_free(&wanted);
        if (wrong && print) print_error("frame %d: %d cells differ\n", i, wrong);
        differing += wrong;
        if (print && differing > 50) break;
    }
    vt_free(&vt);
    grid_free(&grid);
    return differing;
}

static long number_from(const char *name, long otherwise)
{
    const char *text = getenv(name);
    return text ? atol(text) : otherwise;
}

static void check_frames(const char *term, bool cuts_corner)
{
    struct run run = {.term = term,
                      .cuts_corner = cuts_corner,
                      .seed = (uint64_t)number_from("SEED", (long)time(NULL))};
    int frames = (int)number_from("FRAMES", FRAMES);
    print_message("%s: SEED=%llu FRAMES=%d\n", term, (unsigned long long)run.seed, frames);
    long differing = run_frames(&run, frames, true);
    print_message("%s: %d frames, %ld differing cells\n", term, frames, differing);
    assert_int_equal(differing, 0);
}

static void tmux_shows_the_grid(void **state)
{
    (void)state;
    check_frames("tmux-256color", true);
}

static void xterm_shows_the_grid(void **state)
{
    (void)state;
    check_frames("xterm-256color", false);
}

static void drawing_over_half_a_character_is_caught(void **state)
{
    (void)state;
    struct run run = {.term = "xterm-256color", .seed = 7, .broken = true};
    long differing = run_frames(&run, CONTROL_FRAMES, false);
    print_message("control: %d frames, %ld differing cells\n", CONTROL_FRAMES, differing);
    assert_true(differing > 0);
    run.plain = true; /* the wide characters are the reason, nothing else */
    assert_int_equal(run_frames(&run, CONTROL_FRAMES, true), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tmux_shows_the_grid),
        cmocka_unit_test(xterm_shows_the_grid),
        cmocka_unit_test(drawing_over_half_a_character_is_caught),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
