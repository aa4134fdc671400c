/* How alike two texts are, for finding a matter that is known already: by the pairs of characters
 * that they share, as Chinese has no spaces, and by whole words in other scripts. Pure. */
#ifndef SERVER_QUERY_LIKENESS_H
#define SERVER_QUERY_LIKENESS_H

#include "common/slice.h"

enum {
    FEATURES_MOST = 512, /* of one text; the rest of a longer one is not looked at */
    FEATURES_SLOTS = 1024,
    FEATURES_FEW = 4, /* a text of fewer can only be so much alike */
};

struct features {
    uint32_t slots[FEATURES_SLOTS]; /* hashes, by open addressing; 0: free */
    size_t n;
};

/* A Han character and its neighbour are a feature, as is each word of letters or digits, whatever
 * its case and width. Everything else parts them. */
void features_of(struct slice text, struct features *out);
/* 0 to 100: how much of the text with fewer features is in the other one, so that what is still
 * being typed is already like the whole. 0 when one has none. */
unsigned likeness(const struct features *a, const struct features *b);

#endif
