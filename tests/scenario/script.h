/* The text of a scenario: lines of words. A word is what stands between spaces; name=value words
 * are taken apart. A value may be "in quotes", with \" \\ \n and \xNN, or repeat(text,times). */
#ifndef TESTS_SCENARIO_SCRIPT_H
#define TESTS_SCENARIO_SCRIPT_H

#include "common/arena.h"
#include "common/slice.h"

enum { SCRIPT_WORDS = 24 };

struct word_of_line {
    struct slice name;  /* of name=value; empty for a word that stands alone */
    struct slice value; /* unescaped */
};

struct line_of_script {
    unsigned number; /* as an editor counts */
    bool indented;
    size_t n;
    struct word_of_line words[SCRIPT_WORDS];
};

struct script {
    char *text; /* owned */
    struct arena arena;
    const char *path;
    unsigned number;
    char *next;
    char why[160];
};

/* False: why says what is wrong. path is kept. */
bool script_open(struct script *script, const char *path);
void script_close(struct script *script);
/* The next line that is not empty or a comment (#). False at the end, or when why is not empty. */
bool script_next(struct script *script, struct line_of_script *line);

bool word_is(const struct word_of_line *word, const char *text);

#endif
