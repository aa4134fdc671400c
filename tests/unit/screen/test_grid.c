#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "client/screen/grid.h"
#include "client/screen/wrap.h"
#include "tests/golden/golden.h"

static void assert_row(const struct grid *grid, int row, const char *wanted)
{
    char *dump = grid_dump(grid, false), *at = dump;
    assert_non_null(dump);
    while (row-- > 0) at = strchr(at, '\n') + 1;
    *strchr(at, '\n') = 0;
    assert_string_equal(at, wanted);
    free(dump);
}

static int put(struct grid *grid, int row, int col, int cols, const char *text)
{
    return grid_puts(grid, row, col, cols, STYLE_NORMAL, text);
}

static void sizes_are_held_within_limits(void **state)
{
    (void)state;
    struct grid *grid = grid_new(0, -3);
    assert_int_equal(grid->rows, 1);
    assert_int_equal(grid->cols, 1);
    assert_int_equal(grid_resize(grid, LIMIT_ROWS + 1, LIMIT_COLUMNS + 1), ERR_OK);
    assert_int_equal(grid->rows, LIMIT_ROWS);
    assert_int_equal(grid->cols, LIMIT_COLUMNS);
    grid_free(&grid);
    assert_null(grid);
    grid_free(&grid);
}

static void text_takes_its_columns(void **state)
{
    (void)state;
    struct grid *grid = grid_new(3, 10);
    assert_int_equal(put(grid, 0, 0, 10, "ab中文"), 6);
    assert_row(grid, 0, "ab中文");
    assert_int_equal(grid_at(grid, 0, 2)->width, 2);
    assert_int_equal(grid_at(grid, 0, 3)->width, 0);
    assert_int_equal(put(grid, 1, 0, 3, "中文"), 2); /* the second one does not fit whole */
    assert_row(grid, 1, "中");
    assert_int_equal(put(grid, 2, 9, 10, "中"), 0);
    assert_int_equal(put(grid, 2, 8, 10, "中"), 2);
    assert_row(grid, 2, "        中");
    grid_free(&grid);
}

static void drawing_outside_is_clipped(void **state)
{
    (void)state;
    struct grid *grid = grid_new(2, 4), *same = grid_new(2, 4);
    assert_int_equal(put(grid, -1, 0, 4, "x"), 0);
    assert_int_equal(put(grid, 2, 0, 4, "x"), 0);
    assert_int_equal(put(grid, 0, 4, 4, "x"), 0);
    assert_int_equal(put(grid, 0, -1, 4, "x"), 0);
    assert_int_equal(put(grid, 0, 0, 0, "x"), 0);
    grid_fill(grid, (struct rect){5, 5, 9, 9}, STYLE_ALARM);
    grid_box(grid, (struct rect){0, 0, 1, 1}, STYLE_ALARM, "x");
    grid_hline(grid, 7, 0, 3, STYLE_ALARM);
    assert_true(grid_equal(grid, same));
    assert_int_equal(put(grid, 0, 2, 99, "abcdef"), 2);
    assert_row(grid, 0, "  ab");
    grid_free(&grid);
    grid_free(&same);
}

static void half_a_wide_character_never_stays(void **state)
{
    (void)state;
    struct grid *grid = grid_new(1, 8);
    put(grid, 0, 0, 8, "中文字");
    put(grid, 0, 1, 1, "x");
    assert_row(grid, 0, " x文字");
    put(grid, 0, 2, 1, "y");
    assert_row(grid, 0, " xy 字");
    put(grid, 0, 3, 2, "中");
    assert_row(grid, 0, " xy中");
    put(grid, 0, 4, 2, "文");
    assert_row(grid, 0, " xy 文");
    grid_fill(grid, (struct rect){0, 5, 1, 1}, STYLE_BAR);
    assert_row(grid, 0, " xy");
    grid_free(&grid);
}

