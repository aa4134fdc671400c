/* Invariants of what follows a reply: letters, surveys. */
#include <inttypes.h>

#include "server/core/check.h"

static void letter_is_of_a_reply(struct check *check, const union any_row *row)
{
    const struct row_letter *letter = &row->letter;
    struct row_ticket ticket;
    if (!ticket_get(check->txn, letter->ticket, &ticket) || ticket.letter < letter->letter ||
        letter->reply_seq == 0 || ticket.reply_seq < letter->reply_seq) {
        check_fault(check, "letter %" PRIu64 " is of no reply of ticket %" PRIu64, letter->letter,
                    letter->ticket);
    }
}

static void ticket_has_its_letter(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    struct row_letter letter;
    if (ticket->letter &&
        (!letter_get(check->txn, ticket->letter, &letter) || letter.ticket != ticket->ticket)) {
        check_fault(check, "ticket %" PRIu64 " has letter %" PRIu64 ", which is another's",
                    ticket->ticket, ticket->letter);
    }
}

static void survey_counts_its_answers(struct check *check, const union any_row *row)
{
    const struct row_survey *survey = &row->survey;
    struct row_opinion opinion = {.survey = survey->survey};
    struct cursor cursor;
    uint64_t counted[5] = {0}; /* by grade */
    cursor_table(&cursor, check->txn, TABLE_opinion, 1, &opinion, false, false);
    while (cursor_next(&cursor, &opinion))
        if (opinion.grade <= grade_unsatisfied) counted[opinion.grade]++;
    if (counted[grade_none] || counted[grade_very_satisfied] != survey->very_satisfied ||
        counted[grade_satisfied] != survey->satisfied || counted[grade_fair] != survey->fair ||
        counted[grade_unsatisfied] != survey->unsatisfied) {
        check_fault(check, "survey %" PRIu64 " counts other answers than it has", survey->survey);
    }
    if (survey->until_ms <= survey->from_ms) {
        check_fault(check, "survey %" PRIu64 " ends before it begins", survey->survey);
    }
}

static void answer_is_of_a_survey(struct check *check, const union any_row *row)
{
    const struct row_opinion *opinion = &row->opinion;
    struct row_survey survey;
    struct row_ticket ticket;
    if (!survey_get(check->txn, opinion->survey, &survey) ||
        !ticket_get(check->txn, opinion->ticket, &ticket) ||
        (survey.line && survey.line != ticket.line)) { /* its type may be corrected later */
        check_fault(check, "an answer of ticket %" PRIu64 " is to no survey of it",
                    opinion->ticket);
    }
}

const struct invariant check_reply_table[] = {
    {"letter_is_of_a_reply", TABLE_letter, letter_is_of_a_reply},
    {"ticket_has_its_letter", TABLE_ticket, ticket_has_its_letter},
    {"survey_counts_its_answers", TABLE_survey, survey_counts_its_answers},
    {"answer_is_of_a_survey", TABLE_opinion, answer_is_of_a_survey},
    {NULL, TABLES, NULL},
};
