#include "client/screen/decode.h"

#include <stdlib.h>

#include "common/text.h"

enum {
    BUFFER_BYTES = 4096,
    LEARNT = 64,
    PASTE_MORE = 4096,
};

struct sequence {
    const char *bytes; /* behind Esc */
    enum key_name name;
};

/* Written by hand from what the terminals' manuals say; the terminal's own (terminfo) go first. */
static const struct sequence built_in[] = {
    {"[A", K_UP},
    {"OA", K_UP},
    {"[B", K_DOWN},
    {"OB", K_DOWN},
    {"[C", K_RIGHT},
    {"OC", K_RIGHT},
    {"[D", K_LEFT},
    {"OD", K_LEFT},
    {"[H", K_HOME},
    {"OH", K_HOME},
    {"[1~", K_HOME},
    {"[7~", K_HOME},
    {"[F", K_END},
    {"OF", K_END},
    {"[4~", K_END},
    {"[8~", K_END},
    {"[2~", K_INSERT},
    {"[3~", K_DELETE},
    {"[5~", K_PAGE_UP},
    {"[6~", K_PAGE_DOWN},
    {"[Z", K_BACKTAB},
    {"[1;5D", K_WORD_LEFT},
    {"[1;5C", K_WORD_RIGHT},
    {"[1;3D", K_WORD_LEFT},
    {"[1;3C", K_WORD_RIGHT},
    {"Od", K_WORD_LEFT},
    {"Oc", K_WORD_RIGHT},
    {"[1;5H", K_TOP},
    {"[1;5F", K_BOTTOM},
    {"OP", K_F1},
    {"OQ", K_F2},
    {"OR", K_F3},
    {"OS", K_F4},
    {"[11~", K_F1},
    {"[12~", K_F2},
    {"[13~", K_F3},
    {"[14~", K_F4},
    {"[[A", K_F1},
    {"[[B", K_F2},
    {"[[C", K_F3},
    {"[[D", K_F4},
    {"[[E", K_F5},
    {"[15~", K_F5},
    {"[17~", K_F6},
    {"[18~", K_F7},
    {"[19~", K_F8},
    {"[20~", K_F9},
    {"[21~", K_F10},
    {"[23~", K_F11},
    {"[24~", K_F12},
    {"OM", K_ENTER},
};

struct decoder {
    char buffer[BUFFER_BYTES];
    size_t from, past; /* what is waiting: buffer[from..past) */
    struct {
        char bytes[LIMIT_SEQUENCE + 1];
        enum key_name name;
    } learnt[LEARNT];
    int learnt_count;
    bool in_paste;
    bool paste_cut;    /* the paste is longer than LIMIT_PASTE */
    bool paste_return; /* the last byte was a carriage return */
    char *paste;       /* owned; PASTE */
    size_t paste_n, paste_size;
    char out[8]; /* the text of the last key */
};

struct decoder *decoder_new(void)
{
    return calloc(1, sizeof(struct decoder));
}

static void forget_paste(struct decoder *decoder)
{
    if (decoder->paste) explicit_bzero(decoder->paste, decoder->paste_size);
    free(decoder->paste);
    decoder->paste = NULL;
    decoder->paste_n = decoder->paste_size = 0;
}

void decoder_free(struct decoder **decoder)
{
    if (!*decoder) return;
    forget_paste(*decoder);
    explicit_bzero(*decoder, sizeof **decoder);
    free(*decoder);
    *decoder = NULL;
}

void decoder_learn(struct decoder *decoder, const char *sequence, enum key_name name)
{
    size_t n = strlen(sequence);
    if (n < 2 || n > LIMIT_SEQUENCE || sequence[0] != '\033' || decoder->learnt_count == LEARNT)
        return;
    memcpy(decoder->learnt[decoder->learnt_count].bytes, sequence + 1, n);
    decoder->learnt[decoder->learnt_count++].name = name;
}

size_t decoder_feed(struct decoder *decoder, const char *bytes, size_t n)
{
    size_t waiting = decoder->past - decoder->from;
    if (decoder->from > 0) {
        memmove(decoder->buffer, decoder->buffer + decoder->from, waiting);
        decoder->from = 0;
        decoder->past = waiting;
    }
    if (n > BUFFER_BYTES - waiting) n = BUFFER_BYTES - waiting;
    if (n) memcpy(decoder->buffer + waiting, bytes, n);
    decoder->past += n;
    return n;
}

