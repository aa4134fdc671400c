/* A caller comes: by phone through the queue, or by a text that somebody types in. */
#include <stdio.h>

#include "tests/year/year.h"

enum { CALLERS = 20000, PHONE = 16 };

void ring_put(struct ring *ring, uint64_t ticket)
{
    ring->tickets[ring->n++ % YEAR_RING] = ticket;
}

static const struct who *operator_of(const struct year *year, uint64_t person)
{
    for (int i = 0; i < YEAR_OPERATORS; i++)
        if (year->operators[i].person == person) return &year->operators[i];
    return NULL;
}

/* By phone: the call, as far as an operator talks on it. */
static const struct who *call_taken(struct year *year, struct slice phone, uint64_t *id)
{
    struct row_call call;
    if (!ASK(year, &year->trunk, call_arrive, .line = year->lines[below(year, YEAR_LINES)],
             .from = phone))
        return NULL;
    *id = year->out.answer.done.id;
    call_get(year_txn(year), *id, &call);
    const struct who *who = operator_of(year, call.agent);
    if (who && chance(year, 970) && ASK(year, who, call_answer, .call = *id)) return who;
    ASK(year, &year->trunk, call_hang_up, .call = *id); /* nobody there, or too impatient */
    if (who) make_ready(year, who);
    return NULL;
}

static void call_over(struct year *year, const struct who *who, uint64_t call)
{
    if (!ASK(year, &year->trunk, call_hang_up, .call = call)) return;
    if (chance(year, 500)) {
        ASK(year, &year->trunk, call_rate, .call = call, .attitude = 1 + below(year, 4),
            .accuracy = 1 + below(year, 3), .efficiency = 1 + below(year, 2));
    }
    make_ready(year, who);
}

static uint64_t some_type(struct year *year)
{
    static const uint64_t parts[] = {
        [ticket_type_consult] = 300, [ticket_type_help] = 300,      [ticket_type_complaint] = 180,
        [ticket_type_report] = 60,   [ticket_type_suggestion] = 60, [ticket_type_praise] = 40,
        [ticket_type_other] = 60};
    uint64_t dice = below(year, 1000), type = 1;
    while (type < ticket_type_other && dice >= parts[type]) dice -= parts[type++];
    return type;
}

/* The caller of an earlier ticket, now and then; then *earlier is that ticket. */
static uint32_t some_caller(struct year *year, uint64_t *earlier)
{
    size_t n = year->archived.n < YEAR_RING ? year->archived.n : YEAR_RING;
    *earlier = n && chance(year, 40) ? year->archived.tickets[below(year, n)] : 0;
    return *earlier ? year->memories[*earlier].caller : (uint32_t)below(year, CALLERS);
}

static bool record(struct year *year, const struct who *who, uint64_t call, struct slice phone)
{
    uint64_t type = some_type(year);
    bool guarded = chance(year, 15), report = type == ticket_type_report;
    bool accuses = report && chance(year, 500);
    const struct req_ticket_save save = {
        .type = type,
        .subject = year->subjects[below(year, YEAR_SUBJECTS)],
        .name = slice_of("来电人"),
        .phone = phone,
        .workplace = slice_of("某厂"),
        .address = slice_of("某路某号"),
        .matter = slice_of("路灯不亮，晚上走路不安全，请尽快派人来修。"),
        .anonymity = report && chance(year, 200) ? anonymity_anonymous : anonymity_named,
        .secrecy = !guarded            ? secrecy_normal
                   : chance(year, 500) ? secrecy_confidential
                                       : secrecy_internal,
        .nature = 1 + below(year, 3),
        .urgency = chance(year, 20) ? urgency_level_urgent : urgency_level_normal,
        .accused = accuses ? year->units[below(year, YEAR_UNITS)].code : (struct code){{0}},
        .call = call,
        .channel = call ? 0 : channel_web + below(year, 4),
        .line = call ? (struct code){{0}} : year->lines[below(year, YEAR_LINES)],
    };
    return year_ask(year, who, request_ticket_save, &save);
}

static void repeats(struct year *year, const struct who *who, uint64_t ticket, uint64_t earlier)
{
    static const enum repeat_cause causes[] = {repeat_cause_badly_handled,
                                               repeat_cause_badly_handled,
                                               repeat_cause_policy_applied, repeat_cause_other};
    ASK(year, who, ticket_link, .ticket = ticket, .other = earlier, .kind = link_kind_repeat,
        .cause = causes[below(year, 4)], .note = slice_of("同一人同一事"));
}

void caller_arrives(struct year *year)
{
    char phone[PHONE];
    uint64_t call = 0, earlier;
    uint32_t caller = some_caller(year, &earlier);
    const struct who *who = NULL;
    snprintf(phone, sizeof phone, "139%08u", caller);
    if (chance(year, 400)) {
        who = call_taken(year, slice_of(phone), &call);
        if (!who) { /* gone, and comes again */
            agenda_put(&year->agenda, year->now_ms + 20 * MINUTE_MS, HAPPENS_ARRIVAL, 0);
            return;
        }
    } else {
        who = &year->operators[below(year, YEAR_OPERATORS)];
    }
    if (record(year, who, call, slice_of(phone))) {
        uint64_t ticket = year->out.answer.done.id;
        year->memories[ticket].caller = caller;
        if (!ASK(year, who, ticket_register, .ticket = ticket,
                 .version = year->out.answer.done.version))
            year->memories[ticket].refused++;
        if (earlier) repeats(year, who, ticket, earlier);
    }
    if (call) call_over(year, who, call);
}
