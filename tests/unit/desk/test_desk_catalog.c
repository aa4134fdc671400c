/* Picking a subject (R20): by code, by words and their initials, by other words; what is retired is
 * not offered any more. */
#include "tests/unit/desk/rig.h"

static struct rec_subject_item a_subject(uint64_t id, const char *code, const char *name,
                                         const char *synonyms, bool retired)
{
    return (struct rec_subject_item){.subject = id,
                                     .code = rig_code(code),
                                     .name = slice_of(name),
                                     .synonyms = slice_of(synonyms),
                                     .retired = retired};
}

/* The ids of the subjects that what is typed would offer, one digit each. */
static void offered(const struct rig *rig, const char *typed, char *out)
{
    size_t n;
    const struct pick_item *items = catalog_items(rig->desk->catalog, CATALOG_SUBJECTS, &n);
    for (size_t i = 0; i < n; i++)
        if (pick_item_matches(&items[i], slice_of(typed))) *out++ = (char)('0' + items[i].id);
    *out = '\0';
}

static void subjects_are_found_by_their_words(void **state)
{
    (void)state;
    struct rig rig;
    char found[8];
    rig_start(&rig, 24, 80, NULL);
    rig_sign_in(&rig);
    struct rec_subject_item subjects[] = {
        a_subject(1, "01", "供水供热", "自来水 暖气", false),
        a_subject(2, "0101", "停水", "没水 断水", false),
        a_subject(3, "0102", "水压不足", "水太小", true),
        a_subject(4, "0201", "路灯", "", false),
    };
    catalog_load(rig.desk->catalog);
    rig_answer(&rig, request_subject_list, &(struct rec_subject_page){.rows = {subjects, 4}});
    offered(&rig, "01", found);
    assert_string_equal(found, "12");
    offered(&rig, "断水", found);
    assert_string_equal(found, "2");
    offered(&rig, "nq", found);
    assert_string_equal(found, "1");
    offered(&rig, "zls", found);
    assert_string_equal(found, "1");
    offered(&rig, "ts", found);
    assert_string_equal(found, "2");
    offered(&rig, "水太小", found); /* retired */
    assert_string_equal(found, "");
    offered(&rig, "", found);
    assert_string_equal(found, "124");
    assert_int_equal(catalog_id(rig.desk->catalog, CATALOG_SUBJECTS, "0102"), 0);
    rig_stop(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(subjects_are_found_by_their_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
