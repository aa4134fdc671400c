/* Evidence is a whole page, whatever was said. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "client/letter/evidence.h"

static const uint64_t AT_MS = UINT64_C(1795320000000); /* 22 November 2026, 12:00 in Shanghai */

static char *page_of(const struct rec_evidence_page *evidence)
{
    char *page = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&page, &n);
    assert_non_null(out);
    assert_int_equal(evidence_print(out, 3, evidence), ERR_OK);
    fclose(out);
    assert_int_equal(strlen(page), n);
    return page;
}

static void has(const char *page, const char *what)
{
    if (!strstr(page, what)) fail_msg("%s is not in the page:\n%s", what, page);
}

static void a_page_with_its_rows(void **state)
{
    (void)state;
    struct rec_evidence_item items[2] = {
        {.call = 118,
         .arrived_ms = AT_MS,
         .answered_ms = AT_MS + 5000,
         .ended_ms = AT_MS + 65000,
         .agent = {"1001"},
         .kind = nuisance_abuse,
         .note = slice_of("<b>骂人</b> & more"),
         .seq = 4711},
        {.call = 119, .arrived_ms = AT_MS, .kind = nuisance_silent},
    };
    memset(items[0].hash.b, 0xab, sizeof items[0].hash.b);
    const struct rec_evidence_page evidence = {.number = slice_of("13800138000"),
                                               .purpose = slice_of("向派出所报案"),
                                               .by = {"5001"},
                                               .at_ms = AT_MS,
                                               .rows = {items, 2}};
    char *page = page_of(&evidence);
    has(page, "<!DOCTYPE html>");
    has(page, "<dd>13800138000</dd>");
    has(page, "<dd>向派出所报案</dd>");
    has(page, "<dd>5001</dd>");
    has(page, "<td>118</td>");
    has(page, "<td>4711</td>");
    has(page, "2026-11-22T12:00:05");
    has(page, "&lt;b&gt;骂人&lt;/b&gt; &amp; more");
    has(page, "abababababababababababababababababababababababababababababababab");
    has(page, "<td>119</td>");
    has(page, "</html>");
    free(page);
}

/* To others than who made it: no number, no purpose, no head for them either. */
static void what_is_not_told_has_no_place(void **state)
{
    (void)state;
    const struct rec_evidence_page evidence = {.by = {"5001"}, .at_ms = AT_MS};
    char *page = page_of(&evidence);
    assert_null(strstr(page, "Caller"));
    assert_null(strstr(page, "Made for"));
    has(page, "<dd>5001</dd>");
    free(page);
}

static void a_full_disk_is_told(void **state)
{
    (void)state;
    FILE *full = fopen("/dev/full", "w");
    assert_non_null(full);
    const struct rec_evidence_page evidence = {.by = {"5001"}, .at_ms = AT_MS};
    assert_int_not_equal(evidence_print(full, 1, &evidence), ERR_OK);
    fclose(full);
}

int main(void)
{
    setenv("TZ", "CST-8", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_with_its_rows),
        cmocka_unit_test(what_is_not_told_has_no_place),
        cmocka_unit_test(a_full_disk_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
