/* Facts: each of the subscribed topics' once and in order, though publication may drop. */
#include <stdio.h>
#include <stdlib.h>
#include <zmq.h>

#include "client/link/parts.h"

static bool delivered_before(struct link *link, uint64_t seq)
{
    uint64_t *slot = &link->delivered[seq % DELIVERED];
    if (*slot == seq) return true;
    *slot = seq;
    return false;
}

static void deliver(struct link *link, struct subscription *topic, uint64_t seq, struct slice bytes)
{
    if (seq > topic->last) topic->last = seq;
    if (seq > link->head) link->head = seq;
    if (delivered_before(link, seq) || !link->events.fact) return;
    struct fact fact;
    if (fact_decode(bytes, &fact) != ERR_OK) return;
    fact.seq = seq;
    link->events.fact(link->events.ctx, &fact);
}

struct catching {
    struct link *link;
    struct topic topic;
};

static void fetch(struct link *link, struct subscription *topic);

static struct subscription *find(struct link *link, const char *name)
{
    for (size_t i = 0; i < TOPICS_MAX; i++)
        if (link->topics[i].used && strcmp(link->topics[i].topic.s, name) == 0)
            return &link->topics[i];
    return NULL;
}

static void fetched(void *ctx, const struct link_answer *answer)
{
    /* ctx is the subscription's slot: it may have been given up or reused meanwhile, which
     * `catching` tells. */
    struct catching *catching = ctx;
    struct link *link = catching->link;
    struct subscription *topic = find(link, catching->topic.s);
    free(catching);
    if (!topic || !topic->catching) return;
    topic->catching = false;
    if (answer->err != ERR_OK || answer->reject != REJECT_OK) return; /* the next gap asks again */
    const struct rec_fact_page *page = answer->body;
    const struct rec_fact_item *items = page->rows.items;
    for (size_t i = 0; i < page->rows.n; i++) deliver(link, topic, items[i].seq, items[i].fact);
    if (page->head > topic->last) topic->last = page->head;
    if (page->next || topic->seen > topic->last) fetch(link, topic);
}

static void fetch(struct link *link, struct subscription *topic)
{
    if (topic->catching || !link->session) return;
    struct catching *catching = malloc(sizeof *catching);
    if (!catching) return;
    *catching = (struct catching){link, topic->topic};
    struct req_facts_since body = {.after = topic->last, .known = topic->seen};
    /* the code of a topic is its name; "f" asks for all facts */
    if (strcmp(topic->topic.s, "f") != 0)
        memcpy(body.topic.s, topic->topic.s, strnlen(topic->topic.s, LIMIT_CODE));
    topic->catching = true;
    if (link_ask(link, request_facts_since, &body, 30000, false, fetched, catching) != ERR_OK) {
        topic->catching = false;
        free(catching);
    }
}

void topics_published(struct link *link, const char *name, struct slice frame)
{
    struct subscription *topic = find(link, name);
    struct fact_envelope envelope;
    if (!topic || !published_decode(frame, &envelope)) return;
    if (envelope.seq > topic->seen) topic->seen = envelope.seq;
    if (topic->catching || envelope.seq <= topic->last) return;
    if (topic->last != 0 && envelope.prev > topic->last)
        fetch(link, topic);
    else
        deliver(link, topic, envelope.seq, envelope.fact);
}

void topics_catch_up(struct link *link)
{
    for (size_t i = 0; i < TOPICS_MAX; i++)
        if (link->topics[i].used && link->topics[i].last) fetch(link, &link->topics[i]);
}

enum err link_subscribe(struct link *link, const char *name, uint64_t since)
{
    ASSERT(link->sub && strlen(name) < TOPIC_MAX);
    struct subscription *topic = find(link, name);
    for (size_t i = 0; !topic && i < TOPICS_MAX; i++)
        if (!link->topics[i].used) topic = &link->topics[i];
    if (!topic) return ERR_LIMIT;
    *topic = (struct subscription){.used = true, .last = since};
    snprintf(topic->topic.s, sizeof topic->topic.s, "%s", name);
    if (zmq_setsockopt(link->sub, ZMQ_SUBSCRIBE, name, strlen(name)) != 0) return ERR_IO;
    if (since) fetch(link, topic);
    return ERR_OK;
}

void link_unsubscribe(struct link *link, const char *name)
{
    struct subscription *topic = find(link, name);
    if (!topic) return;
    zmq_setsockopt(link->sub, ZMQ_UNSUBSCRIBE, name, strlen(name));
    topic->used = false;
}
