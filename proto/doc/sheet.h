/* A table of a Markdown page, padded so that the source reads as well as the page. */
#ifndef PROTO_DOC_SHEET_H
#define PROTO_DOC_SHEET_H

#include <stdio.h>

#include "common/arena.h"

enum { SHEET_COLUMNS = 8, SHEET_ROWS = 256 };

struct sheet {
    struct arena *arena; /* holds the cells */
    size_t columns, cells;
    const char *cell[SHEET_COLUMNS * SHEET_ROWS]; /* row by row; the first is the head */
};

/* Columns are as many as there are titles before the NULL. */
void sheet_begin(struct sheet *sheet, struct arena *arena, const char *const titles[]);
void sheet_cell(struct sheet *sheet, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A bar inside a cell would end it: it is written as \|. */
void sheet_print(const struct sheet *sheet, FILE *out);

#endif
