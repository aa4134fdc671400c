/* One dispatcher, real sockets: questions, work on the house, publication. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <zmq.h>

#include "proto/fact.h"
#include "tests/system/centre.h"

static int set_up(void **state)
{
    *state = centre_new("system-questions");
    return 0;
}

static int tear_down(void **state)
{
    return centre_free(*state);
}

static void every_question_is_answered(void **state)
{
    struct fixture *fixture = *state;
    size_t n;
    const struct request_desc *table = request_table(&n);
    void *answer = calloc(1, 1 << 16);
    for (size_t i = 0; i < n; i++) {
        if (table[i].kind != KIND_FRESH && table[i].kind != KIND_LIST) continue;
        ASSERT(table[i].answer->size <= 1 << 16 && table[i].message.size <= 4096);
        _Alignas(16) char body[4096] = {0};
        for (size_t f = 0; f < table[i].message.n_fields; f++) {
            const struct field *field = &table[i].message.fields[f];
            uint64_t one = field->type == TYPE_code ? (uint64_t)'x' : 1;
            if (field->must) memcpy(body + field->offset, &one, sizeof one);
        }
        /* The desk is operator and lead; the rest is asked at the console. */
        struct client *client = &fixture->desk;
        enum reject reject =
            ask(fixture, client, (enum request)table[i].message.number, body, answer);
        if (reject == REJECT_DENIED)
            reject = ask(fixture, &fixture->console, (enum request)table[i].message.number, body,
                         answer);
        /* asked about nothing, these want to know like what, and of which script or line */
        if (reject == REJECT_MISSING_FIELD && (table[i].message.number == request_ticket_similar ||
                                               table[i].message.number == request_script_preview))
            continue;
        /* half-hours from 1 until 1 are none */
        if (reject == REJECT_BAD_FIELD && table[i].message.number == request_volume_show) continue;
        if (reject != REJECT_OK && reject != REJECT_NO_SUCH && reject != REJECT_DENIED)
            fail_msg("%s: %s", table[i].verb, reject_name(reject));
    }
    free(answer);
}

static void a_list_is_as_new_as_what_its_client_knows(void **state)
{
    struct fixture *fixture = *state;
    struct req_subject_list list = {0};
    struct rec_subject_page page;
    for (unsigned i = 0; i < 20; i++) {
        struct req_subject_add subject = {.name = slice_of("Lamps")};
        snprintf(subject.code.s, sizeof subject.code.s, "N%u", i);
        assert_int_equal(
            ask(fixture, &fixture->console, request_subject_add, &subject, &fixture->done),
            REJECT_OK);
        list.known = fixture->done.seq;
        assert_int_equal(ask(fixture, &fixture->console, request_subject_list, &list, &page),
                         REJECT_OK);
        assert_int_equal(page.rows.n, i + 1);
    }
    list.known = UINT64_MAX; /* more than there is: as new as can be */
    assert_int_equal(ask(fixture, &fixture->console, request_subject_list, &list, &page),
                     REJECT_OK);
    assert_int_equal(page.rows.n, 20);
}

static void work_on_the_house_is_done_and_recorded(void **state)
{
    struct fixture *fixture = *state;
    struct rec_house house;
    char path[128], restored[128], out[2048];
    uint64_t head = status(fixture).head;
    struct req_check check = {.replay = 1};
    assert_int_equal(ask(fixture, &fixture->console, request_check, &check, &house), REJECT_OK);
    if (!house.good) fail_msg("%.*s", (int)house.detail.n, house.detail.p);
    struct req_journal_verify verify = {0};
    assert_int_equal(ask(fixture, &fixture->console, request_journal_verify, &verify, &house),
                     REJECT_OK);
    assert_true(house.good);
    snprintf(path, sizeof path, "%s/backup", fixture->rig.dir);
    struct req_backup backup = {.path = slice_of(path)};
    assert_int_equal(ask(fixture, &fixture->console, request_backup, &backup, &house), REJECT_OK);
    assert_true(house.good);
    assert_int_equal(status(fixture).head, head + 3);
    assert_int_equal(ask(fixture, &fixture->console, request_backup, &backup, &house), REJECT_OK);
    assert_false(house.good); /* it is there already */
    assert_true(house.detail.n > 0);
    snprintf(restored, sizeof restored, "%s/restored", fixture->rig.dir);
    int code = rig_run(&fixture->rig, out, sizeof out,
                       (const char *[]){"rexiand", "--data", restored, "--restore", path, NULL});
    if (code != 0) fail_msg("%d: %s", code, out);
    code = rig_run(&fixture->rig, out, sizeof out,
                   (const char *[]){"rexiand", "--data", restored, "--check", NULL});
    if (code != 0) fail_msg("%d: %s", code, out);
}

static void *subscriber(struct fixture *fixture, const char *topic)
{
    void *sub = zmq_socket(fixture->rig.context, ZMQ_SUB);
    int none = 0, wait_ms = 30000;
    zmq_setsockopt(sub, ZMQ_LINGER, &none, sizeof none);
    zmq_setsockopt(sub, ZMQ_RCVTIMEO, &wait_ms, sizeof wait_ms);
    zmq_setsockopt(sub, ZMQ_SUBSCRIBE, topic, strlen(topic));
    zmq_setsockopt(sub, ZMQ_SUBSCRIBE, "b.", 2);
    zmq_setsockopt(sub, ZMQ_CURVE_SERVERKEY, fixture->rig.server_key, 40);
    zmq_setsockopt(sub, ZMQ_CURVE_PUBLICKEY, fixture->keys[1].public_key, 40);
    zmq_setsockopt(sub, ZMQ_CURVE_SECRETKEY, fixture->keys[1].secret_key, 40);
    assert_int_equal(zmq_connect(sub, fixture->rig.publish), 0);
    return sub;
}

