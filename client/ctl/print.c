/* Answers for people: pages as tables, everything else as "name value". */
#include <libintl.h>

#include "client/ctl/ctl.h"
#include "common/clock.h"
#include "common/text.h"

#define _(text) gettext(text)

enum { CELL_COLUMNS = 40, CELL_BYTES = 512, COLUMNS_MOST = 64 };

static const char *number_text(const struct field *field, uint64_t value, char *out, size_t cap)
{
    if (field->type == TYPE_ms) return clock_format_short(value, out, cap);
    if (field->type == TYPE_flag) return snprintf(out, cap, "%s", _("yes")), out;
    if (field->type == TYPE_roles) {
        size_t n = 0;
        const struct vocabulary *roles = vocabulary_of(VOCABULARY_role);
        out[0] = '\0';
        for (size_t i = 0; i < roles->n && n < cap; i++)
            if (value & ROLE_BIT(roles->words[i].number))
                n += (size_t)snprintf(out + n, cap - n, "%s%s", n ? ", " : "",
                                      _(roles->words[i].label));
        return out;
    }
    if (field->type == TYPE_enum) {
        for (size_t i = 0; i < field->vocabulary->n; i++)
            if (field->vocabulary->words[i].number == value)
                return snprintf(out, cap, "%s", _(field->vocabulary->words[i].label)), out;
    }
    snprintf(out, cap, "%llu", (unsigned long long)value);
    return out;
}

/* What may be done with a ticket now: words, where programs read bits. */
static const char *events_text(uint64_t events, char *out, size_t cap)
{
    size_t n = 0;
    const struct vocabulary *all = vocabulary_of(VOCABULARY_ticket_event);
    out[0] = '\0';
    for (size_t i = 0; i < all->n && n < cap; i++)
        if (events & UINT64_C(1) << all->words[i].number)
            n += (size_t)snprintf(out + n, cap - n, "%s%s", n ? ", " : "", all->words[i].name);
    return out;
}

static void hex(const unsigned char *bytes, size_t n, char *out, size_t cap)
{
    out[0] = '\0';
    for (size_t i = 0; i < n && 2 * i + 2 < cap; i++) snprintf(out + 2 * i, 3, "%02x", bytes[i]);
}

static bool all_zero(const unsigned char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (bytes[i]) return false;
    return true;
}

/* The field's value as clean text; "" when it is zero or empty. */
static const char *value_text(struct ctl *ctl, const struct field *field, const void *body,
                              char out[CELL_BYTES])
{
    const char *at = (const char *)body + field->offset;
    out[0] = '\0';
    if (field->type == TYPE_code) {
        return ((const struct code *)(const void *)at)->s;
    } else if (field->type == TYPE_h32) {
        const struct h32 *key = (const void *)at;
        if (!all_zero(key->b, sizeof key->b)) hex(key->b, sizeof key->b, out, CELL_BYTES);
    } else if (field->type == TYPE_text) {
        const char *clean =
            text_clean(&ctl->arena, *(const struct slice *)(const void *)at, TEXT_LINES);
        return clean ? clean : "";
    } else if (field->type == TYPE_bytes) {
        const struct slice *bytes = (const void *)at;
        hex((const unsigned char *)bytes->p, bytes->n, out, CELL_BYTES);
    } else if (field->type != TYPE_rows) {
        uint64_t value = *(const uint64_t *)(const void *)at;
        if (value && strcmp(field->name, "events") == 0) return events_text(value, out, CELL_BYTES);
        if (value) return number_text(field, value, out, CELL_BYTES);
    }
    return out;
}

/* One line of at most CELL_COLUMNS columns. */
static struct slice cell(const char *text)
{
    size_t line = strcspn(text, "\n");
    struct slice whole = slice_bytes(text, line);
    return slice_bytes(text, text_fit(whole, CELL_COLUMNS));
}

static void pad(FILE *out, struct slice text, int width)
{
    fwrite(text.p, 1, text.n, out);
    for (int i = text_width(text); i < width; i++) fputc(' ', out);
    fputs("  ", out);
}

/* A column: a field of the record, or of the one record that a field of it holds. */
struct column {
    const struct field *field, *inner;
    int width; /* 0: empty in all rows, and left out */
};

static size_t columns_of(const struct message *record, struct column out[COLUMNS_MOST])
{
    size_t n = 0;
    for (size_t f = 0; f < record->n_fields; f++) {
        const struct field *field = &record->fields[f];
        bool one = field->type == TYPE_rows && field->max == 1;
        size_t inner = one ? field->record->n_fields : 1;
        for (size_t i = 0; i < inner && (one || field->type != TYPE_rows); i++) {
            ASSERT(n < COLUMNS_MOST);
            out[n++] = (struct column){field, one ? &field->record->fields[i] : NULL, 0};
        }
    }
    return n;
}

