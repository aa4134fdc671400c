/* What is done next with a ticket, by its state: mostly what a good house would do, now and then
 * too late, wrongly or twice. */
#include "server/core/authority.h"
#include "tests/year/year.h"

enum { PATIENCE = 6 }; /* refusals in a row until nobody tries any more */

static struct slice text(void)
{
    return slice_of("已派人到现场查看并处理完毕");
}

static void later(struct year *year, const struct row_ticket *row, uint64_t least_ms,
                  uint64_t most_ms)
{
    agenda_put(&year->agenda, year->now_ms + least_ms + below(year, most_ms - least_ms + 1),
               HAPPENS_TICKET, row->ticket);
}

static const struct who *taker(const struct year *year, const struct row_ticket *row)
{
    if (row->secrecy == secrecy_normal || row->secrecy == 0)
        for (int i = 0; i < YEAR_OPERATORS; i++)
            if (year->operators[i].person == row->owner) return &year->operators[i];
    return &year->desk;
}

static bool dispatched(struct year *year, const struct row_ticket *row)
{
    struct code unit = year->units[below(year, YEAR_UNITS)].code;
    return ASK(year, taker(year, row), ticket_dispatch, .ticket = row->ticket, .unit = unit,
               .note = text());
}

static bool merged(struct year *year, const struct row_ticket *row)
{
    size_t n = year->dispatched.n < YEAR_RING ? year->dispatched.n : YEAR_RING;
    struct row_ticket into;
    uint64_t other = n ? year->dispatched.tickets[below(year, n)] : 0;
    if (!other || other == row->ticket || !ticket_get(year_txn(year), other, &into) ||
        into.state == ticket_state_archived || into.state == ticket_state_rejected)
        return dispatched(year, row);
    return ASK(year, &year->desk, ticket_merge, .ticket = row->ticket, .into = other,
               .note = text());
}

static uint64_t answered_per_mille(uint64_t type)
{
    return type == ticket_type_consult ? 600 : type == ticket_type_help ? 60 : 150;
}

static bool registered_goes_on(struct year *year, const struct row_ticket *row)
{
    const struct who *who = taker(year, row);
    if (chance(year, 5)) {
        ASK(year, &year->desk, ticket_split, .ticket = row->ticket, .note = text(),
            .matter = slice_of("第二件事：垃圾没有人收"));
        later(year, row, 0, HOUR_MS);
        return true;
    }
    if (chance(year, 25))
        return ASK(year, who, ticket_refuse, .ticket = row->ticket, .reason = 1 + below(year, 10),
                   .note = text());
    if (chance(year, answered_per_mille(row->type)))
        return ASK(year, who, ticket_answer, .ticket = row->ticket, .reply = text());
    if (chance(year, 40))
        return ASK(year, who, ticket_promise, .ticket = row->ticket,
                   .at_ms = year->now_ms + 2 * HOUR_MS, .note = text());
    if (chance(year, 40))
        return ASK(year, who, ticket_refer, .ticket = row->ticket, .note = text(),
                   .leader = year->leader_number);
    return chance(year, 15) ? merged(year, row) : dispatched(year, row);
}

static bool dispatched_goes_on(struct year *year, const struct row_ticket *row)
{
    const struct unit_people *unit = people_of(year, row->unit);
    year->memories[row->ticket].prepared = false;
    if (row->redo_count == 0 && row->returns == 0 && chance(year, 40))
        return ASK(year, &unit->handler, ticket_return, .ticket = row->ticket, .note = text());
    if (chance(year, 20)) {
        struct code other = year->units[below(year, YEAR_UNITS)].code;
        ASK(year, &year->desk, ticket_cosign, .ticket = row->ticket, .unit = other, .note = text(),
            .leader = year->leader_number);
    }
    return ASK(year, row->redo_count ? &unit->head : &unit->handler, ticket_sign,
               .ticket = row->ticket);
}

static bool returning_goes_on(struct year *year, const struct row_ticket *row)
{
    switch (below(year, 4)) {
    case 0:
        return ASK(year, &year->desk, ticket_decline, .ticket = row->ticket, .note = text());
    case 1:
        return ASK(year, &year->desk, ticket_dispute, .ticket = row->ticket, .note = text());
    default:
        return ASK(year, &year->desk, ticket_agree, .ticket = row->ticket);
    }
}

static bool instructed_goes_on(struct year *year, const struct row_ticket *row)
{
    struct code unit = year->units[below(year, YEAR_UNITS)].code;
    return ASK(year, &year->desk, ticket_instruct, .ticket = row->ticket, .unit = unit,
               .note = text(), .leader = year->leader_number);
}

