/* A list of tickets, page by page, kept fresh by facts. */
#ifndef CLIENT_SEAT_LIST_H
#define CLIENT_SEAT_LIST_H

#include "client/seat/seat.h"

struct list;

/* NULL when out of memory. */
struct list *list_new(struct seat *seat);
void list_free(struct list **list);
/* Shows these from now on and asks for them. title: msgid. state 0 but for view state. */
void list_show(struct list *list, const char *title, enum ticket_view view,
               enum ticket_state state);
/* Shows those whose extension waits for its decision: of the handled ones, then of the promised. */
void list_show_asking(struct list *list, const char *title);
enum ticket_view list_view(const struct list *list);
/* Something changed: asks again with the next tick. */
void list_stale(struct list *list);
void list_tick(struct list *list);
bool list_key(struct list *list, const struct key *key);
/* 0: none. */
uint64_t list_selected(struct list *list);
/* The selected ticket's state; ticket_state_none: none. */
enum ticket_state list_selected_state(struct list *list);
void list_draw(struct list *list, struct grid *grid, struct rect rect, bool focused);

#endif
