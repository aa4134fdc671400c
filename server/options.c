#include "server/options.h"

#include <errno.h>
#include <getopt.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#define _(text) gettext(text)

enum {
    OPTION_DATA = 256,
    OPTION_CONFIG,
    OPTION_LOG,
    OPTION_READY_FD,
    OPTION_INIT,
    OPTION_RESTORE,
    OPTION_CHECK,
    OPTION_PRINT_CONFIG,
    OPTION_HELP,
    OPTION_VERSION,
};

static const struct option table[] = {
    {"data", required_argument, NULL, OPTION_DATA},
    {"config", required_argument, NULL, OPTION_CONFIG},
    {"log", required_argument, NULL, OPTION_LOG},
    {"ready-fd", required_argument, NULL, OPTION_READY_FD},
    {"init", no_argument, NULL, OPTION_INIT},
    {"restore", required_argument, NULL, OPTION_RESTORE},
    {"check", no_argument, NULL, OPTION_CHECK},
    {"print-config", optional_argument, NULL, OPTION_PRINT_CONFIG},
    {"help", no_argument, NULL, OPTION_HELP},
    {"version", no_argument, NULL, OPTION_VERSION},
    {NULL, 0, NULL, 0},
};

static bool complain(const char *sentence, const char *what)
{
    fprintf(stderr, "rexiand: ");
    fprintf(stderr, sentence, what);
    fprintf(stderr, "\n%s\n", _("Try 'rexiand --help'."));
    return false;
}

static bool task_set(struct options *options, enum option_task task)
{
    if (options->task != TASK_SERVE)
        return complain("%s", _("ask for one of --init, --restore, --check, --print-config"));
    options->task = task;
    return true;
}

static bool ready_fd_set(struct options *options, const char *text)
{
    char *end = NULL;
    errno = 0;
    long fd = strtol(text, &end, 10);
    if (errno || end == text || *end || fd < 0 || fd > 65535)
        return complain(_("--ready-fd wants the number of a descriptor, not '%s'"), text);
    options->ready_fd = (int)fd;
    return true;
}

static bool print_config_set(struct options *options, const char *form)
{
    if (!form) return task_set(options, TASK_PRINT_CONFIG);
    if (strcmp(form, "markdown") == 0) return task_set(options, TASK_PRINT_MARKDOWN);
    return complain(_("--print-config knows the form 'markdown', not '%s'"), form);
}

static bool option_take(struct options *options, int option)
{
    switch (option) {
    case OPTION_DATA:
        options->data = optarg;
        return true;
    case OPTION_CONFIG:
        options->config = optarg;
        return true;
    case OPTION_LOG:
        options->log = optarg;
        return true;
    case OPTION_READY_FD:
        return ready_fd_set(options, optarg);
    case OPTION_INIT:
        return task_set(options, TASK_INIT);
    case OPTION_RESTORE:
        options->backup = optarg;
        return task_set(options, TASK_RESTORE);
    case OPTION_CHECK:
        return task_set(options, TASK_CHECK);
    case OPTION_PRINT_CONFIG:
        return print_config_set(options, optarg);
    case OPTION_HELP:
        return task_set(options, TASK_HELP);
    case OPTION_VERSION:
        return task_set(options, TASK_VERSION);
    default:
        return complain("%s", _("an option is not known, or its value is missing"));
    }
}

static bool needs_data(enum option_task task)
{
    switch (task) {
    case TASK_SERVE:
    case TASK_INIT:
    case TASK_RESTORE:
    case TASK_CHECK:
        return true;
    case TASK_PRINT_CONFIG:
    case TASK_PRINT_MARKDOWN:
    case TASK_HELP:
    case TASK_VERSION:
        return false;
    }
    return false;
}

bool options_read(struct options *options, int argc, char **argv)
{
    *options = (struct options){.ready_fd = -1};
    opterr = 0;
    for (;;) {
        int option = getopt_long(argc, argv, "", table, NULL);
        if (option == -1) break;
        if (!option_take(options, option)) return false;
    }
    if (optind < argc) return complain(_("'%s' is not an option"), argv[optind]);
    if (!options->data && needs_data(options->task))
        return complain("%s", _("say where the data is: --data DIR"));
    return true;
}

void options_help(FILE *out)
{
    fputs(_("rexiand, the dispatcher of a Rexian hotline\n"
            "\n"
            "  rexiand --data DIR [--config FILE] [--log FILE] [--ready-fd N]\n"
            "  rexiand --data DIR --init | --restore BACKUP | --check\n"
            "  rexiand --print-config[=markdown] | --help | --version\n"
            "\n"
            "  --data DIR         the data folder\n"
            "  --config FILE      settings; without it DIR/rexiand.conf, if it is there\n"
            "  --log FILE         where events go; without it to standard error\n"
            "  --ready-fd N       writes a line to descriptor N when requests are answered\n"
            "  --init             makes the data folder: keys, empty store, example settings\n"
            "  --restore BACKUP   makes the data folder out of a backup, after checking all of it\n"
            "  --check            checks a folder that no dispatcher uses: invariants, journal,\n"
            "                     and whether the journal gives the same state again\n"
            "  --print-config     an example of the settings, all at their defaults\n"
            "\n"
            "Examples\n"
            "  rexiand --data /var/lib/rexian --init\n"
            "  rexiand --data /var/lib/rexian --config /etc/rexian/rexiand.conf\n"
            "  rexiand --data /tmp/drill --restore /backup/rexian-2026-11-22\n"
            "\n"
            "Exit codes: 0 done, 1 refused, 2 usage, 3 not reachable, 4 damaged data\n"),
          out);
}
