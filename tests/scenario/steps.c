/* The lines of a scenario that do something. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "proto/args.h"
#include "tests/scenario/run.h"

static bool name_is(const struct word_of_line *word, const char *name)
{
    return slice_equal(word->name, slice_of(name));
}

static struct slice part_of(struct slice text, char separator, bool behind)
{
    const char *at = text.n ? memchr(text.p, separator, text.n) : NULL;
    if (!at) return behind ? (struct slice){0} : text;
    size_t n = (size_t)(at - text.p);
    return behind ? slice_bytes(at + 1, text.n - n - 1) : slice_bytes(text.p, n);
}

static struct seat *seat_find(struct run *run, struct slice name, bool make)
{
    for (size_t i = 0; i < run->n_seats; i++) {
        if (slice_equal(run->seats[i].name, name)) return &run->seats[i];
    }
    if (!make || run->n_seats == SEATS) return NULL;
    struct seat *seat = &run->seats[run->n_seats++];
    char *copy = malloc(name.n + 1);
    ASSERT(copy);
    memcpy(copy, name.p, name.n);
    *seat = (struct seat){.name = slice_bytes(copy, name.n)};
    seat->station = id_of(&run->values, "station", part_of(name, '@', true));
    return seat;
}

/* by console · by 1001@S1 · by 1001@S1 from=S2 · by nobody@S1 · by ghost@S1 */
static void step_by(struct run *run, const struct line_of_script *line)
{
    struct slice name = line->n > 1 ? line->words[1].value : (struct slice){0};
    run->seat = NULL;
    run->door = (struct door){.console = slice_equal(name, slice_of("console"))};
    if (run->door.console) return;
    run->seat = seat_find(run, name, false);
    struct slice who = part_of(name, '@', false);
    if (!run->seat &&
        (slice_equal(who, slice_of("nobody")) || slice_equal(who, slice_of("ghost")))) {
        run->seat = seat_find(run, name, true);
    }
    if (!run->seat) {
        run_fail(run, "%.*s has not signed in", (int)name.n, name.p);
        return;
    }
    if (slice_equal(who, slice_of("ghost"))) {
        run->seat->session = UINT32_MAX;
        run->seat->token_n = TOKEN_BYTES;
    }
    run->door.station = run->seat->station;
    if (line->n > 2 && name_is(&line->words[2], "from")) {
        run->door.station = id_of(&run->values, "station", line->words[2].value);
    }
}

static void say_fault(void *ctx, const char *sentence)
{
    run_fail(ctx, "%s", sentence);
}

/* A refusal changes nothing; only an attempt to sign in leaves a trace. */
static void refusal_left_nothing(struct run *run)
{
    for (uint64_t seq = run->asked.head_before + 1; seq <= run->asked.head_after; seq++) {
        struct fact fact;
        if (!journal_read(world_txn(&run->world), seq, &fact, NULL) ||
            fact.type != fact_type_session_refused) {
            run_fail(run, "refused, and fact %" PRIu64 " was appended", seq);
        }
    }
}

void run_stepped(struct run *run)
{
    struct txn *txn = world_txn(&run->world);
    run->stepped = true;
    run->result_seen = run->facts_seen = false;
    run->step_line = run->line;
    run->values.now_ms = run->world.now_ms;
    run->last_fact = journal_head(txn);
    for (uint64_t seq = run->next_fact; seq <= run->last_fact; seq++) {
        struct fact fact;
        if (!journal_read(txn, seq, &fact, NULL)) {
            run_fail(run, "fact %" PRIu64 " cannot be read", seq);
            return;
        }
        hits_fact(run->hits, &fact);
        const struct field *missing = args_missing(fact_desc(fact.type), &fact.body);
        if (missing) run_fail(run, "fact %" PRIu64 " must name %s", seq, missing->name);
    }
    world_check(&run->world, say_fault, run);
    if (!world_sync(&run->world)) run_fail(run, "%s", run->world.why);
}

