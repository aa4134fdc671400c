#include "common/conf.h"

#include <confuse.h>
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>

#include "common/text.h"

enum { MAX_ROWS = 200 };
#define END_NAME "end_of_settings"

union value {
    uint64_t number;
    bool yes;
    char text[LIMIT_SETTING + 1];
    enum log_level level;
};

/* U(suffix of a name, also the unit in a value; milliseconds; text for people) */
#define UNIT_TABLE(U)                                                                              \
    U("ms", 1, "milliseconds")                                                                     \
    U("s", 1000, "seconds")                                                                        \
    U("min", 60000, "minutes")                                                                     \
    U("h", 3600000, "hours")                                                                       \
    U("d", 86400000, "days")                                                                       \
    U("mib", 0, "MiB")                                                                             \
    U("gib", 0, "GiB")                                                                             \
    U("hz", 0, "per second")

struct unit {
    const char *name;
    uint64_t ms; /* 0: not a time */
    const char *text;
};

static const struct unit units[] = {
#define U(name, ms, text) {name, ms, text},
    UNIT_TABLE(U)
#undef U
};

static const struct unit *unit_find(struct slice name)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (slice_equal(name, slice_of(units[i].name))) return &units[i];
    return NULL;
}

/* The unit that a setting's name ends in, or NULL. */
static const struct unit *unit_of(const struct conf_row *row)
{
    const char *last = strrchr(row->name, '_');
    return last ? unit_find(slice_of(last + 1)) : NULL;
}

static void __attribute__((format(printf, 3, 4)))
say(char *why, size_t cap, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(why, cap, format, args);
    va_end(args);
}

/* Decimal digits at the start of *text, which moves behind them. */
static bool take_number(const char **text, uint64_t *number)
{
    if (**text < '0' || **text > '9') return false;
    errno = 0;
    char *behind;
    unsigned long long found = strtoull(*text, &behind, 10);
    if (errno) return false;
    *number = found;
    *text = behind;
    return true;
}

/* A number, and for a duration perhaps a unit, turned into the unit of the setting's name. */
static bool take_quantity(const struct conf_row *row, const char *text, uint64_t *number)
{
    if (!take_number(&text, number)) return false;
    if (*text == '\0') return true;
    const struct unit *to = unit_of(row);
    if (row->type != CONF_DURATION || !to) return false;
    while (*text == ' ') text++;
    const struct unit *from = unit_find(slice_of(text));
    if (!from || from->ms == 0 || *number > UINT64_MAX / from->ms) return false;
    *number *= from->ms;
    if (*number % to->ms != 0) return false;
    *number /= to->ms;
    return true;
}

