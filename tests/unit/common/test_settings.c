#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "common/settings.h"

static char why[256];

static enum err parse(const char *text, struct settings *settings)
{
    return settings_parse("f.conf", slice_of(text), settings, why, sizeof why);
}

static void defaults_are_the_rules(void **state)
{
    (void)state;
    struct settings s;
    settings_default(&s);
    assert_string_equal(s.listen, "tcp://127.0.0.1:7712");
    assert_string_equal(s.publish, "tcp://127.0.0.1:7713");
    assert_int_equal(s.apology_after_s, 15); /* R3 */
    assert_int_equal(s.answer_target_s, 20); /* R67 */
    assert_int_equal(s.limit_consult_days, 3); /* R22 */
    assert_int_equal(s.limit_report_days, 10);
    assert_int_equal(s.log_level, LOG_INFO);
}

/* Each number of the table: both limits are taken, one past each is refused by name. */
static void every_limit_holds(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum conf_type type;
        uint64_t min, max;
    } rows[] = {
#define S(name, type, initial, min, max, help) {#name, CONF_##type, min, max},
        SETTINGS_TABLE(S)
#undef S
    };
    struct settings s;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].type != CONF_INT && rows[i].type != CONF_DURATION) continue;
        const uint64_t tried[] = {rows[i].min, rows[i].max, rows[i].min - 1, rows[i].max + 1};
        for (int j = 0; j < 4; j++) {
            char text[128];
            snprintf(text, sizeof text, "%s = %llu\n", rows[i].name, (unsigned long long)tried[j]);
            enum err err = parse(text, &s);
            if ((err == ERR_OK) != (j < 2)) fail_msg("%s: %s", text, why);
            if (j >= 2) assert_non_null(strstr(why, rows[i].name));
        }
    }
}

/* Everything that a printer writes to its FILE; freed by the caller. */
static char *printed(void (*print)(FILE *))
{
    char *text = NULL;
    size_t n = 0;
    FILE *file = open_memstream(&text, &n);
    assert_non_null(file);
    print(file);
    fclose(file);
    return text;
}

static void the_example_says_the_defaults(void **state)
{
    (void)state;
    char *text = printed(settings_print_example);
    struct settings expected, found; /* zeroed, so that padding compares equal */
    memset(&expected, 0, sizeof expected);
    memset(&found, 0, sizeof found);
    settings_default(&expected);
    assert_int_equal(parse(text, &found), ERR_OK);
    assert_memory_equal(&found, &expected, sizeof found);
    size_t count = 0; /* now with every setting switched on */
    for (char *line = text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (line[0] == '#' && line[1] != ' ') line[0] = ' ', count++;
    }
    memset(&found, 0, sizeof found);
    if (parse(text, &found)) fail_msg("%s", why);
    assert_memory_equal(&found, &expected, sizeof found);
#define S(name, type, initial, min, max, help) +1
    assert_int_equal(count, 0 SETTINGS_TABLE(S));
#undef S
    free(text);
}

static void the_page_has_every_setting(void **state)
{
    (void)state;
    char *text = printed(settings_print_markdown);
#define S(name, type, initial, min, max, help)                                                     \
    assert_non_null(strstr(text, "| `" #name "` | "));                                             \
    assert_non_null(strstr(text, " | " help " |\n"));
    SETTINGS_TABLE(S)
#undef S
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(defaults_are_the_rules),
        cmocka_unit_test(every_limit_holds),
        cmocka_unit_test(the_example_says_the_defaults),
        cmocka_unit_test(the_page_has_every_setting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
