/* Guided troubleshooting (R50): trees are content, the path that was taken is kept in the record,
 * and what was not solved on the way is due a visit. */
#include "common/tree.h"

#include "proto/tags.h"
#include "server/core/apply_ticket.h"
#include "server/core/register.h"
#include "server/core/ticket.h"

REGISTER_OLD(tree)

enum { TEXT_SCRATCH = 16 * 1024 };

static void tree_record(struct step *step, const struct row_tree *row, enum change change,
                        struct slice name, struct slice text)
{
    struct fact fact = step_fact(step, fact_type_tree_put);
    fact.body.tree_put = (struct fact_tree_put){
        .tree = row->tree,
        .code = row->code,
        .change = change,
        .of_subject = row->subject,
        .name = name,
        .text = text,
    };
    step_emit(step, &fact);
    step_done(step, row->tree, row->version + 1);
}

/* A new tree, or the next version of one. */
void do_tree_load(struct step *step, const void *body)
{
    const struct req_tree_load *req = body;
    struct row_tree row;
    struct tree tree;
    struct tree_fault fault;
    bool there = tree_find(step->core->txn, &req->code, true, &row);
    if (!step_require(step, !there || !row.retired, REJECT_EXISTS, "code")) return;
    if (!there) row = (struct row_tree){.tree = step_next_id(step, object_tree), .code = req->code};
    if (!subject_refer(step, &req->subject, "subject", &row.subject)) return;
    bool read = tree_read(req->text, &tree, &fault);
    if (step_require_limit(step, read, REJECT_BAD_TREE, tree_error_word(fault.error), fault.line))
        tree_record(step, &row, there ? change_changed : change_added, req->name, req->text);
}

void do_tree_retire(struct step *step, const void *body)
{
    const struct req_tree_retire *req = body;
    struct row_tree row;
    if (tree_old(step, &req->code, &row))
        tree_record(step, &row, change_retired, (struct slice){0}, (struct slice){0});
}

/* The end that this path through the tree's present version comes to. Refuses. */
static bool walk_ends(struct step *step, const struct row_tree *row, struct slice path,
                      bool *solved)
{
    struct row_tree_version version = {.tree = row->tree, .version = row->version};
    struct arena scratch;
    struct slice text = {0};
    struct tree tree;
    struct tree_fault fault;
    const struct tree_node *end = NULL;
    arena_init(&scratch, TEXT_SCRATCH);
    if (table_get(step->core->txn, TABLE_tree_version, &version) &&
        words_read(step->core->txn, version.seq, TAG_tree_put_text, &scratch, &text) &&
        tree_read(text, &tree, &fault))
        end = tree_walk(&tree, path);
    *solved = end && end->kind == TREE_SOLVED;
    arena_fini(&scratch);
    return step_require(step, end != NULL, REJECT_BAD_FIELD, "path");
}

void do_ticket_walk(struct step *step, const void *body)
{
    const struct req_ticket_walk *req = body;
    struct row_ticket row;
    struct row_tree tree;
    bool solved;
    if (!ticket_ask(step, req->ticket, ticket_event_walk, &row) ||
        !step_require(step, tree_find(step->core->txn, &req->tree, false, &tree), REJECT_NO_SUCH,
                      "tree") ||
        !walk_ends(step, &tree, req->path, &solved))
        return;
    struct fact fact = ticket_note(step, &row, ticket_event_walk);
    fact.body.ticket_noted.tree = tree.tree;
    fact.body.ticket_noted.tree_version = tree.version;
    fact.body.ticket_noted.solved = solved;
    fact.body.ticket_noted.path = req->path;
    ticket_emit(step, &fact, &row);
}

bool walk_unsolved(struct txn *txn, uint64_t ticket)
{
    struct row_walk row = {.ticket = ticket};
    struct cursor cursor;
    cursor_table(&cursor, txn, TABLE_walk, 1, &row, false, true);
    return cursor_next(&cursor, &row) && !row.solved;
}

void walk_record(struct txn *txn, const struct fact *fact, const struct fact_ticket_noted *body)
{
    const struct row_walk row = {
        .ticket = body->ticket,
        .seq = fact->seq,
        .tree = body->tree,
        .version = body->tree_version,
        .solved = body->solved,
    };
    table_put(txn, TABLE_walk, &row);
}

void apply_tree_put(struct txn *txn, const struct fact *fact, const struct fact_tree_put *body)
{
    struct row_tree row;
    if (!tree_get(txn, body->tree, &row)) counter_use(txn, object_tree, body->tree);
    row.code = body->code;
    row.subject = body->of_subject;
    row.retired = body->change == change_retired;
    seq_keep(&row.name_seq, fact, body->name);
    if (body->text.n) {
        row.version++;
        const struct row_tree_version version = {
            .tree = row.tree, .version = row.version, .seq = fact->seq, .at_ms = fact->at_ms};
        table_put(txn, TABLE_tree_version, &version);
    }
    tree_put(txn, &row);
}
