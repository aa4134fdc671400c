/* The life tables as documents: a table and a diagram for each, in Markdown with Mermaid. */
#ifndef SERVER_CORE_LIFE_H
#define SERVER_CORE_LIFE_H

#include <stdio.h>

#include "server/core/core.h"

/* "call", and the vocabularies of its states and events. */
const char *life_name(enum life life);
enum vocabulary_id life_states(enum life life);
enum vocabulary_id life_events(enum life life);

void life_print_markdown(FILE *out, enum life life);

#endif
