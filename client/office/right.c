/* What a step needs beside its event or its role, as far as this side can know: what it does not
 * know the dispatcher refuses. */
#include "client/office/model.h"

static const struct rec_ticket_card *card_of(const struct office *office)
{
    return office->view == VIEW_CARD ? card_shown(office->card) : NULL;
}

bool right_any(const struct office *office)
{
    (void)office;
    return true;
}

bool right_on_card(const struct office *office)
{
    const struct rec_ticket_card *card = card_of(office);
    return card && card->state != ticket_state_draft;
}

bool right_may_extend(const struct office *office)
{
    const struct rec_ticket_card *card = card_of(office);
    return card && !card->ask_until_ms && !card->overdue;
}

bool right_is_asked_for(const struct office *office)
{
    const struct rec_ticket_card *card = card_of(office);
    return card && card->ask_until_ms;
}

bool right_is_masked(const struct office *office)
{
    const struct rec_ticket_card *card = card_of(office);
    return card && card->masked && !card_revealed(office->card);
}

bool right_can_link(const struct office *office)
{
    return right_on_card(office);
}

bool right_can_split(const struct office *office)
{
    const struct rec_ticket_card *card = card_of(office);
    if (!card) return false;
    switch ((enum ticket_state)card->state) {
    case ticket_state_registered:
    case ticket_state_dispatched:
    case ticket_state_handling:
    case ticket_state_committed:
    case ticket_state_review:
        return true;
    case ticket_state_none:
    case ticket_state_draft:
    case ticket_state_rejected:
    case ticket_state_callback:
    case ticket_state_approval:
    case ticket_state_replied:
    case ticket_state_follow_up:
    case ticket_state_archived:
    case ticket_state_instructed:
    case ticket_state_returning:
        break;
    }
    return false;
}

bool right_has_reply(const struct office *office)
{
    const struct rec_ticket_card *card = card_of(office);
    bool out =
        card && (card->state == ticket_state_replied || card->state == ticket_state_follow_up ||
                 card->state == ticket_state_review || card->state == ticket_state_archived);
    return out && card->reply.n > 0;
}

/* R75: an anonymous caller's data goes nowhere. */
bool right_can_pass_on(const struct office *office)
{
    const struct rec_ticket_card *card = card_of(office);
    return right_on_card(office) && card->anonymity != anonymity_anonymous;
}

/* ---- rows of sheets ---- */

static bool row_is(const struct office *office, enum request request, uint64_t states)
{
    const struct sheet_kind *kind = sheet_shown(office->sheet);
    if (office->view != VIEW_LIST || !kind || kind->request != request) return false;
    uint64_t state = sheet_value(office->sheet, "state");
    return state && (states >> state & 1);
}

bool right_point_given(const struct office *office)
{
    return row_is(office, request_score_list, UINT64_C(1) << score_state_given);
}

bool right_point_appealed(const struct office *office)
{
    return row_is(office, request_score_list, UINT64_C(1) << score_state_appealed);
}

bool right_point_open(const struct office *office)
{
    return right_point_given(office) || right_point_appealed(office);
}

bool right_disclosure_asked(const struct office *office)
{
    return row_is(office, request_disclosure_list, UINT64_C(1) << disclosure_state_asked);
}

bool right_disclosure_granted(const struct office *office)
{
    return row_is(office, request_disclosure_list, UINT64_C(1) << disclosure_state_granted);
}

bool right_alert_open(const struct office *office)
{
    return row_is(office, request_alert_list, UINT64_C(1) << alert_state_open);
}

bool right_alert_mine(const struct office *office)
{
    return right_alert_open(office) && sheet_value(office->sheet, "mine");
}

/* Who has a deputy. */
bool right_of_unit(const struct office *office)
{
    return office->view == VIEW_LIST && office->seat->me.unit != 0;
}
