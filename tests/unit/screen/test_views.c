/* Table, chart, notice, key bar and palette. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "client/screen/chart.h"
#include "client/screen/language.h"
#include "client/screen/notice.h"
#include "client/screen/palette.h"
#include "client/screen/table.h"
#include "tests/golden/golden.h"

/* ---- table ---- */

struct rows {
    uint64_t ids[200];
    size_t count;
};

static size_t rows_count(const void *model)
{
    return ((const struct rows *)model)->count;
}

static uint64_t rows_id(const void *model, size_t row)
{
    const struct rows *rows = model;
    assert_true(row < rows->count);
    return rows->ids[row];
}

static enum style rows_cell(const void *model, size_t row, int column, char *out, size_t cap)
{
    uint64_t id = rows_id(model, row);
    static const char *const names[] = {"路灯不亮，夜间行人过马路十分危险", "停水", "no bus"};
    if (column == 0) snprintf(out, cap, "%llu", (unsigned long long)id);
    if (column == 1) snprintf(out, cap, "%s", names[id % 3]);
    if (column == 2) snprintf(out, cap, "%s", id % 4 ? "" : "■ 超时");
    return column == 2 && id % 4 == 0 ? STYLE_ALARM : STYLE_NORMAL;
}

static const struct table_column columns[] = {
    {"编号", 6, true}, {"诉求", 0, false}, {"状态", 8, false}};

static struct table_source source_of(const struct rows *rows)
{
    return (struct table_source){rows, rows_count, rows_id, rows_cell};
}

static bool press(struct table *table, const struct table_source *source, enum key_name name)
{
    struct key key = key_named(name);
    return table_key(table, source, &key);
}

static void assert_drawn(struct table *table, const struct table_source *source, const char *golden)
{
    struct grid *grid = grid_new(6, 44);
    table_draw(table, source, grid, grid_rect(grid), true, "没有工单");
    char *dump = grid_dump(grid, true);
    assert_true(golden_check(golden, dump));
    free(dump);
    grid_free(&grid);
}

static void the_selection_follows_the_id(void **state)
{
    (void)state;
    struct rows rows = {.count = 100};
    struct table *table = table_new(columns, 3);
    struct table_source source = source_of(&rows);
    for (size_t i = 0; i < rows.count; i++) rows.ids[i] = 100 + i;
    assert_int_equal(table_selected(table, &source), 100);
    press(table, &source, K_DOWN);
    press(table, &source, K_DOWN);
    assert_int_equal(table_selected(table, &source), 102);
    memmove(rows.ids + 3, rows.ids, 90 * sizeof *rows.ids); /* three new ones on top */
    for (size_t i = 0; i < 3; i++) rows.ids[i] = 1 + i;
    assert_int_equal(table_selected(table, &source), 102);
    assert_drawn(table, &source, "screen/table");
    rows.ids[5] = 777; /* the selected one is gone: what took its place */
    assert_int_equal(table_selected(table, &source), 777);
    press(table, &source, K_END);
    size_t last = rows.count - 1;
    assert_int_equal(table_selected(table, &source), rows.ids[last]);
    assert_drawn(table, &source, "screen/table-end");
    rows.count = 2;
    assert_int_equal(table_selected(table, &source), 2);
    rows.count = 0;
    assert_int_equal(table_selected(table, &source), 0);
    assert_true(press(table, &source, K_UP));
    assert_drawn(table, &source, "screen/table-empty");
    table_free(&table);
}

static void pages_and_edges(void **state)
{
    (void)state;
    struct rows rows = {.count = 20};
    struct table *table = table_new(columns, 3);
    struct table_source source = source_of(&rows);
    struct grid *grid = grid_new(6, 44);
    for (size_t i = 0; i < rows.count; i++) rows.ids[i] = 1 + i;
    table_draw(table, &source, grid, grid_rect(grid), true, NULL);
    press(table, &source, K_PAGE_DOWN);
    assert_int_equal(table_selected(table, &source), 5);
    press(table, &source, K_PAGE_UP);
    press(table, &source, K_PAGE_UP);
    assert_int_equal(table_selected(table, &source), 1);
    press(table, &source, K_UP);
    assert_int_equal(table_selected(table, &source), 1);
    table_select(table, 20);
    press(table, &source, K_DOWN);
    press(table, &source, K_PAGE_DOWN);
    assert_int_equal(table_selected(table, &source), 20);
    press(table, &source, K_HOME);
    assert_int_equal(table_selected(table, &source), 1);
    table_select(table, 7);
    assert_int_equal(table_selected(table, &source), 7);
    table_select(table, 0); /* the first, whatever it is */
    assert_int_equal(table_selected(table, &source), 1);
    assert_false(press(table, &source, K_F2));
    assert_false(press(table, &source, K_ENTER));
    grid_free(&grid);
    table_free(&table);
}

/* ---- chart ---- */

