/* Letters are whole pages, whatever their words say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include <libintl.h>
#include <locale.h>

#include "client/letter/letter.h"

static const uint64_t AT_MS = UINT64_C(1795320000000); /* 22 November 2026 in Shanghai */

static struct rec_letter plain_letter(void)
{
    return (struct rec_letter){
        .letter = 2026000001,
        .ticket = 118,
        .at_ms = AT_MS,
        .recipient = slice_of("张三丰"),
        .subject = slice_of("路灯故障"),
        .matter = slice_of("人民路路灯不亮。\n晚上出行不便。"),
        .handling = slice_of("接单当日派人到现场核实。"),
        .measures = slice_of("更换受损电缆二十米。"),
        .result = slice_of("三盏路灯恢复照明。"),
        .unit = slice_of("市政设施处"),
        .line = slice_of("12345 市民热线"),
    };
}

#define HOSTILE                                                                                    \
    "<script>alert(1)</script>\" onload='x' &amp; </p></style> \xE2\x80\xAE"                       \
    "evil\xE2\x80\xAC {number} \x01\x1b[31m \xff end"

static struct rec_letter hostile_letter(void)
{
    const struct slice words = slice_of(HOSTILE);
    struct rec_letter letter = plain_letter();
    letter.recipient = letter.matter = letter.handling = letter.measures = words;
    letter.result = letter.unit = letter.line = letter.subject = words;
    return letter;
}

/* Zero-terminated; the caller frees it. */
static char *page_of(const struct rec_letter *letter)
{
    char *page = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&page, &n);
    assert_non_null(out);
    assert_int_equal(letter_print(out, letter), ERR_OK);
    fclose(out);
    assert_int_equal(strlen(page), n); /* no zero byte within */
    return page;
}

static size_t count(const char *page, const char *what)
{
    size_t n = 0;
    for (const char *at = page; (at = strstr(at, what)); at += strlen(what)) n++;
    return n;
}

/* ---- a strict small reader: elements close in order, text holds no bare sign ---- */

static const char *const allowed[] = {"html", "head", "meta", "title", "style", "body",
                                      "h1",   "h2",   "p",    "br",    "div"};

static bool is_void(const char *name)
{
    return strcmp(name, "meta") == 0 || strcmp(name, "br") == 0;
}

static bool is_allowed(const char *name)
{
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        if (strcmp(name, allowed[i]) == 0) return true;
    return false;
}

static const char *read_entity(const char *at)
{
    static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (strncmp(at, entities[i], strlen(entities[i])) == 0) return at + strlen(entities[i]);
    return NULL;
}

/* False: the page is not well made. */
static bool page_is_whole(const char *page)
{
    char open[16][16];
    size_t depth = 0;
    static const char doctype[] = "<!DOCTYPE html>\n";
    if (strncmp(page, doctype, sizeof doctype - 1) != 0) return false;
    for (const char *at = page + sizeof doctype - 1; *at;) {
        if (*at == '&') {
            if (!(at = read_entity(at))) return false;
            continue;
        }
        if (*at == '>' || *at == '"' || *at == '\'') return false;
        if (*at != '<') {
            at++;
            continue;
        }
        bool closes = at[1] == '/';
        char name[16] = "";
        if (sscanf(at + 1 + closes, "%15[a-z0-9]", name) != 1 || !is_allowed(name)) return false;
        if (!(at = strchr(at, '>'))) return false;
        at++;
        if (closes && (depth == 0 || strcmp(open[--depth], name) != 0)) return false;
        if (closes || is_void(name)) continue;
        if (depth == 16) return false;
        snprintf(open[depth++], sizeof *open, "%s", name);
    }
    return depth == 0;
}

static void the_reader_sees_what_is_wrong(void **state)
{
    (void)state;
    assert_true(page_is_whole("<!DOCTYPE html>\n<p>a &lt; b<br></p>"));
    assert_false(page_is_whole("<!DOCTYPE html>\n<p>a</div>"));
    assert_false(page_is_whole("<!DOCTYPE html>\n<p>a"));
    assert_false(page_is_whole("<!DOCTYPE html>\n<p>a & b</p>"));
    assert_false(page_is_whole("<!DOCTYPE html>\n<p>a \" b</p>"));
    assert_false(page_is_whole("<!DOCTYPE html>\n<script></script>"));
    assert_false(page_is_whole("<p></p>"));
}

static void golden(const char *name, const struct rec_letter *letter)
{
    char path[512];
    char *page = page_of(letter);
    snprintf(path, sizeof path, TEST_DIR "/golden/letter/%s.html", name);
    if (getenv("UPDATE")) {
        FILE *out = fopen(path, "w");
        assert_non_null(out);
        fputs(page, out);
        fclose(out);
    }
    FILE *in = fopen(path, "r");
    if (!in) fail_msg("%s is missing", path);
    char *kept = calloc(1, 64 * 1024);
    size_t n = fread(kept, 1, 64 * 1024 - 1, in);
    fclose(in);
    assert_true(n > 0);
    assert_string_equal(page, kept);
    free(kept);
    free(page);
}

