#include "common/text.h"

#include <utf8proc.h>

#include "common/err.h"
#include "common/pinyin.h"

enum { REPLACEMENT = 0xFFFD, ZERO_WIDTH_JOINER = 0x200D };

static bool plain_ascii(char c)
{
    return c >= 0x20 && c < 0x7F;
}

/* What text_rune decodes, and whether it stands for an invalid byte. */
struct rune {
    uint32_t value;
    size_t bytes;
    bool valid;
};

static struct rune rune_at(struct slice s, size_t at)
{
    ASSERT(at < s.n);
    if (plain_ascii(s.p[at])) return (struct rune){(unsigned char)s.p[at], 1, true};
    utf8proc_int32_t value;
    utf8proc_ssize_t bytes =
        utf8proc_iterate((const utf8proc_uint8_t *)s.p + at, (utf8proc_ssize_t)(s.n - at), &value);
    if (bytes <= 0) return (struct rune){REPLACEMENT, 1, false};
    return (struct rune){(uint32_t)value, (size_t)bytes, true};
}

/* The end of the run from `at` on of plain ASCII and of U+3000 to U+CFFF, which are valid and clean
 * without a look at any table: a matter in Chinese is nearly all of these, and asking the library
 * for each was most of what it cost to check one. */
static size_t plain_end(struct slice s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s.p;
    for (;;) {
        if (at < s.n && plain_ascii(s.p[at]))
            at++;
        else if (s.n - at >= 3 && p[at] >= 0xE3 && p[at] <= 0xEC && (p[at + 1] & 0xC0) == 0x80 &&
                 (p[at + 2] & 0xC0) == 0x80)
            at += 3;
        else
            return at;
    }
}

/* The rune that ends at `at` (> 0). A forward scan stops at every lead byte, because it takes
 * invalid bytes one by one; so the first start whose rune ends exactly here is the right one. */
static size_t rune_before(struct slice s, size_t at)
{
    for (size_t back = 2; back <= 4 && back <= at; back++) {
        struct rune rune = rune_at(s, at - back);
        if (rune.valid && rune.bytes == back) return at - back;
    }
    return at - 1;
}

bool text_valid(struct slice s)
{
    for (size_t at = plain_end(s, 0); at < s.n;) {
        struct rune rune = rune_at(s, at);
        if (!rune.valid) return false;
        at = plain_end(s, at + rune.bytes);
    }
    return true;
}

size_t text_rune(struct slice s, size_t at, uint32_t *rune)
{
    struct rune found = rune_at(s, at);
    *rune = found.value;
    return found.bytes;
}

bool text_rune_unclean(uint32_t rune)
{
    if (rune >= 0x20 && rune < 0x7F) return false;
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)rune);
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
           category == UTF8PROC_CATEGORY_CS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

bool text_rune_han(uint32_t rune)
{
    return (rune >= 0x4E00 && rune <= 0x9FFF) || (rune >= 0x3400 && rune <= 0x4DBF) ||
           (rune >= 0x20000 && rune <= 0x323AF) || (rune >= 0xF900 && rune <= 0xFAFF) ||
           rune == 0x3005 || rune == 0x3007;
}

bool text_rune_letter(uint32_t rune)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)rune);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

size_t text_next(struct slice s, size_t at)
{
    if (at >= s.n) return s.n;
    if (plain_ascii(s.p[at]) && (at + 1 == s.n || plain_ascii(s.p[at + 1]))) return at + 1;
    struct rune rune = rune_at(s, at);
    utf8proc_int32_t state = 0;
    for (at += rune.bytes; at < s.n; at += rune.bytes) {
        struct rune after = rune_at(s, at);
        if (!rune.valid || !after.valid) break;
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)rune.value,
                                             (utf8proc_int32_t)after.value, &state))
            break;
        rune = after;
    }
    return at;
}

/* Whether a grapheme certainly starts at `at`, whatever stands before its two neighbours. Pairs
 * of flags and joined emoji depend on more, so they are never certain. */
static bool surely_starts(struct slice s, size_t at)
{
    if (at == 0) return true;
    struct rune before = rune_at(s, rune_before(s, at));
    struct rune after = rune_at(s, at);
    if (!before.valid || !after.valid) return true;
    return before.value != ZERO_WIDTH_JOINER &&
           utf8proc_grapheme_break((utf8proc_int32_t)before.value, (utf8proc_int32_t)after.value);
}

size_t text_prev(struct slice s, size_t at)
{
    if (at > s.n) at = s.n;
    if (at == 0) return 0;
    size_t start = rune_before(s, at);
    while (!surely_starts(s, start)) start = rune_before(s, start);
    for (size_t next = text_next(s, start); next < at; next = text_next(s, next)) start = next;
    return start;
}

size_t text_graphemes(struct slice s)
{
    size_t count = 0;
    for (size_t at = 0; at < s.n; at = text_next(s, at)) count++;
    return count;
}

/* Width of the one grapheme s[at..end). A flag is two letters of width 1; a joined emoji is
 * several of width 2, drawn as one. */
static int grapheme_width(struct slice s, size_t at, size_t end)
{
    int width = 0;
    while (at < end && width < 2) {
        struct rune rune = rune_at(s, at);
        width += rune.valid ? utf8proc_charwidth((utf8proc_int32_t)rune.value) : 1;
        at += rune.bytes;
    }
    return width > 2 ? 2 : width;
}

int text_width(struct slice s)
{
    int width = 0;
    for (size_t at = 0, next; at < s.n; at = next) {
        next = text_next(s, at);
        width += grapheme_width(s, at, next);
    }
    return width;
}

size_t text_fit(struct slice s, int cols)
{
    size_t at = 0;
    while (at < s.n && cols >= 0) {
        size_t next = text_next(s, at);
        cols -= grapheme_width(s, at, next);
        if (cols < 0) break;
        at = next;
    }
    return at;
}

