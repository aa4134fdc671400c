#include "tests/system/rig.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <unistd.h>

#include <zmq.h>

#include "common/clock.h"

enum { PATIENCE_MS = 60000 };

#define REQUIRE(condition, ...)                                                                    \
    do {                                                                                           \
        if (condition) break;                                                                      \
        fprintf(stderr, "%s:%d: %s: ", __FILE__, __LINE__, #condition);                            \
        fprintf(stderr, __VA_ARGS__);                                                              \
        fputc('\n', stderr);                                                                       \
        abort();                                                                                   \
    } while (0)

static void read_all(int fd, char *out, size_t cap)
{
    size_t n = 0;
    for (;;) {
        ssize_t got = read(fd, out + n, cap - 1 - n);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        n += (size_t)got;
    }
    out[n] = '\0';
}

static int exit_code(pid_t pid)
{
    int status;
    REQUIRE(waitpid(pid, &status, 0) == pid, "%s", strerror(errno));
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* In the child: it must not outlive a test that fails. */
static void exec_rexiand(const char *const words[])
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    char *const *list = (char *const *)(uintptr_t)words; /* exec writes nothing there */
    execv(REXIAND, list);
    _exit(127);
}

int rig_run(struct rig *rig, char *out, size_t cap, const char *const words[])
{
    int ends[2];
    (void)rig;
    REQUIRE(pipe2(ends, O_CLOEXEC) == 0, "%s", strerror(errno));
    pid_t pid = fork();
    if (pid == 0) {
        dup2(ends[1], STDOUT_FILENO);
        dup2(ends[1], STDERR_FILENO);
        exec_rexiand(words);
    }
    REQUIRE(pid > 0, "%s", strerror(errno));
    close(ends[1]);
    read_all(ends[0], out, cap);
    close(ends[0]);
    return exit_code(pid);
}

void rig_settings(struct rig *rig, const char *settings)
{
    if (settings != rig->settings) snprintf(rig->settings, sizeof rig->settings, "%s", settings);
    FILE *file = fopen(rig->config, "w");
    REQUIRE(file, "%s", strerror(errno));
    fprintf(file, "listen = \"%s\"\npublish = \"%s\"\nargon_mib = 8\nargon_ops = 1\n%s\n",
            rig->listen, rig->publish, rig->settings);
    REQUIRE(fclose(file) == 0, "%s", strerror(errno));
}

void rig_init(struct rig *rig, const char *settings)
{
    char out[1024];
    *rig = (struct rig){.pid = 0};
    const char *scratch = getenv("TMPDIR");
    snprintf(rig->dir, sizeof rig->dir, "%s/rexian-XXXXXX", scratch ? scratch : "/tmp");
    REQUIRE(mkdtemp(rig->dir), "%s: %s", rig->dir, strerror(errno));
    snprintf(rig->data, sizeof rig->data, "%s/data", rig->dir);
    snprintf(rig->config, sizeof rig->config, "%s/conf", rig->dir);
    snprintf(rig->log, sizeof rig->log, "%s/log", rig->dir);
    snprintf(rig->listen, sizeof rig->listen, "tcp://127.0.0.1:*");
    snprintf(rig->publish, sizeof rig->publish, "tcp://127.0.0.1:*");
    rig_settings(rig, settings);
    rig->context = zmq_ctx_new();
    int code = rig_run(rig, out, sizeof out,
                       (const char *[]){"rexiand", "--data", rig->data, "--init", NULL});
    REQUIRE(code == 0, "%d: %s", code, out);
}

/* name = "value" or 'value' */
static void read_endpoint(const char *text, const char *name, char *out, size_t cap)
{
    const char *at = strstr(text, name);
    REQUIRE(at, "no %s in %s", name, text);
    const char *from = at + strcspn(at, "\"'"), *to = *from ? strchr(from + 1, *from) : NULL;
    REQUIRE(to && (size_t)(to - from) <= cap, "%s", text);
    snprintf(out, cap, "%.*s", (int)(to - from - 1), from + 1);
}

static void read_endpoints(struct rig *rig)
{
    char path[128], text[1024];
    snprintf(path, sizeof path, "%s/endpoints", rig->data);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    REQUIRE(fd >= 0, "%s: %s", path, strerror(errno));
    read_all(fd, text, sizeof text);
    close(fd);
    read_endpoint(text, "listen", rig->listen, sizeof rig->listen);
    read_endpoint(text, "publish", rig->publish, sizeof rig->publish);
    read_endpoint(text, "server_key", rig->server_key, sizeof rig->server_key);
}

static void show_log(const struct rig *rig)
{
    char text[8192];
    int fd = open(rig->log, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return;
    read_all(fd, text, sizeof text);
    close(fd);
    fprintf(stderr, "the dispatcher's log:\n%s\n", text);
}

void rig_start(struct rig *rig)
{
    int ends[2];
    char number[16], line[16];
    REQUIRE(rig->pid == 0 && pipe(ends) == 0, "%s", strerror(errno));
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    snprintf(number, sizeof number, "%d", ends[1]);
    rig->pid = fork();
    if (rig->pid == 0) {
        int null = open("/dev/null", O_WRONLY);
        dup2(null, STDOUT_FILENO);
        exec_rexiand((const char *[]){"rexiand", "--data", rig->data, "--config", rig->config,
                                      "--log", rig->log, "--ready-fd", number, NULL});
    }
    REQUIRE(rig->pid > 0, "%s", strerror(errno));
    close(ends[1]);
    struct pollfd item = {.fd = ends[0], .events = POLLIN};
    int readable = poll(&item, 1, PATIENCE_MS);
    bool ready = readable == 1 && read(ends[0], line, sizeof line) == 6;
    close(ends[0]);
    if (!ready) show_log(rig);
    REQUIRE(ready, "the dispatcher did not get ready");
    read_endpoints(rig);
    rig_settings(rig, rig->settings); /* from now on with these ports */
}

int rig_stop(struct rig *rig, int signal)
{
    REQUIRE(rig->pid > 0, "it is not running");
    kill(rig->pid, signal);
    int code = exit_code(rig->pid);
    rig->pid = 0;
    return code;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *ftw)
{
    (void)info;
    (void)kind;
    (void)ftw;
    return remove(path);
}

void rig_fini(struct rig *rig)
{
    if (rig->pid) {
        int code = rig_stop(rig, SIGTERM);
        if (code != 0) show_log(rig);
        REQUIRE(code == 0, "the dispatcher ended with %d", code);
    }
    zmq_ctx_term(rig->context);
    nftw(rig->dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

struct keys keys_new(void)
{
    struct keys keys;
    REQUIRE(zmq_curve_keypair(keys.public_key, keys.secret_key) == 0, "no CURVE");
    return keys;
}

static void client_init(struct client *client, struct rig *rig)
{
    *client = (struct client){.rig = rig};
    client->socket = zmq_socket(rig->context, ZMQ_DEALER);
    int none = 0;
    zmq_setsockopt(client->socket, ZMQ_LINGER, &none, sizeof none);
    buffer_init(&client->out);
    arena_init(&client->arena, 16 * 1024 * 1024);
}

void client_console(struct client *client, struct rig *rig)
{
    char url[128];
    client_init(client, rig);
    snprintf(url, sizeof url, "ipc://%s/console.ipc", rig->data);
    REQUIRE(zmq_connect(client->socket, url) == 0, "%s", zmq_strerror(errno));
}

void client_station(struct client *client, struct rig *rig, const struct keys *keys,
                    const char *server_key)
{
    client_init(client, rig);
    server_key = server_key ? server_key : rig->server_key;
    zmq_setsockopt(client->socket, ZMQ_CURVE_SERVERKEY, server_key, 40);
    zmq_setsockopt(client->socket, ZMQ_CURVE_PUBLICKEY, keys->public_key, 40);
    zmq_setsockopt(client->socket, ZMQ_CURVE_SECRETKEY, keys->secret_key, 40);
    REQUIRE(zmq_connect(client->socket, rig->listen) == 0, "%s", zmq_strerror(errno));
}

void client_close(struct client *client)
{
    zmq_close(client->socket);
    buffer_fini(&client->out);
    arena_fini(&client->arena);
}

void client_send(struct client *client, enum request number, const void *body, bool again)
{
    uint64_t random;
    REQUIRE(getrandom(&random, sizeof random, 0) == sizeof random, "no random");
    if (!again) client->request_id = request_id_new(clock_wall_ms(), random, client->request_id);
    struct request_envelope envelope = {
        .request_id = client->request_id,
        .session = client->session,
        .token = slice_bytes(client->token, client->token_n),
        .number = number,
    };
    buffer_reset(&client->out);
    request_encode(&client->out, &envelope, &request_desc(number)->message, body);
    REQUIRE(client->out.err == ERR_OK, "not encoded");
    int sent = zmq_send(client->socket, client->out.p, client->out.n, 0);
    REQUIRE(sent >= 0, "%s", zmq_strerror(errno));
}

bool client_receive(struct client *client, int wait_ms)
{
    zmq_pollitem_t item = {.socket = client->socket, .events = ZMQ_POLLIN};
    if (zmq_poll(&item, 1, wait_ms) <= 0) return false;
    int n = zmq_recv(client->socket, client->reply, sizeof client->reply, 0);
    REQUIRE(n >= 0 && (size_t)n <= sizeof client->reply, "%d", n);
    REQUIRE(reply_decode(slice_bytes(client->reply, (size_t)n), &client->envelope),
            "a reply that cannot be read");
    return true;
}

static enum reject finish(struct client *client, enum request number, void *answer)
{
    do {
        REQUIRE(client_receive(client, PATIENCE_MS), "no answer to %s", request_desc(number)->verb);
    } while (client->envelope.request_id != client->request_id);
    if (client->envelope.reject != REJECT_OK || !answer) return client->envelope.reject;
    struct fault fault = {.field = NULL};
    arena_reset(&client->arena);
    enum reject decoded = codec_decode(client->envelope.body, request_desc(number)->answer,
                                       &client->arena, answer, &fault);
    REQUIRE(decoded == REJECT_OK, "the answer to %s: %s %s", request_desc(number)->verb,
            reject_name(decoded), fault.field ? fault.field : "");
    return REJECT_OK;
}

enum reject client_ask(struct client *client, enum request number, const void *body, void *answer)
{
    client_send(client, number, body, false);
    return finish(client, number, answer);
}

enum reject client_ask_again(struct client *client, enum request number, const void *body,
                             void *answer)
{
    client_send(client, number, body, true);
    return finish(client, number, answer);
}

enum reject client_sign_in(struct client *client, const char *number, const char *password)
{
    struct req_session_open request = {.password = slice_of(password)};
    struct rec_session session;
    snprintf(request.number.s, sizeof request.number.s, "%s", number);
    client->session = client->token_n = 0;
    enum reject reject = client_ask(client, request_session_open, &request, &session);
    if (reject != REJECT_OK) return reject;
    client->session = session.session;
    client->token_n = session.token.n;
    REQUIRE(session.token.n == TOKEN_BYTES, "%zu", session.token.n);
    memcpy(client->token, session.token.p, session.token.n);
    return REJECT_OK;
}
