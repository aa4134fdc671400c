#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "common/text.h"

#define S(literal) slice_bytes(literal, sizeof(literal) - 1)

/* Encodes without any check, so that forbidden forms can be made as well. */
static size_t encode(uint32_t rune, char *out)
{
    if (rune < 0x80) {
        out[0] = (char)rune;
        return 1;
    }
    size_t n = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = n - 1; i > 0; i--, rune >>= 6) out[i] = (char)(0x80 | (rune & 0x3F));
    out[0] = (char)(lead[n] | rune);
    return n;
}

static void every_code_point_is_valid_but_surrogates(void **state)
{
    (void)state;
    for (uint32_t rune = 0; rune <= 0x110000; rune++) {
        char bytes[4];
        struct slice s = {bytes, encode(rune, bytes)};
        bool good = rune <= 0x10FFFF && !(rune >= 0xD800 && rune <= 0xDFFF);
        if (text_valid(s) != good) fail_msg("U+%04X", rune);
        if (!good) continue;
        uint32_t decoded;
        assert_int_equal(text_rune(s, 0, &decoded), s.n);
        assert_int_equal(decoded, rune);
        s.n--; /* cut short */
        if (s.n > 0) assert_false(text_valid(s));
    }
}

static void broken_forms_are_invalid(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "\x80",             /* continuation alone */
        "\xBF\xBF",         /* likewise */
        "\xC0\x80",         /* overlong zero */
        "\xC1\xBF",         /* overlong 0x7F */
        "\xE0\x9F\xBF",     /* overlong 0x7FF */
        "\xF0\x8F\xBF\xBF", /* overlong 0xFFFF */
        "\xED\xA0\x80",     /* first surrogate */
        "\xED\xBF\xBF",     /* last surrogate */
        "\xF4\x90\x80\x80", /* U+110000 */
        "\xF5\x80\x80\x80",
        "\xF8\x88\x80\x80\x80",
        "\xFE",
        "\xFF",
        "\xC3",         /* cut */
        "\xE4\xB8",     /* cut */
        "\xF0\x9F\x98", /* cut */
        "\xE4\xB8\x41", /* ASCII where a continuation belongs */
        "\xC3\xC3\xA9", /* lead after lead */
        "\xD0\xD0",     /* GB2312, not UTF-8 */
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct slice s = slice_of(bad[i]);
        if (text_valid(s)) fail_msg("case %zu is taken for valid", i);
        assert_false(text_is_clean(s, TEXT_LINES));
        char mixed[32];
        snprintf(mixed, sizeof mixed, "市%s政", bad[i]);
        assert_false(text_valid(slice_of(mixed)));
    }
    assert_true(text_valid(S("")));
    assert_true(text_valid(slice_bytes(NULL, 0)));
    assert_true(text_valid(S("a\0b")));
}

static void invalid_bytes_count_one_by_one(void **state)
{
    (void)state;
    struct slice s = S("\xE4\xB8"
                       "a"
                       "\xFF");
    assert_int_equal(text_graphemes(s), 4);
    assert_int_equal(text_width(s), 4);
    uint32_t rune;
    assert_int_equal(text_rune(s, 0, &rune), 1);
    assert_int_equal(rune, 0xFFFD);
}

