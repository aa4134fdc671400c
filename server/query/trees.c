/* Troubleshooting trees (R50). */
#include "common/tree.h"

#include "server/core/step.h"
#include "server/query/answer.h"

enum reject answer_tree_list(struct query *query, const struct req_tree_list *ask,
                             struct rec_tree_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_tree_list), "rows", ask->most, PAGE_BYTES);
    struct row_tree row = {.tree = ask->after};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_tree, 0, &row, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.tree) {
        const struct rec_tree_item item = {
            .tree = row.tree,
            .code = row.code,
            .name = words_of(query, row.name_seq, TAG_tree_put_name, query->arena),
            .subject = subject_name(query, row.subject),
            .version = row.version,
            .retired = row.retired,
        };
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

static struct rows answers_of(const struct query *query, const struct tree_node *node)
{
    struct rec_tree_answer *items = arena_take(query->arena, (node->n + 1) * sizeof *items);
    if (!items) return (struct rows){0};
    for (size_t i = 0; i < node->n; i++)
        items[i] =
            (struct rec_tree_answer){.text = node->answers[i].text, .to = node->answers[i].to};
    return (struct rows){items, node->n};
}

enum reject answer_tree_show(struct query *query, const struct req_tree_show *ask,
                             struct rec_tree *answer, struct fault *fault)
{
    struct row_tree row;
    struct tree tree;
    struct tree_fault why;
    if (!tree_find(query->txn, &ask->code, true, &row))
        return refuse(fault, REJECT_NO_SUCH, "code");
    struct row_tree_version version = {.tree = row.tree,
                                       .version = ask->version ? ask->version : row.version};
    if (!table_get(query->txn, TABLE_tree_version, &version))
        return refuse(fault, REJECT_NO_SUCH, "version");
    struct slice text = words_of(query, version.seq, TAG_tree_put_text, query->arena);
    if (!tree_read(text, &tree, &why)) return REJECT_FAILED; /* was read before it was loaded */
    struct rec_tree_node *nodes = arena_take(query->arena, tree.n * sizeof *nodes);
    if (!nodes) return REJECT_FAILED;
    for (size_t i = 0; i < tree.n; i++)
        nodes[i] = (struct rec_tree_node){
            .node = tree.nodes[i].number,
            .text = tree.nodes[i].text,
            .answers = answers_of(query, &tree.nodes[i]),
            .solved = tree.nodes[i].kind == TREE_SOLVED,
            .unsolved = tree.nodes[i].kind == TREE_UNSOLVED,
        };
    *answer = (struct rec_tree){
        .tree = row.tree,
        .code = row.code,
        .name = words_of(query, row.name_seq, TAG_tree_put_name, query->arena),
        .version = version.version,
        .nodes = {nodes, tree.n},
    };
    return REJECT_OK;
}
