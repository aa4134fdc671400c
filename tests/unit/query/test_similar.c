/* What is suggested, in which order, and to whom; and links up to their limit. */
#include "house.h"

static uint64_t ticket(struct house *house, const char *phone, const char *subject,
                       const char *matter, uint64_t anonymity)
{
    uint64_t id =
        DO(house, &house->op1, ticket_save, .type = ticket_type_help, .subject = code_of(subject),
           .phone = slice_of(phone), .matter = slice_of(matter), .anonymity = anonymity);
    DO(house, &house->op1, ticket_register, .ticket = id, .version = version_of(house, id));
    return id;
}

static const struct rec_similar_item *item_at(const struct rec_similar_page *page, size_t i)
{
    assert_true(i < page->rows.n);
    return (const struct rec_similar_item *)page->rows.items + i;
}

static uint64_t number_at(const struct rec_similar_page *page, size_t i)
{
    const struct rec_similar_item *item = item_at(page, i);
    assert_int_equal(item->ticket.n, 1);
    return ((const struct rec_ticket_item *)item->ticket.items)->ticket;
}

static void most_alike_come_first(void **state)
{
    struct house *house = *state;
    struct rec_similar_page page;
    uint64_t caller = ticket(house, "13800138000", "", "公园里的长椅坏了", 0);
    uint64_t words = ticket(house, "13900139000", "s1", "人民路夜间施工噪声扰民", 0);
    uint64_t both = ticket(house, "138 0013 8000", "s1", "人民路夜间施工噪声太大", 0);
    ticket(house, "13700137000", "s1", "广场舞音乐声音太大", 0);
    assert_int_equal(ASK(house, &house->op2, ticket_similar, &page,
                         .phone = slice_of("13800138000"), .subject = code_of("s1"),
                         .matter = slice_of("人民路夜间施工噪声")),
                     REJECT_OK);
    assert_int_equal(page.rows.n, 3);
    assert_int_equal(number_at(&page, 0), both);
    assert_int_equal(number_at(&page, 1), words);
    assert_int_equal(number_at(&page, 2), caller);
    assert_true(item_at(&page, 0)->same_caller && item_at(&page, 0)->same_subject);
    assert_int_equal(item_at(&page, 0)->likeness, 100);
    assert_false(item_at(&page, 1)->same_caller);
    assert_false(item_at(&page, 2)->same_subject);
}

static void the_best_twenty_of_many(void **state)
{
    struct house *house = *state;
    struct rec_similar_page page;
    for (int i = 0; i < 30; i++) ticket(house, "13800138000", "s1", "路灯不亮已经很久", 0);
    uint64_t last = ticket(house, "13800138000", "s1", "路灯不亮已经很久", 0);
    assert_int_equal(
        ASK(house, &house->op1, ticket_similar, &page, .phone = slice_of("13800138000")),
        REJECT_OK);
    assert_int_equal(page.rows.n, 20);
    assert_int_equal(number_at(&page, 0), last); /* the newest of equals */
}

static void the_anonymous_are_found_by_no_number(void **state)
{
    struct house *house = *state;
    struct rec_similar_page page;
    uint64_t hidden =
        ticket(house, "13800138000", "s1", "人民路夜间施工噪声扰民", anonymity_anonymous);
    assert_int_equal(
        ASK(house, &house->op1, ticket_similar, &page, .phone = slice_of("13800138000")),
        REJECT_OK);
    assert_int_equal(page.rows.n, 0);
    /* By its words it is found, and not said to be this caller's. */
    assert_int_equal(ASK(house, &house->op1, ticket_similar, &page,
                         .phone = slice_of("13800138000"), .matter = slice_of("夜间施工噪声扰民")),
                     REJECT_OK);
    assert_int_equal(number_at(&page, 0), hidden);
    assert_false(item_at(&page, 0)->same_caller);
    /* Nor is its caller compared when one asks what is like it. */
    uint64_t open = ticket(house, "13800138000", "", "公园里的长椅坏了", 0);
    assert_int_equal(ASK(house, &house->op1, ticket_similar, &page, .ticket = hidden), REJECT_OK);
    assert_int_equal(page.rows.n, 0);
    assert_int_equal(ASK(house, &house->op1, ticket_similar, &page, .ticket = open), REJECT_OK);
    assert_int_equal(page.rows.n, 0);
}

static void what_others_keep_is_not_suggested(void **state)
{
    struct house *house = *state;
    struct rec_similar_page page;
    uint64_t id = DO(house, &house->op1, ticket_save, .type = ticket_type_complaint,
                     .subject = code_of("s1"), .phone = slice_of("13800138000"),
                     .matter = slice_of("人民路夜间施工噪声扰民"), .secrecy = secrecy_confidential);
    DO(house, &house->op1, ticket_register, .ticket = id, .version = version_of(house, id));
    assert_int_equal(ASK(house, &house->op2, ticket_similar, &page,
                         .phone = slice_of("13800138000"), .matter = slice_of("夜间施工噪声")),
                     REJECT_OK);
    assert_int_equal(page.rows.n, 0);
    assert_int_equal(ASK(house, &house->op1, ticket_similar, &page,
                         .phone = slice_of("13800138000"), .matter = slice_of("夜间施工噪声")),
                     REJECT_OK);
    assert_int_equal(page.rows.n, 1);
}

