#include "client/letter/html.h"

#include <string.h>

#include "common/text.h"

static void put_entity(FILE *out, uint32_t rune)
{
    switch (rune) {
    case '&':
        fputs("&amp;", out);
        return;
    case '<':
        fputs("&lt;", out);
        return;
    case '>':
        fputs("&gt;", out);
        return;
    case '"':
        fputs("&quot;", out);
        return;
    case '\'':
        fputs("&#39;", out);
        return;
    case '\n':
        fputs("<br>\n", out);
        return;
    case '\t':
        fputc(' ', out);
        return;
    }
}

static bool has_entity(uint32_t rune)
{
    return rune != 0 && rune < 0x80 && strchr("&<>\"'\n\t", (int)rune) != NULL;
}

void html_put(FILE *out, struct slice text)
{
    for (size_t at = 0, n; at < text.n; at += n) {
        uint32_t rune;
        n = text_rune(text, at, &rune);
        if (has_entity(rune))
            put_entity(out, rune);
        else if (rune == 0xFFFD)
            fputs("\xEF\xBF\xBD", out);
        else if (!text_rune_unclean(rune))
            fwrite(text.p + at, 1, n, out);
    }
}
