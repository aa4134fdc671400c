#include "tests/scenario/run.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { USES = 4 };

void run_fail(struct run *run, const char *format, ...)
{
    if (run->failures < FAILED_LINES) run->failed_lines[run->failures] = run->line;
    run->failures++;
    if (run->quiet) return;
    va_list list;
    va_start(list, format);
    fprintf(stderr, "%s:%u: ", run->path, run->line);
    vfprintf(stderr, format, list);
    fputc('\n', stderr);
    va_end(list);
}

static void run_file(struct run *run, const char *path, unsigned depth);

static bool run_use(struct run *run, const struct line_of_script *line, unsigned depth)
{
    char path[LIMIT_PATH];
    if (!word_is(&line->words[0], "use") || line->n != 2) return false;
    if (depth >= USES) {
        run_fail(run, "files use each other too deeply");
        return true;
    }
    const char *slash = strrchr(run->path, '/');
    snprintf(path, sizeof path, "%.*s/%.*s.inc", slash ? (int)(slash - run->path) : 1,
             slash ? run->path : ".", (int)line->words[1].value.n, line->words[1].value.p);
    const char *outer = run->path;
    run_file(run, path, depth + 1);
    run->path = outer;
    return true;
}

static void run_file(struct run *run, const char *path, unsigned depth)
{
    struct script script;
    struct line_of_script line;
    run->path = path;
    run->line = 0;
    if (!script_open(&script, path)) {
        run_fail(run, "%s", script.why);
        return;
    }
    while (script_next(&script, &line)) {
        run->line = line.number;
        if (line.indented) {
            run_expect(run, &line);
            continue;
        }
        run_step_over(run);
        run->line = line.number;
        if (!run_use(run, &line, depth) && !run_step(run, &line, &script)) {
            run_fail(run, "what is \"%.*s\"?", (int)line.words[0].value.n, line.words[0].value.p);
        }
    }
    run_step_over(run);
    if (script.why[0]) run_fail(run, "%s", script.why);
    script_close(&script);
}

/* Seats are named by words of the script that is being read, which may be over before the run. */
static void seats_fini(struct run *run)
{
    for (size_t i = 0; i < run->n_seats; i++) free((char *)run->seats[i].name.p);
}

static uint64_t seed_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    uint64_t seed = UINT64_C(1469598103934665603);
    for (const char *p = slash ? slash + 1 : path; *p; p++) {
        seed = (seed ^ (unsigned char)*p) * UINT64_C(1099511628211);
    }
    return seed;
}

bool run_scenario(struct run *run, const char *path, struct hits *hits)
{
    bool quiet = run->quiet;
    *run = (struct run){.hits = hits, .quiet = quiet, .path = path, .door = {.console = true}};
    buffer_init(&run->frame);
    if (!world_open(&run->world, seed_of(path))) {
        run_fail(run, "%s", run->world.why);
    } else {
        run->values.txn = world_txn(&run->world);
        run_file(run, path, 0);
        run->path = path;
        if (!world_replay(&run->world)) run_fail(run, "%s", run->world.why);
    }
    world_close(&run->world);
    seats_fini(run);
    buffer_fini(&run->frame);
    return run->failures == 0;
}
