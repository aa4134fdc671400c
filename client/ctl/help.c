/* Help out of the schema: what a command does, its arguments, an example. */
#include <libintl.h>

#include "client/ctl/ctl.h"

#define _(text) gettext(text)

/* Examples for commands whose use is not obvious; the others get one made of their MUST fields. */
static const struct {
    const char *verb, *example;
} examples[] = {
    {"station.add", "station add S12 --name \"第二排左三\" --out S12.station"},
    {"person.add", "person add 1001 --name \"张三\" --roles operator,lead --password 'a long one'"},
    {"call.arrive", "call arrive --line 12345 --from 19900000001"},
    {"ticket.list", "ticket list --view state --state follow_up --json"},
    {"audit.list", "audit 17 --from_ms 2026-11-01"},
    {"backup", "backup /var/backups/rexian-2026-11-22"},
    {"check", "check --replay"},
    {"journal.export", "journal export > journal.ndjson"},
};

static const char *kind_text(enum request_kind kind)
{
    switch (kind) {
    case KIND_COMMAND:
        return _("a command: changes something, recorded in the journal");
    case KIND_FRESH:
    case KIND_LIST:
        return _("a question: changes nothing");
    case KIND_HOUSE:
        return _("work on the house itself");
    }
    return "";
}

static void print_example(struct ctl *ctl, const struct request_desc *request)
{
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        if (strcmp(examples[i].verb, request->verb) == 0) {
            fprintf(ctl->out, "\n%s\n  rexianctl --data DIR %s\n", _("Example:"),
                    examples[i].example);
            return;
        }
    fprintf(ctl->out, "\n%s\n  rexianctl --data DIR ", _("Example:"));
    for (const char *c = request->verb; *c; c++) fputc(*c == '.' ? ' ' : *c, ctl->out);
    for (size_t i = 0; i < request->message.n_fields; i++) {
        const struct field *field = &request->message.fields[i];
        if (!field->must) continue;
        if (field->type == TYPE_enum)
            fprintf(ctl->out, " --%s %s", field->name, field->vocabulary->words[0].name);
        else
            fprintf(ctl->out, " --%s %s", field->name, field->type == TYPE_text ? "\"…\"" : "12");
    }
    fputc('\n', ctl->out);
}

static int help_one(struct ctl *ctl, const struct request_desc *request)
{
    fprintf(ctl->out, "%s: %s\n(%s)\n\n", request->verb, _(request->message.help),
            kind_text(request->kind));
    for (size_t i = 0; i < request->message.n_fields; i++) {
        const struct field *field = &request->message.fields[i];
        fprintf(ctl->out, "  --%-12s %s%s", field->name, _(field->help),
                field->must ? _(" (required)") : "");
        if (field->max > 1 && field->type == TYPE_text)
            fprintf(ctl->out, _("; at most %llu bytes"), (unsigned long long)field->max);
        for (size_t w = 0; field->type == TYPE_enum && w < field->vocabulary->n; w++)
            fprintf(ctl->out, "%s%s", w ? ", " : ": ", field->vocabulary->words[w].name);
        fputc('\n', ctl->out);
    }
    print_example(ctl, request);
    return CTL_DONE;
}

static const char general[] =
    "Usage: rexianctl --data DIR COMMAND [ARGUMENT]... [--json]\n"
    "The console of a Rexian dispatcher, for the user that runs rexiand.\n\n"
    "  init                      make the data folder with its keys\n"
    "  restore BACKUP            make the data folder out of a backup\n"
    "  batch FILE                run commands from a file, a line each (- for standard input)\n"
    "  audit [TICKET]            who saw what: looks at words that are not everybody's\n"
    "  help [COMMAND]            arguments and an example of one command\n";

int help_show(struct ctl *ctl, int n, char **words)
{
    if (n >= 1) {
        char verb[128];
        snprintf(verb, sizeof verb, "%s%s%s", words[0], n > 1 ? "." : "", n > 1 ? words[1] : "");
        const struct request_desc *request = request_by_verb(slice_of(verb));
        if (request) return help_one(ctl, request);
        fprintf(ctl->err, _("rexianctl: there is no command %s; see rexianctl help\n"), verb);
        return CTL_USAGE;
    }
    fputs(_(general), ctl->out);
    size_t count;
    const struct request_desc *table = request_table(&count);
    for (size_t i = 0; i < count; i++) {
        if (table[i].message.number == request_session_open ||
            table[i].message.number == request_session_close)
            continue; /* the console needs no session */
        char verb[64];
        snprintf(verb, sizeof verb, "%s", table[i].verb);
        char *dot = strchr(verb, '.');
        if (dot) *dot = ' ';
        fprintf(ctl->out, "  %-25s %s\n", verb, _(table[i].message.help));
    }
    fputs(_("\nExit: 0 done, 1 refused, 2 usage, 3 not reachable, 4 damaged data.\n"), ctl->out);
    return CTL_DONE;
}
