/* What others do to the ticket that is looked at is said in a sentence; the lists and the card show
 * it a moment later. */
#include "client/office/model.h"
#include "client/screen/language.h"

/* The ticket that eyes are on. */
static uint64_t looked_at(const struct office *office)
{
    return office->view == VIEW_CARD ? card_ticket(office->card) : tab_ticket(office);
}

static bool is_silent(const struct office *office)
{
    return office->seat->notice.level == NOTICE_NONE;
}

static void moved(struct office *office, const struct fact *fact)
{
    const struct fact_ticket_moved *body = &fact->body.ticket_moved;
    /* follows by itself on a reply that was approved or given, which was said; of a hidden ticket
     * only that something happened is told */
    if (body->event == ticket_event_follow_up || !body->event) return;
    const char *event = word_text(VOCABULARY_ticket_event, body->event);
    const char *state = word_text(VOCABULARY_ticket_state, body->to);
    if (body->ticket == looked_at(office)) {
        bool disturbs = office->view == VIEW_CARD || dialogs_current(office->dialogs);
        seat_say(office->seat, disturbs ? NOTICE_WARN : NOTICE_INFO,
                 _("Ticket %llu was moved on: %s. It is now: %s."),
                 (unsigned long long)body->ticket, event, state);
        return;
    }
    bool comes = (body->to == ticket_state_dispatched && body->unit == office->seat->me.unit) ||
                 (body->to == ticket_state_approval && body->unit == office->seat->me.unit);
    if (comes && body->unit && is_silent(office))
        seat_say(office->seat, NOTICE_INFO, _("Ticket %llu has come: %s."),
                 (unsigned long long)body->ticket, state);
}

static void saved(struct office *office, const struct fact_ticket_saved *body)
{
    if (body->ticket == looked_at(office) && body->event == ticket_event_amend)
        seat_say(office->seat, NOTICE_INFO, _("Ticket %llu was amended."),
                 (unsigned long long)body->ticket);
}

static void overdue(struct office *office, const struct fact_ticket_overdue *body)
{
    if (body->ticket == looked_at(office) || is_silent(office))
        seat_say(office->seat, NOTICE_WARN, _("Ticket %llu: the deadline has passed."),
                 (unsigned long long)body->ticket);
}

/* I am on its plan, and the first to be told or the next (R43). */
static void relayed(struct office *office, const struct fact_alert_relayed *body)
{
    if (body->person != office->person || body->state != relay_state_told) return;
    office->seat->port.ring(office->seat->port.ctx);
    seat_say(office->seat, NOTICE_ALARM, _("Alert %llu: acknowledge it in the list of alerts."),
             (unsigned long long)body->alert);
    sheet_stale(office->sheet);
}

void news_fact(struct office *office, const struct fact *fact)
{
    if (fact->type == fact_type_alert_relayed) relayed(office, &fact->body.alert_relayed);
    if (!fact_ticket(fact)) return;
    /* my own steps are answered, and said, there */
    bool mine = fact->by && fact->by == office->person;
    if (!mine && fact->type == fact_type_ticket_moved) moved(office, fact);
    if (!mine && fact->type == fact_type_ticket_saved) saved(office, &fact->body.ticket_saved);
    if (fact->type == fact_type_ticket_overdue) overdue(office, &fact->body.ticket_overdue);
    card_fact(office->card, fact);
    list_stale(office->list);
    sheet_stale(office->sheet);
}
