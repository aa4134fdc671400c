/* An operator: answers, greets, records as the caller speaks, answers directly or dispatches, and
 * follows up when the ticket comes back. */
#include <stdlib.h>

#include "client/sim/world.h"

enum { BLANKS = 8 }; /* required form fields of one ticket that are filled in */

/* A required form field that is empty. */
struct blank {
    struct code field;
    char value[LIMIT_NAME + 1];
};

struct talk {
    uint64_t call, ticket, version;
    struct caller caller;
    struct blank blanks[BLANKS];
    size_t n_blanks;
};

static struct talk *talk_of(struct actor *actor)
{
    if (!actor->state) actor->state = calloc(1, sizeof(struct talk));
    ASSERT(actor->state);
    return actor->state;
}

static double think(struct actor *actor)
{
    return actor->world->plan.talk_ms;
}

static void look_up(struct actor *actor, uint64_t a, uint64_t b);

static void recorded(struct actor *actor)
{
    struct talk *talk = talk_of(actor);
    if (!talk->call) return;
    talk->call = 0;
    actor->world->conversations--;
}

/* A refusal that passes is asked again by what the actor is doing; anything else ends the talk. */
static void went_wrong(struct actor *actor)
{
    recorded(actor);
    sim_at(actor, RETRY_MS, look_up, 0, 0);
}

static void now_ready(void *ctx, const struct link_answer *answer)
{
    if (!sim_good(ctx, answer)) sim_at(ctx, RETRY_MS, look_up, 0, 0);
}

static void ready(struct actor *actor, uint64_t a, uint64_t b)
{
    (void)a;
    (void)b;
    sim_ask(actor, request_agent_ready, &(struct req_agent_ready){0}, now_ready, actor);
}

static void closed(void *ctx, const struct link_answer *answer)
{
    struct actor *actor = ctx;
    struct talk *talk = talk_of(actor);
    if (!sim_good(actor, answer)) {
        fprintf(stderr, "rexian-sim: ticket %llu: %s %.*s\n", (unsigned long long)talk->ticket,
                reject_name(answer->reject), (int)answer->field.n, answer->field.p);
        went_wrong(actor);
        return;
    }
    uint64_t call = talk->call;
    audit_expect(actor->world, talk->ticket, talk->caller.matter);
    recorded(actor);
    trunk_hang_up(actor->world, call);
}

static void decide(struct actor *actor)
{
    struct talk *talk = talk_of(actor);
    if (chance(actor->world, actor->world->plan.direct)) {
        struct req_ticket_answer body = {
            .ticket = talk->ticket,
            .reply = slice_of("已按知识库条目告知办理地点、所需材料和服务时间，来电人表示清楚。"),
            .article = {"A-0201"}};
        sim_ask(actor, request_ticket_answer, &body, closed, actor);
        return;
    }
    struct req_ticket_dispatch body = {.ticket = talk->ticket,
                                       .note = slice_of("请尽快联系来电人核实。")};
    snprintf(body.unit.s, sizeof body.unit.s, "U%02u",
             (unsigned)(1 + chance_below(actor->world, 3)));
    sim_ask(actor, request_ticket_dispatch, &body, closed, actor);
}

static void registered(void *ctx, const struct link_answer *answer)
{
    if (sim_good(ctx, answer))
        decide(ctx);
    else
        went_wrong(ctx);
}

static void register_it(struct actor *actor, uint64_t a, uint64_t b)
{
    (void)a;
    (void)b;
    struct talk *talk = talk_of(actor);
    struct req_ticket_register body = {
        .ticket = talk->ticket, .version = talk->version, .matter = slice_of(talk->caller.matter)};
    sim_ask(actor, request_ticket_register, &body, registered, actor);
}

/* ---- the form: whatever is required of this matter, one field after the other ---- */

static void fill_next(struct actor *actor, uint64_t a, uint64_t b);

static void filled(void *ctx, const struct link_answer *answer)
{
    struct actor *actor = ctx;
    if (!sim_good(actor, answer)) {
        went_wrong(actor);
        return;
    }
    talk_of(actor)->version = ((const struct rec_done *)answer->body)->version;
    fill_next(actor, 0, 0);
}

static void fill_next(struct actor *actor, uint64_t a, uint64_t b)
{
    (void)a;
    (void)b;
    struct talk *talk = talk_of(actor);
    if (talk->n_blanks == 0) {
        sim_after(actor, think(actor), register_it, 0, 0);
        return;
    }
    const struct blank *blank = &talk->blanks[--talk->n_blanks];
    struct req_ticket_fill body = {
        .ticket = talk->ticket, .field = blank->field, .value = slice_of(blank->value)};
    sim_ask(actor, request_ticket_fill, &body, filled, actor);
}

