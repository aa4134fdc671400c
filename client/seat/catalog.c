#include "client/seat/catalog.h"

#include <stdlib.h>

enum {
    CATALOG_BYTES = 32 * 1024 * 1024,
    AGAIN_MS = 10 * 60 * 1000,
    PARENTS = 16, /* a subject tree is not deeper */
};

struct entry {
    const char *above; /* code of the one above; may be NULL */
    const char *unit;  /* code of a subject's usual unit, of a person's unit; may be NULL */
    const char *words; /* a subject's guide, who acts for a unit; may be NULL */
    uint64_t facts;    /* a subject's secrecy, a person's roles */
};

/* What a row has beside its id; all but code and name may be absent. */
struct about {
    const struct code *code;
    struct slice name, synonyms, words;
    const struct code *above, *unit;
    uint64_t facts;
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

static const char *words_copy(struct arena *arena, struct slice text)
{
    return text.n ? arena_copy(arena, text) : NULL;
}

static bool shelf_add(struct shelf *shelf, uint64_t id, const struct about *about)
{
    if (!shelf_grow(shelf)) return false;
    struct arena *arena = &shelf->arena;
    char *name = arena_copy(arena, about->name);
    const char *code = code_copy(arena, about->code);
    if (!name || !code) return false;
    shelf->items[shelf->n] = (struct pick_item){
        .id = id, .code = code, .name = name, .synonyms = words_copy(arena, about->synonyms)};
    shelf->entries[shelf->n] = (struct entry){.above = code_copy(arena, about->above),
                                              .unit = code_copy(arena, about->unit),
                                              .words = words_copy(arena, about->words),
                                              .facts = about->facts};
    shelf->n++;
    return true;
}

/* One function per register: its rows become entries, those that are over left out. */
#define TAKE_ROWS(register, page_name, item, id, over, ...)                                        \
    static bool take_##register(struct shelf * shelf, const void *body)                            \
    {                                                                                              \
        const struct rec_##page_name *page = body;                                                 \
        const struct rec_##item *rows = page->rows.items;                                          \
        for (size_t i = 0; i < page->rows.n; i++) {                                                \
            const struct rec_##item *r = &rows[i];                                                 \
            struct about about = {__VA_ARGS__};                                                    \
            if (!r->over && !shelf_add(shelf, r->id, &about)) return false;                        \
        }                                                                                          \
        return true;                                                                               \
    }
#define TAKE(register, row, id, ...)                                                               \
    TAKE_ROWS(register, row##_page, row##_item, id, retired, __VA_ARGS__)
TAKE(units, unit, unit, .code = &r->code, .name = r->name, .above = &r->parent,
     .words = slice_of(r->acting.s))
TAKE(lines, line, line, .code = &r->code, .name = r->name)
TAKE(subjects, subject, subject, .code = &r->code, .name = r->name, .above = &r->parent,
     .unit = &r->unit, .synonyms = r->synonyms, .words = r->guide, .facts = r->secrecy)
TAKE(articles, article, article, .code = &r->code, .name = r->name)
TAKE(experts, expert, expert, .code = &r->code, .name = r->name, .synonyms = r->contact)
TAKE(people, person, person, .code = &r->number, .name = r->name, .unit = &r->unit,
     .facts = r->roles)
TAKE_ROWS(queues, queue_page, queue_rule, queue, retired, .code = &r->code, .name = r->name)
TAKE(areas, area, area, .code = &r->code, .name = r->name, .above = &r->parent)
TAKE(trees, tree, tree, .code = &r->code, .name = r->name, .synonyms = r->subject)
TAKE_ROWS(outbound, outbound_page, outbound_item, outbound, closed, .code = &r->code,
          .name = r->name)
#undef TAKE
#undef TAKE_ROWS

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
    case CATALOG_EXPERTS:
        *next = ((const struct rec_expert_page *)body)->next;
        return take_experts(&section->coming, body);
    case CATALOG_PEOPLE:
        *next = ((const struct rec_person_page *)body)->next;
        return take_people(&section->coming, body);
    case CATALOG_QUEUES:
        *next = ((const struct rec_queue_page *)body)->next;
        return take_queues(&section->coming, body);
    case CATALOG_AREAS:
        *next = ((const struct rec_area_page *)body)->next;
        return take_areas(&section->coming, body);
    case CATALOG_TREES:
        *next = ((const struct rec_tree_page *)body)->next;
        return take_trees(&section->coming, body);
    case CATALOG_OUTBOUND:
        *next = ((const struct rec_outbound_page *)body)->next;
        return take_outbound(&section->coming, body);
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

static enum request request_of(enum catalog_kind kind)
{
    switch (kind) {
    case CATALOG_UNITS:
        return request_unit_list;
    case CATALOG_LINES:
        return request_line_list;
    case CATALOG_SUBJECTS:
        return request_subject_list;
    case CATALOG_ARTICLES:
        return request_article_list;
    case CATALOG_EXPERTS:
        return request_expert_list;
    case CATALOG_PEOPLE:
        return request_person_list;
    case CATALOG_QUEUES:
        return request_queue_list;
    case CATALOG_AREAS:
        return request_area_list;
    case CATALOG_TREES:
        return request_tree_list;
    case CATALOG_OUTBOUND:
        return request_outbound_list;
    case CATALOG_KINDS:
        break;
    }
    return request_none;
}

static void ask_page(struct section *section, uint64_t after)
{
    struct seat *seat = section->catalog->seat;
    enum request number = request_of(section->kind);
    struct req_unit_list units = {.after = after};
    struct req_line_list lines = {.after = after};
    struct req_subject_list subjects = {.after = after};
    struct req_article_list articles = {.after = after};
    struct req_expert_list experts = {.after = after};
    struct req_person_list people = {.after = after};
    struct req_queue_list queues = {.after = after};
    struct req_area_list areas = {.after = after};
    struct req_tree_list trees = {.after = after};
    struct req_outbound_list outbound = {.after = after};
    const void *const bodies[CATALOG_KINDS] = {
        [CATALOG_UNITS] = &units,       [CATALOG_LINES] = &lines,
        [CATALOG_SUBJECTS] = &subjects, [CATALOG_ARTICLES] = &articles,
        [CATALOG_EXPERTS] = &experts,   [CATALOG_PEOPLE] = &people,
        [CATALOG_QUEUES] = &queues,     [CATALOG_AREAS] = &areas,
        [CATALOG_TREES] = &trees,       [CATALOG_OUTBOUND] = &outbound,
    };
    section->loading = seat_may_ask(seat, number) &&
                       seat_ask(seat, number, bodies[section->kind], false, on_page, section);
}

void catalog_load(struct catalog *catalog)
{
    catalog->loaded_ms = catalog->seat->mono_ms;
    for (int i = 0; i < CATALOG_KINDS; i++)
        if (!catalog->sections[i].loading) ask_page(&catalog->sections[i], 0);
}

void catalog_again(struct catalog *catalog, enum catalog_kind kind)
{
    if (!catalog->sections[kind].loading) ask_page(&catalog->sections[kind], 0);
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

const char *catalog_guide(const struct catalog *catalog, uint64_t subject)
{
    const struct shelf *shelf = &catalog->sections[CATALOG_SUBJECTS].used;
    const struct pick_item *item = by_id(shelf, subject);
    const char *guide = item ? shelf->entries[item - shelf->items].words : NULL;
    return guide ? guide : "";
}

enum secrecy catalog_secrecy(const struct catalog *catalog, uint64_t subject)
{
    const struct shelf *shelf = &catalog->sections[CATALOG_SUBJECTS].used;
    const struct pick_item *item = by_id(shelf, subject);
    for (int i = 0; item && i < PARENTS; i++) {
        const struct entry *entry = &shelf->entries[item - shelf->items];
        if (entry->facts) return (enum secrecy)entry->facts;
        item = by_code(shelf, entry->above);
    }
    return secrecy_none;
}

const char *catalog_acting(const struct catalog *catalog, const char *unit)
{
    const struct shelf *shelf = &catalog->sections[CATALOG_UNITS].used;
    const struct pick_item *item = by_code(shelf, unit);
    const char *acting = item ? shelf->entries[item - shelf->items].words : NULL;
    return acting ? acting : "";
}

void catalog_people(const struct catalog *catalog, uint64_t roles, const char *unit,
                    struct people *out)
{
    const struct shelf *shelf = &catalog->sections[CATALOG_PEOPLE].used;
    out->n = 0;
    for (size_t i = 0; i < shelf->n && out->n < PEOPLE_MOST; i++) {
        const struct entry *entry = &shelf->entries[i];
        bool of_unit = !unit || (entry->unit && strcmp(entry->unit, unit) == 0);
        if (of_unit && (entry->facts & roles)) out->items[out->n++] = shelf->items[i];
    }
}
