#include "client/seat/sheet.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/screen/language.h"
#include "client/screen/table.h"
#include "client/seat/copy.h"
#include "client/seat/words.h"
#include "common/text.h"
#include "proto/desc.h"

enum {
    SHEET_BYTES = 4 * 1024 * 1024,
    SHEET_ROWS = 1000, /* who needs more asks for it at the command line */
    AGAIN_MS = 1000,   /* news come in bursts */
    OLD_MS = 60000,
};

/* Rows of one record, one behind the other, in the system's memory; their texts in the arena. */
struct gathered {
    struct arena arena;
    char *bytes;
    size_t n;
};

struct sheet {
    struct seat *seat;
    const struct sheet_kind *kind;
    struct table_column columns[SHEET_COLUMNS];
    struct table *table;
    struct gathered shown, coming;
    bool busy, again, stale, loaded;
    uint64_t asked_ms;
};

struct sheet *sheet_new(struct seat *seat)
{
    struct sheet *sheet = calloc(1, sizeof *sheet);
    if (!sheet) return NULL;
    sheet->seat = seat;
    arena_init(&sheet->shown.arena, SHEET_BYTES);
    arena_init(&sheet->coming.arena, SHEET_BYTES);
    return sheet;
}

static void clear(struct gathered *rows)
{
    arena_reset(&rows->arena);
    free(rows->bytes);
    rows->bytes = NULL;
    rows->n = 0;
}

void sheet_free(struct sheet **sheet)
{
    if (!*sheet) return;
    clear(&(*sheet)->shown);
    clear(&(*sheet)->coming);
    arena_fini(&(*sheet)->shown.arena);
    arena_fini(&(*sheet)->coming.arena);
    table_free(&(*sheet)->table);
    free(*sheet);
    *sheet = NULL;
}

/* ---- the schema's view of it ---- */

static const struct message *page_of(const struct sheet_kind *kind)
{
    return request_desc(kind->request)->answer;
}

static const struct field *rows_of(const struct sheet_kind *kind)
{
    const struct field *rows = message_field(page_of(kind), "rows");
    ASSERT(rows && rows->type == TYPE_rows);
    return rows;
}

static const void *value_at(const void *row, const struct field *field)
{
    return (const char *)row + field->offset;
}

static bool is_number(const struct field *field)
{
    switch (field->type) {
        NUMBER_CASES
        return true;
    case TYPE_code:
    case TYPE_h32:
    case TYPE_text:
    case TYPE_bytes:
    case TYPE_rows:
        break;
    }
    return false;
}

static uint64_t number_of(const void *row, const struct field *field)
{
    return field && is_number(field) ? *(const uint64_t *)value_at(row, field) : 0;
}

static const void *row_at(const struct sheet *sheet, size_t row)
{
    return sheet->shown.bytes + row * rows_of(sheet->kind)->record->size;
}

/* ---- asking ---- */

static void ask(struct sheet *sheet, uint64_t after);

static void ask_anew(struct sheet *sheet)
{
    sheet->again = sheet->busy;
    if (sheet->busy || !sheet->kind) return;
    sheet->stale = false;
    clear(&sheet->coming);
    ask(sheet, 0);
}

static bool take(struct sheet *sheet, const void *page)
{
    struct gathered *coming = &sheet->coming;
    const struct field *rows = rows_of(sheet->kind);
    const void *copy = answer_copy(sheet->kind->request, page, &coming->arena);
    if (!copy) return false;
    const struct rows *more = value_at(copy, rows);
    size_t size = rows->record->size;
    char *bytes = realloc(coming->bytes, (coming->n + more->n + 1) * size);
    if (!bytes) return false;
    coming->bytes = bytes;
    if (more->n) memcpy(bytes + coming->n * size, more->items, more->n * size);
    coming->n += more->n;
    return true;
}

static void on_page(void *ctx, const struct link_answer *answer)
{
    struct sheet *sheet = ctx;
    sheet->busy = false;
    if (sheet->again) {
        ask_anew(sheet);
        return;
    }
    bool good = seat_good(sheet->seat, answer) && sheet->kind && take(sheet, answer->body);
    uint64_t next = 0;
    if (good) next = number_of(answer->body, message_field(page_of(sheet->kind), "next"));
    if (good && next && sheet->coming.n < SHEET_ROWS) {
        ask(sheet, next);
        return;
    }
    if (good) {
        struct gathered old = sheet->shown;
        sheet->shown = sheet->coming;
        sheet->coming = old;
    }
    sheet->loaded = sheet->loaded || good;
    clear(&sheet->coming);
}

/* Whatever the request is, its page fields have the same names. */
static void set(const struct message *message, char *body, const char *name, uint64_t value)
{
    const struct field *field = message_field(message, name);
    if (field) memcpy(body + field->offset, &value, sizeof value);
}

static void ask(struct sheet *sheet, uint64_t after)
{
    const struct message *message = &request_desc(sheet->kind->request)->message;
    char *body = calloc(1, message->size);
    sheet->asked_ms = sheet->seat->mono_ms;
    if (!body) return;
    set(message, body, "after", after);
    set(message, body, "known", sheet->seat->head);
    sheet->busy = seat_ask(sheet->seat, sheet->kind->request, body, false, on_page, sheet);
    free(body);
}

