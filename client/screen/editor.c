#include "client/screen/editor.h"

#include <stdlib.h>

#include "client/screen/undo.h"
#include "client/screen/word.h"
#include "client/screen/wrap.h"
#include "common/text.h"

struct editor {
    enum editor_use use;
    size_t limit;
    char *text; /* `limit` bytes; owned */
    size_t n;
    size_t cursor;   /* a grapheme boundary */
    bool at_row_end; /* the cursor stands behind its row's last character, not before the next
                        row's first, though both are the same byte */
    bool refused;
    int goal;          /* column that Up and Down aim for; -1: the cursor's own */
    int cols, rows;    /* of the last drawing */
    int top;           /* first visible row of the last drawing */
    size_t left;       /* first visible byte of a single line */
    struct undo *undo; /* NULL for secrets */
};

enum { DRAWN_COLS = 80, DRAWN_ROWS = 5 }; /* taken until the first drawing */

struct editor *editor_new(enum editor_use use, size_t limit)
{
    struct editor *editor = calloc(1, sizeof *editor);
    if (!editor) return NULL;
    *editor = (struct editor){
        .use = use, .limit = limit, .goal = -1, .cols = DRAWN_COLS, .rows = DRAWN_ROWS};
    editor->text = calloc(1, limit + 1);
    if (use != EDITOR_SECRET) editor->undo = undo_new();
    if (!editor->text || (use != EDITOR_SECRET && !editor->undo)) editor_free(&editor);
    return editor;
}

void editor_free(struct editor **editor)
{
    if (!*editor) return;
    if ((*editor)->text) explicit_bzero((*editor)->text, (*editor)->limit);
    free((*editor)->text);
    undo_free(&(*editor)->undo);
    free(*editor);
    *editor = NULL;
}

struct slice editor_text(const struct editor *editor)
{
    return slice_bytes(editor->text, editor->n);
}

size_t editor_limit(const struct editor *editor)
{
    return editor->limit;
}

bool editor_refused(const struct editor *editor)
{
    return editor->refused;
}

size_t editor_cursor(const struct editor *editor)
{
    return editor->cursor;
}

/* ---- boundaries ---- */

static bool is_boundary(struct slice text, size_t at)
{
    if (at == 0 || at >= text.n) return true;
    if (((unsigned char)text.p[at] & 0xC0) == 0x80) return false; /* inside a character */
    return text_next(text, text_prev(text, at)) == at;
}

static size_t boundary_before(struct slice text, size_t at)
{
    if (at > text.n) at = text.n;
    while (at > 0 && !is_boundary(text, at)) at--;
    return at;
}

static size_t boundary_after(struct slice text, size_t at)
{
    if (at > text.n) at = text.n;
    while (at < text.n && !is_boundary(text, at)) at++;
    return at;
}

static enum editor_answer move_to(struct editor *editor, size_t at)
{
    editor->cursor = at;
    editor->at_row_end = false;
    editor->goal = -1;
    return EDITOR_MOVED;
}

void editor_cursor_set(struct editor *editor, size_t at)
{
    move_to(editor, boundary_before(editor_text(editor), at));
}

/* ---- changes ---- */

/* The only place where the text changes. The new length must be within the limit. */
static void replace(struct editor *editor, size_t at, size_t removed, struct slice inserted)
{
    char *hole = editor->text + at;
    size_t tail = editor->n - at - removed;
    ASSERT(editor->n - removed + inserted.n <= editor->limit);
    memmove(hole + inserted.n, hole + removed, tail);
    if (inserted.n) memcpy(hole, inserted.p, inserted.n);
    editor->n += inserted.n - removed;
    explicit_bzero(editor->text + editor->n, editor->limit - editor->n);
    editor->refused = false;
    /* a mark may now belong to what stands before it */
    move_to(editor, boundary_after(editor_text(editor), at + inserted.n));
}

static enum editor_answer change(struct editor *editor, size_t at, size_t removed,
                                 struct slice inserted, bool joins)
{
    if (removed == 0 && inserted.n == 0) return EDITOR_MOVED;
    if (editor->n - removed + inserted.n > editor->limit) {
        editor->refused = true;
        return EDITOR_REFUSED;
    }
    struct edit edit = {.at = at,
                        .removed = {editor->text + at, removed},
                        .inserted = inserted,
                        .cursor = editor->cursor};
    if (editor->undo) undo_push(editor->undo, &edit, joins);
    replace(editor, at, removed, inserted);
    return EDITOR_CHANGED;
}

