#include "common/tree.h"

#include <string.h>

#include "common/err.h"

static const struct {
    const char *word, *text;
} errors[] = {
#define X(name, word, text) {word, text},
    TREE_ERRORS(X)
#undef X
};

const char *tree_error_word(enum tree_error error)
{
    return errors[error].word;
}

const char *tree_error_text(enum tree_error error)
{
    return errors[error].text;
}

struct reader {
    struct tree *tree;
    struct tree_fault *fault;
    unsigned line; /* being read */
};

static bool fail(struct reader *reader, enum tree_error error, unsigned line)
{
    *reader->fault = (struct tree_fault){error, line};
    return false;
}

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static struct slice cut(struct slice text, size_t n)
{
    return slice_bytes(text.p + n, text.n - n);
}

static struct slice trim(struct slice text)
{
    while (text.n && blank(text.p[0])) text = cut(text, 1);
    while (text.n && blank(text.p[text.n - 1])) text.n--;
    return text;
}

static size_t find(struct slice text, char c)
{
    const char *at = text.n ? memchr(text.p, c, text.n) : NULL;
    return at ? (size_t)(at - text.p) : text.n;
}

/* Takes what stands before the next `c` off the text, and the `c`. */
static struct slice part_take(struct slice *text, char c)
{
    size_t n = find(*text, c);
    struct slice part = slice_bytes(text->p, n);
    *text = cut(*text, n < text->n ? n + 1 : n);
    return trim(part);
}

/* Takes a number off; 0: there is none from 1 to LIMIT_NODE. */
static unsigned number_take(struct slice *text)
{
    unsigned number = 0;
    size_t n = 0;
    for (; n < text->n && text->p[n] >= '0' && text->p[n] <= '9'; n++)
        if (number <= LIMIT_NODE) number = number * 10 + (unsigned)(text->p[n] - '0');
    *text = trim(cut(*text, n));
    return number <= LIMIT_NODE ? number : 0;
}

static struct tree_node *node_find(const struct tree *tree, unsigned number)
{
    for (size_t i = 0; i < tree->n; i++)
        if (tree->nodes[i].number == number) return (struct tree_node *)&tree->nodes[i];
    return NULL;
}

/* "yes > 2"; the last > counts, so that an answer may have one in it. */
static bool answer_read(struct reader *reader, struct slice text, struct tree_node *node)
{
    const char *arrow = text.n ? memrchr(text.p, '>', text.n) : NULL;
    if (!arrow) return fail(reader, TREE_SYNTAX, reader->line);
    if (node->n == LIMIT_ANSWERS) return fail(reader, TREE_TOO_MANY, reader->line);
    struct tree_answer *answer = &node->answers[node->n++];
    size_t n = (size_t)(arrow - text.p);
    struct slice to = trim(cut(text, n + 1));
    answer->text = trim(slice_bytes(text.p, n));
    if (answer->text.n == 0 || to.n == 0) return fail(reader, TREE_SYNTAX, reader->line);
    if (answer->text.n > LIMIT_NAME) return fail(reader, TREE_TOO_LONG, reader->line);
    answer->to = number_take(&to);
    return (answer->to && to.n == 0) || fail(reader, TREE_NUMBER, reader->line);
}

static bool question_read(struct reader *reader, struct slice text, struct tree_node *node)
{
    node->kind = TREE_QUESTION;
    node->text = part_take(&text, '|');
    if (node->text.n == 0) return fail(reader, TREE_SYNTAX, reader->line);
    if (text.n == 0) return fail(reader, TREE_NO_END, reader->line);
    while (text.n)
        if (!answer_read(reader, part_take(&text, '|'), node)) return false;
    return true;
}

