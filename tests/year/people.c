#include <inttypes.h>
#include <stdio.h>

#include "tests/year/year.h"

static const struct who nobody;

static struct who person(struct year *year, struct code number, uint64_t roles, struct code unit)
{
    bool ok = ASK(year, &year->console, person_add, .number = number, .name = slice_of("某人"),
                  .roles = roles, .unit = unit, .password = slice_of("a long password"),
                  .verifies = yes_no_yes);
    struct row_person row;
    if (!ok || !person_get(year_txn(year), year->out.answer.done.id, &row)) return nobody;
    return (struct who){.person = row.person, .unit = row.unit, .roles = row.roles, .station = 1};
}

#define R(role) ROLE_BIT(role_##role)

static bool units_enter(struct year *year)
{
    for (int i = 0; i < YEAR_UNITS; i++) {
        struct unit_people *unit = &year->units[i];
        /* Every fourth is a bureau, and those behind it belong to it. */
        struct code parent = i % 4 ? code_of("U%02d", i / 4 * 4) : (struct code){{0}};
        unit->code = code_of("U%02d", i);
        unit->care = 5 + below(year, 120);
        unit->tardy = 2 + below(year, 60);
        if (!ASK(year, &year->console, unit_add, .code = unit->code, .name = slice_of("单位"),
                 .parent = parent))
            return false;
        unit->unit = year->out.answer.done.id;
        unit->handler = person(year, code_of("3%02d1", i), R(unit), unit->code);
        unit->deputy = person(year, code_of("3%02d2", i), R(unit), unit->code);
        unit->approver = person(year, code_of("3%02d3", i), R(approver), unit->code);
        unit->head = person(year, code_of("3%02d4", i), R(head), unit->code);
        if (!unit->head.person) return false;
    }
    return true;
}

static bool subjects_enter(struct year *year)
{
    for (int i = 0; i < YEAR_SUBJECTS; i++) {
        struct code parent = i % 3 ? code_of("A%02d", i / 3 * 3) : (struct code){{0}};
        year->subjects[i] = code_of("A%02d", i);
        bool major = i == 1, fault = i == 2; /* R23, R24 */
        if (!ASK(year, &year->console, subject_add, .code = year->subjects[i],
                 .name = slice_of("诉求"), .parent = parent,
                 .limit_kind = major   ? limit_kind_hours
                               : fault ? limit_kind_work_hours
                                       : limit_kind_none,
                 .limit_n = major   ? 48
                            : fault ? 24
                                    : 0,
                 .on_site_h = major ? 24 : 0, .rectify_days = fault ? 4 : 0))
            return false;
    }
    return true;
}

static bool operators_enter(struct year *year)
{
    for (int i = 0; i < YEAR_OPERATORS; i++) {
        struct h32 key = {{(unsigned char)(i + 1)}};
        year->operator_numbers[i] = code_of("1%03d", i);
        struct who who = person(year, year->operator_numbers[i], R(operator), (struct code){{0}});
        if (!ASK(year, &year->console, station_add, .number = code_of("S%02d", i),
                 .name = slice_of("席位"), .key = key))
            return false;
        who.station = year->out.answer.done.id;
        year->operators[i] = who;
    }
    return year->operators[YEAR_OPERATORS - 1].person != 0;
}

bool calendar_enter(struct year *year, const char *more, char *why, size_t cap)
{
    static char text[LIMIT_CALENDAR + 1];
    const char *path = year->calendar;
    FILE *file = path ? fopen(path, "r") : NULL;
    if (path && !file) snprintf(why, cap, "cannot read %s", path);
    if (!file) return path == NULL;
    size_t n = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    n += (size_t)snprintf(text + n, sizeof text - n, "%s", more);
    if (n < sizeof text && ASK(year, &year->console, calendar_load, .text = slice_bytes(text, n),
                               .replace = more[0] != '\0'))
        return true;
    snprintf(why, cap, "%s was refused: %s %s %" PRIu64, path, reject_name(year->out.reject),
             year->out.fault.field ? year->out.fault.field : "", year->out.fault.limit);
    return false;
}

bool people_enter(struct year *year, char *why, size_t cap)
{
    const struct code none = {{0}};
    bool ok = calendar_enter(year, "", why, cap);
    for (int i = 0; ok && i < YEAR_LINES; i++) {
        year->lines[i] = code_of("1234%d", i);
        ok = ASK(year, &year->console, line_add, .code = year->lines[i], .name = slice_of("热线"));
    }
    if (!ok || !units_enter(year) || !subjects_enter(year) || !operators_enter(year)) {
        if (why[0] == '\0')
            snprintf(why, cap, "setting up: %s %s", reject_name(year->out.reject),
                     year->out.fault.field ? year->out.fault.field : "");
        return false;
    }
    year->leader_number = code_of("7001");
    year->desk = person(year, code_of("2001"), R(desk), none);
    year->leader = person(year, year->leader_number, R(leader), none);
    year->inspector = person(year, code_of("6001"), R(inspector), none);
    year->trunk = person(year, code_of("9001"), R(trunk), none);
    return year->trunk.person != 0;
}

void make_ready(struct year *year, const struct who *who)
{
    struct row_agent agent;
    if (agent_get(year_txn(year), who->person, &agent) && agent.state != agent_state_ready)
        ASK(year, who, agent_ready, );
}

void operators_sign_in(struct year *year)
{
    for (int i = 0; i < YEAR_OPERATORS; i++) {
        struct who *who = &year->operators[i];
        const struct who door = {.station = who->station};
        ASK(year, &door, session_open, .number = year->operator_numbers[i],
            .password = slice_of("a long password"));
        make_ready(year, who);
    }
}

const struct unit_people *people_of(const struct year *year, uint64_t unit)
{
    for (int i = 0; i < YEAR_UNITS; i++)
        if (year->units[i].unit == unit) return &year->units[i];
    return NULL;
}
