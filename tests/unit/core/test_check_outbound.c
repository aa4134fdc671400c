/* That the invariants of callbacks, outbound lists and numbers not to be called can fail. */
#include "tests/unit/core/wrong.h"

static const struct h32 caller = {{7}};

static void callback_unmarked(struct txn *txn)
{
    const struct row_call call = {
        .call = 1, .state = call_state_callback, .live = 1, .promised = 1, .caller = caller};
    call_put(txn, &call);
}

static void callback_to_nobody(struct txn *txn)
{
    const struct row_call call = {
        .call = 1, .state = call_state_callback, .live = 1, .promised = 1, .owed = 1};
    call_put(txn, &call);
}

static void two_callbacks(struct txn *txn)
{
    for (uint64_t id = 1; id <= 2; id++) {
        const struct row_call call = {.call = id,
                                      .state = call_state_callback,
                                      .live = 1,
                                      .promised = 1,
                                      .owed = 1,
                                      .caller = caller};
        call_put(txn, &call);
    }
}

static void list_put(struct txn *txn, uint64_t contacts, uint64_t open)
{
    const struct row_outbound list = {
        .outbound = 1, .tries = 3, .contacts = contacts, .open = open};
    outbound_put(txn, &list);
}

static void contact_taken_for_ever(struct txn *txn)
{
    const struct row_contact contact = {
        .contact = 1, .outbound = 1, .state = contact_state_taken, .person = 1, .taken_by = 1};
    list_put(txn, 1, 1);
    contact_put(txn, &contact);
}

static void contact_in_no_row(struct txn *txn)
{
    const struct row_contact contact = {.contact = 1, .outbound = 1, .state = contact_state_open};
    list_put(txn, 1, 1);
    contact_put(txn, &contact);
}

static void contact_barred_and_open(struct txn *txn)
{
    const struct row_no_call number = {.seq = 1, .caller = caller, .barred = 1};
    const struct row_contact contact = {
        .contact = 1, .outbound = 1, .state = contact_state_open, .open_list = 1, .caller = caller};
    list_put(txn, 1, 1);
    table_put(txn, TABLE_no_call, &number);
    contact_put(txn, &contact);
}

static void contact_tried_too_often(struct txn *txn)
{
    const struct row_contact contact = {
        .contact = 1, .outbound = 1, .state = contact_state_open, .open_list = 1, .tries = 3};
    list_put(txn, 1, 1);
    contact_put(txn, &contact);
}

static void contact_of_no_list(struct txn *txn)
{
    const struct row_contact contact = {
        .contact = 1, .outbound = 9, .state = contact_state_open, .open_list = 9};
    contact_put(txn, &contact);
}

static void list_miscounted(struct txn *txn)
{
    list_put(txn, 2, 2);
}

static void number_twice(struct txn *txn)
{
    for (uint64_t seq = 1; seq <= 2; seq++) {
        const struct row_no_call number = {.seq = seq, .caller = caller, .barred = 1};
        table_put(txn, TABLE_no_call, &number);
    }
}

static const struct wrong wrongs[] = {
    {"callback_is_marked", callback_unmarked},
    {"callback_is_marked", callback_to_nobody},
    {"one_callback_a_number", two_callbacks},
    {"contact_is_where_it_belongs", contact_taken_for_ever},
    {"contact_is_where_it_belongs", contact_in_no_row},
    {"contact_is_where_it_belongs", contact_barred_and_open},
    {"contact_is_tried_so_often", contact_tried_too_often},
    {"contact_is_tried_so_often", contact_of_no_list},
    {"list_counts_its_contacts", list_miscounted},
    {"number_is_barred_once", number_twice},
};
enum { WRONGS = sizeof wrongs / sizeof *wrongs };

static void test_each_can_fail(void **state)
{
    (void)state;
    wrongs_are_heard(wrongs, WRONGS);
}

static void test_none_is_left_out(void **state)
{
    (void)state;
    wrongs_cover(wrongs, WRONGS, check_outbound_table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_can_fail),
        cmocka_unit_test(test_none_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
