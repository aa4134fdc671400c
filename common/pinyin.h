/* The first letter of a Han character's Mandarin reading. The table is generated at build time out
 * of the Unihan database (Debian package unicode-data, field kMandarin: the customary reading
 * first). It knows characters, not words: 行 is always x (xíng), also in 银行; 重 is always z
 * (zhòng), also in 重庆. For picking from a list that is good enough: words and codes also match,
 * and whoever writes a list can add an alias. */
#ifndef COMMON_PINYIN_H
#define COMMON_PINYIN_H

#include <stdint.h>

/* 'a' to 'z', or 0 for what has no Mandarin reading. */
char pinyin_initial(uint32_t rune);

#endif
