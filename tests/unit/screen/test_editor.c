#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "client/screen/editor.h"
#include "common/text.h"
#include "tests/golden/golden.h"

static struct editor *fresh(enum editor_use use, size_t limit)
{
    struct editor *editor = editor_new(use, limit);
    assert_non_null(editor);
    return editor;
}

static void assert_text(const struct editor *editor, const char *wanted)
{
    struct slice text = editor_text(editor);
    assert_int_equal(text.n, strlen(wanted));
    assert_memory_equal(text.p, wanted, text.n);
}

static enum editor_answer press(struct editor *editor, enum key_name name)
{
    struct key key = key_named(name);
    return editor_key(editor, &key);
}

static enum editor_answer ctrl(struct editor *editor, char letter)
{
    struct key key = key_ctrl(letter);
    return editor_key(editor, &key);
}

/* As a terminal sends it: one character after the other. */
static enum editor_answer type(struct editor *editor, const char *text)
{
    enum editor_answer answer = EDITOR_IGNORED;
    struct slice all = slice_of(text);
    for (size_t at = 0; at < all.n;) {
        uint32_t rune;
        size_t n = text_rune(all, at, &rune);
        struct key key = {.kind = KEYS_TEXT, .text = {all.p + at, n}};
        answer = editor_key(editor, &key);
        at += n;
    }
    return answer;
}

static void typing_moving_and_deleting(void **state)
{
    (void)state;
    struct editor *editor = fresh(EDITOR_LINE, 100);
    assert_int_equal(type(editor, "热线ok"), EDITOR_CHANGED);
    press(editor, K_LEFT);
    press(editor, K_LEFT);
    press(editor, K_BACKSPACE);
    assert_text(editor, "热ok");
    press(editor, K_DELETE);
    assert_text(editor, "热k");
    press(editor, K_HOME);
    type(editor, "e\u0301");
    assert_text(editor, "e\u0301热k");
    press(editor, K_BACKSPACE); /* the letter and its mark are one */
    assert_text(editor, "热k");
    press(editor, K_END);
    assert_int_equal(editor_cursor(editor), 4);
    assert_int_equal(press(editor, K_DELETE), EDITOR_MOVED);
    assert_int_equal(press(editor, K_UP), EDITOR_IGNORED);
    assert_int_equal(press(editor, K_ENTER), EDITOR_IGNORED);
    assert_int_equal(press(editor, K_TAB), EDITOR_IGNORED);
    editor_free(&editor);
    assert_null(editor);
}

static void the_cursor_stands_on_graphemes(void **state)
{
    (void)state;
    struct editor *editor = fresh(EDITOR_LINE, 100);
    assert_int_equal(editor_set(editor, slice_of("ae\u0301中")), ERR_OK);
    for (size_t at = 0; at <= 8; at++) {
        static const size_t wanted[] = {0, 1, 1, 1, 4, 4, 4, 7, 7};
        editor_cursor_set(editor, at);
        assert_int_equal(editor_cursor(editor), wanted[at]);
    }
    assert_int_equal(editor_set(editor, slice_of("\u0301")), ERR_OK);
    press(editor, K_HOME);
    type(editor, "o"); /* joins the mark behind it */
    assert_int_equal(editor_cursor(editor), 3);
    editor_free(&editor);
}

static void words_and_lines(void **state)
{
    (void)state;
    struct editor *editor = fresh(EDITOR_TEXT, 200);
    assert_int_equal(editor_set(editor, slice_of("one two，热线工单。end\nsecond")), ERR_OK);
    press(editor, K_TOP);
    press(editor, K_WORD_RIGHT);
    assert_int_equal(editor_cursor(editor), 3);
    press(editor, K_WORD_RIGHT);
    assert_int_equal(editor_cursor(editor), 7);
    press(editor, K_WORD_RIGHT);
    press(editor, K_WORD_RIGHT);
    assert_int_equal(editor_cursor(editor), 22);
    ctrl(editor, 'w');
    assert_text(editor, "one two，。end\nsecond");
    ctrl(editor, 'u');
    assert_text(editor, "。end\nsecond");
    ctrl(editor, 'k');
    assert_text(editor, "\nsecond");
    press(editor, K_BOTTOM);
    press(editor, K_WORD_LEFT);
    assert_int_equal(editor_cursor(editor), 1);
    for (int i = 0; i < 3; i++) ctrl(editor, 'z');
    assert_text(editor, "one two，热线工单。end\nsecond");
    editor_free(&editor);
}

