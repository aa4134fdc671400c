/* Invariants of what holds the rest together: sessions, timers, counters, minutes, ledgers. */
#include <inttypes.h>

#include "server/core/alert.h"
#include "server/core/check.h"
#include "server/core/queue.h"
#include "server/core/surge.h"

enum { MINUTE_MS = 60000 };

static void live_session_can_end(struct check *check, const union any_row *row)
{
    const struct row_session *session = &row->session;
    if (session->live_person == 0) return;
    if (session->live_person != session->person) {
        check_fault(check, "session %" PRIu64 " lives for somebody else", session->session);
    }
    if (!check_timer(check, session->until_ms, timer_kind_session, session->session)) {
        check_fault(check, "session %" PRIu64 " is live and no timer ends it", session->session);
    }
}

static void live_session_is_of_the_present(struct check *check, const union any_row *row)
{
    const struct row_session *session = &row->session;
    struct row_person person;
    struct row_station station;
    if (session->live_person == 0) return;
    if (!person_get(check->txn, session->person, &person) || person.retired ||
        !station_get(check->txn, session->station, &station) || !station.live) {
        check_fault(check, "session %" PRIu64 " is live for a retired person or station",
                    session->session);
    }
}

static void one_session_a_person_and_station(struct check *check, const union any_row *row)
{
    const struct row_session *session = &row->session;
    struct cursor cursor;
    struct row_session other = {0};
    if (session->live_person == 0) return;
    cursor_index(&cursor, check->txn, INDEX_session_by_person, 0, &other, false, false);
    while (cursor_next(&cursor, &other)) {
        if (other.session > session->session &&
            (other.person == session->person || other.station == session->station)) {
            check_fault(check, "sessions %" PRIu64 " and %" PRIu64 " share a person or a station",
                        session->session, other.session);
        }
    }
}

static bool timer_has_its_object(struct check *check, const struct row_timer *timer)
{
    struct row_call call;
    struct row_session session;
    struct row_ticket ticket;
    struct row_duty duty;
    struct row_calendar calendar;
    struct row_agent agent;
    struct row_mastery mastery;
    struct row_surge surge;
    struct row_burst burst;
    struct row_notice notice;
    struct row_relay relay;
    struct row_nuisance nuisance;
    struct row_contact contact;
    switch ((enum timer_kind)timer->kind) {
    case timer_kind_offer:
        return call_get(check->txn, timer->object, &call) && call.until_ms == timer->due_ms;
    case timer_kind_session:
        return session_get(check->txn, timer->object, &session) && session.live_person != 0 &&
               session.until_ms == timer->due_ms;
    case timer_kind_overdue:
        return ticket_get(check->txn, timer->object, &ticket) && ticket.open_state != 0 &&
               !ticket.overdue && ticket.due_ms == timer->due_ms;
    case timer_kind_half:
        return ticket_get(check->txn, timer->object, &ticket) && ticket.open_state != 0 &&
               ticket.warning < warning_half && ticket.half_ms == timer->due_ms;
    case timer_kind_most:
        return ticket_get(check->txn, timer->object, &ticket) && ticket.open_state != 0 &&
               ticket.warning < warning_most && ticket.most_ms == timer->due_ms;
    case timer_kind_callback:
        return ticket_get(check->txn, timer->object, &ticket) &&
               ticket.state == ticket_state_callback && ticket.overdue && !ticket.called_ms &&
               ticket.warning < warning_lead && ticket.lead_ms == timer->due_ms;
    case timer_kind_duty:
        return duty_get(check->txn, timer->object, &duty) && duty.state == duty_state_open &&
               duty.due_ms == timer->due_ms;
    case timer_kind_retention:
        return ticket_get(check->txn, timer->object, &ticket) && ticket.erase_ms == timer->due_ms;
    case timer_kind_calendar:
        return calendar_get(check->txn, 1, &calendar) && calendar.next_ticket == timer->object &&
               calendar.next_ms == timer->due_ms;
    case timer_kind_wait:
        return call_get(check->txn, timer->object, &call) && call.next_ms == timer->due_ms;
    case timer_kind_hold:
    case timer_kind_wrap:
    case timer_kind_break:
    case timer_kind_offline:
        return agent_get(check->txn, timer->object, &agent) && agent.limit_ms == timer->due_ms;
    case timer_kind_relay:
        return relay_open(check->txn, timer->object >> 8, timer->object & 255, &relay) &&
               relay.until_ms == timer->due_ms;
    case timer_kind_block:
        return nuisance_get(check->txn, timer->object, &nuisance) &&
               nuisance.until_ms == timer->due_ms;
    case timer_kind_borrow:
        mastery = (struct row_mastery){.person = borrow_person(timer->object),
                                       .skill = borrow_skill(timer->object)};
        return table_get(check->txn, TABLE_mastery, &mastery) && mastery.borrowed &&
               mastery.until_ms == timer->due_ms;
    case timer_kind_contact:
        return contact_get(check->txn, timer->object, &contact) &&
               contact.until_ms == timer->due_ms;
    case timer_kind_surge:
        return surge_get(check->txn, timer->object, &surge) &&
               surge_due_ms(&surge) == timer->due_ms;
    case timer_kind_burst:
        return burst_get(check->txn, timer->object, &burst) && burst.live &&
               burst.quiet_ms == timer->due_ms;
    case timer_kind_notice:
        return notice_get(check->txn, timer->object, &notice) && notice.live &&
               notice.until_ms == timer->due_ms;
    case timer_kind_none:
        break;
    }
    return false;
}

