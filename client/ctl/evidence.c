/* rexianctl evidence NUMBER: what caller.export began, as a page to print or as JSON. */
#include <libintl.h>
#include <stdlib.h>

#include "client/ctl/ctl.h"
#include "client/letter/evidence.h"
#include "proto/args.h"

#define _(text) gettext(text)

static int usage(struct ctl *ctl)
{
    fputs(_("rexianctl: evidence takes the number that caller export answered:\n"
            "  rexianctl --station FILE --as NUMBER evidence 3 > evidence.html\n"),
          ctl->err);
    return CTL_USAGE;
}

/* Puts a page's rows behind those of the pages before; the head is the same on each. */
static bool rows_join(struct ctl *ctl, const struct rec_evidence_page *page,
                      struct rec_evidence_page *all)
{
    const size_t size = sizeof(struct rec_evidence_item), before = all->rows.n;
    char *rows = arena_take(&ctl->arena, (before + page->rows.n + 1) * size);
    if (!rows) return false;
    if (before) memcpy(rows, all->rows.items, before * size);
    if (page->rows.n) memcpy(rows + before * size, page->rows.items, page->rows.n * size);
    *all = *page;
    all->rows.items = rows;
    all->rows.n += before;
    return true;
}

static int evidence_ask(struct ctl *ctl, char *number, struct rec_evidence_page *all)
{
    struct ctl_command command;
    char *words[] = {number};
    int code = command_parse(ctl, request_desc(request_caller_evidence), 1, words, &command);
    if (code != CTL_DONE) return code;
    struct req_caller_evidence *ask = command.body;
    code = head_ask(ctl, &ask->known);
    do {
        const void *answer;
        ask->after = all->next;
        if (code == CTL_DONE) code = command_ask(ctl, &command, &answer);
        if (code == CTL_DONE && !rows_join(ctl, answer, all)) code = CTL_REFUSED;
    } while (code == CTL_DONE && all->next);
    return code;
}

int evidence_show(struct ctl *ctl, int n, char **words)
{
    struct rec_evidence_page page = {0};
    if (n != 1 || words[0][0] == '-') return usage(ctl);
    int code = evidence_ask(ctl, words[0], &page);
    if (code != CTL_DONE) return code;
    if (ctl->json) {
        struct json json;
        json_init_file(&json, ctl->out);
        message_to_json(&json, request_desc(request_caller_evidence)->answer, &page);
        return json_finish(&json) == ERR_OK ? CTL_DONE : CTL_REFUSED;
    }
    enum err err = evidence_print(ctl->out, strtoull(words[0], NULL, 10), &page);
    if (err == ERR_OK) return CTL_DONE;
    fprintf(ctl->err, "rexianctl: %s\n", err_text(err));
    return CTL_REFUSED;
}
