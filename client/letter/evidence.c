#include "client/letter/evidence.h"

#include <errno.h>
#include <libintl.h>

#include "client/letter/html.h"
#include "common/clock.h"
#include "proto/desc.h"

#define _(text) gettext(text)

enum { TIME_CAP = 40 };

static const char style[] =
    "@page { size: A4 landscape; margin: 15mm }\n"
    "body { font: 10pt/1.5 serif; color: #000; background: #fff }\n"
    "h1 { font-size: 16pt } dt { float: left; clear: left; width: 9em }\n"
    "table { border-collapse: collapse; width: 100% }\n"
    "th, td { border: 1px solid #000; padding: 1mm 2mm; text-align: left; vertical-align: top }\n"
    ".hash { font-family: monospace; word-break: break-all; max-width: 18em }\n";

static void put_text(FILE *out, const char *element, struct slice text)
{
    fprintf(out, "<%s>", element);
    html_put(out, text);
    fprintf(out, "</%s>\n", element);
}

static void put_head(FILE *out, const char *name, struct slice value)
{
    if (value.n == 0) return;
    put_text(out, "dt", slice_of(name));
    put_text(out, "dd", value);
}

static void put_time(FILE *out, uint64_t at_ms)
{
    char text[TIME_CAP] = "";
    put_text(out, "td", slice_of(at_ms ? clock_format(at_ms, text, sizeof text) : ""));
}

static void put_number(FILE *out, uint64_t number)
{
    fprintf(out, "<td>%llu</td>\n", (unsigned long long)number);
}

static const char *kind_label(uint64_t kind)
{
    const struct vocabulary *kinds = vocabulary_of(VOCABULARY_nuisance);
    for (size_t i = 0; i < kinds->n; i++)
        if (kinds->words[i].number == kind) return _(kinds->words[i].label);
    return "";
}

static void put_row(FILE *out, const struct rec_evidence_item *item)
{
    fputs("<tr>\n", out);
    put_number(out, item->call);
    put_time(out, item->arrived_ms);
    put_time(out, item->answered_ms);
    put_time(out, item->ended_ms);
    put_text(out, "td", slice_of(item->agent.s));
    put_text(out, "td", slice_of(kind_label(item->kind)));
    put_text(out, "td", item->note);
    put_number(out, item->seq);
    fputs("<td class=\"hash\">", out);
    for (size_t i = 0; i < sizeof item->hash.b; i++) fprintf(out, "%02x", item->hash.b[i]);
    fputs("</td>\n</tr>\n", out);
}

static void put_table(FILE *out, const struct rec_evidence_page *page)
{
    const char *const heads[] = {_("Call"),          _("Arrived"), _("Answered"),
                                 _("Ended"),         _("Agent"),   _("Marked as"),
                                 _("What was said"), _("Fact"),    _("Hash")};
    const struct rec_evidence_item *items = page->rows.items;
    fputs("<table>\n<tr>\n", out);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        put_text(out, "th", slice_of(heads[i]));
    fputs("</tr>\n", out);
    for (size_t i = 0; i < page->rows.n; i++) put_row(out, &items[i]);
    fputs("</table>\n", out);
}

enum err evidence_print(FILE *out, uint64_t evidence, const struct rec_evidence_page *page)
{
    char text[TIME_CAP];
    errno = 0;
    fputs("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n", out);
    put_text(out, "title", slice_of(_("Evidence of harassment")));
    fprintf(out, "<style>\n%s</style>\n</head>\n<body>\n", style);
    put_text(out, "h1", slice_of(_("Evidence of harassment")));
    fputs("<dl>\n", out);
    snprintf(text, sizeof text, "%llu", (unsigned long long)evidence);
    put_head(out, _("No."), slice_of(text));
    put_head(out, _("Caller's number"), page->number);
    put_head(out, _("Made for"), page->purpose);
    put_head(out, _("Made by"), slice_of(page->by.s));
    put_head(out, _("Made at"), slice_of(clock_format(page->at_ms, text, sizeof text)));
    fputs("</dl>\n", out);
    put_table(out, page);
    put_text(out, "p",
             slice_of(_("Each hash is that of the journal's fact of this number; every fact "
                        "carries the hash of the one before, so that none was changed or taken "
                        "out since.")));
    fputs("</body>\n</html>\n", out);
    if (fflush(out) == 0 && !ferror(out)) return ERR_OK;
    return errno ? err_from_errno(errno) : ERR_IO;
}
