/* Answers for people: pages as tables, everything else as "name: value". */
#include <libintl.h>

#include "client/ctl/ctl.h"
#include "common/clock.h"
#include "common/text.h"

#define _(text) gettext(text)

enum { CELL_COLUMNS = 40, CELL_BYTES = 512 };

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
                n += (size_t)snprintf(out + n, cap - n, "%s%s", n ? "," : "", roles->words[i].name);
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

void print_rows(struct ctl *ctl, const struct field *rows_field, const void *answer, bool header)
{
    const struct message *record = rows_field->record;
    const struct rows *rows = (const void *)((const char *)answer + rows_field->offset);
    char text[CELL_BYTES];
    int widths[64];
    ASSERT(record->n_fields <= 64);
    for (size_t f = 0; f < record->n_fields; f++) {
        widths[f] = (int)strlen(record->fields[f].name);
        for (size_t i = 0; i < rows->n; i++) {
            const void *row = (const char *)rows->items + i * record->size;
            int width = text_width(cell(value_text(ctl, &record->fields[f], row, text)));
            if (width > widths[f]) widths[f] = width;
        }
    }
    for (size_t f = 0; header && f < record->n_fields; f++)
        pad(ctl->out, slice_of(record->fields[f].name), widths[f]);
    if (header) fputc('\n', ctl->out);
    for (size_t i = 0; i < rows->n; i++) {
        const void *row = (const char *)rows->items + i * record->size;
        for (size_t f = 0; f < record->n_fields; f++)
            pad(ctl->out, cell(value_text(ctl, &record->fields[f], row, text)), widths[f]);
        fputc('\n', ctl->out);
    }
}

void print_answer(struct ctl *ctl, const struct message *record, const void *answer)
{
    char text[CELL_BYTES];
    for (size_t f = 0; f < record->n_fields; f++) {
        const struct field *field = &record->fields[f];
        if (field->type == TYPE_rows) {
            const struct rows *rows = (const void *)((const char *)answer + field->offset);
            if (!rows->n) continue;
            fprintf(ctl->out, "%s:\n", field->name);
            print_rows(ctl, field, answer, true);
            continue;
        }
        if (field->class == CLASS_SECRET) continue;
        const char *value = value_text(ctl, field, answer, text);
        if (value[0]) fprintf(ctl->out, "%-16s %s\n", field->name, value);
    }
}
