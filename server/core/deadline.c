/* Time limits by type of ticket (R22), in running hours: the clock starts at dispatch. */
#include "server/core/step.h"

#define HOUR_MS UINT64_C(3600000)

static uint64_t limit_h(const struct settings *settings, enum ticket_type type)
{
    switch (type) {
    case ticket_type_consult:
        return settings->limit_consult_h;
    case ticket_type_help:
        return settings->limit_help_h;
    case ticket_type_complaint:
        return settings->limit_complaint_h;
    case ticket_type_report:
        return settings->limit_report_h;
    case ticket_type_suggestion:
        return settings->limit_suggestion_h;
    case ticket_type_praise:
        return settings->limit_praise_h;
    case ticket_type_none:
    case ticket_type_other:
        break;
    }
    return settings->limit_other_h;
}

uint64_t deadline_ms(const struct core *core, enum ticket_type type, uint64_t from_ms)
{
    return from_ms + limit_h(core->settings, type) * HOUR_MS;
}
