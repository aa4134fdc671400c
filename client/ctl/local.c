/* Commands that concern the folder or files of this side. */
#include <errno.h>
#include <libintl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "client/ctl/calendar.h"
#include "client/ctl/queue_log.h"
#include "client/ctl/split.h"
#include "client/ctl/staff.h"
#include "common/conf.h"

#define _(text) gettext(text)

/* Only rexiand touches a data folder: these start it for a moment. It stands beside this program.
 */
static int run_rexiand(struct ctl *ctl, const char *const arguments[])
{
    char path[LIMIT_PATH];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path - 16);
    if (n > 0) {
        path[n] = '\0';
        char *slash = strrchr(path, '/');
        if (slash) memcpy(slash, "/rexiand", sizeof "/rexiand");
    }
    fflush(ctl->out);
    pid_t pid = fork();
    if (pid == 0) {
        char *const *list = (char *const *)(uintptr_t)arguments; /* exec writes nothing there */
        if (n > 0) execv(path, list);
        execvp("rexiand", list);
        fprintf(stderr, "rexianctl: rexiand: %s\n", strerror(errno));
        _exit(CTL_USAGE);
    }
    int status;
    if (pid < 0 || waitpid(pid, &status, 0) < 0 || !WIFEXITED(status)) return CTL_REFUSED;
    return WEXITSTATUS(status);
}

static int do_init(struct ctl *ctl, int n, char **words)
{
    (void)words;
    if (n != 0) return fputs(_("rexianctl: init takes nothing else\n"), ctl->err), CTL_USAGE;
    return run_rexiand(ctl, (const char *[]){"rexiand", "--data", ctl->data, "--init", NULL});
}

static int do_restore(struct ctl *ctl, int n, char **words)
{
    if (n != 1)
        return fputs(_("rexianctl: restore needs the backup's folder\n"), ctl->err), CTL_USAGE;
    return run_rexiand(
        ctl, (const char *[]){"rexiand", "--data", ctl->data, "--restore", words[0], NULL});
}

/* One line of a file that the dispatcher writes for us: endpoints, server.pub. */
struct endpoints {
    CONF_FIELD_STR(listen)
    CONF_FIELD_STR(publish)
    CONF_FIELD_STR(server_key)
};
#define ENDPOINTS_TABLE(S)                                                                         \
    S(listen, "Endpoint of commands.")                                                             \
    S(publish, "Endpoint of facts.")                                                               \
    S(server_key, "The dispatcher's public key, Z85.")

static bool read_endpoints(struct ctl *ctl, struct station_file *station)
{
    static const struct conf_row rows[] = {
#define S(name, help) CONF_ROW(struct endpoints, name, STR, "", 0, LIMIT_SETTING, help)
        ENDPOINTS_TABLE(S)
#undef S
    };
    char path[LIMIT_PATH], why[400];
    snprintf(path, sizeof path, "%s/endpoints", ctl->data);
    struct endpoints endpoints;
    if (conf_load(rows, sizeof rows / sizeof *rows, path, &endpoints, why, sizeof why) != ERR_OK) {
        fprintf(ctl->err, "rexianctl: %s\n", why);
        return false;
    }
    snprintf(station->server, sizeof station->server, "%s", endpoints.listen);
    snprintf(station->publish, sizeof station->publish, "%s", endpoints.publish);
    snprintf(station->server_key, sizeof station->server_key, "%.40s", endpoints.server_key);
    return true;
}

static int write_station(struct ctl *ctl, const char *path, const char *number, char public_key[41],
                         bool *made)
{
    struct station_file station = {0};
    char why[400];
    snprintf(station.number, sizeof station.number, "%s", number);
    if (station_make_keys(&station) != ERR_OK) return CTL_REFUSED;
    memcpy(public_key, station.public_key, 41);
    bool good = read_endpoints(ctl, &station);
    if (good && station_write(path, &station, why, sizeof why) != ERR_OK) {
        fprintf(ctl->err, "rexianctl: %s\n", why);
        good = false;
    }
    *made = good;
    explicit_bzero(&station, sizeof station);
    return good ? CTL_DONE : CTL_REFUSED;
}

/* station add|change … --out FILE: makes the pair of keys, registers the public one, writes the
 * file that goes to the station. Without --out it is the plain request. */
