#include "proto/args.h"

#include "common/clock.h"
#include "common/text.h"
#include "proto/field.h"

static enum reject bad(const struct field *field, struct fault *fault)
{
    *fault = (struct fault){field->name, 0};
    return REJECT_BAD_FIELD;
}

static bool parse_number(struct slice value, uint64_t *number)
{
    *number = 0;
    for (size_t i = 0; i < value.n; i++) {
        if (value.p[i] < '0' || value.p[i] > '9') return false;
        if (__builtin_mul_overflow(*number, 10, number) ||
            __builtin_add_overflow(*number, (uint64_t)(value.p[i] - '0'), number))
            return false;
    }
    return value.n > 0;
}

static bool parse_flag(struct slice value, uint64_t *flag)
{
    *flag = value.n == 0 || slice_equal(value, slice_of("true")) ||
            slice_equal(value, slice_of("yes")) || slice_equal(value, slice_of("1"));
    return *flag || slice_equal(value, slice_of("false")) || slice_equal(value, slice_of("no")) ||
           slice_equal(value, slice_of("0"));
}

static bool parse_roles(struct slice value, uint64_t *roles)
{
    const struct vocabulary *vocabulary = vocabulary_of(VOCABULARY_role);
    *roles = 0;
    for (size_t at = 0; at <= value.n;) {
        const char *comma = at < value.n ? memchr(value.p + at, ',', value.n - at) : NULL;
        size_t end = comma ? (size_t)(comma - value.p) : value.n;
        uint64_t role = word_number(vocabulary, slice_bytes(value.p + at, end - at));
        if (!role) return false;
        *roles |= ROLE_BIT(role);
        at = end + 1;
    }
    return true;
}

static bool parse_word(const struct field *field, struct slice value, uint64_t *number)
{
    switch (field->type) {
    case TYPE_flag:
        return parse_flag(value, number);
    case TYPE_roles:
        return parse_roles(value, number);
    case TYPE_enum:
        *number = word_number(field->vocabulary, value);
        return *number != 0;
    case TYPE_ms:
        return parse_number(value, number) || clock_parse(value, number);
    case TYPE_u64:
    case TYPE_person:
    case TYPE_station:
    case TYPE_session:
    case TYPE_unit:
    case TYPE_line:
    case TYPE_subject:
    case TYPE_script:
    case TYPE_article:
    case TYPE_call:
    case TYPE_ticket:
        return parse_number(value, number);
    case TYPE_code:
    case TYPE_h32:
    case TYPE_text:
    case TYPE_bytes:
    case TYPE_rows:
        break;
    }
    return false;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

static bool parse_hex(struct slice value, unsigned char *out)
{
    if (value.n % 2) return false;
    for (size_t i = 0; i < value.n; i += 2) {
        int high = hex_digit(value.p[i]), low = hex_digit(value.p[i + 1]);
        if (high < 0 || low < 0) return false;
        out[i / 2] = (unsigned char)(high << 4 | low);
    }
    return true;
}

/* Z85: five characters of a base of 85 stand for four bytes, greatest first. */
static bool parse_z85(struct slice value, unsigned char *out)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                 ".-:+=^!/*?&<>()[]{}@%$#";
    if (value.n % 5) return false;
    for (size_t i = 0; i < value.n; i += 5) {
        uint64_t group = 0;
        for (size_t j = i; j < i + 5; j++) {
            const char *digit = memchr(digits, value.p[j], sizeof digits - 1);
            if (!digit) return false;
            group = group * 85 + (uint64_t)(digit - digits);
        }
        if (group > UINT32_MAX) return false;
        for (int shift = 24; shift >= 0; shift -= 8) *out++ = (unsigned char)(group >> shift);
    }
    return true;
}

static bool parse_key(struct slice value, struct h32 *key)
{
    enum { Z85_CHARS = sizeof key->b / 4 * 5, HEX_CHARS = sizeof key->b * 2 };
    if (value.n == Z85_CHARS) return parse_z85(value, key->b);
    return value.n == HEX_CHARS && parse_hex(value, key->b);
}

static enum reject set_number(const struct field *field, struct slice value, uint64_t *at,
                              struct fault *fault)
{
    uint64_t number = 0;
    if (!parse_word(field, value, &number)) return bad(field, fault);
    enum reject reject = field_check_number(field, number, fault);
    if (reject == REJECT_OK) *at = number;
    return reject;
}

static enum reject set_code(const struct field *field, struct slice value, struct code *code,
                            struct fault *fault)
{
    enum reject reject = field_check_text(field, value, fault);
    if (reject != REJECT_OK) return reject;
    ASSERT(value.n < sizeof code->s);
    memset(code, 0, sizeof *code);
    if (value.n) memcpy(code->s, value.p, value.n);
    return REJECT_OK;
}

static enum reject set_bytes(const struct field *field, struct slice value, struct arena *arena,
                             struct slice *at, struct fault *fault)
{
    if (field->max && value.n / 2 > field->max) {
        *fault = (struct fault){field->name, field->max};
        return REJECT_TOO_LONG;
    }
    unsigned char *bytes = arena_take(arena, value.n / 2 + 1);
    if (!bytes) return REJECT_FAILED;
    if (!parse_hex(value, bytes)) return bad(field, fault);
    *at = slice_bytes(bytes, value.n / 2);
    return REJECT_OK;
}

static enum reject set(const struct field *field, void *at, struct slice value, struct arena *arena,
                       struct fault *fault)
{
    if (field->type == TYPE_text) {
        enum reject reject = field_check_text(field, value, fault);
        if (reject == REJECT_OK) *(struct slice *)at = value;
        return reject;
    }
    /* Input methods leave digits and letters full-width: what is no text is folded first. */
    if (!text_valid(value) || (value.n && memchr(value.p, 0, value.n))) {
        *fault = (struct fault){field->name, 0};
        return REJECT_BAD_TEXT;
    }
    const char *folded = text_fold_width(arena, value);
    if (!folded) return REJECT_FAILED;
    value = slice_bytes(folded, strlen(folded));
    switch (field->type) {
        NUMBER_CASES
        return set_number(field, value, at, fault);
    case TYPE_code:
        return set_code(field, value, at, fault);
    case TYPE_h32: {
        struct h32 key;
        if (!parse_key(value, &key)) return bad(field, fault);
        *(struct h32 *)at = key;
        return REJECT_OK;
    }
    case TYPE_bytes:
        return set_bytes(field, value, arena, at, fault);
    case TYPE_text:
    case TYPE_rows:
        break;
    }
    return bad(field, fault);
}

enum reject args_set(const struct message *message, void *body, struct slice name,
                     struct slice value, struct arena *arena, struct fault *fault)
{
    *fault = (struct fault){0};
    for (size_t i = 0; i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        if (slice_equal(slice_of(field->name), name))
            return set(field, (char *)body + field->offset, value, arena, fault);
    }
    return REJECT_BAD_FIELD;
}

const struct field *args_missing(const struct message *message, const void *body)
{
    for (size_t i = 0; i < message->n_fields; i++)
        if (message->fields[i].must && field_empty(&message->fields[i], body))
            return &message->fields[i];
    return NULL;
}
