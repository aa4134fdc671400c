#include "client/ctl/queue_log.h"

#include <stdlib.h>

#include "common/err.h"

enum { QUEUES_MAX = 1024, PEOPLE_MAX = 65536, SKILLS_MAX = 64 };

struct name {
    struct code code;
    uint64_t skill;
    bool there, retired;
};

struct member {
    struct code number;
    bool signed_in, paused;
    uint64_t reason; /* why paused; 0: missed, or the console fell silent */
    struct {
        uint64_t skill, level, surge;
    } skills[SKILLS_MAX];
    size_t n_skills;
    unsigned char in[QUEUES_MAX / 8]; /* the queues that it was added to */
};

/* A caller as far as the log knows: in a queue, then with the member who answered. */
struct entry {
    uint64_t queue, entered_ms, place, order_ms;
    uint64_t member, offered_ms; /* it rings there */
    uint64_t with, connected_ms; /* who answered it out of the queue, and talks with it */
    uint64_t held_s;             /* how long it had waited */
    bool waits;
};

struct queue_log {
    FILE *out;
    uint64_t from_ms, until_ms, at_ms;
    struct name *queues;
    struct member *people;
    struct entry *calls;
    size_t n_queues, n_people, n_calls;
    bool surge;
};

static void *grown(void *list, size_t *n, uint64_t id, size_t size, size_t most)
{
    ASSERT(id < most);
    if (id < *n) return list;
    size_t more = (size_t)id * 2 + 64;
    list = realloc(list, more * size);
    ASSERT(list);
    memset((char *)list + *n * size, 0, (more - *n) * size);
    *n = more;
    return list;
}

static struct name *queue_at(struct queue_log *log, uint64_t id)
{
    log->queues = grown(log->queues, &log->n_queues, id, sizeof *log->queues, QUEUES_MAX);
    return &log->queues[id];
}

static struct member *member_at(struct queue_log *log, uint64_t id)
{
    log->people = grown(log->people, &log->n_people, id, sizeof *log->people, PEOPLE_MAX);
    return &log->people[id];
}

static struct entry *call_at(struct queue_log *log, uint64_t id)
{
    log->calls = grown(log->calls, &log->n_calls, id, sizeof *log->calls, UINT32_MAX);
    return &log->calls[id];
}

struct queue_log *queue_log_new(FILE *out, uint64_t from_ms, uint64_t until_ms)
{
    struct queue_log *log = calloc(1, sizeof *log);
    ASSERT(log);
    log->out = out;
    log->from_ms = from_ms;
    log->until_ms = until_ms ? until_ms : UINT64_MAX;
    return log;
}

void queue_log_free(struct queue_log **log)
{
    if (!*log) return;
    free((*log)->queues);
    free((*log)->people);
    free((*log)->calls);
    free(*log);
    *log = NULL;
}

/* ---- lines ---- */

typedef unsigned long long number;

/* call 0 and an empty name are NONE. */
static bool line_begin(struct queue_log *log, uint64_t call, const char *queue, const char *agent,
                       const char *event)
{
    if (log->at_ms < log->from_ms || log->at_ms >= log->until_ms) return false;
    char id[32] = "NONE";
    if (call) snprintf(id, sizeof id, "%llu", (number)call);
    fprintf(log->out, "%llu|%s|%s|%s|%s", (number)(log->at_ms / 1000), id,
            queue[0] ? queue : "NONE", agent[0] ? agent : "NONE", event);
    return true;
}

static void line_end(struct queue_log *log, const char *data)
{
    fprintf(log->out, "|%s\n", data);
}

static void call_line(struct queue_log *log, uint64_t call, uint64_t queue, uint64_t agent,
                      const char *event, const char *data)
{
    char of_queue[LIMIT_CODE + 1], of_agent[LIMIT_CODE + 1] = "";
    snprintf(of_queue, sizeof of_queue, "%s", queue_at(log, queue)->code.s);
    if (agent) snprintf(of_agent, sizeof of_agent, "%s", member_at(log, agent)->number.s);
    if (line_begin(log, call, of_queue, of_agent, event)) line_end(log, data);
}

