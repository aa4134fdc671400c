/* What people are shown of a text: masks and pinyin initials. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "common/pinyin.h"
#include "common/text.h"

typedef void mask_function(struct slice, char *, size_t);

static void check(mask_function *mask, const char *text, const char *expected)
{
    char out[128];
    mask(slice_of(text), out, sizeof out);
    assert_string_equal(out, expected);
}

static void phones(void **state)
{
    (void)state;
    check(text_mask_phone, "13812345678", "138****5678");
    check(text_mask_phone, "+8613812345678", "+86*******5678");
    check(text_mask_phone, "01083345678", "010****5678");
    check(text_mask_phone, "8334567890", "******7890"); /* 10 digits */
    check(text_mask_phone, "8334567", "***4567");       /* 7 */
    check(text_mask_phone, "833456", "*****6");         /* 6 */
    check(text_mask_phone, "12", "*2");
    check(text_mask_phone, "1", "*");
    check(text_mask_phone, "", "");
}

static void names(void **state)
{
    (void)state;
    check(text_mask_name, "张三丰", "张**");
    check(text_mask_name, "欧阳某某", "欧***");
    check(text_mask_name, "张三", "张*");
    check(text_mask_name, "张", "*");
    check(text_mask_name, "", "");
    check(text_mask_name, "\U00020BB7田", "\U00020BB7*");
    check(text_mask_name, "E\u0301va", "E\u0301**");
}

static void addresses(void **state)
{
    (void)state;
    check(text_mask_address, "幸福路十二号三单元", "幸福路十二号***");
    check(text_mask_address, "幸福路12号3单元", "幸福路12号***");
    check(text_mask_address, "幸福路十二号乙", "幸福路十二号***"); /* 7 */
    check(text_mask_address, "幸福路十二号", "幸福路***");         /* 6: half */
    check(text_mask_address, "东村", "东***");
    check(text_mask_address, "村", "***");
    check(text_mask_address, "", "");
}

static void short_buffers_cut_between_characters(void **state)
{
    (void)state;
    char out[5] = "????";
    text_mask_name(slice_of("张三丰"), out, 1);
    assert_string_equal(out, "");
    text_mask_name(slice_of("张三丰"), out, 3); /* 张 and a zero need 4 */
    assert_string_equal(out, "");
    text_mask_name(slice_of("张三丰"), out, 4);
    assert_string_equal(out, "张");
    text_mask_name(slice_of("张三丰"), out, 5);
    assert_string_equal(out, "张*");
    text_initials(slice_of("市政设施"), out, 4);
    assert_string_equal(out, "szs");
    text_initials(slice_of("市政设施"), out, 5);
    assert_string_equal(out, "szss");
}

static void initials(void **state)
{
    (void)state;
    static const char *const phrases[][2] = {
        {"市政设施", "szss"}, {"供水供电", "gsgd"},    {"道路维修", "dlwx"},
        {"噪音扰民", "zyrm"}, {"环境卫生", "hjws"},    {"城市管理", "csgl"},
        {"公共交通", "ggjt"}, {"物业管理", "wygl"},    {"劳动保障", "ldbz"},
        {"社会保险", "shbx"}, {"医疗卫生", "ylws"},    {"教育收费", "jysf"},
        {"食品安全", "spaq"}, {"消费维权", "xfwq"},    {"房屋拆迁", "fwcq"},
        {"违章建筑", "wzjz"}, {"垃圾清运", "ljqy"},    {"路灯故障", "ldgz"},
        {"停水停电", "tstd"}, {"燃气泄漏", "rqxl"},    {"交通违法", "jtwf"},
        {"出租汽车", "czqc"}, {"户籍办理", "hjbl"},    {"农民工工资", "nmggz"},
        {"养老服务", "ylfw"}, {"住房公积金", "zfgjj"}, {"税务咨询", "swzx"},
        {"表扬建议", "byjy"}, {"区热线办", "qrxb"},    {"县人民医院", "xrmyy"},
        {"鄂尔多斯", "eeds"}, /* readings whose first letter carries the tone: è, ěr */
        {"安置爱心", "azax"}, /* ān, ài */
        {"欧阳嗯", "oyn"},    /* ōu, ǹg */
        {"儿童", "et"},
    };
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        check(text_initials, phrases[i][0], phrases[i][1]);
}

static void initials_of_anything_else(void **state)
{
    (void)state;
    check(text_initials, "12345热线A座", "12345rxaz");
    check(text_initials, "Ｂ２栋", "b2d");
    check(text_initials, "（供水）/ 供电-1", "gsgd1");
    check(text_initials, "\xFF水\xE6\xB0", "s");
    check(text_initials, "かな\U0001F600", "");
    check(text_initials, "", "");
    check(text_initials, "\U00020000", "h"); /* hē, outside the first plane */
    check(text_initials, "银行", "yx");      /* the stated limit: characters, not words */
}

static void table_ends_are_found(void **state)
{
    (void)state;
    assert_int_equal(pinyin_initial(0x3400), 'q'); /* qiū, the first row */
    assert_int_equal(pinyin_initial(0x4E00), 'y');
    assert_int_equal(pinyin_initial(0), 0);
    assert_int_equal(pinyin_initial(UINT32_MAX), 0);
    size_t known = 0;
    for (uint32_t rune = 0x4E00; rune <= 0x9FA5; rune++) {
        char letter = pinyin_initial(rune);
        if (letter) assert_in_range(letter, 'a', 'z');
        known += letter != 0;
    }
    assert_true(known > 20000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phones),
        cmocka_unit_test(names),
        cmocka_unit_test(addresses),
        cmocka_unit_test(short_buffers_cut_between_characters),
        cmocka_unit_test(initials),
        cmocka_unit_test(initials_of_anything_else),
        cmocka_unit_test(table_ends_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