size_t decoder_room(const struct decoder *decoder)
{
    return BUFFER_BYTES - (decoder->past - decoder->from);
}

static struct slice waiting(const struct decoder *decoder)
{
    return slice_bytes(decoder->buffer + decoder->from, decoder->past - decoder->from);
}

bool decoder_waits(const struct decoder *decoder)
{
    return !decoder->in_paste && decoder->from < decoder->past &&
           decoder->buffer[decoder->from] == '\033';
}

/* ---- paste ---- */

static void paste_byte(struct decoder *decoder, char byte)
{
    if (decoder->paste_n == decoder->paste_size) {
        size_t size = decoder->paste_size ? 2 * decoder->paste_size : PASTE_MORE;
        char *larger = size <= LIMIT_PASTE ? malloc(size) : NULL;
        if (!larger) {
            decoder->paste_cut = true;
            return;
        }
        memcpy(larger, decoder->paste ? decoder->paste : "", decoder->paste_n);
        size_t n = decoder->paste_n;
        forget_paste(decoder);
        decoder->paste = larger;
        decoder->paste_n = n;
        decoder->paste_size = size;
    }
    decoder->paste[decoder->paste_n++] = byte;
}

/* Terminals send a carriage return for each line feed of a paste; some send both. */
static void take_paste(struct decoder *decoder, struct slice bytes)
{
    for (size_t i = 0; i < bytes.n; i++) {
        char byte = bytes.p[i];
        bool second = byte == '\n' && decoder->paste_return;
        decoder->paste_return = byte == '\r';
        if (!second) paste_byte(decoder, byte == '\r' ? '\n' : byte);
    }
    decoder->from += bytes.n;
}

static const struct slice paste_start = {"\033[200~", 6}, paste_end = {"\033[201~", 6};

static bool begins(struct slice text, struct slice with)
{
    return text.n >= with.n && memcmp(text.p, with.p, with.n) == 0;
}

/* Is the text a beginning of what is looked for, and not all of it? */
static bool may_become(struct slice text, struct slice wanted)
{
    return text.n < wanted.n && memcmp(text.p, wanted.p, text.n) == 0;
}

/* Collects until the end mark. True when the whole paste is there. */
static bool paste_ends(struct decoder *decoder, struct key *out)
{
    for (struct slice rest = waiting(decoder); rest.n > 0; rest = waiting(decoder)) {
        if (begins(rest, paste_end)) {
            decoder->from += paste_end.n;
            decoder->in_paste = false;
            *out = key_paste(slice_bytes(decoder->paste, decoder->paste_n));
            out->cut = decoder->paste_cut;
            return true;
        }
        if (may_become(rest, paste_end)) return false;
        const char *esc = memchr(rest.p + 1, '\033', rest.n - 1);
        take_paste(decoder, slice_bytes(rest.p, esc ? (size_t)(esc - rest.p) : rest.n));
    }
    return false;
}

/* ---- keys ---- */

enum found {
    FOUND,
    FOUND_NOT,
    FOUND_BEGINNING,
};

static enum found compare(struct slice rest, const char *sequence)
{
    struct slice wanted = slice_of(sequence);
    if (begins(rest, wanted)) return FOUND;
    return may_become(rest, wanted) ? FOUND_BEGINNING : FOUND_NOT;
}

/* Looks for a known sequence behind Esc. */
static enum found find_sequence(const struct decoder *decoder, struct slice rest,
                                enum key_name *name, size_t *n)
{
    enum found best = FOUND_NOT;
    for (int i = 0; i < decoder->learnt_count; i++) {
        enum found found = compare(rest, decoder->learnt[i].bytes);
        if (found == FOUND) {
            *name = decoder->learnt[i].name;
            *n = strlen(decoder->learnt[i].bytes);
            return FOUND;
        }
        if (found == FOUND_BEGINNING) best = found;
    }
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++) {
        enum found found = compare(rest, built_in[i].bytes);
        if (found == FOUND) {
            *name = built_in[i].name;
            *n = strlen(built_in[i].bytes);
            return FOUND;
        }
        if (found == FOUND_BEGINNING) best = found;
    }
    return best;
}

/* The length of a control sequence that is well formed but not known ("[1;2P"): it is skipped
 * whole instead of being typed into a field. 0: it is none; its end may be still to come. */