size_t text_fit_bytes(struct slice s, size_t max)
{
    size_t at = 0;
    while (at < s.n) {
        size_t next = text_next(s, at);
        if (next > max) break;
        at = next;
    }
    return at;
}

size_t text_whole(struct slice s)
{
    enum { LONGEST = 4 };
    for (size_t piece = 1; piece < LONGEST && piece <= s.n; piece++) {
        unsigned char byte = (unsigned char)s.p[s.n - piece];
        if ((byte & 0xC0) == 0x80) continue; /* the character begins before it */
        size_t wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return wanted > piece ? s.n - piece : s.n;
    }
    return s.n;
}

bool text_is_clean(struct slice s, enum text_flags flags)
{
    for (size_t at = plain_end(s, 0); at < s.n;) {
        struct rune rune = rune_at(s, at);
        if (!rune.valid) return false;
        bool allowed_line = rune.value == '\n' && (flags & TEXT_LINES);
        if (!allowed_line && text_rune_unclean(rune.value)) return false;
        at = plain_end(s, at + rune.bytes);
    }
    return true;
}

/* Answers the bytes written, or only counted when out is NULL. */
static size_t clean_into(struct slice s, enum text_flags flags, char *out)
{
    size_t used = 0;
    for (size_t at = 0; at < s.n;) {
        struct rune rune = rune_at(s, at);
        struct slice piece = {s.p + at, rune.bytes};
        if (!rune.valid)
            piece = slice_of("\xEF\xBF\xBD");
        else if (rune.value == '\t' || (rune.value == '\n' && !(flags & TEXT_LINES)))
            piece = slice_of(" ");
        else if (rune.value != '\n' && text_rune_unclean(rune.value))
            piece.n = 0;
        if (out && piece.n) memcpy(out + used, piece.p, piece.n);
        used += piece.n;
        at += rune.bytes;
    }
    return used;
}

char *text_clean(struct arena *arena, struct slice s, enum text_flags flags)
{
    char *out = arena_take(arena, clean_into(s, flags, NULL) + 1);
    if (out) clean_into(s, flags, out);
    return out;
}

static uint32_t fold_width(uint32_t rune)
{
    if (rune >= 0xFF01 && rune <= 0xFF5E) return rune - 0xFF01 + '!';
    return rune == 0x3000 ? ' ' : rune;
}

char *text_fold_width(struct arena *arena, struct slice s)
{
    char *out = arena_take(arena, s.n + 1); /* folding only ever shortens */
    size_t used = 0;
    for (size_t at = 0; out && at < s.n;) {
        struct rune rune = rune_at(s, at);
        uint32_t folded = fold_width(rune.value);
        if (folded != rune.value)
            out[used++] = (char)folded;
        else
            for (size_t i = 0; i < rune.bytes; i++) out[used++] = s.p[at + i];
        at += rune.bytes;
    }
    return out;
}

/* Writes pieces whole, as long as they fit. */
struct sink {
    char *out;
    size_t cap, used;
    bool full;
};

static struct sink sink_open(char *out, size_t cap)
{
    ASSERT(cap > 0);
    out[0] = '\0';
    return (struct sink){.out = out, .cap = cap};
}

static void sink_put(struct sink *sink, struct slice piece)
{
    if (sink->full || piece.n >= sink->cap - sink->used) {
        sink->full = true;
        return;
    }
    memcpy(sink->out + sink->used, piece.p, piece.n);
    sink->used += piece.n;
    sink->out[sink->used] = '\0';
}

/* Shows `head` graphemes, then `stars` stars, then the last `tail` graphemes. */
static void mask(struct slice s, size_t head, size_t stars, size_t tail, char *out, size_t cap)
{
    struct sink sink = sink_open(out, cap);
    for (size_t at = 0, next; head > 0; head--, at = next) {
        next = text_next(s, at);
        sink_put(&sink, (struct slice){s.p + at, next - at});
    }
    while (stars-- > 0) sink_put(&sink, slice_of("*"));
    size_t from = s.n;
    while (tail-- > 0) from = text_prev(s, from);
    for (size_t at = from, next; at < s.n; at = next) {
        next = text_next(s, at);
        sink_put(&sink, (struct slice){s.p + at, next - at});
    }
}

void text_mask_phone(struct slice phone, char *out, size_t cap)
{
    size_t n = text_graphemes(phone);
    size_t head = n >= 11 ? 3 : 0;
    size_t tail = n >= 7 ? 4 : n >= 2 ? 1 : 0;
    mask(phone, head, n - head - tail, tail, out, cap);
}

void text_mask_name(struct slice name, char *out, size_t cap)
{
    size_t n = text_graphemes(name);
    size_t head = n > 1 ? 1 : 0;
    mask(name, head, n - head, 0, out, cap);
}

void text_mask_address(struct slice address, char *out, size_t cap)
{
    size_t n = text_graphemes(address);
    mask(address, n > 6 ? 6 : n / 2, n > 0 ? 3 : 0, 0, out, cap);
}

void text_initials(struct slice name, char *out, size_t cap)
{
    struct sink sink = sink_open(out, cap);
    for (size_t at = 0; at < name.n;) {
        struct rune rune = rune_at(name, at);
        uint32_t folded = fold_width(rune.value);
        char letter = pinyin_initial(folded);
        if ((folded >= '0' && folded <= '9') || (folded >= 'a' && folded <= 'z'))
            letter = (char)folded;
        else if (folded >= 'A' && folded <= 'Z')
            letter = (char)(folded - 'A' + 'a');
        if (letter) sink_put(&sink, (struct slice){&letter, 1});
        at += rune.bytes;
    }
}
