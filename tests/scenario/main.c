/* rexian-scenario: runs scenarios, and says what all of them together have hit. */
#include <stdio.h>
#include <stdlib.h>

#include "common/log.h"
#include "tests/scenario/coverage.h"
#include "tests/scenario/run.h"

static int usage(void)
{
    fputs(
        "rexian-scenario FILE…                          run scenarios\n"
        "rexian-scenario --negative FILE                it must fail, at the lines marked # wrong\n"
        "rexian-scenario --rules FOLDER                 which scenario proves which rule\n"
        "rexian-scenario --coverage HITS FOLDER [edge]  what nobody hit, and the rules\n",
        stderr);
    return 2;
}

static struct hits *hits_of(const char *path)
{
    char name[LIMIT_PATH];
    const char *slash = strrchr(path, '/');
    const char *base = slash ? slash + 1 : path;
    const char *dot = strrchr(base, '.');
    snprintf(name, sizeof name, "scenario-%.*s", (int)(dot ? dot - base : (long)strlen(base)),
             base);
    return hits_new(name);
}

static bool run_one(const char *path)
{
    struct run *run = calloc(1, sizeof *run);
    struct hits *hits = hits_of(path);
    ASSERT(run);
    bool ok = run_scenario(run, path, hits);
    if (!hits_free(&hits)) {
        fprintf(stderr, "%s: hits cannot be written\n", path);
        ok = false;
    }
    free(run);
    return ok;
}

/* A scenario that is wrong on purpose: the runner must say so, where it is wrong and nowhere else.
 */
static bool run_negative(const char *path)
{
    char line[LIMIT_PATH];
    struct run *run = calloc(1, sizeof *run);
    struct hits *hits = hits_new(NULL);
    unsigned number = 0, seen = 0;
    bool ok = true;
    ASSERT(run);
    run->quiet = true;
    run_scenario(run, path, hits);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        number++;
        if (!strstr(line, "# wrong")) continue;
        if (seen >= run->failures || run->failed_lines[seen] != number) {
            fprintf(stderr, "%s:%u: this is wrong and was not noticed\n", path, number);
            ok = false;
        }
        seen++;
    }
    if (file) fclose(file);
    if (run->failures != seen || seen == 0) {
        fprintf(stderr, "%s: %u failures, %u expected\n", path, run->failures, seen);
        ok = false;
    }
    free(run);
    hits_free(&hits);
    return ok;
}

int main(int argc, char **argv)
{
    bool ok = true;
    log_open_fd(-1);
    if (argc < 2) return usage();
    if (strcmp(argv[1], "--rules") == 0) return argc == 3 ? !rules_print(argv[2]) : usage();
    if (strcmp(argv[1], "--negative") == 0) return argc == 3 ? !run_negative(argv[2]) : usage();
    if (strcmp(argv[1], "--coverage") == 0) {
        if (argc < 4) return usage();
        ok = rules_print(argv[3]);
        return !(coverage_print(argv[2], argv[3], argc > 4) && ok);
    }
    for (int i = 1; i < argc; i++) {
        if (!run_one(argv[i])) {
            fprintf(stderr, "%s: failed\n", argv[i]);
            ok = false;
        }
    }
    return !ok;
}
