#include "client/screen/palette.h"

#include <stdlib.h>

#include "client/screen/editor.h"
#include "client/screen/language.h"
#include "client/screen/picker.h"
#include "common/text.h"

enum { QUERY_BYTES = LIMIT_NAME, POPUP_COLS = 76, POPUP_ROWS = 20, KEY_COLS = 11, LABEL_COLS = 20 };

struct palette {
    bool open;
    enum palette_use use;
    const struct keymap *map;
    const struct keyfilter *filter;
    struct editor *query;
    int marked; /* counted among the matches */
    int intent;
};

struct palette *palette_new(void)
{
    struct palette *palette = calloc(1, sizeof *palette);
    if (!palette) return NULL;
    palette->intent = KEYS_NO_INTENT;
    palette->query = editor_new(EDITOR_LINE, QUERY_BYTES);
    if (!palette->query) palette_free(&palette);
    return palette;
}

void palette_free(struct palette **palette)
{
    if (!*palette) return;
    editor_free(&(*palette)->query);
    free(*palette);
    *palette = NULL;
}

void palette_open(struct palette *palette, enum palette_use use, const struct keymap *map,
                  const struct keyfilter *filter)
{
    palette->open = true;
    palette->use = use;
    palette->map = map;
    palette->filter = filter;
    palette->marked = 0;
    palette->intent = KEYS_NO_INTENT;
    editor_clear(palette->query);
}

bool palette_is_open(const struct palette *palette)
{
    return palette->open;
}

int palette_intent(const struct palette *palette)
{
    return palette->intent;
}

static bool is_allowed(const struct palette *palette, const struct keybind *bind)
{
    const struct keyfilter *filter = palette->filter;
    return !filter || !filter->allows || filter->allows(filter->model, bind->intent);
}

/* Found by its words in English and in the language of the screen. */
static bool is_found(const struct palette *palette, const struct keybind *bind)
{
    struct slice query = editor_text(palette->query);
    const char *label = screen_text(bind->label), *help = screen_text(bind->help);
    struct pick_item texts[] = {{.id = 1, .code = bind->label, .name = label},
                                {.id = 2, .code = bind->label, .name = bind->label},
                                {.id = 3, .name = help},
                                {.id = 4, .name = bind->help}};
    if (palette->use == PALETTE_RUN && !is_allowed(palette, bind)) return false;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (pick_item_matches(&texts[i], query)) return true;
    return false;
}

/* The nth match, or NULL; with nth < 0 only counts into *matches. */
static const struct keybind *match_at(const struct palette *palette, int nth, int *matches)
{
    *matches = 0;
    for (const struct keymap *map = palette->map; map; map = map->next)
        for (int i = 0; i < map->count; i++)
            if (is_found(palette, &map->binds[i]) && (*matches)++ == nth) return &map->binds[i];
    return NULL;
}

static void walk(struct palette *palette, int by)
{
    int matches;
    match_at(palette, -1, &matches);
    palette->marked += by;
    if (palette->marked >= matches) palette->marked = matches - 1;
    if (palette->marked < 0) palette->marked = 0;
}

static enum palette_answer take_marked(struct palette *palette)
{
    int matches;
    const struct keybind *bind = match_at(palette, palette->marked, &matches);
    if (palette->use == PALETTE_RUN && !bind) return PALETTE_STAYS;
    palette->open = false;
    if (palette->use == PALETTE_HELP) return PALETTE_CLOSED;
    palette->intent = bind->intent;
    return PALETTE_CHOSEN;
}

enum palette_answer palette_key(struct palette *palette, const struct key *key)
{
    if (key->kind == KEYS_NAMED) {
        enum key_name name = key->name;
        if (name == K_ENTER) return take_marked(palette);
        if (name == K_ESC) {
            palette->open = false;
            return PALETTE_CLOSED;
        }
        int by = name == K_UP          ? -1
                 : name == K_DOWN      ? 1
                 : name == K_PAGE_UP   ? 1 - POPUP_ROWS
                 : name == K_PAGE_DOWN ? POPUP_ROWS - 1
                                       : 0;
        if (by) {
            walk(palette, by);
            return PALETTE_STAYS;
        }
    }
    if (editor_key(palette->query, key) == EDITOR_CHANGED) palette->marked = 0;
    return PALETTE_STAYS;
}

static void draw_entry(const struct palette *palette, struct grid *grid, struct rect line,
                       const struct keybind *bind, bool marked)
{
    char key[24];
    enum style style = marked ? STYLE_SELECTED : STYLE_POPUP;
    int col = line.col + 2, edge = line.col + line.cols;
    grid_fill(grid, line, style);
    if (marked) grid_puts(grid, line.row, line.col, 1, style, grid_glyph(grid, GLYPH_MARK));
    grid_puts(grid, line.row, col, KEY_COLS, style, keypress_text(&bind->key, key, sizeof key));
    col += KEY_COLS + 1;
    grid_put_cell(grid, line.row, col, LABEL_COLS, style, slice_of(screen_text(bind->label)),
                  false);
    col += LABEL_COLS + 1;
    const char *help = is_allowed(palette, bind) ? screen_text(bind->help) : _("(not now)");
    if (edge > col) grid_put_cell(grid, line.row, col, edge - col, style, slice_of(help), false);
}

void palette_draw(struct palette *palette, struct grid *grid)
{
    if (!palette->open) return;
    int rows = grid->rows - 4 < POPUP_ROWS ? grid->rows - 4 : POPUP_ROWS, matches;
    int cols = grid->cols - 2 < POPUP_COLS ? grid->cols - 2 : POPUP_COLS;
    if (rows < 3 || cols < 20) return;
    bool help = palette->use == PALETTE_HELP;
    struct rect in = grid_popup(grid, rows, cols, help ? _("Keys") : _("What to do"));
    int used = grid_puts(grid, in.row, in.col + 1, in.cols / 2, STYLE_POPUP_TITLE, _("Search"));
    struct rect field = {in.row, in.col + used + 2, 1, in.cols - used - 3};
    int shown = in.rows - 2;
    match_at(palette, -1, &matches);
    if (matches == 0)
        grid_puts(grid, in.row + 2, in.col + 2, in.cols - 2, STYLE_POPUP, _("Nothing matches"));
    int top = palette->marked >= shown ? palette->marked - shown + 1 : 0;
    for (int i = 0; i < shown && top + i < matches; i++) {
        int seen;
        const struct keybind *bind = match_at(palette, top + i, &seen);
        struct rect line = {in.row + 2 + i, in.col, 1, in.cols};
        draw_entry(palette, grid, line, bind, top + i == palette->marked);
    }
    editor_draw(palette->query, grid, field, STYLE_FOCUS, true);
}
