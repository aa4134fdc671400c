#include "client/screen/form.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/screen/language.h"
#include "common/text.h"

struct field {
    const struct form_field *of;
    struct editor *editor; /* all kinds but FIELD_PICK */
    struct picker *picker; /* FIELD_PICK */
    bool mandatory, visible, locked;
    char error[LIMIT_NAME + 1];
};

struct form {
    struct field *fields;
    int count;
    int focus;   /* index; -1: none */
    int changed; /* id of the field that changed last */
    int top;     /* first visible row at the last drawing */
};

static bool field_init(struct field *field, const struct form_field *of)
{
    static const enum editor_use uses[] = {
        [FIELD_LINE] = EDITOR_LINE, [FIELD_TEXT] = EDITOR_TEXT, [FIELD_SECRET] = EDITOR_SECRET};
    *field = (struct field){.of = of, .mandatory = of->mandatory, .visible = true};
    if (of->kind == FIELD_PICK)
        field->picker = picker_new();
    else
        field->editor = editor_new(uses[of->kind], of->limit);
    return field->picker || field->editor;
}

struct form *form_new(const struct form_field *fields, int count)
{
    struct form *form = calloc(1, sizeof *form);
    ASSERT(count > 0);
    if (!form) return NULL;
    form->fields = calloc((size_t)count, sizeof *form->fields);
    form->changed = -1;
    while (form->fields && form->count < count) {
        if (!field_init(&form->fields[form->count], &fields[form->count])) break;
        form->count++;
    }
    if (form->count < count) form_free(&form);
    return form;
}

void form_free(struct form **form)
{
    if (!*form) return;
    for (int i = 0; i < (*form)->count; i++) {
        editor_free(&(*form)->fields[i].editor);
        picker_free(&(*form)->fields[i].picker);
    }
    free((*form)->fields);
    free(*form);
    *form = NULL;
}

static struct field *field_of(const struct form *form, int id)
{
    struct field *found = NULL;
    for (int i = 0; i < form->count; i++)
        if (form->fields[i].of->id == id) found = &form->fields[i];
    ASSERT(found);
    return found;
}

/* ---- content ---- */

struct slice form_text(const struct form *form, int id)
{
    return editor_text(form_editor((struct form *)form, id));
}

enum err form_set_text(struct form *form, int id, struct slice text)
{
    return editor_set(form_editor(form, id), text);
}

uint64_t form_pick(const struct form *form, int id)
{
    return picker_chosen(form_picker((struct form *)form, id));
}

void form_set_pick(struct form *form, int id, uint64_t item)
{
    picker_choose(form_picker(form, id), item);
}

void form_items(struct form *form, int id, const struct pick_item *items, size_t count)
{
    picker_items(form_picker(form, id), items, count);
}

struct picker *form_picker(struct form *form, int id)
{
    struct field *field = field_of(form, id);
    ASSERT(field->picker);
    return field->picker;
}

struct editor *form_editor(struct form *form, int id)
{
    struct field *field = field_of(form, id);
    ASSERT(field->editor);
    return field->editor;
}

/* ---- focus ---- */

static bool can_focus(const struct field *field)
{
    return field->visible && !field->locked;
}

/* The next field in a direction that can have the focus; -1 when there is none. */
static int find_focus(const struct form *form, int from, int step)
{
    for (int i = from + step; i >= 0 && i < form->count; i += step)
        if (can_focus(&form->fields[i])) return i;
    return -1;
}

static void set_focus(struct form *form, int index)
{
    if (form->focus >= 0 && form->focus != index && form->fields[form->focus].picker)
        picker_close(form->fields[form->focus].picker);
    form->focus = index;
}

/* After fields came or went: the focus stays, or goes to the next one, or to the first. */
static void mend_focus(struct form *form)
{
    if (form->focus >= 0 && can_focus(&form->fields[form->focus])) return;
    int next = find_focus(form, form->focus, 1);
    set_focus(form, next >= 0 ? next : find_focus(form, -1, 1));
}

int form_focus(const struct form *form)
{
    return form->focus >= 0 ? form->fields[form->focus].of->id : -1;
}

void form_set_focus(struct form *form, int id)
{
    struct field *field = field_of(form, id);
    if (can_focus(field)) set_focus(form, (int)(field - form->fields));
}

int form_changed(const struct form *form)
{
    return form->changed;
}

void form_clear(struct form *form)
{
    for (int i = 0; i < form->count; i++) {
        struct field *field = &form->fields[i];
        field->error[0] = 0;
        if (field->editor) editor_clear(field->editor);
        if (field->picker) {
            picker_close(field->picker);
            picker_choose(field->picker, 0);
        }
    }
    form->top = 0;
    set_focus(form, find_focus(form, -1, 1));
}

void form_set_mandatory(struct form *form, int id, bool mandatory)
{
    field_of(form, id)->mandatory = mandatory;
}

void form_set_visible(struct form *form, int id, bool visible)
{
    field_of(form, id)->visible = visible;
    mend_focus(form);
}

void form_set_locked(struct form *form, int id, bool locked)
{
    field_of(form, id)->locked = locked;
    mend_focus(form);
}

