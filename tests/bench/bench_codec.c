/* What a message costs on its way in and out, in ns: encode, scan, decode, each the whole frame
 * with its envelope. Rounds of many repetitions; min, median and max of the rounds. --json: one
 * object a line. */
#include <stdio.h>
#include <stdlib.h>

#include "common/clock.h"
#include "common/json.h"
#include "proto/envelope.h"
#include "proto/fact.h"

enum { ROUNDS = 41, REPEAT = 5000 };

struct sample {
    const char *name;
    const struct message *message;
    const void *body;
    bool reply;
    struct fact *fact; /* instead of a message */
    struct buffer bytes;
    struct arena arena;
    uint64_t sum; /* so that no step can be left out */
};

static void encode(struct sample *sample)
{
    struct request_envelope request = {.request_id = 0x123456789ABCDEF0,
                                       .session = 70001,
                                       .token = slice_of("0123456789abcdef0123456789abcdef"),
                                       .number = sample->message ? sample->message->number : 0};
    struct reply_envelope reply = {.request_id = 0x123456789ABCDEF0, .head = 1000000};
    buffer_reset(&sample->bytes);
    if (sample->fact)
        fact_encode(&sample->bytes, sample->fact, VIEW_JOURNAL);
    else if (sample->reply)
        reply_encode(&sample->bytes, &reply, sample->message, sample->body);
    else
        request_encode(&sample->bytes, &request, sample->message, sample->body);
    sample->sum += sample->bytes.n;
}

static void scan(struct sample *sample)
{
    sample->sum += scan_ok(slice_bytes(sample->bytes.p, sample->bytes.n));
}

static void decode(struct sample *sample)
{
    struct slice bytes = slice_bytes(sample->bytes.p, sample->bytes.n), body;
    struct request_envelope request;
    struct reply_envelope reply;
    struct fault fault;
    struct fact fact;
    uint64_t space[256];
    if (sample->fact) {
        ASSERT(fact_decode(bytes, &fact) == ERR_OK);
        return;
    }
    if (sample->reply) {
        ASSERT(reply_decode(bytes, &reply));
        body = reply.body;
    } else {
        ASSERT(request_decode(bytes, &request));
        body = request.body;
    }
    ASSERT(sample->message->size <= sizeof space);
    arena_reset(&sample->arena);
    ASSERT(codec_decode(body, sample->message, &sample->arena, space, &fault) == REJECT_OK);
    sample->sum += space[0];
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void measure(struct sample *sample, void (*step)(struct sample *), double ns[ROUNDS])
{
    unsigned repeat = sample->bytes.n > 4096 ? REPEAT / 50 : REPEAT;
    for (int round = 0; round < ROUNDS; round++) {
        uint64_t start = clock_mono_ns();
        for (unsigned i = 0; i < repeat; i++) step(sample);
        ns[round] = (double)(clock_mono_ns() - start) / repeat;
    }
    qsort(ns, ROUNDS, sizeof *ns, ascending);
}

static void print_json(const struct sample *sample, const char *step, const double ns[ROUNDS])
{
    struct json json;
    json_init_file(&json, stdout);
    json_object_begin(&json);
    json_key(&json, "message");
    json_str(&json, sample->name);
    json_key(&json, "step");
    json_str(&json, step);
    json_key(&json, "bytes");
    json_u64(&json, sample->bytes.n);
    json_key(&json, "min_ns");
    json_u64(&json, (uint64_t)ns[0]);
    json_key(&json, "median_ns");
    json_u64(&json, (uint64_t)ns[ROUNDS / 2]);
    json_key(&json, "max_ns");
    json_u64(&json, (uint64_t)ns[ROUNDS - 1]);
    json_object_end(&json);
    if (json_finish(&json) != ERR_OK) exit(1);
    json_fini(&json);
}

static void bench(struct sample *sample, bool as_json)
{
    static const struct {
        const char *name;
        void (*step)(struct sample *);
    } steps[] = {{"encode", encode}, {"scan", scan}, {"decode", decode}};
    buffer_init(&sample->bytes);
    arena_init(&sample->arena, 4 << 20);
    encode(sample);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        double ns[ROUNDS];
        measure(sample, steps[i].step, ns);
        if (as_json)
            print_json(sample, steps[i].name, ns);
        else
            printf("%-32s %-7s %7zu %9.0f %9.0f %9.0f\n", i ? "" : sample->name, steps[i].name,
                   sample->bytes.n, ns[0], ns[ROUNDS / 2], ns[ROUNDS - 1]);
    }
    ASSERT(sample->sum);
    arena_fini(&sample->arena);
    buffer_fini(&sample->bytes);
}

int main(int argc, char **argv)
{
    bool as_json = argc == 2 && strcmp(argv[1], "--json") == 0;
    if (argc > 1 && !as_json) {
        fputs("usage: rexian-bench-codec [--json]\n", stderr);
        return 2;
    }
    char matter[600];
    for (size_t i = 0; i < sizeof matter; i += 12) memcpy(matter + i, "路灯不亮", 12);
    struct req_ticket_save save = {.ticket = 100001,
                                   .version = 3,
                                   .type = ticket_type_complaint,
                                   .name = slice_of("张三丰"),
                                   .phone = slice_of("13812345678"),
                                   .address = slice_of("人民路一百二十号三单元"),
                                   .matter = slice_bytes(matter, sizeof matter)};
    strcpy(save.subject.s, "1201");
    struct req_call_answer answer = {.call = 500123};
    struct rec_done done = {.id = 100001, .version = 4, .seq = 1000000};
    struct rec_ticket_item items[50] = {{0}};
    for (size_t i = 0; i < 50; i++)
        items[i] = (struct rec_ticket_item){.ticket = 100001 + i,
                                            .state = ticket_state_handling,
                                            .type = ticket_type_help,
                                            .subject = slice_of("市政设施"),
                                            .unit = slice_of("水务局"),
                                            .created_ms = 1795320000000,
                                            .due_ms = 1795420000000,
                                            .matter = slice_bytes(matter, LIMIT_NAME),
                                            .version = 7};
    struct rec_ticket_page page = {.rows = {items, 50}, .next = 100001};
    struct fact moved = {
        .type = fact_type_ticket_moved, .at_ms = 1795320000000, .by = 12, .station = 3};
    moved.body.ticket_moved =
        (struct fact_ticket_moved){.ticket = 100001,
                                   .event = ticket_event_dispatch,
                                   .from = ticket_state_registered,
                                   .to = ticket_state_dispatched,
                                   .version = 4,
                                   .unit = 17,
                                   .due_ms = 1795420000000,
                                   .note = slice_of("0123456789abcdef0123456789abcdef")};
    struct sample samples[] = {
        {.name = "ticket.save, 200 Han characters",
         .message = &request_desc(request_ticket_save)->message,
         .body = &save},
        {.name = "call.answer",
         .message = &request_desc(request_call_answer)->message,
         .body = &answer},
        {.name = "reply: done",
         .message = request_desc(request_call_answer)->answer,
         .body = &done,
         .reply = true},
        {.name = "reply: 50 tickets",
         .message = request_desc(request_ticket_list)->answer,
         .body = &page,
         .reply = true},
        {.name = "fact: ticket_moved", .fact = &moved},
    };
    if (!as_json)
        printf("%-32s %-7s %7s %9s %9s %9s\n", "message", "step", "bytes", "min ns", "median ns",
               "max ns");
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) bench(&samples[i], as_json);
    return 0;
}
