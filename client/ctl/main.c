/* rexianctl's options; everything else is in run.c. */
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

#include "client/ctl/ctl.h"

#define _(text) gettext(text)

static void speak(void)
{
    /* When the wished locale is not installed, its language is spoken all the same. */
    if (!setlocale(LC_ALL, "") || !strstr(setlocale(LC_CTYPE, NULL), "UTF-8")) {
        const char *wish = getenv("LC_ALL");
        if (!wish || !*wish) wish = getenv("LC_MESSAGES");
        if (!wish || !*wish) wish = getenv("LANG");
        setlocale(LC_ALL, "C.UTF-8");
        if (wish && *wish) setenv("LANGUAGE", wish, 0);
    }
    setlocale(LC_NUMERIC, "C"); /* a decimal comma would be no JSON */
    const char *folder = getenv("REXIAN_LOCALE_DIR");
    if (folder) bindtextdomain("rexian", folder);
    bind_textdomain_codeset("rexian", "UTF-8");
    textdomain("rexian");
}

int main(int argc, char **argv)
{
    speak();
    struct ctl ctl = {.data = getenv("REXIAN_DATA"), .out = stdout, .err = stderr};
    arena_init(&ctl.arena, 64 * 1024 * 1024);
    char help_word[] = "help", *words[CTL_WORDS_MAX];
    int n = 0;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--json") == 0)
            ctl.json = true;
        else if (strcmp(argv[i], "--data") == 0 && i + 1 < argc)
            ctl.data = argv[++i];
        else if (strcmp(argv[i], "--station") == 0 && i + 1 < argc)
            ctl.station = argv[++i];
        else if (strcmp(argv[i], "--as") == 0 && i + 1 < argc)
            ctl.as = argv[++i];
        else if (n == 0 && strcmp(argv[i], "--version") == 0)
            return puts("rexianctl " REXIAN_VERSION), CTL_DONE;
        else if (strcmp(argv[i], "--help") == 0) {
            /* "ticket list --help" is "help ticket list" */
            memmove(words + 1, words, (size_t)n * sizeof *words);
            words[0] = help_word;
            n++;
        } else if (n < CTL_WORDS_MAX - 1)
            words[n++] = argv[i];
    }
    /* The calendar's commands may do with a file alone, staffing with what is said; they say when
     * they need a dispatcher. */
    bool help = n == 0 || strcmp(words[0], "help") == 0 || strcmp(words[0], "calendar") == 0 ||
                strcmp(words[0], "staff") == 0;
    int code;
    if (!ctl.station != !ctl.as) {
        fputs(_("rexianctl: --station FILE and --as NUMBER go together\n"), stderr);
        code = CTL_USAGE;
    } else if (!help && !ctl.data && !ctl.station) {
        fputs("rexianctl: say which dispatcher: --data DIR, or REXIAN_DATA in the environment\n",
              stderr);
        code = CTL_USAGE;
    } else if (n == 0) {
        help_show(&(struct ctl){.out = stderr, .err = stderr}, 0, NULL);
        code = CTL_USAGE;
    } else {
        code = ctl_run(&ctl, n, words);
    }
    ctl_fini(&ctl);
    return fflush(stdout) == 0 ? code : CTL_REFUSED;
}
