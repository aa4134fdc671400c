/* A command line: the verb, then name=value, one a line. What args_set takes, the codec must take
 * too: a command line and the dispatcher have the same limits. */
#include "proto/args.h"
#include "tests/fuzz/fuzz.h"

/* The rest up to the separator, which is skipped. */
static struct slice cut(struct slice *rest, char separator)
{
    const char *end = rest->n ? memchr(rest->p, separator, rest->n) : NULL;
    struct slice part = {rest->p, end ? (size_t)(end - rest->p) : rest->n};
    size_t skip = part.n + (end != NULL);
    rest->p += skip;
    rest->n -= skip;
    return part;
}

static void send(const struct message *message, const void *body, struct arena *arena)
{
    struct buffer bytes;
    struct fault fault;
    buffer_init(&bytes);
    codec_encode(&bytes, message, body, VIEW_WIRE);
    struct slice encoded = slice_bytes(bytes.p, bytes.n);
    void *back = arena_take(arena, message->size);
    ASSERT(scan_ok(encoded));
    ASSERT(codec_decode(encoded, message, arena, back, &fault) == REJECT_OK);
    buffer_fini(&bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct slice rest = slice_bytes(bytes, n);
    const struct request_desc *request = request_by_verb(cut(&rest, '\n'));
    if (!request) return 0;
    struct arena arena;
    arena_init(&arena, 16 << 20);
    void *body = arena_take(&arena, request->message.size);
    while (rest.n) {
        struct slice value = cut(&rest, '\n'), name = cut(&value, '=');
        struct fault fault;
        enum reject reject = args_set(&request->message, body, name, value, &arena, &fault);
        ASSERT(reject == REJECT_OK || reject == REJECT_FAILED || !fault.field ||
               slice_equal(slice_of(fault.field), name));
    }
    if (!args_missing(&request->message, body)) send(&request->message, body, &arena);
    arena_fini(&arena);
    return 0;
}

static const char *sample(const struct field *field)
{
    if (field->type == TYPE_enum) return field->vocabulary->words[0].name;
    if (field->type == TYPE_roles) return "operator,lead";
    if (field->type == TYPE_ms) return "2026-11-22T12:00:00+08:00";
    if (field->type == TYPE_h32) return "JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6";
    return field->type == TYPE_text ? "井盖丢了" : "1";
}

void fuzz_seeds(fuzz_take *take)
{
    size_t n;
    const struct request_desc *requests = request_table(&n);
    for (size_t i = 0; i < n; i++) {
        const struct message *message = &requests[i].message;
        struct buffer line;
        buffer_init(&line);
        buffer_put(&line, requests[i].verb, strlen(requests[i].verb));
        for (size_t j = 0; j < message->n_fields; j++) {
            const struct field *field = &message->fields[j];
            buffer_put(&line, "\n", 1);
            buffer_put(&line, field->name, strlen(field->name));
            buffer_put(&line, "=", 1);
            buffer_put(&line, sample(field), strlen(sample(field)));
        }
        take(line.p, line.n);
        buffer_fini(&line);
    }
}