static void a_letter_is_a_page_to_print(void **state)
{
    (void)state;
    const struct rec_letter letter = plain_letter();
    golden("plain", &letter);
    char *page = page_of(&letter);
    assert_true(page_is_whole(page));
    assert_non_null(strstr(page, "@page { size: A4"));
    assert_non_null(strstr(page, "22 November 2026"));
    assert_non_null(strstr(page, "2026000001"));
    assert_non_null(strstr(page, "人民路路灯不亮。<br>"));
    assert_null(strstr(page, "http")); /* nothing is fetched */
    free(page);
}

static void hostile_words_stay_words(void **state)
{
    (void)state;
    const struct rec_letter letter = hostile_letter();
    golden("hostile", &letter);
    char *page = page_of(&letter);
    assert_true(page_is_whole(page));
    assert_int_equal(count(page, "<script"), 0);
    assert_int_equal(count(page, "onload='"), 0);
    assert_int_equal(count(page, "\xE2\x80\xAE"), 0);
    assert_int_equal(count(page, "\x1b"), 0);
    assert_int_equal(count(page, "&amp;amp;"), 8);
    assert_int_equal(count(page, "\xEF\xBF\xBD"), 8);
    assert_int_equal(count(page, "{number}"), 8); /* no word is taken for a place to fill */
    free(page);
}

static void an_anonymous_caller_has_no_name(void **state)
{
    (void)state;
    struct rec_letter letter = plain_letter();
    letter.anonymous = 1;
    golden("anonymous", &letter);
    char *page = page_of(&letter);
    assert_null(strstr(page, "张三丰"));
    assert_non_null(strstr(page, "Anonymous caller"));
    free(page);
    letter.anonymous = 0;
    letter.recipient = slice_of("");
    page = page_of(&letter);
    assert_non_null(strstr(page, "The caller"));
    free(page);
}

static void the_centre_has_its_own_text(void **state)
{
    (void)state;
    struct rec_letter letter = hostile_letter();
    letter.template = slice_of("<b>{line}</b>\n{number} {date}\n{recipient} {unknown} {");
    golden("template", &letter);
    char *page = page_of(&letter);
    assert_true(page_is_whole(page));
    assert_non_null(strstr(page, "&lt;b&gt;"));
    assert_non_null(strstr(page, "2026000001 22 November 2026<br>"));
    assert_non_null(strstr(page, "{unknown} {\n</div>"));
    assert_int_equal(count(page, "2026000001"), 2); /* the title's and the text's */
    free(page);
}

static void direct_answers_have_one_part(void **state)
{
    (void)state;
    struct rec_letter letter = plain_letter();
    letter.measures = letter.result = letter.unit = slice_of("");
    char *page = page_of(&letter);
    assert_true(page_is_whole(page));
    assert_null(strstr(page, "Measures"));
    assert_null(strstr(page, "Result"));
    assert_int_equal(count(page, "12345 市民热线"), 2); /* the line signs */
    free(page);
}

static void files_are_new_and_private(void **state)
{
    (void)state;
    char path[] = "/tmp/rexian-letter-XXXXXX", file[64];
    const struct rec_letter letter = plain_letter();
    assert_non_null(mkdtemp(path));
    snprintf(file, sizeof file, "%s/a.html", path);
    assert_int_equal(letter_write(file, &letter), ERR_OK);
    assert_int_equal(letter_write(file, &letter), ERR_EXISTS);
    unlink(file);
    snprintf(file, sizeof file, "%s/none/a.html", path);
    assert_int_equal(letter_write(file, &letter), ERR_NOTFOUND);
    rmdir(path);
    FILE *full = fopen("/dev/full", "w");
    assert_non_null(full);
    assert_int_equal(letter_print(full, &letter), ERR_NOSPACE);
    fclose(full);
}

/* The last one: the language stays. */
static void a_letter_in_chinese(void **state)
{
    (void)state;
    char folder[] = "/tmp/rexian-letter-XXXXXX", command[1024];
    assert_non_null(mkdtemp(folder));
    snprintf(command, sizeof command,
             "mkdir -p %s/zh_CN/LC_MESSAGES && msgfmt -o %s/zh_CN/LC_MESSAGES/rexian.mo "
             "'" TEST_DIR "/../po/zh_CN.po'",
             folder, folder);
    assert_int_equal(system(command), 0);
    assert_non_null(setlocale(LC_ALL, "C.UTF-8"));
    setenv("LANGUAGE", "zh_CN", 1);
    bindtextdomain("rexian", folder);
    textdomain("rexian");
    struct rec_letter letter = plain_letter();
    golden("plain.zh_CN", &letter);
    letter.anonymous = 1;
    char *page = page_of(&letter);
    assert_non_null(strstr(page, "<html lang=\"zh-CN\">"));
    assert_non_null(strstr(page, "2026年11月22日"));
    assert_null(strstr(page, "Anonymous"));
    free(page);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    setenv("TZ", "CST-8", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_reader_sees_what_is_wrong),
        cmocka_unit_test(a_letter_is_a_page_to_print),
        cmocka_unit_test(hostile_words_stay_words),
        cmocka_unit_test(an_anonymous_caller_has_no_name),
        cmocka_unit_test(the_centre_has_its_own_text),
        cmocka_unit_test(direct_answers_have_one_part),
        cmocka_unit_test(files_are_new_and_private),
        cmocka_unit_test(a_letter_in_chinese),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