/* Beside the reply; some of it may be refused. */
static void beside(struct year *year, const struct row_ticket *row, const struct who *who)
{
    uint64_t ticket = row->ticket, day = year->now_ms + DAY_MS;
    if (row->type == ticket_type_complaint) {
        if (chance(year, 800)) ASK(year, who, ticket_acknowledge, .ticket = ticket);
        ASK(year, who, ticket_plan, .ticket = ticket, .reply = text());
    }
    if (chance(year, 60) && !row->overdue)
        ASK(year, who, ticket_extend, .ticket = ticket, .at_ms = row->due_ms + 2 * DAY_MS,
            .note = text());
    if (chance(year, 30)) ASK(year, who, ticket_on_site, .ticket = ticket, .note = text());
    if (chance(year, 30)) ASK(year, who, ticket_rectified, .ticket = ticket, .note = text());
    if (chance(year, 20))
        ASK(year, who, ticket_hand_over, .ticket = ticket, .note = text(),
            .to = code_of("3%02d2", (int)(people_of(year, row->unit) - year->units)), .at_ms = day);
    if (chance(year, 10))
        ASK(year, &year->desk, ticket_conference, .ticket = ticket, .at_ms = year->now_ms,
            .note = text(), .people = text());
    if (chance(year, 10))
        ASK(year, &year->desk, ticket_bring, .ticket = ticket, .leader = year->leader_number,
            .note = text());
    if (chance(year, 15))
        ASK(year, &year->desk, ticket_supervise, .ticket = ticket, .note = text(),
            .kind = supervision_urge);
    for (uint64_t level = 1; level <= 2 && chance(year, level == 1 ? 12 : 300); level++)
        ASK(year, &year->desk, ticket_supervise, .ticket = ticket, .note = text(),
            .kind = supervision_supervise, .level = level);
}

/* The desk decides on the extension, the co-units say what they think. */
static void settled(struct year *year, const struct row_ticket *row)
{
    struct row_counit counit = {.ticket = row->ticket};
    struct cursor cursor;
    if (row->ask_until_ms && chance(year, 600)) {
        ASK(year, &year->desk, ticket_grant, .ticket = row->ticket);
    } else if (row->ask_until_ms) {
        ASK(year, &year->desk, ticket_deny, .ticket = row->ticket, .note = text());
    }
    cursor_table(&cursor, year_txn(year), TABLE_counit, 1, &counit, false, false);
    while (cursor_next(&cursor, &counit)) {
        if (counit.open_unit)
            ASK(year, &people_of(year, counit.open_unit)->handler, ticket_opinion,
                .ticket = row->ticket, .reply = text());
    }
    if (row->type == ticket_type_complaint)
        ASK(year, &people_of(year, row->unit)->handler, ticket_progress, .ticket = row->ticket,
            .reply = text());
}

static bool handling_goes_on(struct year *year, const struct row_ticket *row)
{
    const struct who *who = &people_of(year, row->unit)->handler;
    struct memory *memory = &year->memories[row->ticket];
    uint64_t day = DAY_MS;
    if (!memory->prepared) {
        memory->prepared = true;
        beside(year, row, who);
        if (row->state == ticket_state_handling && !row->overdue && chance(year, 40))
            ASK(year, who, ticket_commit, .ticket = row->ticket, .at_ms = year->now_ms + 12 * day,
                .reply = text());
        /* R23: what is due in hours is not left for days. */
        uint64_t most = row->limit_kind == limit_kind_days ? 4 * day : 20 * HOUR_MS;
        if (chance(year, people_of(year, row->unit)->tardy))
            later(year, row, 6 * day, 16 * day);
        else
            later(year, row, HOUR_MS, most);
        return true;
    }
    settled(year, row);
    bool suggestion = row->type == ticket_type_suggestion;
    return ASK(year, who, ticket_reply, .ticket = row->ticket, .reply = text(), .measures = text(),
               .result = text(), .view = 1 + below(year, 3),
               .resolution = (suggestion ? resolution_adopted : resolution_solved) + below(year, 2),
               .publicity = publicity_private);
}

static bool approval_goes_on(struct year *year, const struct row_ticket *row)
{
    const struct who *who = &people_of(year, row->unit)->approver;
    if (chance(year, 60))
        return ASK(year, who, ticket_send_back, .ticket = row->ticket, .note = text());
    return ASK(year, who, ticket_pass, .ticket = row->ticket, .note = text());
}

static uint64_t grade(struct year *year, const struct row_ticket *row)
{
    const struct unit_people *unit = people_of(year, row->unit);
    if (chance(year, unit ? unit->care : 200)) return grade_very_satisfied;
    return chance(year, 850) ? grade_satisfied : chance(year, 700) ? grade_fair : grade_unsatisfied;
}

static bool follow_up_goes_on(struct year *year, const struct row_ticket *row)
{
    const struct who *who = taker(year, row);
    uint64_t dice = below(year, 1000);
    if (row->unit && dice < 20)
        return ASK(year, &year->desk, ticket_irregular, .ticket = row->ticket, .note = text());
    if (dice < 120)
        return ASK(year, who, ticket_follow_up, .ticket = row->ticket,
                   .outcome = outcome_unreachable);
    bool unsatisfied = dice < 160, false_result = dice < 168 && !unsatisfied;
    bool bad = unsatisfied || false_result;
    if (ticket_guarded(row))
        ASK(year, who, ticket_identify, .ticket = row->ticket, .way = identity_way_details);
    return ASK(year, who, ticket_follow_up, .ticket = row->ticket,
               .outcome = unsatisfied    ? outcome_unsatisfied
                          : false_result ? outcome_false_result
                                         : outcome_satisfied,
               .grade = bad                 ? grade_unsatisfied
                        : chance(year, 950) ? grade(year, row)
                                            : grade_none,
               .solved = bad ? solved_no : 1 + below(year, 2),
               .process = chance(year, 700) ? grade(year, row) : grade_none,
               .opinion = slice_of("谢谢"));
}

