#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "client/screen/decode.h"
#include "common/text.h"

static struct decoder *fresh(const char *bytes)
{
    struct decoder *decoder = decoder_new();
    assert_non_null(decoder);
    assert_int_equal(decoder_feed(decoder, bytes, strlen(bytes)), strlen(bytes));
    return decoder;
}

static struct key next(struct decoder *decoder)
{
    struct key key = {0};
    assert_true(decoder_next(decoder, false, &key));
    return key;
}

static void assert_nothing(struct decoder *decoder)
{
    struct key key;
    assert_false(decoder_next(decoder, false, &key));
}

static void assert_typed(struct decoder *decoder, const char *text)
{
    struct key key = next(decoder);
    assert_int_equal(key.kind, KEYS_TEXT);
    assert_true(slice_equal(key.text, slice_of(text)));
}

static void assert_named(struct decoder *decoder, enum key_name name)
{
    struct key key = next(decoder);
    assert_int_equal(key.kind, KEYS_NAMED);
    assert_int_equal(key.name, name);
}

static void text_and_control(void **state)
{
    (void)state;
    struct decoder *decoder = fresh("a热😀\r\t\x7F\b\x10\x1A");
    assert_typed(decoder, "a");
    assert_typed(decoder, "热");
    assert_typed(decoder, "😀");
    assert_named(decoder, K_ENTER);
    assert_named(decoder, K_TAB);
    assert_named(decoder, K_BACKSPACE);
    assert_named(decoder, K_BACKSPACE);
    struct key key = next(decoder);
    assert_int_equal(key.kind, KEYS_CTRL);
    assert_int_equal(key.letter, 'p');
    assert_int_equal(next(decoder).letter, 'z');
    assert_nothing(decoder);
    decoder_free(&decoder);
    assert_null(decoder);
}

static void characters_split_over_reads(void **state)
{
    (void)state;
    const char *text = "热😀";
    struct decoder *decoder = fresh("");
    for (size_t i = 0; i < strlen(text); i++) {
        struct key key;
        bool last = i == 2 || i == 6;
        decoder_feed(decoder, text + i, 1);
        assert_int_equal(decoder_next(decoder, false, &key), last);
        assert_false(decoder_waits(decoder));
    }
    decoder_free(&decoder);
}

static void bytes_that_are_no_text(void **state)
{
    (void)state;
    struct decoder *decoder = fresh("\x80"
                                    "a\xE4\xB8"
                                    "b\xC0\xAF\xF5\xED\xA0\x80z");
    static const char *const wanted[] = {"\uFFFD", "a",      "\uFFFD", "\uFFFD", "b",      "\uFFFD",
                                         "\uFFFD", "\uFFFD", "\uFFFD", "\uFFFD", "\uFFFD", "z"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) assert_typed(decoder, wanted[i]);
    assert_nothing(decoder);
    decoder_free(&decoder);
}

static void sequences(void **state)
{
    (void)state;
    struct decoder *decoder = fresh("\033OP\033[15~\033[A\033OA\033[Z\033[1;5C\033[3~\033[[B");
    static const enum key_name wanted[] = {K_F1,      K_F5,         K_UP,     K_UP,
                                           K_BACKTAB, K_WORD_RIGHT, K_DELETE, K_F2};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) assert_named(decoder, wanted[i]);
    assert_nothing(decoder);
    decoder_free(&decoder);
}

static void a_terminals_own_sequences_go_first(void **state)
{
    (void)state;
    struct decoder *decoder = fresh("\033[11~\033Q\033[A");
    decoder_learn(decoder, "\033[11~", K_F11);
    decoder_learn(decoder, "\033Q", K_F12);
    decoder_learn(decoder, "x", K_F1);
    decoder_learn(decoder, "\033[A-is-much-too-long", K_F1);
    assert_named(decoder, K_F11);
    assert_named(decoder, K_F12);
    assert_named(decoder, K_UP);
    decoder_free(&decoder);
}

static void a_sequence_has_a_limit(void **state)
{
    (void)state;
    const char *edge = "\033[11;22;33;44;5$"; /* LIMIT_SEQUENCE bytes */
    const char *past = "\033[11;22;33;44;55$";
    assert_int_equal(strlen(edge), LIMIT_SEQUENCE);
    struct decoder *decoder = fresh(edge);
    decoder_learn(decoder, edge, K_F1);
    decoder_learn(decoder, past, K_F2);
    assert_named(decoder, K_F1);
    decoder_feed(decoder, past, strlen(past));
    struct key key;
    while (decoder_next(decoder, true, &key))
        assert_false(key.kind == KEYS_NAMED && key.name == K_F2);
    decoder_free(&decoder);
}

static void esc_alone_or_the_beginning_of_more(void **state)
{
    (void)state;
    struct key key;
    struct decoder *decoder = fresh("\033");
    assert_nothing(decoder);
    assert_true(decoder_waits(decoder));
    decoder_feed(decoder, "[", 1);
    assert_nothing(decoder);
    decoder_feed(decoder, "24", 2);
    assert_nothing(decoder);
    decoder_feed(decoder, "~", 1);
    assert_named(decoder, K_F12);
    decoder_feed(decoder, "\033", 1);
    assert_true(decoder_next(decoder, true, &key));
    assert_int_equal(key.name, K_ESC);
    assert_false(decoder_waits(decoder));
    decoder_feed(decoder, "\033b\033\033[A\033热", 10);
    key = next(decoder);
    assert_int_equal(key.kind, KEYS_ALT);
    assert_int_equal(key.letter, 'b');
    assert_named(decoder, K_ESC);
    assert_named(decoder, K_UP);
    assert_named(decoder, K_ESC);
    assert_typed(decoder, "热");
    decoder_free(&decoder);
}

