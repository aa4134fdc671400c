/* rexian: the programs of those who work at a screen: desk, wall, office. */
#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "client/desk/desk.h"
#include "client/office/office.h"
#include "client/screen/language.h"
#include "client/seat/loop.h"
#include "client/wall/wall.h"

static const struct seat_mode *const modes[] = {&desk_mode, &wall_mode, &office_mode};

enum { MODES = sizeof modes / sizeof *modes };

#define DEFAULT_STATION "/etc/rexian/station"

struct arguments {
    const struct seat_mode *mode;
    const char *station, *server, *publish, *spool, *theme, *language;
    bool help, version;
};

static void print_help(FILE *out)
{
    fprintf(out, _("Usage: rexian %s"), modes[0]->name);
    for (int i = 1; i < MODES; i++) fprintf(out, "|%s", modes[i]->name);
    fprintf(out, " [--server URL] [--station FILE] …\n\n");
    for (int i = 0; i < MODES; i++)
        fprintf(out, "  %-8s %s\n", modes[i]->name, screen_text(modes[i]->title));
    fputs(_("\n"
            "  --station FILE   the station's key and where the dispatcher is, as written by\n"
            "                   `rexianctl station add --out FILE`\n"
            "                   (default: $REXIAN_STATION, else /etc/rexian/station)\n"
            "  --server URL     the dispatcher's address instead of the file's: tcp://HOST:PORT\n"
            "  --publish URL    its address for facts instead of the file's\n"
            "  --spool DIR      where typed text is kept, sealed, while the dispatcher is away\n"
            "                   (default: ~/.local/state/rexian/STATION)\n"
            "  --theme NAME     dark, light, mono or colour-blind; NO_COLOR means mono\n"
            "  --lang NAME      zh_CN or en; default: from the environment\n"
            "  --help, --version\n"
            "\n"
            "Exit codes: 0 done, 1 refused, 2 usage, 3 not reachable, 4 damaged data.\n"
            "Inside, F1 shows all keys and Ctrl-P finds commands by typing.\n"),
          out);
}

static const struct seat_mode *mode_by_name(const char *name)
{
    for (int i = 0; i < MODES; i++)
        if (strcmp(modes[i]->name, name) == 0) return modes[i];
    return NULL;
}

/* False: not understood, and said so. */
static bool read_arguments(int argc, char **argv, struct arguments *out)
{
    enum { STATION = 256, SERVER, PUBLISH, SPOOL, THEME, LANGUAGE };
    static const struct option options[] = {{"station", required_argument, NULL, STATION},
                                            {"server", required_argument, NULL, SERVER},
                                            {"publish", required_argument, NULL, PUBLISH},
                                            {"spool", required_argument, NULL, SPOOL},
                                            {"theme", required_argument, NULL, THEME},
                                            {"lang", required_argument, NULL, LANGUAGE},
                                            {"help", no_argument, NULL, 'h'},
                                            {"version", no_argument, NULL, 'V'},
                                            {0}};
    int option;
    while ((option = getopt_long(argc, argv, "hV", options, NULL)) >= 0) {
        switch (option) {
        case STATION:
            out->station = optarg;
            break;
        case SERVER:
            out->server = optarg;
            break;
        case PUBLISH:
            out->publish = optarg;
            break;
        case SPOOL:
            out->spool = optarg;
            break;
        case THEME:
            out->theme = optarg;
            break;
        case LANGUAGE:
            out->language = optarg;
            break;
        case 'h':
            out->help = true;
            break;
        case 'V':
            out->version = true;
            break;
        default:
            return false;
        }
    }
    if (optind < argc) out->mode = mode_by_name(argv[optind]);
    return out->help || out->version || (out->mode && optind + 1 == argc);
}

/* The catalogues beside the program (build/share/locale, /usr/share/locale); NULL: the system's. */
static const char *locale_dir(char out[PATH_MAX])
{
    static const char beside[] = "/../share/locale";
    ssize_t n = readlink("/proc/self/exe", out, PATH_MAX - sizeof beside);
    if (n <= 0) return NULL;
    out[n] = 0;
    char *slash = strrchr(out, '/');
    if (!slash) return NULL;
    strcpy(slash, beside);
    struct stat about;
    return stat(out, &about) == 0 ? out : NULL;
}

/* Makes every folder of the path, the last ones for their owner only. */
static bool make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        bool made = mkdir(path, 0700) == 0 || errno == EEXIST;
        *slash = '/';
        if (!made) return false;
    }
    return mkdir(path, 0700) == 0 || errno == EEXIST;
}

static const char *spool_dir(const struct arguments *arguments, const char *station,
                             char out[PATH_MAX])
{
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    if (arguments->spool)
        snprintf(out, PATH_MAX, "%s", arguments->spool);
    else if (state && *state)
        snprintf(out, PATH_MAX, "%s/rexian/%s", state, station);
    else if (home && *home)
        snprintf(out, PATH_MAX, "%s/.local/state/rexian/%s", home, station);
    else
        snprintf(out, PATH_MAX, "/var/tmp/rexian-%s", station);
    if (make_folders(out)) return out;
    fprintf(stderr, _("rexian: %s cannot be made: %s\n"), out,
            screen_text(err_text(err_from_errno(errno))));
    return NULL;
}

static enum exit_code run(const struct arguments *arguments)
{
    static char spool[PATH_MAX];
    struct station_file station;
    char why[512];
    const char *file = arguments->station ? arguments->station : getenv("REXIAN_STATION");
    enum err err = station_read(file ? file : DEFAULT_STATION, &station, why, sizeof why);
    if (err != ERR_OK) {
        fprintf(stderr, "rexian: %s\n", why);
        return err == ERR_PERMISSION ? EXIT_REFUSED : EXIT_USAGE;
    }
    struct loop_options options = {.station = &station,
                                   .server = arguments->server,
                                   .publish = arguments->publish,
                                   .theme = theme_choose(arguments->theme)};
    options.spool_dir = spool_dir(arguments, station.number, spool);
    return options.spool_dir ? loop_run(arguments->mode, &options) : EXIT_USAGE;
}

int main(int argc, char **argv)
{
    static char locale[PATH_MAX];
    struct arguments arguments = {0};
    bool understood = read_arguments(argc, argv, &arguments);
    screen_locale_set(locale_dir(locale), arguments.language);
    if (!understood) {
        print_help(stderr);
        return EXIT_USAGE;
    }
    if (arguments.help) {
        print_help(stdout);
        return EXIT_DONE;
    }
    if (arguments.version) {
        puts("rexian " REXIAN_VERSION);
        return EXIT_DONE;
    }
    return (int)run(&arguments);
}
