#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "client/screen/form.h"
#include "tests/golden/golden.h"

enum field { NAME, PHONE, SUBJECT, MATTER, UNIT };

static const struct form_field fields[] = {
    {NAME, FIELD_LINE, "姓名", LIMIT_NAME, true, 1},
    {PHONE, FIELD_LINE, "电话", 12, true, 1},
    {SUBJECT, FIELD_PICK, "诉求分类", 0, true, 1},
    {MATTER, FIELD_TEXT, "诉求内容", LIMIT_MATTER, true, 4},
    {UNIT, FIELD_PICK, "承办单位", 0, false, 1},
};
enum { FIELDS = sizeof fields / sizeof *fields };

static const struct pick_item subjects[] = {
    {11, "0101", "市政设施 路灯", NULL, NULL},    {12, "0102", "市政设施 井盖", NULL, NULL},
    {13, "0201", "供水 水质", NULL, NULL},        {14, "0202", "供水 停水", NULL, NULL},
    {15, "0301", "Public transport", NULL, NULL}, {16, "0302", "出租车 投诉", "czctscustom", NULL},
};
enum { SUBJECTS = sizeof subjects / sizeof *subjects };

static struct form *fresh(void)
{
    struct form *form = form_new(fields, FIELDS);
    assert_non_null(form);
    form_items(form, SUBJECT, subjects, SUBJECTS);
    return form;
}

static enum form_answer type(struct form *form, const char *text)
{
    struct key key = key_text(text);
    return form_key(form, &key);
}

static enum form_answer press(struct form *form, enum key_name name)
{
    struct key key = key_named(name);
    return form_key(form, &key);
}

static void assert_drawn(struct form *form, int rows, int cols, const char *golden)
{
    struct grid *grid = grid_new(rows, cols);
    form_draw(form, grid, grid_rect(grid), true);
    char *dump = grid_dump(grid, true);
    assert_true(golden_check(golden, dump));
    free(dump);
    grid_free(&grid);
}

static bool matches(size_t item, const char *query)
{
    return pick_item_matches(&subjects[item], slice_of(query));
}

static void items_match_by_code_words_and_initials(void **state)
{
    (void)state;
    assert_true(matches(0, ""));
    assert_true(matches(0, "01"));
    assert_true(matches(0, "0101"));
    assert_false(matches(0, "1"));
    assert_false(matches(0, "01011"));
    assert_true(matches(0, "路灯"));
    assert_true(matches(0, "设施 路"));
    assert_false(matches(0, "设施 水"));
    assert_true(matches(0, "szss"));
    assert_true(matches(0, "SZ 路灯"));
    assert_false(matches(0, "ss"));
    assert_true(matches(4, "TRANS"));
    assert_true(matches(5, "czctsc"));
    assert_false(matches(5, "czctsx"));
    static const struct pick_item article = {1, "A-0103", "停水", NULL, NULL};
    assert_true(pick_item_matches(&article, slice_of("a-01")));
    assert_true(pick_item_matches(&article, slice_of("0103")));
    assert_false(pick_item_matches(&article, slice_of("103")));
}

static void items_match_by_their_other_words(void **state)
{
    (void)state;
    static const struct pick_item subject = {1, "0103", "供水", NULL, "停水 水管爆裂"};
    assert_true(pick_item_matches(&subject, slice_of("停水")));
    assert_true(pick_item_matches(&subject, slice_of("爆裂")));
    assert_true(pick_item_matches(&subject, slice_of("ts")));
    assert_true(pick_item_matches(&subject, slice_of("sgb")));
    assert_true(pick_item_matches(&subject, slice_of("0103 TS")));
    assert_true(pick_item_matches(&subject, slice_of("gs")));
    assert_false(pick_item_matches(&subject, slice_of("gb")));
    assert_false(pick_item_matches(&subject, slice_of("停电")));
}

