/* rexiand: the dispatcher. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/clock.h"
#include "server/house.h"
#include "server/service.h"

#define _(text) gettext(text)

enum { WHY = 512 };

static enum exit_code complain(enum err err, const char *why)
{
    fprintf(stderr, "rexiand: %s\n", why[0] ? why : err_text(err));
    return service_exit(err);
}

static bool load_settings(const struct options *options, struct settings *settings)
{
    char own[LIMIT_PATH], why[WHY] = "";
    const char *path = options->config;
    settings_default(settings);
    if (!path) {
        int n = snprintf(own, sizeof own, "%s/rexiand.conf", options->data);
        if (n < 0 || (size_t)n >= sizeof own || access(own, F_OK) != 0) return true;
        path = own;
    }
    enum err err = settings_load(path, settings, why, sizeof why);
    if (err != ERR_OK) complain(err, why);
    return err == ERR_OK;
}

/* An example beside the data: everything commented out, so that it changes nothing. */
static enum err write_example(const char *dir)
{
    char path[LIMIT_PATH];
    int n = snprintf(path, sizeof path, "%s/rexiand.conf", dir);
    if (n < 0 || (size_t)n >= sizeof path) return ERR_LIMIT;
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "w");
    if (!file) {
        enum err err = err_from_errno(errno);
        if (fd >= 0) close(fd);
        return err;
    }
    settings_print_example(file);
    bool written = !ferror(file);
    return fclose(file) == 0 && written ? ERR_OK : ERR_IO;
}

static enum exit_code init(const struct options *options, const struct settings *settings)
{
    char why[WHY] = "";
    struct store_options store = service_store_options(options, settings);
    enum err err = store_init(&store, clock_wall_ms(), why, sizeof why);
    if (err == ERR_OK) err = write_example(options->data);
    if (err != ERR_OK) return complain(err, why);
    printf(_("%s is ready: start the dispatcher with 'rexiand --data %s'\n"), options->data,
           options->data);
    return EXIT_DONE;
}

static enum exit_code restore(const struct options *options, const struct settings *settings)
{
    char why[WHY] = "";
    struct store_options store = service_store_options(options, settings);
    enum err err = store_restore(options->backup, &store, why, sizeof why);
    if (err != ERR_OK) return complain(err, why);
    printf(_("%s is restored from %s\n"), options->data, options->backup);
    return EXIT_DONE;
}

static void print_house(const char *what, const struct rec_house *house)
{
    printf("%s: facts=%" PRIu64 " rows=%" PRIu64 " faults=%" PRIu64 "\n", what, house->facts,
           house->rows, house->faults);
    if (house->faults) printf("%.*s\n", (int)house->detail.n, house->detail.p);
}

static enum err check_snapshot(struct store *store, struct txn *snapshot, uint64_t *faults)
{
    struct arena arena;
    arena_init(&arena, 1024 * 1024);
    struct rec_house state, journal;
    enum err err = house_check(store, snapshot, true, &arena, &state);
    if (err == ERR_OK) print_house(_("state"), &state);
    if (err == ERR_OK) err = house_verify(snapshot, &arena, &journal);
    if (err == ERR_OK) {
        print_house(_("journal"), &journal);
        *faults = state.faults + journal.faults;
    }
    arena_fini(&arena);
    return err;
}

static enum exit_code check(const struct options *options, const struct settings *settings)
{
    char why[WHY] = "";
    uint64_t faults = 0;
    struct store *store = NULL;
    struct txn *snapshot = NULL;
    struct store_options store_options = service_store_options(options, settings);
    enum err err = store_open(&store_options, &store, why, sizeof why);
    if (err == ERR_OK) err = reader_open(store, &snapshot);
    if (err == ERR_OK) {
        err = check_snapshot(store, snapshot, &faults);
        reader_close(&snapshot);
    }
    store_close(&store);
    if (err != ERR_OK) return complain(err, why);
    puts(faults ? _("damaged: restore a backup, and keep this folder for examination")
                : _("all is well"));
    return faults ? EXIT_DAMAGED : EXIT_DONE;
}

static enum exit_code run(const struct options *options)
{
    struct settings settings;
    switch (options->task) {
    case TASK_HELP:
        options_help(stdout);
        return EXIT_DONE;
    case TASK_VERSION:
        puts("rexiand " REXIAN_VERSION);
        return EXIT_DONE;
    case TASK_PRINT_CONFIG:
        settings_print_example(stdout);
        return EXIT_DONE;
    case TASK_PRINT_MARKDOWN:
        settings_print_markdown(stdout);
        return EXIT_DONE;
    case TASK_SERVE:
    case TASK_INIT:
    case TASK_RESTORE:
    case TASK_CHECK:
        break;
    }
    if (!load_settings(options, &settings)) return EXIT_REFUSED;
    log_set_level(settings.log_level);
    if (options->log) {
        enum err err = log_open(options->log);
        if (err != ERR_OK) return complain(err, _("the log file cannot be opened"));
    }
    if (options->task == TASK_INIT) return init(options, &settings);
    if (options->task == TASK_RESTORE) return restore(options, &settings);
    if (options->task == TASK_CHECK) return check(options, &settings);
    return service_run(options, &settings);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    textdomain("rexian");
    umask(0077);
    struct options options;
    if (!options_read(&options, argc, argv)) return EXIT_USAGE;
    enum exit_code code = run(&options);
    log_close();
    if (fflush(stdout) != 0 && code == EXIT_DONE) code = EXIT_REFUSED;
    return code;
}
