/* msgpack-c's packer over a buffer. For the inside of this room. */
#ifndef PROTO_PACK_H
#define PROTO_PACK_H

#include <msgpack.h>

#include "proto/codec.h"

static inline int pack_write(void *buffer, const char *bytes, size_t n)
{
    buffer_put(buffer, bytes, n); /* its error is sticky, so the packer need not know */
    return 0;
}

static inline msgpack_packer pack_into(struct buffer *out)
{
    msgpack_packer packer;
    msgpack_packer_init(&packer, out, pack_write);
    return packer;
}

#endif
