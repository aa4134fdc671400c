#include "server/edge/intake.h"

static void refuse(struct intake *out, enum reject reject)
{
    out->reject = reject;
    out->body = NULL;
}

void intake_read(struct slice bytes, struct arena *arena, struct intake *out)
{
    *out = (struct intake){.reject = REJECT_OK};
    if (bytes.n > LIMIT_MESSAGE || !request_decode(bytes, &out->envelope)) {
        out->envelope = (struct request_envelope){0};
        refuse(out, REJECT_BAD_MESSAGE);
        return;
    }
    /* Zero is what unreadable messages are answered with, so that no command may carry it. */
    if (out->envelope.request_id == 0) {
        refuse(out, REJECT_BAD_MESSAGE);
        return;
    }
    out->desc = request_desc(out->envelope.number);
    if (!out->desc) {
        refuse(out, REJECT_UNKNOWN_MESSAGE);
        return;
    }
    out->body = arena_take(arena, out->desc->message.size);
    if (!out->body) {
        refuse(out, REJECT_BUSY);
        return;
    }
    enum reject reject =
        codec_decode(out->envelope.body, &out->desc->message, arena, out->body, &out->fault);
    if (reject != REJECT_OK) refuse(out, reject);
}

uint64_t intake_known(const struct intake *intake)
{
    const struct message *message = &intake->desc->message;
    for (size_t i = 0; i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        if (field->type != TYPE_u64 || strcmp(field->name, "known") != 0) continue;
        uint64_t known;
        memcpy(&known, (const char *)intake->body + field->offset, sizeof known);
        return known;
    }
    return 0;
}
