#include "client/screen/notice.h"

#include <stdarg.h>
#include <stdio.h>

#include "client/screen/wrap.h"
#include "common/text.h"

void notice_set(struct notice *notice, enum notice_level level, const char *format, ...)
{
    va_list args;
    notice->level = level;
    va_start(args, format);
    int n = vsnprintf(notice->text, sizeof notice->text, format, args);
    va_end(args);
    if (n < 0) notice->text[0] = 0;
    notice->text[text_whole(slice_of(notice->text))] = 0;
}

void notice_clear(struct notice *notice)
{
    *notice = (struct notice){.level = NOTICE_NONE};
}

enum style notice_style(enum notice_level level)
{
    switch (level) {
    case NOTICE_NONE:
    case NOTICE_INFO:
        return STYLE_NORMAL;
    case NOTICE_GOOD:
        return STYLE_GOOD;
    case NOTICE_WARN:
        return STYLE_WARN;
    case NOTICE_ALARM:
        return STYLE_ALARM;
    }
    return STYLE_NORMAL;
}

enum glyph notice_glyph(enum notice_level level)
{
    switch (level) {
    case NOTICE_NONE:
    case NOTICE_INFO:
        return GLYPH_INFO;
    case NOTICE_GOOD:
        return GLYPH_GOOD;
    case NOTICE_WARN:
        return GLYPH_WARN;
    case NOTICE_ALARM:
        return GLYPH_ALARM;
    }
    return GLYPH_INFO;
}

void notice_draw(const struct notice *notice, struct grid *grid, int row, int col, int cols)
{
    enum style style = notice_style(notice->level);
    grid_fill(grid, (struct rect){row, col, 1, cols}, style);
    if (notice->level == NOTICE_NONE || cols < 4) return;
    grid_puts(grid, row, col, 1, style, grid_glyph(grid, notice_glyph(notice->level)));
    grid_put_cell(grid, row, col + 2, cols - 2, style, slice_of(notice->text), false);
}

void confirm_open(struct confirm *confirm, int intent, const char *question, const char *yes,
                  const char *no)
{
    *confirm = (struct confirm){
        .open = true, .intent = intent, .question = question, .yes = yes, .no = no};
}

enum confirm_answer confirm_key(struct confirm *confirm, const struct key *key)
{
    if (key->kind != KEYS_NAMED) return CONFIRM_STAYS;
    if (key->name == K_ESC) {
        confirm->open = false;
        return CONFIRM_NO;
    }
    if (key->name == K_ENTER) {
        confirm->open = false;
        return confirm->on_yes ? CONFIRM_YES : CONFIRM_NO;
    }
    bool turns = key->name == K_LEFT || key->name == K_RIGHT || key->name == K_TAB ||
                 key->name == K_BACKTAB || key->name == K_UP || key->name == K_DOWN;
    if (turns) confirm->on_yes = !confirm->on_yes;
    return CONFIRM_STAYS;
}

/* The mark, not the colour alone, shows which answer has the focus; the cursor stands on it. */
static int draw_answer(struct grid *grid, int row, int col, const char *text, bool focused)
{
    enum style style = focused ? STYLE_SELECTED : STYLE_POPUP;
    if (focused) grid_cursor(grid, row, col);
    col += grid_puts(grid, row, col, 2, style, focused ? grid_glyph(grid, GLYPH_MARK) : " ");
    col += grid_puts(grid, row, col, 1, style, " ");
    col += grid_puts(grid, row, col, grid->cols, style, text);
    col += grid_puts(grid, row, col, 1, style, " ");
    return col + 2;
}

void confirm_draw(const struct confirm *confirm, struct grid *grid)
{
    enum { COLS = 60, QUESTION_ROWS = 6 };
    if (!confirm->open) return;
    int cols = grid->cols < COLS + 4 ? grid->cols - 4 : COLS;
    if (cols < 4) return; /* nobody can read a question there */
    int rows = wrap_rows(slice_of(confirm->question), cols - 2);
    if (rows > QUESTION_ROWS) rows = QUESTION_ROWS;
    struct rect in = grid_popup(grid, rows + 2, cols, NULL);
    struct rect text = {in.row, in.col + 1, rows, in.cols - 2};
    grid_put_wrapped(grid, text, STYLE_POPUP, slice_of(confirm->question));
    int row = in.row + rows + 1;
    int col = draw_answer(grid, row, in.col + 1, confirm->no, !confirm->on_yes);
    draw_answer(grid, row, col, confirm->yes, confirm->on_yes);
}