static void limits_at_the_edge_and_one_past(void **state)
{
    (void)state;
    struct editor *editor = fresh(EDITOR_LINE, 9);
    assert_int_equal(type(editor, "热线工"), EDITOR_CHANGED);
    assert_false(editor_refused(editor));
    assert_int_equal(type(editor, "x"), EDITOR_REFUSED);
    assert_true(editor_refused(editor));
    assert_text(editor, "热线工");
    press(editor, K_BACKSPACE);
    assert_false(editor_refused(editor));
    assert_int_equal(editor_insert(editor, slice_of("abcd")), EDITOR_REFUSED);
    assert_int_equal(editor_insert(editor, slice_of("abc")), EDITOR_CHANGED);
    assert_int_equal(editor_set(editor, slice_of("1234567890")), ERR_LIMIT);
    assert_text(editor, "热线abc");
    assert_int_equal(editor_set(editor, slice_of("123456789")), ERR_OK);
    struct key cut = key_paste(slice_of("a"));
    cut.cut = true;
    editor_clear(editor);
    assert_int_equal(editor_key(editor, &cut), EDITOR_REFUSED);
    assert_text(editor, "");
    editor_free(&editor);

    char *large = malloc(LIMIT_MATTER + 1);
    memset(large, 'x', LIMIT_MATTER + 1);
    editor = fresh(EDITOR_TEXT, LIMIT_MATTER);
    assert_int_equal(editor_insert(editor, slice_bytes(large, LIMIT_MATTER + 1)), EDITOR_REFUSED);
    assert_int_equal(editor_insert(editor, slice_bytes(large, LIMIT_MATTER)), EDITOR_CHANGED);
    free(large);
    editor_free(&editor);
}

static void what_is_pasted_is_cleaned(void **state)
{
    (void)state;
    struct editor *editor = fresh(EDITOR_LINE, 100);
    struct key key = key_paste(slice_of("a\nb\tc\033[31m\u202E\x80"));
    editor_key(editor, &key);
    assert_text(editor, "a b c[31m\uFFFD");
    editor_free(&editor);
    editor = fresh(EDITOR_TEXT, 100);
    editor_key(editor, &key);
    assert_text(editor, "a\nb c[31m\uFFFD");
    editor_free(&editor);
}

static void typing_is_taken_back_in_pieces(void **state)
{
    (void)state;
    struct editor *editor = fresh(EDITOR_LINE, 200);
    type(editor, "one two");
    ctrl(editor, 'z');
    assert_text(editor, "one ");
    ctrl(editor, 'z');
    assert_text(editor, "");
    assert_int_equal(ctrl(editor, 'z'), EDITOR_MOVED);
    ctrl(editor, 'y');
    ctrl(editor, 'y');
    assert_text(editor, "one two");
    type(editor, "!");
    assert_int_equal(ctrl(editor, 'y'), EDITOR_MOVED);
    editor_free(&editor);
}

static void undo_keeps_its_limit(void **state)
{
    (void)state;
    struct editor *editor = fresh(EDITOR_LINE, LIMIT_UNDO + 10);
    for (int i = 0; i < LIMIT_UNDO + 1; i++) editor_insert(editor, slice_of("x"));
    int undone = 0;
    while (editor_undo(editor) == EDITOR_CHANGED) undone++;
    assert_int_equal(undone, LIMIT_UNDO);
    assert_text(editor, "x");
    editor_free(&editor);
}

static const char story[] =
    "来电人反映幸福路与长江路交叉口的路灯自上周五起不亮，夜间行人过马路十分危险，已有老人摔倒，"
    "希望尽快派人维修。来电人称曾于三日前向社区反映，社区答复已上报但至今没有人到场处理，"
    "周边居民意见很大。路灯杆编号为十二号和十三号，旁边有一家便利店，店主可以作证。"
    "来电人要求承办单位在维修之前先设置警示标志，并在处理完毕后电话告知结果，"
    "白天晚上都可以接听电话，如无人接听请发短信。另外反映该路段人行道地砖松动，"
    "下雨天溅水严重，希望一并查看处理。";

static void draw_story(struct editor *editor, const char *golden)
{
    struct grid *grid = grid_new(12, 46);
    struct rect in = grid_box(grid, grid_rect(grid), STYLE_FRAME, "诉求");
    editor_draw(editor, grid, in, STYLE_FIELD, true);
    char *dump = grid_dump(grid, false);
    char all[8192];
    snprintf(all, sizeof all, "%scursor %d,%d\n", dump, grid->cursor_row, grid->cursor_col);
    assert_true(golden_check(golden, all));
    free(dump);
    grid_free(&grid);
}

