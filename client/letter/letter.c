#include "client/letter/letter.h"

#include <errno.h>
#include <fcntl.h>
#include <libintl.h>
#include <time.h>
#include <unistd.h>

#include "client/letter/html.h"
#include "common/text.h"

#define _(text) gettext(text)

enum { DATE_CAP = 64, NUMBER_CAP = 24 };

/* What a letter says, ready to be filled in. */
struct parts {
    const struct rec_letter *letter;
    char number[NUMBER_CAP], date[DATE_CAP];
    struct slice recipient;
    bool chinese;
};

/* ---- what it says ---- */

/* The language that the letter's own words are in. */
static bool is_chinese(void)
{
    uint32_t rune;
    text_rune(slice_of(_("Reply letter")), 0, &rune);
    return text_rune_han(rune);
}

/* 2026年11月22日, or 22 November 2026. */
static void date_fill(struct parts *parts)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    time_t seconds = (time_t)(parts->letter->at_ms / 1000);
    struct tm day = {0};
    localtime_r(&seconds, &day);
    if (parts->chinese)
        snprintf(parts->date, sizeof parts->date, "%d年%d月%d日", day.tm_year + 1900,
                 day.tm_mon + 1, day.tm_mday);
    else
        snprintf(parts->date, sizeof parts->date, "%d %s %d", day.tm_mday, months[day.tm_mon],
                 day.tm_year + 1900);
}

static struct parts parts_of(const struct rec_letter *letter)
{
    struct parts parts = {.letter = letter, .chinese = is_chinese()};
    snprintf(parts.number, sizeof parts.number, "%llu", (unsigned long long)letter->letter);
    date_fill(&parts);
    parts.recipient = letter->recipient;
    /* never a name, however it came to be there (R75) */
    if (letter->anonymous) parts.recipient = slice_of(_("Anonymous caller"));
    if (parts.recipient.n == 0) parts.recipient = slice_of(_("The caller"));
    return parts;
}

/* ---- the centre's own text ---- */

static bool variable_at(const struct parts *parts, struct slice text, size_t at, size_t *n,
                        struct slice *value)
{
    const struct rec_letter *letter = parts->letter;
    const struct {
        const char *name;
        struct slice value;
    } variables[] = {
        {"{number}", slice_of(parts->number)},
        {"{date}", slice_of(parts->date)},
        {"{recipient}", parts->recipient},
        {"{matter}", letter->matter},
        {"{handling}", letter->handling},
        {"{measures}", letter->measures},
        {"{result}", letter->result},
        {"{unit}", letter->unit},
        {"{line}", letter->line},
    };
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        *n = strlen(variables[i].name);
        *value = variables[i].value;
        if (text.n - at >= *n && memcmp(text.p + at, variables[i].name, *n) == 0) return true;
    }
    return false;
}

/* One pass: what was filled in is not looked at again, whatever it says. */
static void put_template(FILE *out, const struct parts *parts)
{
    const struct slice text = parts->letter->template;
    fputs("<div class=\"text\">\n", out);
    for (size_t from = 0, at = 0; at <= text.n;) {
        size_t n = 1;
        struct slice value;
        bool filled = at < text.n && text.p[at] == '{' && variable_at(parts, text, at, &n, &value);
        if (filled || at == text.n) html_put(out, (struct slice){text.p + from, at - from});
        if (filled) html_put(out, value);
        at += filled ? n : 1;
        if (filled) from = at;
    }
    fputs("\n</div>\n", out);
}

/* ---- our own ---- */

static void put_section(FILE *out, const char *title, struct slice text)
{
    if (text.n == 0) return;
    fputs("<h2>", out);
    html_put(out, slice_of(title));
    fputs("</h2>\n<p>", out);
    html_put(out, text);
    fputs("</p>\n", out);
}

static void put_paragraph(FILE *out, const char *class, struct slice text)
{
    if (text.n == 0) return;
    fprintf(out, "<p class=\"%s\">", class);
    html_put(out, text);
    fputs("</p>\n", out);
}

static void put_text(FILE *out, const struct parts *parts)
{
    const struct rec_letter *letter = parts->letter;
    put_paragraph(out, "line", letter->line);
    fputs("<h1>", out);
    html_put(out, slice_of(_("Reply letter")));
    fputs("</h1>\n<p class=\"number\">", out);
    html_put(out, slice_of(_("No.")));
    fputc(' ', out);
    html_put(out, slice_of(parts->number));
    fputs("</p>\n<p class=\"to\">", out);
    html_put(out, parts->recipient);
    fputs(parts->chinese ? "：</p>\n" : ",</p>\n", out);
    put_section(out, _("Subject"), letter->subject);
    put_section(out, _("Matter"), letter->matter);
    put_section(out, _("How it was handled"), letter->handling);
    put_section(out, _("Measures"), letter->measures);
    put_section(out, _("Result"), letter->result);
    put_paragraph(out, "from", letter->unit.n ? letter->unit : letter->line);
    put_paragraph(out, "date", slice_of(parts->date));
}

/* ---- the page ---- */

static const char style[] =
    "@page { size: A4; margin: 25mm 22mm; }\n"
    "body { font-family: serif; font-size: 12pt; line-height: 1.7; margin: 0 auto; "
    "max-width: 166mm; }\n"
    "h1 { text-align: center; font-size: 20pt; margin: 0.6em 0; }\n"
    "h2 { font-size: 12pt; margin: 1em 0 0; page-break-after: avoid; }\n"
    "p { margin: 0.2em 0; overflow-wrap: anywhere; }\n"
    ".line { text-align: center; }\n"
    ".number, .from, .date { text-align: right; }\n"
    ".from { margin-top: 3em; }\n"
    ".text { overflow-wrap: anywhere; }\n";

enum err letter_print(FILE *out, const struct rec_letter *letter)
{
    const struct parts parts = parts_of(letter);
    fputs("<!DOCTYPE html>\n<html lang=\"", out);
    fputs(parts.chinese ? "zh-CN" : "en", out);
    fputs("\">\n<head>\n<meta charset=\"utf-8\">\n<title>", out);
    html_put(out, slice_of(_("Reply letter")));
    fprintf(out, " %s</title>\n<style>\n%s</style>\n</head>\n<body>\n", parts.number, style);
    if (letter->template.n)
        put_template(out, &parts);
    else
        put_text(out, &parts);
    fputs("</body>\n</html>\n", out);
    if (fflush(out) != 0) return err_from_errno(errno);
    return ferror(out) ? ERR_IO : ERR_OK;
}

enum err letter_write(const char *path, const struct rec_letter *letter)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    FILE *out = fd < 0 ? NULL : fdopen(fd, "w");
    if (!out) {
        enum err err = err_from_errno(errno);
        if (fd >= 0) close(fd);
        return err;
    }
    enum err err = letter_print(out, letter);
    if (fclose(out) != 0 && err == ERR_OK) err = err_from_errno(errno);
    if (err != ERR_OK) unlink(path);
    return err;
}
