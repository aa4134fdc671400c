/* The life tables' own names, for documents and tests. */
#ifndef SERVER_CORE_LIFE_H
#define SERVER_CORE_LIFE_H

#include "server/core/core.h"

/* "call", and the vocabularies of its states and events. */
const char *life_name(enum life life);
enum vocabulary_id life_states(enum life life);
enum vocabulary_id life_events(enum life life);

#endif
