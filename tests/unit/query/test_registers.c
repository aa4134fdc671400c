/* The registers as they are answered, and the form fields of a ticket as far as somebody may read
 * them. */
#include "tests/unit/query/house.h"

#define ADMIN(house, name, ...) DO((house), &(house)->console, name, __VA_ARGS__)

static uint64_t add_field(struct house *house, const char *code, enum value_kind kind,
                          struct slice choices)
{
    return ADMIN(house, field_add, .code = code_of(code), .name = slice_of(code), .kind = kind,
                 .choices = choices);
}

/* A number that a caller gave in a form field is as guarded as the one in the record. */
static void values_are_read_and_masked(void **state)
{
    struct house *house = *state;
    add_field(house, "f-tel", value_kind_phone, (struct slice){0});
    add_field(house, "f-text", value_kind_text, (struct slice){0});
    uint64_t ticket = DO(house, &house->op1, ticket_save, .type = ticket_type_help,
                         .matter = slice_of("x"), .workplace = slice_of("张家纺织厂canary"));
    DO(house, &house->op1, ticket_fill, .ticket = ticket, .field = code_of("f-tel"),
       .value = slice_of(CANARY_PHONE));
    DO(house, &house->op1, ticket_fill, .ticket = ticket, .field = code_of("f-text"),
       .value = slice_of(CANARY_MATTER));
    struct rec_value_page page;
    struct rec_ticket_card card;
    /* being taken down: in clear */
    assert_int_equal(ASK(house, &house->op1, ticket_fields, &page, .ticket = ticket), REJECT_OK);
    const struct rec_value_item *items = page.rows.items;
    assert_int_equal(page.rows.n, 2);
    assert_true(slice_is(items[0].value, CANARY_PHONE));
    assert_true(slice_is(items[1].value, CANARY_MATTER));
    assert_int_equal(items[1].kept, 0);
    assert_int_equal(ASK(house, &house->op1, ticket_show, &card, .ticket = ticket), REJECT_OK);
    assert_true(slice_is(card.workplace, "张家纺织厂canary"));
    /* to a colleague: masked */
    assert_int_equal(ASK(house, &house->op2, ticket_fields, &page, .ticket = ticket), REJECT_OK);
    items = page.rows.items;
    assert_true(slice_is(items[0].value, "139****5678"));
    assert_true(slice_is(items[1].value, CANARY_MATTER));
    assert_int_equal(ASK(house, &house->op2, ticket_show, &card, .ticket = ticket), REJECT_OK);
    assert_false(answer_holds(request_ticket_show, &card, "纺织厂"));
    assert_int_equal(card.masked, 1);
    /* to who sees that there is a ticket: labels without values */
    assert_int_equal(ASK(house, &house->lead, ticket_fields, &page, .ticket = ticket), REJECT_OK);
    assert_int_equal(page.rows.n, 2);
    assert_false(answer_holds(request_ticket_fields, &page, CANARY));
    assert_false(answer_holds(request_ticket_fields, &page, "139"));
    assert_int_equal(ASK(house, &house->unit1, ticket_fields, &page, .ticket = ticket),
                     REJECT_DENIED);
}

/* Forty long fields do not fit one message: they come page by page, each once. */
static void long_forms_come_in_pages(void **state)
{
    struct house *house = *state;
    static char value[LIMIT_NOTE + 1];
    memset(value, 'v', LIMIT_NOTE);
    uint64_t ticket =
        DO(house, &house->op1, ticket_save, .type = ticket_type_help, .matter = slice_of("x"));
    for (int i = 0; i < LIMIT_FIELDS; i++) {
        char code[LIMIT_CODE];
        snprintf(code, sizeof code, "f%02d", i);
        add_field(house, code, value_kind_text, (struct slice){0});
        ADMIN(house, field_change, .code = code_of(code), .name = slice_bytes(value, LIMIT_NAME));
        DO(house, &house->op1, ticket_fill, .ticket = ticket, .field = code_of(code),
           .value = slice_of(value));
    }
    struct rec_value_page page;
    uint64_t after = 0;
    int n = 0, pages = 0;
    do {
        assert_int_equal(
            ASK(house, &house->op1, ticket_fields, &page, .ticket = ticket, .after = after),
            REJECT_OK);
        const struct rec_value_item *items = page.rows.items;
        for (size_t i = 0; i < page.rows.n; i++, n++) {
            char code[LIMIT_CODE];
            snprintf(code, sizeof code, "f%02d", n);
            assert_string_equal(items[i].field.s, code);
            assert_int_equal(items[i].value.n, LIMIT_NOTE);
        }
        after = page.next;
        pages++;
    } while (after);
    assert_int_equal(n, LIMIT_FIELDS);
    assert_true(pages > 1);
}

