/* Those behind the operators: unit handlers, approvers, the hotline office. */
#include "client/sim/world.h"

static void asked(void *ctx, const struct link_answer *answer)
{
    sim_good(ctx, answer); /* a refusal: somebody else of the unit was first */
}

static void sign(struct actor *actor, uint64_t ticket, uint64_t unused)
{
    (void)unused;
    sim_ask(actor, request_ticket_sign, &(struct req_ticket_sign){.ticket = ticket}, asked, actor);
}

/* A complaint has a plan before its reply; the others do not mind one. */
static void plan(struct actor *actor, uint64_t ticket, uint64_t unused)
{
    (void)unused;
    struct req_ticket_plan body = {
        .ticket = ticket, .reply = slice_of("今日到现场核实，两日内处理，处理后电话告知来电人。")};
    sim_ask(actor, request_ticket_plan, &body, asked, actor);
}

/* Of a suggestion it is said whether it is adopted (R36). */
static void shown(void *ctx, const struct link_answer *answer)
{
    struct actor *actor = ctx;
    if (!sim_good(actor, answer)) return;
    const struct rec_ticket_card *card = answer->body;
    struct req_ticket_reply body = {
        .ticket = card->ticket,
        .reply = slice_of("接单当日派人到现场核实，情况属实，并与来电人通话确认。"),
        .measures = slice_of("已安排人员当日处理完毕，后续每周巡查一次。"),
        .result = slice_of("问题已经消除，现场恢复正常。"),
        .view = caller_view_satisfied};
    if (card->type == ticket_type_suggestion) body.resolution = resolution_adopted;
    sim_ask(actor, request_ticket_reply, &body, asked, actor);
}

static void reply(struct actor *actor, uint64_t ticket, uint64_t unused)
{
    (void)unused;
    sim_ask(actor, request_ticket_show, &(struct req_ticket_show){.ticket = ticket}, shown, actor);
}

static void unit_noted(struct actor *actor, const struct fact_ticket_noted *noted)
{
    if (noted->unit == actor->unit && noted->event == ticket_event_plan)
        sim_after(actor, actor->world->plan.talk_ms, reply, noted->ticket, 0);
}

static void unit_fact(struct actor *actor, const struct fact *fact)
{
    const struct fact_ticket_moved *moved = &fact->body.ticket_moved;
    if (fact->type == fact_type_ticket_noted) unit_noted(actor, &fact->body.ticket_noted);
    if (fact->type != fact_type_ticket_moved || moved->unit != actor->unit) return;
    double mean_ms = actor->world->plan.talk_ms;
    if (moved->to == ticket_state_dispatched) sim_after(actor, mean_ms, sign, moved->ticket, 0);
    if (moved->to == ticket_state_handling) sim_after(actor, mean_ms, plan, moved->ticket, 0);
}

static void listen_to_unit(struct actor *actor, uint64_t head)
{
    char topic[TOPIC_MAX];
    snprintf(topic, sizeof topic, "u%llu.", (unsigned long long)actor->unit);
    enum err err = link_subscribe(actor->link, topic, head);
    ASSERT(err == ERR_OK);
}

static void unit_signed_in(struct actor *actor, const struct rec_me *me)
{
    listen_to_unit(actor, me->head);
    sim_pick_up(actor, ticket_view_unit, ticket_state_dispatched, sign);
    sim_pick_up(actor, ticket_view_unit, ticket_state_handling, plan);
}

static void approve(struct actor *actor, uint64_t ticket, uint64_t unused)
{
    (void)unused;
    if (chance(actor->world, 0.1)) {
        struct req_ticket_send_back body = {.ticket = ticket,
                                            .note = slice_of("请补充整改完成的时间。")};
        sim_ask(actor, request_ticket_send_back, &body, asked, actor);
    } else {
        struct req_ticket_pass body = {.ticket = ticket, .note = slice_of("同意。")};
        sim_ask(actor, request_ticket_pass, &body, asked, actor);
    }
}

/* The approvers of this house are the heads of their units too: what is done again is theirs to
 * sign (R63). */
static void approver_fact(struct actor *actor, const struct fact *fact)
{
    const struct fact_ticket_moved *moved = &fact->body.ticket_moved;
    if (fact->type != fact_type_ticket_moved || moved->unit != actor->unit) return;
    double mean_ms = actor->world->plan.talk_ms;
    if (moved->event == ticket_event_redo) sim_after(actor, mean_ms, sign, moved->ticket, 0);
    if (moved->to == ticket_state_approval) sim_after(actor, mean_ms, approve, moved->ticket, 0);
}

static void approver_signed_in(struct actor *actor, const struct rec_me *me)
{
    listen_to_unit(actor, me->head);
    sim_pick_up(actor, ticket_view_unit, ticket_state_dispatched, sign);
    sim_pick_up(actor, ticket_view_unit, ticket_state_approval, approve);
}

static void review(struct actor *actor, uint64_t ticket, uint64_t unused)
{
    (void)unused;
    if (chance(actor->world, 0.5)) {
        struct req_ticket_redo body = {
            .ticket = ticket, .unit = {"U01"}, .reason = slice_of("回访反映未解决，请重新办理。")};
        sim_ask(actor, request_ticket_redo, &body, asked, actor);
    } else {
        struct req_ticket_uphold body = {.ticket = ticket,
                                         .reason = slice_of("经复核，办理符合规定。")};
        sim_ask(actor, request_ticket_uphold, &body, asked, actor);
    }
}

static void desk_fact(struct actor *actor, const struct fact *fact)
{
    if (fact->type == fact_type_ticket_moved && fact->body.ticket_moved.to == ticket_state_review)
        sim_after(actor, actor->world->plan.talk_ms, review, fact->body.ticket_moved.ticket, 0);
}

static void desk_signed_in(struct actor *actor, const struct rec_me *me)
{
    enum err err = link_subscribe(actor->link, "f", me->head);
    ASSERT(err == ERR_OK);
    sim_pick_up(actor, ticket_view_state, ticket_state_review, review);
}

const struct part part_unit = {unit_signed_in, unit_fact, NULL};
const struct part part_approver = {approver_signed_in, approver_fact, NULL};
const struct part part_desk = {desk_signed_in, desk_fact, NULL};