static int do_station_key(struct ctl *ctl, int n, char **words, const char *verb)
{
    char key_word[] = "--key", *rest[CTL_WORDS_MAX], *out = NULL, *number = NULL;
    int n_rest = 0;
    for (int i = 0; i < n && n_rest < CTL_WORDS_MAX - 2; i++) {
        if (strcmp(words[i], "--out") == 0 && i + 1 < n) {
            out = words[++i];
            continue;
        }
        if (strcmp(words[i], "--number") == 0 && i + 1 < n)
            number = words[i + 1];
        else if (i == 0 && words[0][0] != '-')
            number = words[0];
        rest[n_rest++] = words[i];
    }
    int code = command_connect(ctl);
    if (code != CTL_DONE) return code;
    char public_key[41];
    bool made = false;
    if (out && number) {
        code = write_station(ctl, out, number, public_key, &made);
        if (code != CTL_DONE) return code;
        rest[n_rest++] = key_word;
        rest[n_rest++] = public_key;
    }
    struct ctl_command command;
    code = command_parse(ctl, request_by_verb(slice_of(verb)), n_rest, rest, &command);
    const void *answer = NULL;
    if (code == CTL_DONE) code = command_ask(ctl, &command, &answer);
    if (code != CTL_DONE && made) unlink(out);
    if (code == CTL_DONE && !ctl->json) print_answer(ctl, command.request->answer, answer);
    return code;
}

static int do_station_add(struct ctl *ctl, int n, char **words)
{
    return do_station_key(ctl, n, words, "station.add");
}

static int do_station_change(struct ctl *ctl, int n, char **words)
{
    return do_station_key(ctl, n, words, "station.change");
}

/* Commands from a file, a line each; stops at the first that does not go through and names it. */
static int do_batch(struct ctl *ctl, int n, char **words)
{
    FILE *file = n != 1 ? NULL : strcmp(words[0], "-") == 0 ? stdin : fopen(words[0], "r");
    if (!file) {
        fprintf(ctl->err, _("rexianctl: batch needs a file of commands, or - (%s)\n"),
                n == 1 ? strerror(errno) : _("none given"));
        return CTL_USAGE;
    }
    char *line = NULL;
    size_t cap = 0;
    int code = CTL_DONE, number = 0;
    while (code == CTL_DONE && getline(&line, &cap, file) >= 0) {
        char *split[CTL_WORDS_MAX];
        number++;
        int found = split_words(line, split, CTL_WORDS_MAX);
        if (found < 0) {
            fprintf(ctl->err, _("rexianctl: a quote is not closed, or more than %d words\n"),
                    CTL_WORDS_MAX);
            code = CTL_USAGE;
        } else if (found > 0) {
            code = ctl_run(ctl, found, split);
        }
        if (code != CTL_DONE)
            fprintf(ctl->err,
                    _("rexianctl: stopped at %s, line %d; the lines before it are done\n"),
                    words[0], number);
    }
    free(line);
    if (file != stdin) fclose(file);
    return code;
}

/* audit [TICKET] …: audit.list, the ticket's number without its option. */
static int do_audit(struct ctl *ctl, int n, char **words)
{
    char ticket_word[] = "--ticket", *rest[CTL_WORDS_MAX];
    int n_rest = 0;
    if (n > 0 && strcmp(words[0], "list") == 0) n--, words++;
    if (n > 0 && strncmp(words[0], "--", 2) != 0) rest[n_rest++] = ticket_word;
    for (int i = 0; i < n && n_rest < CTL_WORDS_MAX; i++) rest[n_rest++] = words[i];
    struct ctl_command command;
    int code = command_parse(ctl, request_desc(request_audit_list), n_rest, rest, &command);
    return code == CTL_DONE ? pages_run(ctl, &command) : code;
}

local_command *local_find(int n, char **words, int *skip)
{
    static const struct {
        const char *noun, *verb;
        local_command *run;
    } table[] = {{"init", NULL, do_init},
                 {"restore", NULL, do_restore},
                 {"batch", NULL, do_batch},
                 {"help", NULL, help_show},
                 {"calendar", "check", calendar_check},
                 {"calendar", "load", calendar_load},
                 {"calendar", "show", calendar_show},
                 {"calendar", "due", calendar_due},
                 {"staff", NULL, staff_run},
                 {"queue-log", NULL, queue_log_run},
                 {"audit", NULL, do_audit},
                 {"letter", NULL, letter_make},
                 {"evidence", NULL, evidence_show},
                 {"station", "add", do_station_add},
                 {"station", "change", do_station_change}};
    /* "letter issue" and "letter show" are requests like all others */
    if (n >= 2 && strcmp(words[0], "letter") == 0 &&
        (strcmp(words[1], "issue") == 0 || strcmp(words[1], "show") == 0))
        return NULL;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (n < 1 || strcmp(words[0], table[i].noun) != 0) continue;
        if (table[i].verb && (n < 2 || strcmp(words[1], table[i].verb) != 0)) continue;
        *skip = table[i].verb ? 2 : 1;
        return table[i].run;
    }
    return NULL;
}