static void two_hundred_characters_of_chinese(void **state)
{
    (void)state;
    struct editor *editor = fresh(EDITOR_TEXT, LIMIT_MATTER);
    assert_true(text_graphemes(slice_of(story)) >= 200);
    type(editor, story);
    assert_text(editor, story);
    draw_story(editor, "screen/story-typed");
    press(editor, K_TOP);
    for (int i = 0; i < 3; i++) press(editor, K_DOWN);
    for (int i = 0; i < 4; i++) press(editor, K_RIGHT);
    type(editor, "（加急）");
    for (int i = 0; i < 2; i++) press(editor, K_DELETE);
    draw_story(editor, "screen/story-edited");
    struct key key = key_paste(slice_of("\n补充：监控显示路灯在19:30后全部熄灭。\n"));
    editor_key(editor, &key);
    draw_story(editor, "screen/story-pasted");
    while (editor_undo(editor) == EDITOR_CHANGED) continue;
    assert_text(editor, "");
    while (editor_redo(editor) == EDITOR_CHANGED) continue;
    draw_story(editor, "screen/story-pasted");
    editor_free(&editor);
}

static void draw_in(struct editor *editor, struct grid *grid)
{
    grid_clear(grid);
    editor_draw(editor, grid, grid_rect(grid), STYLE_FIELD, true);
}

static void rows_are_walked_as_they_are_seen(void **state)
{
    (void)state;
    struct editor *editor = fresh(EDITOR_TEXT, 300);
    struct grid *grid = grid_new(3, 9); /* eight columns of text: four characters */
    assert_int_equal(editor_set(editor, slice_of("一二三四五六七八九\nab\n")), ERR_OK);
    draw_in(editor, grid);
    assert_int_equal(editor_rows(editor, 9), 5);
    assert_int_equal(grid->cursor_row, 2);
    assert_int_equal(press(editor, K_DOWN), EDITOR_IGNORED);
    press(editor, K_TOP);
    press(editor, K_END); /* stays in the first row, though the byte is the second row's first */
    draw_in(editor, grid);
    assert_int_equal(grid->cursor_row, 0);
    assert_int_equal(grid->cursor_col, 8);
    press(editor, K_DOWN);
    draw_in(editor, grid);
    assert_int_equal(grid->cursor_row, 1);
    assert_int_equal(grid->cursor_col, 8);
    press(editor, K_DOWN);
    press(editor, K_DOWN); /* a shorter row */
    draw_in(editor, grid);
    assert_int_equal(grid->cursor_col, 2);
    press(editor, K_UP);
    press(editor, K_UP); /* and back to the column it came from */
    draw_in(editor, grid);
    assert_int_equal(grid->cursor_col, 8);
    press(editor, K_HOME);
    assert_int_equal(editor_cursor(editor), 12);
    press(editor, K_UP);
    assert_int_equal(press(editor, K_UP), EDITOR_IGNORED);
    assert_int_equal(press(editor, K_PAGE_DOWN), EDITOR_MOVED);
    grid_free(&grid);
    editor_free(&editor);
}

static void a_line_scrolls_sideways(void **state)
{
    (void)state;
    struct editor *editor = fresh(EDITOR_LINE, 300);
    struct grid *grid = grid_new(1, 10);
    type(editor, "一二三四五六七八九十");
    draw_in(editor, grid);
    assert_int_equal(grid->cursor_col, 8);
    char *dump = grid_dump(grid, false);
    assert_string_equal(dump, "七八九十\n");
    free(dump);
    press(editor, K_HOME);
    draw_in(editor, grid);
    assert_int_equal(grid->cursor_col, 0);
    dump = grid_dump(grid, false);
    assert_string_equal(dump, "一二三四五\n");
    free(dump);
    grid_clear(grid);
    editor_draw(editor, grid, grid_rect(grid), STYLE_FIELD, false);
    dump = grid_dump(grid, false);
    assert_string_equal(dump, "一二三四…\n");
    free(dump);
    grid_free(&grid);
    editor_free(&editor);
}

static void a_secret_is_not_shown(void **state)
{
    (void)state;
    struct editor *editor = fresh(EDITOR_SECRET, 30);
    struct grid *grid = grid_new(1, 10);
    type(editor, "pass密");
    draw_in(editor, grid);
    char *dump = grid_dump(grid, false);
    assert_string_equal(dump, "•••••\n");
    assert_int_equal(grid->cursor_col, 5);
    assert_int_equal(ctrl(editor, 'z'), EDITOR_MOVED); /* no copies to go back to */
    free(dump);
    grid_free(&grid);
    editor_free(&editor);
}

/* ---- a random walk beside a naive editor that copies everything ---- */

enum { WALK_BYTES = 240, WALK_STEPS = 40000 };