static bool take_yes_or_no(const char *text, bool *yes)
{
    static const char *const words[][2] = {{"no", "yes"}, {"false", "true"}, {"off", "on"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (int j = 0; j < 2; j++)
            if (strcmp(text, words[i][j]) == 0) {
                *yes = j == 1;
                return true;
            }
    return false;
}

static bool take_text(const struct conf_row *row, const char *text, char *out)
{
    struct slice s = slice_of(text);
    if (s.n < row->min || s.n > row->max || s.n > LIMIT_SETTING) return false;
    if (!text_is_clean(s, TEXT_ONE_LINE)) return false;
    memcpy(out, text, s.n + 1);
    return true;
}

static bool convert(const struct conf_row *row, const char *text, union value *value)
{
    switch (row->type) {
    case CONF_INT:
    case CONF_DURATION:
        return take_quantity(row, text, &value->number) && value->number >= row->min &&
               value->number <= row->max;
    case CONF_BOOL:
        return take_yes_or_no(text, &value->yes);
    case CONF_STR:
        return take_text(row, text, value->text);
    case CONF_LEVEL:
        return log_level_parse(slice_of(text), &value->level);
    }
    ASSERT(!"a type of the table");
    return false;
}

/* What would be right, for a refusal and for the documentation. */
static void describe(const struct conf_row *row, char *out, size_t cap)
{
    const struct unit *unit = unit_of(row);
    switch (row->type) {
    case CONF_INT:
    case CONF_DURATION:
        say(out, cap, "%" PRIu64 " to %" PRIu64 "%s%s", row->min, row->max, unit ? " " : "",
            unit ? unit->text : "");
        break;
    case CONF_BOOL:
        say(out, cap, "yes or no");
        break;
    case CONF_STR:
        say(out, cap, "%" PRIu64 " to %" PRIu64 " bytes of text", row->min, row->max);
        break;
    case CONF_LEVEL:
        say(out, cap, "debug, info, warning or error");
        break;
    }
}

static void refuse(const struct conf_row *row, const char *text, char *why, size_t cap)
{
    char wanted[128];
    describe(row, wanted, sizeof wanted);
    struct slice shown = slice_of(text);
    if (!text_is_clean(shown, TEXT_ONE_LINE)) shown = slice_of("(unprintable text)");
    size_t n = text_fit_bytes(shown, 64);
    say(why, cap, "%s must be %s, not \"%.*s%s\"", row->name, wanted, (int)n, shown.p,
        n < shown.n ? "..." : "");
}

static void assign(const struct conf_row *row, const union value *value, void *fields)
{
    void *field = (char *)fields + row->offset;
    switch (row->type) {
    case CONF_INT:
    case CONF_DURATION:
        *(uint64_t *)field = value->number;
        break;
    case CONF_BOOL:
        *(bool *)field = value->yes;
        break;
    case CONF_STR:
        memcpy(field, value->text, sizeof value->text);
        break;
    case CONF_LEVEL:
        *(enum log_level *)field = value->level;
        break;
    }
}

enum err conf_set(const struct conf_row *row, const char *text, void *fields, char *why, size_t cap)
{
    union value value = {.text = ""};
    if (!convert(row, text, &value)) {
        refuse(row, text, why, cap);
        return ERR_FORMAT;
    }
    assign(row, &value, fields);
    return ERR_OK;
}

void conf_default(const struct conf_row *rows, size_t n, void *fields)
{
    for (size_t i = 0; i < n; i++) {
        union value value = {.text = ""};
        ASSERT(convert(&rows[i], rows[i].initial, &value));
        assign(&rows[i], &value, fields);
    }
}

/* libconfuse calls back without a pointer of ours, but with one to the text that it fills: the
 * entry lies around that, and knows the reader. */
struct entry {
    char *raw; /* owned; libconfuse replaces it, but does not free the last one */
    struct reader *reader;
    union value value;
    int line; /* 0: not in the file */
};

struct reader {
    const struct conf_row *rows;
    struct entry *entries; /* one per row; owned */
    cfg_opt_t *options;    /* likewise, and END_NAME and an end; owned */
    const char *name;
    char *why;
    size_t cap;
    bool refused; /* why is filled; the first refusal counts */
};

static struct entry *entry_of(const cfg_opt_t *option)
{
    return (struct entry *)((char *)option->simple_value.string - offsetof(struct entry, raw));
}

static void on_error(cfg_t *cfg, const char *format, va_list args)
{
    struct reader *reader = entry_of(cfg_getnopt(cfg, 0))->reader;
    if (reader->refused) return;
    char text[256];
    vsnprintf(text, sizeof text, format, args);
    size_t n = text_fit_bytes(slice_of(text), sizeof text);
    say(reader->why, reader->cap, "%s:%d: %.*s", reader->name, cfg->line, (int)n, text);
    reader->refused = true;
}

static int on_value(cfg_t *cfg, cfg_opt_t *option)
{
    struct entry *entry = entry_of(option);
    struct reader *reader = entry->reader;
    const struct conf_row *row = &reader->rows[entry - reader->entries];
    char why[512];
    if (entry->line)
        say(why, sizeof why, "%s already stands in line %d", row->name, entry->line);
    else if (!convert(row, entry->raw ? entry->raw : "", &entry->value))
        refuse(row, entry->raw ? entry->raw : "", why, sizeof why);
    else {
        entry->line = cfg->line;
        return 0;
    }
    say(reader->why, reader->cap, "%s:%d: %s", reader->name, cfg->line, why);
    reader->refused = true;
    return -1;
}

/* With `ended`, the text's last setting is END_NAME, and *ended tells whether it was seen. */
static bool reader_run(struct reader *reader, size_t n, const char *text, long *ended)
{
    for (size_t i = 0; i < n; i++) {
        cfg_opt_t option = CFG_SIMPLE_STR(reader->rows[i].name, &reader->entries[i].raw);
        option.validcb = on_value;
        reader->options[i] = option;
        reader->entries[i].reader = reader;
        reader->entries[i].line = 0;
    }
    reader->options[n] = (cfg_opt_t)CFG_END();
    reader->options[n + 1] = (cfg_opt_t)CFG_END();
    if (ended) reader->options[n] = (cfg_opt_t)CFG_SIMPLE_INT(END_NAME, ended);
    cfg_t *cfg = cfg_init(reader->options, CFGF_NONE);
    if (!cfg) return false;
    cfg_set_error_function(cfg, on_error);
    /* An empty text is nothing to parse, and libconfuse cannot open it. */
    bool done = *text == '\0' || cfg_parse_buf(cfg, text) == CFG_SUCCESS;
    cfg_free(cfg);
    return done;
}

/* libconfuse lets a block comment run to the end of the file without a word, and would so swallow
 * settings. A good text stays good with one more setting behind it, and that one must be seen. */
static bool reader_sees_the_end(struct reader *reader, size_t n, char *text)
{
    if (!strstr(text, "/*")) return true;
    long ended = 0;
    strcat(text, "\n" END_NAME " = 1\n"); /* conf_parse left room */
    if (reader_run(reader, n, text, &ended) && ended == 1) return true;
    if (!reader->refused)
        say(reader->why, reader->cap, "%s: a comment that begins with /* does not end",
            reader->name);
    reader->refused = true;
    return false;
}

enum err conf_parse(const struct conf_row *rows, size_t n, const char *name, struct slice text,
                    void *fields, char *why, size_t cap)
{
    ASSERT(n > 0 && n <= MAX_ROWS && cap > 0);
    *why = '\0';
    if (text.n > LIMIT_SETTINGS_FILE) {
        say(why, cap, "%s: longer than %d bytes", name, LIMIT_SETTINGS_FILE);
        return ERR_LIMIT;
    }
    int line = 1;
    for (size_t at = 0, bytes; at < text.n; at += bytes) {
        uint32_t rune;
        bytes = text_rune(text, at, &rune);
        bool invalid = bytes == 1 && rune > 0x7F;
        if (invalid || (rune != '\n' && rune != '\t' && text_rune_unclean(rune))) {
            say(why, cap, "%s:%d: %s", name, line,
                invalid ? "not UTF-8 text" : "a control, format or bidi character");
            return ERR_FORMAT;
        }
        if (rune == '\n') line++;
    }
    struct reader reader = {.rows = rows, .name = name, .why = why, .cap = cap};
    reader.entries = calloc(n, sizeof *reader.entries);
    reader.options = calloc(n + 2, sizeof *reader.options);
    char *copy = calloc(text.n + sizeof END_NAME + 16, 1);
    enum err err = ERR_NOMEM;
    if (reader.entries && reader.options && copy) {
        if (text.n) memcpy(copy, text.p, text.n);
        bool good = reader_run(&reader, n, copy, NULL) && reader_sees_the_end(&reader, n, copy);
        err = good ? ERR_OK : reader.refused ? ERR_FORMAT : ERR_NOMEM;
    }
    if (err == ERR_NOMEM) say(why, cap, "%s: %s", name, err_text(err));
    if (!err) conf_default(rows, n, fields);
    for (size_t i = 0; !err && i < n; i++)
        if (reader.entries[i].line) assign(&rows[i], &reader.entries[i].value, fields);
    for (size_t i = 0; reader.entries && i < n; i++) free(reader.entries[i].raw);
    free(copy);
    free(reader.options);
    free(reader.entries);
    return err;
}

enum err conf_load(const struct conf_row *rows, size_t n, const char *path, void *fields, char *why,
                   size_t cap)
{
    errno = 0;
    FILE *file = fopen(path, "re");
    enum err err = file ? ERR_OK : err_from_errno(errno);
    char *text = err ? NULL : malloc(LIMIT_SETTINGS_FILE + 1);
    if (!err && !text) err = ERR_NOMEM;
    size_t used = err ? 0 : fread(text, 1, LIMIT_SETTINGS_FILE + 1, file);
    if (!err && ferror(file)) err = errno ? err_from_errno(errno) : ERR_IO;
    if (err)
        say(why, cap, "%s: %s", path, err_text(err));
    else
        err = conf_parse(rows, n, path, (struct slice){text, used}, fields, why, cap);
    free(text);
    if (file) fclose(file);
    return err;
}

static void initial_text(const struct conf_row *row, char *out, size_t cap)
{
    bool quoted = row->type == CONF_STR;
    say(out, cap, quoted ? "\"%s\"" : "%s", row->initial);
}

void conf_print_example(const struct conf_row *rows, size_t n, FILE *out)
{
    fputs("# Every setting stands here with its default. To change one, remove the # before it.\n"
          "# Write texts in quotes. Times may carry a unit of their own: \"90 s\", \"2 min\", "
          "\"16 h\".\n",
          out);
    for (size_t i = 0; i < n; i++) {
        char limits[128], initial[LIMIT_SETTING + 3];
        describe(&rows[i], limits, sizeof limits);
        initial_text(&rows[i], initial, sizeof initial);
        fprintf(out, "\n# %s (%s)\n#%s = %s\n", rows[i].help, limits, rows[i].name, initial);
    }
}

void conf_print_markdown(const struct conf_row *rows, size_t n, FILE *out)
{
    fputs("| setting | default | may be | meaning |\n|---|---|---|---|\n", out);
    for (size_t i = 0; i < n; i++) {
        char limits[128], initial[LIMIT_SETTING + 3];
        describe(&rows[i], limits, sizeof limits);
        initial_text(&rows[i], initial, sizeof initial);
        fprintf(out, "| `%s` | `%s` | %s | %s |\n", rows[i].name, initial, limits, rows[i].help);
    }
}