static void charts(void **state)
{
    (void)state;
    int64_t values[60];
    for (int i = 0; i < 60; i++) values[i] = i * i % 37 - 1;
    struct chart chart = {
        .values = values, .count = 60, .left = "08:00", .right = "09:00", .style = STYLE_CHART};
    struct grid *grid = grid_new(22, 74);
    chart_draw(&chart, grid, (struct rect){0, 0, 7, 74});
    chart.count = 6;
    chart.max = 60;
    chart_draw(&chart, grid, (struct rect){8, 0, 5, 40});
    assert_int_equal(chart_spark(&chart, grid, 8, 50, 20), 6);
    chart.count = 60; /* more values than columns: the largest are kept */
    chart_draw(&chart, grid, (struct rect){14, 0, 3, 20});
    chart_gauge(grid, 14, 40, 10, STYLE_GOOD, 1, 3);
    chart_gauge(grid, 15, 40, 10, STYLE_GOOD, 7, 3);
    chart_gauge(grid, 16, 40, 10, STYLE_GOOD, 0, 0);
    grid->ascii = true;
    chart_draw(&chart, grid, (struct rect){18, 0, 4, 74});
    chart_gauge(grid, 17, 40, 10, STYLE_GOOD, 1, 3);
    char *dump = grid_dump(grid, false);
    assert_true(golden_check("screen/charts", dump));
    free(dump);
    grid_free(&grid);
}

static void charts_of_nothing(void **state)
{
    (void)state;
    int64_t zero[] = {0, 0};
    struct chart chart = {.values = zero, .style = STYLE_CHART};
    struct grid *grid = grid_new(3, 20);
    chart_draw(&chart, grid, grid_rect(grid));
    chart.count = 2;
    chart_draw(&chart, grid, (struct rect){0, 0, 1, 1});
    chart_draw(&chart, grid, (struct rect){0, 0, 0, 0});
    chart_draw(&chart, grid, (struct rect){9, 9, 9, 9});
    assert_int_equal(chart_spark(&chart, grid, 0, 0, 0), 0);
    zero[1] = INT64_MAX;
    chart_draw(&chart, grid, grid_rect(grid));
    assert_string_equal(grid_at(grid, 0, 10)->text, "█");
    grid_free(&grid);
}

/* ---- notice ---- */

static void notices(void **state)
{
    (void)state;
    struct notice notice = {0};
    struct grid *grid = grid_new(6, 40);
    notice_draw(&notice, grid, 0, 0, 40);
    notice_set(&notice, NOTICE_GOOD, "工单 %d 已保存", 7);
    notice_draw(&notice, grid, 1, 0, 40);
    notice_set(&notice, NOTICE_WARN, "还缺 2 项");
    notice_draw(&notice, grid, 2, 0, 40);
    notice_set(&notice, NOTICE_ALARM, "调度台失去联系，输入的内容已保存在本机，恢复后自动发送");
    notice_draw(&notice, grid, 3, 0, 40);
    notice_clear(&notice);
    notice_draw(&notice, grid, 4, 0, 40);
    char *dump = grid_dump(grid, true);
    assert_true(golden_check("screen/notices", dump));
    free(dump);
    char many[3 * NOTICE_BYTES + 2] = "x";
    for (int i = 0; i < NOTICE_BYTES; i++) strcat(many, "中");
    notice_set(&notice, NOTICE_INFO, "%s", many);
    assert_int_equal(strlen(notice.text) % 3, 1); /* cut between two characters */
    grid_free(&grid);
}

static enum confirm_answer answer(struct confirm *confirm, enum key_name name)
{
    struct key key = key_named(name);
    return confirm_key(confirm, &key);
}

static void the_safe_answer_has_the_focus(void **state)
{
    (void)state;
    struct confirm confirm = {0};
    struct grid *grid = grid_new(12, 60);
    confirm_draw(&confirm, grid);
    confirm_open(&confirm, 5, "来电人还在线上，现在挂断吗？通常应由来电人先挂断。", "挂断", "返回");
    confirm_draw(&confirm, grid);
    char *dump = grid_dump(grid, true);
    assert_true(golden_check("screen/confirm", dump));
    free(dump);
    struct key letter = key_text("y");
    assert_int_equal(confirm_key(&confirm, &letter), CONFIRM_STAYS);
    assert_int_equal(answer(&confirm, K_ENTER), CONFIRM_NO);
    assert_false(confirm.open);
    confirm_open(&confirm, 5, "?", "yes", "no");
    assert_int_equal(answer(&confirm, K_RIGHT), CONFIRM_STAYS);
    assert_int_equal(answer(&confirm, K_ENTER), CONFIRM_YES);
    assert_int_equal(confirm.intent, 5);
    confirm_open(&confirm, 5, "?", "yes", "no");
    answer(&confirm, K_TAB);
    assert_int_equal(answer(&confirm, K_ESC), CONFIRM_NO);
    grid_free(&grid);
}

/* ---- keys ---- */

enum intent { READY, ANSWER, HOLD, CLOSE, HELP };

#define TEST_KEYS(B)                                                                               \
    B(K_ON(F2), READY, N_("Ready"), N_("Take the next call"), true)                                \
    B(K_ON(F3), ANSWER, N_("Answer"), N_("Answer the call that rings"), true)                      \
    B(K_CTRL('o'), HOLD, N_("Hold"), N_("Let the caller wait on the line"), true)                  \
    B(K_NOWHERE, CLOSE, N_("结束来电"), N_("Close the call"), false)
