/* Help out of the schema: what a command does, its arguments, an example. */
#include <libintl.h>

#include "client/ctl/calendar.h"
#include "client/ctl/chapters.h"
#include "client/ctl/queue_log.h"
#include "client/ctl/staff.h"

#define _(text) gettext(text)

enum { LIMIT_REQUESTS = 512 };

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

/* How somebody comes to ask this: at the console, or as a person who has the right. */
static const char *way_in(const struct request_desc *request)
{
    bool console = request->who == WHO_ANYBODY || request->who == WHO_SIGNED ||
                   (request->who & (ROLE_BIT(role_admin) | ROLE_BIT(role_trunk)));
    return console ? "rexianctl --data DIR" : "rexianctl --station FILE --as NUMBER";
}

static void print_example(struct ctl *ctl, const struct request_desc *request)
{
    size_t n;
    const struct example *all = examples(&n);
    for (size_t i = 0; i < n; i++)
        if (strcmp(all[i].verb, request->verb) == 0) {
            fprintf(ctl->out, "\n%s\n  %s %s\n", _("Example:"), way_in(request), all[i].line);
            return;
        }
    fprintf(ctl->out, "\n%s\n  %s ", _("Example:"), way_in(request));
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
        fprintf(ctl->out, "  --%-15s %s%s", field->name, _(field->help),
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
    "       rexianctl --station FILE --as NUMBER COMMAND [ARGUMENT]... [--json]\n"
    "The first is the console of a dispatcher, for the user that runs rexiand; the second asks as "
    "a\n"
    "person at a station, whose password is the first line of standard input.\n\n"
    "  init                      make the data folder with its keys\n"
    "  restore BACKUP            make the data folder out of a backup\n"
    "  letter NUMBER [--issue]   the reply letter of a ticket as a page to print (HTML)\n"
    "  evidence NUMBER           what caller export began, as a page to print (HTML)\n"
    "  batch FILE                run commands from a file, a line each (- for standard input)\n"
    "  audit [TICKET]            who saw what: looks at words that are not everybody's\n"
    "  calendar check FILE       what is wrong in a working calendar's file\n"
    "  calendar due …            when a time limit ends\n"
    "  staff …                   how many agents it takes, from figures or from the last weeks\n"
    "  queue-log …               the queues in the format of Asterisk's queue_log\n"
    "  help TOPIC                the commands of one topic or noun, with examples\n"
    "  help COMMAND              arguments and an example of one command\n";

/* The console needs no session, and a person's is opened with --as. */
static bool is_listed(const struct request_desc *request)
{
    return request->message.number != request_session_open &&
           request->message.number != request_session_close;
}

static void print_command(struct ctl *ctl, const struct request_desc *request)
{
    char verb[64];
    snprintf(verb, sizeof verb, "%s", request->verb);
    char *dot = strchr(verb, '.');
    if (dot) *dot = ' ';
    fprintf(ctl->out, "  %-25s %s\n", verb, _(request->message.help));
}

static bool in_chapter(const struct request_desc *request, const struct chapter *chapter)
{
    return is_listed(request) && chapter_of(request->verb) == chapter;
}

static size_t noun_of(const struct request_desc *request)
{
    return strcspn(request->verb, ".");
}

static bool same_noun(const struct request_desc *a, const struct request_desc *b)
{
    return noun_of(a) == noun_of(b) && memcmp(a->verb, b->verb, noun_of(a)) == 0;
}

/* "  letter     issue, show": what a noun can do, wrapped. */
static void print_noun(struct ctl *ctl, const struct chapter *chapter,
                       const struct request_desc *first, const struct request_desc *end)
{
    enum { WIDTH = 78, INDENT = 13 };
    int column = fprintf(ctl->out, "  %-*.*s", INDENT - 2, (int)noun_of(first), first->verb);
    for (const struct request_desc *r = first; r < end; r++) {
        if (!in_chapter(r, chapter) || !same_noun(first, r)) continue;
        const char *verb = r->verb + noun_of(r);
        if (*verb == '.') verb++;
        if (r != first) column += fprintf(ctl->out, ", ");
        if (column + (int)strlen(verb) + 1 > WIDTH)
            column = fprintf(ctl->out, "\n%*s", INDENT, "") - 1;
        column += fprintf(ctl->out, "%s", verb);
    }
    fputc('\n', ctl->out);
}

static void print_chapter(struct ctl *ctl, const struct chapter *chapter)
{
    size_t n;
    const struct request_desc *table = request_table(&n);
    fprintf(ctl->out, "\n%s: %s\n", chapter->name, _(chapter->title));
    for (size_t i = 0; i < n; i++) {
        bool first = in_chapter(&table[i], chapter);
        for (size_t j = 0; first && j < i; j++)
            first = !in_chapter(&table[j], chapter) || !same_noun(&table[i], &table[j]);
        if (first) print_noun(ctl, chapter, &table[i], table + n);
    }
}

/* A chapter, or a noun: each command with what it does, then examples. */
static bool help_topic(struct ctl *ctl, const char *word)
{
    size_t n, n_examples, found = 0;
    const struct request_desc *table = request_table(&n);
    const struct example *all = examples(&n_examples);
    bool wanted[LIMIT_REQUESTS] = {false};
    ASSERT(n <= LIMIT_REQUESTS);
    for (size_t i = 0; i < n; i++) {
        const struct chapter *chapter = chapter_of(table[i].verb);
        bool noun =
            strlen(word) == noun_of(&table[i]) && strncmp(word, table[i].verb, strlen(word)) == 0;
        wanted[i] = is_listed(&table[i]) && (noun || (chapter && strcmp(chapter->name, word) == 0));
        if (!wanted[i]) continue;
        found++;
        print_command(ctl, &table[i]);
    }
    bool headed = false;
    for (size_t e = 0; e < n_examples; e++) {
        for (size_t i = 0; i < n; i++) {
            if (!wanted[i] || strcmp(table[i].verb, all[e].verb) != 0) continue;
            if (!headed) fprintf(ctl->out, "\n%s\n", _("Examples:"));
            headed = true;
            fprintf(ctl->out, "  %s %s\n", way_in(&table[i]), all[e].line);
        }
    }
    return found > 0;
}

int help_show(struct ctl *ctl, int n, char **words)
{
    if (n >= 1) {
        char verb[128];
        snprintf(verb, sizeof verb, "%s%s%s", words[0], n > 1 ? "." : "", n > 1 ? words[1] : "");
        const char *own = calendar_help(verb);
        if (!own) own = staff_help(verb);
        if (!own) own = queue_log_help(verb);
        if (own) return fputs(_(own), ctl->out), CTL_DONE;
        const struct request_desc *request = request_by_verb(slice_of(verb));
        if (request) return help_one(ctl, request);
        if (n == 1 && help_topic(ctl, words[0])) return CTL_DONE;
        fprintf(ctl->err, _("rexianctl: there is no command %s; see rexianctl help\n"), verb);
        return CTL_USAGE;
    }
    fputs(_(general), ctl->out);
    size_t count;
    const struct chapter *all = chapters(&count);
    for (size_t i = 0; i < count; i++) print_chapter(ctl, &all[i]);
    fputs(_("\nExit: 0 done, 1 refused, 2 usage, 3 not reachable, 4 damaged data.\n"), ctl->out);
    return CTL_DONE;
}