static enum editor_answer insert(struct editor *editor, struct slice text, bool joins)
{
    struct arena arena;
    arena_init(&arena, (size_t)4 * LIMIT_PASTE);
    enum text_flags flags = editor->use == EDITOR_TEXT ? TEXT_LINES : TEXT_ONE_LINE;
    char *clean = text_clean(&arena, text, flags);
    enum editor_answer answer = EDITOR_REFUSED;
    if (clean) {
        answer = change(editor, editor->cursor, 0, slice_of(clean), joins);
        explicit_bzero(clean, strlen(clean));
    } else {
        editor->refused = true; /* so large that it cannot be within any limit */
    }
    arena_fini(&arena);
    return answer;
}

enum editor_answer editor_insert(struct editor *editor, struct slice text)
{
    return insert(editor, text, false);
}

enum err editor_set(struct editor *editor, struct slice text)
{
    struct arena arena;
    arena_init(&arena, 3 * text.n + 1);
    enum text_flags flags = editor->use == EDITOR_TEXT ? TEXT_LINES : TEXT_ONE_LINE;
    char *clean = text_clean(&arena, text, flags);
    enum err err = clean ? ERR_OK : ERR_NOMEM;
    if (clean && strlen(clean) > editor->limit) err = ERR_LIMIT;
    if (err == ERR_OK) {
        if (editor->undo) undo_forget(editor->undo);
        replace(editor, 0, editor->n, slice_of(clean));
        editor->top = 0;
        editor->left = 0;
    }
    if (clean) explicit_bzero(clean, strlen(clean));
    arena_fini(&arena);
    return err;
}

void editor_clear(struct editor *editor)
{
    if (editor->undo) undo_forget(editor->undo);
    replace(editor, 0, editor->n, (struct slice){0});
}

static enum editor_answer remove_range(struct editor *editor, size_t from, size_t to)
{
    return change(editor, from, to - from, (struct slice){0}, false);
}

enum editor_answer editor_backspace(struct editor *editor)
{
    return remove_range(editor, text_prev(editor_text(editor), editor->cursor), editor->cursor);
}

enum editor_answer editor_delete(struct editor *editor)
{
    return remove_range(editor, editor->cursor, text_next(editor_text(editor), editor->cursor));
}

enum editor_answer editor_undo(struct editor *editor)
{
    struct edit edit;
    if (!editor->undo || !undo_back(editor->undo, &edit)) return EDITOR_MOVED;
    replace(editor, edit.at, edit.inserted.n, edit.removed);
    editor_cursor_set(editor, edit.cursor);
    return EDITOR_CHANGED;
}

enum editor_answer editor_redo(struct editor *editor)
{
    struct edit edit;
    if (!editor->undo || !undo_forth(editor->undo, &edit)) return EDITOR_MOVED;
    replace(editor, edit.at, edit.removed.n, edit.inserted);
    return EDITOR_CHANGED;
}

/* ---- visual rows ---- */

/* One column is kept for the cursor behind the last character of a full row. */
static int wrap_cols(int cols)
{
    return cols > 3 ? cols - 1 : 2;
}

struct place {
    int row, col;
    size_t start, end, next; /* of the row: first byte, behind its last visible one, next row's */
};

/* Finds the row of the text that holds byte `at`. */
static struct place find_place(const struct editor *editor, size_t at)
{
    struct slice text = editor_text(editor);
    int cols = wrap_cols(editor->cols);
    struct place place = {0};
    for (;; place.row++, place.start = place.next) {
        place.next = wrap_row(text, place.start, cols, &place.end);
        bool last = place.next >= text.n;
        bool ends_line = place.next > place.start && text.p[place.next - 1] == '\n';
        if (at < place.next || (last && !ends_line)) break;
        if (at == place.next && editor->at_row_end && !ends_line) break;
        if (last) { /* the empty row behind a last line feed */
            place = (struct place){place.row + 1, 0, text.n, text.n, text.n};
            break;
        }
    }
    size_t shown = at < place.end ? at : place.end;
    place.col = text_width((struct slice){text.p + place.start, shown - place.start});
    /* blanks beyond the visible end count until the edge */
    if (at > place.end) place.col += (int)(at - place.end);
    if (place.col > cols) place.col = cols;
    return place;
}

static struct place cursor_place(const struct editor *editor)
{
    return find_place(editor, editor->cursor);
}

/* Start of visual row `row`, or of the last one. */
static size_t row_start(const struct editor *editor, int row)
{
    struct slice text = editor_text(editor);
    size_t at = 0, end;
    for (int i = 0; i < row && at < text.n; i++)
        at = wrap_row(text, at, wrap_cols(editor->cols), &end);
    return at;
}

