/* Form fields: entered by an admin for a type, a subject with all below it, a line, or for every
 * ticket; filled in ticket by ticket. */
#include "server/core/form.h"

#include "proto/tags.h"
#include "server/core/register.h"
#include "server/core/subject.h"
#include "server/core/ticket.h"

REGISTER_NEW(field)
REGISTER_OLD(field)

bool field_applies(struct txn *txn, const struct row_field *field, uint64_t type, uint64_t subject,
                   uint64_t line)
{
    return !field->retired && (field->of_type == 0 || field->of_type == type) &&
           (field->of_line == 0 || field->of_line == line) &&
           (field->of_subject == 0 || subject_within(txn, subject, field->of_subject));
}

bool field_filled(struct txn *txn, uint64_t ticket, uint64_t field, struct row_ticket_field *row)
{
    *row = (struct row_ticket_field){.ticket = ticket, .field = field};
    return table_get(txn, TABLE_ticket_field, row) && row->value_seq != 0;
}

bool form_incomplete(struct txn *txn, const struct row_ticket *row, uint64_t type, uint64_t subject)
{
    struct row_field field = {0};
    struct row_ticket_field filled;
    struct cursor cursor;
    cursor_table(&cursor, txn, TABLE_field, 0, &field, false, false);
    while (cursor_next(&cursor, &field))
        if (field.must && field_applies(txn, &field, type, subject, row->line) &&
            !field_filled(txn, row->ticket, field.field, &filled))
            return true;
    return false;
}

/* ---- the register ---- */

/* The fields that a ticket with a new one may also have, as far as type and line go. */
struct company {
    struct row_field *fields;
    size_t n;
};

static bool may_meet(const struct row_field *a, const struct row_field *b)
{
    return (a->of_type == 0 || b->of_type == 0 || a->of_type == b->of_type) &&
           (a->of_line == 0 || b->of_line == 0 || a->of_line == b->of_line);
}

static bool company_of(struct step *step, const struct row_field *mine, struct company *company)
{
    struct txn *txn = step->core->txn;
    struct row_field other = {0};
    struct cursor cursor;
    *company = (struct company){
        .fields = arena_take(step->arena, table_count(txn, TABLE_field) * sizeof other + 1)};
    if (!step_require(step, company->fields != NULL, REJECT_FAILED, NULL)) return false;
    cursor_table(&cursor, txn, TABLE_field, 0, &other, false, false);
    while (cursor_next(&cursor, &other))
        if (!other.retired && may_meet(mine, &other)) company->fields[company->n++] = other;
    return true;
}

/* How many of them a ticket of this type and subject has. The subjects above are looked up once. */
static size_t company_at(struct txn *txn, const struct company *company, uint64_t type,
                         uint64_t subject)
{
    size_t n = 0;
    for (size_t i = 0; i < company->n; i++) {
        const struct row_field *field = &company->fields[i];
        n += field->of_subject == 0 && (field->of_type == 0 || field->of_type == type);
    }
    struct row_subject row;
    for (; subject && subject_get(txn, subject, &row); subject = row.parent)
        for (size_t i = 0; i < company->n; i++) {
            const struct row_field *field = &company->fields[i];
            n += field->of_subject == subject && (field->of_type == 0 || field->of_type == type);
        }
    return n;
}

static bool room_at(struct txn *txn, const struct company *company, const struct row_field *mine,
                    uint64_t subject)
{
    uint64_t first = mine->of_type ? mine->of_type : ticket_type_consult;
    uint64_t last = mine->of_type ? mine->of_type : ticket_type_other;
    for (uint64_t type = first; type <= last; type++)
        if (company_at(txn, company, type, subject) >= LIMIT_FIELDS) return false;
    return true;
}

/* At the field's own subject, and at each below it that has fields too: there most of them meet. */
static bool field_has_room(struct step *step, const struct row_field *mine)
{
    struct txn *txn = step->core->txn;
    struct company company;
    if (!company_of(step, mine, &company)) return false;
    bool room = room_at(txn, &company, mine, mine->of_subject);
    for (size_t i = 0; room && i < company.n; i++) {
        uint64_t subject = company.fields[i].of_subject;
        bool below = mine->of_subject == 0 || subject_within(txn, subject, mine->of_subject);
        bool seen = i > 0 && subject == company.fields[i - 1].of_subject;
        if (subject && below && !seen) room = room_at(txn, &company, mine, subject);
    }
    if (room) return true;
    step_refuse(step, REJECT_TOO_MANY, "code");
    step->out->fault.limit = LIMIT_FIELDS;
    return false;
}

/* The next entry of a list "red|green"; false: no more. */
static bool choice_next(struct slice *list, struct slice *entry)
{
    if (!list->p) return false;
    const char *bar = memchr(list->p, '|', list->n);
    *entry = (struct slice){list->p, bar ? (size_t)(bar - list->p) : list->n};
    *list = bar ? (struct slice){bar + 1, list->n - entry->n - 1} : (struct slice){0};
    return true;
}

static bool is_choice(struct slice list, struct slice value)
{
    struct slice entry;
    while (choice_next(&list, &entry))
        if (slice_equal(entry, value)) return true;
    return false;
}

/* Entries are not empty, and none stands there twice. */
static bool choices_good(struct slice choices)
{
    struct slice rest = choices, entry;
    while (choice_next(&rest, &entry))
        if (entry.n == 0 || is_choice(rest, entry)) return false;
    return true;
}

static bool choices_fit(struct step *step, const struct row_field *row, struct slice choices)
{
    bool choice = row->kind == value_kind_choice;
    return step_require(step, !choice || choices.n || row->choices_seq, REJECT_MISSING_FIELD,
                        "choices") &&
           step_require(step, choices.n == 0 || (choice && choices_good(choices)), REJECT_BAD_FIELD,
                        "choices");
}

