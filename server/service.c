#include "server/service.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/log.h"
#include "server/turn.h"

enum { WHY = 512, ENDPOINT = 256 };

struct service {
    const struct options *options;
    const struct settings *settings;
    struct store *store;
    struct edge edge;
    struct turn turn;
    int signal_fd;
    char listen[ENDPOINT], publish[ENDPOINT], server_key[41];
    char endpoints[LIMIT_PATH];
};

struct store_options service_store_options(const struct options *options,
                                           const struct settings *settings)
{
    return (struct store_options){
        .dir = options->data,
        .map_bytes = settings->map_gib << 30,
        .segment_bytes = settings->segment_mib << 20,
        .reserve_bytes = settings->reserve_mib << 20,
        .apply = core_apply,
    };
}

enum exit_code service_exit(enum err err)
{
    if (err == ERR_OK) return EXIT_DONE;
    return err == ERR_DAMAGED || err == ERR_CRYPTO ? EXIT_DAMAGED : EXIT_REFUSED;
}

static enum err complain(enum err err, const char *why)
{
    fprintf(stderr, "rexiand: %s\n", why[0] ? why : err_text(err));
    log_event(LOG_ERROR, "not_started", LOG_ERR("err", err));
    return err;
}

static bool station_by_key(void *ctx, const struct h32 *key, uint64_t *station)
{
    struct service *service = ctx;
    struct row_station row = {.key = *key, .live = 1};
    if (!index_find(store_txn(service->store), INDEX_station_by_key, 2, &row)) return false;
    *station = row.station;
    return true;
}

/* Before the first thread, so that every thread has them blocked and only the descriptor gets them.
 */
static int signals_open(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) return -1;
    signal(SIGPIPE, SIG_IGN);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* Each desk holds two connections; what a shell gives, often 1,024, is used up by 500 of them. */
static void descriptors_raise(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0) log_event(LOG_WARNING, "descriptors_not_raised");
}

static enum err sockets_open(struct service *service)
{
    char console[LIMIT_PATH], why[WHY] = "";
    int n = snprintf(console, sizeof console, "%s/console.ipc", service->options->data);
    if (n < 0 || (size_t)n >= sizeof console)
        return complain(ERR_LIMIT, "the data folder's path is too long");
    struct edge_options options = {
        .listen = service->settings->listen,
        .publish = service->settings->publish,
        .console = console,
        .head = journal_head(store_txn(service->store)),
        .station = station_by_key,
        .ctx = service,
    };
    unsigned char public_key[32];
    store_server_key(service->store, public_key, options.secret_key);
    enum err err = edge_open(&service->edge, &options, why, sizeof why);
    explicit_bzero(options.secret_key, sizeof options.secret_key);
    if (err != ERR_OK) return complain(err, why);
    edge_key_text(public_key, service->server_key);
    err = edge_endpoint(service->edge.router.stations, service->listen, ENDPOINT);
    if (err == ERR_OK)
        err = edge_endpoint(service->edge.publisher.socket, service->publish, ENDPOINT);
    return err == ERR_OK ? ERR_OK : complain(err, "");
}

/* What stands in the file already; false: not all of it, or something else. */
static bool note_stands(const char *path, const char *text)
{
    char there[2 * ENDPOINT + 128];
    FILE *file = fopen(path, "re");
    if (!file) return false;
    size_t n = fread(there, 1, sizeof there, file);
    fclose(file);
    return n == strlen(text) && memcmp(there, text, n) == 0;
}

/* A small file in the data folder, never half written. path gets where it is. */
static enum err note_write(const struct service *service, const char *name, const char *text,
                           char path[LIMIT_PATH])
{
    char part[LIMIT_PATH + 8];
    int n = snprintf(path, LIMIT_PATH, "%s/%s", service->options->data, name);
    ASSERT(n > 0 && n < LIMIT_PATH);
    if (note_stands(path, text)) return ERR_OK;
    unlink(path); /* wrong now, also when there is no room for the right one */
    snprintf(part, sizeof part, "%s.part", path);
    int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "w");
    if (!file) {
        enum err err = err_from_errno(errno);
        if (fd >= 0) close(fd);
        return err;
    }
    bool written = fputs(text, file) >= 0;
    if (fclose(file) == 0 && written && rename(part, path) == 0) return ERR_OK;
    enum err err = err_from_errno(errno);
    unlink(part);
    return err;
}

/* DIR/endpoints tells whoever registers stations where this dispatcher is and which key it has, in
 * the form of a settings file; there only while it runs. */
static enum err endpoints_write(struct service *service)
{
    char text[2 * ENDPOINT + 128];
    /* single quotes: a key may hold "${", which the reader would expand between double ones */
    snprintf(text, sizeof text, "listen = \"%s\"\npublish = \"%s\"\nserver_key = '%s'\n",
             service->listen, service->publish, service->server_key);
    return note_write(service, "endpoints", text, service->endpoints);
}

static void say_ready(const struct service *service)
{
    printf("ready listen=%s publish=%s\n", service->listen, service->publish);
    fflush(stdout);
    log_event(LOG_INFO, "ready", LOG_STR("version", REXIAN_VERSION),
              LOG_STR("listen", service->listen), LOG_STR("publish", service->publish),
              LOG_U64("head", journal_head(store_txn(service->store))));
    int fd = service->options->ready_fd;
    if (fd < 0) return;
    if (write(fd, "ready\n", 6) != 6) log_event(LOG_WARNING, "ready_fd_failed");
    if (fd > STDERR_FILENO) close(fd);
}

static enum err serve(struct service *service)
{
    enum err err = turn_init(&service->turn, service->settings, service->store, &service->edge,
                             service->signal_fd);
    if (err != ERR_OK) complain(err, "");
    if (err == ERR_OK) {
        /* On a full disk, for one: those who only ask are served all the same. */
        enum err note = endpoints_write(service);
        if (note != ERR_OK) log_event(LOG_ERROR, "endpoints_not_written", LOG_ERR("err", note));
        say_ready(service);
        err = turn_run(&service->turn);
        unlink(service->endpoints);
    }
    turn_fini(&service->turn);
    return err;
}

enum exit_code service_run(const struct options *options, const struct settings *settings)
{
    struct service *service = calloc(1, sizeof *service);
    if (!service) return service_exit(complain(ERR_NOMEM, ""));
    service->options = options;
    service->settings = settings;
    descriptors_raise();
    service->signal_fd = signals_open();
    struct store_options store_options = service_store_options(options, settings);
    char why[WHY] = "";
    enum err err = service->signal_fd < 0 ? ERR_IO : ERR_OK;
    if (err == ERR_OK) err = store_open(&store_options, &service->store, why, sizeof why);
    if (err != ERR_OK) {
        complain(err, why);
    } else {
        err = sockets_open(service);
        if (err == ERR_OK) err = serve(service);
        edge_close(&service->edge);
        /* Closing commits; after a failure only the next start may decide what is on disk. */
        if (err != ERR_OK && store_uncommitted(service->store)) _exit((int)service_exit(err));
        store_close(&service->store);
    }
    if (err == ERR_OK) log_event(LOG_INFO, "stopped");
    if (service->signal_fd >= 0) close(service->signal_fd);
    free(service);
    return service_exit(err);
}
