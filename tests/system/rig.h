/* A real dispatcher in a folder of its own, and bare clients of it: for tests and benchmarks that
 * want to see processes and sockets. Everything fails the test at once when it cannot be done. */
#ifndef TESTS_SYSTEM_RIG_H
#define TESTS_SYSTEM_RIG_H

#include <sys/types.h>

#include "proto/desc.h"
#include "proto/envelope.h"

struct rig {
    char dir[64];  /* scratch, removed by rig_fini */
    char data[80]; /* in it */
    char config[80], log[80];
    char settings[256]; /* beside the ports */
    void *context;      /* of the clients' sockets */
    pid_t pid;          /* 0: not running */
    char listen[128], publish[128], server_key[41];
};

/* Makes the folder; settings is what the configuration file says beside ephemeral ports. */
void rig_init(struct rig *rig, const char *settings);
/* Ends a running dispatcher and removes everything. */
void rig_fini(struct rig *rig);
/* What holds from the next start on. */
void rig_settings(struct rig *rig, const char *settings);
/* Starts it and waits until it says that it is ready. Ports are kept from start to start. */
void rig_start(struct rig *rig);
/* Sends the signal, waits; answers the exit code, or 128 + signal. */
int rig_stop(struct rig *rig, int signal);
/* Runs rexiand with these words (the last is NULL) to its end; what it writes is put into out. Its
 * exit code, or 128 + signal. */
int rig_run(struct rig *rig, char *out, size_t cap, const char *const words[]);

struct keys {
    char public_key[41], secret_key[41];
};
struct keys keys_new(void);

struct client {
    void *socket;
    struct rig *rig;
    uint64_t session, request_id; /* of the last request */
    char token[TOKEN_BYTES];
    size_t token_n;
    struct buffer out;
    struct arena arena;
    char reply[LIMIT_MESSAGE];
    struct reply_envelope envelope; /* of the last reply; points into it */
};

void client_console(struct client *client, struct rig *rig);
/* server_key NULL: the dispatcher's own. */
void client_station(struct client *client, struct rig *rig, const struct keys *keys,
                    const char *server_key);
void client_close(struct client *client);
/* Sends without waiting; the request id is new unless again. */
void client_send(struct client *client, enum request number, const void *body, bool again);
/* False: nothing came within wait_ms. */
bool client_receive(struct client *client, int wait_ms);
/* Sends and waits; what is not the answer to it is skipped. body of the answer is decoded into
 * *answer when it is not NULL and the request was not refused. */
enum reject client_ask(struct client *client, enum request number, const void *body, void *answer);
enum reject client_ask_again(struct client *client, enum request number, const void *body,
                             void *answer);
enum reject client_sign_in(struct client *client, const char *number, const char *password);

#endif