static void timer_points_at_something(struct check *check, const union any_row *row)
{
    const struct row_timer *timer = &row->timer;
    if (!timer_has_its_object(check, timer)) {
        check_fault(check, "the timer %s of object %" PRIu64 " due at %" PRIu64 " ends nothing",
                    word_name(VOCABULARY_timer_kind, timer->kind), timer->object, timer->due_ms);
    }
}

static void trail_points_at_facts(struct check *check, const union any_row *row)
{
    const struct row_trail *trail = &row->trail;
    struct row_call call;
    struct row_ticket ticket;
    bool there = trail->object == object_call     ? call_get(check->txn, trail->id, &call)
                 : trail->object == object_ticket ? ticket_get(check->txn, trail->id, &ticket)
                                                  : false;
    if (!there || trail->seq == 0 || trail->seq > journal_head(check->txn)) {
        check_fault(check, "the ledger of %s %" PRIu64 " names fact %" PRIu64 " for nothing",
                    word_name(VOCABULARY_object, trail->object), trail->id, trail->seq);
    }
}

static void minute_begins_a_minute(struct check *check, const union any_row *row)
{
    const struct row_minute *minute = &row->minute;
    if (minute->start_ms % MINUTE_MS != 0 || minute->in_target > minute->answered) {
        check_fault(check, "minute %" PRIu64 " is no minute, or in time more often than answered",
                    minute->start_ms);
    }
}

/* Whoever works for a unit has one. */
static void unit_people_have_a_unit(struct check *check, const union any_row *row)
{
    const struct row_person *person = &row->person;
    uint64_t of_unit = ROLE_BIT(role_unit) | ROLE_BIT(role_approver) | ROLE_BIT(role_head);
    if (!person->retired && (person->roles & of_unit) && person->unit == 0) {
        check_fault(check, "person %" PRIu64 " works for a unit and has none", person->person);
    }
}

static void counters_are_ahead(struct check *check, const union any_row *row)
{
    (void)row;
    for (uint64_t object = 1; object < CHECK_OBJECTS; object++) {
        struct row_counter counter;
        uint64_t last = counter_get(check->txn, object, &counter) ? counter.last : 0;
        if (last < check->max_id[object]) {
            check_fault(check, "the counter of %s stands at %" PRIu64 " and %" PRIu64 " exists",
                        word_name(VOCABULARY_object, object), last, check->max_id[object]);
        }
    }
}

const struct invariant check_house_table[] = {
    {"live_session_can_end", TABLE_session, live_session_can_end},
    {"live_session_is_of_the_present", TABLE_session, live_session_is_of_the_present},
    {"one_session_a_person_and_station", TABLE_session, one_session_a_person_and_station},
    {"timer_points_at_something", TABLE_timer, timer_points_at_something},
    {"trail_points_at_facts", TABLE_trail, trail_points_at_facts},
    {"minute_begins_a_minute", TABLE_minute, minute_begins_a_minute},
    {"unit_people_have_a_unit", TABLE_person, unit_people_have_a_unit},
    {"counters_are_ahead", TABLES, counters_are_ahead},
    {NULL, TABLES, NULL},
};
