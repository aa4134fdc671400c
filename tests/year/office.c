/* What the hotline office and the inspector enter by hand: parts of the score that are judged,
 * notices and praise, samples, operators' points; and who appeals against what. */
#include <stdio.h>

#include "tests/year/year.h"

enum {
    DAYS_OF_WEEK = 6,       /* a session lasts a week at most */
    CALENDAR_CHANGES = 156, /* 6 June */
};

static uint64_t month_of_day(uint64_t day, bool *first)
{
    static const uint64_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    uint64_t month = 1;
    while (day >= days[month - 1]) day -= days[month++ - 1];
    *first = day == 0;
    return month;
}

/* Of the month before, for every unit; now and then corrected at once. */
static void judged(struct year *year, uint64_t month)
{
    static const struct {
        enum score_rule rule;
        uint64_t most;
    } parts[] = {{score_rule_attention, 4},
                 {score_rule_review, 3},
                 {score_rule_reception, 3},
                 {score_rule_rules, 5},
                 {score_rule_staff, 5}};
    for (int i = 0; i < YEAR_UNITS; i++) {
        for (size_t p = 0; p < sizeof parts / sizeof *parts; p++) {
            for (int times = chance(year, 50) ? 2 : 1; times > 0; times--)
                ASK(year, &year->desk, score_enter, .unit = year->units[i].code,
                    .rule = parts[p].rule, .points = 1 + below(year, parts[p].most), .month = month,
                    .note = slice_of("月度考评"));
        }
    }
}

static void noticed(struct year *year)
{
    static const enum score_rule rules[] = {score_rule_notice_county, score_rule_notice_city,
                                            score_rule_praise_county, score_rule_praise_city};
    uint64_t ticket = year->tickets && chance(year, 700) ? 1 + below(year, year->tickets) : 0;
    ASK(year, &year->desk, score_enter, .unit = year->units[below(year, YEAR_UNITS)].code,
        .rule = rules[below(year, 4)], .ticket = ticket, .note = slice_of("通报"));
}

static void inspected(struct year *year)
{
    struct row_counter calls;
    counter_get(year_txn(year), object_call, &calls);
    if (year->tickets)
        ASK(year, &year->inspector, sample_score, .ticket = 1 + below(year, year->tickets),
            .score = below(year, 101), .note = slice_of("记录完整"));
    if (calls.last)
        ASK(year, &year->inspector, sample_score, .call = 1 + below(year, calls.last),
            .score = 60 + below(year, 41), .note = slice_of("态度好"));
    if (chance(year, 150))
        ASK(year, &year->inspector, score_enter,
            .person = year->operator_numbers[below(year, YEAR_OPERATORS)],
            .rule = score_rule_agent_attitude + below(year, 4), .points = 1 + below(year, 3),
            .note = slice_of("抽查扣分"));
}

/* Two working days less, announced late: open deadlines move. */
static void calendar_changes(struct year *year)
{
    char why[256] = "";
    if (!calendar_enter(year, "holiday 2026-06-10..2026-06-11 closed\n", why, sizeof why))
        fprintf(stderr, "rexian-year: %s\n", why);
}

void day_begins(struct year *year, uint64_t day)
{
    if (day == CALENDAR_CHANGES) calendar_changes(year);
    bool first;
    uint64_t month = month_of_day(day, &first);
    if (day % DAYS_OF_WEEK == 0) operators_sign_in(year);
    if (first && month > 1) judged(year, 202600 + month - 1);
    if (chance(year, 250)) noticed(year);
    for (int i = 0; i < 3; i++) inspected(year);
}

/* New points: some are appealed against, in time or not; some taken back without. */
void scores_seen(struct year *year)
{
    struct row_counter counter;
    counter_get(year_txn(year), object_score, &counter);
    while (year->scores < counter.last) {
        year->scores++;
        if (chance(year, 120))
            agenda_put(&year->agenda, year->now_ms + below(year, 9 * DAY_MS), HAPPENS_APPEAL,
                       year->scores);
        if (chance(year, 10))
            agenda_put(&year->agenda, year->now_ms + below(year, 40 * DAY_MS), HAPPENS_DECISION,
                       year->scores);
    }
}

static const struct who *concerned(const struct year *year, const struct row_score *score)
{
    const struct unit_people *unit = people_of(year, score->unit);
    if (unit) return score->score % 2 ? &unit->approver : &unit->head;
    for (int i = 0; i < YEAR_OPERATORS; i++)
        if (year->operators[i].person == score->person) return &year->operators[i];
    return &year->operators[0];
}

void score_appealed(struct year *year, uint64_t id)
{
    struct row_score score;
    if (score_get(year_txn(year), id, &score) &&
        ASK(year, concerned(year, &score), score_appeal, .score = id, .note = slice_of("不服")))
        agenda_put(&year->agenda, year->now_ms + below(year, 20 * DAY_MS), HAPPENS_DECISION, id);
}

void score_decided(struct year *year, uint64_t id)
{
    struct row_score score;
    if (!score_get(year_txn(year), id, &score)) return;
    if (score.state == score_state_appealed && chance(year, 500)) {
        ASK(year, &year->desk, score_uphold, .score = id, .note = slice_of("维持"));
    } else {
        ASK(year, &year->desk, score_withdraw, .score = id, .note = slice_of("属实，撤销"));
    }
}
