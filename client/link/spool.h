/* What must outlive this program while the dispatcher is away: small texts in a folder, each sealed
 * with a key made of the station's secret key, so that a lost disk tells nothing. */
#ifndef CLIENT_LINK_SPOOL_H
#define CLIENT_LINK_SPOOL_H

#include "client/link/station.h"
#include "common/arena.h"

struct spool;

/* Makes the folder (0700) when it is not there. */
enum err spool_open(struct spool **out, const char *dir, const struct station_file *station);
void spool_close(struct spool **spool);
/* Writes or replaces; on disk when it returns. Names are [a-z0-9._-]+, at most 64 bytes. */
enum err spool_save(struct spool *spool, const char *name, struct slice bytes) MUST_CHECK;
/* ERR_NOTFOUND, or ERR_CRYPTO when it was sealed with another key or changed. */
enum err spool_load(struct spool *spool, const char *name, struct arena *arena, struct slice *out);
void spool_drop(struct spool *spool, const char *name);
/* Calls found for every name, in the order of names. */
void spool_each(struct spool *spool, void (*found)(void *ctx, const char *name), void *ctx);

#endif