static uint64_t seconds(uint64_t from_ms, uint64_t to_ms)
{
    return to_ms > from_ms ? (to_ms - from_ms) / 1000 : 0;
}

/* ---- who serves which queue ---- */

static bool serves(const struct queue_log *log, const struct member *member,
                   const struct name *queue)
{
    if (!member->signed_in || !queue->there || queue->retired) return false;
    if (queue->skill == 0) return true;
    for (size_t i = 0; i < member->n_skills; i++)
        if (member->skills[i].skill == queue->skill)
            return member->skills[i].level != 0 && (!member->skills[i].surge || log->surge);
    return false;
}

static bool is_in(const struct member *member, size_t queue)
{
    return member->in[queue / 8] & (1 << queue % 8);
}

static void members_follow(struct queue_log *log, uint64_t person)
{
    struct member *member = member_at(log, person);
    for (size_t queue = 1; queue < log->n_queues; queue++) {
        bool in = is_in(member, queue), now = serves(log, member, &log->queues[queue]);
        if (in == now) continue;
        member->in[queue / 8] ^= (unsigned char)(1 << queue % 8);
        bool begun = line_begin(log, 0, log->queues[queue].code.s, member->number.s,
                                now ? "ADDMEMBER" : "REMOVEMEMBER");
        if (begun) line_end(log, now && member->paused ? "PAUSED" : "");
    }
}

static void everybody_follows(struct queue_log *log)
{
    for (size_t person = 1; person < log->n_people; person++)
        if (log->people[person].signed_in) members_follow(log, person);
}

static void pause_lines(struct queue_log *log, const struct member *member, const char *reason)
{
    for (size_t queue = 1; queue < log->n_queues; queue++) {
        if (!is_in(member, queue)) continue;
        if (line_begin(log, 0, log->queues[queue].code.s, member->number.s,
                       member->paused ? "PAUSE" : "UNPAUSE"))
            line_end(log, reason);
    }
}

static bool state_pauses(uint64_t state)
{
    return state == agent_state_break || state == agent_state_missed || state == agent_state_absent;
}

static const char *pause_name(const struct fact_agent_moved *body)
{
    if (body->to == agent_state_missed) return "missed";
    if (body->to == agent_state_absent) return "silent";
    return word_name(VOCABULARY_break_reason, body->reason);
}

static void agent_moved(struct queue_log *log, const struct fact_agent_moved *body)
{
    struct member *member = member_at(log, body->person);
    bool pauses = state_pauses(body->to), was_in = member->signed_in, was = member->paused;
    member->signed_in = body->to != agent_state_out;
    /* a call at the station is none of the queues': it leaves the member paused */
    bool serves_again = body->to == agent_state_ready || body->to == agent_state_offered ||
                        body->to == agent_state_wrapping;
    member->paused = member->signed_in && (pauses || (was && !serves_again));
    if (was_in != member->signed_in) {
        members_follow(log, body->person);
    } else if (pauses || was != member->paused) {
        pause_lines(log, member, pauses ? pause_name(body) : "");
    }
}

static void skill_given(struct queue_log *log, const struct fact_skill_given *body)
{
    struct member *member = member_at(log, body->person);
    size_t i = 0;
    while (i < member->n_skills && member->skills[i].skill != body->skill) i++;
    if (i == SKILLS_MAX) return; /* more than anybody may have */
    if (i == member->n_skills) member->n_skills++;
    member->skills[i].skill = body->skill;
    member->skills[i].level = body->level;
    member->skills[i].surge = body->surge;
    members_follow(log, body->person);
}

static void queue_named(struct queue_log *log, uint64_t id, const struct code *code, uint64_t what,
                        uint64_t skill)
{
    struct name *queue = queue_at(log, id);
    queue->code = *code;
    queue->there = true;
    queue->retired = what == change_retired;
    queue->skill = skill;
    everybody_follows(log);
}

/* ---- callers ---- */

/* Its place among those who wait there now. */
static uint64_t position_of(const struct queue_log *log, const struct entry *entry)
{
    uint64_t position = 1;
    for (size_t i = 0; i < log->n_calls; i++) {
        const struct entry *other = &log->calls[i];
        position += other->waits && other->queue == entry->queue && other != entry &&
                    other->order_ms < entry->order_ms;
    }
    return position;
}

