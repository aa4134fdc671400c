#include "tests/scenario/coverage.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/scenario/hits.h"
#include "tests/scenario/script.h"

enum { LINE = 256, LINES = 4096, FILES = 256, RULES = 128, NAME = 64 };

struct lines {
    char at[LINES][LINE];
    size_t n;
};

static bool lines_have(const struct lines *lines, const char *line)
{
    for (size_t i = 0; i < lines->n; i++) {
        if (strcmp(lines->at[i], line) == 0) return true;
    }
    return false;
}

static void lines_add(struct lines *lines, const char *line)
{
    if (lines_have(lines, line)) return;
    ASSERT(lines->n < LINES);
    snprintf(lines->at[lines->n++], LINE, "%s", line);
}

static void read_hits(struct lines *lines, const char *path)
{
    char line[LINE];
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = '\0';
        lines_add(lines, line);
    }
    if (file) fclose(file);
}

static bool ends_in(const char *name, const char *end)
{
    size_t n = strlen(name), m = strlen(end);
    return n > m && strcmp(name + n - m, end) == 0;
}

/* scenario-X.hits counts only as long as X.txt is there. */
static bool is_current(const char *name, const char *scenarios)
{
    static const char prefix[] = "scenario-", suffix[] = ".hits";
    char path[LIMIT_PATH];
    if (strncmp(name, prefix, sizeof prefix - 1) != 0) return true;
    const char *middle = name + sizeof prefix - 1;
    snprintf(path, sizeof path, "%s/%.*s.txt", scenarios,
             (int)(strlen(middle) - (sizeof suffix - 1)), middle);
    return access(path, R_OK) == 0;
}

static size_t read_folder(struct lines *lines, const char *folder, const char *scenarios)
{
    DIR *dir = opendir(folder);
    size_t files = 0;
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        char path[LIMIT_PATH + NAME];
        if (!ends_in(entry->d_name, ".hits") || !is_current(entry->d_name, scenarios)) continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        read_hits(lines, path);
        files++;
    }
    if (dir) closedir(dir);
    return files;
}

struct count {
    const struct lines *lines;
    size_t wanted, missing;
};

static void want(struct count *count, const char *kind, const char *what)
{
    char line[LINE];
    snprintf(line, sizeof line, "%s %s", kind, what);
    count->wanted++;
    if (lines_have(count->lines, line)) return;
    if (count->missing++ == 0) printf("nobody hit:\n");
    printf("  %s\n", line);
}

static void want_requests(struct count *count, bool edge)
{
    size_t n;
    const struct request_desc *table = request_table(&n);
    for (size_t i = 0; i < n; i++) {
        if (table[i].kind == KIND_COMMAND || edge) want(count, "request", table[i].verb);
    }
}

/* These come from the dispatcher around the core. */
static bool reject_of_edge(enum reject reject)
{
    return reject == REJECT_BUSY || reject == REJECT_NO_SPACE || reject == REJECT_FAILED;
}

static void want_rejects(struct count *count, bool edge)
{
    static const enum reject rejects[] = {
#define J(number, name, text) REJECT_##name,
        REJECT_TABLE(J)
#undef J
    };
    for (size_t i = 0; i < sizeof rejects / sizeof *rejects; i++) {
        if (rejects[i] != REJECT_OK && (edge || !reject_of_edge(rejects[i]))) {
            want(count, "reject", reject_name(rejects[i]));
        }
    }
}

static void want_facts(struct count *count)
{
    size_t n;
    const struct message *table = fact_table(&n);
    for (size_t i = 0; i < n; i++) {
        /* These two are not a step's: the store and the turn append them. */
        if (table[i].number != fact_type_centre_opened &&
            table[i].number != fact_type_console_used) {
            want(count, "fact", table[i].name);
        }
    }
}

static void want_pairs(struct count *count)
{
    for (int life = 0; life < LIVES; life++) {
        size_t n;
        const struct life_row *table = life_table((enum life)life, &n);
        for (size_t i = 0; i < n; i++) {
            char pair[LINE];
            snprintf(pair, sizeof pair, "%s %s %s", life_name((enum life)life),
                     life_state_name((enum life)life, table[i].state),
                     life_event_name((enum life)life, table[i].event));
            want(count, "pair", pair);
        }
    }
}

bool coverage_print(const char *hits_folder, const char *scenario_folder, bool edge)
{
    struct lines *lines = calloc(1, sizeof *lines);
    ASSERT(lines);
    size_t files = read_folder(lines, hits_folder, scenario_folder);
    struct count count = {.lines = lines};
    want_requests(&count, edge);
    want_rejects(&count, edge);
    want_facts(&count);
    want_pairs(&count);
    printf("%zu of %zu hit, by %zu programs of tests\n", count.wanted - count.missing, count.wanted,
           files);
    free(lines);
    return count.missing == 0;
}

struct rule {
    char id[NAME], text[LINE];
    char scenarios[LINE * 4];
};

struct rules {
    struct rule at[RULES];
    size_t n;
    bool unknown;
};

static void read_rules(struct rules *rules, const char *folder)
{
    char path[LIMIT_PATH], line[LINE];
    snprintf(path, sizeof path, "%s/rules.txt", folder);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file) && rules->n < RULES) {
        char *text = strchr(line, ' ');
        if (line[0] == '#' || !text) continue;
        struct rule *rule = &rules->at[rules->n++];
        text[strcspn(text, "\n")] = '\0';
        snprintf(rule->id, sizeof rule->id, "%.*s", (int)(text - line), line);
        snprintf(rule->text, sizeof rule->text, "%s", text + 1);
    }
    if (file) fclose(file);
}

static void rule_named(struct rules *rules, struct slice id, const char *scenario)
{
    for (size_t i = 0; i < rules->n; i++) {
        struct rule *rule = &rules->at[i];
        if (!slice_equal(slice_of(rule->id), id)) continue;
        size_t n = strlen(rule->scenarios);
        snprintf(rule->scenarios + n, sizeof rule->scenarios - n, "%s%s", n ? " " : "", scenario);
        return;
    }
    printf("%s names %.*s, which rules.txt does not have\n", scenario, (int)id.n, id.p);
    rules->unknown = true;
}

static void read_scenario(struct rules *rules, const char *folder, const char *name)
{
    char path[LIMIT_PATH], scenario[NAME];
    struct script script;
    struct line_of_script line;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    snprintf(scenario, sizeof scenario, "%.*s", (int)(strlen(name) - strlen(".txt")), name);
    if (script_open(&script, path)) {
        while (script_next(&script, &line)) {
            if (!word_is(&line.words[0], "rule:")) continue;
            for (size_t i = 1; i < line.n; i++) rule_named(rules, line.words[i].value, scenario);
        }
        script_close(&script);
    }
}

bool rules_print(const char *folder)
{
    struct rules *rules = calloc(1, sizeof *rules);
    struct dirent **names;
    ASSERT(rules);
    read_rules(rules, folder);
    int n = scandir(folder, &names, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        const char *name = names[i]->d_name;
        if (ends_in(name, ".txt") && strcmp(name, "rules.txt") != 0 &&
            strcmp(name, "CMakeLists.txt") != 0) {
            read_scenario(rules, folder, name);
        }
        free(names[i]);
    }
    if (n >= 0) free(names);
    for (size_t i = 0; i < rules->n; i++) {
        const struct rule *rule = &rules->at[i];
        printf("%-4s %-44s %s\n", rule->id, rule->text,
               rule->scenarios[0] ? rule->scenarios : "(no scenario)");
    }
    bool ok = !rules->unknown && rules->n > 0;
    free(rules);
    return ok;
}
