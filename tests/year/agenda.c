#include <stdlib.h>

#include "tests/year/year.h"

static bool sooner(const struct event *a, const struct event *b)
{
    return a->at_ms != b->at_ms ? a->at_ms < b->at_ms : a->order < b->order;
}

static void swap(struct event *a, struct event *b)
{
    struct event t = *a;
    *a = *b;
    *b = t;
}

void agenda_put(struct agenda *agenda, uint64_t at_ms, enum happening kind, uint64_t id)
{
    if (agenda->n == agenda->room) {
        agenda->room = agenda->room ? agenda->room * 2 : 1024;
        agenda->events = realloc(agenda->events, agenda->room * sizeof *agenda->events);
        ASSERT(agenda->events);
    }
    size_t i = agenda->n++;
    agenda->events[i] = (struct event){at_ms, agenda->order++, kind, id};
    for (; i && sooner(&agenda->events[i], &agenda->events[(i - 1) / 2]); i = (i - 1) / 2)
        swap(&agenda->events[i], &agenda->events[(i - 1) / 2]);
}

bool agenda_take(struct agenda *agenda, struct event *event)
{
    if (agenda->n == 0) return false;
    *event = agenda->events[0];
    agenda->events[0] = agenda->events[--agenda->n];
    for (size_t i = 0;;) {
        size_t least = i, left = 2 * i + 1, right = left + 1;
        if (left < agenda->n && sooner(&agenda->events[left], &agenda->events[least])) least = left;
        if (right < agenda->n && sooner(&agenda->events[right], &agenda->events[least]))
            least = right;
        if (least == i) return true;
        swap(&agenda->events[i], &agenda->events[least]);
        i = least;
    }
}
