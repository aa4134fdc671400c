/* Text that flows down a rect, scrolled by rows: labels with their texts, headings, wrapped. */
#ifndef CLIENT_SEAT_FLOW_H
#define CLIENT_SEAT_FLOW_H

#include "client/screen/grid.h"

struct flow {
    struct grid *grid;
    struct rect rect;
    int skip;       /* rows scrolled away above */
    int row;        /* rows so far, those scrolled away included */
    int label_cols; /* where texts begin beside their labels */
};

struct flow flow_start(struct grid *grid, struct rect rect, int skip, int label_cols);
/* Over the whole width. */
void flow_text(struct flow *flow, enum style style, struct slice text);
/* The same, translated and formatted; at most 800 bytes. */
void flow_print(struct flow *flow, enum style style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* label is translated; nothing at all when the text is empty. */
void flow_field(struct flow *flow, const char *label, struct slice text);
void flow_gap(struct flow *flow);
/* Rows below the rect that were not drawn; 0: everything is seen. */
int flow_hidden(const struct flow *flow);
/* Mends a scroll position after drawing, and marks at the edges that there is more. */
int flow_end(struct flow *flow);

#endif
