/* Invariants of tickets that belong together: whoever looks from either side sees the same. */
#include <inttypes.h>

#include "server/core/check.h"

enum { CHAIN_MAX = 100000 }; /* longer than anybody merges */

static void link_stands_twice(struct check *check, const union any_row *row)
{
    const struct row_link *link = &row->link;
    struct row_link back = {.ticket = link->other, .other = link->ticket};
    struct row_ticket ticket;
    if (link->ticket == link->other || !ticket_get(check->txn, link->ticket, &ticket)) {
        check_fault(check, "a link joins ticket %" PRIu64 " with itself or with nothing",
                    link->ticket);
    }
    if (!table_get(check->txn, TABLE_link, &back) || back.kind != link->kind ||
        back.cause != link->cause || back.seq != link->seq) {
        check_fault(check, "ticket %" PRIu64 " is linked with %" PRIu64 " and not the other way",
                    link->ticket, link->other);
    }
    if ((link->kind == link_kind_repeat) < (link->cause != 0)) {
        check_fault(check, "tickets %" PRIu64 " and %" PRIu64 " have a cause and are no repeat",
                    link->ticket, link->other);
    }
}

static bool has_link(struct check *check, uint64_t ticket, uint64_t other, struct row_link *link)
{
    *link = (struct row_link){.ticket = ticket, .other = other};
    return table_get(check->txn, TABLE_link, link);
}

/* A merged ticket lies in the archive and leads, step by step, to one that was not merged. */
static void merged_ticket_rests(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    struct row_link link;
    struct row_ticket next = *ticket;
    if (ticket->duplicate_of == 0) return;
    if (ticket->state != ticket_state_archived ||
        !has_link(check, ticket->ticket, ticket->duplicate_of, &link) ||
        link.kind != link_kind_merged) {
        check_fault(check, "ticket %" PRIu64 " is merged into %" PRIu64 " and not at rest there",
                    ticket->ticket, ticket->duplicate_of);
    }
    for (int i = 0; next.duplicate_of != 0; i++) {
        if (i == CHAIN_MAX || !ticket_get(check->txn, next.duplicate_of, &next)) {
            check_fault(check, "ticket %" PRIu64 " is merged in a circle or into nothing",
                        ticket->ticket);
            return;
        }
    }
}

static void split_ticket_has_its_origin(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    struct row_link link;
    if (ticket->origin != 0 && !has_link(check, ticket->ticket, ticket->origin, &link)) {
        check_fault(check, "ticket %" PRIu64 " was split from %" PRIu64 " and is not linked to it",
                    ticket->ticket, ticket->origin);
    }
}

const struct invariant check_link_table[] = {
    {"link_stands_twice", TABLE_link, link_stands_twice},
    {"merged_ticket_rests", TABLE_ticket, merged_ticket_rests},
    {"split_ticket_has_its_origin", TABLE_ticket, split_ticket_has_its_origin},
    {NULL, TABLES, NULL},
};
