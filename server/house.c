#include "server/house.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "server/core/core.h"

enum { DETAIL_BYTES = 2000, WHY_BYTES = 512 };

/* The first faults, a line each; what does not fit is only counted. */
struct detail {
    char text[DETAIL_BYTES];
    size_t n;
    uint64_t faults;
};

__attribute__((format(printf, 2, 3))) static void detail_line(struct detail *detail,
                                                              const char *format, ...)
{
    char line[400];
    va_list list;
    va_start(list, format);
    int n = vsnprintf(line, sizeof line, format, list);
    va_end(list);
    if (n < 0 || (size_t)n >= sizeof line || detail->n + (size_t)n + 1 >= DETAIL_BYTES) return;
    if (detail->n) detail->text[detail->n++] = '\n';
    memcpy(detail->text + detail->n, line, (size_t)n + 1);
    detail->n += (size_t)n;
}

static void detail_fault(void *ctx, const char *sentence)
{
    struct detail *detail = ctx;
    detail->faults++;
    detail_line(detail, "%s", sentence);
}

static void finish(const struct detail *detail, struct arena *arena, struct rec_house *out)
{
    out->faults = detail->faults;
    out->good = detail->faults == 0;
    const char *copy = arena_copy(arena, slice_bytes(detail->text, detail->n));
    if (copy) out->detail = slice_bytes(copy, detail->n);
}

static void last_hash(struct txn *snapshot, struct rec_house *out)
{
    (void)journal_hash(snapshot, journal_head(snapshot), &out->hash);
}

static enum err replay_compare(struct store *store, struct txn *snapshot, struct detail *detail,
                               struct rec_house *out)
{
    struct replay_report report = {0};
    enum err err = store_replay(store, snapshot, &report);
    if (err != ERR_OK) return err;
    out->facts = report.facts;
    detail->faults += report.differing;
    if (report.differing)
        detail_line(detail, "%" PRIu64 " rows differ from the replayed ones, the first: %s",
                    report.differing, report.first);
    return ERR_OK;
}

enum err house_check(struct store *store, struct txn *snapshot, bool replay, struct arena *arena,
                     struct rec_house *out)
{
    *out = (struct rec_house){0};
    struct detail detail = {.n = 0};
    out->facts = journal_head(snapshot);
    out->rows = core_check(snapshot, detail_fault, &detail);
    enum err err = replay ? replay_compare(store, snapshot, &detail, out) : ERR_OK;
    if (err != ERR_OK) {
        detail.faults++;
        detail_line(&detail, "the journal cannot be replayed: %s", err_text(err));
    }
    last_hash(snapshot, out);
    finish(&detail, arena, out);
    return err == ERR_DAMAGED || err == ERR_CRYPTO ? ERR_OK : err;
}

enum err house_verify(struct txn *snapshot, struct arena *arena, struct rec_house *out)
{
    *out = (struct rec_house){0};
    struct detail detail = {.n = 0};
    uint64_t bad = 0;
    enum err err = journal_verify(snapshot, 1, &out->facts, &bad);
    if (bad) {
        detail.faults++;
        detail_line(&detail, "fact %" PRIu64 " does not follow from the one before", bad);
    } else if (err == ERR_DAMAGED || err == ERR_CRYPTO) {
        detail.faults++;
        detail_line(&detail, "the journal cannot be read: %s", err_text(err));
    }
    last_hash(snapshot, out);
    finish(&detail, arena, out);
    return detail.faults ? ERR_OK : err;
}

enum err house_backup(struct store *store, struct slice path, struct arena *arena,
                      struct rec_house *out)
{
    *out = (struct rec_house){0};
    struct detail detail = {.n = 0};
    const char *folder = arena_copy(arena, path);
    if (!folder) return ERR_NOMEM;
    char why[WHY_BYTES] = "";
    enum err err = store_backup(store, folder, &out->facts, why, sizeof why);
    if (err != ERR_OK) {
        detail.faults++;
        detail_line(&detail, "%s", why[0] ? why : err_text(err));
    }
    finish(&detail, arena, out);
    return ERR_OK;
}
