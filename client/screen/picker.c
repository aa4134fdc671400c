#include "client/screen/picker.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "client/screen/editor.h"
#include "client/screen/language.h"
#include "common/text.h"

enum {
    LABEL_BYTES = LIMIT_CODE + 1 + LIMIT_NAME + 1,
    LIST_ROWS = 8,
    LIST_COLS = 32, /* at least */
};

struct picker {
    const struct pick_item *items; /* borrowed */
    size_t count;
    uint64_t chosen;
    char label[LABEL_BYTES]; /* of the choice */
    struct editor *query;
    bool open;
    size_t marked; /* counted among the matches */
};

struct picker *picker_new(void)
{
    struct picker *picker = calloc(1, sizeof *picker);
    if (!picker) return NULL;
    picker->query = editor_new(EDITOR_LINE, LIMIT_NAME);
    if (!picker->query) picker_free(&picker);
    return picker;
}

void picker_free(struct picker **picker)
{
    if (!*picker) return;
    editor_free(&(*picker)->query);
    free(*picker);
    *picker = NULL;
}

/* ---- matching ---- */

static bool starts_with(const char *text, struct slice word)
{
    return text && strncasecmp(text, word.p, word.n) == 0;
}

static bool contains(const char *text, struct slice word)
{
    for (; *text; text++)
        if (strncasecmp(text, word.p, word.n) == 0) return true;
    return false;
}

/* A code is typed from its beginning or from one of its parts: A-0103 by "0103". */
static bool code_matches(const char *code, struct slice word)
{
    bool begins = true;
    for (; code && *code; code++) {
        if (begins && strncasecmp(code, word.p, word.n) == 0) return true;
        begins = strchr("-./_ ", *code) != NULL;
    }
    return false;
}

/* "停水 没水": a part of one of them, or the beginning of its initials. */
static bool synonym_matches(const char *synonyms, struct slice word)
{
    char initials[LIMIT_NAME];
    if (!synonyms) return false;
    if (contains(synonyms, word)) return true;
    for (const char *at = synonyms; *at; at += strspn(at, " ")) {
        struct slice one = {at, strcspn(at, " ")};
        text_initials(one, initials, sizeof initials);
        if (starts_with(initials, word)) return true;
        at += one.n;
    }
    return false;
}

static bool word_matches(const struct pick_item *item, struct slice word)
{
    char made[LIMIT_NAME];
    const char *initials = item->initials;
    if (!initials) {
        text_initials(slice_of(item->name), made, sizeof made);
        initials = made;
    }
    return code_matches(item->code, word) || contains(item->name, word) ||
           starts_with(initials, word) || synonym_matches(item->synonyms, word);
}

bool pick_item_matches(const struct pick_item *item, struct slice query)
{
    size_t at = 0;
    while (at < query.n) {
        size_t end = at;
        while (end < query.n && query.p[end] != ' ') end++;
        struct slice word = {query.p + at, end - at};
        if (word.n && !word_matches(item, word)) return false;
        at = end + 1;
    }
    return true;
}

/* Writes the matches from the first'th on into out; answers how many matches there are in all. */
static size_t find_matches(const struct picker *picker, size_t first, const struct pick_item **out,
                           size_t cap)
{
    size_t matches = 0;
    for (size_t i = 0; i < picker->count; i++) {
        if (!pick_item_matches(&picker->items[i], editor_text(picker->query))) continue;
        if (matches >= first && matches - first < cap) out[matches - first] = &picker->items[i];
        matches++;
    }
    return matches;
}

/* ---- the choice ---- */

static void write_label(const struct pick_item *item, char *out, size_t cap)
{
    bool code = item->code && *item->code;
    snprintf(out, cap, "%s%s%s", code ? item->code : "", code ? " " : "", item->name);
    out[text_whole(slice_of(out))] = 0;
}

static void refresh_label(struct picker *picker)
{
    for (size_t i = 0; i < picker->count; i++)
        if (picker->items[i].id == picker->chosen)
            write_label(&picker->items[i], picker->label, sizeof picker->label);
}

void picker_items(struct picker *picker, const struct pick_item *items, size_t count)
{
    picker->items = items;
    picker->count = count;
    picker->marked = 0;
    if (picker->chosen) refresh_label(picker);
}

void picker_choose(struct picker *picker, uint64_t id)
{
    if (picker->chosen != id) picker->label[0] = 0;
    picker->chosen = id;
    if (id) refresh_label(picker);
}

uint64_t picker_chosen(const struct picker *picker)
{
    return picker->chosen;
}

struct slice picker_text(const struct picker *picker)
{
    return slice_of(picker->label);
}

bool picker_is_open(const struct picker *picker)
{
    return picker->open;
}

void picker_close(struct picker *picker)
{
    picker->open = false;
    picker->marked = 0;
    editor_clear(picker->query);
}

struct slice picker_query(const struct picker *picker)
{
    return editor_text(picker->query);
}

/* ---- keys ---- */

static enum picker_answer take_marked(struct picker *picker)
{
    const struct pick_item *item;
    if (find_matches(picker, picker->marked, &item, 1) <= picker->marked)
        return PICKER_USED; /* the list says that nothing matches */
    bool same = item->id == picker->chosen;
    picker_choose(picker, item->id);
    picker_close(picker);
    return same ? PICKER_USED : PICKER_CHOSEN;
}

static enum picker_answer take_away(struct picker *picker)
{
    if (!picker->chosen) return PICKER_USED;
    picker_choose(picker, 0);
    return PICKER_CHOSEN;
}

