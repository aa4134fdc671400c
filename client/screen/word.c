#include "client/screen/word.h"

#include "common/text.h"

enum word_class { WORD_BLANK, WORD_MARK, WORD_HAN, WORD_LETTER };

static enum word_class class_at(struct slice text, size_t at)
{
    uint32_t rune;
    text_rune(text, at, &rune);
    if (rune == ' ' || rune == '\n' || rune == 0x3000) return WORD_BLANK;
    if (text_rune_han(rune)) return WORD_HAN;
    bool mark = (rune < 0x80 && !((rune | 32) >= 'a' && (rune | 32) <= 'z') &&
                 !(rune >= '0' && rune <= '9')) ||
                (rune >= 0x2000 && rune <= 0x206F) || (rune >= 0x3001 && rune <= 0x303F) ||
                (rune >= 0xFF00 && rune <= 0xFF0F);
    return mark ? WORD_MARK : WORD_LETTER;
}

bool word_holds(struct slice text, size_t at)
{
    enum word_class word = class_at(text, at);
    return word == WORD_HAN || word == WORD_LETTER;
}

size_t word_before(struct slice text, size_t at)
{
    while (at > 0 && class_at(text, text_prev(text, at)) == WORD_BLANK) at = text_prev(text, at);
    if (at == 0) return 0;
    enum word_class word = class_at(text, text_prev(text, at));
    while (at > 0 && class_at(text, text_prev(text, at)) == word) at = text_prev(text, at);
    return at;
}

size_t word_after(struct slice text, size_t at)
{
    while (at < text.n && class_at(text, at) == WORD_BLANK) at = text_next(text, at);
    if (at == text.n) return at;
    enum word_class word = class_at(text, at);
    while (at < text.n && class_at(text, at) == word) at = text_next(text, at);
    return at;
}

size_t line_start(struct slice text, size_t at)
{
    while (at > 0 && text.p[at - 1] != '\n') at--;
    return at;
}

size_t line_end(struct slice text, size_t at)
{
    while (at < text.n && text.p[at] != '\n') at++;
    return at;
}
