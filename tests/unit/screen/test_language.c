/* The screen speaks the wished language, also where the locale is not installed. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

#include <cmocka.h>

#include "client/screen/language.h"

static char folder[] = "/tmp/rexian-language-XXXXXX";

/* A catalogue of one word. */
static int make_catalogue(void **state)
{
    (void)state;
    char path[128], command[512];
    if (!mkdtemp(folder)) return -1;
    static const char *const below[] = {"", "/zh_CN", "/zh_CN/LC_MESSAGES"};
    for (int i = 1; i < 3; i++) {
        snprintf(path, sizeof path, "%s%s", folder, below[i]);
        if (mkdir(path, 0700) != 0) return -1;
    }
    snprintf(path, sizeof path, "%s/words.po", folder);
    FILE *file = fopen(path, "w");
    if (!file) return -1;
    fputs("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
          "msgid \"Ready\"\nmsgstr \"就绪\"\n",
          file);
    if (fclose(file) != 0) return -1;
    snprintf(command, sizeof command, "msgfmt -o %s/zh_CN/LC_MESSAGES/rexian.mo %s", folder, path);
    return system(command) == 0 ? 0 : -1;
}

static int remove_catalogue(void **state)
{
    (void)state;
    char command[128];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command) == 0 ? 0 : -1;
}

static void forget(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "LANGUAGE"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) unsetenv(names[i]);
}

static void assert_says(const char *wanted)
{
    assert_string_equal(screen_text("Ready"), wanted);
    assert_string_equal(screen_text(""), "");
    assert_string_equal(screen_text(NULL), "");
    assert_int_equal(MB_CUR_MAX > 1, 1);
    assert_int_equal(wcwidth(L'热'), 2);
}

static void the_environment_is_followed(void **state)
{
    (void)state;
    forget();
    setenv("LANG", "zh_CN.UTF-8", 1);
    assert_true(screen_locale_init(folder));
    assert_says("就绪");
    forget();
    setenv("LC_ALL", "zh_CN.GB18030", 1);
    assert_true(screen_locale_init(folder));
    assert_says("就绪");
    forget();
    setenv("LANG", "en_GB.UTF-8", 1);
    assert_true(screen_locale_init(folder));
    assert_says("Ready");
    forget();
    assert_true(screen_locale_init(folder));
    assert_says("Ready");
    forget();
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("LANGUAGE", "zh_CN", 1);
    assert_true(screen_locale_init(folder));
    assert_says("就绪");
}

static void a_wish_goes_before_the_environment(void **state)
{
    (void)state;
    forget();
    setenv("LANG", "en_GB.UTF-8", 1);
    setenv("LANGUAGE", "en", 1);
    assert_true(screen_locale_set(folder, "zh_CN"));
    assert_says("就绪");
    assert_true(screen_locale_set(folder, "en"));
    assert_says("Ready");
    forget();
    setenv("LC_ALL", "C", 1);
    assert_true(screen_locale_set(folder, "zh_CN"));
    assert_says("就绪");
    assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_environment_is_followed),
        cmocka_unit_test(a_wish_goes_before_the_environment),
    };
    return cmocka_run_group_tests(tests, make_catalogue, remove_catalogue);
}