void sheet_show(struct sheet *sheet, const struct sheet_kind *kind)
{
    if (sheet->kind != kind) {
        clear(&sheet->shown);
        sheet->loaded = false;
        table_free(&sheet->table);
    }
    sheet->kind = kind;
    if (!kind) return;
    ASSERT(kind->n_columns <= SHEET_COLUMNS);
    const struct message *record = rows_of(kind)->record;
    for (int i = 0; i < kind->n_columns && !sheet->table; i++) {
        const struct sheet_column *from = &kind->columns[i];
        const struct field *field = message_field(record, from->field);
        ASSERT(field);
        bool right = field->type == TYPE_u64 || field->type == TYPE_ticket;
        sheet->columns[i] = (struct table_column){from->title, from->cols, right};
    }
    if (!sheet->table) sheet->table = table_new(sheet->columns, kind->n_columns);
    ask_anew(sheet);
}

const struct sheet_kind *sheet_shown(const struct sheet *sheet)
{
    return sheet->kind;
}

void sheet_stale(struct sheet *sheet)
{
    sheet->stale = true;
}

void sheet_tick(struct sheet *sheet)
{
    if (!sheet->kind || sheet->busy) return;
    uint64_t age_ms = sheet->seat->mono_ms - sheet->asked_ms;
    if ((sheet->stale && age_ms >= AGAIN_MS) || age_ms >= OLD_MS) ask_anew(sheet);
}

/* ---- the table ---- */

static size_t count(const void *model)
{
    return ((const struct sheet *)model)->shown.n;
}

static uint64_t row_id(const void *model, size_t row)
{
    const struct sheet *sheet = model;
    const struct message *record = rows_of(sheet->kind)->record;
    const char *name = sheet->kind->id;
    uint64_t id = name ? number_of(row_at(sheet, row), message_field(record, name)) : 0;
    return id ? id : row + 1;
}

static void put_word(const struct word *word, char *out, size_t cap)
{
    if (word) snprintf(out, cap, "%s", screen_text(word->label));
}

static void put_number(const struct sheet *sheet, const struct field *field, uint64_t value,
                       char *out, size_t cap)
{
    char text[32];
    if (field->type == TYPE_enum)
        put_word(vocabulary_word(field->vocabulary, value), out, cap);
    else if (field->type == TYPE_ms)
        snprintf(out, cap, "%s", time_short(value, seat_now_ms(sheet->seat), text, sizeof text));
    else if (field->type == TYPE_flag)
        snprintf(out, cap, "%s", value ? _("yes") : "");
    else if (value || field->type == TYPE_u64)
        snprintf(out, cap, "%llu", (unsigned long long)value);
}

/* Open, and its time is over. */
static bool is_late(const struct sheet *sheet, const void *row)
{
    const struct message *record = rows_of(sheet->kind)->record;
    if (!sheet->kind->due) return false;
    uint64_t due_ms = number_of(row, message_field(record, sheet->kind->due));
    return number_of(row, message_field(record, "state")) == duty_state_open && due_ms &&
           due_ms < seat_now_ms(sheet->seat);
}

static enum style cell(const void *model, size_t at, int column, char *out, size_t cap)
{
    const struct sheet *sheet = model;
    const void *row = row_at(sheet, at);
    const char *name = sheet->kind->columns[column].field;
    const struct field *field = message_field(rows_of(sheet->kind)->record, name);
    out[0] = 0;
    if (is_number(field)) {
        bool late = sheet->kind->due && strcmp(name, sheet->kind->due) == 0 && is_late(sheet, row);
        int used = late ? snprintf(out, cap, "! ") : 0;
        put_number(sheet, field, number_of(row, field), out + used, cap - (size_t)used);
        return late ? STYLE_WARN : STYLE_NORMAL;
    }
    if (field->type == TYPE_code)
        snprintf(out, cap, "%s", ((const struct code *)value_at(row, field))->s);
    if (field->type == TYPE_text) {
        struct slice text = *(const struct slice *)value_at(row, field);
        snprintf(out, cap, "%.*s", (int)text_fit_bytes(text, cap - 1), text.p ? text.p : "");
    }
    return STYLE_NORMAL;
}

static struct table_source source_of(const struct sheet *sheet)
{
    return (struct table_source){sheet, count, row_id, cell};
}

bool sheet_key(struct sheet *sheet, const struct key *key)
{
    struct table_source source = source_of(sheet);
    return sheet->kind && sheet->table && table_key(sheet->table, &source, key);
}

uint64_t sheet_value(struct sheet *sheet, const char *field)
{
    struct table_source source = source_of(sheet);
    if (!sheet->kind || !sheet->table) return 0;
    uint64_t id = table_selected(sheet->table, &source);
    const struct message *record = rows_of(sheet->kind)->record;
    for (size_t i = 0; id && i < sheet->shown.n; i++)
        if (row_id(sheet, i) == id)
            return number_of(row_at(sheet, i), message_field(record, field));
    return 0;
}

void sheet_draw(struct sheet *sheet, struct grid *grid, struct rect rect, bool focused)
{
    struct table_source source = source_of(sheet);
    if (rect.rows < 3 || !sheet->kind || !sheet->table) return;
    grid_puts(grid, rect.row, rect.col + 1, rect.cols - 2, STYLE_TITLE,
              screen_text(sheet->kind->title));
    struct rect table = {rect.row + 1, rect.col, rect.rows - 1, rect.cols};
    table_draw(sheet->table, &source, grid, table, focused,
               sheet->loaded ? N_("Nothing here.") : N_("Asking …"));
}
