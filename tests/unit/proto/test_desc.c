#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "fill.h"

static bool number_type(enum field_type type)
{
    return type != TYPE_code && type != TYPE_h32 && type != TYPE_text && type != TYPE_bytes &&
           type != TYPE_rows;
}

static size_t held(enum field_type type)
{
    if (type == TYPE_code) return sizeof(struct code);
    if (type == TYPE_h32) return sizeof(struct h32);
    if (type == TYPE_rows) return sizeof(struct rows);
    return number_type(type) ? sizeof(uint64_t) : sizeof(struct slice);
}

static void fields_are_sound(const struct message *message)
{
    assert_true(message->name[0] && message->help[0]);
    assert_true(message->n_fields <= LIMIT_KEYS);
    size_t end = 0;
    for (size_t i = 0; i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        if (i > 0 && field->tag <= message->fields[i - 1].tag)
            fail_msg("%s.%s: tags must ascend", message->name, field->name);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(field->name, message->fields[j].name);
        assert_in_range(field->tag, 1, LIMIT_KEYS - 1); /* scan_ok is quick with these */
        assert_true(field->offset >= end);
        end = field->offset + held(field->type);
        assert_true(end <= message->size);
        assert_true(field->help[0]);
        if (field->type == TYPE_code) assert_int_equal(field->max, LIMIT_CODE);
        if (field->type == TYPE_text) assert_true(field->max > 0);
        if (field->type == TYPE_flag) assert_int_equal(field->max, 1);
        assert_int_equal(field->type == TYPE_enum, field->vocabulary != NULL);
        assert_int_equal(field->type == TYPE_rows, field->record != NULL);
        if (field->record) assert_in_range(field->max, 1, LIMIT_PAGE);
    }
}

static void every_field_is_sound(void **state)
{
    (void)state;
    fill_every(fields_are_sound);
}

static void requests_are_unique_and_found(void **state)
{
    (void)state;
    size_t n;
    const struct request_desc *requests = request_table(&n);
    for (size_t i = 0; i < n; i++) {
        const struct request_desc *request = &requests[i];
        assert_true(request->message.number != 0);
        assert_ptr_equal(request_desc(request->message.number), request);
        assert_ptr_equal(request_by_verb(slice_of(request->verb)), request);
        assert_true(request->who != 0);
        assert_non_null(request->answer);
        for (size_t j = 0; j < i; j++) {
            assert_int_not_equal(request->message.number, requests[j].message.number);
            assert_string_not_equal(request->verb, requests[j].verb);
        }
    }
    assert_null(request_desc(0));
    assert_null(request_desc(9));
    assert_null(request_desc(UINT64_MAX));
    assert_null(request_by_verb(slice_of("ticket.shred")));
    assert_null(request_by_verb(slice_of("")));
    assert_int_equal(request_desc(request_ticket_dispatch)->who,
                     ROLE_BIT(role_operator) | ROLE_BIT(role_desk));
    assert_true(request_desc(request_hello)->who == WHO_ANYBODY);
}

static void facts_are_unique_and_found(void **state)
{
    (void)state;
    size_t n;
    const struct message *facts = fact_table(&n);
    for (size_t i = 0; i < n; i++) {
        assert_true(facts[i].number != 0);
        assert_ptr_equal(fact_desc(facts[i].number), &facts[i]);
        assert_true(facts[i].size <= sizeof(union fact_body));
        for (size_t j = 0; j < i; j++) {
            assert_int_not_equal(facts[i].number, facts[j].number);
            assert_string_not_equal(facts[i].name, facts[j].name);
        }
        for (size_t j = 0; j < facts[i].n_fields; j++) {
            const struct field *field = &facts[i].fields[j];
            assert_true(field->type != TYPE_rows && field->class != CLASS_SECRET);
            /* free text may only be in the journal as a hash */
            if (field->type == TYPE_text)
                assert_true(field->class == CLASS_WORDS || field->class == CLASS_OPEN);
        }
    }
    assert_null(fact_desc(0));
    assert_null(fact_desc(9));
    assert_null(fact_desc(UINT64_MAX));
}

static void vocabularies_are_sound(void **state)
{
    (void)state;
    size_t n;
    const struct vocabulary *vocabularies = vocabulary_table(&n);
    for (size_t i = 0; i < n; i++) {
        const struct vocabulary *vocabulary = &vocabularies[i];
        assert_ptr_equal(vocabulary_of((enum vocabulary_id)i), vocabulary);
        for (size_t j = 0; j < vocabulary->n; j++) {
            const struct word *word = &vocabulary->words[j];
            assert_true(word->number > (j ? word[-1].number : 0));
            assert_ptr_equal(vocabulary_word(vocabulary, word->number), word);
            assert_int_equal(word_number(vocabulary, slice_of(word->name)), word->number);
            assert_string_equal(word_name((enum vocabulary_id)i, word->number), word->name);
            assert_string_equal(word_label((enum vocabulary_id)i, word->number), word->label);
        }
        assert_null(vocabulary_word(vocabulary, 0));
        assert_null(vocabulary_word(vocabulary, vocabulary->words[vocabulary->n - 1].number + 1));
        assert_null(vocabulary_word(vocabulary, UINT64_MAX));
        assert_int_equal(word_number(vocabulary, slice_of("")), 0);
    }
    assert_string_equal(word_name(VOCABULARY_role, 0), "");
    assert_string_equal(word_label(VOCABULARY_role, 999), "");
}

static void a_gap_in_a_vocabulary_is_no_word(void **state)
{
    (void)state;
    static const struct word words[] = {{2, "b", "B"}, {3, "c", "C"}, {90, "z", "Z"}};
    static const struct vocabulary gaps = {"gaps", words, 3};
    assert_null(vocabulary_word(&gaps, 1));
    assert_ptr_equal(vocabulary_word(&gaps, 2), &words[0]);
    assert_ptr_equal(vocabulary_word(&gaps, 3), &words[1]);
    assert_null(vocabulary_word(&gaps, 4));
    assert_ptr_equal(vocabulary_word(&gaps, 90), &words[2]);
    assert_null(vocabulary_word(&gaps, 91));
}

static void roles_fit_a_set(void **state)
{
    (void)state;
    const struct vocabulary *roles = vocabulary_of(VOCABULARY_role);
    /* the two greatest sets mean anybody and anybody signed in */
    assert_true(roles->words[roles->n - 1].number < 62);
}

static void rejects_have_names_and_texts(void **state)
{
    (void)state;
    assert_string_equal(reject_name(REJECT_BAD_STATE), "BAD_STATE");
    for (unsigned i = 0; reject_known(i); i++) {
        assert_true(reject_text((enum reject)i)[0]);
        for (unsigned j = 0; j < i; j++)
            assert_string_not_equal(reject_name((enum reject)i), reject_name((enum reject)j));
    }
    assert_true(reject_known(REJECT_FAILED));
    assert_false(reject_known(10000));
    assert_string_equal(reject_name((enum reject)10000), "UNKNOWN");
    assert_string_equal(reject_text((enum reject)10000), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_is_sound),
        cmocka_unit_test(requests_are_unique_and_found),
        cmocka_unit_test(facts_are_unique_and_found),
        cmocka_unit_test(vocabularies_are_sound),
        cmocka_unit_test(a_gap_in_a_vocabulary_is_no_word),
        cmocka_unit_test(roles_fit_a_set),
        cmocka_unit_test(rejects_have_names_and_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
