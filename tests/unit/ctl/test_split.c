#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "client/ctl/split.h"

static void check(const char *line, int n, const char *const *expected)
{
    char copy[256], *words[8];
    strcpy(copy, line);
    assert_int_equal(split_words(copy, words, 8), n);
    for (int i = 0; i < n; i++) assert_string_equal(words[i], expected[i]);
}

static void parts_at_blanks(void **state)
{
    (void)state;
    check("unit add  --code\tU01\n", 4, (const char *[]){"unit", "add", "--code", "U01"});
    check("", 0, NULL);
    check("   # nothing but a comment", 0, NULL);
    check("a # b", 1, (const char *[]){"a"});
}

static void quotes_hold_together(void **state)
{
    (void)state;
    check("--name \"市政 设施处\" 'a \"b\" \\c'", 3,
          (const char *[]){"--name", "市政 设施处", "a \"b\" \\c"});
    check("a\"b c\"d \\\"e \"\"", 3, (const char *[]){"ab cd", "\"e", ""});
    check("\"one\\ntwo\" 'a\\nb' \\\\n", 3, (const char *[]){"one\ntwo", "a\\nb", "\\n"});
    check("a#b", 1, (const char *[]){"a#b"});
}

static void refuses_what_is_open_or_too_much(void **state)
{
    (void)state;
    char open[] = "a \"b", many[] = "1 2 3 4", *words[3];
    assert_int_equal(split_words(open, words, 3), -1);
    assert_int_equal(split_words(many, words, 3), -1);
    char fits[] = "1 2 3";
    assert_int_equal(split_words(fits, words, 3), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_at_blanks),
        cmocka_unit_test(quotes_hold_together),
        cmocka_unit_test(refuses_what_is_open_or_too_much),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
