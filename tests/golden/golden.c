#include "tests/golden/golden.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PATH_BYTES = 1024 };

/* The golden's text, zero-terminated, freed by the caller; NULL when it cannot be read. */
static char *read_whole(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    size_t used = 0, size = 4096;
    char *text = malloc(size);
    while (text) {
        used += fread(text + used, 1, size - 1 - used, file);
        if (used < size - 1) break;
        size *= 2;
        char *larger = realloc(text, size);
        if (!larger) free(text);
        text = larger;
    }
    fclose(file);
    if (text) text[used] = 0;
    return text;
}

static void make_folders(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        if (mkdir(path, 0777) != 0 && errno != EEXIST) perror(path);
        *slash = '/';
    }
}

static bool write_whole(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    if (!file) {
        perror(path);
        return false;
    }
    bool written = fputs(text, file) >= 0;
    return fclose(file) == 0 && written;
}

static void print_difference(const char *path, const char *golden, const char *text)
{
    enum { LINES_SHOWN = 12 };
    int shown = 0;
    fprintf(stderr, "%s differs (UPDATE=1 rewrites it):\n", path);
    for (int line = 1; (*golden || *text) && shown < LINES_SHOWN; line++) {
        int a = (int)strcspn(golden, "\n"), b = (int)strcspn(text, "\n");
        if (a != b || memcmp(golden, text, (size_t)a) != 0) {
            fprintf(stderr, "%4d golden |%.*s|\n     is     |%.*s|\n", line, a, golden, b, text);
            shown++;
        }
        golden += a + (golden[a] == '\n');
        text += b + (text[b] == '\n');
    }
}

bool golden_check(const char *name, const char *text)
{
    char path[PATH_BYTES];
    snprintf(path, sizeof path, "%s/%s.txt", GOLDEN_DIR, name);
    const char *update = getenv("UPDATE");
    char *golden = read_whole(path);
    bool same = golden && strcmp(golden, text) == 0;
    if (!same && update && strcmp(update, "1") == 0) {
        make_folders(path);
        same = write_whole(path, text);
    } else if (!golden) {
        fprintf(stderr, "%s is missing (UPDATE=1 writes it); the screen is:\n%s\n", path, text);
    } else if (!same) {
        print_difference(path, golden, text);
    }
    free(golden);
    return same;
}
