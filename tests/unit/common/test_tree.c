/* Troubleshooting trees: what is read, each thing that can be wrong with its line, and ways. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "common/tree.h"

static const char router[] = "# The router\n"
                             "\n"
                             "1 Is the light green? | yes > 2 | no > 3\n"
                             "  2\tMore than 3 > 2? | yes > or so > 4 | no > 3 \r\n"
                             "3 = unsolved: A technician: comes.\n"
                             "4 = solved: Restart it.";

static void a_tree_is_read(void **state)
{
    (void)state;
    struct tree tree;
    struct tree_fault fault;
    assert_true(tree_read(slice_of(router), &tree, &fault));
    assert_int_equal(fault.error, TREE_OK);
    assert_int_equal(tree.n, 4);
    const struct tree_node *node = &tree.nodes[1];
    assert_int_equal(node->number, 2);
    assert_int_equal(node->line, 4);
    assert_int_equal(node->kind, TREE_QUESTION);
    assert_true(slice_equal(node->text, slice_of("More than 3 > 2?")));
    assert_int_equal(node->n, 2);
    assert_true(slice_equal(node->answers[0].text, slice_of("yes > or so")));
    assert_int_equal(node->answers[0].to, 4);
    assert_int_equal(tree.nodes[2].kind, TREE_UNSOLVED);
    assert_true(slice_equal(tree.nodes[2].text, slice_of("A technician: comes.")));
    assert_int_equal(tree.nodes[3].kind, TREE_SOLVED);
}

static void what_is_wrong_is_told(void **state)
{
    (void)state;
    static char nodes[4000], text[LIMIT_NOTE + 64], answer[LIMIT_NAME + 64];
    size_t n = 0;
    for (unsigned i = 1; i <= LIMIT_NODES; i++)
        n += (size_t)snprintf(nodes + n, sizeof nodes - n, "%u q | x > %u\n", i, i + 1);
    snprintf(nodes + n, sizeof nodes - n, "%d = solved: y", LIMIT_NODES + 1);
    snprintf(text, sizeof text, "1 = solved: %0*d", LIMIT_NOTE + 1, 0);
    snprintf(answer, sizeof answer, "1 q | %0*d > 2\n2 = solved: y", LIMIT_NAME + 1, 0);
    const struct {
        const char *text;
        enum tree_error error;
        unsigned line;
    } wrong[] = {
        {"", TREE_EMPTY, 0},
        {"# only this\n\n", TREE_EMPTY, 0},
        {"is it green?", TREE_SYNTAX, 1},
        {"1 | yes > 2\n2 = solved: y", TREE_SYNTAX, 1},
        {"1 q | yes\n2 = solved: y", TREE_SYNTAX, 1},
        {"1 q | > 2\n2 = solved: y", TREE_SYNTAX, 1},
        {"1 q | yes > \n2 = solved: y", TREE_SYNTAX, 1},
        {"1 = solved", TREE_SYNTAX, 1},
        {"1 = solved:", TREE_SYNTAX, 1},
        {"1 = perhaps: y", TREE_SYNTAX, 1},
        {"0 = solved: y", TREE_NUMBER, 1},
        {"10000 = solved: y", TREE_NUMBER, 1},
        {"18446744073709551617 = solved: y", TREE_NUMBER, 1},
        {"1 q | yes > two\n2 = solved: y", TREE_NUMBER, 1},
        {"1 q | yes > 2 x\n2 = solved: y", TREE_NUMBER, 1},
        {"1 q | x > 2\n2 = solved: y\n2 = solved: y", TREE_TWICE, 3},
        {"1 q |0>2|1>2|2>2|3>2|4>2|5>2|6>2|7>2|8>2|9>2\n2 = solved: y", TREE_TOO_MANY, 1},
        {nodes, TREE_TOO_MANY, LIMIT_NODES + 1},
        {text, TREE_TOO_LONG, 1},
        {answer, TREE_TOO_LONG, 1},
        {"1 q", TREE_NO_END, 1},
        {"1 q | x > 2", TREE_UNKNOWN, 1},
        {"1 q | x > 1", TREE_CIRCLE, 1},
        {"1 q | x > 2\n2 r | y > 3\n3 s | z > 2 | o > 4\n4 = solved: y", TREE_CIRCLE, 3},
        {"1 = solved: y\n2 = solved: z", TREE_UNREACHABLE, 2},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct tree tree;
        struct tree_fault fault;
        assert_false(tree_read(slice_of(wrong[i].text), &tree, &fault));
        if (fault.error != wrong[i].error || fault.line != wrong[i].line)
            fail_msg("row %zu: %s in line %u", i, tree_error_word(fault.error), fault.line);
        assert_true(tree_error_text(fault.error)[0] != '\0');
    }
}

static void as_much_as_fits(void **state)
{
    (void)state;
    static char nodes[4000];
    struct tree tree;
    struct tree_fault fault;
    size_t n = 0;
    for (unsigned i = 1; i < LIMIT_NODES; i++)
        n += (size_t)snprintf(nodes + n, sizeof nodes - n, "%u q | x > %u\n", i, i + 1);
    snprintf(nodes + n, sizeof nodes - n, "%d = solved: y", LIMIT_NODES);
    assert_true(tree_read(slice_of(nodes), &tree, &fault));
    assert_int_equal(tree.n, LIMIT_NODES);
    assert_true(tree_read(slice_of("1 q |1>2|2>2|3>2|4>2|5>2|6>2|7>2|8>2|9>2\n2 = solved: y"),
                          &tree, &fault));
    assert_int_equal(tree.nodes[0].n, LIMIT_ANSWERS);
}

static void ways_come_to_an_end(void **state)
{
    (void)state;
    struct tree tree;
    struct tree_fault fault;
    assert_true(tree_read(slice_of(router), &tree, &fault));
    assert_ptr_equal(tree_walk(&tree, slice_of("1>2>4")), &tree.nodes[3]);
    assert_ptr_equal(tree_walk(&tree, slice_of(" 1 > 3 ")), &tree.nodes[2]);
    static const char *const none[] = {"",     ">",      "1",   "1>2",   "2>4", "1>4",
                                       "1>>3", "1>2>4>", "1>x", "1>3>4", "01x"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        if (tree_walk(&tree, slice_of(none[i]))) fail_msg("%s leads somewhere", none[i]);
}

/* The page for those who write trees has each error with its text. */
static void the_page_has_all_errors(void **state)
{
    (void)state;
    static char page[64 * 1024], row[256];
    FILE *file = fopen(TEST_DIR "/../docs/special-calls.md", "r");
    assert_non_null(file);
    page[fread(page, 1, sizeof page - 1, file)] = '\0';
    fclose(file);
    for (enum tree_error error = TREE_EMPTY; error <= TREE_UNREACHABLE; error++) {
        snprintf(row, sizeof row, "| `%s` | ", tree_error_word(error));
        if (!strstr(page, row)) fail_msg("no row for %s", tree_error_word(error));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tree_is_read),          cmocka_unit_test(what_is_wrong_is_told),
        cmocka_unit_test(as_much_as_fits),         cmocka_unit_test(ways_come_to_an_end),
        cmocka_unit_test(the_page_has_all_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