static void marks_stay_with_their_character(void **state)
{
    (void)state;
    struct grid *grid = grid_new(1, 10);
    assert_int_equal(put(grid, 0, 0, 10, "e\u0301x"), 2);
    assert_int_equal(grid_at(grid, 0, 0)->n, 3);
    assert_string_equal(grid_at(grid, 0, 1)->text, "x");
    char many[64] = "a";
    for (int i = 0; i < 12; i++) strcat(many, "\u0301");
    put(grid, 0, 0, 10, many);
    assert_int_equal(grid_at(grid, 0, 0)->n, 1 + 4 * 2); /* four marks, what terminals take */
    assert_int_equal(put(grid, 0, 5, 10, "\u0301"), 0);  /* a mark on nothing */
    grid_free(&grid);
}

static void emoji_are_one_character_and_its_columns(void **state)
{
    (void)state;
    struct grid *grid = grid_new(1, 12);
    assert_int_equal(put(grid, 0, 0, 12, "👩\u200d👧|"), 3);
    assert_row(grid, 0, "👩|");
    grid_clear(grid);
    assert_int_equal(put(grid, 0, 0, 12, "👍🏽|"), 3);
    assert_row(grid, 0, "👍|");
    grid_clear(grid);
    assert_int_equal(put(grid, 0, 0, 12, "🇨🇳|"), 3);
    assert_row(grid, 0, "🇨🇳|");
    grid_clear(grid);
    assert_int_equal(put(grid, 0, 0, 12, "☎\ufe0f|"), 2);
    assert_row(grid, 0, "☎|");
    grid_free(&grid);
}

static void what_is_no_text_is_not_drawn(void **state)
{
    (void)state;
    struct grid *grid = grid_new(1, 12);
    put(grid, 0, 0, 12,
        "a\033b\x7F"
        "c\u202Ed\u200Be\nf\tg");
    assert_row(grid, 0, "abcde f g");
    grid_clear(grid);
    assert_int_equal(put(grid, 0, 0, 12, "a\x80z\xE4\xB8"), 5);
    assert_row(grid, 0, "a\uFFFDz\uFFFD\uFFFD");
    grid->ascii = true;
    put(grid, 0, 0, 12, "\xFF");
    assert_string_equal(grid_at(grid, 0, 0)->text, "?");
    grid_free(&grid);
}

static void cells_are_cut_and_aligned(void **state)
{
    (void)state;
    struct grid *grid = grid_new(4, 10);
    assert_int_equal(grid_put_cell(grid, 0, 0, 6, STYLE_BAR, slice_of("ab"), true), 6);
    assert_row(grid, 0, "    ab");
    assert_int_equal(grid_at(grid, 0, 0)->style, STYLE_BAR);
    grid_put_cell(grid, 1, 0, 6, STYLE_BAR, slice_of("市政设施"), false);
    assert_row(grid, 1, "市政…");
    grid_put_cell(grid, 2, 0, 6, STYLE_BAR, slice_of("市政设"), false);
    assert_row(grid, 2, "市政设");
    assert_int_equal(grid_put_cell(grid, 3, 8, 6, STYLE_BAR, slice_of("abc"), false), 2);
    assert_row(grid, 3, "        a…");
    grid_free(&grid);
}

static void boxes_and_popups(void **state)
{
    (void)state;
    struct grid *grid = grid_new(9, 30);
    struct rect in = grid_box(grid, grid_rect(grid), STYLE_FRAME, "工单");
    assert_int_equal(in.rows, 7);
    assert_int_equal(in.cols, 28);
    in = grid_popup(grid, 2, 12, "Ask");
    assert_int_equal(in.rows, 2);
    assert_int_equal(in.cols, 12);
    grid_puts(grid, in.row, in.col, in.cols, STYLE_POPUP, "你好");
    grid_cursor(grid, in.row, in.col + 4);
    char *dump = grid_dump(grid, true);
    assert_true(golden_check("screen/boxes", dump));
    free(dump);
    grid_clear(grid);
    grid->ascii = true;
    grid_box(grid, grid_rect(grid), STYLE_FRAME, "Ticket");
    dump = grid_dump(grid, false);
    assert_true(golden_check("screen/boxes-ascii", dump));
    free(dump);
    grid_free(&grid);
}

static void cursor_outside_is_hidden(void **state)
{
    (void)state;
    struct grid *grid = grid_new(2, 2);
    grid_cursor(grid, 1, 1);
    assert_int_equal(grid->cursor_row, 1);
    grid_cursor(grid, 1, 2);
    assert_int_equal(grid->cursor_row, -1);
    grid_free(&grid);
}