struct naive {
    char text[LIMIT_UNDO + 2][WALK_BYTES + 1]; /* states, the current one at `now` */
    int now, last;
};

static uint32_t roll(uint64_t *state, uint32_t below)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((*state >> 33) % below);
}

static void naive_change(struct naive *naive, size_t at, size_t removed, const char *inserted)
{
    const char *old = naive->text[naive->now];
    char next[WALK_BYTES + 1];
    snprintf(next, sizeof next, "%.*s%s%s", (int)at, old, inserted, old + at + removed);
    if (naive->now == LIMIT_UNDO) {
        memmove(naive->text, naive->text + 1, (size_t)LIMIT_UNDO * sizeof *naive->text);
        naive->now--;
    }
    naive->last = ++naive->now;
    strcpy(naive->text[naive->now], next);
}

static void walk_step(struct editor *editor, struct naive *naive, uint64_t *random)
{
    static const char *const pieces[] = {"a",       "中", " ",      "\n", "热线12345",
                                         "e\u0301", "😀",  "\u0301", "。"};
    struct slice text = editor_text(editor);
    size_t at = editor_cursor(editor);
    uint32_t what = roll(random, 100);
    if (what < 40) {
        const char *piece = pieces[roll(random, sizeof pieces / sizeof *pieces)];
        bool fits = text.n + strlen(piece) <= WALK_BYTES;
        enum editor_answer answer = editor_insert(editor, slice_of(piece));
        assert_int_equal(answer, fits ? EDITOR_CHANGED : EDITOR_REFUSED);
        if (fits) naive_change(naive, at, 0, piece);
    } else if (what < 50 && at > 0) {
        size_t from = text_prev(text, at);
        editor_backspace(editor);
        naive_change(naive, from, at - from, "");
    } else if (what < 60 && at < text.n) {
        size_t to = text_next(text, at);
        editor_delete(editor);
        naive_change(naive, at, to - at, "");
    } else if (what < 75) {
        enum editor_answer answer = editor_undo(editor);
        assert_int_equal(answer, naive->now > 0 ? EDITOR_CHANGED : EDITOR_MOVED);
        if (naive->now > 0) naive->now--;
    } else if (what < 85) {
        enum editor_answer answer = editor_redo(editor);
        assert_int_equal(answer, naive->now < naive->last ? EDITOR_CHANGED : EDITOR_MOVED);
        if (naive->now < naive->last) naive->now++;
    } else if (what < 92) {
        editor_cursor_set(editor, roll(random, (uint32_t)text.n + 1));
    } else {
        static const enum key_name moves[] = {K_LEFT,      K_RIGHT,      K_UP,      K_DOWN,
                                              K_HOME,      K_END,        K_TOP,     K_BOTTOM,
                                              K_WORD_LEFT, K_WORD_RIGHT, K_PAGE_UP, K_PAGE_DOWN};
        press(editor, moves[roll(random, sizeof moves / sizeof *moves)]);
    }
}

static void random_walk_beside_a_naive_editor(void **state)
{
    (void)state;
    const char *wish = getenv("SEED");
    uint64_t random = wish ? strtoull(wish, NULL, 10) : (uint64_t)time(NULL);
    struct naive *naive = calloc(1, sizeof *naive);
    struct editor *editor = fresh(EDITOR_TEXT, WALK_BYTES);
    struct grid *grid = grid_new(5, 21);
    print_message("SEED=%llu\n", (unsigned long long)random);
    for (int i = 0; i < WALK_STEPS; i++) {
        walk_step(editor, naive, &random);
        assert_text(editor, naive->text[naive->now]);
        size_t at = editor_cursor(editor);
        editor_cursor_set(editor, at);
        assert_int_equal(editor_cursor(editor), at); /* a boundary */
        draw_in(editor, grid);
        assert_true(grid->cursor_row >= 0);
    }
    free(naive);
    grid_free(&grid);
    editor_free(&editor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typing_moving_and_deleting),
        cmocka_unit_test(the_cursor_stands_on_graphemes),
        cmocka_unit_test(words_and_lines),
        cmocka_unit_test(limits_at_the_edge_and_one_past),
        cmocka_unit_test(what_is_pasted_is_cleaned),
        cmocka_unit_test(typing_is_taken_back_in_pieces),
        cmocka_unit_test(undo_keeps_its_limit),
        cmocka_unit_test(two_hundred_characters_of_chinese),
        cmocka_unit_test(rows_are_walked_as_they_are_seen),
        cmocka_unit_test(a_line_scrolls_sideways),
        cmocka_unit_test(a_secret_is_not_shown),
        cmocka_unit_test(random_walk_beside_a_naive_editor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
