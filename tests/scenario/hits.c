#include "tests/scenario/hits.h"

#include <stdio.h>
#include <stdlib.h>

enum { HIT_LINE = 96, HIT_LINES = 2048, FOLLOWED = 65536 };

struct hits {
    char path[LIMIT_PATH];
    char lines[HIT_LINES][HIT_LINE];
    size_t n;
    uint64_t calls[FOLLOWED], tickets[FOLLOWED]; /* states by number */
};

const char *life_state_name(enum life life, uint64_t state)
{
    return state ? word_name(life_states(life), state) : "-";
}

const char *life_event_name(enum life life, uint64_t event)
{
    return word_name(life_events(life), event);
}

struct hits *hits_new(const char *name)
{
    struct hits *hits = calloc(1, sizeof *hits);
    const char *folder = name ? getenv("REXIAN_HITS") : NULL;
    ASSERT(hits);
    if (folder) snprintf(hits->path, sizeof hits->path, "%s/%s.hits", folder, name);
    return hits;
}

bool hits_free(struct hits **hits)
{
    struct hits *h = *hits;
    bool ok = true;
    *hits = NULL;
    if (h && h->path[0]) {
        FILE *file = fopen(h->path, "w");
        ok = file != NULL;
        for (size_t i = 0; ok && i < h->n; i++) ok = fprintf(file, "%s\n", h->lines[i]) > 0;
        if (file && fclose(file) != 0) ok = false;
    }
    free(h);
    return ok;
}

static void hit(struct hits *hits, const char *line)
{
    for (size_t i = 0; i < hits->n; i++) {
        if (strcmp(hits->lines[i], line) == 0) return;
    }
    ASSERT(hits->n < HIT_LINES);
    snprintf(hits->lines[hits->n++], HIT_LINE, "%s", line);
}

void hits_request(struct hits *hits, uint64_t number)
{
    char line[HIT_LINE];
    const struct request_desc *desc = request_desc(number);
    if (!desc) return;
    snprintf(line, sizeof line, "request %s", desc->verb);
    hit(hits, line);
}

void hits_reject(struct hits *hits, enum reject reject)
{
    char line[HIT_LINE];
    snprintf(line, sizeof line, "reject %s", reject_name(reject));
    hit(hits, line);
}

/* The event that a fact names, else what it usually records. */
static uint64_t named(uint64_t event, uint64_t usual)
{
    return event ? event : usual;
}

/* Of a fact about a call: the call and its event. */
static bool call_event_of(const struct fact *fact, uint64_t *call, uint64_t *event)
{
    const union fact_body *body = &fact->body;
    *call = body->call_arrived.call; /* the first field of them all */
    switch (fact->type) {
    case fact_type_call_arrived:
        *event = named(body->call_arrived.event,
                       body->call_arrived.person ? call_event_meet : call_event_arrive);
        return true;
    case fact_type_call_offered:
        *event = named(body->call_offered.event, call_event_offer);
        return true;
    case fact_type_call_answered:
        *event = named(body->call_answered.event, call_event_answer);
        return true;
    case fact_type_call_lapsed:
        *event = call_event_lapse;
        return true;
    case fact_type_call_abandoned:
        *event = call_event_hang_up;
        return true;
    case fact_type_call_ended:
        *event =
            named(body->call_ended.event,
                  body->call_ended.how == call_end_agent ? call_event_end : call_event_hang_up);
        return true;
    case fact_type_call_transferred:
        *event = call_event_transfer;
        return true;
    case fact_type_call_requeued:
        *event = body->call_requeued.event;
        return true;
    case fact_type_call_moved:
        *event = body->call_moved.event;
        return true;
    case fact_type_call_given_back:
        *event = call_event_give_back;
        return true;
    default:
        return false;
    }
}

/* Merging is the move beside it. */
static uint64_t link_event_of(uint64_t kind)
{
    return kind == link_kind_split    ? ticket_event_split
           : kind == link_kind_merged ? ticket_event_none
                                      : ticket_event_link;
}

/* Of a fact about a ticket: the ticket and its event. */
static bool ticket_event_of(const struct fact *fact, uint64_t *ticket, uint64_t *event)
{
    const union fact_body *body = &fact->body;
    *ticket = body->ticket_saved.ticket; /* the first field of them all */
    switch (fact->type) {
    case fact_type_ticket_saved:
        *event = body->ticket_saved.event;
        return true;
    case fact_type_ticket_moved:
        *event = body->ticket_moved.event;
        return true;
    case fact_type_ticket_noted:
        *event = body->ticket_noted.event;
        return true;
    case fact_type_ticket_filled:
        *event = ticket_event_fill;
        return true;
    case fact_type_ticket_linked:
        *event = link_event_of(body->ticket_linked.kind);
        return *event != ticket_event_none;
    default:
        return false;
    }
}

/* Facts that state the state before themselves. */
static bool states_itself(const struct fact *fact, struct life_hit *out)
{
    const union fact_body *body = &fact->body;
    switch (fact->type) {
    case fact_type_agent_moved:
        *out = (struct life_hit){LIFE_agent, body->agent_moved.from, body->agent_moved.event};
        return true;
    case fact_type_score_given:
        *out = (struct life_hit){LIFE_score, score_state_none, score_event_give};
        return true;
    case fact_type_score_moved:
        *out = (struct life_hit){LIFE_score, body->score_moved.from, body->score_moved.event};
        return true;
    case fact_type_disclosure_asked:
        *out = (struct life_hit){LIFE_disclosure, disclosure_state_none, disclosure_event_ask};
        return true;
    case fact_type_disclosure_moved:
        *out = (struct life_hit){LIFE_disclosure, body->disclosure_moved.from,
                                 body->disclosure_moved.event};
        return true;
    default:
        return false;
    }
}

bool hits_pair(struct hits *hits, const struct fact *fact, struct life_hit *out)
{
    uint64_t id;
    uint64_t *state;
    *out = (struct life_hit){0};
    if (states_itself(fact, out)) return true;
    if (call_event_of(fact, &id, &out->event)) {
        out->life = LIFE_call;
        state = hits->calls;
    } else if (ticket_event_of(fact, &id, &out->event)) {
        out->life = LIFE_ticket;
        state = hits->tickets;
    } else {
        return false;
    }
    ASSERT(id < FOLLOWED);
    out->state = state[id];
    const struct life_row *row = life_find(out->life, out->state, out->event);
    if (row) state[id] = row->next;
    return true;
}

void hits_fact(struct hits *hits, const struct fact *fact)
{
    char line[HIT_LINE];
    struct life_hit pair;
    snprintf(line, sizeof line, "fact %s", fact_desc(fact->type)->name);
    hit(hits, line);
    if (!hits_pair(hits, fact, &pair)) return;
    snprintf(line, sizeof line, "pair %s %s %s", life_name(pair.life),
             life_state_name(pair.life, pair.state), life_event_name(pair.life, pair.event));
    hit(hits, line);
}

void hits_forget(struct hits *hits)
{
    memset(hits->calls, 0, sizeof hits->calls);
    memset(hits->tickets, 0, sizeof hits->tickets);
}

size_t hits_pairs(const struct hits *hits, size_t *of)
{
    size_t pairs = 0;
    *of = 0;
    for (size_t i = 0; i < hits->n; i++) {
        if (strncmp(hits->lines[i], "pair ", 5) == 0) pairs++;
    }
    for (int life = 0; life < LIVES; life++) {
        size_t n;
        life_table((enum life)life, &n);
        *of += n;
    }
    return pairs;
}
