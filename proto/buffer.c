#include <stdlib.h>

#include "proto/codec.h"

enum { FIRST = 512 };

void buffer_init(struct buffer *buffer)
{
    *buffer = (struct buffer){0};
}

void buffer_fini(struct buffer *buffer)
{
    free(buffer->p);
    *buffer = (struct buffer){0};
}

void buffer_reset(struct buffer *buffer)
{
    buffer->n = 0;
    buffer->err = ERR_OK;
}

static bool grow(struct buffer *buffer, size_t need)
{
    size_t cap = buffer->cap ? buffer->cap : FIRST;
    while (cap < need && cap <= SIZE_MAX / 2) cap *= 2;
    char *p = cap < need ? NULL : realloc(buffer->p, cap);
    if (!p) {
        buffer->err = ERR_NOMEM;
        return false;
    }
    buffer->p = p;
    buffer->cap = cap;
    return true;
}

void buffer_put(struct buffer *buffer, const void *bytes, size_t n)
{
    if (buffer->err != ERR_OK || n == 0) return;
    if (n > buffer->cap - buffer->n) {
        if (n > SIZE_MAX - buffer->n) {
            buffer->err = ERR_LIMIT;
            return;
        }
        if (!grow(buffer, buffer->n + n)) return;
    }
    memcpy(buffer->p + buffer->n, bytes, n);
    buffer->n += n;
}
