#include <libintl.h>
#include <stdlib.h>

#include "client/ctl/ctl.h"
#include "proto/args.h"

#define _(text) gettext(text)

static const struct request_desc *find_request(int n, char **words, int *skip)
{
    char verb[128];
    *skip = 2;
    if (n >= 2) {
        snprintf(verb, sizeof verb, "%s.%s", words[0], words[1]);
        const struct request_desc *request = request_by_verb(slice_of(verb));
        if (request) return request;
    }
    *skip = 1;
    return n >= 1 ? request_by_verb(slice_of(words[0])) : NULL;
}

static int show(struct ctl *ctl, const struct ctl_command *command, const void *answer)
{
    const struct message *record = command->request->answer;
    if (message_rows(record) && message_field(record, "next"))
        return page_show(ctl, record, answer);
    if (ctl->json) {
        struct json json;
        json_init_file(&json, ctl->out);
        message_to_json(&json, record, answer);
        if (json_finish(&json) != ERR_OK) return CTL_REFUSED;
    } else {
        print_answer(ctl, record, answer);
    }
    if (command->request->kind != KIND_HOUSE) return CTL_DONE;
    const struct rec_house *house = answer;
    if (house->good) return CTL_DONE;
    return command->request->message.number == request_backup ? CTL_REFUSED : CTL_DAMAGED;
}

int ctl_run(struct ctl *ctl, int n, char **words)
{
    int skip;
    arena_reset(&ctl->arena);
    local_command *local = local_find(n, words, &skip);
    if (local) return local(ctl, n - skip, words + skip);
    const struct request_desc *request = find_request(n, words, &skip);
    if (!request) {
        fprintf(ctl->err, _("rexianctl: there is no command \"%s%s%s\"; see rexianctl help\n"),
                n > 0 ? words[0] : "", n > 1 ? " " : "", n > 1 ? words[1] : "");
        return CTL_USAGE;
    }
    struct ctl_command command;
    int code = command_parse(ctl, request, n - skip, words + skip, &command);
    if (code != CTL_DONE) return code;
    if (pages_wanted(request)) return pages_run(ctl, &command);
    const void *answer;
    code = command_ask(ctl, &command, &answer);
    return code != CTL_DONE ? code : show(ctl, &command, answer);
}

void ctl_fini(struct ctl *ctl)
{
    sign_out(ctl);
    link_free(&ctl->link);
    arena_fini(&ctl->arena);
}
