#include "proto/fact.h"

#include "proto/cursor.h"
#include "proto/pack.h"

enum { FACT_PARTS = 5 };

void fact_encode(struct buffer *out, const struct fact *fact, enum codec_view view)
{
    const struct message *message = fact_desc(fact->type);
    ASSERT(message && (view == VIEW_JOURNAL || view == VIEW_PUBLIC));
    msgpack_packer packer = pack_into(out);
    msgpack_pack_array(&packer, FACT_PARTS);
    msgpack_pack_uint64(&packer, fact->type);
    msgpack_pack_uint64(&packer, fact->at_ms);
    msgpack_pack_uint64(&packer, fact->by);
    msgpack_pack_uint64(&packer, fact->station);
    codec_encode(out, message, &fact->body, view);
}

enum err fact_decode(struct slice bytes, struct fact *fact)
{
    struct cursor cursor = cursor_at(bytes);
    memset(fact, 0, sizeof *fact);
    bool good = scan_ok(bytes) && cursor_array(&cursor, FACT_PARTS) &&
                cursor_uint(&cursor, &fact->type) && cursor_uint(&cursor, &fact->at_ms) &&
                cursor_uint(&cursor, &fact->by) && cursor_uint(&cursor, &fact->station);
    if (!good) return ERR_FORMAT;
    const struct message *message = fact_desc(fact->type);
    if (!message) return ERR_NEWER;
    return codec_decode_fact(cursor_rest(&cursor), message, &fact->body);
}

static size_t add_topic(struct topic *out, size_t n, char letter, uint64_t id)
{
    struct topic topic = {.s = {letter}};
    char digits[20]; /* by hand: this is done several times for each fact */
    size_t n_digits = 0, at = 1;
    for (; id; id /= 10) digits[n_digits++] = (char)('0' + id % 10);
    _Static_assert(sizeof topic.s > sizeof digits + 2, "room for a letter, a number, a dot");
    while (n_digits) topic.s[at++] = digits[--n_digits];
    topic.s[at] = '.';
    for (size_t i = 0; i < n; i++)
        if (strcmp(out[i].s, topic.s) == 0) return n;
    ASSERT(n < FACT_TOPICS_MAX);
    out[n] = topic;
    return n + 1;
}

static bool for_leads(const struct fact *fact)
{
    return fact->type == fact_type_surge_moved || fact->type == fact_type_burst_seen ||
           (fact->type == fact_type_alert_relayed &&
            fact->body.alert_relayed.state == relay_state_unanswered) ||
           fact->type == fact_type_agent_asked || fact->type == fact_type_agent_alarmed ||
           (fact->type == fact_type_ticket_warned &&
            fact->body.ticket_warned.warning == warning_lead);
}

/* What every desk shows. */
static bool for_all(const struct fact *fact)
{
    return fact->type == fact_type_surge_moved || fact->type == fact_type_burst_seen ||
           fact->type == fact_type_burst_moved || fact->type == fact_type_notice_put;
}

static size_t add_named(struct topic *out, size_t n, const char *name)
{
    ASSERT(n < FACT_TOPICS_MAX);
    strcpy(out[n].s, name);
    return n + 1;
}

size_t fact_topics(const struct fact *fact, struct topic out[FACT_TOPICS_MAX])
{
    const struct message *message = fact_desc(fact->type);
    ASSERT(message);
    size_t n = 1;
    strcpy(out[0].s, "f");
    for (size_t i = 0; i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        char letter = field->type == TYPE_person ? 'p'
                      : field->type == TYPE_unit ? 'u'
                      : field->type == TYPE_line ? 'l'
                                                 : 0;
        if (!letter || field->class != CLASS_FACT) continue;
        uint64_t id;
        memcpy(&id, (const char *)&fact->body + field->offset, sizeof id);
        if (id) n = add_topic(out, n, letter, id);
    }
    if (for_leads(fact)) n = add_named(out, n, TOPIC_LEAD);
    if (for_all(fact)) n = add_named(out, n, TOPIC_ALL);
    return n;
}

uint64_t fact_ticket(const struct fact *fact)
{
    const struct message *message = fact_desc(fact->type);
    for (size_t i = 0; message && i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        uint64_t id;
        if (field->type != TYPE_ticket) continue;
        memcpy(&id, (const char *)&fact->body + field->offset, sizeof id);
        return id;
    }
    return 0;
}
