#include "client/seat/list.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/screen/language.h"
#include "client/screen/table.h"
#include "client/seat/copy.h"
#include "client/seat/words.h"

enum {
    LIST_BYTES = 4 * 1024 * 1024,
    LIST_ROWS = 1000, /* who has more looks for them in another way */
    AGAIN_MS = 1000,  /* news come in bursts */
    OLD_MS = 60000,
};

enum { COL_NUMBER, COL_STATE, COL_TYPE, COL_MATTER, COL_UNIT, COL_DUE };

/* What all rows have in common needs no column: the state where only one is shown, the unit among
 * one's own. */
enum shape { SHAPE_ALL, SHAPE_STATE, SHAPE_UNIT, SHAPES };

static const struct table_column columns[SHAPES][6] = {
    [SHAPE_ALL] = {{N_("Ticket"), 8, true},
                   {N_("State"), 12, false},
                   {N_("Type"), 8, false},
                   {N_("Matter"), 0, false},
                   {N_("Unit"), 14, false},
                   {N_("Due"), 15, false}},
    [SHAPE_STATE] = {{N_("Ticket"), 8, true},
                     {N_("Type"), 12, false},
                     {N_("Matter"), 0, false},
                     {N_("Unit"), 14, false},
                     {N_("Due"), 15, false}},
    [SHAPE_UNIT] = {{N_("Ticket"), 8, true},
                    {N_("State"), 17, false},
                    {N_("Type"), 12, false},
                    {N_("Matter"), 0, false},
                    {N_("Due"), 15, false}},
};
static const int columns_n[SHAPES] = {6, 5, 5};
static const int column_of[SHAPES][6] = {
    [SHAPE_ALL] = {COL_NUMBER, COL_STATE, COL_TYPE, COL_MATTER, COL_UNIT, COL_DUE},
    [SHAPE_STATE] = {COL_NUMBER, COL_TYPE, COL_MATTER, COL_UNIT, COL_DUE},
    [SHAPE_UNIT] = {COL_NUMBER, COL_STATE, COL_TYPE, COL_MATTER, COL_DUE},
};

static enum shape shape_of(enum ticket_view view)
{
    switch (view) {
    case ticket_view_state:
        return SHAPE_STATE;
    case ticket_view_unit:
        return SHAPE_UNIT;
    case ticket_view_none:
    case ticket_view_mine:
    case ticket_view_all:
        break;
    }
    return SHAPE_ALL;
}

struct rows_of {
    struct arena arena;
    struct rec_ticket_item *items; /* in the system's memory */
    size_t n;
};

struct list {
    struct seat *seat;
    struct table *tables[SHAPES];
    const char *title;
    enum ticket_view view;
    enum ticket_state state;
    bool asking; /* only those whose extension waits; state is what is asked for now */
    struct rows_of shown, coming;
    bool busy, stale, loaded;
    bool again; /* something else is wanted than what the question under way asks for */
    uint64_t asked_ms;
};

struct list *list_new(struct seat *seat)
{
    struct list *list = calloc(1, sizeof *list);
    if (!list) return NULL;
    list->seat = seat;
    list->title = "";
    arena_init(&list->shown.arena, LIST_BYTES);
    arena_init(&list->coming.arena, LIST_BYTES);
    for (int i = 0; i < SHAPES && list; i++) {
        list->tables[i] = table_new(columns[i], columns_n[i]);
        if (!list->tables[i]) list_free(&list);
    }
    return list;
}

static struct table *table_of(const struct list *list)
{
    return list->tables[shape_of(list->view)];
}

static void rows_clear(struct rows_of *rows)
{
    arena_reset(&rows->arena);
    free(rows->items);
    rows->items = NULL;
    rows->n = 0;
}

void list_free(struct list **list)
{
    if (!*list) return;
    rows_clear(&(*list)->shown);
    rows_clear(&(*list)->coming);
    arena_fini(&(*list)->shown.arena);
    arena_fini(&(*list)->coming.arena);
    for (int i = 0; i < SHAPES; i++) table_free(&(*list)->tables[i]);
    free(*list);
    *list = NULL;
}

/* ---- asking ---- */

static void ask(struct list *list, uint64_t after);
static void ask_anew(struct list *list);