#define SHARED_KEYS(B) B(K_CHAR('?'), HELP, N_("Help"), N_("Every key and what it does"), true)
#define B(key, intent, label, help, bar) {key, intent, label, help, bar},
static const struct keybind binds[] = {TEST_KEYS(B)};
static const struct keybind shared_binds[] = {SHARED_KEYS(B)};
#undef B
static const struct keymap shared = {shared_binds, 1, NULL};
static const struct keymap map = {binds, 4, &shared};

static bool not_answer(const void *model, int intent)
{
    return intent != *(const int *)model;
}

static void keys_become_intents(void **state)
{
    (void)state;
    static const int forbidden = ANSWER;
    struct keyfilter filter = {not_answer, &forbidden};
    struct key f3 = key_named(K_F3), hold = key_ctrl('o'), help = key_text("?");
    struct key alt = key_alt('o'), none = {.kind = KEYS_NONE}, han = key_text("工");
    assert_int_equal(keymap_intent(&map, NULL, &f3), ANSWER);
    assert_int_equal(keymap_intent(&map, &filter, &f3), KEYS_NO_INTENT);
    assert_int_equal(keymap_intent(&map, &filter, &hold), HOLD);
    assert_int_equal(keymap_intent(&map, &filter, &help), HELP);
    assert_int_equal(keymap_intent(&map, NULL, &alt), KEYS_NO_INTENT);
    assert_int_equal(keymap_intent(&map, NULL, &none), KEYS_NO_INTENT);
    assert_int_equal(keymap_intent(&map, NULL, &han), KEYS_NO_INTENT);
    struct grid *grid = grid_new(3, 40);
    keymap_draw_bar(&map, NULL, grid, 0);
    keymap_draw_bar(&map, &filter, grid, 1);
    assert_int_equal(grid_resize(grid, 3, 24), ERR_OK);
    keymap_draw_bar(&map, NULL, grid, 0);
    char *dump = grid_dump(grid, true);
    assert_true(golden_check("screen/bar", dump));
    free(dump);
    grid_free(&grid);
}

static enum palette_answer palette_press(struct palette *palette, enum key_name name)
{
    struct key key = key_named(name);
    return palette_key(palette, &key);
}

static enum palette_answer palette_type(struct palette *palette, const char *text)
{
    struct key key = key_text(text);
    return palette_key(palette, &key);
}

static void the_palette_runs_what_is_found(void **state)
{
    (void)state;
    static const int forbidden = ANSWER;
    struct keyfilter filter = {not_answer, &forbidden};
    struct palette *palette = palette_new();
    palette_open(palette, PALETTE_RUN, &map, NULL);
    palette_type(palette, "call");
    palette_press(palette, K_DOWN);
    assert_int_equal(palette_press(palette, K_ENTER), PALETTE_CHOSEN);
    assert_int_equal(palette_intent(palette), ANSWER);
    assert_false(palette_is_open(palette));
    palette_open(palette, PALETTE_RUN, &map, &filter);
    palette_type(palette, "rings");
    assert_int_equal(palette_press(palette, K_ENTER), PALETTE_STAYS); /* not allowed: not found */
    assert_int_equal(palette_press(palette, K_ESC), PALETTE_CLOSED);
    palette_open(palette, PALETTE_RUN, &map, &filter);
    palette_type(palette, "jsl"); /* 结束来电 */
    palette_press(palette, K_ENTER);
    assert_int_equal(palette_intent(palette), CLOSE);
    palette_free(&palette);
}

static void help_shows_every_key(void **state)
{
    (void)state;
    static const int forbidden = ANSWER;
    struct keyfilter filter = {not_answer, &forbidden};
    struct palette *palette = palette_new();
    struct grid *grid = grid_new(16, 70);
    palette_draw(palette, grid);
    palette_open(palette, PALETTE_HELP, &map, &filter);
    palette_draw(palette, grid);
    char *dump = grid_dump(grid, true);
    assert_true(golden_check("screen/help", dump));
    free(dump);
    palette_type(palette, "line");
    grid_clear(grid);
    palette_draw(palette, grid);
    dump = grid_dump(grid, false);
    assert_true(golden_check("screen/help-found", dump));
    free(dump);
    assert_int_equal(palette_press(palette, K_ENTER), PALETTE_CLOSED);
    assert_int_equal(palette_intent(palette), KEYS_NO_INTENT);
    grid_free(&grid);
    palette_free(&palette);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_selection_follows_the_id),
        cmocka_unit_test(pages_and_edges),
        cmocka_unit_test(charts),
        cmocka_unit_test(charts_of_nothing),
        cmocka_unit_test(notices),
        cmocka_unit_test(the_safe_answer_has_the_focus),
        cmocka_unit_test(keys_become_intents),
        cmocka_unit_test(the_palette_runs_what_is_found),
        cmocka_unit_test(help_shows_every_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
