/* rexianctl queue-log: the journal, page by page, through the mapping. */
#include <libintl.h>
#include <string.h>

#include "client/ctl/queue_log.h"
#include "common/clock.h"

#define _(text) gettext(text)
#define N_(text) text

struct asked {
    uint64_t from_ms, until_ms;
};

const char *queue_log_help(const char *verb)
{
    static const char text[] =
        N_("queue-log: what happened in the queues, in the format of Asterisk's queue_log\n\n"
           "  --from TIME    not before (2026-11-22 or 2026-11-22T09:30)\n"
           "  --until TIME   before\n\n"
           "Example:\n  rexianctl queue-log --from 2026-11-01 --until 2026-12-01 > queue_log\n");
    return strcmp(verb, "queue-log") == 0 ? text : NULL;
}

static int read_words(struct ctl *ctl, int n, char **words, struct asked *asked)
{
    for (int i = 0; i < n; i += 2) {
        bool from = strcmp(words[i], "--from") == 0, until = strcmp(words[i], "--until") == 0;
        uint64_t *at_ms = from ? &asked->from_ms : &asked->until_ms;
        const char *value = i + 1 < n ? words[i + 1] : "";
        if (!from && !until) {
            fprintf(ctl->err,
                    _("rexianctl: queue-log does not take \"%s\"; see rexianctl help queue-log\n"),
                    words[i]);
            return CTL_USAGE;
        }
        if (!clock_parse(slice_of(value), at_ms)) {
            fprintf(ctl->err,
                    _("rexianctl: %s is a time, as 2026-11-22 or 2026-11-22T09:30, not \"%s\"\n"),
                    words[i], value);
            return CTL_USAGE;
        }
    }
    if (asked->until_ms == 0 || asked->from_ms < asked->until_ms) return CTL_DONE;
    fputs(_("rexianctl: --until is later than --from\n"), ctl->err);
    return CTL_USAGE;
}

static int one_page(struct ctl *ctl, struct queue_log *log, uint64_t *after)
{
    struct req_journal_export ask = {.after = *after};
    const struct ctl_command command = {request_desc(request_journal_export), &ask};
    const void *answer;
    int code = command_ask(ctl, &command, &answer);
    if (code != CTL_DONE) return code;
    const struct rec_fact_page *page = answer;
    const struct rec_fact_item *items = page->rows.items;
    for (size_t i = 0; i < page->rows.n; i++) {
        struct fact fact;
        if (fact_decode(items[i].fact, &fact) != ERR_OK) return CTL_DAMAGED;
        queue_log_fact(log, &fact);
    }
    *after = page->next;
    return CTL_DONE;
}

int queue_log_run(struct ctl *ctl, int n, char **words)
{
    struct asked asked = {0};
    int code = read_words(ctl, n, words, &asked);
    if (code == CTL_DONE) code = command_connect(ctl);
    if (code != CTL_DONE) return code;
    struct queue_log *log = queue_log_new(ctl->out, asked.from_ms, asked.until_ms);
    struct arena kept = ctl->arena;
    uint64_t after = 0;
    do {
        arena_init(&ctl->arena, 64 * 1024 * 1024);
        code = one_page(ctl, log, &after);
        arena_fini(&ctl->arena);
    } while (code == CTL_DONE && after);
    ctl->arena = kept;
    queue_log_free(&log);
    if (code == CTL_DONE && fflush(ctl->out) != 0) {
        fputs(_("rexianctl: cannot write the output\n"), ctl->err);
        code = CTL_REFUSED;
    }
    return code;
}