/* Something that fits: what a caller would say, the first entry of a choice. */
static void blank_say(const struct rec_value_item *item, struct blank *blank)
{
    const char *const said[] = {
        [value_kind_text] = "来电人说是昨天夜里，就在所住小区门口",
        [value_kind_number] = "2",
        [value_kind_date] = "2026-11-20",
        [value_kind_time] = "2026-11-20T21:30",
        [value_kind_yes_no] = "no",
        [value_kind_phone] = "19900001234",
    };
    const char *bar = item->choices.n ? memchr(item->choices.p, '|', item->choices.n) : NULL;
    size_t first = bar ? (size_t)(bar - item->choices.p) : item->choices.n;
    blank->field = item->field;
    if (item->kind == value_kind_choice)
        snprintf(blank->value, sizeof blank->value, "%.*s", (int)first, item->choices.p);
    else if (item->kind < sizeof said / sizeof *said && said[item->kind])
        snprintf(blank->value, sizeof blank->value, "%s", said[item->kind]);
}

static void saw_fields(void *ctx, const struct link_answer *answer)
{
    struct actor *actor = ctx;
    struct talk *talk = talk_of(actor);
    if (!sim_good(actor, answer)) {
        went_wrong(actor);
        return;
    }
    const struct rec_value_page *page = answer->body;
    const struct rec_value_item *items = page->rows.items;
    talk->n_blanks = 0;
    for (size_t i = 0; i < page->rows.n && talk->n_blanks < BLANKS; i++)
        if (items[i].must && items[i].value.n == 0)
            blank_say(&items[i], &talk->blanks[talk->n_blanks++]);
    fill_next(actor, 0, 0);
}

static void saved(void *ctx, const struct link_answer *answer)
{
    struct actor *actor = ctx;
    if (!sim_good(actor, answer)) {
        went_wrong(actor);
        return;
    }
    const struct rec_done *done = answer->body;
    struct talk *talk = talk_of(actor);
    talk->ticket = done->id;
    talk->version = done->version;
    sim_ask(actor, request_ticket_fields, &(struct req_ticket_fields){.ticket = done->id},
            saw_fields, actor);
}

/* The draft as it is after the first sentences: without the matter's end. */
static void record(struct actor *actor, uint64_t a, uint64_t b)
{
    (void)a;
    (void)b;
    struct talk *talk = talk_of(actor);
    const struct caller *caller = &talk->caller;
    struct req_ticket_save body = {.call = talk->call,
                                   .type = caller->type,
                                   .name = slice_of(caller->name),
                                   .phone = slice_of(caller->phone),
                                   .address = slice_of(caller->address),
                                   .workplace = slice_of("望湖纺织厂"),
                                   .matter = slice_of("来电人正在说明情况")};
    snprintf(body.subject.s, sizeof body.subject.s, "%s", caller->subject);
    sim_ask(actor, request_ticket_save, &body, saved, actor);
}

static void passed_on(void *ctx, const struct link_answer *answer)
{
    struct actor *actor = ctx;
    if (sim_good(actor, answer))
        recorded(actor);
    else
        sim_after(actor, think(actor), record, 0, 0);
}

static void saw_card(void *ctx, const struct link_answer *answer)
{
    struct actor *actor = ctx;
    struct talk *talk = talk_of(actor);
    if (!sim_good(actor, answer)) {
        went_wrong(actor);
        return;
    }
    const struct rec_call_card *card = answer->body;
    if (card->greeting.n == 0 || (card->late && card->apology.n == 0))
        actor->world->greetings_missing++;
    if (chance(actor->world, actor->world->plan.transfer) && card->note.n == 0) {
        struct req_call_transfer body = {.call = talk->call,
                                         .queue = {"12345"},
                                         .note = slice_of("来电人已说明身份，请直接询问诉求。")};
        sim_ask(actor, request_call_transfer, &body, passed_on, actor);
        return;
    }
    sim_after(actor, think(actor), record, 0, 0);
}

static void answered(void *ctx, const struct link_answer *answer)
{
    struct actor *actor = ctx;
    struct talk *talk = talk_of(actor);
    if (!sim_good(actor, answer)) {
        went_wrong(actor); /* the caller had gone, or it lapsed */
        return;
    }
    caller_invent(actor->world, SAID_TALKING, talk->call, &talk->caller);
    sim_ask(actor, request_call_show, &(struct req_call_show){.call = talk->call}, saw_card, actor);
}

static void answer(struct actor *actor, uint64_t call, uint64_t unused)
{
    (void)unused;
    struct talk *talk = talk_of(actor);
    if (talk->call) return;
    *talk = (struct talk){.call = call};
    actor->world->conversations++;
    sim_ask(actor, request_call_answer, &(struct req_call_answer){.call = call}, answered, actor);
}