static bool take(struct rows_of *rows, const struct rec_ticket_page *page)
{
    const struct rec_ticket_page *copy = answer_copy(request_ticket_list, page, &rows->arena);
    if (!copy) return false;
    struct rec_ticket_item *items =
        realloc(rows->items, (rows->n + copy->rows.n + 1) * sizeof *items);
    if (!items) return false;
    rows->items = items;
    if (copy->rows.n) memcpy(items + rows->n, copy->rows.items, copy->rows.n * sizeof *items);
    rows->n += copy->rows.n;
    return true;
}

static void on_page(void *ctx, const struct link_answer *answer)
{
    struct list *list = ctx;
    list->busy = false;
    if (list->again) {
        ask_anew(list);
        return;
    }
    bool good = seat_good(list->seat, answer);
    const struct rec_ticket_page *page = good ? answer->body : NULL;
    if (good && !take(&list->coming, page)) good = false;
    if (good && page->next && list->coming.n < LIST_ROWS) {
        ask(list, page->next);
        return;
    }
    if (good && list->asking && list->state == ticket_state_handling) {
        list->state = ticket_state_committed; /* whose date was promised may need more time, too */
        ask(list, 0);
        return;
    }
    if (good) {
        struct rows_of old = list->shown;
        list->shown = list->coming;
        list->coming = old;
        list->loaded = true;
    }
    rows_clear(&list->coming);
}

static void ask(struct list *list, uint64_t after)
{
    struct req_ticket_list wanted = {.view = list->view,
                                     .state = list->state,
                                     .asking = list->asking,
                                     .after = after,
                                     .known = list->seat->head};
    list->asked_ms = list->seat->mono_ms;
    list->busy = seat_ask(list->seat, request_ticket_list, &wanted, false, on_page, list);
}

static void ask_anew(struct list *list)
{
    list->again = list->busy;
    if (list->busy) return;
    list->stale = false;
    rows_clear(&list->coming);
    if (list->asking) list->state = ticket_state_handling;
    ask(list, 0);
}

static void show(struct list *list, const char *title, enum ticket_view view,
                 enum ticket_state state, bool asking)
{
    bool same = list->view == view && list->asking == asking && (asking || list->state == state);
    list->title = title;
    list->asking = asking;
    list->view = view;
    list->state = state;
    if (!same) {
        rows_clear(&list->shown);
        list->loaded = false;
        table_select(table_of(list), 0);
    }
    ask_anew(list);
}

void list_show(struct list *list, const char *title, enum ticket_view view, enum ticket_state state)
{
    show(list, title, view, state, false);
}

void list_show_asking(struct list *list, const char *title)
{
    show(list, title, ticket_view_state, ticket_state_handling, true);
}

enum ticket_view list_view(const struct list *list)
{
    return list->view;
}

void list_stale(struct list *list)
{
    list->stale = true;
}

void list_tick(struct list *list)
{
    if (list->view == ticket_view_none || list->busy) return;
    uint64_t age_ms = list->seat->mono_ms - list->asked_ms;
    if ((list->stale && age_ms >= AGAIN_MS) || age_ms >= OLD_MS) ask_anew(list);
}

/* ---- the table ---- */

static size_t count(const void *model)
{
    return ((const struct list *)model)->shown.n;
}

static uint64_t row_id(const void *model, size_t row)
{
    return ((const struct list *)model)->shown.items[row].ticket;
}

static void put(char *out, size_t cap, struct slice text)
{
    snprintf(out, cap, "%.*s", (int)text.n, text.p ? text.p : "");
}

/* "3d", "5h", "12m". */
static void put_late(uint64_t late_ms, char *out, size_t cap)
{
    unsigned long long m = late_ms / 60000;
    if (m >= 2 * 24 * 60)
        snprintf(out, cap, _("%llud"), m / (24 * 60));
    else if (m >= 120)
        snprintf(out, cap, _("%lluh"), m / 60);
    else
        snprintf(out, cap, _("%llum"), m);
}

/* The deadline, and how much of its time is gone; once it has passed, by how much. A glyph and a
 * word: colour never stands alone. */
