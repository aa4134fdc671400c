#include "client/desk/walk.h"

#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"
#include "client/seat/copy.h"
#include "client/seat/flow.h"

enum { TREE_BYTES = 512 * 1024, COLS = 70 };

static const char *const tree_names[] = {"code"};
KIND(tree, "tree", N_("Troubleshooting"), N_("Start"), K_NONE,
     {ASK_TREE, FIELD_PICK, N_("Tree"), 0, true, 1});

void walk_init(struct walk *walk)
{
    arena_init(&walk->arena, TREE_BYTES);
}

void walk_fini(struct walk *walk)
{
    arena_fini(&walk->arena);
}

void walk_forget(struct walk *walk)
{
    walk->open = false;
    walk->tree = NULL;
    walk->ticket = 0;
    walk->n = 0;
}

void walk_start(struct desk *desk, uint64_t ticket)
{
    struct walk *walk = &desk->walk;
    if (walk->tree && walk->ticket == ticket)
        walk->open = true;
    else
        ask_open(desk, &dialog_tree, ticket);
}

/* ---- the tree ---- */

static const struct rec_tree_node *node_of(const struct walk *walk, uint64_t number)
{
    const struct rec_tree_node *nodes = walk->tree ? walk->tree->nodes.items : NULL;
    for (size_t i = 0; nodes && i < walk->tree->nodes.n; i++)
        if (nodes[i].node == number) return &nodes[i];
    return NULL;
}

static const struct rec_tree_node *here(const struct walk *walk)
{
    return walk->n ? node_of(walk, walk->path[walk->n - 1]) : NULL;
}

static void step_to(struct walk *walk, uint64_t node)
{
    if (walk->n == LIMIT_NODES || !node_of(walk, node)) return;
    walk->path[walk->n++] = node;
    walk->marked = 0;
}

static void begin(struct desk *desk, uint64_t ticket, const struct rec_tree *tree)
{
    struct walk *walk = &desk->walk;
    walk_forget(walk);
    arena_reset(&walk->arena);
    walk->tree = answer_copy(request_tree_show, tree, &walk->arena);
    if (!walk->tree || walk->tree->nodes.n == 0) {
        walk->tree = NULL;
        seat_say(desk->seat, NOTICE_ALARM, "%s", screen_text(err_text(ERR_NOMEM)));
        return;
    }
    const struct rec_tree_node *nodes = walk->tree->nodes.items;
    walk->ticket = ticket;
    walk->open = true;
    step_to(walk, nodes[0].node);
}

/* ---- recording ---- */

static void on_walked(void *ctx, const struct link_answer *answer)
{
    struct desk *desk = ctx;
    struct walk *walk = &desk->walk;
    walk->sending = false;
    if (!seat_good(desk->seat, answer)) return;
    const struct rec_tree_node *end = here(walk);
    bool unsolved = end && end->unsolved;
    walk_forget(walk);
    seat_say(desk->seat, NOTICE_GOOD, "%s",
             unsolved ? _("The path is recorded: a visit is due.") : _("The path is recorded."));
    if (desk->view == VIEW_CARD) card_reload(desk->card);
}

static void record(struct desk *desk)
{
    struct walk *walk = &desk->walk;
    char path[LIMIT_NOTE];
    size_t n = 0;
    for (size_t i = 0; i < walk->n && n + 24 < sizeof path; i++)
        n += (size_t)snprintf(path + n, sizeof path - n, "%s%llu", i ? ">" : "",
                              (unsigned long long)walk->path[i]);
    struct req_ticket_walk wanted = {
        .ticket = walk->ticket, .tree = walk->tree->code, .path = slice_bytes(path, n)};
    walk->sending = seat_ask(desk->seat, request_ticket_walk, &wanted, false, on_walked, desk);
}

/* ---- keys ---- */

static void take(struct desk *desk)
{
    struct walk *walk = &desk->walk;
    const struct rec_tree_node *node = here(walk);
    const struct rec_tree_answer *answers = node ? node->answers.items : NULL;
    if (!node || walk->sending) return;
    if (node->answers.n == 0)
        record(desk);
    else if (walk->marked < node->answers.n)
        step_to(walk, answers[walk->marked].to);
}

