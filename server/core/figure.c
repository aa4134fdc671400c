#include "server/core/figure.h"

#include "server/core/deadline.h"

static struct row_figure figure_of(struct txn *txn, uint64_t at_ms, uint64_t unit)
{
    struct row_figure row = {.month = month_of(txn, at_ms), .unit = unit};
    table_get(txn, TABLE_figure, &row); /* the first of the month finds none */
    return row;
}

static void grade_count(uint64_t grade, uint64_t *very, uint64_t *satisfied, uint64_t *fair,
                        uint64_t *unsatisfied)
{
    switch ((enum grade)grade) {
    case grade_very_satisfied:
        ++*very;
        break;
    case grade_satisfied:
        ++*satisfied;
        break;
    case grade_fair:
        ++*fair;
        break;
    case grade_unsatisfied:
        ++*unsatisfied;
        break;
    case grade_none:
        break;
    }
}

static void reached_count(struct row_figure *row, const struct fact_ticket_moved *body)
{
    row->followed_up++;
    row->solved += body->solved == solved_yes || body->solved == solved_partly;
    grade_count(body->grade, &row->result_very, &row->result_satisfied, &row->result_fair,
                &row->result_unsatisfied);
    grade_count(body->process, &row->process_very, &row->process_satisfied, &row->process_fair,
                &row->process_unsatisfied);
}

void figure_moved(struct txn *txn, const struct fact *fact, const struct fact_ticket_moved *body,
                  const struct row_ticket *before)
{
    bool replied = body->event == ticket_event_pass || body->event == ticket_event_answer;
    bool reached = body->event == ticket_event_satisfied || body->event == ticket_event_unsatisfied;
    bool redone = body->event == ticket_event_redo;
    /* A merged one goes on in another, which is counted when it is archived. */
    bool archived = body->to == ticket_state_archived && body->event != ticket_event_merge;
    if (!replied && !reached && !redone && !archived) return;
    struct row_figure row = figure_of(txn, fact->at_ms, before->unit);
    row.replied += replied;
    row.on_time += replied && body->on_time;
    if (reached) reached_count(&row, body);
    row.redo += redone;
    row.archived += archived;
    table_put(txn, TABLE_figure, &row);
}

void figure_overdue(struct txn *txn, const struct fact *fact, const struct row_ticket *row)
{
    struct row_figure figure = figure_of(txn, fact->at_ms, row->unit);
    figure.overdue++;
    table_put(txn, TABLE_figure, &figure);
}

static struct row_rating rating_of(struct txn *txn, uint64_t month, uint64_t person)
{
    struct row_rating row = {.month = month, .person = person};
    table_get(txn, TABLE_rating, &row);
    return row;
}

static bool is_good(uint64_t grade)
{
    return grade == grade_very_satisfied || grade == grade_satisfied;
}

void rating_count(struct txn *txn, const struct fact_call_rated *body)
{
    struct row_rating row = rating_of(txn, body->month, body->person);
    row.ratings++;
    row.attitude_good += is_good(body->attitude);
    row.accuracy_good += is_good(body->accuracy);
    row.efficiency_good += is_good(body->efficiency);
    table_put(txn, TABLE_rating, &row);
}

void sample_count(struct txn *txn, const struct fact_sample_scored *body)
{
    struct row_rating row = rating_of(txn, body->month, body->person);
    row.samples++;
    row.sample_sum += body->score;
    table_put(txn, TABLE_rating, &row);
}