static void assert_wraps(const char *text, int cols, const char *const *rows)
{
    struct slice all = slice_of(text);
    size_t at = 0, end;
    int n = 0;
    do {
        size_t next = wrap_row(all, at, cols, &end);
        struct slice row = {all.p + at, end - at};
        assert_non_null(rows[n]);
        assert_int_equal(row.n, strlen(rows[n]));
        assert_memory_equal(row.p, rows[n], row.n);
        at = next;
        n++;
    } while (at < all.n);
    assert_null(rows[n]);
}

static void text_wraps(void **state)
{
    (void)state;
    assert_wraps("", 10, (const char *[]){"", NULL});
    assert_wraps("the quick fox", 9, (const char *[]){"the quick", "fox", NULL});
    assert_wraps("the quick fox", 8, (const char *[]){"the", "quick", "fox", NULL});
    assert_wraps("abcdefghij", 4, (const char *[]){"abcd", "efgh", "ij", NULL});
    assert_wraps("热线工单", 6, (const char *[]){"热线工", "单", NULL});
    assert_wraps("热线工单", 5, (const char *[]){"热线", "工单", NULL});
    assert_wraps("热线工单。好", 8, (const char *[]){"热线工", "单。好", NULL});
    assert_wraps("热线工《单》", 8, (const char *[]){"热线工", "《单》", NULL});
    assert_wraps("热线abc", 6, (const char *[]){"热线", "abc", NULL});
    assert_wraps("a\n\nb", 6, (const char *[]){"a", "", "b", NULL});
    assert_wraps("one    two", 4, (const char *[]){"one", "two", NULL});
    assert_int_equal(wrap_rows(slice_of("a\n"), 6), 2);
    assert_int_equal(wrap_rows(slice_of(""), 6), 1);
}

static void wrapped_text_fills_its_rows(void **state)
{
    (void)state;
    struct grid *grid = grid_new(3, 8);
    struct rect rect = {0, 1, 2, 6};
    assert_int_equal(grid_put_wrapped(grid, rect, STYLE_SCRIPT, slice_of("您好，这里是热线")), 2);
    assert_row(grid, 0, " 您好，");
    assert_row(grid, 1, " 这里是");
    assert_row(grid, 2, "");
    grid_free(&grid);
}

static void themes(void **state)
{
    (void)state;
    enum theme theme;
    assert_true(theme_parse("colour-blind", &theme));
    assert_int_equal(theme, THEME_BLIND);
    assert_false(theme_parse("pink", &theme));
    unsetenv("NO_COLOR");
    assert_int_equal(theme_choose(NULL), THEME_DARK);
    assert_int_equal(theme_choose("light"), THEME_LIGHT);
    assert_int_equal(theme_choose("pink"), THEME_DARK);
    setenv("NO_COLOR", "1", 1);
    assert_int_equal(theme_choose("light"), THEME_MONO);
    setenv("NO_COLOR", "", 1);
    assert_int_equal(theme_choose("light"), THEME_LIGHT);
    unsetenv("NO_COLOR");
    for (enum style style = 0; style < STYLE_COUNT; style++) {
        struct look look = theme_look(THEME_MONO, style);
        assert_int_equal(look.foreground, COLOUR_DEFAULT);
        assert_int_equal(look.background, COLOUR_DEFAULT);
    }
    assert_int_equal(theme_look(THEME_DARK, STYLE_ALARM).background, COLOUR_RED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sizes_are_held_within_limits),
        cmocka_unit_test(text_takes_its_columns),
        cmocka_unit_test(drawing_outside_is_clipped),
        cmocka_unit_test(half_a_wide_character_never_stays),
        cmocka_unit_test(marks_stay_with_their_character),
        cmocka_unit_test(emoji_are_one_character_and_its_columns),
        cmocka_unit_test(what_is_no_text_is_not_drawn),
        cmocka_unit_test(cells_are_cut_and_aligned),
        cmocka_unit_test(boxes_and_popups),
        cmocka_unit_test(cursor_outside_is_hidden),
        cmocka_unit_test(text_wraps),
        cmocka_unit_test(wrapped_text_fills_its_rows),
        cmocka_unit_test(themes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