static void enter(struct queue_log *log, uint64_t call, uint64_t queue, uint64_t order_ms,
                  uint64_t place)
{
    struct entry *entry = call_at(log, call);
    *entry = (struct entry){.queue = queue, .order_ms = order_ms, .waits = true};
    entry->entered_ms = log->at_ms;
    entry->place = place ? place : position_of(log, entry);
    char data[64];
    snprintf(data, sizeof data, "||%llu", (number)entry->place); /* no URL, no caller's number */
    call_line(log, call, queue, 0, "ENTERQUEUE", data);
}

static void ring_ends(struct queue_log *log, uint64_t call, struct entry *entry)
{
    if (!entry->waits || !entry->member) return;
    char data[32];
    snprintf(data, sizeof data, "%llu", (number)(log->at_ms - entry->offered_ms));
    call_line(log, call, entry->queue, entry->member, "RINGNOANSWER", data);
    entry->member = 0;
}

/* Leaves the queue unanswered: ABANDON, EXITWITHTIMEOUT, EXITWITHKEY with its key before. */
static void leave(struct queue_log *log, uint64_t call, const char *event, const char *key)
{
    struct entry *entry = call_at(log, call);
    if (!entry->waits) return;
    char data[96];
    snprintf(data, sizeof data, "%s%llu|%llu|%llu", key, (number)position_of(log, entry),
             (number)entry->place, (number)seconds(entry->entered_ms, log->at_ms));
    call_line(log, call, entry->queue, 0, event, data);
    entry->waits = false;
    entry->member = 0;
}

static void connect_call(struct queue_log *log, uint64_t call, uint64_t person)
{
    struct entry *entry = call_at(log, call);
    if (!entry->waits) return; /* answered after a transfer: no queue had it */
    entry->waits = false;
    entry->with = person;
    entry->connected_ms = log->at_ms;
    entry->held_s = seconds(entry->entered_ms, log->at_ms);
    char data[96];
    snprintf(data, sizeof data, "%llu|%llu|%llu", (number)entry->held_s, (number)call,
             (number)seconds(entry->offered_ms, log->at_ms));
    call_line(log, call, entry->queue, person, "CONNECT", data);
    entry->member = 0;
}

/* What CONNECT began is over; `before` is what the event has before the times. */
static void complete(struct queue_log *log, uint64_t call, const char *event, const char *before)
{
    struct entry *entry = call_at(log, call);
    if (!entry->with) return;
    char data[160];
    snprintf(data, sizeof data, "%s%llu|%llu|%llu", before, (number)entry->held_s,
             (number)seconds(entry->connected_ms, log->at_ms), (number)entry->place);
    call_line(log, call, entry->queue, entry->with, event, data);
    entry->with = 0;
}

static void call_requeued(struct queue_log *log, const struct fact_call_requeued *body)
{
    uint64_t queue = body->queue ? body->queue : body->line;
    struct entry *entry = call_at(log, body->call);
    if (body->event == call_event_requeue) {
        char before[LIMIT_CODE + 16];
        snprintf(before, sizeof before, "%s|queues|", queue_at(log, queue)->code.s);
        complete(log, body->call, "BLINDTRANSFER", before);
    } else if (entry->waits) {
        ring_ends(log, body->call, entry);
        return;
    } else {
        complete(log, body->call, "COMPLETEAGENT", "");
    }
    enter(log, body->call, queue, body->order_ms, body->place);
}

static void call_lapsed(struct queue_log *log, const struct fact_call_lapsed *body)
{
    struct entry *entry = call_at(log, body->call);
    if (entry->waits)
        ring_ends(log, body->call, entry);
    else if (entry->queue) /* a transfer that nobody took; a callback stands in no queue here */
        enter(log, body->call, body->queue ? body->queue : body->line, body->order_ms, 0);
}