static void graphemes_stay_whole(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t graphemes;
        int width;
    } cases[] = {
        {"", 0, 0},
        {"abc", 3, 3},
        {"市政设施", 4, 8},
        {"e\u0301", 1, 1},                                    /* e with a combining acute */
        {"\u0301", 1, 0},                                     /* a mark alone */
        {"ａ１", 2, 4},                                       /* full-width */
        {"，。", 2, 4},                                       /* full-width punctuation */
        {"…“”·", 4, 4},                                       /* ambiguous: narrow */
        {"\U0001F600", 1, 2},                                 /* emoji */
        {"\U0001F44D\U0001F3FD", 1, 2},                       /* with a skin tone */
        {"\u261D\U0001F3FD", 1, 2},                           /* 1 + 2 columns, drawn in 2 */
        {"\U0001F468\u200D\U0001F469\u200D\U0001F467", 1, 2}, /* joined */
        {"\U0001F1E8\U0001F1F3", 1, 2},                       /* a flag */
        {"\U0001F1E8\U0001F1F3\U0001F1E8\U0001F1F3", 2, 4},   /* two flags */
        {"\r\n", 1, 0},
        {"\u1112\u1161\u11AB", 1, 2}, /* Hangul in parts */
        {"\U00020BB7野家", 3, 6},     /* Han outside the first plane */
        {"a\u4E2D\u0308b", 3, 4},     /* a mark on a Han character */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slice s = slice_of(cases[i].text);
        if (text_graphemes(s) != cases[i].graphemes || text_width(s) != cases[i].width)
            fail_msg("case %zu: %zu graphemes, %d wide", i, text_graphemes(s), text_width(s));
    }
}

/* Random strings of pieces that are known to make trouble: going back meets the boundaries that
 * going on met, and nothing is ever split or skipped. */
static void going_back_meets_the_same_boundaries(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "a",      "中",         "\u0301",     "\u200D", "\U0001F468", "\U0001F1E8",
        "\u1112", "\u1161",     "\r",         "\n",     "\xFF",       "\xE4\xB8",
        "\u0E33", "\uFE0F",     "\U0001F3FD", "\u0600", "\U0001F1F3", "\x80",
        " ",      "\U00020BB7", "\uAC00",     "\u11A8",
    };
    unsigned seed = 20261122;
    print_message("seed %u\n", seed);
    srandom(seed);
    for (int round = 0; round < 20000; round++) {
        char text[128];
        size_t n = 0;
        for (long count = random() % 12; count >= 0; count--) {
            const char *piece = pieces[(size_t)random() % (sizeof pieces / sizeof *pieces)];
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
        }
        struct slice s = {text, n};
        size_t count = 0;
        for (size_t at = 0, next; at < n; at = next, count++) {
            next = text_next(s, at);
            assert_true(next > at && next <= n);
            if (text_prev(s, next) != at)
                fail_msg("round %d: from %zu to %zu, not %zu", round, next, text_prev(s, next), at);
        }
        assert_int_equal(count, text_graphemes(s));
        assert_int_equal(text_next(s, n), n);
        assert_int_equal(text_prev(s, 0), 0);
    }
}

static void fit_splits_nothing(void **state)
{
    (void)state;
    struct slice s = S("a中e\u0301文"); /* 1 + 2 + 1 + 2 columns, 1 + 3 + 3 + 3 bytes */
    static const size_t by_cols[] = {0, 1, 1, 4, 7, 7, 10, 10};
    for (int cols = 0; cols < 8; cols++) assert_int_equal(text_fit(s, cols), by_cols[cols]);
    assert_int_equal(text_fit(s, -1), 0);
    static const size_t by_bytes[] = {0, 1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10};
    for (size_t max = 0; max < 12; max++) assert_int_equal(text_fit_bytes(s, max), by_bytes[max]);
    assert_int_equal(text_fit(S(""), 5), 0);
    assert_int_equal(text_fit(S("\u0301a"), 0), 2); /* what takes no column always fits */
}

static void unclean_characters_are_known(void **state)
{
    (void)state;
    static const uint32_t unclean[] = {
        0x00,   0x07,   0x09,   0x0A,   0x0D,   0x1B,   0x1F,   0x7F,    0x80,    0x9B,    0x9F,
        0xAD,   0x061C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028,  0x2029,  0x202A,  0x202B,
        0x202D, 0x202E, 0x2066, 0x2069, 0x2060, 0xFEFF, 0xFFF9, 0xE0001, 0xE0020, 0xE007F,
    };
    for (size_t i = 0; i < sizeof unclean / sizeof *unclean; i++) {
        char text[8];
        size_t n = encode(unclean[i], text);
        if (!text_rune_unclean(unclean[i]) || text_is_clean((struct slice){text, n}, 0))
            fail_msg("U+%04X passes", unclean[i]);
    }
    static const uint32_t clean[] = {0x20, 0x7E, 0xA0, 0x301, 0x3000, 0x4E2D, 0xFE0F, 0x1F600};
    for (size_t i = 0; i < sizeof clean / sizeof *clean; i++)
        if (text_rune_unclean(clean[i])) fail_msg("U+%04X is refused", clean[i]);
    assert_true(text_is_clean(S("第一行\n第二行"), TEXT_LINES));
    assert_false(text_is_clean(S("第一行\n第二行"), TEXT_ONE_LINE));
    assert_false(text_is_clean(S("第一行\r\n第二行"), TEXT_LINES));
    assert_true(text_is_clean(S(""), TEXT_ONE_LINE));
}

