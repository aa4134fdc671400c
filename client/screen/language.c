#include "client/screen/language.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static const char *first_set(const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) return value;
    }
    return NULL;
}

static bool is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* "C", "POSIX" and "C.UTF-8" wish for no language: gettext ignores LANGUAGE under the first two,
 * and under the last one it takes it. */
static bool has_language(const char *wish)
{
    return wish && strncmp(wish, "C.", 2) != 0 && strcmp(wish, "C") != 0 &&
           strcmp(wish, "POSIX") != 0;
}

/* "zh_CN.UTF-8@x" to "zh_CN". */
static void set_language(const char *wish)
{
    char name[32] = "";
    size_t n = strcspn(wish, ".@");
    if (n >= sizeof name) return;
    memcpy(name, wish, n);
    setenv("LANGUAGE", name, 1);
}

static bool set_catalogue(const char *domain_dir)
{
    if (domain_dir) bindtextdomain("rexian", domain_dir);
    bind_textdomain_codeset("rexian", "UTF-8");
    textdomain("rexian");
    return true;
}

bool screen_locale_set(const char *domain_dir, const char *wish)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    bool given = wish != NULL;
    if (!given) wish = first_set(names, sizeof names / sizeof *names);
    if (given) set_language(wish);
    bool installed = setlocale(LC_ALL, given ? wish : "") && is_utf8();
    if (!installed) {
        if (has_language(wish) && !given && !getenv("LANGUAGE")) set_language(wish);
        if (!setlocale(LC_ALL, "C.UTF-8") || !is_utf8()) return false;
    }
    /* numbers are written alike everywhere: they go into codes and files */
    setlocale(LC_NUMERIC, "C");
    return set_catalogue(domain_dir);
}

bool screen_locale_init(const char *domain_dir)
{
    return screen_locale_set(domain_dir, NULL);
}

const char *screen_text(const char *msgid)
{
    return msgid && *msgid ? gettext(msgid) : "";
}