static bool review_goes_on(struct year *year, const struct row_ticket *row)
{
    if (chance(year, 600) || !row->reply_seq) {
        struct code unit = {{0}};
        if (!row->unit || chance(year, 100)) unit = year->units[below(year, YEAR_UNITS)].code;
        return ASK(year, &year->desk, ticket_redo, .ticket = row->ticket, .reason = text(),
                   .unit = unit);
    }
    return ASK(year, &year->desk, ticket_uphold, .ticket = row->ticket, .reason = text(),
               .leader =
                   row->outcome == outcome_false_result ? year->leader_number : (struct code){{0}});
}

/* Nearly always the end. */
static void archived_rests(struct year *year, const struct row_ticket *row)
{
    struct memory *memory = &year->memories[row->ticket];
    if (row->unit && row->duplicate_of == 0 && row->secrecy <= secrecy_normal)
        ring_put(&year->archived, row->ticket);
    if (chance(year, 20) && row->reply_seq)
        ASK(year, &year->desk, letter_issue, .ticket = row->ticket);
    if (memory->reopened || !chance(year, 15) || row->duplicate_of) return;
    memory->reopened = true;
    if (ASK(year, &year->desk, ticket_reopen, .ticket = row->ticket, .reason = text()))
        later(year, row, HOUR_MS, 2 * DAY_MS);
}

/* False: refused. *rests: when it goes on is settled, or it does not. */
static bool step(struct year *year, const struct row_ticket *row, bool *rests)
{
    *rests = false;
    switch ((enum ticket_state)row->state) {
    case ticket_state_draft:
        return ASK(year, &year->operators[0], ticket_register, .ticket = row->ticket,
                   .version = row->version);
    case ticket_state_registered:
        if (row->channel == channel_visit && !row->told_ms)
            ASK(year, &year->desk, ticket_tell, .ticket = row->ticket, .note = text(),
                .at_ms = year->now_ms + 3 * DAY_MS);
        return registered_goes_on(year, row);
    case ticket_state_callback:
        return ASK(year, taker(year, row), ticket_answer, .ticket = row->ticket, .reply = text());
    case ticket_state_dispatched:
        return dispatched_goes_on(year, row);
    case ticket_state_handling:
    case ticket_state_committed:
        *rests = !year->memories[row->ticket].prepared; /* it has said itself when to go on */
        return handling_goes_on(year, row);
    case ticket_state_approval:
        return approval_goes_on(year, row);
    case ticket_state_follow_up:
        return follow_up_goes_on(year, row);
    case ticket_state_review:
        return review_goes_on(year, row);
    case ticket_state_instructed:
        return instructed_goes_on(year, row);
    case ticket_state_returning:
        return returning_goes_on(year, row);
    case ticket_state_archived:
        archived_rests(year, row);
        break;
    case ticket_state_none:
    case ticket_state_rejected:
    case ticket_state_replied:
        break;
    }
    *rests = true;
    return true;
}

/* How long it lies before the next step. */
static uint64_t pause_ms(struct year *year, const struct row_ticket *row)
{
    const struct unit_people *unit = people_of(year, row->unit);
    bool slow = unit && chance(year, unit->tardy);
    uint64_t state = row->state;
    if (state == ticket_state_dispatched) return slow ? 3 * DAY_MS : 3 * HOUR_MS;
    if (state == ticket_state_approval) return slow ? 5 * DAY_MS : 8 * HOUR_MS;
    if (state == ticket_state_follow_up) return 2 * DAY_MS;
    if (state == ticket_state_callback) return 3 * HOUR_MS;
    return state == ticket_state_archived ? 30 * DAY_MS : 6 * HOUR_MS;
}

void ticket_goes_on(struct year *year, uint64_t ticket)
{
    struct row_ticket row;
    struct memory *memory = &year->memories[ticket];
    bool rests;
    if (!ticket_get(year_txn(year), ticket, &row)) return;
    bool done = step(year, &row, &rests);
    if (rests) return;
    memory->refused = done ? 0 : memory->refused + 1;
    if (memory->refused >= PATIENCE) return;
    uint64_t before = row.state;
    ticket_get(year_txn(year), ticket, &row);
    if (row.state == ticket_state_dispatched && before != row.state)
        ring_put(&year->dispatched, ticket);
    uint64_t most = done ? pause_ms(year, &row) : DAY_MS;
    later(year, &row, MINUTE_MS, most);
}