static void clean_copies_are_harmless(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 4096);
    struct slice wild = S("a\x1B[31m\u202E红\t\xFF\n\0b\u2028");
    assert_string_equal(text_clean(&arena, wild, TEXT_ONE_LINE), "a[31m红 \uFFFD b");
    assert_string_equal(text_clean(&arena, wild, TEXT_LINES), "a[31m红 \uFFFD\nb");
    assert_string_equal(text_clean(&arena, S(""), TEXT_LINES), "");
    assert_string_equal(text_fold_width(&arena, S("Ａｂ１２　（中）\xFF～")), "Ab12 (中)\xFF~");
    arena_fini(&arena);
    arena_init(&arena, 4);
    struct slice large = S("12345");
    assert_null(text_clean(&arena, large, TEXT_LINES));
    assert_null(text_fold_width(&arena, large));
    arena_fini(&arena);
}

/* A clean copy of anything is clean. */
static void random_bytes_become_clean(void **state)
{
    (void)state;
    unsigned seed = 77;
    print_message("seed %u\n", seed);
    srandom(seed);
    struct arena arena;
    arena_init(&arena, 4096);
    for (int round = 0; round < 5000; round++) {
        char bytes[64];
        size_t n = (size_t)random() % sizeof bytes;
        for (size_t i = 0; i < n; i++) bytes[i] = (char)random();
        struct slice copy = slice_of(text_clean(&arena, (struct slice){bytes, n}, TEXT_LINES));
        assert_true(text_is_clean(copy, TEXT_LINES));
        arena_reset(&arena);
    }
    arena_fini(&arena);
}

static void whole_drops_the_piece_of_a_character(void **state)
{
    (void)state;
    const char *text = "a\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80";
    static const size_t wanted[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10};
    for (size_t n = 0; n <= 10; n++)
        assert_int_equal(text_whole((struct slice){text, n}), wanted[n]);
    assert_int_equal(text_whole(slice_of("\x80\x80\x80\x80")), 4); /* no character at all */
}

static void letters_say_something(void **state)
{
    (void)state;
    static const uint32_t letters[] = {'a',    'Z',    '7',    0x4E2D, 0x3007,
                                       0xFF21, 0xFF15, 0x03B1, 0x1F48};
    static const uint32_t signs[] = {' ',    '.',    '-',    '\n',    0x3000, 0x3002,
                                     0xFF0C, 0xFF01, 0x2026, 0x1F600, 0xFFFD, 0x200B};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        assert_true(text_rune_letter(letters[i]));
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        assert_false(text_rune_letter(signs[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_say_something),
        cmocka_unit_test(whole_drops_the_piece_of_a_character),
        cmocka_unit_test(every_code_point_is_valid_but_surrogates),
        cmocka_unit_test(broken_forms_are_invalid),
        cmocka_unit_test(invalid_bytes_count_one_by_one),
        cmocka_unit_test(graphemes_stay_whole),
        cmocka_unit_test(going_back_meets_the_same_boundaries),
        cmocka_unit_test(fit_splits_nothing),
        cmocka_unit_test(unclean_characters_are_known),
        cmocka_unit_test(clean_copies_are_harmless),
        cmocka_unit_test(random_bytes_become_clean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
