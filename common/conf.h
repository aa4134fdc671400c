/* Configuration files over libconfuse: "name = value" lines with # comments. A program describes
 * its settings once, as rows; from them come the defaults, the file's reader with its refusals, an
 * example file and a page of documentation. Every value is checked against its limits, a name that
 * does not exist or stands there twice is refused: a typing error must not pass for a setting.
 * Not for several threads at once (libconfuse's scanner). */
#ifndef COMMON_CONF_H
#define COMMON_CONF_H

#include <stdio.h>

#include "common/err.h"
#include "common/limits.h"
#include "common/log.h"
#include "common/slice.h"

enum conf_type {
    CONF_INT,      /* uint64_t: a decimal number */
    CONF_DURATION, /* uint64_t: a number in the unit that the name ends in, or with an own unit,
                      "90 s", "1500 ms", "2 min", "16 h", when that comes out even */
    CONF_BOOL,     /* bool: yes or no, true or false, on or off */
    CONF_STR,      /* char[LIMIT_SETTING + 1]: min and max are its bytes */
    CONF_LEVEL,    /* enum log_level: debug, info, warning or error */
};

struct conf_row {
    const char *name;
    enum conf_type type;
    size_t offset;       /* of the field in the struct */
    const char *initial; /* the default, as it would be written in a file */
    uint64_t min, max;   /* both included; of a length for CONF_STR, unused for BOOL and LEVEL */
    const char *help;    /* one English sentence */
};

/* What an X-macro table S(name, type, default, min, max, help) needs; see common/settings.h. */
#define CONF_FIELD_INT(name) uint64_t name;
#define CONF_FIELD_DURATION(name) uint64_t name;
#define CONF_FIELD_BOOL(name) bool name;
#define CONF_FIELD_STR(name) char name[LIMIT_SETTING + 1];
#define CONF_FIELD_LEVEL(name) enum log_level name;
#define CONF_FIELD(name, type, initial, min, max, help) CONF_FIELD_##type(name)
#define CONF_ROW(holder, name, type, initial, min, max, help)                                      \
    {#name, CONF_##type, offsetof(holder, name), initial, min, max, help},

/* Fills every field with its default. A default outside its own limits is a programmer's error. */
void conf_default(const struct conf_row *rows, size_t n, void *fields);
/* Defaults, then the file. On ERR_FORMAT (what the file says), ERR_LIMIT (the file is too long) or
 * an error of the file itself, `why` says in one English line which file, line and setting, and
 * what would be right; the fields are then unchanged. */
enum err conf_load(const struct conf_row *rows, size_t n, const char *path, void *fields, char *why,
                   size_t cap) MUST_CHECK;
/* The same from text; `name` stands for the file's name in `why`. */
enum err conf_parse(const struct conf_row *rows, size_t n, const char *name, struct slice text,
                    void *fields, char *why, size_t cap) MUST_CHECK;
/* One value, as a file or a command line has it. */
enum err conf_set(const struct conf_row *row, const char *value, void *fields, char *why,
                  size_t cap) MUST_CHECK;
/* A file with every setting commented out at its default; and a table for the documentation. */
void conf_print_example(const struct conf_row *rows, size_t n, FILE *out);
void conf_print_markdown(const struct conf_row *rows, size_t n, FILE *out);

#endif
