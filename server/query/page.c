#include "server/query/page.h"

/* The longest heads that msgpack has: of a map's key (tags stay below 256) and of a number, a text,
 * bytes, an array or a map. */
enum { KEY_BYTES = 2, NUMBER_BYTES = 9, HEAD_BYTES = 5, TAG_BELOW = 256 };

static size_t field_bytes(const struct field *field, const char *at)
{
    switch (field->type) {
        NUMBER_CASES
        return *(const uint64_t *)at ? KEY_BYTES + NUMBER_BYTES : 0;
    case TYPE_code:
        return *at ? KEY_BYTES + HEAD_BYTES + strlen(at) : 0;
    case TYPE_h32:
        return KEY_BYTES + HEAD_BYTES + sizeof(struct h32);
    case TYPE_text:
    case TYPE_bytes: {
        const struct slice *text = (const void *)at;
        return text->n ? KEY_BYTES + HEAD_BYTES + text->n : 0;
    }
    case TYPE_rows: {
        const struct rows *rows = (const void *)at;
        size_t bytes = KEY_BYTES + HEAD_BYTES;
        for (size_t i = 0; i < rows->n; i++)
            bytes +=
                record_bytes(field->record, (const char *)rows->items + i * field->record->size);
        return bytes;
    }
    }
    ASSERT(!"a field type of the schema");
    return 0;
}

size_t record_bytes(const struct message *record, const void *body)
{
    size_t bytes = HEAD_BYTES;
    for (size_t i = 0; i < record->n_fields; i++) {
        ASSERT(record->fields[i].tag < TAG_BELOW);
        bytes += field_bytes(&record->fields[i], (const char *)body + record->fields[i].offset);
    }
    return bytes;
}

static const struct field *rows_field(const struct message *answer, const char *name)
{
    for (size_t i = 0; i < answer->n_fields; i++)
        if (answer->fields[i].type == TYPE_rows && strcmp(answer->fields[i].name, name) == 0)
            return &answer->fields[i];
    ASSERT(!"the answer has such rows");
    return NULL;
}

void page_begin(struct page *page, const struct query *query, const struct message *answer,
                const char *field, uint64_t most, size_t room)
{
    const struct field *rows = rows_field(answer, field);
    if (most == 0 || most > rows->max) most = rows->max;
    *page = (struct page){.arena = query->arena, .record = rows->record, .most = most};
    page->left = room > KEY_BYTES + HEAD_BYTES ? room - KEY_BYTES - HEAD_BYTES : 0;
    page->items = arena_take(query->arena, most * rows->record->size);
    page->failed = page->items == NULL;
}

bool page_add(struct page *page, const void *item)
{
    if (page->failed || page->n == page->most) return false;
    size_t bytes = record_bytes(page->record, item);
    if (bytes > page->left) return false;
    memcpy(page->items + page->n * page->record->size, item, page->record->size);
    page->left -= bytes;
    page->n++;
    return true;
}

struct rows page_rows(const struct page *page)
{
    return (struct rows){page->items, page->n};
}

enum reject page_reject(const struct page *page)
{
    return page->failed ? REJECT_FAILED : REJECT_OK;
}
