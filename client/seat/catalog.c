#include "client/seat/catalog.h"

#include <stdlib.h>

enum {
    CATALOG_BYTES = 32 * 1024 * 1024,
    AGAIN_MS = 10 * 60 * 1000,
    PARENTS = 16, /* a subject tree is not deeper */
};

struct entry {
    const char *above; /* code of the one above; may be NULL */
    const char *unit;  /* code of a subject's usual unit; may be NULL */
};

/* One register's rows, of one loading. */
struct shelf {
    struct arena arena;
    struct pick_item *items; /* in the system's memory, grows */
    struct entry *entries;
    size_t n, cap;
};

struct section {
    struct catalog *catalog;
    enum catalog_kind kind;
    struct shelf used, coming;
    bool loading;
};

struct catalog {
    struct seat *seat;
    void (*changed)(void *ctx, enum catalog_kind kind);
    void *ctx;
    struct section sections[CATALOG_KINDS];
    uint64_t loaded_ms;
};

static void shelf_fini(struct shelf *shelf)
{
    arena_fini(&shelf->arena);
    free(shelf->items);
    free(shelf->entries);
    *shelf = (struct shelf){0};
    arena_init(&shelf->arena, CATALOG_BYTES);
}

struct catalog *catalog_new(struct seat *seat, void (*changed)(void *ctx, enum catalog_kind kind),
                            void *ctx)
{
    struct catalog *catalog = calloc(1, sizeof *catalog);
    if (!catalog) return NULL;
    catalog->seat = seat;
    catalog->changed = changed;
    catalog->ctx = ctx;
    for (int i = 0; i < CATALOG_KINDS; i++) {
        struct section *section = &catalog->sections[i];
        section->catalog = catalog;
        section->kind = (enum catalog_kind)i;
        arena_init(&section->used.arena, CATALOG_BYTES);
        arena_init(&section->coming.arena, CATALOG_BYTES);
    }
    return catalog;
}

void catalog_free(struct catalog **catalog)
{
    if (!*catalog) return;
    for (int i = 0; i < CATALOG_KINDS; i++) {
        shelf_fini(&(*catalog)->sections[i].used);
        shelf_fini(&(*catalog)->sections[i].coming);
    }
    free(*catalog);
    *catalog = NULL;
}

/* ---- loading ---- */

static bool shelf_grow(struct shelf *shelf)
{
    if (shelf->n < shelf->cap) return true;
    size_t cap = shelf->cap ? shelf->cap * 2 : 256;
    struct pick_item *items = realloc(shelf->items, cap * sizeof *items);
    if (items) shelf->items = items;
    struct entry *entries = realloc(shelf->entries, cap * sizeof *entries);
    if (entries) shelf->entries = entries;
    if (!items || !entries) return false;
    shelf->cap = cap;
    return true;
}

static const char *code_copy(struct arena *arena, const struct code *code)
{
    return code && code->s[0] ? arena_copy(arena, slice_of(code->s)) : NULL;
}

static bool shelf_add(struct shelf *shelf, uint64_t id, const struct code *code, struct slice name,
                      const struct code *above, const struct code *unit)
{
    if (!shelf_grow(shelf)) return false;
    char *words = arena_copy(&shelf->arena, name);
    const char *copy = code_copy(&shelf->arena, code);
    if (!words || !copy) return false;
    shelf->items[shelf->n] = (struct pick_item){.id = id, .code = copy, .name = words};
    shelf->entries[shelf->n] =
        (struct entry){code_copy(&shelf->arena, above), code_copy(&shelf->arena, unit)};
    shelf->n++;
    return true;
}

static bool take_units(struct shelf *shelf, const struct rec_unit_page *page)
{
    const struct rec_unit_item *rows = page->rows.items;
    for (size_t i = 0; i < page->rows.n; i++)
        if (!rows[i].retired &&
            !shelf_add(shelf, rows[i].unit, &rows[i].code, rows[i].name, &rows[i].parent, NULL))
            return false;
    return true;
}

static bool take_lines(struct shelf *shelf, const struct rec_line_page *page)
{
    const struct rec_line_item *rows = page->rows.items;
    for (size_t i = 0; i < page->rows.n; i++)
        if (!rows[i].retired &&
            !shelf_add(shelf, rows[i].line, &rows[i].code, rows[i].name, NULL, NULL))
            return false;
    return true;
}

/* R20: a subject is also found by its other words. */
static bool add_subject(struct shelf *shelf, const struct rec_subject_item *row)
{
    if (!shelf_add(shelf, row->subject, &row->code, row->name, &row->parent, &row->unit))
        return false;
    if (row->synonyms.n == 0) return true;
    const char *synonyms = arena_copy(&shelf->arena, row->synonyms);
    shelf->items[shelf->n - 1].synonyms = synonyms;
    return synonyms != NULL;
}

static bool take_subjects(struct shelf *shelf, const struct rec_subject_page *page)
{
    const struct rec_subject_item *rows = page->rows.items;
    for (size_t i = 0; i < page->rows.n; i++)
        if (!rows[i].retired && !add_subject(shelf, &rows[i])) return false;
    return true;
}

