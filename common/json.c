#include "common/json.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "common/text.h"

void json_init(struct json *json)
{
    *json = (struct json){0};
}

void json_init_file(struct json *json, FILE *file)
{
    *json = (struct json){.file = file};
}

void json_fini(struct json *json)
{
    free(json->buffer);
    *json = (struct json){0};
}

/* Room for n more bytes and a zero. */
static bool grow(struct json *json, size_t n)
{
    if (json->size - json->used > n) return true;
    if (n >= LIMIT_JSON || json->used > LIMIT_JSON - n) {
        json->err = ERR_LIMIT;
        return false;
    }
    size_t size = json->size ? json->size * 2 : 1024;
    while (size - json->used <= n) size *= 2;
    char *buffer = realloc(json->buffer, size);
    if (!buffer) {
        json->err = ERR_NOMEM;
        return false;
    }
    json->buffer = buffer;
    json->size = size;
    return true;
}

/* stdio does not always say why it failed. */
static enum err file_error(void)
{
    return errno ? err_from_errno(errno) : ERR_IO;
}

static void put(struct json *json, struct slice piece)
{
    if (json->err || piece.n == 0) return;
    if (json->file) {
        errno = 0;
        if (fwrite(piece.p, 1, piece.n, json->file) != piece.n) json->err = file_error();
        return;
    }
    if (!grow(json, piece.n)) return;
    memcpy(json->buffer + json->used, piece.p, piece.n);
    json->used += piece.n;
    json->buffer[json->used] = '\0';
}

static void put_str(struct json *json, const char *text)
{
    put(json, slice_of(text));
}

static void separate(struct json *json, const char *separator)
{
    if (json->level[json->depth].filled) put_str(json, separator);
    json->level[json->depth].filled = true;
}

static void begin_value(struct json *json)
{
    if (json->level[json->depth].object) {
        ASSERT(json->keyed);
        json->keyed = false;
        return;
    }
    separate(json, json->depth == 0 ? "\n" : ",");
}

static void begin(struct json *json, bool object)
{
    if (json->err) return;
    begin_value(json);
    if (json->depth == LIMIT_JSON_DEPTH) {
        json->err = ERR_LIMIT;
        return;
    }
    put_str(json, object ? "{" : "[");
    json->depth++;
    json->level[json->depth].object = object;
    json->level[json->depth].filled = false;
}

static void end(struct json *json, bool object)
{
    if (json->err) return;
    ASSERT(json->depth > 0 && json->level[json->depth].object == object && !json->keyed);
    put_str(json, object ? "}" : "]");
    json->depth--;
}

void json_object_begin(struct json *json)
{
    begin(json, true);
}

void json_object_end(struct json *json)
{
    end(json, true);
}

void json_array_begin(struct json *json)
{
    begin(json, false);
}

void json_array_end(struct json *json)
{
    end(json, false);
}

static void put_escape(struct json *json, uint32_t rune)
{
    char text[16];
    if (rune == '"' || rune == '\\')
        snprintf(text, sizeof text, "\\%c", (char)rune);
    else if (rune == '\n')
        snprintf(text, sizeof text, "\\n");
    else if (rune < 0x10000)
        snprintf(text, sizeof text, "\\u%04" PRIx32, rune);
    else
        snprintf(text, sizeof text, "\\u%04" PRIx32 "\\u%04" PRIx32,
                 0xD800 + ((rune - 0x10000) >> 10), 0xDC00 + ((rune - 0x10000) & 0x3FF));
    put_str(json, text);
}

static void put_quoted(struct json *json, struct slice text)
{
    put_str(json, "\"");
    size_t from = 0; /* what stands before `at` and needs no escape goes out in one piece */
    for (size_t at = 0, bytes; at < text.n; at += bytes) {
        uint32_t rune;
        bytes = text_rune(text, at, &rune);
        bool invalid = bytes == 1 && rune > 0x7F;
        if (!invalid && rune != '"' && rune != '\\' && !text_rune_unclean(rune)) continue;
        put(json, (struct slice){text.p + from, at - from});
        if (invalid)
            put_str(json, "\xEF\xBF\xBD");
        else
            put_escape(json, rune);
        from = at + bytes;
    }
    if (from < text.n) put(json, (struct slice){text.p + from, text.n - from});
    put_str(json, "\"");
}

void json_key(struct json *json, const char *key)
{
    if (json->err) return;
    ASSERT(json->level[json->depth].object && !json->keyed);
    separate(json, ",");
    put_quoted(json, slice_of(key));
    put_str(json, ":");
    json->keyed = true;
}

void json_text(struct json *json, struct slice text)
{
    if (json->err) return;
    begin_value(json);
    put_quoted(json, text);
}

void json_str(struct json *json, const char *zero_terminated)
{
    if (zero_terminated)
        json_text(json, slice_of(zero_terminated));
    else
        json_null(json);
}

void json_hex(struct json *json, struct slice bytes)
{
    if (json->err) return;
    begin_value(json);
    put_str(json, "\"");
    for (size_t i = 0; i < bytes.n; i++) {
        char text[3];
        snprintf(text, sizeof text, "%02x", (unsigned char)bytes.p[i]);
        put_str(json, text);
    }
    put_str(json, "\"");
}

static void put_word(struct json *json, const char *word)
{
    if (json->err) return;
    begin_value(json);
    put_str(json, word);
}

void json_u64(struct json *json, uint64_t value)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, value);
    put_word(json, text);
}

void json_i64(struct json *json, int64_t value)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRId64, value);
    put_word(json, text);
}

void json_f64(struct json *json, double value)
{
    char text[352];
    if (!isfinite(value)) return json_null(json);
    int n = snprintf(text, sizeof text, "%.6f", value);
    while (text[n - 1] == '0') text[--n] = '\0';
    if (text[n - 1] == '.') text[--n] = '\0';
    put_word(json, strcmp(text, "-0") == 0 ? "0" : text);
}

void json_bool(struct json *json, bool value)
{
    put_word(json, value ? "true" : "false");
}

void json_null(struct json *json)
{
    put_word(json, "null");
}

enum err json_finish(struct json *json)
{
    if (json->err) return json->err;
    ASSERT(json->depth == 0);
    if (json->level[0].filled) put_str(json, "\n");
    json->level[0].filled = false;
    errno = 0;
    if (!json->err && json->file && fflush(json->file)) json->err = file_error();
    return json->err;
}

struct slice json_result(const struct json *json)
{
    return json->buffer ? (struct slice){json->buffer, json->used} : slice_of("");
}
