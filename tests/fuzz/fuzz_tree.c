/* A troubleshooting tree. One that was read has ways that all come to an end, each node on one of
 * them, and reads the same when it is written anew; a refusal says what is wrong and where. */
#include <stdio.h>

#include "common/err.h"
#include "common/tree.h"
#include "tests/fuzz/fuzz.h"

/* A number and a mark for each node, and for each answer another: more than the text needs. */
enum { TEXT_CAP = FUZZ_INPUT + LIMIT_NODES * (LIMIT_ANSWERS + 1) * 24 };

static size_t text_add(char *out, size_t n, struct slice text)
{
    memcpy(out + n, text.p, text.n);
    return n + text.n;
}

static size_t node_write(char *out, size_t n, const struct tree_node *node)
{
    static const char *const ends[] = {"", "= solved: ", "= unsolved: "};
    n += (size_t)snprintf(out + n, TEXT_CAP - n, "%u %s", node->number, ends[node->kind]);
    n = text_add(out, n, node->text);
    for (size_t i = 0; i < node->n; i++) {
        n = text_add(out, n, slice_of(" | "));
        n = text_add(out, n, node->answers[i].text);
        n += (size_t)snprintf(out + n, TEXT_CAP - n, " > %u", node->answers[i].to);
    }
    out[n] = '\n';
    return n + 1;
}

static void node_same(const struct tree_node *a, const struct tree_node *b)
{
    ASSERT(a->number == b->number && a->kind == b->kind && a->n == b->n);
    ASSERT(slice_equal(a->text, b->text));
    for (size_t i = 0; i < a->n; i++)
        ASSERT(a->answers[i].to == b->answers[i].to &&
               slice_equal(a->answers[i].text, b->answers[i].text));
}

/* Always the answer that `pick` says: comes to an end, and the walk agrees. */
static void way_ends(const struct tree *tree, size_t pick)
{
    char path[LIMIT_NODES * 8];
    const struct tree_node *node = &tree->nodes[0];
    size_t n = (size_t)snprintf(path, sizeof path, "%u", node->number);
    while (node->kind == TREE_QUESTION) {
        ASSERT(!tree_walk(tree, slice_bytes(path, n)));
        unsigned to = node->answers[pick % node->n].to;
        n += (size_t)snprintf(path + n, sizeof path - n, ">%u", to);
        ASSERT(n < sizeof path);
        for (node = tree->nodes; node->number != to;) ASSERT(++node < tree->nodes + tree->n);
    }
    ASSERT(node->n == 0 && tree_walk(tree, slice_bytes(path, n)) == node);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static struct tree tree, again;
    static char text[TEXT_CAP];
    struct tree_fault fault;
    if (!tree_read(slice_bytes(bytes, n), &tree, &fault)) {
        ASSERT(fault.error != TREE_OK && tree_error_word(fault.error)[0] &&
               tree_error_text(fault.error)[0]);
        ASSERT((fault.line == 0) == (fault.error == TREE_EMPTY));
        return 0;
    }
    ASSERT(tree.n > 0 && tree.n <= LIMIT_NODES);
    size_t used = 0;
    for (size_t i = 0; i < tree.n; i++) used = node_write(text, used, &tree.nodes[i]);
    ASSERT(tree_read(slice_bytes(text, used), &again, &fault) && again.n == tree.n);
    for (size_t i = 0; i < tree.n; i++) node_same(&tree.nodes[i], &again.nodes[i]);
    for (size_t pick = 0; pick < LIMIT_ANSWERS; pick++) way_ends(&tree, pick);
    ASSERT(!tree_walk(&tree, slice_bytes(bytes, n < 64 ? n : 64)) || n < 64);
    return 0;
}

void fuzz_seeds(fuzz_take *take)
{
    static const char router[] = "# router\n1 Is the light green? | yes > 2 | no > 3\n"
                                 "2 Does another device get on? | yes > 4 | no > 3\n"
                                 "3 = unsolved: A technician comes.\n4 = solved: Restart it.\n";
    static const char one[] = "9999 = solved: nothing to do";
    take(router, sizeof router - 1);
    take(one, sizeof one - 1);
}
