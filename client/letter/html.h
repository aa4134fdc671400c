/* Text that comes from outside, on a page of HTML. */
#ifndef CLIENT_LETTER_HTML_H
#define CLIENT_LETTER_HTML_H

#include <stdio.h>

#include "common/slice.h"

/* Escaped. Control, format and bidi characters are left out, bytes that are no text become U+FFFD.
 */
void html_put(FILE *out, struct slice text);

#endif