static void typing_picks(void **state)
{
    (void)state;
    struct form *form = fresh();
    form_set_focus(form, SUBJECT);
    assert_int_equal(type(form, "gs"), FORM_USED);
    assert_true(picker_is_open(form_picker(form, SUBJECT)));
    assert_drawn(form, 16, 70, "screen/form-picking");
    press(form, K_DOWN);
    assert_int_equal(press(form, K_ENTER), FORM_CHANGED);
    assert_int_equal(form_changed(form), SUBJECT);
    assert_int_equal(form_pick(form, SUBJECT), 14);
    assert_int_equal(form_focus(form), SUBJECT);
    type(form, "0301");
    assert_int_equal(press(form, K_TAB), FORM_CHANGED); /* picks and goes on */
    assert_int_equal(form_pick(form, SUBJECT), 15);
    assert_int_equal(form_changed(form), SUBJECT);
    assert_int_equal(form_focus(form), MATTER);
    form_free(&form);
}

static void esc_keeps_the_choice(void **state)
{
    (void)state;
    struct form *form = fresh();
    form_set_pick(form, SUBJECT, 12);
    form_set_focus(form, SUBJECT);
    type(form, "zzz");
    assert_int_equal(press(form, K_ENTER), FORM_USED); /* nothing matches */
    assert_int_equal(press(form, K_TAB), FORM_USED);
    assert_int_equal(form_focus(form), SUBJECT);
    assert_drawn(form, 16, 70, "screen/form-no-match");
    assert_int_equal(press(form, K_ESC), FORM_USED);
    assert_int_equal(form_pick(form, SUBJECT), 12);
    assert_int_equal(picker_query(form_picker(form, SUBJECT)).n, 0);
    assert_int_equal(press(form, K_ESC), FORM_IGNORED);
    assert_int_equal(press(form, K_DELETE), FORM_CHANGED);
    assert_int_equal(form_pick(form, SUBJECT), 0);
    assert_int_equal(press(form, K_DELETE), FORM_USED);
    form_free(&form);
}

static void a_choice_outlives_its_list(void **state)
{
    (void)state;
    struct form *form = fresh();
    form_set_pick(form, SUBJECT, 11);
    form_items(form, SUBJECT, subjects + 2, 2);
    assert_int_equal(form_pick(form, SUBJECT), 11);
    assert_true(
        slice_equal(picker_text(form_picker(form, SUBJECT)), slice_of("0101 市政设施 路灯")));
    form_set_pick(form, SUBJECT, 99);
    assert_int_equal(form_pick(form, SUBJECT), 99);
    assert_int_equal(picker_text(form_picker(form, SUBJECT)).n, 0);
    form_free(&form);
}

static void the_list_opens_and_walks(void **state)
{
    (void)state;
    struct form *form = fresh();
    form_set_focus(form, SUBJECT);
    assert_int_equal(press(form, K_ENTER), FORM_USED);
    assert_true(picker_is_open(form_picker(form, SUBJECT)));
    press(form, K_PAGE_DOWN);
    press(form, K_UP);
    press(form, K_ENTER);
    assert_int_equal(form_pick(form, SUBJECT), 15);
    type(form, " ");
    assert_true(picker_is_open(form_picker(form, SUBJECT)));
    assert_int_equal(press(form, K_TAB), FORM_USED); /* nothing typed: nothing picked */
    assert_int_equal(form_pick(form, SUBJECT), 15);
    assert_int_equal(form_focus(form), MATTER);
    form_free(&form);
}

