#include "client/screen/wrap.h"

#include "common/err.h"
#include "common/text.h"

/* East Asian text breaks between any two characters, but closing punctuation does not begin a row
 * and opening punctuation does not end one. */
static bool is_closing(uint32_t rune)
{
    switch (rune) {
    case 0x3001: /* 、 */
    case 0x3002: /* 。 */
    case 0x3009: /* 〉 */
    case 0x300B: /* 》 */
    case 0x300D: /* 」 */
    case 0x300F: /* 』 */
    case 0x3011: /* 】 */
    case 0x201D: /* ” */
    case 0x2019: /* ’ */
    case 0xFF01: /* ！ */
    case 0xFF09: /* ） */
    case 0xFF0C: /* ， */
    case 0xFF0E: /* ． */
    case 0xFF1A: /* ： */
    case 0xFF1B: /* ； */
    case 0xFF1F: /* ？ */
        return true;
    default:
        return false;
    }
}

static bool is_opening(uint32_t rune)
{
    switch (rune) {
    case 0x3008: /* 〈 */
    case 0x300A: /* 《 */
    case 0x300C: /* 「 */
    case 0x300E: /* 『 */
    case 0x3010: /* 【 */
    case 0x201C: /* “ */
    case 0x2018: /* ‘ */
    case 0xFF08: /* （ */
        return true;
    default:
        return false;
    }
}

struct piece {
    uint32_t rune; /* the first one */
    size_t end;
    int width;
};

static struct piece piece_at(struct slice text, size_t at)
{
    struct piece piece = {.end = text_next(text, at)};
    text_rune(text, at, &piece.rune);
    piece.width = text_width((struct slice){text.p + at, piece.end - at});
    return piece;
}

static bool may_break(struct piece before, struct piece after)
{
    if (before.rune == ' ') return true;
    if (after.rune == ' ') return false; /* the blank stays with the word before it */
    if (is_closing(after.rune) || is_opening(before.rune)) return false;
    return before.width == 2 || after.width == 2;
}

size_t wrap_row(struct slice text, size_t at, int cols, size_t *end)
{
    ASSERT(cols >= 2);
    size_t row = at, break_at = 0, break_end = 0; /* the last place where the row may break */
    size_t ink_end = at;                          /* behind the last grapheme that is no blank */
    int used = 0;
    struct piece before = {0};
    while (at < text.n) {
        struct piece piece = piece_at(text, at);
        if (piece.rune == '\n') {
            *end = at;
            return piece.end;
        }
        if (at > row && may_break(before, piece)) {
            break_at = at;
            break_end = ink_end;
        }
        /* Blanks may stand beyond the edge, unseen; the next word begins a row. */
        if (piece.rune != ' ' && used + piece.width > cols) {
            *end = break_at ? break_end : at;
            return break_at ? break_at : at;
        }
        used += piece.width;
        at = piece.end;
        if (piece.rune != ' ') ink_end = at;
        before = piece;
    }
    *end = at;
    return at;
}

int wrap_rows(struct slice text, int cols)
{
    int rows = 0;
    size_t at = 0, end;
    do {
        at = wrap_row(text, at, cols, &end);
        rows++;
    } while (at < text.n);
    if (text.n && text.p[text.n - 1] == '\n') rows++;
    return rows;
}
