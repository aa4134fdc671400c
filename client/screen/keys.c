#include "client/screen/keys.h"

#include <stdio.h>

#include "client/screen/language.h"
#include "common/text.h"

struct key key_text(const char *text)
{
    return (struct key){.kind = KEYS_TEXT, .text = slice_of(text)};
}

struct key key_named(enum key_name name)
{
    return (struct key){.kind = KEYS_NAMED, .name = name};
}

struct key key_ctrl(char letter)
{
    return (struct key){.kind = KEYS_CTRL, .letter = letter};
}

struct key key_alt(char letter)
{
    return (struct key){.kind = KEYS_ALT, .letter = letter};
}

struct key key_paste(struct slice text)
{
    return (struct key){.kind = KEYS_PASTE, .text = text};
}

static bool presses(const struct keypress *press, const struct key *key)
{
    if (press->kind != key->kind) return false;
    switch (press->kind) {
    case KEYS_NAMED:
        return press->name == key->name;
    case KEYS_CTRL:
    case KEYS_ALT:
        return press->letter == key->letter;
    case KEYS_TEXT:
        return key->text.n == 1 && key->text.p[0] == press->letter;
    case KEYS_NONE:
    case KEYS_PASTE:
    case KEYS_RESIZE:
    case KEYS_CLOSED:
        return false;
    }
    return false;
}

static bool allowed(const struct keyfilter *filter, int intent)
{
    return !filter || !filter->allows || filter->allows(filter->model, intent);
}

int keymap_intent(const struct keymap *map, const struct keyfilter *filter, const struct key *key)
{
    for (; map; map = map->next)
        for (int i = 0; i < map->count; i++)
            if (presses(&map->binds[i].key, key) && allowed(filter, map->binds[i].intent))
                return map->binds[i].intent;
    return KEYS_NO_INTENT;
}

const char *keypress_text(const struct keypress *press, char *out, size_t cap)
{
    static const char *const names[] = {
#define K(name, written) written,
        KEY_NAME_TABLE(K)
#undef K
    };
    ASSERT(cap > 0);
    out[0] = 0;
    switch (press->kind) {
    case KEYS_NAMED:
        snprintf(out, cap, "%s", names[press->name]);
        break;
    case KEYS_CTRL:
        snprintf(out, cap, "Ctrl-%c", press->letter - 'a' + 'A');
        break;
    case KEYS_ALT:
        snprintf(out, cap, "Alt-%c", press->letter);
        break;
    case KEYS_TEXT:
        snprintf(out, cap, "%c", press->letter);
        break;
    case KEYS_NONE:
    case KEYS_PASTE:
    case KEYS_RESIZE:
    case KEYS_CLOSED:
        break;
    }
    return out;
}

/* Answers the column behind the entry, or col when it does not fit whole. */
static int draw_entry(const struct keybind *bind, struct grid *grid, int row, int col)
{
    char key[24];
    const char *label = screen_text(bind->label);
    keypress_text(&bind->key, key, sizeof key);
    int wanted = text_width(slice_of(key)) + 1 + text_width(slice_of(label)) + 1;
    if (col + wanted > grid->cols) return col;
    col += grid_puts(grid, row, col, grid->cols, STYLE_BAR_KEY, key);
    grid_puts(grid, row, col++, 1, STYLE_BAR, " ");
    col += grid_puts(grid, row, col, grid->cols, STYLE_BAR, label);
    grid_puts(grid, row, col++, 1, STYLE_BAR, " ");
    return col;
}

void keymap_draw_bar(const struct keymap *map, const struct keyfilter *filter, struct grid *grid,
                     int row)
{
    int col = 0;
    grid_fill(grid, (struct rect){row, 0, 1, grid->cols}, STYLE_BAR);
    for (; map; map = map->next)
        for (int i = 0; i < map->count; i++)
            if (map->binds[i].on_bar && allowed(filter, map->binds[i].intent))
                col = draw_entry(&map->binds[i], grid, row, col);
}
