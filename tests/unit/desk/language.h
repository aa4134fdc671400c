/* The Chinese catalogue for goldens: po/zh_CN.po, or the desk's own texts while that is not there.
 */
#ifndef TESTS_UNIT_DESK_LANGUAGE_H
#define TESTS_UNIT_DESK_LANGUAGE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char catalogue_dir[] = "/tmp/rexian-desk-XXXXXX";

__attribute__((unused)) static void put_quoted(FILE *out, const char *key, const char *text,
                                               size_t n)
{
    fprintf(out, "%s \"", key);
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '"') fputc('\\', out);
        fputc(text[i], out);
    }
    fputs("\"\n", out);
}

/* msgid TAB translation, a line each. */
__attribute__((unused)) static int catalogue_from_lines(const char *from, const char *to)
{
    FILE *in = fopen(from, "r"), *out = fopen(to, "w");
    char *line = NULL;
    size_t cap = 0;
    if (!in || !out) return -1;
    fputs("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n", out);
    for (ssize_t n; (n = getline(&line, &cap, in)) > 0;) {
        char *tab = strchr(line, '\t');
        if (!tab) continue;
        if (line[n - 1] == '\n') n--;
        put_quoted(out, "msgid", line, (size_t)(tab - line));
        put_quoted(out, "msgstr", tab + 1, (size_t)(line + n - tab - 1));
    }
    free(line);
    fclose(in);
    return fclose(out);
}

__attribute__((unused)) static int catalogue_make(void)
{
    char path[300], source[300] = TEST_DIR "/../po/zh_CN.po", command[800];
    if (!mkdtemp(catalogue_dir)) return -1;
    if (access(source, R_OK) != 0) {
        snprintf(source, sizeof source, "%s/desk.po", catalogue_dir);
        if (catalogue_from_lines(TEST_DIR "/../po/zh_CN.desk.txt", source) != 0) return -1;
    }
    snprintf(path, sizeof path, "%s/zh_CN/LC_MESSAGES", catalogue_dir);
    snprintf(command, sizeof command, "mkdir -p %s && msgfmt -o %s/rexian.mo %s", path, path,
             source);
    return system(command) == 0 ? 0 : -1;
}

__attribute__((unused)) static int catalogue_remove(void)
{
    char command[300];
    snprintf(command, sizeof command, "rm -r %s", catalogue_dir);
    return system(command) == 0 ? 0 : -1;
}

#endif
