/* Values of a scenario: what a word means as a number, and whether a field or column has it.
 *   42 · talking (the vocabulary's name) · $call (kept at its first use, compared afterwards) ·
 *   @1001 (the id of the person, line, unit … with that code) · now · now+20s · * (anything but
 * none) */
#ifndef TESTS_SCENARIO_VALUES_H
#define TESTS_SCENARIO_VALUES_H

#include "server/store/store.h"

enum { VARIABLES = 64, VALUE_SAYS = 200 };

struct values {
    struct txn *txn;
    uint64_t now_ms;
    struct {
        char name[24];
        uint64_t value;
    } variables[VARIABLES];
    size_t n;
};

/* 20s, 5min, 2h, 3d, 100ms; false: none of these. */
bool duration_of(struct slice text, uint64_t *ms);
/* The id of what has this code; object by the name of a field ("person", "origin", "wait_line" …).
 * 0: there is none. */
uint64_t id_of(struct values *values, const char *field, struct slice code);
/* A number to send or to look for, without binding: false when it means none. */
bool value_of(struct values *values, const char *field, const struct vocabulary *vocabulary,
              struct slice text, uint64_t *out);
/* Whether `has` is what the text expects; binds a new $name. */
bool value_matches(struct values *values, const char *field, const struct vocabulary *vocabulary,
                   struct slice text, uint64_t has);
/* The same for a message's field; says gets what it has when it does not match. */
bool field_matches(struct values *values, const struct field *field, const void *body,
                   struct slice text, char says[VALUE_SAYS]);
const struct field *field_named(const struct message *message, struct slice name);

/* A table's row: the same by column. False when there is no such table or column. */
bool row_find(struct values *values, struct slice table, struct slice key, bool *there, void *row,
              size_t cap, int *table_id);
bool column_matches(struct values *values, int table_id, const void *row, struct slice column,
                    struct slice text, bool *known, char says[VALUE_SAYS]);

#endif