int editor_rows(const struct editor *editor, int cols)
{
    if (editor->use != EDITOR_TEXT) return 1;
    return wrap_rows(editor_text(editor), wrap_cols(cols));
}

static enum editor_answer move_rows(struct editor *editor, int rows)
{
    struct slice text = editor_text(editor);
    struct place from = cursor_place(editor);
    int last = editor_rows(editor, editor->cols) - 1;
    int row = from.row + rows;
    if (editor->use != EDITOR_TEXT) return EDITOR_IGNORED;
    if ((rows < 0 && from.row == 0) || (rows > 0 && from.row == last)) return EDITOR_IGNORED;
    row = row < 0 ? 0 : row > last ? last : row;
    int goal = editor->goal >= 0 ? editor->goal : from.col;
    size_t start = row_start(editor, row), end;
    size_t next = wrap_row(text, start, wrap_cols(editor->cols), &end);
    size_t at = start + text_fit((struct slice){text.p + start, end - start}, goal);
    move_to(editor, at);
    editor->at_row_end = at == end && at == next && at < text.n;
    editor->goal = goal;
    return EDITOR_MOVED;
}

static enum editor_answer move_home(struct editor *editor)
{
    return move_to(editor, editor->use == EDITOR_TEXT ? cursor_place(editor).start : 0);
}

static enum editor_answer move_end(struct editor *editor)
{
    if (editor->use != EDITOR_TEXT) return move_to(editor, editor->n);
    struct place place = cursor_place(editor);
    move_to(editor, place.end);
    editor->at_row_end = place.end == place.next && place.end < editor->n;
    return EDITOR_MOVED;
}

/* ---- keys ---- */

static enum editor_answer named_key(struct editor *editor, enum key_name name)
{
    struct slice text = editor_text(editor);
    int page = editor->rows > 1 ? editor->rows - 1 : 1;
    if (name == K_LEFT) return move_to(editor, text_prev(text, editor->cursor));
    if (name == K_RIGHT) return move_to(editor, text_next(text, editor->cursor));
    if (name == K_WORD_LEFT) return move_to(editor, word_before(text, editor->cursor));
    if (name == K_WORD_RIGHT) return move_to(editor, word_after(text, editor->cursor));
    if (name == K_HOME) return move_home(editor);
    if (name == K_END) return move_end(editor);
    if (name == K_TOP) return move_to(editor, 0);
    if (name == K_BOTTOM) return move_to(editor, editor->n);
    if (name == K_UP) return move_rows(editor, -1);
    if (name == K_DOWN) return move_rows(editor, 1);
    if (name == K_PAGE_UP) return move_rows(editor, -page);
    if (name == K_PAGE_DOWN) return move_rows(editor, page);
    if (name == K_BACKSPACE) return editor_backspace(editor);
    if (name == K_DELETE) return editor_delete(editor);
    if (name == K_ENTER && editor->use == EDITOR_TEXT) return editor_insert(editor, slice_of("\n"));
    return EDITOR_IGNORED;
}

static enum editor_answer ctrl_key(struct editor *editor, char letter)
{
    struct slice text = editor_text(editor);
    size_t cursor = editor->cursor;
    switch (letter) {
    case 'a':
        return move_home(editor);
    case 'e':
        return move_end(editor);
    case 'w':
        return remove_range(editor, word_before(text, cursor), cursor);
    case 'u':
        return remove_range(editor, line_start(text, cursor), cursor);
    case 'k':
        return remove_range(editor, cursor, line_end(text, cursor));
    case 'z':
        return editor_undo(editor);
    case 'y':
        return editor_redo(editor);
    default:
        return EDITOR_IGNORED;
    }
}

/* A word and the blank behind it, or a piece of Chinese up to a mark, are taken back in one step.
 */
static enum editor_answer type(struct editor *editor, struct slice typed)
{
    struct slice text = editor_text(editor);
    bool joins = editor->cursor == 0 || word_holds(text, text_prev(text, editor->cursor));
    return insert(editor, typed, joins);
}

enum editor_answer editor_key(struct editor *editor, const struct key *key)
{
    struct slice text = editor_text(editor);
    switch (key->kind) {
    case KEYS_TEXT:
        return type(editor, key->text);
    case KEYS_PASTE:
        if (key->cut) { /* half of what was meant is worse than nothing */
            editor->refused = true;
            return EDITOR_REFUSED;
        }
        return editor_insert(editor, key->text);
    case KEYS_NAMED:
        return named_key(editor, key->name);
    case KEYS_CTRL:
        return ctrl_key(editor, key->letter);
    case KEYS_ALT:
        if (key->letter == 'b') return move_to(editor, word_before(text, editor->cursor));
        if (key->letter == 'f') return move_to(editor, word_after(text, editor->cursor));
        return EDITOR_IGNORED;
    case KEYS_NONE:
    case KEYS_RESIZE:
    case KEYS_CLOSED:
        return EDITOR_IGNORED;
    }
    return EDITOR_IGNORED;
}

