#include "proto/field.h"

#include "common/text.h"

bool field_empty(const struct field *field, const void *body)
{
    static const struct h32 zero;
    const char *at = (const char *)body + field->offset;
    switch (field->type) {
        NUMBER_CASES
        return *(const uint64_t *)(const void *)at == 0;
    case TYPE_code:
        return *at == 0;
    case TYPE_h32:
        return memcmp(at, &zero, sizeof zero) == 0;
    case TYPE_text:
    case TYPE_bytes:
        return ((const struct slice *)(const void *)at)->n == 0;
    case TYPE_rows:
        return ((const struct rows *)(const void *)at)->n == 0;
    }
    return true;
}

static bool roles_known(uint64_t roles)
{
    const struct vocabulary *vocabulary = vocabulary_of(VOCABULARY_role);
    for (size_t i = 0; i < vocabulary->n; i++) roles &= ~ROLE_BIT(vocabulary->words[i].number);
    return roles == 0;
}

enum reject field_check_number(const struct field *field, uint64_t value, struct fault *fault)
{
    *fault = (struct fault){field->name, 0};
    if (field->max && value > field->max) {
        fault->limit = field->max;
        return REJECT_BAD_FIELD;
    }
    if (field->type == TYPE_enum && value && !vocabulary_word(field->vocabulary, value))
        return REJECT_BAD_FIELD;
    if (field->type == TYPE_roles && !roles_known(value)) return REJECT_BAD_FIELD;
    *fault = (struct fault){0};
    return REJECT_OK;
}

enum reject field_check_text(const struct field *field, struct slice value, struct fault *fault)
{
    enum text_flags flags = field->max > LIMIT_NAME ? TEXT_LINES : TEXT_ONE_LINE;
    *fault = (struct fault){field->name, 0};
    if (field->max && value.n > field->max) {
        fault->limit = field->max;
        return REJECT_TOO_LONG;
    }
    if (!text_is_clean(value, flags)) return REJECT_BAD_TEXT;
    *fault = (struct fault){0};
    return REJECT_OK;
}
