/* Facts as they are published, for whoever has a gap; and the journal as it is kept, for those who
 * keep a copy or check it elsewhere. */
#include "server/core/guard.h"
#include "server/query/answer.h"

/* Facts that one page looks at for its topic; `head` says how far it got. */
enum { LOOKED_AT = 4000 };

/* "p12." as it is published, and "p12" as people write it. */
static bool topic_is(const struct topic *topic, const struct code *asked)
{
    size_t n = strlen(asked->s);
    if (strncmp(topic->s, asked->s, n) != 0) return false;
    return topic->s[n] == '\0' || (topic->s[n] == '.' && topic->s[n + 1] == '\0');
}

static bool fact_on_topic(const struct fact *fact, const struct code *asked)
{
    if (asked->s[0] == '\0') return true;
    struct topic topics[FACT_TOPICS_MAX];
    size_t n = fact_topics(fact, topics);
    for (size_t i = 0; i < n; i++)
        if (topic_is(&topics[i], asked)) return true;
    return false;
}

static struct slice published(const struct query *query, const struct fact *fact)
{
    struct buffer buffer;
    buffer_init(&buffer);
    fact_encode(&buffer, fact, VIEW_PUBLIC);
    struct slice bytes = {0};
    if (buffer.err == ERR_OK)
        bytes = slice_bytes(arena_copy(query->arena, slice_bytes(buffer.p, buffer.n)), buffer.n);
    buffer_fini(&buffer);
    return bytes.p ? bytes : (struct slice){0};
}

enum reject answer_facts_since(struct query *query, const struct req_facts_since *ask,
                               struct rec_fact_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_facts_since), "rows", ask->most, PAGE_BYTES);
    uint64_t head = journal_head(query->txn);
    uint64_t seq = ask->after < head ? ask->after : head;
    for (uint64_t end = head - seq > LOOKED_AT ? seq + LOOKED_AT : head; seq < end; seq++) {
        struct fact fact;
        if (!journal_read(query->txn, seq + 1, &fact, NULL)) return REJECT_FAILED;
        fact_guard(query->txn, &fact);
        if (!fact_on_topic(&fact, &ask->topic)) continue;
        struct rec_fact_item item = {.seq = seq + 1, .fact = published(query, &fact)};
        if (item.fact.n == 0) return REJECT_FAILED;
        if (!page_add(&page, &item)) break;
    }
    answer->head = seq;
    if (seq < head) answer->next = seq;
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

enum reject answer_journal_export(struct query *query, const struct req_journal_export *ask,
                                  struct rec_fact_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_journal_export), "rows", ask->most, PAGE_BYTES);
    uint64_t head = journal_head(query->txn);
    uint64_t seq = ask->after < head ? ask->after : head;
    for (; seq < head; seq++) {
        struct rec_fact_item item = {.seq = seq + 1};
        struct fact fact;
        if (!journal_bytes(query->txn, seq + 1, &item.fact) ||
            !journal_read(query->txn, seq + 1, &fact, &item.prev))
            return REJECT_FAILED;
        if (!page_add(&page, &item)) break;
    }
    answer->head = seq;
    if (seq < head) answer->next = seq;
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
