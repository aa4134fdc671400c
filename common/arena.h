/* Bump allocation for the life of one request or one screen: everything is freed together. Memory
 * comes zeroed and aligned for any type. Out of memory is a programmer-visible NULL from
 * arena_take, never an abort. */
#ifndef COMMON_ARENA_H
#define COMMON_ARENA_H

#include "common/slice.h"

struct arena_block;

struct arena {
    struct arena_block *blocks; /* newest first; owned */
    size_t used;                /* bytes of the newest block */
    size_t total;               /* bytes taken from the system */
    size_t limit;               /* arena_take answers NULL past this many bytes */
};

void arena_init(struct arena *arena, size_t limit);
void arena_fini(struct arena *arena);
/* Forgets everything, keeps one block for the next use. */
void arena_reset(struct arena *arena);
void *arena_take(struct arena *arena, size_t size);
/* A zero-terminated copy; NULL when out of memory. */
char *arena_copy(struct arena *arena, struct slice text);

#endif
