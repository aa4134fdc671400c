#include "client/screen/undo.h"

#include <stdlib.h>

#include "common/limits.h"

struct step {
    size_t at, cursor;
    size_t removed_n, inserted_n;
    char *bytes; /* removed, then inserted; owned */
};

struct undo {
    struct step steps[LIMIT_UNDO];
    int count;   /* steps kept */
    int current; /* steps that are done; the ones behind them were undone */
};

enum { JOINED_BYTES = 60 }; /* typing is taken back in pieces of about 20 Chinese characters */

struct undo *undo_new(void)
{
    return calloc(1, sizeof(struct undo));
}

static void step_fini(struct step *step)
{
    if (step->bytes) explicit_bzero(step->bytes, step->removed_n + step->inserted_n);
    free(step->bytes);
    *step = (struct step){0};
}

void undo_forget(struct undo *undo)
{
    for (int i = 0; i < undo->count; i++) step_fini(&undo->steps[i]);
    undo->count = undo->current = 0;
}

void undo_free(struct undo **undo)
{
    if (!*undo) return;
    undo_forget(*undo);
    free(*undo);
    *undo = NULL;
}

static bool step_init(struct step *step, const struct edit *edit)
{
    size_t n = edit->removed.n + edit->inserted.n;
    *step = (struct step){.at = edit->at,
                          .cursor = edit->cursor,
                          .removed_n = edit->removed.n,
                          .inserted_n = edit->inserted.n,
                          .bytes = malloc(n ? n : 1)};
    if (!step->bytes) return false;
    if (edit->removed.n) memcpy(step->bytes, edit->removed.p, edit->removed.n);
    if (edit->inserted.n) memcpy(step->bytes + edit->removed.n, edit->inserted.p, edit->inserted.n);
    return true;
}

static bool can_join(const struct step *last, const struct edit *edit)
{
    return edit->removed.n == 0 && last->inserted_n > 0 &&
           last->at + last->inserted_n == edit->at &&
           last->inserted_n + edit->inserted.n <= JOINED_BYTES;
}

/* False when out of memory; the step is then as before. */
static bool join(struct step *last, const struct edit *edit)
{
    size_t old_n = last->removed_n + last->inserted_n;
    char *bytes = malloc(old_n + edit->inserted.n);
    if (!bytes) return false;
    memcpy(bytes, last->bytes, old_n);
    memcpy(bytes + old_n, edit->inserted.p, edit->inserted.n);
    explicit_bzero(last->bytes, old_n);
    free(last->bytes);
    last->bytes = bytes;
    last->inserted_n += edit->inserted.n;
    return true;
}

void undo_push(struct undo *undo, const struct edit *edit, bool joins)
{
    bool undone = undo->current < undo->count;
    while (undo->count > undo->current) step_fini(&undo->steps[--undo->count]);
    struct step *last = undo->count ? &undo->steps[undo->count - 1] : NULL;
    if (joins && !undone && last && can_join(last, edit)) {
        if (!join(last, edit)) undo_forget(undo);
        return;
    }
    if (undo->count == LIMIT_UNDO) {
        step_fini(&undo->steps[0]);
        undo->count--;
        memmove(undo->steps, undo->steps + 1, (size_t)undo->count * sizeof *undo->steps);
        undo->steps[undo->count] = (struct step){0};
    }
    if (step_init(&undo->steps[undo->count], edit)) {
        undo->count++;
        undo->current = undo->count;
    } else {
        undo_forget(undo);
    }
}

static struct edit edit_of(const struct step *step)
{
    return (struct edit){.at = step->at,
                         .cursor = step->cursor,
                         .removed = {step->bytes, step->removed_n},
                         .inserted = {step->bytes + step->removed_n, step->inserted_n}};
}

bool undo_back(struct undo *undo, struct edit *out)
{
    if (undo->current == 0) return false;
    *out = edit_of(&undo->steps[--undo->current]);
    return true;
}

bool undo_forth(struct undo *undo, struct edit *out)
{
    if (undo->current == undo->count) return false;
    *out = edit_of(&undo->steps[undo->current++]);
    return true;
}