static const char *column_text(struct ctl *ctl, const struct column *column, const void *row,
                               char out[CELL_BYTES])
{
    if (!column->inner) return value_text(ctl, column->field, row, out);
    const struct rows *one = (const void *)((const char *)row + column->field->offset);
    return one->n ? value_text(ctl, column->inner, one->items, out) : "";
}

static const char *column_name(const struct column *column)
{
    return (column->inner ? column->inner : column->field)->name;
}

static void row_print(struct ctl *ctl, const struct column *columns, size_t n, const void *row)
{
    char text[CELL_BYTES];
    for (size_t i = 0; i < n; i++) {
        if (columns[i].width == 0) continue;
        pad(ctl->out,
            row ? cell(column_text(ctl, &columns[i], row, text))
                : slice_of(column_name(&columns[i])),
            columns[i].width);
    }
    fputc('\n', ctl->out);
}

/* Wide enough for all rows and the name; which columns there are, as bits. */
static uint64_t columns_measure(struct ctl *ctl, struct column *columns, size_t n,
                                const struct message *record, const struct rows *rows)
{
    char text[CELL_BYTES];
    uint64_t there = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t r = 0; r < rows->n; r++) {
            const void *row = (const char *)rows->items + r * record->size;
            int width = text_width(cell(column_text(ctl, &columns[i], row, text)));
            if (width > columns[i].width) columns[i].width = width;
        }
        int name = (int)strlen(column_name(&columns[i]));
        if (columns[i].width == 0) continue;
        there |= UINT64_C(1) << i;
        if (columns[i].width < name) columns[i].width = name;
    }
    return there;
}

void print_rows(struct ctl *ctl, const struct field *rows_field, const void *answer, bool header)
{
    const struct message *record = rows_field->record;
    const struct rows *rows = (const void *)((const char *)answer + rows_field->offset);
    struct column columns[COLUMNS_MOST];
    size_t n = columns_of(record, columns);
    uint64_t there = columns_measure(ctl, columns, n, record, rows);
    if (rows->n == 0) {
        if (header) fputs(_("nothing\n"), ctl->err);
        return;
    }
    if (header || there != ctl->columns) row_print(ctl, columns, n, NULL);
    ctl->columns = there;
    for (size_t r = 0; r < rows->n; r++)
        row_print(ctl, columns, n, (const char *)rows->items + r * record->size);
}

/* "name value"; further lines of a text stand below its first. */
static void value_print(struct ctl *ctl, const char *name, const char *value)
{
    const char *at = value;
    do {
        int line = (int)strcspn(at, "\n");
        fprintf(ctl->out, "%-16s %.*s\n", at == value ? name : "", line, at);
        at += line;
    } while (*at++ == '\n');
}

/* Whether a table would cut something off that is nowhere else to be read. */
static bool rows_overflow(struct ctl *ctl, const struct message *record, const struct rows *rows)
{
    char text[CELL_BYTES];
    struct column columns[COLUMNS_MOST];
    size_t n = columns_of(record, columns);
    for (size_t r = 0; r < rows->n; r++)
        for (size_t i = 0; i < n; i++) {
            const char *value =
                column_text(ctl, &columns[i], (const char *)rows->items + r * record->size, text);
            if (cell(value).n < strlen(value)) return true;
        }
    return false;
}

/* The rows one below the other, each as lines. */
static void blocks_print(struct ctl *ctl, const struct message *record, const struct rows *rows)
{
    char text[CELL_BYTES];
    struct column columns[COLUMNS_MOST];
    size_t n = columns_of(record, columns);
    for (size_t r = 0; r < rows->n; r++) {
        if (r) fputc('\n', ctl->out);
        for (size_t i = 0; i < n; i++) {
            const char *value =
                column_text(ctl, &columns[i], (const char *)rows->items + r * record->size, text);
            if (value[0]) value_print(ctl, column_name(&columns[i]), value);
        }
    }
}

static void rows_print(struct ctl *ctl, const struct field *field, const void *answer)
{
    const struct rows *rows = (const void *)((const char *)answer + field->offset);
    if (!rows->n) return;
    fprintf(ctl->out, "%s:\n", field->name);
    if (rows_overflow(ctl, field->record, rows))
        blocks_print(ctl, field->record, rows);
    else
        print_rows(ctl, field, answer, true);
}

void print_answer(struct ctl *ctl, const struct message *record, const void *answer)
{
    char text[CELL_BYTES];
    for (size_t f = 0; f < record->n_fields; f++) {
        const struct field *field = &record->fields[f];
        if (field->type == TYPE_rows) {
            rows_print(ctl, field, answer);
            continue;
        }
        if (field->class == CLASS_SECRET) continue;
        const char *value = value_text(ctl, field, answer, text);
        if (value[0]) value_print(ctl, field->name, value);
    }
}
