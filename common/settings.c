#include "common/settings.h"

static const struct conf_row rows[] = {
#define S(name, type, initial, min, max, help)                                                     \
    CONF_ROW(struct settings, name, type, initial, min, max, help)
    SETTINGS_TABLE(S)
#undef S
};
enum { ROWS = sizeof rows / sizeof *rows };

void settings_default(struct settings *settings)
{
    conf_default(rows, ROWS, settings);
}

enum err settings_load(const char *path, struct settings *settings, char *why, size_t cap)
{
    return conf_load(rows, ROWS, path, settings, why, cap);
}

enum err settings_parse(const char *name, struct slice text, struct settings *settings, char *why,
                        size_t cap)
{
    return conf_parse(rows, ROWS, name, text, settings, why, cap);
}

void settings_print_markdown(FILE *out)
{
    fputs("# Configuration\n\n"
          "Generated from `common/settings.h`. `rexiand --config FILE` reads lines of\n"
          "`name = value`; `#` starts a comment. What is not in the file has its default. A name\n"
          "that does not exist, stands there twice, or has a value outside its limits is refused\n"
          "with its line. Write texts in quotes. Times are in the unit that the name ends in, or\n"
          "carry their own (`\"90 s\"`, `\"2 min\"`, `\"16 h\"`) when that comes out even.\n\n",
          out);
    conf_print_markdown(rows, ROWS, out);
}

void settings_print_example(FILE *out)
{
    fputs("# Settings of the Rexian dispatcher, rexiand.\n", out);
    conf_print_example(rows, ROWS, out);
}
