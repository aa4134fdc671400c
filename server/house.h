/* Work on the house itself: the same for a request and for `rexiand --check`. Reads a snapshot. */
#ifndef SERVER_HOUSE_H
#define SERVER_HOUSE_H

#include "common/arena.h"
#include "server/store/store.h"

/* Walks the state's invariants; with replay also rebuilds the state from the journal and compares.
 */
enum err house_check(struct store *store, struct txn *snapshot, bool replay, struct arena *arena,
                     struct rec_house *out);
/* Walks the journal's chain. */
enum err house_verify(struct txn *snapshot, struct arena *arena, struct rec_house *out);
/* Copies the last commit into a new folder. */
enum err house_backup(struct store *store, struct slice path, struct arena *arena,
                      struct rec_house *out);

#endif