static enum reject try_field(struct house *house, const char *code, struct req_field_add body)
{
    body.code = code_of(code);
    body.name = slice_of("标签");
    body.kind = value_kind_text;
    struct outcome_of_step out = house_step(house, &house->console, request_field_add, &body);
    if (out.reject == REJECT_TOO_MANY) assert_int_equal(out.fault.limit, LIMIT_FIELDS);
    return out.reject;
}

/* Forty may meet on a ticket, not one more; those that never meet do not count together. */
static void forty_fields_may_meet(void **state)
{
    struct house *house = *state;
    ADMIN(house, subject_add, .code = code_of("s11"), .name = slice_of("夜间噪声"),
          .parent = code_of("s1"));
    ADMIN(house, subject_add, .code = code_of("s2"), .name = slice_of("供水"));
    for (int i = 0; i < LIMIT_FIELDS - 1; i++) {
        char code[LIMIT_CODE];
        snprintf(code, sizeof code, "a%02d", i);
        assert_int_equal(try_field(house, code, (struct req_field_add){.subject = code_of("s11")}),
                         REJECT_OK);
    }
    for (int i = 0; i < LIMIT_FIELDS - 1; i++) {
        char code[LIMIT_CODE];
        snprintf(code, sizeof code, "b%02d", i);
        struct req_field_add body = {.type = ticket_type_praise, .subject = code_of("s2")};
        assert_int_equal(try_field(house, code, body), REJECT_OK);
    }
    /* one for all of them is the fortieth of each */
    assert_int_equal(try_field(house, "c1", (struct req_field_add){0}), REJECT_OK);
    assert_int_equal(try_field(house, "c2", (struct req_field_add){0}), REJECT_TOO_MANY);
    assert_int_equal(try_field(house, "c2", (struct req_field_add){.subject = code_of("s1")}),
                     REJECT_TOO_MANY);
    assert_int_equal(try_field(house, "c2", (struct req_field_add){.subject = code_of("s2")}),
                     REJECT_TOO_MANY);
    /* of another type it meets only the one */
    struct req_field_add help = {.type = ticket_type_help, .subject = code_of("s2")};
    assert_int_equal(try_field(house, "c2", help), REJECT_OK);
    /* room again when one is retired */
    ADMIN(house, field_retire, .code = code_of("a00"));
    assert_int_equal(try_field(house, "c3", (struct req_field_add){.subject = code_of("s1")}),
                     REJECT_OK);
}

