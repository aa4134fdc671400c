/* The way into the rules and out of them: who asks, which handler, what a fact changes. */
#include "proto/tags.h"
#include "server/core/authority.h"
#include "server/core/step.h"
#include "server/core/tally_calls.h"

void step_refuse(struct step *step, enum reject reject, const char *field)
{
    ASSERT(!step->emitted && reject != REJECT_OK);
    *step->out = (struct outcome_of_step){.reject = reject, .fault.field = field};
}

bool step_refused(const struct step *step)
{
    return step->out->reject != REJECT_OK;
}

bool step_require(struct step *step, bool ok, enum reject reject, const char *field)
{
    if (!ok) step_refuse(step, reject, field);
    return ok;
}

bool step_require_limit(struct step *step, bool ok, enum reject reject, const char *field,
                        uint64_t limit)
{
    if (!ok) {
        step_refuse(step, reject, field);
        step->out->fault.limit = limit;
    }
    return ok;
}

void step_done(struct step *step, uint64_t id, uint64_t version)
{
    ASSERT(step->answers_done);
    step->out->answer.done.id = id;
    step->out->answer.done.version = version;
}

struct fact step_fact(const struct step *step, enum fact_type type)
{
    return (struct fact){
        .type = type,
        .at_ms = step->core->now_ms,
        .by = step->who->person,
        .station = step->who->station,
    };
}

void step_emit(struct step *step, struct fact *fact)
{
    ASSERT(!step_refused(step));
    step->emitted = true;
    journal_append(step->core->txn, fact);
    if (step->answers_done) step->out->answer.done.seq = fact->seq;
}

uint64_t step_next_id(const struct step *step, enum object object)
{
    struct row_counter counter;
    counter_get(step->core->txn, object, &counter);
    return counter.last + 1;
}

void counter_use(struct txn *txn, enum object object, uint64_t id)
{
    struct row_counter counter;
    counter_get(txn, object, &counter);
    if (id <= counter.last) return;
    counter.last = id;
    counter_put(txn, &counter);
}

enum reject core_who(struct core *core, uint64_t station, uint64_t session, struct slice token,
                     struct who *who)
{
    struct row_session row;
    struct row_person person;
    struct h32 hash;
    *who = (struct who){.station = station};
    if (session == 0) return REJECT_OK;
    if (token.n != TOKEN_BYTES || !session_get(core->txn, session, &row) || row.live_person == 0 ||
        row.station != station || row.until_ms <= core->now_ms)
        return REJECT_NOT_SIGNED_IN;
    words_hash(core->txn, "token", token, &hash);
    if (memcmp(&hash, &row.token, sizeof hash) != 0) return REJECT_NOT_SIGNED_IN;
    if (!person_get(core->txn, row.person, &person)) return REJECT_NOT_SIGNED_IN;
    who->person = person.person;
    who->session = session;
    who->unit = person.unit;
    who->roles = person.roles;
    return REJECT_OK;
}

bool core_verifier(struct txn *txn, const char *number, struct arena *arena, uint64_t *person,
                   struct slice *verifier)
{
    struct row_person row;
    struct code code = {{0}};
    size_t n = strnlen(number, sizeof code.s);
    *person = 0;
    *verifier = (struct slice){0};
    if (n == sizeof code.s) return false;
    memcpy(code.s, number, n);
    if (!person_find(txn, &code, false, &row)) return false;
    if (!words_read(txn, row.verifier_seq, TAG_person_put_verifier, arena, verifier)) return false;
    *person = row.person;
    return true;
}

static void dispatch(struct step *step, enum request number, const void *body)
{
    switch (number) {
#define HANDLE_COMMAND(name)                                                                       \
    case request_##name:                                                                           \
        do_##name(step, body);                                                                     \
        return;
#define HANDLE_FRESH(name) case request_##name:
#define HANDLE_LIST(name) case request_##name:
#define HANDLE_HOUSE(name) case request_##name:
#define Q(number, name, verb, kind, who, answer, help) HANDLE_##kind(name)
        REQUEST_TABLE(Q)
#undef Q
    case request_none:
        break;
    }
    step_refuse(step, REJECT_UNKNOWN_MESSAGE, NULL);
}

