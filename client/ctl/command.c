#include <errno.h>
#include <libintl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <termios.h>
#include <unistd.h>

#include "client/ctl/ctl.h"
#include "common/text.h"
#include "proto/args.h"

#define _(text) gettext(text)

static int refuse_field(struct ctl *ctl, enum reject reject, const struct fault *fault,
                        const struct field *field)
{
    fprintf(ctl->err, "rexianctl: --%s: %s", field->name, _(reject_text(reject)));
    if (fault->limit) fprintf(ctl->err, _(" (limit %llu)"), (unsigned long long)fault->limit);
    const struct vocabulary *words =
        field->type == TYPE_roles ? vocabulary_of(VOCABULARY_role) : field->vocabulary;
    for (size_t i = 0; words && i < words->n; i++)
        fprintf(ctl->err, "%s%s", i ? ", " : " ", words->words[i].name);
    fputc('\n', ctl->err);
    return CTL_USAGE;
}

/* Bare words fill the MUST fields in their order. */
static const struct field *next_bare(const struct message *message, const void *body, int *skip)
{
    (void)body;
    int seen = 0;
    for (size_t i = 0; i < message->n_fields; i++) {
        if (!message->fields[i].must) continue;
        if (seen++ == *skip) {
            (*skip)++;
            return &message->fields[i];
        }
    }
    return NULL;
}

/* "--reply-text" and "--reply_text" name the same field. */
static void field_name(const char *word, char out[64])
{
    size_t n = 0;
    for (; word[n] && n < 63; n++) out[n] = word[n] == '-' ? '_' : word[n];
    out[n] = '\0';
}

/* Echo off while a person types; answers whether it was on. */
static bool echo_off(struct termios *before)
{
    if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, before) != 0) return false;
    struct termios quiet = *before;
    quiet.c_lflag &= ~(tcflag_t)ECHO;
    return tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
}

/* A password does not belong on a command line that others can see: "-" reads it from standard
 * input, unseen when a person types it. */
const char *secret_from_stdin(struct ctl *ctl, const char *name)
{
    char line[LIMIT_PASSWORD + 2];
    struct termios before;
    bool quiet = echo_off(&before);
    if (quiet) fprintf(ctl->err, "%s: ", name);
    bool there = fgets(line, sizeof line, stdin) != NULL;
    if (quiet) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        fputc('\n', ctl->err);
    }
    if (!there) return "";
    line[strcspn(line, "\n")] = '\0';
    const char *copy = arena_copy(&ctl->arena, slice_of(line));
    explicit_bzero(line, sizeof line);
    return copy ? copy : "";
}

int command_parse(struct ctl *ctl, const struct request_desc *request, int n, char **words,
                  struct ctl_command *out)
{
    const struct message *message = &request->message;
    *out = (struct ctl_command){request, arena_take(&ctl->arena, message->size)};
    if (!out->body) return CTL_REFUSED;
    int bare = 0;
    for (int i = 0; i < n; i++) {
        const struct field *field = NULL;
        const char *value = words[i];
        char name[64];
        if (strncmp(words[i], "--", 2) == 0) {
            field_name(words[i] + 2, name);
            field = message_field(message, name);
            if (field && field->type == TYPE_flag)
                value = "";
            else if (field && i + 1 < n)
                value = words[++i];
            else if (field) {
                fprintf(ctl->err, _("rexianctl: %s needs a value\n"), words[i]);
                return CTL_USAGE;
            }
        } else {
            field = next_bare(message, out->body, &bare);
        }
        if (!field) {
            fprintf(ctl->err, _("rexianctl: %s does not take \"%s\"; see rexianctl help %s\n"),
                    request->verb, words[i], request->verb);
            return CTL_USAGE;
        }
        if (field->class == CLASS_SECRET && strcmp(value, "-") == 0)
            value = secret_from_stdin(ctl, field->name);
        struct fault fault = {0};
        enum reject reject = args_set(message, out->body, slice_of(field->name), slice_of(value),
                                      &ctl->arena, &fault);
        if (reject != REJECT_OK) return refuse_field(ctl, reject, &fault, field);
    }
    const struct field *missing = args_missing(message, out->body);
    if (!missing) return CTL_DONE;
    fprintf(ctl->err, _("rexianctl: %s needs --%s: %s\n"), request->verb, missing->name,
            _(missing->help));
    return CTL_USAGE;
}

/* ZeroMQ would go on trying; a console wants to know at once. */
static bool listening(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address.sun_path) return false;
    memcpy(address.sun_path, path, strlen(path) + 1);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) return false;
    bool good = connect(fd, (struct sockaddr *)&address, sizeof address) == 0;
    int saved = errno;
    close(fd);
    errno = saved;
    return good;
}

int command_connect(struct ctl *ctl)
{
    if (ctl->link) return CTL_DONE;
    if (ctl->station) return sign_in(ctl);
    if (!ctl->data) {
        fputs(_("rexianctl: say which dispatcher: --data DIR, or REXIAN_DATA in the environment\n"),
              ctl->err);
        return CTL_USAGE;
    }
    char path[LIMIT_PATH], url[LIMIT_PATH + 8];
    snprintf(path, sizeof path, "%s/console.ipc", ctl->data);
    snprintf(url, sizeof url, "ipc://%s", path);
    if (!listening(path)) {
        if (errno == EACCES || errno == EPERM)
            fprintf(ctl->err,
                    _("rexianctl: %s belongs to another user: run rexianctl as the user "
                      "that runs rexiand\n"),
                    path);
        else
            fprintf(ctl->err,
                    _("rexianctl: no dispatcher listens at %s: start rexiand --data %s\n"), path,
                    ctl->data);
        return CTL_UNREACHABLE;
    }
    struct link_events events = {0};
    enum err err = link_new(&ctl->link, &(struct link_options){.url = url}, &events);
    if (err == ERR_OK) return CTL_DONE;
    fprintf(ctl->err, "rexianctl: %s: %s\n", path, err_text(err));
    return CTL_UNREACHABLE;
}

int command_ask(struct ctl *ctl, const struct ctl_command *command, const void **answer)
{
    int code = command_connect(ctl);
    if (code != CTL_DONE) return code;
    struct link_answer got;
    enum err err = link_call(ctl->link, (enum request)command->request->message.number,
                             command->body, CTL_WAIT_MS, &ctl->arena, &got);
    if (err != ERR_OK) {
        fprintf(ctl->err, "rexianctl: %s: %s\n", command->request->verb, err_text(err));
        return CTL_UNREACHABLE;
    }
    if (got.reject != REJECT_OK) {
        fprintf(ctl->err, "rexianctl: %s: %s: %s", command->request->verb, reject_name(got.reject),
                _(reject_text(got.reject)));
        if (got.field.n) {
            const char *field = text_clean(&ctl->arena, got.field, TEXT_ONE_LINE);
            /* a word that is no argument says what is wrong inside of one: BAD_TREE's "circle" */
            bool argument = field && message_field(&command->request->message, field);
            fprintf(ctl->err, " (%s%s%s", argument ? "--" : "", field ? field : "",
                    got.limit ? "" : ")");
            if (got.limit) fprintf(ctl->err, _(", limit %llu)"), (unsigned long long)got.limit);
        }
        fputc('\n', ctl->err);
        changed_show(ctl, command, &got);
        return CTL_REFUSED;
    }
    *answer = got.body;
    return CTL_DONE;
}