static void registers_say_all_they_have(void **state)
{
    struct house *house = *state;
    ADMIN(house, unit_change, .code = code_of("u1"), .contact = slice_of("值班62220000"),
          .hours = slice_of("全天"), .deputy_a = code_of("201"));
    struct rec_unit_page units;
    assert_int_equal(ASK(house, &house->op1, unit_list, &units, 0), REJECT_OK);
    const struct rec_unit_item *unit = units.rows.items;
    assert_true(slice_is(unit->contact, "值班62220000") && slice_is(unit->hours, "全天"));
    assert_string_equal(unit->deputy_a.s, "201");
    assert_string_equal(unit->acting.s, "201");
    DO(house, &house->unit1, person_away, .number = code_of("201"));
    assert_int_equal(ASK(house, &house->op1, unit_list, &units, 0), REJECT_OK);
    assert_string_equal(((const struct rec_unit_item *)units.rows.items)->acting.s, "");
    struct rec_person_page people;
    assert_int_equal(ASK(house, &house->op1, person_list, &people, 0), REJECT_OK);
    const struct rec_person_item *person = people.rows.items;
    for (size_t i = 0; i < people.rows.n; i++)
        assert_int_equal(person[i].away, strcmp(person[i].number.s, "201") == 0);

    ADMIN(house, subject_add, .code = code_of("s3"), .name = slice_of("线索"),
          .synonyms = slice_of("举报 反映"), .guide = slice_of("请向纪检机关反映"),
          .secrecy = secrecy_confidential, .limit_kind = limit_kind_work_hours, .limit_n = 8,
          .on_site_h = 2, .rectify_days = 3);
    ADMIN(house, subject_retire, .code = code_of("s3"));
    struct rec_subject_page subjects;
    assert_int_equal(ASK(house, &house->op1, subject_list, &subjects, 0), REJECT_OK);
    const struct rec_subject_item *subject =
        (const struct rec_subject_item *)subjects.rows.items + subjects.rows.n - 1;
    assert_true(slice_is(subject->synonyms, "举报 反映"));
    assert_true(slice_is(subject->guide, "请向纪检机关反映"));
    assert_int_equal(subject->retired, 1);
    assert_int_equal(subject->secrecy, secrecy_confidential);
    assert_int_equal(subject->limit_kind, limit_kind_work_hours);
    assert_int_equal(subject->limit_n, 8);
    assert_int_equal(subject->on_site_h, 2);
    assert_int_equal(subject->rectify_days, 3);

    ADMIN(house, profile_set, .type = ticket_type_report, .line = code_of("12315"), .must_name = 1,
          .limit_kind = limit_kind_days, .limit_n = 9);
    struct rec_profile_page profiles;
    assert_int_equal(ASK(house, &house->op1, profile_list, &profiles, 0), REJECT_OK);
    const struct rec_profile_item *profile = profiles.rows.items;
    assert_string_equal(profile->line.s, "12315");
    assert_true(profile->type == ticket_type_report && profile->must_name && !profile->hidden);
    assert_true(profile->limit_kind == limit_kind_days && profile->limit_n == 9);
}

static void experts_and_work_are_for_those_who_answer(void **state)
{
    struct house *house = *state;
    ADMIN(house, expert_add, .code = code_of("e1"), .name = slice_of("陈教授"),
          .contact = slice_of("62223333"), .subject = code_of("s1"));
    struct rec_expert_page experts;
    assert_int_equal(ASK(house, &house->op1, expert_list, &experts, 0), REJECT_OK);
    const struct rec_expert_item *expert = experts.rows.items;
    assert_true(slice_is(expert->name, "陈教授") && slice_is(expert->contact, "62223333"));
    assert_string_equal(expert->subject.s, "s1");
    uint64_t work = DO(house, &house->op1, work_add, .unit = code_of("u2"),
                       .report = slice_of("水位上涨"), .guidance = slice_of("两小时后再报"));
    struct rec_work_page works;
    assert_int_equal(ASK(house, &house->lead, work_list, &works, 0), REJECT_OK);
    const struct rec_work_item *item = works.rows.items;
    assert_int_equal(item->work, work);
    assert_string_equal(item->unit.s, "u2");
    assert_string_equal(item->by.s, "101");
    assert_true(slice_is(item->report, "水位上涨") && slice_is(item->guidance, "两小时后再报"));
}

/* R20: what is retired can be read for ever. */
static void a_retired_subject_keeps_its_name(void **state)
{
    struct house *house = *state;
    uint64_t ticket = DO(house, &house->op1, ticket_save, .type = ticket_type_help,
                         .subject = code_of("s1"), .matter = slice_of("x"));
    ADMIN(house, subject_retire, .code = code_of("s1"));
    struct rec_ticket_card card;
    struct rec_ticket_page page;
    assert_int_equal(ASK(house, &house->op1, ticket_show, &card, .ticket = ticket), REJECT_OK);
    assert_string_equal(card.subject.s, "s1");
    assert_true(slice_is(card.subject_name, "噪声"));
    assert_int_equal(ASK(house, &house->op1, ticket_list, &page, 0), REJECT_OK);
    assert_true(slice_is(((const struct rec_ticket_item *)page.rows.items)->subject, "噪声"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(values_are_read_and_masked, house_setup, house_teardown),
        cmocka_unit_test_setup_teardown(long_forms_come_in_pages, house_setup, house_teardown),
        cmocka_unit_test_setup_teardown(forty_fields_may_meet, house_setup, house_teardown),
        cmocka_unit_test_setup_teardown(registers_say_all_they_have, house_setup, house_teardown),
        cmocka_unit_test_setup_teardown(experts_and_work_are_for_those_who_answer, house_setup,
                                        house_teardown),
        cmocka_unit_test_setup_teardown(a_retired_subject_keeps_its_name, house_setup,
                                        house_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