static void unknown_sequences_are_not_typed(void **state)
{
    (void)state;
    struct decoder *decoder = fresh("\033[1;2P\033[?62;1c\033[38~\033Oz"
                                    "a");
    assert_typed(decoder, "a");
    assert_nothing(decoder);
    decoder_free(&decoder);
}

static void a_paste_arrives_whole(void **state)
{
    (void)state;
    const char *bytes = "\033[200~一\r\n二\r三\n\033[A\033[20\033[201~b";
    struct decoder *decoder = fresh("");
    struct key key = {0};
    for (size_t i = 0; i + 1 < strlen(bytes); i++) { /* byte by byte */
        decoder_feed(decoder, bytes + i, 1);
        bool started = i >= 6;
        bool whole = decoder_next(decoder, started, &key); /* never late within a paste */
        assert_int_equal(whole, i + 2 == strlen(bytes));
        assert_false(started && decoder_waits(decoder));
    }
    assert_int_equal(key.kind, KEYS_PASTE);
    assert_false(key.cut);
    assert_true(slice_equal(key.text, slice_of("一\n二\n三\n\033[A\033[20")));
    decoder_feed(decoder, "b", 1);
    assert_typed(decoder, "b");
    decoder_free(&decoder);
}

/* Pastes n bytes; answers the key. */
static struct key paste(struct decoder *decoder, size_t n)
{
    struct key key = {0};
    char chunk[1000];
    memset(chunk, 'x', sizeof chunk);
    decoder_feed(decoder, "\033[200~", 6);
    while (n > 0) {
        size_t now = n < sizeof chunk ? n : sizeof chunk;
        assert_false(decoder_next(decoder, false, &key));
        n -= decoder_feed(decoder, chunk, now);
    }
    assert_false(decoder_next(decoder, false, &key));
    decoder_feed(decoder, "\033[201~", 6);
    assert_true(decoder_next(decoder, false, &key));
    return key;
}

static void a_paste_has_a_limit(void **state)
{
    (void)state;
    struct decoder *decoder = fresh("");
    struct key key = paste(decoder, LIMIT_PASTE);
    assert_false(key.cut);
    assert_int_equal(key.text.n, LIMIT_PASTE);
    key = paste(decoder, LIMIT_PASTE + 1);
    assert_true(key.cut);
    assert_int_equal(key.text.n, LIMIT_PASTE);
    key = paste(decoder, 0);
    assert_false(key.cut);
    assert_int_equal(key.text.n, 0);
    decoder_free(&decoder);
}

static void no_more_is_taken_than_fits(void **state)
{
    (void)state;
    char many[10000];
    struct decoder *decoder = fresh("");
    memset(many, 'x', sizeof many);
    size_t room = decoder_room(decoder);
    assert_true(room < sizeof many);
    assert_int_equal(decoder_feed(decoder, many, sizeof many), room);
    assert_int_equal(decoder_room(decoder), 0);
    assert_int_equal(decoder_feed(decoder, many, 1), 0);
    assert_typed(decoder, "x");
    assert_int_equal(decoder_feed(decoder, many, 2), 1);
    decoder_free(&decoder);
}

/* Whatever comes: every key is sound, and nothing is stuck once all is late. */
static void random_bytes(void **state)
{
    (void)state;
    static const char likely[] = "\033\033\033[[O;~AZ0159m\xE4\xB8\xAD\xF0\x9F\x98\x80\r\n\t a\x80";
    const char *wish = getenv("SEED");
    unsigned seed = wish ? (unsigned)atol(wish) : (unsigned)time(NULL);
    print_message("SEED=%u\n", seed);
    struct decoder *decoder = fresh("");
    struct key key;
    for (int i = 0; i < 300000; i++) {
        char byte = rand_r(&seed) % 4 ? likely[(size_t)rand_r(&seed) % (sizeof likely - 1)]
                                      : (char)rand_r(&seed);
        assert_int_equal(decoder_feed(decoder, &byte, 1), 1);
        bool late = rand_r(&seed) % 3 == 0;
        while (decoder_next(decoder, late, &key)) {
            assert_int_not_equal(key.kind, KEYS_NONE);
            if (key.kind == KEYS_TEXT) {
                assert_true(text_valid(key.text) && key.text.n > 0);
                assert_true((unsigned char)key.text.p[0] >= 0x20);
            }
        }
        assert_true(!late || !decoder_waits(decoder));
    }
    decoder_free(&decoder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_and_control),
        cmocka_unit_test(characters_split_over_reads),
        cmocka_unit_test(bytes_that_are_no_text),
        cmocka_unit_test(sequences),
        cmocka_unit_test(a_terminals_own_sequences_go_first),
        cmocka_unit_test(a_sequence_has_a_limit),
        cmocka_unit_test(esc_alone_or_the_beginning_of_more),
        cmocka_unit_test(unknown_sequences_are_not_typed),
        cmocka_unit_test(a_paste_arrives_whole),
        cmocka_unit_test(a_paste_has_a_limit),
        cmocka_unit_test(no_more_is_taken_than_fits),
        cmocka_unit_test(random_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
