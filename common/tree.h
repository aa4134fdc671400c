/* A troubleshooting tree (R50) as text, a node on each line; one that begins with # is a
 * comment:
 *
 *   1 Is the router's light green? | yes > 2 | no > 3
 *   2 Does another device get on? | yes > 4 | no > 3
 *   3 = unsolved: A technician comes.
 *   4 = solved: Switch the first device off and on again.
 *
 * A question has answers, each with the number of the node it leads to; an end says what to do and
 * whether it is solved then. The first line is the start. Ways may meet again, but never lead back,
 * and every node is on some way. */
#ifndef COMMON_TREE_H
#define COMMON_TREE_H

#include "common/limits.h"
#include "common/slice.h"

/* X(NAME, word, text): what is wrong with it. */
#define TREE_ERRORS(X)                                                                             \
    X(OK, "", "")                                                                                  \
    X(EMPTY, "empty", "there is no node")                                                          \
    X(SYNTAX, "syntax", "not a number and a question, or a number, = and an end")                  \
    X(NUMBER, "number", "a node's number is 1 to 9999")                                            \
    X(TWICE, "twice", "two nodes have this number")                                                \
    X(TOO_MANY, "too_many", "more nodes, or answers of one node, than a tree has")                 \
    X(TOO_LONG, "too_long", "the text of a node or an answer is too long")                         \
    X(NO_END, "no_end", "a node without answers that is no end either")                            \
    X(UNKNOWN, "unknown", "an answer leads to a node that is not there")                           \
    X(CIRCLE, "circle", "an answer leads back")                                                    \
    X(UNREACHABLE, "unreachable", "no way leads to this node")

enum tree_error {
#define X(name, word, text) TREE_##name,
    TREE_ERRORS(X)
#undef X
};

enum tree_kind { TREE_QUESTION, TREE_SOLVED, TREE_UNSOLVED };

struct tree_answer {
    struct slice text;
    unsigned to; /* number of a node */
};

struct tree_node {
    unsigned number, line;
    enum tree_kind kind;
    struct slice text; /* the question, or what to do */
    size_t n;
    struct tree_answer answers[LIMIT_ANSWERS];
};

/* Nodes in the order of their lines; texts are slices of what was read. */
struct tree {
    size_t n;
    struct tree_node nodes[LIMIT_NODES];
};

struct tree_fault {
    enum tree_error error;
    unsigned line; /* from 1; 0: the whole */
};

/* False: the first fault is in *fault, and *tree says nothing. */
bool tree_read(struct slice text, struct tree *tree, struct tree_fault *fault);
const char *tree_error_word(enum tree_error error);
const char *tree_error_text(enum tree_error error);

/* Follows "1>3>7" from the start; the end it comes to. NULL: no such way, or it stops before an
 * end. */
const struct tree_node *tree_walk(const struct tree *tree, struct slice path);

#endif