static void expect_step(const struct rec_history_page *page, uint64_t event, const char *what)
{
    const struct rec_history_item *last = page->rows.items;
    assert_true(page->rows.n > 0);
    last += page->rows.n - 1;
    assert_int_equal(last->event, event);
    if (!slice_is(last->what, what))
        fail_msg("%.*s, not %s", (int)last->what.n, last->what.p, what);
    assert_true(slice_is(last->words, "同一处"));
}

/* Each ledger says it from its own side; and since a version, only what came after it. */
static void ledgers_tell_of_a_merge(void **state)
{
    struct house *house = *state;
    struct rec_history_page page;
    uint64_t main = ticket(house, "", "s1", "某路水管爆裂", 0);
    uint64_t other = ticket(house, "", "s1", "某路漏水", 0);
    uint64_t seen = version_of(house, other);
    char what[40];
    DO(house, &house->desk, ticket_merge, .ticket = other, .into = main,
       .note = slice_of("同一处"));
    ASK(house, &house->desk, ticket_history, &page, .ticket = main);
    snprintf(what, sizeof what, "merged %llu", (unsigned long long)other);
    expect_step(&page, ticket_event_link, what);
    ASK(house, &house->desk, ticket_history, &page, .ticket = other);
    snprintf(what, sizeof what, "%llu", (unsigned long long)main);
    expect_step(&page, ticket_event_merge, what);
    ASK(house, &house->desk, ticket_history, &page, .ticket = other, .since = seen);
    assert_int_equal(page.rows.n, 1); /* the move: the link makes no new version */
    ASK(house, &house->desk, ticket_history, &page, .ticket = other, .since = seen + 1);
    assert_int_equal(page.rows.n, 0);
}

static void links_up_to_the_limit(void **state)
{
    struct house *house = *state;
    uint64_t main = ticket(house, "", "s1", "某路水管爆裂", 0), one = 0, linked = 0;
    for (int i = 0; i < LIMIT_LINKS; i++) {
        one = ticket(house, "", "s1", "某路漏水", 0);
        DO(house, &house->desk, ticket_merge, .ticket = one, .into = main, .note = slice_of("同"));
    }
    one = ticket(house, "", "s1", "某路漏水", 0);
    struct req_ticket_merge merge = {.ticket = one, .into = main, .note = slice_of("同")};
    struct outcome_of_step out = house_step(house, &house->desk, request_ticket_merge, &merge);
    assert_int_equal(out.reject, REJECT_TOO_MANY);
    assert_string_equal(out.fault.field, "into");
    assert_int_equal(out.fault.limit, LIMIT_LINKS);
    struct req_ticket_link link = {.ticket = main, .other = one, .kind = link_kind_related};
    out = house_step(house, &house->desk, request_ticket_link, &link);
    assert_int_equal(out.reject, REJECT_TOO_MANY);
    assert_string_equal(out.fault.field, "ticket");
    struct req_ticket_split split = {
        .ticket = main, .matter = slice_of("另一件"), .note = slice_of("两件")};
    out = house_step(house, &house->desk, request_ticket_split, &split);
    assert_int_equal(out.reject, REJECT_TOO_MANY);
    /* All of them can be seen, page by page, none twice. */
    struct rec_link_page page = {0};
    uint64_t after = 0, last = 0;
    do {
        assert_int_equal(
            ASK(house, &house->desk, ticket_links, &page, .ticket = main, .after = after),
            REJECT_OK);
        assert_int_equal(page.merged, LIMIT_LINKS);
        const struct rec_link_item *items = page.rows.items;
        for (size_t i = 0; i < page.rows.n; i++, linked++) {
            assert_true(items[i].number > last);
            assert_int_equal(items[i].kind, link_kind_merged);
            last = items[i].number;
        }
        after = page.next;
    } while (after);
    assert_int_equal(linked, LIMIT_LINKS);
}

#define HOUSE_TEST(test) cmocka_unit_test_setup_teardown(test, house_setup, house_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        HOUSE_TEST(most_alike_come_first),
        HOUSE_TEST(the_best_twenty_of_many),
        HOUSE_TEST(the_anonymous_are_found_by_no_number),
        HOUSE_TEST(what_others_keep_is_not_suggested),
        HOUSE_TEST(ledgers_tell_of_a_merge),
        HOUSE_TEST(links_up_to_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
