/* What the facts about registers do to the tables. Each states the whole entry, so that a row
 * follows from its last fact; texts are found through the last fact that brought one. */
#include "server/core/step.h"

void apply_person_put(struct txn *txn, const struct fact *fact, const struct fact_person_put *body)
{
    struct row_person row;
    person_get(txn, body->person, &row);
    row.number = body->number;
    row.roles = body->roles;
    row.unit = body->unit;
    row.trainee = body->trainee;
    row.verifies = body->verifies;
    row.retired = body->change == change_retired;
    row.version++;
    seq_keep(&row.name_seq, fact, body->name);
    seq_keep(&row.verifier_seq, fact, body->verifier);
    person_put(txn, &row);
    counter_use(txn, object_person, body->person);
}

void apply_person_cleared(struct txn *txn, const struct fact *fact,
                          const struct fact_person_cleared *body)
{
    (void)fact;
    struct row_person row;
    person_get(txn, body->person, &row);
    row.trainee = 0;
    row.version++;
    person_put(txn, &row);
}

void apply_person_away(struct txn *txn, const struct fact *fact,
                       const struct fact_person_away *body)
{
    (void)fact;
    struct row_person row;
    person_get(txn, body->person, &row);
    row.away = body->away;
    row.version++;
    person_put(txn, &row);
}

void apply_station_put(struct txn *txn, const struct fact *fact,
                       const struct fact_station_put *body)
{
    struct row_station row;
    station_get(txn, body->station, &row);
    row.number = body->number;
    row.key = body->key;
    row.live = body->change != change_retired;
    row.version++;
    seq_keep(&row.name_seq, fact, body->name);
    station_put(txn, &row);
    counter_use(txn, object_station, body->station);
}

void apply_unit_put(struct txn *txn, const struct fact *fact, const struct fact_unit_put *body)
{
    struct row_unit row;
    unit_get(txn, body->unit, &row);
    row.code = body->code;
    row.parent = body->parent;
    row.retired = body->change == change_retired;
    if (body->change == change_added) row.added_ms = fact->at_ms;
    if (row.retired) row.retired_ms = fact->at_ms;
    row.version++;
    row.deputy_a = body->deputy_a;
    row.deputy_b = body->deputy_b;
    seq_keep(&row.name_seq, fact, body->name);
    seq_keep(&row.contact_seq, fact, body->contact);
    seq_keep(&row.hours_seq, fact, body->hours);
    unit_put(txn, &row);
    counter_use(txn, object_unit, body->unit);
}

void apply_line_put(struct txn *txn, const struct fact *fact, const struct fact_line_put *body)
{
    struct row_line row;
    line_get(txn, body->line, &row);
    row.code = body->code;
    row.retired = body->change == change_retired;
    row.version++;
    seq_keep(&row.name_seq, fact, body->name);
    line_put(txn, &row);
    counter_use(txn, object_line, body->line);
    /* The line's own queue: the same number and code, and for ever with the line. */
    struct row_queue queue;
    if (!queue_get(txn, body->line, &queue))
        queue = (struct row_queue){.queue = body->line, .own = body->line};
    queue.code = body->code;
    queue.retired = row.retired;
    queue.version++;
    queue_put(txn, &queue);
}

void apply_subject_put(struct txn *txn, const struct fact *fact,
                       const struct fact_subject_put *body)
{
    struct row_subject row;
    subject_get(txn, body->subject, &row);
    row.code = body->code;
    row.parent = body->parent;
    row.usual_unit = body->usual_unit;
    row.retired = body->change == change_retired;
    row.version++;
    row.secrecy = body->secrecy;
    row.limit_kind = body->limit_kind;
    row.limit_n = body->limit_n;
    row.on_site_h = body->on_site_h;
    row.rectify_days = body->rectify_days;
    seq_keep(&row.name_seq, fact, body->name);
    seq_keep(&row.synonyms_seq, fact, body->synonyms);
    seq_keep(&row.guide_seq, fact, body->guide);
    subject_put(txn, &row);
    counter_use(txn, object_subject, body->subject);
}

void apply_script_put(struct txn *txn, const struct fact *fact, const struct fact_script_put *body)
{
    struct row_script row;
    script_get(txn, body->script, &row);
    row.code = body->code;
    row.kind = body->kind;
    row.prompt = body->prompt;
    row.line = body->of_line;
    row.retired = body->change == change_retired;
    row.version++;
    seq_keep(&row.body_seq, fact, body->body);
    script_put(txn, &row);
    counter_use(txn, object_script, body->script);
}

void apply_article_put(struct txn *txn, const struct fact *fact,
                       const struct fact_article_put *body)
{
    struct row_article row;
    article_get(txn, body->article, &row);
    row.code = body->code;
    row.subject = body->subject;
    row.retired = body->change == change_retired;
    row.version++;
    seq_keep(&row.name_seq, fact, body->name);
    seq_keep(&row.body_seq, fact, body->body);
    article_put(txn, &row);
    counter_use(txn, object_article, body->article);
}
