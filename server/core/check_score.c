/* Invariants of points and figures: every sum is that of its parts. */
#include <inttypes.h>

#include "server/core/check.h"
#include "server/core/score.h"

struct sums {
    uint64_t leadership, systems, minus, plus;
};

static void sums_add(struct sums *sums, const struct row_score *score)
{
    if (score->state == score_state_withdrawn) return;
    switch (score_side(score->rule)) {
    case SCORE_LEADERSHIP:
        sums->leadership += score->plus;
        break;
    case SCORE_SYSTEMS:
        sums->systems += score->plus;
        break;
    case SCORE_MINUS:
    case SCORE_AGENT:
        sums->minus += score->minus;
        break;
    case SCORE_PLUS:
        sums->plus += score->plus;
        break;
    }
}

/* The points of a unit or an operator in a month, one by one. */
static struct sums sums_of(struct check *check, const struct row_score_month *month)
{
    struct sums sums = {0};
    struct row_score score = {.unit = month->unit, .person = month->person, .month = month->month};
    struct cursor cursor;
    cursor_index(&cursor, check->txn, month->unit ? INDEX_score_by_unit : INDEX_score_by_person, 2,
                 &score, false, false);
    while (cursor_next(&cursor, &score)) sums_add(&sums, &score);
    return sums;
}

static void month_sums_its_points(struct check *check, const union any_row *row)
{
    const struct row_score_month *month = &row->score_month;
    struct sums sums = sums_of(check, month);
    if (!month->unit == !month->person) {
        check_fault(check, "the points of %" PRIu64 " are a unit's and an operator's, or nobody's",
                    month->month);
    }
    if (sums.leadership != month->leadership || sums.systems != month->systems ||
        sums.minus != month->minus || sums.plus != month->plus) {
        check_fault(check,
                    "month %" PRIu64 " of unit %" PRIu64 " or person %" PRIu64
                    " does not add up to its points",
                    month->month, month->unit, month->person);
    }
}

static void point_counts_in_a_month(struct check *check, const union any_row *row)
{
    const struct row_score *score = &row->score;
    struct row_score_month month = {
        .month = score->month, .unit = score->unit, .person = score->person};
    struct row_ticket ticket;
    if (!table_get(check->txn, TABLE_score_month, &month)) {
        check_fault(check, "point %" PRIu64 " counts in no month", score->score);
    }
    if ((score->plus != 0) == (score->minus != 0)) {
        check_fault(check, "point %" PRIu64 " gives and takes, or neither", score->score);
    }
    if (score->ticket && !ticket_get(check->txn, score->ticket, &ticket)) {
        check_fault(check, "point %" PRIu64 " has ticket %" PRIu64 ", which is not there",
                    score->score, score->ticket);
    }
}

static void figure_is_no_more_than_its_whole(struct check *check, const union any_row *row)
{
    const struct row_figure *figure = &row->figure;
    uint64_t result = figure->result_very + figure->result_satisfied + figure->result_fair +
                      figure->result_unsatisfied;
    uint64_t process = figure->process_very + figure->process_satisfied + figure->process_fair +
                       figure->process_unsatisfied;
    check->redone += figure->redo;
    if (figure->on_time > figure->replied || figure->solved > figure->followed_up ||
        result > figure->followed_up || process > figure->followed_up) {
        check_fault(check,
                    "the figures of unit %" PRIu64 " in %" PRIu64 " have a part above its whole",
                    figure->unit, figure->month);
    }
}

static void rating_is_no_more_than_its_whole(struct check *check, const union any_row *row)
{
    const struct row_rating *rating = &row->rating;
    check->ratings += rating->ratings;
    check->samples += rating->samples;
    check->sample_sum += rating->sample_sum;
    if (rating->attitude_good > rating->ratings || rating->accuracy_good > rating->ratings ||
        rating->efficiency_good > rating->ratings) {
        check_fault(check, "the ratings of person %" PRIu64 " have a part above its whole",
                    rating->person);
    }
}

static void sample_points_at_its_person(struct check *check, const union any_row *row)
{
    const struct row_sample *sample = &row->sample;
    struct row_person person;
    check->samples_made++;
    check->samples_made_sum += sample->score;
    if (!person_get(check->txn, sample->person, &person) || sample->score > 100) {
        check_fault(check, "sample %" PRIu64 " is of nobody, or above 100", sample->sample);
    }
}

static void figures_add_up(struct check *check, const union any_row *row)
{
    (void)row;
    if (check->redone != check->redo_counts) {
        check_fault(check, "the figures count %" PRIu64 " redone, the tickets %" PRIu64,
                    check->redone, check->redo_counts);
    }
    if (check->ratings != check->rated) {
        check_fault(check, "the figures count %" PRIu64 " ratings, the calls %" PRIu64,
                    check->ratings, check->rated);
    }
    if (check->samples != check->samples_made || check->sample_sum != check->samples_made_sum) {
        check_fault(check, "the figures count %" PRIu64 " samples, there are %" PRIu64,
                    check->samples, check->samples_made);
    }
}

const struct invariant check_score_table[] = {
    {"month_sums_its_points", TABLE_score_month, month_sums_its_points},
    {"point_counts_in_a_month", TABLE_score, point_counts_in_a_month},
    {"figure_is_no_more_than_its_whole", TABLE_figure, figure_is_no_more_than_its_whole},
    {"rating_is_no_more_than_its_whole", TABLE_rating, rating_is_no_more_than_its_whole},
    {"sample_points_at_its_person", TABLE_sample, sample_points_at_its_person},
    {"figures_add_up", TABLES, figures_add_up},
    {NULL, TABLES, NULL},
};
