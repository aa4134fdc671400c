/* A station's file: its own key pair, the server's public key and where the dispatcher is. Written
 * by `rexianctl station add --out FILE`, 0600, refused when others can read it. Lines "name =
 * value". */
#ifndef CLIENT_LINK_STATION_H
#define CLIENT_LINK_STATION_H

#include "common/err.h"
#include "common/limits.h"

struct station_file {
    char number[LIMIT_CODE + 1];
    char public_key[41]; /* Z85 */
    char secret_key[41];
    char server_key[41];
    char server[256];  /* tcp://host:port of commands */
    char publish[256]; /* tcp://host:port of facts */
};

/* A fresh pair of keys; the rest of the station is left alone. */
enum err station_make_keys(struct station_file *station);
/* why gets one sentence that says what to do. */
enum err station_read(const char *path, struct station_file *out, char *why, unsigned why_cap);
enum err station_write(const char *path, const struct station_file *station, char *why,
                       unsigned why_cap);

#endif
