/* The variables of scripts (R5): what may stand in braces, and whether a text has no other. Inside
 * server. */
#ifndef SERVER_CORE_SCRIPT_H
#define SERVER_CORE_SCRIPT_H

#include "common/slice.h"

/* V(name): {name} in a script. */
#define SCRIPT_VARIABLE_TABLE(V)                                                                   \
    V(line)     /* the line's name */                                                              \
    V(unit)     /* of the agent; else the line's name */                                           \
    V(agent)    /* agent's number */                                                               \
    V(name)     /* agent's name */                                                                 \
    V(caller)   /* caller's name, as far as it is known */                                         \
    V(title)    /* how the caller's name says that they are addressed */                           \
    V(time)     /* part of the day */                                                              \
    V(reason)   /* why it took so long: an outage, surge, busy lines */                            \
    V(wait)     /* how long the caller has waited; in a queue, how long they will */               \
    V(position) /* place in the queue */

enum script_variable {
#define V(name) SCRIPT_VARIABLE_##name,
    SCRIPT_VARIABLE_TABLE(V)
#undef V
        SCRIPT_VARIABLES
};

/* The variable that begins at body.p[at], and the bytes it takes with its braces; SCRIPT_VARIABLES:
 * none does. */
enum script_variable script_variable_at(struct slice body, size_t at, size_t *n);
/* Every brace that opens belongs to a variable; a letter has variables of its own, which are filled
 * in where it is printed (R55). */
bool script_whole(struct slice body, bool letter);

#endif