void core_step(struct core *core, const struct who *who, enum request number, const void *body,
               const struct extras *extras, struct arena *arena, struct outcome_of_step *out)
{
    const struct request_desc *desc = request_desc(number);
    *out = (struct outcome_of_step){.reject = REJECT_OK};
    struct step step = {
        .core = core,
        .who = who,
        .extras = extras,
        .arena = arena,
        .out = out,
        .answers_done = desc && desc->answer == request_desc(request_session_close)->answer,
    };
    if (desc && !may_ask(who, desc)) {
        bool somebody = who->console || who->person != 0;
        step_refuse(&step, somebody ? REJECT_DENIED : REJECT_NOT_SIGNED_IN, NULL);
        return;
    }
    dispatch(&step, number, body);
}

void apply_centre_opened(struct txn *txn, const struct fact *fact,
                         const struct fact_centre_opened *body)
{
    (void)txn, (void)fact, (void)body; /* the format is the store's business */
}

void apply_console_used(struct txn *txn, const struct fact *fact,
                        const struct fact_console_used *body)
{
    (void)txn, (void)fact, (void)body; /* only to be read in the journal */
}

/* The fields of each fact that name a call or a ticket: in whose ledger it stands (R18). Only those
 * two types have an entry; the lists end with a zero. */
struct trail_field {
    enum object object;
    size_t offset;
};
#define TRAIL_call(S, name) {object_call, offsetof(struct fact_##S, name)},
#define TRAIL_ticket(S, name) {object_ticket, offsetof(struct fact_##S, name)},
#define TRAIL_u64(S, name)
#define TRAIL_ms(S, name)
#define TRAIL_flag(S, name)
#define TRAIL_roles(S, name)
#define TRAIL_person(S, name)
#define TRAIL_station(S, name)
#define TRAIL_session(S, name)
#define TRAIL_unit(S, name)
#define TRAIL_line(S, name)
#define TRAIL_subject(S, name)
#define TRAIL_script(S, name)
#define TRAIL_article(S, name)
#define TRAIL_code(S, name)
#define TRAIL_h32(S, name)
#define TRAIL_text(S, name)
#define TRAIL_bytes(S, name)

#define F(S, tag, type, name, max, class, need, help) TRAIL_##type(S, name)
#define E(S, tag, vocabulary, name, class, need, help)
#define R(S, tag, record, name, max, help)
#define X(number, name, help)                                                                      \
    static const struct trail_field name##_trail[] = {FIELDS_fact_##name(name, F, E, R){0, 0}};
FACT_TABLE(X)
#undef X
#undef F
#undef E
#undef R

static void trail_follow(struct txn *txn, const struct fact *fact, const struct trail_field *fields)
{
    for (const struct trail_field *field = fields; field->object; field++) {
        uint64_t id;
        memcpy(&id, (const char *)&fact->body + field->offset, sizeof id);
        if (id) trail_put(txn, field->object, id, fact->seq);
    }
}

void core_apply(struct txn *txn, const struct fact *fact)
{
    struct tally tally;
    tally_before(&tally, txn, fact);
    switch ((enum fact_type)fact->type) {
#define X(number, name, help)                                                                      \
    case fact_type_##name:                                                                         \
        apply_##name(txn, fact, &fact->body.name);                                                 \
        trail_follow(txn, fact, name##_trail);                                                     \
        tally_after(&tally, txn, fact);                                                            \
        return;
        FACT_TABLE(X)
#undef X
    case fact_none:
        break;
    }
    ASSERT(!"a fact of a type that this version knows");
}