static void send(struct run *run, struct slice frame, bool password_ok)
{
    run->next_fact = journal_head(world_txn(&run->world)) + 1;
    world_ask(&run->world, run->door, frame, password_ok, &run->asked);
    run->asked_something = true;
    if (run->asked.desc) hits_request(run->hits, run->asked.desc->message.number);
    if (run->asked.out.reject != REJECT_OK) {
        hits_reject(run->hits, run->asked.out.reject);
        refusal_left_nothing(run);
    }
    run_stepped(run);
}

/* message NULL: number and body as they are given. */
static void send_message(struct run *run, const struct message *message, uint64_t number,
                         const void *body, struct slice encoded, bool password_ok)
{
    struct request_envelope envelope = {
        .request_id = ++run->request_id, .number = number, .body = encoded};
    if (run->seat) {
        envelope.session = run->seat->session;
        envelope.token = slice_bytes(run->seat->token, run->seat->token_n);
    }
    buffer_reset(&run->frame);
    request_encode(&run->frame, &envelope, message, body);
    send(run, slice_bytes(run->frame.p, run->frame.n), password_ok);
}

static enum reject set_field(struct run *run, const struct message *message, void *body,
                             const struct word_of_line *word, struct script *script,
                             struct fault *fault)
{
    const struct field *field = field_named(message, word->name);
    struct slice value = word->value;
    char first = value.n ? value.p[0] : '\0';
    uint64_t number;
    if (field && (field->type == TYPE_text || field->type == TYPE_bytes)) {
        /* As a careless client would: what is wrong with it is for the decoder to say. */
        memcpy((char *)body + field->offset, &value, sizeof value);
        return REJECT_OK;
    }
    if (field && first == '#' &&
        value_of(&run->values, field->name, NULL, slice_bytes(value.p + 1, value.n - 1), &number)) {
        memcpy((char *)body + field->offset, &number, sizeof number);
        return REJECT_OK;
    }
    if (field && (first == '$' || first == '@' || field->type == TYPE_ms) &&
        value_of(&run->values, field->name, NULL, value, &number)) {
        memcpy((char *)body + field->offset, &number, sizeof number);
        return REJECT_OK;
    }
    return args_set(message, body, word->name, value, &script->arena, fault);
}

static bool step_request(struct run *run, const struct line_of_script *line, struct script *script)
{
    const struct request_desc *desc = request_by_verb(line->words[0].value);
    if (!desc) return false;
    void *body = arena_take(&script->arena, desc->message.size);
    ASSERT(body);
    for (size_t i = 1; i < line->n; i++) {
        struct fault fault = {0};
        enum reject reject = set_field(run, &desc->message, body, &line->words[i], script, &fault);
        if (reject != REJECT_OK) {
            run_fail(run, "%.*s: %s %s", (int)line->words[i].name.n, line->words[i].name.p,
                     reject_name(reject), fault.field ? fault.field : "");
            return true;
        }
    }
    send_message(run, &desc->message, desc->message.number, body, (struct slice){0}, false);
    return true;
}

/* sign-in 1001@S1 [password=wrong] · sign-in 1001@S1 watch=yes */
static void step_sign_in(struct run *run, const struct line_of_script *line)
{
    struct slice name = line->n > 1 ? line->words[1].value : (struct slice){0};
    struct slice number = part_of(name, '@', false);
    bool watch = line->n > 2 && name_is(&line->words[2], "watch");
    bool right = line->n < 3 || watch || slice_equal(line->words[2].value, slice_of("ok"));
    struct seat *seat = seat_find(run, name, true);
    const struct request_desc *desc = request_desc(request_session_open);
    struct req_session_open body = {.password = slice_of("correct horse"), .watch = watch};
    ASSERT(seat && number.n <= LIMIT_CODE);
    memcpy(body.number.s, number.p, number.n);
    run->seat = NULL;
    run->door = (struct door){.station = seat->station};
    send_message(run, &desc->message, request_session_open, &body, (struct slice){0}, right);
    run->seat = seat;
    if (run->asked.out.reject != REJECT_OK) return;
    const struct rec_session *session = &run->asked.out.answer.session;
    ASSERT(session->token.n <= sizeof seat->token);
    seat->session = session->session;
    seat->token_n = session->token.n;
    memcpy(seat->token, session->token.p, session->token.n);
}

