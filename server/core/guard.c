#include "server/core/guard.h"

/* tells: the fact says something of its caller, which an anonymous one does not want said (R75). */
static bool is_hidden(struct txn *txn, uint64_t ticket, bool tells)
{
    struct row_ticket row;
    if (!ticket || !ticket_get(txn, ticket, &row)) return false;
    bool keeps = row.anonymity == anonymity_anonymous || row.type == ticket_type_report;
    return row.secrecy == secrecy_confidential || row.accused || row.culprit || (tells && keeps);
}

static bool names_hidden(struct txn *txn, const struct fact *fact, const struct message *message)
{
    /* that two tickets are of one caller */
    bool tells =
        fact->type == fact_type_ticket_linked && fact->body.ticket_linked.kind == link_kind_repeat;
    for (size_t i = 0; i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        uint64_t id;
        if (field->type != TYPE_ticket) continue;
        memcpy(&id, (const char *)&fact->body + field->offset, sizeof id);
        if (is_hidden(txn, id, tells)) return true;
    }
    return false;
}

void fact_guard(struct txn *txn, struct fact *fact)
{
    const struct message *message = fact_desc(fact->type);
    uint64_t ticket = fact_ticket(fact);
    if (!message || !ticket || !names_hidden(txn, fact, message)) return;
    bool tells_lead =
        fact->type == fact_type_ticket_warned && fact->body.ticket_warned.warning == warning_lead;
    fact->by = fact->station = 0;
    memset(&fact->body, 0, sizeof fact->body);
    for (size_t i = 0; i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        if (field->type != TYPE_ticket) continue;
        memcpy((char *)&fact->body + field->offset, &ticket, sizeof ticket);
        break; /* the others are what it has to do with */
    }
    if (tells_lead) fact->body.ticket_warned.warning = warning_lead;
}
