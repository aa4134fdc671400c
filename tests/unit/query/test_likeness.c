#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "server/query/likeness.h"

static unsigned alike(const char *a, const char *b)
{
    struct features fa, fb;
    features_of(slice_of(a), &fa);
    features_of(slice_of(b), &fb);
    unsigned there = likeness(&fa, &fb);
    assert_int_equal(there, likeness(&fb, &fa));
    assert_in_range(there, 0, 100);
    return there;
}

static void expect(const char *a, const char *b, unsigned least, unsigned most)
{
    unsigned is = alike(a, b);
    if (is < least || is > most) fail_msg("%s / %s: %u, not %u to %u", a, b, is, least, most);
}

static void the_same_is_wholly_alike(void **state)
{
    (void)state;
    expect("人民路夜间施工噪声扰民", "人民路夜间施工噪声扰民", 100, 100);
    expect("the street lamp is broken again", "the street lamp is broken again", 100, 100);
}

static void what_is_typed_so_far_is_like_the_whole(void **state)
{
    (void)state;
    expect("夜间施工噪声", "人民路十二号院外夜间施工噪声扰民，居民无法休息，多次反映没有结果。",
           100, 100);
    expect("street lamp broken now", "the street lamp near the bridge is broken now", 100, 100);
}

static void other_matters_are_not_alike(void **state)
{
    (void)state;
    expect("暖气不热", "公交三路车不按时发车", 0, 0);
    expect("street lamp", "noise at night", 0, 0);
    expect("路灯不亮已经三天", "路面塌陷已经三天", 20, 60);
}

/* A pair needs both neighbours in this order, and characters that are parted are no pair. */
static void order_and_gaps_count(void **state)
{
    (void)state;
    expect("甲乙丙丁戊", "戊丁丙乙甲", 0, 0);
    expect("甲乙丙丁戊己庚辛", "甲，乙，丙，丁，戊，己，庚，辛", 0, 0);
    expect("甲，乙，丙，丁", "丁。丙。乙。甲", 100, 100); /* each on its own */
}

static void case_and_width_do_not_count(void **state)
{
    (void)state;
    expect("Bus Line K3 Late Today", "bus line k3 late today", 100, 100);
    expect("Ｋ３路公交车晚点", "k3路公交车晚点", 100, 100);
    expect("улица темно ночью опять", "улица темно ночью опять", 100, 100);
}

static void little_is_little_alike(void **state)
{
    (void)state;
    expect("路灯", "路灯", 25, 25);
    expect("路灯不", "路灯不亮已经三天", 50, 50);
    expect("灯", "灯", 25, 25);
}

static void nothing_is_like_nothing(void **state)
{
    (void)state;
    expect("", "", 0, 0);
    expect("", "路灯不亮", 0, 0);
    expect("，。！ … ——", "，。！ … ——", 0, 0);
    expect("\xff\xfe", "\xff\xfe", 0, 0);
}

static void a_long_text_ends_somewhere(void **state)
{
    (void)state;
    char *text = malloc(12001);
    size_t n = 0;
    for (uint32_t i = 0; n + 3 <= 12000; i++) {
        uint32_t rune = 0x4e00 + i * 7919 % 20000;
        text[n++] = (char)(0xe0 | rune >> 12);
        text[n++] = (char)(0x80 | (rune >> 6 & 0x3f));
        text[n++] = (char)(0x80 | (rune & 0x3f));
    }
    text[n] = '\0';
    struct features features;
    features_of(slice_of(text), &features);
    assert_int_equal(features.n, FEATURES_MOST);
    assert_int_equal(likeness(&features, &features), 100);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_is_wholly_alike),
        cmocka_unit_test(what_is_typed_so_far_is_like_the_whole),
        cmocka_unit_test(other_matters_are_not_alike),
        cmocka_unit_test(order_and_gaps_count),
        cmocka_unit_test(case_and_width_do_not_count),
        cmocka_unit_test(little_is_little_alike),
        cmocka_unit_test(nothing_is_like_nothing),
        cmocka_unit_test(a_long_text_ends_somewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
