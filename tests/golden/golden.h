/* Goldens: text kept in tests/golden/NAME.txt, compared byte by byte. UPDATE=1 in the environment
 * rewrites them. */
#ifndef TESTS_GOLDEN_GOLDEN_H
#define TESTS_GOLDEN_GOLDEN_H

#include <stdbool.h>

/* True when the text is the golden's, or was rewritten. Otherwise prints the first lines that
 * differ and where. name may hold a folder ("desk/sign-in.80x24"). A missing golden is a
 * difference. */
bool golden_check(const char *name, const char *text);

#endif
