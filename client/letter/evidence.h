/* Evidence about a number that harasses (R45) as a page to print, for the police: each marked call
 * with the hash that the journal's chain has of it. HTML of its own, as the reply letter. */
#ifndef CLIENT_LETTER_EVIDENCE_H
#define CLIENT_LETTER_EVIDENCE_H

#include <stdio.h>

#include "common/err.h"
#include "proto/schema.h"

/* The page has all rows. In the language of the program (gettext); times in local time. ERR_IO, or
 * what errno says, when it cannot be written. */
enum err evidence_print(FILE *out, uint64_t evidence,
                        const struct rec_evidence_page *page) MUST_CHECK;

#endif