static enum picker_answer walk(struct picker *picker, int by)
{
    size_t matches = find_matches(picker, 0, NULL, 0);
    if (by < 0)
        picker->marked = picker->marked > (size_t)-by ? picker->marked - (size_t)-by : 0;
    else
        picker->marked += (size_t)by;
    if (picker->marked >= matches) picker->marked = matches ? matches - 1 : 0;
    return PICKER_USED;
}

static enum picker_answer open_key(struct picker *picker, enum key_name name)
{
    bool typed = editor_text(picker->query).n > 0;
    if (name == K_UP) return walk(picker, -1);
    if (name == K_DOWN) return walk(picker, 1);
    if (name == K_PAGE_UP) return walk(picker, -LIST_ROWS);
    if (name == K_PAGE_DOWN) return walk(picker, LIST_ROWS);
    if (name == K_ENTER) return take_marked(picker);
    if (name == K_ESC || (name == K_TAB && !typed) || (name == K_BACKTAB && !typed)) {
        picker_close(picker);
        return name == K_ESC ? PICKER_USED : PICKER_IGNORED;
    }
    if (name == K_TAB || name == K_BACKTAB) return take_marked(picker);
    return PICKER_IGNORED;
}

static enum picker_answer edit_query(struct picker *picker, const struct key *key)
{
    switch (editor_key(picker->query, key)) {
    case EDITOR_IGNORED:
        return PICKER_IGNORED;
    case EDITOR_CHANGED:
        picker->open = true;
        picker->marked = 0;
        return PICKER_USED;
    case EDITOR_MOVED:
    case EDITOR_REFUSED:
        return PICKER_USED;
    }
    return PICKER_IGNORED;
}

enum picker_answer picker_key(struct picker *picker, const struct key *key)
{
    bool typed = editor_text(picker->query).n > 0;
    if (key->kind == KEYS_TEXT && !typed && slice_equal(key->text, slice_of(" "))) {
        picker->open = true; /* a look at what there is */
        return PICKER_USED;
    }
    if (key->kind == KEYS_TEXT || key->kind == KEYS_PASTE) return edit_query(picker, key);
    if (key->kind == KEYS_NAMED) {
        enum picker_answer answer = PICKER_IGNORED;
        if (picker->open) answer = open_key(picker, key->name);
        if (answer != PICKER_IGNORED || (picker->open && key->name == K_TAB)) return answer;
        bool removes = key->name == K_DELETE || key->name == K_BACKSPACE;
        if (removes && !typed) return take_away(picker);
        if (!picker->open && key->name == K_ENTER && !picker->chosen) {
            picker->open = true;
            return PICKER_USED;
        }
    }
    return typed ? edit_query(picker, key) : PICKER_IGNORED;
}

/* ---- drawing ---- */

void picker_draw(struct picker *picker, struct grid *grid, int row, int col, int cols, bool focused)
{
    struct rect rect = {row, col, 1, cols};
    enum style style = focused ? STYLE_FOCUS : STYLE_FIELD;
    if (editor_text(picker->query).n) {
        editor_draw(picker->query, grid, rect, style, focused);
        return;
    }
    grid_put_cell(grid, row, col, cols, style, picker_text(picker), false);
    if (focused) grid_cursor(grid, row, col);
}

static struct rect list_rect(const struct grid *grid, size_t matches, int row, int col, int cols)
{
    int below = grid->rows - row - 1, above = row;
    int rows = matches < 1 ? 1 : matches > LIST_ROWS ? LIST_ROWS : (int)matches;
    bool goes_below = below >= rows + 2 || below >= above;
    int room = (goes_below ? below : above) - 2;
    if (rows > room) rows = room;
    if (cols < LIST_COLS) cols = LIST_COLS;
    if (cols > grid->cols) cols = grid->cols;
    if (col + cols > grid->cols) col = grid->cols - cols;
    return (struct rect){goes_below ? row + 1 : row - rows - 2, col, rows + 2, cols};
}

static void draw_item(const struct pick_item *item, struct grid *grid, struct rect line,
                      bool marked)
{
    char label[LABEL_BYTES];
    enum style style = marked ? STYLE_SELECTED : STYLE_POPUP;
    write_label(item, label, sizeof label);
    grid_fill(grid, line, style);
    if (marked) grid_puts(grid, line.row, line.col, 1, style, grid_glyph(grid, GLYPH_MARK));
    grid_put_cell(grid, line.row, line.col + 2, line.cols - 2, style, slice_of(label), false);
}

void picker_draw_list(struct picker *picker, struct grid *grid, int row, int col, int cols)
{
    if (!picker->open) return;
    size_t matches = find_matches(picker, 0, NULL, 0);
    struct rect rect = list_rect(grid, matches, row, col, cols);
    if (rect.rows < 3) return;
    char title[48];
    snprintf(title, sizeof title, "%zu/%zu", matches ? picker->marked + 1 : 0, matches);
    grid_fill(grid, rect, STYLE_POPUP);
    struct rect in = grid_box(grid, rect, STYLE_POPUP, title);
    if (matches == 0)
        grid_puts(grid, in.row, in.col + 2, in.cols - 2, STYLE_POPUP, _("Nothing matches"));
    const struct pick_item *items[LIST_ROWS];
    size_t shown = (size_t)in.rows;
    size_t top = picker->marked >= shown ? picker->marked - shown + 1 : 0;
    find_matches(picker, top, items, shown);
    for (size_t i = 0; i < shown && top + i < matches; i++)
        draw_item(items[i], grid, (struct rect){in.row + (int)i, in.col, 1, in.cols},
                  top + i == picker->marked);
}
