/* A small centre on a real dispatcher: two stations, a line, three people; operator and lead 1001
 * is signed in at the first station. */
#ifndef TESTS_SYSTEM_CENTRE_H
#define TESTS_SYSTEM_CENTRE_H

#include "tests/scenario/hits.h"
#include "tests/system/rig.h"

#define PASSWORD "first password"

struct fixture {
    struct rig rig;
    struct hits *hits;
    struct keys keys[2];
    struct client console, desk; /* desk: a registered station, signed in as 1001 */
    struct client other;         /* another station, nobody signed in */
    struct rec_done done;
};

/* name: of the file of hits. */
struct fixture *centre_new(const char *name);
/* 0: the dispatcher ended well, and the hits are written. */
int centre_free(struct fixture *fixture);
/* Every request goes through here, so that the coverage knows of it. */
enum reject ask(struct fixture *fixture, struct client *client, enum request number,
                const void *body, void *answer);
void add_person(struct fixture *fixture, const char *number, uint64_t roles);
void add_station(struct fixture *fixture, const char *number, const struct keys *keys);
struct rec_status status(struct fixture *fixture);

#endif
