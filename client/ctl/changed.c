/* What others did meanwhile, printed with the refusal that it explains. */
#include <libintl.h>

#include "client/ctl/ctl.h"
#include "client/link/changed.h"
#include "proto/args.h"

#define _(text) gettext(text)

static void as_lines(struct ctl *ctl, const struct rec_history_page *page)
{
    const struct rec_history_item *steps = page->rows.items;
    char line[CHANGED_LINE];
    if (page->rows.n == 0) return;
    fputs(_("Changed since the version that you saw:\n"), ctl->err);
    for (size_t i = 0; i < page->rows.n; i++)
        fprintf(ctl->err, "  %s\n", changed_line(&steps[i], line, sizeof line));
}

static void as_json(struct ctl *ctl, const struct link_answer *refusal,
                    const struct rec_history_page *page)
{
    const struct field *rows = message_rows(request_desc(request_ticket_history)->answer);
    struct json json;
    json_init_file(&json, ctl->out);
    json_object_begin(&json);
    json_key(&json, "refused");
    json_text(&json, slice_of(reject_name(refusal->reject)));
    json_key(&json, "changed");
    json_array_begin(&json);
    for (size_t i = 0; i < page->rows.n; i++)
        message_to_json(&json, rows->record,
                        (const char *)page->rows.items + i * rows->record->size);
    json_array_end(&json);
    json_object_end(&json);
    if (json_finish(&json) != ERR_OK) fputs("rexianctl: cannot write the output\n", ctl->err);
}

void changed_show(struct ctl *ctl, const struct ctl_command *command,
                  const struct link_answer *refusal)
{
    struct req_ticket_history ask;
    struct link_answer got;
    const struct link_answer refused = *refusal;
    if (!changed_ask(refusal, &command->request->message, command->body, &ask)) return;
    enum err err =
        link_call(ctl->link, request_ticket_history, &ask, CTL_WAIT_MS, &ctl->arena, &got);
    if (err != ERR_OK || got.reject != REJECT_OK) return;
    if (ctl->json)
        as_json(ctl, &refused, got.body);
    else
        as_lines(ctl, got.body);
}
