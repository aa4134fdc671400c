/* A reply letter (R55) as a page to print: HTML of its own, in UTF-8, for A4 paper, with nothing in
 * it that is fetched from elsewhere. Every word of the letter comes from outside and is escaped. */
#ifndef CLIENT_LETTER_LETTER_H
#define CLIENT_LETTER_LETTER_H

#include <stdio.h>

#include "common/err.h"
#include "proto/schema.h"

/* In the language of the program (gettext); the date in local time. The centre's own text is filled
 * in where there is one: {number} {date} {recipient} {matter} {handling} {measures} {result} {unit}
 * {line}. ERR_IO, or what errno says, when it cannot be written. */
enum err letter_print(FILE *out, const struct rec_letter *letter) MUST_CHECK;
/* The same into a new file that only its owner can read; one that is there already is not touched:
 * ERR_EXISTS. */
enum err letter_write(const char *path, const struct rec_letter *letter) MUST_CHECK;

#endif