/* The next message of this topic, skipping the others; its bytes are put into out. */
static size_t published(void *sub, const char *topic, char *out, size_t cap)
{
    for (;;) {
        char got[TOPIC_MAX] = "";
        int n = zmq_recv(sub, got, sizeof got - 1, 0);
        assert_true(n > 0);
        got[n] = '\0';
        n = zmq_recv(sub, out, cap, 0);
        assert_in_range(n, 1, cap);
        if (strcmp(got, topic) == 0) return (size_t)n;
    }
}

static void facts_are_published_in_a_chain_without_words(void **state)
{
    struct fixture *fixture = *state;
    void *sub = subscriber(fixture, "f");
    char bytes[4096];
    published(sub, "b.", bytes, sizeof bytes); /* the subscription stands */
    uint64_t before = 0;
    for (unsigned i = 0; i < 5; i++) {
        struct req_call_arrive call = {.line = {"12345"}, .from = slice_of("CANARY 1380013")};
        struct rec_done done;
        assert_int_equal(ask(fixture, &fixture->desk, request_call_arrive, &call, &done),
                         REJECT_OK);
        struct fact_envelope envelope;
        struct fact fact;
        do {
            size_t n = published(sub, "f", bytes, sizeof bytes);
            assert_null(memmem(bytes, n, "CANARY", 6));
            assert_true(published_decode(slice_bytes(bytes, n), &envelope));
            assert_int_equal(fact_decode(envelope.fact, &fact), ERR_OK);
            if (before) assert_int_equal(envelope.prev, before);
            assert_true(envelope.prev < envelope.seq);
            before = envelope.seq;
            fact.seq = envelope.seq;
            hits_fact(fixture->hits, &fact);
        } while (envelope.seq < done.seq);
        assert_int_equal(envelope.seq, done.seq);
        assert_int_equal(fact.type, fact_type_call_arrived);
        struct req_call_hang_up gone = {.call = done.id};
        assert_int_equal(ask(fixture, &fixture->console, request_call_hang_up, &gone, NULL),
                         REJECT_OK);
    }
    zmq_close(sub);
    sub = subscriber(fixture, "w");
    size_t n = published(sub, "w", bytes, sizeof bytes);
    assert_true(scan_ok(slice_bytes(bytes, n)));
    assert_null(memmem(bytes, n, "甲", 3)); /* everybody's name here */
    zmq_close(sub);
}

/* R81, R11: the look stands in the journal when the words arrive, once; what is published of it,
 * and of all that happened to the ticket, names nobody. */
static void a_look_is_recorded_and_a_hidden_ticket_stays_hidden(void **state)
{
    struct fixture *fixture = *state;
    void *sub = subscriber(fixture, "f");
    char bytes[4096];
    published(sub, "b.", bytes, sizeof bytes); /* the subscription stands */
    struct req_ticket_save save = {.type = ticket_type_report,
                                   .secrecy = secrecy_confidential,
                                   .matter = slice_of("CANARY"),
                                   .name = slice_of("CANARY"),
                                   .phone = slice_of("13800138000")};
    struct rec_done done;
    assert_int_equal(ask(fixture, &fixture->desk, request_ticket_save, &save, &done), REJECT_OK);
    struct req_ticket_register registers = {.ticket = done.id, .version = done.version};
    assert_int_equal(ask(fixture, &fixture->desk, request_ticket_register, &registers, &done),
                     REJECT_OK);
    struct req_ticket_show show = {.ticket = done.id};
    struct req_ticket_history history = {.ticket = done.id, .known = done.seq};
    struct req_audit_list audit = {.ticket = done.id};
    struct rec_ticket_card card;
    struct rec_history_page steps;
    struct rec_look_page looks;
    assert_int_equal(ask(fixture, &fixture->desk, request_ticket_show, &show, &card), REJECT_OK);
    assert_int_equal(card.matter.n, 6);
    assert_int_equal(status(fixture).head, done.seq + 1);
    assert_int_equal(ask(fixture, &fixture->desk, request_ticket_history, &history, &steps),
                     REJECT_OK);
    assert_int_equal(status(fixture).head, done.seq + 1);
    audit.known = done.seq + 1;
    assert_int_equal(ask(fixture, &fixture->console, request_audit_list, &audit, &looks),
                     REJECT_OK);
    assert_int_equal(looks.rows.n, 1);
    const struct rec_look_item *look = looks.rows.items;
    assert_string_equal(look->person.s, "1001");
    assert_int_equal(look->kind, look_kind_open);
    struct fact_envelope envelope;
    struct fact fact;
    do {
        size_t n = published(sub, "f", bytes, sizeof bytes);
        assert_true(published_decode(slice_bytes(bytes, n), &envelope));
        assert_int_equal(fact_decode(envelope.fact, &fact), ERR_OK);
        fact.seq = envelope.seq;
        if (fact_ticket(&fact) != done.id) continue;
        assert_int_equal(fact.by + fact.station, 0);
        assert_true(envelope.fact.n < 32);
    } while (envelope.seq < done.seq + 1);
    assert_int_equal(fact.type, fact_type_ticket_seen);
    zmq_close(sub);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_question_is_answered),
        cmocka_unit_test(a_list_is_as_new_as_what_its_client_knows),
        cmocka_unit_test(work_on_the_house_is_done_and_recorded),
        cmocka_unit_test(facts_are_published_in_a_chain_without_words),
        cmocka_unit_test(a_look_is_recorded_and_a_hidden_ticket_stays_hidden),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