static void call_moved(struct queue_log *log, const struct fact *fact)
{
    const struct fact_call_moved *body = &fact->body.call_moved;
    struct entry *entry = call_at(log, body->call);
    uint64_t call = body->call, order_ms = entry->order_ms;
    char before[64];
    switch ((int)body->event) { /* the others leave the caller where it is */
    case call_event_overflow:
        if (!entry->waits) break;
        leave(log, call, "EXITWITHTIMEOUT", "");
        enter(log, call, body->queue, order_ms, body->place);
        break;
    case call_event_promise: /* the longest wait, or the caller's wish */
        if (fact->by == 0)
            leave(log, call, "EXITWITHTIMEOUT", "");
        else
            leave(log, call, "EXITWITHKEY", "1|");
        *entry = (struct entry){0};
        break;
    case call_event_refer:
        complete(log, call, "BLINDTRANSFER", "outside|outside|");
        break;
    case call_event_complete:
    case call_event_stay:
        snprintf(before, sizeof before, "BRIDGE|%llu|", (number)call);
        complete(log, call, "ATTENDEDTRANSFER", before);
        break;
    default: /* on hold, three-way and the like: the same agent has it */
        break;
    }
}

static void call_arrived(struct queue_log *log, const struct fact_call_arrived *body)
{
    bool waits = body->event ? body->event == call_event_arrive : body->person == 0;
    if (!waits) return;
    uint64_t order_ms = body->order_ms ? body->order_ms : log->at_ms;
    enter(log, body->call, body->queue ? body->queue : body->line, order_ms, body->place);
}

static void call_ended(struct queue_log *log, const struct fact_call_ended *body)
{
    bool agent = body->how == call_end_agent;
    complete(log, body->call, agent ? "COMPLETEAGENT" : "COMPLETECALLER", "");
    *call_at(log, body->call) = (struct entry){0};
}

static void call_transferred(struct queue_log *log, const struct fact_call_transferred *body)
{
    char before[LIMIT_CODE + 16];
    snprintf(before, sizeof before, "%s|agents|", member_at(log, body->person)->number.s);
    complete(log, body->call, "BLINDTRANSFER", before);
}

static void call_offered(struct queue_log *log, const struct fact_call_offered *body)
{
    struct entry *entry = call_at(log, body->call);
    entry->member = body->person;
    entry->offered_ms = log->at_ms;
}

void queue_log_fact(struct queue_log *log, const struct fact *fact)
{
    const union fact_body *body = &fact->body;
    log->at_ms = fact->at_ms;
    switch ((int)fact->type) { /* of all facts only these say something of queues */
    case fact_type_person_put:
        member_at(log, body->person_put.person)->number = body->person_put.number;
        break;
    case fact_type_line_put:
        queue_named(log, body->line_put.line, &body->line_put.code, body->line_put.change,
                    queue_at(log, body->line_put.line)->skill);
        break;
    case fact_type_queue_put:
        queue_named(log, body->queue_put.queue, &body->queue_put.code, body->queue_put.change,
                    body->queue_put.skill);
        break;
    case fact_type_skill_given:
        skill_given(log, &body->skill_given);
        break;
    case fact_type_surge_moved:
        log->surge = body->surge_moved.on != 0;
        everybody_follows(log);
        break;
    case fact_type_agent_moved:
        agent_moved(log, &body->agent_moved);
        break;
    case fact_type_call_arrived:
        call_arrived(log, &body->call_arrived);
        break;
    case fact_type_call_offered:
        call_offered(log, &body->call_offered);
        break;
    case fact_type_call_answered:
        connect_call(log, body->call_answered.call, body->call_answered.person);
        break;
    case fact_type_call_lapsed:
        call_lapsed(log, &body->call_lapsed);
        break;
    case fact_type_call_abandoned:
        leave(log, body->call_abandoned.call, "ABANDON", "");
        *call_at(log, body->call_abandoned.call) = (struct entry){0};
        break;
    case fact_type_call_ended:
        call_ended(log, &body->call_ended);
        break;
    case fact_type_call_transferred:
        call_transferred(log, &body->call_transferred);
        break;
    case fact_type_call_requeued:
        call_requeued(log, &body->call_requeued);
        break;
    case fact_type_call_moved:
        call_moved(log, fact);
        break;
    default:
        break;
    }
}