static void offered(struct actor *actor, uint64_t call)
{
    if (!chance(actor->world, actor->world->plan.ignore))
        sim_after(actor, think(actor), answer, call, 0);
}

/* Goes on from whatever state the dispatcher knows this agent to be in. */
static void carry_on(struct actor *actor, uint64_t state, uint64_t call)
{
    switch ((enum agent_state)state) {
    case agent_state_break:
    case agent_state_missed:
    case agent_state_wrapping:
        sim_after(actor, think(actor), ready, 0, 0);
        break;
    case agent_state_offered:
        offered(actor, call);
        break;
    case agent_state_holding:
    case agent_state_talking: /* with a caller whose record failed: let the caller go */
        if (!talk_of(actor)->call) trunk_hang_up(actor->world, call);
        break;
    case agent_state_offline:
    case agent_state_absent:
    case agent_state_ready:
    case agent_state_out:
    case agent_state_none:
        break;
    }
}

static void looked_up(void *ctx, const struct link_answer *answer)
{
    struct actor *actor = ctx;
    if (!sim_good(actor, answer)) {
        sim_at(actor, RETRY_MS, look_up, 0, 0);
        return;
    }
    const struct rec_me *me = answer->body;
    carry_on(actor, me->state, me->call);
}

static void look_up(struct actor *actor, uint64_t a, uint64_t b)
{
    (void)a;
    (void)b;
    sim_ask(actor, request_me_show, &(struct req_me_show){0}, looked_up, actor);
}

static void follow_up(struct actor *actor, uint64_t ticket, uint64_t unused);

/* R49: of a report, the caller is asked who they are before the result is told. */
static void identified(void *ctx, const struct link_answer *answer)
{
    if (sim_good(ctx, answer))
        sim_after(ctx, think(ctx), follow_up, ((const struct rec_done *)answer->body)->id, 0);
}

static void identify(struct actor *actor, uint64_t ticket, uint64_t unused)
{
    (void)unused;
    const struct req_ticket_identify body = {.ticket = ticket, .way = identity_way_details};
    sim_ask(actor, request_ticket_identify, &body, identified, actor);
}

struct asking {
    struct actor *actor;
    uint64_t ticket;
};

static void followed_up(void *ctx, const struct link_answer *answer)
{
    struct asking *asking = ctx;
    if (!sim_good(asking->actor, answer) && answer->reject == REJECT_NOT_VERIFIED)
        identify(asking->actor, asking->ticket, 0);
    free(asking);
}

static void follow_up(struct actor *actor, uint64_t ticket, uint64_t unused)
{
    (void)unused;
    struct req_ticket_follow_up body = {.ticket = ticket, .outcome = outcome_satisfied};
    if (chance(actor->world, 0.05)) {
        body.outcome = outcome_unreachable;
    } else if (chance(actor->world, actor->world->plan.unsatisfied)) {
        body.outcome = outcome_unsatisfied;
        body.solved = solved_no;
        body.grade = grade_unsatisfied;
        body.opinion = slice_of("来电人认为问题仍未解决。");
    } else {
        body.solved = solved_yes;
        body.grade = chance(actor->world, 0.5) ? grade_very_satisfied : grade_satisfied;
        body.process = grade_satisfied;
        body.opinion = slice_of("来电人表示满意。");
    }
    struct asking *asking = malloc(sizeof *asking);
    ASSERT(asking);
    *asking = (struct asking){actor, ticket};
    sim_ask(actor, request_ticket_follow_up, &body, followed_up, asking);
}

static void operator_fact(struct actor *actor, const struct fact *fact)
{
    if (fact->type == fact_type_agent_moved && fact->body.agent_moved.person == actor->person)
        carry_on(actor, fact->body.agent_moved.to, fact->body.agent_moved.call);
    if (fact->type == fact_type_ticket_moved && fact->body.ticket_moved.owner == actor->person &&
        fact->body.ticket_moved.to == ticket_state_follow_up)
        sim_after(actor, think(actor), follow_up, fact->body.ticket_moved.ticket, 0);
}

static void operator_signed_in(struct actor *actor, const struct rec_me *me)
{
    char topic[TOPIC_MAX];
    snprintf(topic, sizeof topic, "p%llu.", (unsigned long long)actor->person);
    enum err err = link_subscribe(actor->link, topic, me->head);
    ASSERT(err == ERR_OK);
    carry_on(actor, me->state, me->call);
    sim_pick_up(actor, ticket_view_mine, ticket_state_follow_up, follow_up);
}

const struct part part_operator = {operator_signed_in, operator_fact, NULL};
