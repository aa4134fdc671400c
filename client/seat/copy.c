#include "client/seat/copy.h"

/* There and back through the codec: it knows every slice and row. */
void *answer_copy(enum request number, const void *body, struct arena *arena)
{
    const struct request_desc *desc = request_desc(number);
    ASSERT(desc);
    struct buffer buffer;
    buffer_init(&buffer);
    codec_encode(&buffer, desc->answer, body, VIEW_WIRE);
    char *bytes = buffer.err == ERR_OK ? arena_take(arena, buffer.n + 1) : NULL;
    void *copy = arena_take(arena, desc->answer->size);
    struct fault fault;
    if (bytes && copy) {
        memcpy(bytes, buffer.p, buffer.n);
        if (codec_decode(slice_bytes(bytes, buffer.n), desc->answer, arena, copy, &fault) !=
            REJECT_OK)
            copy = NULL;
    }
    buffer_fini(&buffer);
    return bytes ? copy : NULL;
}
