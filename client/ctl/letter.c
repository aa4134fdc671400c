/* rexianctl letter NUMBER [--issue]: a ticket's reply letter as a page to print. */
#include <libintl.h>

#include "client/ctl/ctl.h"
#include "client/letter/letter.h"
#include "proto/args.h"

#define _(text) gettext(text)

/* Asks for this ticket; CTL_DONE with *answer set, or the exit code with the reason printed. */
static int ask(struct ctl *ctl, const char *verb, char *number, const void **answer)
{
    struct ctl_command command;
    char *words[] = {number};
    int code = command_parse(ctl, request_by_verb(slice_of(verb)), 1, words, &command);
    return code == CTL_DONE ? command_ask(ctl, &command, answer) : code;
}

static int usage(struct ctl *ctl)
{
    fputs(_("rexianctl: letter takes a ticket's number, and --issue when it has no letter yet:\n"
            "  rexianctl --data DIR letter 118 --issue > letter.html\n"),
          ctl->err);
    return CTL_USAGE;
}

int letter_make(struct ctl *ctl, int n, char **words)
{
    char *number = NULL;
    bool issue = false;
    for (int i = 0; i < n; i++) {
        if (strcmp(words[i], "--issue") == 0)
            issue = true;
        else if (number || words[i][0] == '-')
            return usage(ctl);
        else
            number = words[i];
    }
    if (!number) return usage(ctl);
    const void *answer;
    int code = issue ? ask(ctl, "letter.issue", number, &answer) : CTL_DONE;
    if (code == CTL_DONE) code = ask(ctl, "letter.show", number, &answer);
    if (code == CTL_REFUSED && !issue)
        fputs(_("rexianctl: with --issue a ticket gets its letter, once a reply stands\n"),
              ctl->err);
    if (code != CTL_DONE) return code;
    if (ctl->json) {
        struct json json;
        json_init_file(&json, ctl->out);
        message_to_json(&json, request_by_verb(slice_of("letter.show"))->answer, answer);
        return json_finish(&json) == ERR_OK ? CTL_DONE : CTL_REFUSED;
    }
    enum err err = letter_print(ctl->out, answer);
    if (err == ERR_OK) return CTL_DONE;
    fprintf(ctl->err, "rexianctl: %s\n", err_text(err));
    return CTL_REFUSED;
}
