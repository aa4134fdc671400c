/* The indented lines of a scenario: what a step must have come to. */
#include <inttypes.h>
#include <stdio.h>

#include "tests/scenario/run.h"

enum { EXPECT_ARENA = 256 * 1024 };

union every_row {
#define X(table) struct row_##table table;
    TABLE_TABLE(X)
#undef X
};

static void expect_field(struct run *run, const struct message *message, const void *body,
                         const struct word_of_line *word)
{
    char says[VALUE_SAYS] = "";
    const struct field *field = field_named(message, word->name);
    if (!field) {
        run_fail(run, "%s has no field %.*s", message->name, (int)word->name.n, word->name.p);
    } else if (!field_matches(&run->values, field, body, word->value, says)) {
        run_fail(run, "%s: expected %s=%.*s, is %s", message->name, field->name, (int)word->value.n,
                 word->value.p, says);
    }
}

static void expect_fault(struct run *run, const struct word_of_line *word)
{
    const struct fault *fault = &run->asked.out.fault;
    if (slice_equal(word->name, slice_of("field"))) {
        struct slice has = slice_of(fault->field);
        if (!slice_equal(word->value, has)) {
            run_fail(run, "expected the fault in %.*s, is %s", (int)word->value.n, word->value.p,
                     fault->field ? fault->field : "no field");
        }
    } else if (slice_equal(word->name, slice_of("limit"))) {
        if (!value_matches(&run->values, "limit", NULL, word->value, fault->limit)) {
            run_fail(run, "expected limit %.*s, is %" PRIu64, (int)word->value.n, word->value.p,
                     fault->limit);
        }
    } else {
        run_fail(run, "a refusal has only field and limit");
    }
}

/* = ok id=$call · = BAD_STATE field=to */
static void expect_result(struct run *run, const struct line_of_script *line)
{
    enum reject reject = run->asked.out.reject;
    const struct word_of_line *word = &line->words[1];
    bool wants_ok = word_is(word, "ok");
    run->result_seen = true;
    if (!run->asked_something) {
        run_fail(run, "nothing was asked");
        return;
    }
    if (!slice_equal(word->value, slice_of(wants_ok ? "ok" : reject_name(reject))) ||
        wants_ok != (reject == REJECT_OK)) {
        run_fail(run, "expected %.*s, is %s%s%s", (int)word->value.n, word->value.p,
                 reject_name(reject), run->asked.out.fault.field ? " in " : "",
                 run->asked.out.fault.field ? run->asked.out.fault.field : "");
        return;
    }
    for (size_t i = 2; i < line->n; i++) {
        if (wants_ok) {
            expect_field(run, run->asked.desc->answer, run->asked.answer, &line->words[i]);
        } else {
            expect_fault(run, &line->words[i]);
        }
    }
}

/* ! call_arrived line=@12345 · ! none */
static void expect_fact(struct run *run, const struct line_of_script *line)
{
    struct fact fact;
    struct slice name = line->words[1].value;
    run->facts_seen = true;
    if (slice_equal(name, slice_of("none"))) return;
    if (run->next_fact > run->last_fact ||
        !journal_read(world_txn(&run->world), run->next_fact, &fact, NULL)) {
        run_fail(run, "expected a fact %.*s, there is none", (int)name.n, name.p);
        return;
    }
    run->next_fact++;
    const struct message *message = fact_desc(fact.type);
    if (!slice_equal(slice_of(message->name), name)) {
        run_fail(run, "expected fact %.*s, is %s", (int)name.n, name.p, message->name);
        return;
    }
    for (size_t i = 2; i < line->n; i++) {
        const struct word_of_line *word = &line->words[i];
        if (slice_equal(word->name, slice_of("seq"))) {
            if (!value_matches(&run->values, "", NULL, word->value, fact.seq)) {
                run_fail(run, "expected fact number %.*s, is %" PRIu64, (int)word->value.n,
                         word->value.p, fact.seq);
            }
        } else if (slice_equal(word->name, slice_of("by"))) {
            if (!value_matches(&run->values, "person", NULL, word->value, fact.by)) {
                run_fail(run, "%s: by person %" PRIu64, message->name, fact.by);
            }
        } else {
            expect_field(run, message, &fact.body, word);
        }
    }
}