/* ---- what is missing, what is wrong ---- */

static bool is_blank(struct slice text)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] != ' ' && text.p[i] != '\n') return false;
    return true;
}

static bool is_missing(const struct field *field)
{
    if (!field->mandatory || !field->visible) return false;
    return field->picker ? !picker_chosen(field->picker) : is_blank(editor_text(field->editor));
}

int form_missing(const struct form *form)
{
    int missing = 0;
    for (int i = 0; i < form->count; i++) missing += is_missing(&form->fields[i]);
    return missing;
}

int form_first_missing(const struct form *form)
{
    for (int i = 0; i < form->count; i++)
        if (is_missing(&form->fields[i])) return form->fields[i].of->id;
    return -1;
}

void form_set_error(struct form *form, int id, const char *text)
{
    struct field *field = field_of(form, id);
    struct slice whole = slice_of(text);
    size_t n = text_fit_bytes(whole, LIMIT_NAME);
    if (n) memcpy(field->error, whole.p, n);
    field->error[n] = 0;
}

/* ---- keys ---- */

static enum form_answer changed(struct form *form, struct field *field)
{
    field->error[0] = 0;
    form->changed = field->of->id;
    return FORM_CHANGED;
}

static enum form_answer move_focus(struct form *form, int step, bool round)
{
    int next = find_focus(form, form->focus, step);
    if (next < 0 && round) next = find_focus(form, step > 0 ? -1 : form->count, step);
    if (next >= 0) set_focus(form, next);
    return FORM_USED;
}

/* A key that the field did not want. */
static enum form_answer focus_key(struct form *form, const struct key *key)
{
    if (key->kind != KEYS_NAMED) return FORM_IGNORED;
    if (key->name == K_TAB) return move_focus(form, 1, true);
    if (key->name == K_BACKTAB) return move_focus(form, -1, true);
    if (key->name == K_UP) return move_focus(form, -1, false);
    if (key->name == K_DOWN) return move_focus(form, 1, false);
    if (key->name != K_ENTER) return FORM_IGNORED;
    if (find_focus(form, form->focus, 1) < 0) return FORM_DONE;
    return move_focus(form, 1, false);
}

static enum form_answer picker_field_key(struct form *form, struct field *field,
                                         const struct key *key)
{
    bool was_open = picker_is_open(field->picker);
    bool tab = key->kind == KEYS_NAMED && (key->name == K_TAB || key->name == K_BACKTAB);
    switch (picker_key(field->picker, key)) {
    case PICKER_IGNORED:
        return focus_key(form, key);
    case PICKER_CHOSEN:
        if (tab) focus_key(form, key);
        return changed(form, field);
    case PICKER_USED: /* taken again what was chosen before */
        if (tab && was_open && !picker_is_open(field->picker)) return focus_key(form, key);
        return FORM_USED;
    }
    return FORM_IGNORED;
}

enum form_answer form_key(struct form *form, const struct key *key)
{
    if (form->focus < 0) return FORM_IGNORED;
    struct field *field = &form->fields[form->focus];
    if (field->picker) return picker_field_key(form, field, key);
    switch (editor_key(field->editor, key)) {
    case EDITOR_IGNORED:
        return focus_key(form, key);
    case EDITOR_CHANGED:
        return changed(form, field);
    case EDITOR_MOVED:
    case EDITOR_REFUSED:
        return FORM_USED;
    }
    return FORM_IGNORED;
}

/* ---- drawing ---- */

enum { SIDE_COLS = 14 }; /* the column of counters and of "required" */

struct layout {
    int label_cols, field_cols;
    int shrink; /* rows that the fields of several rows give up, in all */
};

static int full_rows(const struct field *field)
{
    if (!field->visible) return 0;
    int rows = field->of->kind == FIELD_TEXT && field->of->rows > 1 ? field->of->rows : 1;
    return rows + (field->error[0] != 0);
}

int form_rows(const struct form *form)
{
    int rows = 0;
    for (int i = 0; i < form->count; i++) rows += full_rows(&form->fields[i]);
    return rows;
}

static struct layout layout_of(const struct form *form, struct rect rect)
{
    struct layout layout = {0};
    for (int i = 0; i < form->count; i++) {
        int cols = text_width(slice_of(screen_text(form->fields[i].of->label)));
        if (form->fields[i].visible && cols > layout.label_cols) layout.label_cols = cols;
    }
    layout.label_cols += 3; /* the mark before it and a gap behind it */
    if (layout.label_cols > rect.cols / 3) layout.label_cols = rect.cols / 3;
    layout.field_cols = rect.cols - layout.label_cols - SIDE_COLS;
    if (layout.field_cols < 4) layout.field_cols = rect.cols - layout.label_cols;
    int over = form_rows(form) - rect.rows;
    layout.shrink = over > 0 ? over : 0;
    return layout;
}

/* Rows of the field's text, the error's row not counted; takes its part of what is to be saved. */
static int text_rows(const struct field *field, struct layout *layout)
{
    int rows = full_rows(field) - (field->error[0] != 0);
    int give = rows - 1 < layout->shrink ? rows - 1 : layout->shrink;
    layout->shrink -= give;
    return rows - give;
}

