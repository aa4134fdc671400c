/* The matrix of rights: who may do what with which kind of ticket, as tests/golden/matrix.txt says.
 * A line is a kind, a verb or event, then one cell for each role; a cell has one letter for each
 * relation of that person to the ticket, or a dot where nothing is granted. */
#ifndef TESTS_UNIT_CORE_MATRIX_H
#define TESTS_UNIT_CORE_MATRIX_H

#include <stdio.h>
#include <stdlib.h>

#include "server/core/authority.h"

/* R(letter, name, what it is) */
#define MATRIX_RELATIONS(R)                                                                        \
    R('n', none, "nothing")                                                                        \
    R('o', own, "recorded it")                                                                     \
    R('d', own_draft, "is recording it")                                                           \
    R('u', unit, "of the responsible unit")                                                        \
    R('c', counit, "of a co-unit")                                                                 \
    R('l', leader, "it was brought before them")                                                   \
    R('i', instructed, "it waits for an instruction")                                              \
    R('x', accused, "of the unit that is accused")                                                 \
    R('b', below, "of a unit below the accused one")                                               \
    R('y', culprit, "the accused person")                                                          \
    R('z', accused_and_all, "accused, and all of the others, too")

/* S(role): beside the roles there are the console and somebody who has not signed in. */
#define MATRIX_ROLES(S)                                                                            \
    S(operator)                                                                                    \
    S(lead)                                                                                        \
    S(inspector) S(desk) S(unit) S(approver) S(head) S(leader) S(admin) S(trunk) S(console)        \
        S(nobody)

/* K(name, type, anonymity, secrecy) */
#define MATRIX_KINDS(K)                                                                            \
    K(normal, complaint, named, normal)                                                            \
    K(anonymous, complaint, anonymous, normal)                                                     \
    K(report, report, named, normal)                                                               \
    K(anonymous_report, report, anonymous, normal)                                                 \
    K(internal, complaint, named, internal)                                                        \
    K(confidential, complaint, named, confidential)                                                \
    K(confidential_report, report, named, confidential)

/* V(name, verb) */
#define MATRIX_VERBS(V)                                                                            \
    V(see, VERB_SEE)                                                                               \
    V(read, VERB_READ)                                                                             \
    V(read_origin, VERB_READ_ORIGIN)                                                               \
    V(read_masked, VERB_READ_MASKED)                                                               \
    V(read_caller, VERB_READ_CALLER)                                                               \
    V(reveal, VERB_REVEAL)                                                                         \
    V(audit, VERB_AUDIT)

enum matrix_relation {
#define R(letter, name, help) MATRIX_##name,
    MATRIX_RELATIONS(R)
#undef R
        MATRIX_RELATION_N
};
enum matrix_role {
#define S(name) MATRIX_ROLE_##name,
    MATRIX_ROLES(S)
#undef S
        MATRIX_ROLE_N
};
enum matrix_kind {
#define K(name, type, anonymity, secrecy) MATRIX_KIND_##name,
    MATRIX_KINDS(K)
#undef K
        MATRIX_KIND_N
};

static const char matrix_letters[] = {
#define R(letter, name, help) letter,
    MATRIX_RELATIONS(R)
#undef R
};
static const char *const matrix_relations[] = {
#define R(letter, name, help) help,
    MATRIX_RELATIONS(R)
#undef R
};
static const char *const matrix_roles[] = {
#define S(name) #name,
    MATRIX_ROLES(S)
#undef S
};
static const struct {
    const char *name;
    uint64_t type, anonymity, secrecy;
} matrix_kinds[] = {
#define K(name, type, anonymity, secrecy)                                                          \
    {#name, ticket_type_##type, anonymity_##anonymity, secrecy_##secrecy},
    MATRIX_KINDS(K)
#undef K
};
static const struct {
    const char *name;
    enum verb verb;
} matrix_verbs[] = {
#define V(name, verb) {#name, verb},
    MATRIX_VERBS(V)
#undef V
};

enum { MATRIX_VERB_N = sizeof matrix_verbs / sizeof *matrix_verbs, MATRIX_LINE = 64 };

static const char matrix_path[] = TEST_DIR "/golden/matrix.txt";

/* What stands in the file for one kind and verb (or event); MATRIX_ROLE_N cells. */
struct matrix_line {
    char kind[MATRIX_LINE], verb[MATRIX_LINE];
    char cells[MATRIX_ROLE_N][MATRIX_RELATION_N + 1];
};

static inline bool matrix_next(FILE *file, struct matrix_line *line)
{
    char word[MATRIX_LINE];
    for (;;) {
        if (fscanf(file, "%63s", line->kind) != 1) return false;
        if (line->kind[0] != '#') break;
        if (fscanf(file, "%*[^\n]") == EOF) return false; /* a remark */
    }
    if (fscanf(file, "%63s", line->verb) != 1) return false;
    for (int role = 0; role < MATRIX_ROLE_N; role++) {
        if (fscanf(file, "%63s", word) != 1 || strlen(word) != MATRIX_RELATION_N) return false;
        memcpy(line->cells[role], word, sizeof line->cells[role]);
    }
    return true;
}

static inline bool matrix_cell(const struct matrix_line *line, enum matrix_role role,
                               enum matrix_relation relation)
{
    return line->cells[role][relation] == matrix_letters[relation];
}

#endif
