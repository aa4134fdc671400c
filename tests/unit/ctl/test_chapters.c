/* The help finds every command, and every example is a command that would go out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "client/ctl/calendar.h"
#include "client/ctl/chapters.h"
#include "client/ctl/ctl.h"
#include "client/ctl/split.h"

static void every_command_is_in_a_chapter(void **state)
{
    (void)state;
    size_t n;
    const struct request_desc *table = request_table(&n);
    for (size_t i = 0; i < n; i++)
        if (!chapter_of(table[i].verb)) fail_msg("%s is in no chapter", table[i].verb);
    assert_null(chapter_of("nothing.of_it"));
    assert_null(chapter_of("statu"));
    assert_string_equal(chapter_of("agent.table")->name, "scores");
    assert_string_equal(chapter_of("agent.list")->name, "calls");
}

/* "ticket.save" of a list is a request, "letter." the noun of one. */
static void chapters_name_what_there_is(void **state)
{
    (void)state;
    size_t n, n_requests;
    const struct chapter *all = chapters(&n);
    const struct request_desc *table = request_table(&n_requests);
    for (size_t i = 0; i < n; i++) {
        char verbs[1024], *rest = verbs;
        snprintf(verbs, sizeof verbs, "%s", all[i].verbs);
        for (char *verb; (verb = strsep(&rest, " "));) {
            size_t length = strlen(verb);
            bool there = false;
            for (size_t r = 0; r < n_requests; r++)
                there |= verb[length - 1] == '.' ? strncmp(table[r].verb, verb, length) == 0
                                                 : strcmp(table[r].verb, verb) == 0;
            if (!there) fail_msg("%s of %s is no command", verb, all[i].name);
        }
    }
}

static void every_noun_of_this_and_that_has_an_example(void **state)
{
    (void)state;
    static const char *const nouns[] = {"station", "person",  "unit",     "subject",   "profile",
                                        "field",   "phrase",  "expert",   "call",      "ticket",
                                        "duty",    "letter",  "score",    "sample",    "figures",
                                        "audit",   "journal", "calendar", "disclosure"};
    size_t n;
    const struct example *all = examples(&n);
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        bool there = false;
        for (size_t e = 0; e < n; e++)
            there |= strncmp(all[e].verb, nouns[i], strlen(nouns[i])) == 0;
        if (!there) fail_msg("%s has no example", nouns[i]);
    }
}

static void examples_are_commands(void **state)
{
    (void)state;
    size_t n;
    const struct example *all = examples(&n);
    struct ctl ctl = {.out = stdout, .err = stderr};
    arena_init(&ctl.arena, 1024 * 1024);
    for (size_t e = 0; e < n; e++) {
        char line[512], *words[CTL_WORDS_MAX];
        snprintf(line, sizeof line, "%s", all[e].line);
        char *file = strstr(line, " > ");
        if (file) *file = '\0';
        char *out = strstr(line, " --out ");
        char *json = strstr(line, " --json");
        if (json) *json = '\0';
        if (out) *out = '\0'; /* rexianctl's own, not the request's */
        const struct request_desc *request = request_by_verb(slice_of(all[e].verb));
        assert_non_null(request);
        int n_words = split_words(line, words, CTL_WORDS_MAX),
            skip = strchr(all[e].verb, '.') ? 2 : 1;
        char verb[128];
        snprintf(verb, sizeof verb, "%s%s%s", words[0], skip > 1 ? "." : "",
                 skip > 1 ? words[1] : "");
        assert_string_equal(verb, all[e].verb);
        const char *own = calendar_help(all[e].verb);
        if (own) { /* read by the calendar's own commands, whose help names every option */
            for (int w = skip; w < n_words; w++)
                if (words[w][0] == '-' && !strstr(own, words[w])) fail_msg("%s", all[e].line);
            continue;
        }
        struct ctl_command command;
        int code = command_parse(&ctl, request, n_words - skip, words + skip, &command);
        bool key = out != NULL; /* made with the file */
        if (code != CTL_DONE && !key) fail_msg("%s", all[e].line);
    }
    arena_fini(&ctl.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_command_is_in_a_chapter),
        cmocka_unit_test(chapters_name_what_there_is),
        cmocka_unit_test(every_noun_of_this_and_that_has_an_example),
        cmocka_unit_test(examples_are_commands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
