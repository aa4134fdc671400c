#include "common/arena.h"

#include <stdlib.h>

enum { BLOCK_BYTES = 16 * 1024, ALIGN = 16 };

struct arena_block {
    struct arena_block *next;
    size_t size; /* bytes of memory behind the header */
    _Alignas(ALIGN) unsigned char memory[];
};

void arena_init(struct arena *arena, size_t limit)
{
    *arena = (struct arena){.limit = limit};
}

void arena_fini(struct arena *arena)
{
    while (arena->blocks) {
        struct arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
    arena->used = arena->total = 0;
}

void arena_reset(struct arena *arena)
{
    while (arena->blocks && arena->blocks->next) {
        struct arena_block *next = arena->blocks->next;
        arena->total -= arena->blocks->size;
        free(arena->blocks);
        arena->blocks = next;
    }
    arena->used = 0;
}

void *arena_take(struct arena *arena, size_t size)
{
    if (size > arena->limit) return NULL;
    size_t need = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    if (!arena->blocks || arena->blocks->size - arena->used < need) {
        size_t block_size = need > BLOCK_BYTES ? need : BLOCK_BYTES;
        if (arena->total + block_size > arena->limit + BLOCK_BYTES) return NULL;
        struct arena_block *block = malloc(sizeof *block + block_size);
        if (!block) return NULL;
        block->next = arena->blocks;
        block->size = block_size;
        arena->blocks = block;
        arena->used = 0;
        arena->total += block_size;
    }
    void *result = arena->blocks->memory + arena->used;
    arena->used += need;
    memset(result, 0, size);
    return result;
}

char *arena_copy(struct arena *arena, struct slice text)
{
    char *copy = arena_take(arena, text.n + 1);
    if (copy && text.n) memcpy(copy, text.p, text.n);
    return copy;
}
