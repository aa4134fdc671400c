#include "proto/doc/sheet.h"

#include <stdarg.h>

#include "common/err.h"
#include "common/text.h"

void sheet_begin(struct sheet *sheet, struct arena *arena, const char *const titles[])
{
    sheet->arena = arena;
    sheet->columns = 0;
    sheet->cells = 0;
    for (; titles[sheet->columns]; sheet->columns++)
        sheet->cell[sheet->cells++] = titles[sheet->columns];
    ASSERT(sheet->columns > 0 && sheet->columns <= SHEET_COLUMNS);
}

void sheet_cell(struct sheet *sheet, const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    ASSERT(n >= 0 && (size_t)n < sizeof text);
    ASSERT(sheet->cells < sheet->columns * SHEET_ROWS);
    char *cell = arena_take(sheet->arena, (size_t)n * 2 + 1), *end = cell;
    ASSERT(cell);
    for (const char *p = text; *p; *end++ = *p++)
        if (*p == '|') *end++ = '\\';
    sheet->cell[sheet->cells++] = cell;
}

static void print_row(const struct sheet *sheet, size_t first, const int widths[], FILE *out)
{
    for (size_t column = 0; column < sheet->columns; column++) {
        const char *cell = sheet->cell[first + column];
        bool last = column + 1 == sheet->columns;
        int padding = last ? 0 : widths[column] - text_width(slice_of(cell));
        fprintf(out, "| %s%*s ", cell, padding, "");
    }
    fputs("|\n", out);
}

void sheet_print(const struct sheet *sheet, FILE *out)
{
    int widths[SHEET_COLUMNS] = {0};
    ASSERT(sheet->cells % sheet->columns == 0);
    for (size_t i = 0; i < sheet->cells; i++) {
        int width = text_width(slice_of(sheet->cell[i]));
        if (width > widths[i % sheet->columns]) widths[i % sheet->columns] = width;
    }
    print_row(sheet, 0, widths, out);
    for (size_t column = 0; column < sheet->columns; column++) {
        /* the last column is not padded, as its cells are sentences */
        int dashes = column + 1 == sheet->columns ? 3 : widths[column];
        fputs("| ", out);
        for (int i = 0; i < dashes; i++) fputc('-', out);
        fputc(' ', out);
    }
    fputs("|\n", out);
    for (size_t i = sheet->columns; i < sheet->cells; i += sheet->columns)
        print_row(sheet, i, widths, out);
    fputc('\n', out);
}
