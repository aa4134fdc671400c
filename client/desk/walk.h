/* Guided troubleshooting (R50): a tree of questions, walked while talking. Esc goes back to the
 * record and keeps the place; the path taken is recorded at an end. */
#ifndef CLIENT_DESK_WALK_H
#define CLIENT_DESK_WALK_H

#include "client/screen/keys.h"
#include "proto/codec.h"

struct desk;

struct walk {
    bool open;
    bool sending;
    uint64_t ticket;
    const struct rec_tree *tree; /* NULL: none; in arena */
    struct arena arena;
    uint64_t path[LIMIT_NODES]; /* numbers of the nodes passed; the last is where one is */
    size_t n;
    size_t marked; /* among the answers */
};

void walk_init(struct walk *walk);
void walk_fini(struct walk *walk);
/* Takes the popup away and forgets where it was. */
void walk_forget(struct walk *walk);
/* Alt-U: goes on with the tree of this ticket, or asks for one. */
void walk_start(struct desk *desk, uint64_t ticket);
bool walk_key(struct desk *desk, const struct key *key);
void walk_draw(const struct desk *desk, struct grid *grid);

#endif