static bool take_articles(struct shelf *shelf, const struct rec_article_page *page)
{
    const struct rec_article_item *rows = page->rows.items;
    for (size_t i = 0; i < page->rows.n; i++)
        if (!rows[i].retired &&
            !shelf_add(shelf, rows[i].article, &rows[i].code, rows[i].name, NULL, NULL))
            return false;
    return true;
}

/* Takes a page; answers the next page's cursor in *next. */
static bool take_page(struct section *section, const void *body, uint64_t *next)
{
    switch (section->kind) {
    case CATALOG_UNITS:
        *next = ((const struct rec_unit_page *)body)->next;
        return take_units(&section->coming, body);
    case CATALOG_LINES:
        *next = ((const struct rec_line_page *)body)->next;
        return take_lines(&section->coming, body);
    case CATALOG_SUBJECTS:
        *next = ((const struct rec_subject_page *)body)->next;
        return take_subjects(&section->coming, body);
    case CATALOG_ARTICLES:
        *next = ((const struct rec_article_page *)body)->next;
        return take_articles(&section->coming, body);
    case CATALOG_KINDS:
        break;
    }
    return false;
}

static void ask_page(struct section *section, uint64_t after);

static void on_page(void *ctx, const struct link_answer *answer)
{
    struct section *section = ctx;
    struct catalog *catalog = section->catalog;
    if (!section->loading) return;
    uint64_t next = 0;
    bool good = seat_good(catalog->seat, answer) && take_page(section, answer->body, &next);
    if (good && next) {
        ask_page(section, next);
        return;
    }
    section->loading = false;
    if (good) {
        struct shelf old = section->used;
        section->used = section->coming;
        section->coming = old;
        catalog->changed(catalog->ctx, section->kind);
    }
    shelf_fini(&section->coming);
}

static void ask_page(struct section *section, uint64_t after)
{
    struct seat *seat = section->catalog->seat;
    struct req_unit_list units = {.after = after};
    struct req_line_list lines = {.after = after};
    struct req_subject_list subjects = {.after = after};
    struct req_article_list articles = {.after = after};
    section->loading = true;
    switch (section->kind) {
    case CATALOG_UNITS:
        section->loading = seat_ask(seat, request_unit_list, &units, false, on_page, section);
        break;
    case CATALOG_LINES:
        section->loading = seat_ask(seat, request_line_list, &lines, false, on_page, section);
        break;
    case CATALOG_SUBJECTS:
        section->loading = seat_ask(seat, request_subject_list, &subjects, false, on_page, section);
        break;
    case CATALOG_ARTICLES:
        section->loading = seat_ask(seat, request_article_list, &articles, false, on_page, section);
        break;
    case CATALOG_KINDS:
        break;
    }
}

void catalog_load(struct catalog *catalog)
{
    catalog->loaded_ms = catalog->seat->mono_ms;
    for (int i = 0; i < CATALOG_KINDS; i++)
        if (!catalog->sections[i].loading) ask_page(&catalog->sections[i], 0);
}

void catalog_tick(struct catalog *catalog)
{
    bool old = catalog->seat->mono_ms >= catalog->loaded_ms + AGAIN_MS;
    if (catalog->seat->stage == SEAT_IN && old) catalog_load(catalog);
}

/* ---- looking up ---- */

const struct pick_item *catalog_items(const struct catalog *catalog, enum catalog_kind kind,
                                      size_t *n)
{
    *n = catalog->sections[kind].used.n;
    return catalog->sections[kind].used.items;
}

static const struct pick_item *by_id(const struct shelf *shelf, uint64_t id)
{
    for (size_t i = 0; i < shelf->n; i++)
        if (shelf->items[i].id == id) return &shelf->items[i];
    return NULL;
}

static const struct pick_item *by_code(const struct shelf *shelf, const char *code)
{
    for (size_t i = 0; code && i < shelf->n; i++)
        if (strcmp(shelf->items[i].code, code) == 0) return &shelf->items[i];
    return NULL;
}

const char *catalog_code(const struct catalog *catalog, enum catalog_kind kind, uint64_t id)
{
    const struct pick_item *item = by_id(&catalog->sections[kind].used, id);
    return item ? item->code : "";
}

const char *catalog_name(const struct catalog *catalog, enum catalog_kind kind, uint64_t id)
{
    const struct pick_item *item = by_id(&catalog->sections[kind].used, id);
    return item ? item->name : "";
}

uint64_t catalog_id(const struct catalog *catalog, enum catalog_kind kind, const char *code)
{
    const struct pick_item *item = by_code(&catalog->sections[kind].used, code);
    return item ? item->id : 0;
}

uint64_t catalog_usual_unit(const struct catalog *catalog, uint64_t subject)
{
    const struct shelf *shelf = &catalog->sections[CATALOG_SUBJECTS].used;
    const struct pick_item *item = by_id(shelf, subject);
    for (int i = 0; item && i < PARENTS; i++) {
        const struct entry *entry = &shelf->entries[item - shelf->items];
        if (entry->unit) return catalog_id(catalog, CATALOG_UNITS, entry->unit);
        item = by_code(shelf, entry->above);
    }
    return 0;
}