/* ---- drawing ---- */

static void draw_rows(struct editor *editor, struct grid *grid, struct rect rect, enum style style)
{
    struct slice text = editor_text(editor);
    size_t at = row_start(editor, editor->top), end;
    for (int row = 0; row < rect.rows && at < text.n; row++) {
        size_t next = wrap_row(text, at, wrap_cols(rect.cols), &end);
        grid_put(grid, rect.row + row, rect.col, rect.cols, style,
                 (struct slice){text.p + at, end - at});
        at = next;
    }
}

static void draw_text(struct editor *editor, struct grid *grid, struct rect rect, enum style style,
                      bool focused)
{
    struct place place = cursor_place(editor);
    int rows = editor_rows(editor, rect.cols);
    if (place.row < editor->top) editor->top = place.row;
    if (place.row >= editor->top + rect.rows) editor->top = place.row - rect.rows + 1;
    if (editor->top + rect.rows > rows) editor->top = rows > rect.rows ? rows - rect.rows : 0;
    draw_rows(editor, grid, rect, style);
    int edge = rect.col + rect.cols - 1;
    if (editor->top > 0) grid_puts(grid, rect.row, edge, 1, style, grid_glyph(grid, GLYPH_MORE_UP));
    if (editor->top + rect.rows < rows)
        grid_puts(grid, rect.row + rect.rows - 1, edge, 1, style,
                  grid_glyph(grid, GLYPH_MORE_DOWN));
    if (focused) grid_cursor(grid, rect.row + place.row - editor->top, rect.col + place.col);
}

static int cols_between(const struct editor *editor, size_t from, size_t to)
{
    return text_width((struct slice){editor->text + from, to - from});
}

/* Scrolls sideways so that the cursor is inside and no room is wasted on the right. */
static void scroll_line(struct editor *editor, int cols)
{
    struct slice text = editor_text(editor);
    if (editor->left > editor->cursor) editor->left = editor->cursor;
    editor->left = boundary_before(text, editor->left);
    while (cols_between(editor, editor->left, editor->cursor) > cols - 1)
        editor->left = text_next(text, editor->left);
    while (editor->left > 0) {
        size_t before = text_prev(text, editor->left);
        if (cols_between(editor, before, editor->n) > cols - 1) break;
        editor->left = before;
    }
}

static void draw_line(struct editor *editor, struct grid *grid, struct rect rect, enum style style,
                      bool focused)
{
    if (!focused) { /* read from its beginning */
        grid_put_cell(grid, rect.row, rect.col, rect.cols, style, editor_text(editor), false);
        return;
    }
    scroll_line(editor, rect.cols);
    grid_put(grid, rect.row, rect.col, rect.cols, style,
             (struct slice){editor->text + editor->left, editor->n - editor->left});
    int col = cols_between(editor, editor->left, editor->cursor);
    grid_cursor(grid, rect.row, rect.col + col);
}

static void draw_secret(const struct editor *editor, struct grid *grid, struct rect rect,
                        enum style style, bool focused)
{
    struct slice text = editor_text(editor);
    int dots = (int)text_graphemes(text);
    int before = (int)text_graphemes((struct slice){text.p, editor->cursor});
    for (int i = 0; i < dots && i < rect.cols; i++)
        grid_puts(grid, rect.row, rect.col + i, 1, style, grid_glyph(grid, GLYPH_SECRET));
    if (focused)
        grid_cursor(grid, rect.row, rect.col + (before < rect.cols ? before : rect.cols - 1));
}

void editor_draw(struct editor *editor, struct grid *grid, struct rect rect, enum style style,
                 bool focused)
{
    if (rect.rows < 1 || rect.cols < 2) return;
    editor->cols = rect.cols;
    editor->rows = rect.rows;
    grid_fill(grid, rect, style);
    switch (editor->use) {
    case EDITOR_TEXT:
        draw_text(editor, grid, rect, style, focused);
        break;
    case EDITOR_LINE:
        draw_line(editor, grid, rect, style, focused);
        break;
    case EDITOR_SECRET:
        draw_secret(editor, grid, rect, style, focused);
        break;
    }
}
