#include "client/ctl/split.h"

#include <stdbool.h>
#include <string.h>

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Copies one word down over its own quotes; \n outside of '…' begins a new line. NULL: a quote is
 * open. */
static char *take_word(char *from, char **end)
{
    char *to = from, quote = '\0';
    for (; *from && (quote || !blank(*from)); from++) {
        if (quote && *from == quote)
            quote = '\0';
        else if (!quote && (*from == '"' || *from == '\''))
            quote = *from;
        else if (*from == '\\' && quote != '\'' && from[1])
            from++, *to++ = *from == 'n' ? '\n' : *from;
        else
            *to++ = *from;
    }
    *end = *from ? from + 1 : from;
    *to = '\0';
    return quote ? NULL : to;
}

int split_words(char *line, char **words, int most)
{
    int n = 0;
    for (;;) {
        while (blank(*line)) line++;
        if (!*line || *line == '#') return n;
        if (n == most) return -1;
        words[n++] = line;
        if (!take_word(line, &line)) return -1;
    }
}