static size_t unknown_sequence(struct slice rest, bool *beginning)
{
    *beginning = false;
    if (rest.n == 0 || (rest.p[0] != '[' && rest.p[0] != 'O')) return 0;
    for (size_t i = 1; i < rest.n && i <= LIMIT_SEQUENCE; i++) {
        unsigned char byte = (unsigned char)rest.p[i];
        if (byte >= 0x40 && byte <= 0x7E) return i + 1;
        if (byte < 0x20 || byte > 0x3F) return 0;
    }
    *beginning = rest.n <= LIMIT_SEQUENCE;
    return 0;
}

static bool is_alt_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* What begins with Esc. Answers the bytes used, 0 when the rest is still to come; *out may stay
 * KEYS_NONE for what is to be skipped. */
static size_t decode_escape(struct decoder *decoder, struct slice all, bool late, struct key *out)
{
    struct slice rest = {all.p + 1, all.n - 1};
    enum key_name name = K_NONE;
    size_t n = 0;
    bool beginning;
    *out = key_named(K_ESC);
    if (begins(all, paste_start)) {
        *out = (struct key){.kind = KEYS_NONE};
        forget_paste(decoder);
        decoder->in_paste = true;
        decoder->paste_cut = decoder->paste_return = false;
        return paste_start.n;
    }
    enum found found = find_sequence(decoder, rest, &name, &n);
    if (found == FOUND) {
        *out = key_named(name);
        return n + 1;
    }
    if (!late && (found == FOUND_BEGINNING || may_become(all, paste_start) || rest.n == 0))
        return 0;
    n = unknown_sequence(rest, &beginning);
    if (n > 0 && (rest.p[0] == '[' || n == 2)) {
        *out = (struct key){.kind = KEYS_NONE};
        return n + 1;
    }
    if (beginning && !late) return 0;
    if (rest.n > 0 && is_alt_letter(rest.p[0])) {
        char letter = rest.p[0];
        *out = key_alt(letter >= 'A' && letter <= 'Z' ? (char)(letter | 32) : letter);
        return 2;
    }
    return 1; /* Esc alone, then whatever follows */
}

static struct key control_key(unsigned char byte)
{
    switch (byte) {
    case '\r':
    case '\n':
        return key_named(K_ENTER);
    case '\t':
        return key_named(K_TAB);
    case '\b':
    case 0x7F:
        return key_named(K_BACKSPACE);
    case 0:
        return (struct key){.kind = KEYS_NONE};
    default:
        if (byte > 26) return (struct key){.kind = KEYS_NONE};
        return key_ctrl((char)('a' + byte - 1));
    }
}

/* How many bytes the character that begins with this byte has; 0: none begins so. */
static size_t character_bytes(unsigned char lead)
{
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    return 0;
}

static bool all_continue(struct slice rest, size_t n)
{
    for (size_t i = 1; i < n; i++)
        if (((unsigned char)rest.p[i] & 0xC0) != 0x80) return false;
    return true;
}

static size_t decode_text(struct decoder *decoder, struct slice rest, struct key *out)
{
    size_t n = character_bytes((unsigned char)rest.p[0]);
    size_t there = n < rest.n ? n : rest.n;
    if (n > rest.n && all_continue(rest, there)) return 0;
    struct slice text = {rest.p, n};
    if (n == 0 || n > rest.n || !text_valid(text)) {
        text = slice_of("\xEF\xBF\xBD");
        n = 1;
    }
    memcpy(decoder->out, text.p, text.n);
    *out = (struct key){.kind = KEYS_TEXT, .text = {decoder->out, text.n}};
    return n;
}

bool decoder_next(struct decoder *decoder, bool late, struct key *out)
{
    for (struct slice rest = waiting(decoder); rest.n > 0; rest = waiting(decoder)) {
        size_t used;
        if (decoder->in_paste) return paste_ends(decoder, out);
        unsigned char byte = (unsigned char)rest.p[0];
        if (byte == '\033') {
            used = decode_escape(decoder, rest, late, out);
        } else if (byte < 0x20 || byte == 0x7F) {
            used = 1;
            *out = control_key(byte);
        } else {
            used = decode_text(decoder, rest, out);
        }
        if (used == 0) return false;
        decoder->from += used;
        if (out->kind != KEYS_NONE) return true;
    }
    return false;
}
