#include "common/pinyin.h"

#include <stddef.h>

#include "pinyin_table.h" /* pinyin_table[]: code point * 256 + letter, ascending */

char pinyin_initial(uint32_t rune)
{
    size_t low = 0, high = sizeof pinyin_table / sizeof *pinyin_table;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t found = pinyin_table[middle] >> 8;
        if (found == rune) return (char)(pinyin_table[middle] & 0xFF);
        if (found < rune)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}
