/* The changes of one editor, to go back and forth over. Keeps copies; wipes them, because they may
 * be a caller's words. */
#ifndef CLIENT_SCREEN_UNDO_H
#define CLIENT_SCREEN_UNDO_H

#include "common/slice.h"

/* At byte `at`, `removed` gave way to `inserted`; the cursor had stood at `cursor`. */
struct edit {
    size_t at;
    struct slice removed;
    struct slice inserted;
    size_t cursor;
};

struct undo;

struct undo *undo_new(void);
void undo_free(struct undo **undo);
void undo_forget(struct undo *undo);
/* Drops what was undone, and the oldest step past LIMIT_UNDO. joins: when the step continues the
 * one before it (plain typing), it becomes part of it. Out of memory: forgets everything, since a
 * history with a hole would corrupt the text. */
void undo_push(struct undo *undo, const struct edit *edit, bool joins);
/* The step to take back, or to do again. False when there is none. Borrowed until the next push. */
bool undo_back(struct undo *undo, struct edit *out);
bool undo_forth(struct undo *undo, struct edit *out);

#endif