static void field_record(struct step *step, const struct row_field *row, enum change change,
                         struct slice name, struct slice choices)
{
    struct fact fact = step_fact(step, fact_type_field_put);
    fact.body.field_put = (struct fact_field_put){
        .field = row->field,
        .code = row->code,
        .change = change,
        .kind = row->kind,
        .of_type = row->of_type,
        .of_subject = row->of_subject,
        .of_line = row->of_line,
        .must = row->must,
        .name = name,
        .choices = choices,
    };
    step_emit(step, &fact);
    step_done(step, row->field, row->version + 1);
}

void do_field_add(struct step *step, const void *body)
{
    const struct req_field_add *req = body;
    struct row_field row;
    if (!field_new(step, &req->code, &row)) return;
    row.kind = req->kind;
    row.of_type = req->type;
    row.must = req->must;
    if (subject_refer(step, &req->subject, "subject", &row.of_subject) &&
        line_refer(step, &req->line, "line", &row.of_line) &&
        choices_fit(step, &row, req->choices) && field_has_room(step, &row))
        field_record(step, &row, change_added, req->name, req->choices);
}

void do_field_change(struct step *step, const void *body)
{
    const struct req_field_change *req = body;
    struct row_field row;
    if (!field_old(step, &req->code, &row) ||
        !step_require(step, !(req->must && req->may), REJECT_BAD_FIELD, "may") ||
        !choices_fit(step, &row, req->choices))
        return;
    if (req->must) row.must = 1;
    if (req->may) row.must = 0;
    field_record(step, &row, change_changed, req->name, req->choices);
}

void do_field_retire(struct step *step, const void *body)
{
    const struct req_field_retire *req = body;
    struct row_field row;
    if (field_old(step, &req->code, &row))
        field_record(step, &row, change_retired, (struct slice){0}, (struct slice){0});
}

/* ---- the values ---- */

/* As the pattern says: 0 stands for a digit, everything else for itself. */
static bool is_like(struct slice value, const char *pattern)
{
    if (value.n != strlen(pattern)) return false;
    for (size_t i = 0; i < value.n; i++) {
        bool digit = value.p[i] >= '0' && value.p[i] <= '9';
        if (pattern[i] == '0' ? !digit : value.p[i] != pattern[i]) return false;
    }
    return true;
}

static unsigned two_digits(struct slice value, size_t at)
{
    return (unsigned)(value.p[at] - '0') * 10 + (unsigned)(value.p[at + 1] - '0');
}

/* "2026-11-22", of a day that the calendar has. */
static bool is_date(struct slice value)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!is_like(value, "0000-00-00")) return false;
    unsigned year = two_digits(value, 0) * 100 + two_digits(value, 2);
    unsigned month = two_digits(value, 5), day = two_digits(value, 8);
    if (year == 0 || month < 1 || month > 12 || day < 1) return false;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= days[month - 1] + (month == 2 && leap ? 1U : 0U);
}

/* "2026-11-22T10:00" */
static bool is_time(struct slice value)
{
    if (!is_like(value, "0000-00-00T00:00") || !is_date((struct slice){value.p, 10})) return false;
    return two_digits(value, 11) < 24 && two_digits(value, 14) < 60;
}

/* Of these characters, at least one of them a digit. */
static bool is_made_of(struct slice value, const char *more)
{
    bool digits = false;
    for (size_t i = 0; i < value.n; i++) {
        bool digit = value.p[i] >= '0' && value.p[i] <= '9';
        if (!digit && !memchr(more, value.p[i], strlen(more))) return false;
        digits = digits || digit;
    }
    return digits;
}

bool value_fits(uint64_t kind, struct slice value, struct slice choices)
{
    switch ((enum value_kind)kind) {
    case value_kind_text:
        return true;
    case value_kind_number:
        return is_made_of(value, "");
    case value_kind_date:
        return is_date(value);
    case value_kind_time:
        return is_time(value);
    case value_kind_choice:
        return is_choice(choices, value);
    case value_kind_yes_no:
        return slice_equal(value, slice_of("yes")) || slice_equal(value, slice_of("no"));
    case value_kind_phone:
        return value.n <= LIMIT_PHONE && is_made_of(value, "+-() ");
    case value_kind_none:
        break;
    }
    return false;
}

static bool value_good(struct step *step, const struct row_field *field, struct slice value)
{
    struct slice choices = {0};
    if (value.n && field->choices_seq &&
        !words_read(step->core->txn, field->choices_seq, TAG_field_put_choices, step->arena,
                    &choices))
        choices = (struct slice){0};
    return step_require(step, value.n == 0 || value_fits(field->kind, value, choices),
                        REJECT_BAD_FIELD, "value");
}

void do_ticket_fill(struct step *step, const void *body)
{
    const struct req_ticket_fill *req = body;
    struct txn *txn = step->core->txn;
    struct row_ticket row;
    struct row_field field;
    if (!ticket_ask(step, req->ticket, ticket_event_fill, &row) ||
        !step_require(step, field_find(txn, &req->field, false, &field), REJECT_NO_SUCH, "field") ||
        !step_require(step, field_applies(txn, &field, row.type, row.subject, row.line),
                      REJECT_BAD_FIELD, "field") ||
        !value_good(step, &field, req->value))
        return;
    struct fact fact = step_fact(step, fact_type_ticket_filled);
    fact.body.ticket_filled = (struct fact_ticket_filled){
        .ticket = row.ticket,
        .field = field.field,
        .version = row.version + 1,
        .emptied = req->value.n == 0,
        .value = req->value,
    };
    ticket_emit(step, &fact, &row);
}
