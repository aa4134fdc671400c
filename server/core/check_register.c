/* Invariants of the registers: trees, deputies, profiles, forms and what is filled into them. */
#include <inttypes.h>

#include "server/core/check.h"

/* Upwards until the root; more steps than there are entries are a circle. */
#define TREE(object)                                                                               \
    static bool object##_ends(struct txn *txn, const struct row_##object *row)                     \
    {                                                                                              \
        struct row_##object above = *row;                                                          \
        for (uint64_t left = table_count(txn, TABLE_##object); above.parent; left--)               \
            if (left == 0 || !object##_get(txn, above.parent, &above)) return false;               \
        return true;                                                                               \
    }
TREE(unit)
TREE(subject)
#undef TREE

static void units_are_a_tree(struct check *check, const union any_row *row)
{
    if (!unit_ends(check->txn, &row->unit)) {
        check_fault(check, "unit %" PRIu64 " stands above itself, or below one that is not there",
                    row->unit.unit);
    }
}

static void subjects_are_a_tree(struct check *check, const union any_row *row)
{
    if (!subject_ends(check->txn, &row->subject)) {
        check_fault(check,
                    "subject %" PRIu64 " stands above itself, or below one that is not there",
                    row->subject.subject);
    }
}

/* R40 */
static void deputies_are_two_people(struct check *check, const union any_row *row)
{
    const struct row_unit *unit = &row->unit;
    struct row_person person;
    bool there = (!unit->deputy_a || person_get(check->txn, unit->deputy_a, &person)) &&
                 (!unit->deputy_b || person_get(check->txn, unit->deputy_b, &person));
    if (!there || (unit->deputy_a && unit->deputy_a == unit->deputy_b)) {
        check_fault(check, "unit %" PRIu64 " has deputies %" PRIu64 " and %" PRIu64, unit->unit,
                    unit->deputy_a, unit->deputy_b);
    }
}

static void subject_limit_is_whole(struct check *check, const union any_row *row)
{
    const struct row_subject *subject = &row->subject;
    if ((subject->limit_kind == 0) != (subject->limit_n == 0)) {
        check_fault(check, "subject %" PRIu64 " has half a time limit", subject->subject);
    }
}

static void profile_is_of_something(struct check *check, const union any_row *row)
{
    const struct row_profile *profile = &row->profile;
    struct row_line line;
    bool whole = (profile->limit_kind == 0) == (profile->limit_n == 0);
    if (profile->type == 0 || !whole ||
        (profile->line && !line_get(check->txn, profile->line, &line))) {
        check_fault(check, "the profile of type %" PRIu64 " on line %" PRIu64 " does not add up",
                    profile->type, profile->line);
    }
}

static void field_asks_for_something(struct check *check, const union any_row *row)
{
    const struct row_field *field = &row->field;
    struct row_subject subject;
    struct row_line line;
    bool choices = (field->kind == value_kind_choice) == (field->choices_seq != 0);
    bool of_there = (!field->of_subject || subject_get(check->txn, field->of_subject, &subject)) &&
                    (!field->of_line || line_get(check->txn, field->of_line, &line));
    if (field->kind == 0 || field->name_seq == 0 || !choices || !of_there) {
        check_fault(check, "form field %" PRIu64 " does not add up", field->field);
    }
}

static void value_has_field_and_ticket(struct check *check, const union any_row *row)
{
    const struct row_ticket_field *value = &row->ticket_field;
    struct row_ticket ticket;
    struct row_field field;
    if (!ticket_get(check->txn, value->ticket, &ticket) ||
        !field_get(check->txn, value->field, &field)) {
        check_fault(check, "a value of field %" PRIu64 " on ticket %" PRIu64 " belongs nowhere",
                    value->field, value->ticket);
    }
}

static void expert_has_a_name(struct check *check, const union any_row *row)
{
    const struct row_expert *expert = &row->expert;
    if (expert->name_seq == 0) check_fault(check, "expert %" PRIu64 " has no name", expert->expert);
}

static void phrase_has_words(struct check *check, const union any_row *row)
{
    const struct row_phrase *phrase = &row->phrase;
    if (phrase->body_seq == 0)
        check_fault(check, "phrase %" PRIu64 " has no words", phrase->phrase);
}

/* R16 */
static void work_was_reported(struct check *check, const union any_row *row)
{
    const struct row_work *work = &row->work;
    struct row_person person;
    if (work->words_seq == 0 || !person_get(check->txn, work->by, &person)) {
        check_fault(check, "work report %" PRIu64 " is nobody's, or says nothing", work->work);
    }
}

/* R76: whom a ticket accuses is known. */
static void accused_are_there(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    struct row_unit unit;
    struct row_person person;
    if ((ticket->accused && !unit_get(check->txn, ticket->accused, &unit)) ||
        (ticket->culprit && !person_get(check->txn, ticket->culprit, &person))) {
        check_fault(check, "ticket %" PRIu64 " accuses somebody who is not there", ticket->ticket);
    }
}

const struct invariant check_register_table[] = {
    {"units_are_a_tree", TABLE_unit, units_are_a_tree},
    {"subjects_are_a_tree", TABLE_subject, subjects_are_a_tree},
    {"deputies_are_two_people", TABLE_unit, deputies_are_two_people},
    {"subject_limit_is_whole", TABLE_subject, subject_limit_is_whole},
    {"profile_is_of_something", TABLE_profile, profile_is_of_something},
    {"field_asks_for_something", TABLE_field, field_asks_for_something},
    {"value_has_field_and_ticket", TABLE_ticket_field, value_has_field_and_ticket},
    {"expert_has_a_name", TABLE_expert, expert_has_a_name},
    {"phrase_has_words", TABLE_phrase, phrase_has_words},
    {"work_was_reported", TABLE_work, work_was_reported},
    {"accused_are_there", TABLE_ticket, accused_are_there},
    {NULL, TABLES, NULL},
};
