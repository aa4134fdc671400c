/* The language of the screen. Texts are English msgids, translated by gettext (po/zh_CN.po). */
#ifndef CLIENT_SCREEN_LANGUAGE_H
#define CLIENT_SCREEN_LANGUAGE_H

#include <libintl.h>
#include <stdbool.h>

#define _(text) gettext(text)
/* Marks a text in a static table; whoever shows it translates it. */
#define N_(text) text

/* Sets locale and catalogue "rexian". When the wished locale (LC_ALL, LC_MESSAGES, LANG) is not
 * installed or not UTF-8, takes C.UTF-8 and sets LANGUAGE, so that the screen speaks the wished
 * language all the same. domain_dir: folder of the catalogues (…/share/locale); NULL: the system's.
 * False when not even C.UTF-8 is there. Call once, before anything else. */
bool screen_locale_init(const char *domain_dir);
/* The same with the wish given ("zh_CN", "en"); NULL: from the environment. */
bool screen_locale_set(const char *domain_dir, const char *wish);
/* Translates; "" stays "" (gettext would answer the catalogue's header). */
const char *screen_text(const char *msgid);

#endif