static void the_focus_walks(void **state)
{
    (void)state;
    struct form *form = fresh();
    assert_int_equal(form_focus(form), NAME);
    assert_int_equal(press(form, K_ENTER), FORM_USED);
    assert_int_equal(form_focus(form), PHONE);
    press(form, K_DOWN);
    press(form, K_DOWN);
    assert_int_equal(form_focus(form), MATTER);
    press(form, K_DOWN);
    assert_int_equal(form_focus(form), UNIT);
    press(form, K_DOWN);
    assert_int_equal(form_focus(form), UNIT);
    press(form, K_TAB);
    assert_int_equal(form_focus(form), NAME);
    press(form, K_BACKTAB);
    assert_int_equal(form_focus(form), UNIT);
    form_set_visible(form, UNIT, false);
    assert_int_equal(form_focus(form), NAME);
    form_set_locked(form, NAME, true);
    assert_int_equal(form_focus(form), PHONE);
    form_set_focus(form, NAME);
    assert_int_equal(form_focus(form), PHONE);
    form_set_visible(form, MATTER, false);
    form_set_focus(form, SUBJECT);
    form_set_pick(form, SUBJECT, 11);
    assert_int_equal(press(form, K_ENTER), FORM_DONE);
    assert_int_equal(press(form, K_F5), FORM_IGNORED);
    for (int i = 0; i < FIELDS; i++) form_set_visible(form, i, false);
    assert_int_equal(form_focus(form), -1);
    assert_int_equal(press(form, K_TAB), FORM_IGNORED);
    form_set_visible(form, PHONE, true);
    assert_int_equal(form_focus(form), PHONE);
    form_free(&form);
}

static void what_is_missing_is_shown(void **state)
{
    (void)state;
    struct form *form = fresh();
    assert_int_equal(form_missing(form), 4);
    assert_int_equal(form_first_missing(form), NAME);
    assert_drawn(form, 10, 70, "screen/form-empty");
    assert_int_equal(form_set_text(form, NAME, slice_of("张三")), ERR_OK);
    assert_int_equal(form_set_text(form, MATTER, slice_of(" \n")), ERR_OK);
    form_set_mandatory(form, PHONE, false);
    assert_int_equal(form_missing(form), 2);
    assert_int_equal(form_first_missing(form), SUBJECT);
    form_set_pick(form, SUBJECT, 13);
    form_set_visible(form, MATTER, false);
    assert_int_equal(form_missing(form), 0);
    assert_int_equal(form_first_missing(form), -1);
    form_clear(form);
    assert_int_equal(form_text(form, NAME).n, 0);
    assert_int_equal(form_pick(form, SUBJECT), 0);
    form_free(&form);
}

static void limits_are_shown(void **state)
{
    (void)state;
    struct form *form = fresh();
    form_set_focus(form, PHONE);
    for (int i = 0; i < 12; i++) assert_int_equal(type(form, "1"), FORM_CHANGED);
    assert_int_equal(type(form, "1"), FORM_USED);
    assert_true(editor_refused(form_editor(form, PHONE)));
    form_set_error(form, NAME, "不能含有数字");
    assert_int_equal(form_set_text(form, MATTER, slice_of("路灯不亮")), ERR_OK);
    assert_drawn(form, 12, 70, "screen/form-full");
    form_set_focus(form, NAME);
    type(form, "李"); /* the refusal is answered */
    form_set_focus(form, MATTER);
    assert_drawn(form, 12, 70, "screen/form-matter");
    assert_int_equal(form_set_text(form, PHONE, slice_of("1234567890123")), ERR_LIMIT);
    form_free(&form);
}

static void a_small_form_shrinks_and_scrolls(void **state)
{
    (void)state;
    struct form *form = fresh();
    assert_int_equal(form_rows(form), 8);
    form_set_focus(form, MATTER);
    assert_int_equal(form_set_text(form, MATTER, slice_of("一\n二\n三\n四\n五")), ERR_OK);
    assert_drawn(form, 6, 60, "screen/form-shrunk");
    form_set_focus(form, UNIT);
    assert_drawn(form, 3, 60, "screen/form-scrolled");
    form_free(&form);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_match_by_code_words_and_initials),
        cmocka_unit_test(items_match_by_their_other_words),
        cmocka_unit_test(typing_picks),
        cmocka_unit_test(esc_keeps_the_choice),
        cmocka_unit_test(a_choice_outlives_its_list),
        cmocka_unit_test(the_list_opens_and_walks),
        cmocka_unit_test(the_focus_walks),
        cmocka_unit_test(what_is_missing_is_shown),
        cmocka_unit_test(limits_are_shown),
        cmocka_unit_test(a_small_form_shrinks_and_scrolls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
