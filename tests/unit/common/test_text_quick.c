/* The quick way through the checks of a text against the library's own answers, for every input. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>
#include <utf8proc.h>

#include "common/text.h"

static bool unclean_category(utf8proc_int32_t rune)
{
    utf8proc_category_t category = utf8proc_category(rune);
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
           category == UTF8PROC_CATEGORY_CS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

static void every_code_point_is_judged_as_by_its_category(void **state)
{
    (void)state;
    for (utf8proc_int32_t rune = 0; rune <= 0x10FFFF; rune++) {
        utf8proc_uint8_t bytes[4];
        if (rune >= 0xD800 && rune < 0xE000) continue; /* not encoded */
        struct slice text = slice_bytes(bytes, (size_t)utf8proc_encode_char(rune, bytes));
        assert_true(text_valid(text));
        bool unclean = unclean_category(rune);
        if (text_rune_unclean((uint32_t)rune) != unclean ||
            text_is_clean(text, TEXT_ONE_LINE) == unclean)
            fail_msg("U+%04X", (unsigned)rune);
    }
}

static void every_three_bytes_are_read_as_by_the_library(void **state)
{
    (void)state;
    for (uint32_t bits = 0; bits <= 0xFFFFFF; bits++) {
        unsigned char bytes[3] = {(unsigned char)(bits >> 16), (unsigned char)(bits >> 8),
                                  (unsigned char)bits};
        utf8proc_int32_t rune;
        utf8proc_ssize_t n = utf8proc_iterate(bytes, 3, &rune);
        /* shorter ones are another case of the loop: only whole triples, and what is none at all */
        if (n == 1 || n == 2) continue;
        if (text_valid(slice_bytes(bytes, 3)) != (n == 3)) fail_msg("bytes %06X", bits);
    }
}

static void a_cut_character_is_not_valid(void **state)
{
    (void)state;
    for (size_t n = 1; n < 3; n++) {
        char *cut = malloc(n); /* exactly as long, so that a sanitizer sees a step past it */
        assert_non_null(cut);
        memcpy(cut, "汉", n);
        assert_false(text_valid(slice_bytes(cut, n)));
        assert_false(text_is_clean(slice_bytes(cut, n), TEXT_ONE_LINE));
        free(cut);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_is_judged_as_by_its_category),
        cmocka_unit_test(every_three_bytes_are_read_as_by_the_library),
        cmocka_unit_test(a_cut_character_is_not_valid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