/* How much is typed and how much fits: in characters, since nobody types bytes. */
static void draw_counter(const struct field *field, struct grid *grid, int row, int col, int cols)
{
    struct slice text = editor_text(field->editor);
    size_t typed = text_graphemes(text), limit = editor_limit(field->editor);
    size_t room = typed + (limit - text.n) / 3;
    bool refused = editor_refused(field->editor);
    char line[64];
    if (refused)
        snprintf(line, sizeof line, "%s %s %zu/%zu", grid_glyph(grid, GLYPH_WARN), _("full"), typed,
                 room);
    else
        snprintf(line, sizeof line, "%zu/%zu", typed, room);
    grid_put_cell(grid, row, col, cols, refused ? STYLE_WARN : STYLE_DIM, slice_of(line), true);
}

static void draw_side(const struct field *field, struct grid *grid, struct rect side, bool focused)
{
    if (side.cols <= 0) return;
    bool nearly_full =
        field->editor && editor_text(field->editor).n * 5 >= editor_limit(field->editor) * 4;
    bool counts = field->editor && field->of->kind != FIELD_SECRET &&
                  (focused || nearly_full || editor_refused(field->editor));
    if (is_missing(field))
        grid_put_cell(grid, side.row, side.col, side.cols, STYLE_WARN, slice_of(_("required")),
                      false);
    if (counts && !(is_missing(field) && side.rows < 2 && !editor_refused(field->editor)))
        draw_counter(field, grid, side.row + side.rows - 1, side.col, side.cols);
}

static void draw_label(const struct field *field, struct grid *grid, int row, int col, int cols)
{
    if (is_missing(field))
        grid_puts(grid, row, col, 1, STYLE_WARN, grid_glyph(grid, GLYPH_MISSING));
    grid_put_cell(grid, row, col + 2, cols - 3, STYLE_LABEL,
                  slice_of(screen_text(field->of->label)), false);
}

static void draw_field(const struct field *field, struct grid *grid, struct rect rect, bool focused)
{
    enum style style = field->locked ? STYLE_NORMAL : focused ? STYLE_FOCUS : STYLE_FIELD;
    if (field->editor)
        editor_draw(field->editor, grid, rect, style, focused);
    else if (field->locked)
        grid_put_cell(grid, rect.row, rect.col, rect.cols, style, picker_text(field->picker),
                      false);
    else
        picker_draw(field->picker, grid, rect.row, rect.col, rect.cols, focused);
}

/* Scrolls whole rows so that the focused field is inside. */
static void scroll(struct form *form, struct rect rect, struct layout layout)
{
    int row = 0, total = 0, first = 0, past = 1;
    for (int i = 0; i < form->count; i++) {
        if (!form->fields[i].visible) continue;
        int rows = text_rows(&form->fields[i], &layout) + (form->fields[i].error[0] != 0);
        if (i == form->focus) {
            first = row;
            past = row + rows;
        }
        row += rows;
    }
    total = row;
    if (form->top + rect.rows < past) form->top = past - rect.rows;
    if (form->top > first) form->top = first;
    if (form->top > total - rect.rows) form->top = total > rect.rows ? total - rect.rows : 0;
}

/* One field with its label, its side and its error. */
static void draw_entry(const struct field *field, struct grid *grid, struct rect rect,
                       const struct layout *layout, int rows, bool focused)
{
    int col = rect.col + layout->label_cols, past = col + layout->field_cols + 1;
    struct rect side = {rect.row, past, rows, rect.col + rect.cols - past};
    draw_label(field, grid, rect.row, rect.col, layout->label_cols);
    draw_field(field, grid, (struct rect){rect.row, col, rows, layout->field_cols}, focused);
    draw_side(field, grid, side, focused);
    if (field->error[0])
        grid_printf(grid, rect.row + rows, col, rect.col + rect.cols - col, STYLE_WARN, "%s %s",
                    grid_glyph(grid, GLYPH_WARN), field->error);
}

void form_draw(struct form *form, struct grid *grid, struct rect rect, bool focused)
{
    if (rect.rows < 1 || rect.cols < 12) return;
    struct layout layout = layout_of(form, rect);
    scroll(form, rect, layout);
    grid_fill(grid, rect, STYLE_NORMAL);
    int row = rect.row - form->top, focus_row = -1, past = rect.row + rect.rows;
    for (int i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        if (!field->visible) continue;
        int rows = text_rows(field, &layout), all_rows = rows + (field->error[0] != 0);
        if (row >= rect.row && row + all_rows <= past) {
            struct rect entry = {row, rect.col, all_rows, rect.cols};
            draw_entry(field, grid, entry, &layout, rows, focused && i == form->focus);
            if (i == form->focus) focus_row = row;
        }
        row += all_rows;
    }
    if (focused && focus_row >= 0 && form->fields[form->focus].picker)
        picker_draw_list(form->fields[form->focus].picker, grid, focus_row,
                         rect.col + layout.label_cols, layout.field_cols);
}