/* "= solved: what to do" */
static bool end_read(struct reader *reader, struct slice text, struct tree_node *node)
{
    if (find(text, ':') == text.n) return fail(reader, TREE_SYNTAX, reader->line);
    struct slice word = part_take(&text, ':');
    bool solved = slice_equal(word, slice_of("solved"));
    node->kind = solved ? TREE_SOLVED : TREE_UNSOLVED;
    node->text = trim(text);
    return (node->text.n && (solved || slice_equal(word, slice_of("unsolved")))) ||
           fail(reader, TREE_SYNTAX, reader->line);
}

static bool node_read(struct reader *reader, struct slice line)
{
    struct tree *tree = reader->tree;
    if (line.p[0] < '0' || line.p[0] > '9') return fail(reader, TREE_SYNTAX, reader->line);
    struct tree_node node = {.number = number_take(&line), .line = reader->line};
    if (node.number == 0) return fail(reader, TREE_NUMBER, reader->line);
    if (node_find(tree, node.number)) return fail(reader, TREE_TWICE, reader->line);
    if (tree->n == LIMIT_NODES) return fail(reader, TREE_TOO_MANY, reader->line);
    bool end = line.n && line.p[0] == '=';
    if (!(end ? end_read(reader, cut(line, 1), &node) : question_read(reader, line, &node)))
        return false;
    if (node.text.n > LIMIT_NOTE) return fail(reader, TREE_TOO_LONG, reader->line);
    tree->nodes[tree->n++] = node;
    return true;
}

/* Depth first from one node: `on` are the nodes between the start and here, `seen` all that were
 * reached. Ends, because no way is longer than there are nodes. */
static bool ways_follow(struct reader *reader, size_t at, bool *on, bool *seen)
{
    const struct tree *tree = reader->tree;
    const struct tree_node *node = &tree->nodes[at];
    on[at] = seen[at] = true;
    for (size_t i = 0; i < node->n; i++) {
        const struct tree_node *next = node_find(tree, node->answers[i].to);
        if (!next) return fail(reader, TREE_UNKNOWN, node->line);
        size_t to = (size_t)(next - tree->nodes);
        if (on[to]) return fail(reader, TREE_CIRCLE, node->line);
        if (!seen[to] && !ways_follow(reader, to, on, seen)) return false;
    }
    on[at] = false;
    return true;
}

static bool ways_lead_on(struct reader *reader)
{
    const struct tree *tree = reader->tree;
    bool on[LIMIT_NODES] = {false}, seen[LIMIT_NODES] = {false};
    if (tree->n == 0) return fail(reader, TREE_EMPTY, 0);
    if (!ways_follow(reader, 0, on, seen)) return false;
    for (size_t i = 0; i < tree->n; i++)
        if (!seen[i]) return fail(reader, TREE_UNREACHABLE, tree->nodes[i].line);
    return true;
}

bool tree_read(struct slice text, struct tree *tree, struct tree_fault *fault)
{
    struct reader reader = {tree, fault, 0};
    tree->n = 0;
    *fault = (struct tree_fault){TREE_OK, 0};
    while (text.n) {
        reader.line++;
        struct slice line = part_take(&text, '\n');
        if (line.n && line.p[0] != '#' && !node_read(&reader, line)) return false;
    }
    return ways_lead_on(&reader);
}

static bool leads(const struct tree_node *node, unsigned to)
{
    for (size_t i = 0; i < node->n; i++)
        if (node->answers[i].to == to) return true;
    return false;
}

const struct tree_node *tree_walk(const struct tree *tree, struct slice path)
{
    const struct tree_node *node = NULL;
    ASSERT(tree->n > 0);
    if (path.n == 0 || path.p[path.n - 1] == '>') return NULL;
    do {
        struct slice word = part_take(&path, '>');
        if (word.n == 0) return NULL;
        unsigned number = number_take(&word);
        bool starts = !node && number == tree->nodes[0].number;
        if (word.n || !(starts || (node && leads(node, number)))) return NULL;
        node = node_find(tree, number);
    } while (path.n);
    return node->kind == TREE_QUESTION ? NULL : node;
}