static enum style due_text(const struct list *list, const struct rec_ticket_item *item, char *out,
                           size_t cap)
{
    char text[32];
    uint64_t now_ms = seat_now_ms(list->seat);
    if (!item->overdue) {
        bool most = item->warning == warning_most, half = item->warning == warning_half;
        snprintf(out, cap, "%s%s",
                 most   ? "80% "
                 : half ? "50% "
                        : "",
                 time_short(item->due_ms, now_ms, text, sizeof text));
        return most ? STYLE_WARN : STYLE_NORMAL;
    }
    put_late(now_ms > item->due_ms ? now_ms - item->due_ms : 0, text, sizeof text);
    snprintf(out, cap, _("! overdue %s"), text);
    return STYLE_WARN;
}

static size_t add_mark(char *out, size_t cap, size_t used, const char *word)
{
    if (!word[0] || used >= cap) return used;
    return used + (size_t)snprintf(out + used, cap - used, "%s%s", used ? "·" : "[", word);
}

/* "[urgent·supervised] the matter": what sets it apart from the others of the list. */
static enum style matter_text(const struct rec_ticket_item *item, char *out, size_t cap)
{
    char marks[200] = "";
    size_t n = 0;
    if (item->urgency > urgency_level_normal)
        n = add_mark(marks, sizeof marks, n, word_text(VOCABULARY_urgency_level, item->urgency));
    if (item->supervision) n = add_mark(marks, sizeof marks, n, _("superv."));
    if (item->secrecy > secrecy_normal)
        n = add_mark(marks, sizeof marks, n,
                     item->secrecy == secrecy_confidential ? _("secret") : _("internal"));
    if (item->anonymity == anonymity_anonymous)
        n = add_mark(marks, sizeof marks, n, word_text(VOCABULARY_anonymity, item->anonymity));
    if (item->asks_time) n = add_mark(marks, sizeof marks, n, _("+time"));
    if (item->duplicate_of) n = add_mark(marks, sizeof marks, n, _("duplicate"));
    struct slice about = item->matter.n ? item->matter : item->subject;
    snprintf(out, cap, "%s%s%.*s", marks, n ? "] " : "", (int)about.n, about.p ? about.p : "");
    return item->urgency == urgency_level_emergency ? STYLE_WARN : STYLE_NORMAL;
}

static enum style cell(const void *model, size_t row, int column, char *out, size_t cap)
{
    const struct list *list = model;
    const struct rec_ticket_item *item = &list->shown.items[row];
    out[0] = 0;
    switch (column_of[shape_of(list->view)][column]) {
    case COL_NUMBER:
        snprintf(out, cap, "%llu", (unsigned long long)item->ticket);
        return STYLE_NORMAL;
    case COL_STATE:
        snprintf(out, cap, "%s", word_text(VOCABULARY_ticket_state, item->state));
        return STYLE_NORMAL;
    case COL_TYPE:
        snprintf(out, cap, "%s", word_text(VOCABULARY_ticket_type, item->type));
        return STYLE_NORMAL;
    case COL_MATTER:
        return matter_text(item, out, cap);
    case COL_UNIT:
        put(out, cap, item->unit);
        return STYLE_NORMAL;
    case COL_DUE:
        return due_text(list, item, out, cap);
    default:
        return STYLE_NORMAL;
    }
}

static struct table_source source_of(const struct list *list)
{
    return (struct table_source){list, count, row_id, cell};
}

bool list_key(struct list *list, const struct key *key)
{
    struct table_source source = source_of(list);
    return table_key(table_of(list), &source, key);
}

uint64_t list_selected(struct list *list)
{
    struct table_source source = source_of(list);
    return table_selected(table_of(list), &source);
}

enum ticket_state list_selected_state(struct list *list)
{
    uint64_t id = list_selected(list);
    for (size_t i = 0; id && i < list->shown.n; i++)
        if (list->shown.items[i].ticket == id) return (enum ticket_state)list->shown.items[i].state;
    return ticket_state_none;
}

void list_draw(struct list *list, struct grid *grid, struct rect rect, bool focused)
{
    struct table_source source = source_of(list);
    if (rect.rows < 3) return;
    grid_puts(grid, rect.row, rect.col + 1, rect.cols - 2, STYLE_TITLE, screen_text(list->title));
    struct rect table = {rect.row + 1, rect.col, rect.rows - 1, rect.cols};
    table_draw(table_of(list), &source, grid, table, focused,
               list->loaded ? N_("Nothing here.") : N_("Asking …"));
}