/* ? words $seq note "…" · ? words $seq note absent */
static void expect_words(struct run *run, const struct line_of_script *line)
{
    struct txn *txn = world_txn(&run->world);
    struct fact fact;
    struct slice text;
    struct arena arena;
    uint64_t seq;
    if (line->n != 5 || !value_of(&run->values, "", NULL, line->words[2].value, &seq) ||
        !journal_read(txn, seq, &fact, NULL)) {
        run_fail(run, "? words FACT FIELD TEXT");
        return;
    }
    const struct field *field = field_named(fact_desc(fact.type), line->words[3].value);
    arena_init(&arena, EXPECT_ARENA);
    bool there = field && words_read(txn, seq, field->tag, &arena, &text);
    if (!field) {
        run_fail(run, "%s has no such field", fact_desc(fact.type)->name);
    } else if (!there) {
        if (!word_is(&line->words[4], "absent")) run_fail(run, "there are no such words");
    } else if (!slice_equal(text, line->words[4].value)) {
        run_fail(run, "the words are \"%.*s\"", (int)text.n, text.p);
    }
    arena_fini(&arena);
}

/* ? call $call state=talking · ? session $s absent */
static void expect_row(struct run *run, const struct line_of_script *line)
{
    union every_row row;
    bool there = false, known;
    int table = 0;
    if (line->n < 3 || !row_find(&run->values, line->words[1].value, line->words[2].value, &there,
                                 &row, sizeof row, &table)) {
        run_fail(run, "? TABLE KEY COLUMN=VALUE …, or absent");
        return;
    }
    bool absent = line->n == 4 && word_is(&line->words[3], "absent");
    if (there == absent) {
        run_fail(run, "the row is %s", there ? "there" : "not there");
        return;
    }
    for (size_t i = 3; there && i < line->n; i++) {
        const struct word_of_line *word = &line->words[i];
        char says[VALUE_SAYS] = "";
        if (column_matches(&run->values, table, &row, word->name, word->value, &known, says)) {
            continue;
        }
        run_fail(run, "%.*s: expected %.*s=%.*s, is %s", (int)line->words[1].value.n,
                 line->words[1].value.p, (int)word->name.n, word->name.p, (int)word->value.n,
                 word->value.p, known ? says : "no column");
    }
}

/* ? next-due now+20s · ? next-due 0 */
static void expect_due(struct run *run, const struct line_of_script *line)
{
    uint64_t due_ms = core_next_due(world_txn(&run->world));
    if (line->n != 3 || !value_matches(&run->values, "", NULL, line->words[2].value, due_ms)) {
        run_fail(run, "the next timer is due at %" PRIu64, due_ms);
    }
}

void run_expect(struct run *run, const struct line_of_script *line)
{
    const struct word_of_line *first = &line->words[0];
    if (!run->stepped) {
        run_fail(run, "nothing was done yet");
    } else if (word_is(first, "=") && line->n >= 2) {
        expect_result(run, line);
    } else if (word_is(first, "!") && line->n >= 2) {
        expect_fact(run, line);
    } else if (word_is(first, "?") && line->n >= 2) {
        if (word_is(&line->words[1], "words")) {
            expect_words(run, line);
        } else if (word_is(&line->words[1], "next-due")) {
            expect_due(run, line);
        } else {
            expect_row(run, line);
        }
    } else {
        run_fail(run, "an expectation begins with =, ! or ?");
    }
}

void run_step_over(struct run *run)
{
    if (!run->stepped) return;
    unsigned line = run->line;
    run->line = run->step_line;
    if (run->asked_something && !run->result_seen && run->asked.out.reject != REJECT_OK) {
        run_fail(run, "refused with %s%s%s", reject_name(run->asked.out.reject),
                 run->asked.out.fault.field ? " in " : "",
                 run->asked.out.fault.field ? run->asked.out.fault.field : "");
    }
    for (uint64_t seq = run->next_fact; run->facts_seen && seq <= run->last_fact; seq++) {
        struct fact fact;
        if (journal_read(world_txn(&run->world), seq, &fact, NULL)) {
            run_fail(run, "also came to a fact %s", fact_desc(fact.type)->name);
        }
    }
    run->stepped = false;
    run->line = line;
}