static bool hex_bytes(struct slice text, struct arena *arena, struct slice *out)
{
    unsigned char *bytes = arena_take(arena, text.n / 2 + 1);
    ASSERT(bytes);
    for (size_t i = 0; i + 1 < text.n; i += 2) {
        char pair[3] = {text.p[i], text.p[i + 1], '\0'};
        char *end;
        bytes[i / 2] = (unsigned char)strtoul(pair, &end, 16);
        if (*end) return false;
    }
    *out = slice_bytes(bytes, text.n / 2);
    return text.n % 2 == 0;
}

/* raw HEX: a whole frame · number N [HEX]: a request by its number · body VERB HEX: its body */
static bool step_bytes(struct run *run, const struct line_of_script *line, struct script *script)
{
    struct slice bytes = {0};
    uint64_t number;
    bool raw = word_is(&line->words[0], "raw"), numbered = word_is(&line->words[0], "number");
    if (!raw && !numbered && !word_is(&line->words[0], "body")) return false;
    size_t at = raw ? 1 : 2;
    if (line->n < 2 ||
        (line->n > at && !hex_bytes(line->words[at].value, &script->arena, &bytes))) {
        run_fail(run, "hexadecimal bytes are missing");
        return true;
    }
    if (raw) {
        send(run, bytes, false);
        return true;
    }
    if (numbered) {
        if (!value_of(&run->values, "", NULL, line->words[1].value, &number)) number = 0;
    } else {
        const struct request_desc *desc = request_by_verb(line->words[1].value);
        number = desc ? desc->message.number : 0;
    }
    send_message(run, NULL, number, NULL, bytes, false);
    return true;
}

/* at +20s: the timers on the way fire at their time. */
static void step_at(struct run *run, const struct line_of_script *line)
{
    struct slice text = line->n == 2 ? line->words[1].value : (struct slice){0};
    uint64_t ms;
    if (text.n < 2 || text.p[0] != '+' || !duration_of(slice_bytes(text.p + 1, text.n - 1), &ms)) {
        run_fail(run, "at +20s, +5min, +2h, +3d or +100ms");
        return;
    }
    uint64_t until_ms = run->world.now_ms + ms;
    run->next_fact = journal_head(world_txn(&run->world)) + 1;
    while (world_tick(&run->world, until_ms)) world_check(&run->world, say_fault, run);
    run->asked_something = false;
    run_stepped(run);
}

static void step_set(struct run *run, const struct line_of_script *line)
{
    char why[WORLD_WHY];
    size_t n = strlen(run->settings);
    for (size_t i = 1; i < line->n; i++) {
        n += (size_t)snprintf(run->settings + n, sizeof run->settings - n, "%.*s = %.*s\n",
                              (int)line->words[i].name.n, line->words[i].name.p,
                              (int)line->words[i].value.n, line->words[i].value.p);
        ASSERT(n < sizeof run->settings);
    }
    if (settings_parse(run->path, slice_of(run->settings), &run->world.settings, why, sizeof why) !=
        ERR_OK) {
        run_fail(run, "%s", why);
    }
}

/* silent S1 · heard S1: the turn has heard nothing of that station for too long, or again. */
static bool step_presence(struct run *run, const struct line_of_script *line)
{
    bool silent = word_is(&line->words[0], "silent");
    if (!silent && !word_is(&line->words[0], "heard")) return false;
    if (line->n != 2) {
        run_fail(run, "silent S1, or heard S1");
        return true;
    }
    uint64_t station = id_of(&run->values, "station", line->words[1].value);
    run->next_fact = journal_head(world_txn(&run->world)) + 1;
    world_presence(&run->world, station, !silent);
    run->asked_something = false;
    run_stepped(run);
    return true;
}

bool run_step(struct run *run, const struct line_of_script *line, struct script *script)
{
    const struct word_of_line *first = &line->words[0];
    if (word_is(first, "rule:")) return true;
    if (word_is(first, "set")) {
        step_set(run, line);
    } else if (word_is(first, "at")) {
        step_at(run, line);
    } else if (word_is(first, "by")) {
        step_by(run, line);
    } else if (word_is(first, "sign-in")) {
        step_sign_in(run, line);
    } else {
        return step_presence(run, line) || step_bytes(run, line, script) ||
               step_request(run, line, script);
    }
    return true;
}