static bool digit_key(struct desk *desk, const struct key *key)
{
    struct walk *walk = &desk->walk;
    const struct rec_tree_node *node = here(walk);
    if (key->text.n != 1 || key->text.p[0] < '1' || key->text.p[0] > '9') return true;
    size_t nth = (size_t)(key->text.p[0] - '1');
    if (!node || nth >= node->answers.n) return true;
    walk->marked = nth;
    take(desk);
    return true;
}

bool walk_key(struct desk *desk, const struct key *key)
{
    struct walk *walk = &desk->walk;
    const struct rec_tree_node *node = here(walk);
    if (!walk->open) return false;
    if (key->kind == KEYS_TEXT) return digit_key(desk, key);
    if (key->kind != KEYS_NAMED) return false;
    switch ((int)key->name) {
    case K_ESC:
        walk->open = false;
        return true;
    case K_UP:
        walk->marked -= walk->marked > 0;
        return true;
    case K_DOWN:
        if (node && walk->marked + 1 < node->answers.n) walk->marked++;
        return true;
    case K_ENTER:
        take(desk);
        return true;
    case K_LEFT:
    case K_BACKSPACE:
        if (walk->n > 1 && !walk->sending) walk->n--;
        walk->marked = 0;
        return true;
    default:
        return false;
    }
}

/* ---- drawing ---- */

static void draw_node(const struct walk *walk, const struct rec_tree_node *node, struct flow *flow)
{
    const struct rec_tree_answer *answers = node->answers.items;
    if (node->solved) flow_print(flow, STYLE_POPUP_TITLE, "%s", _("It is solved"));
    if (node->unsolved)
        flow_print(flow, STYLE_POPUP_TITLE, "%s", _("Not solved: a visit will be due"));
    flow_text(flow, STYLE_POPUP, node->text);
    flow_gap(flow);
    for (size_t i = 0; i < node->answers.n; i++)
        flow_print(flow, i == walk->marked ? STYLE_SELECTED : STYLE_POPUP, "%s %zu %.*s",
                   i == walk->marked ? grid_glyph(flow->grid, GLYPH_MARK) : " ", i + 1,
                   (int)answers[i].text.n, answers[i].text.p ? answers[i].text.p : "");
}

void walk_draw(const struct desk *desk, struct grid *grid)
{
    const struct walk *walk = &desk->walk;
    const struct rec_tree_node *node = here(walk);
    if (!walk->open || !node) return;
    char title[LIMIT_NAME + 40];
    int cols = grid->cols - 2 < COLS ? grid->cols - 2 : COLS;
    snprintf(title, sizeof title, "%.*s", (int)walk->tree->name.n,
             walk->tree->name.p ? walk->tree->name.p : "");
    struct rect in = grid_popup(grid, 14, cols, title);
    struct flow flow =
        flow_start(grid, (struct rect){in.row, in.col + 1, in.rows - 1, in.cols - 2}, 0, 10);
    draw_node(walk, node, &flow);
    flow_end(&flow);
    const char *foot = node->answers.n
                           ? _("1-9, Enter: answer   Backspace: one back   Esc Back")
                           : _("Enter: record the path   Backspace: one back   Esc Back");
    grid_puts(grid, in.row + in.rows - 1, in.col + 1, in.cols - 2, STYLE_POPUP_TITLE,
              walk->sending ? _("Sending …") : foot);
}

/* ---- choosing a tree ---- */

static bool has(const struct dialog_kind *kind)
{
    return kind == &dialog_tree;
}

static void set_items(struct desk *desk, struct dialog *dialog)
{
    ask_pick_from(desk, dialog, ASK_TREE, CATALOG_TREES);
}

static bool send(struct desk *desk, struct dialog *dialog, link_answered *answered)
{
    struct req_tree_show show = {.version = 0};
    ask_code(desk, dialog, ASK_TREE, CATALOG_TREES, &show.code);
    return seat_ask(desk->seat, request_tree_show, &show, false, answered, dialog);
}

static void done(struct desk *desk, struct dialog *dialog, const void *answer)
{
    begin(desk, dialog->object, answer);
}

const struct ask_room walk_room = {.has = has, .send = send, .items = set_items, .done = done};
