/* The dispatcher as a whole: opens the folder and the sockets, says that it is ready, runs the
 * turn. */
#ifndef SERVER_SERVICE_H
#define SERVER_SERVICE_H

#include "common/settings.h"
#include "server/options.h"
#include "server/store/store.h"

struct store_options service_store_options(const struct options *options,
                                           const struct settings *settings);
enum exit_code service_exit(enum err err);
/* Until it is told to stop. Blocks the signals that it listens to for the whole process. */
enum exit_code service_run(const struct options *options, const struct settings *settings);

#endif
