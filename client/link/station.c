#include "client/link/station.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zmq.h>

#include "common/conf.h"

/* The file as libconfuse reads it: every entry is one setting's text. */
struct station_text {
    CONF_FIELD_STR(number)
    CONF_FIELD_STR(public_key)
    CONF_FIELD_STR(secret_key)
    CONF_FIELD_STR(server_key)
    CONF_FIELD_STR(server)
    CONF_FIELD_STR(publish)
};

/* S(name, least bytes, most bytes, help) */
#define STATION_TABLE(S)                                                                           \
    S(number, 0, LIMIT_CODE, "The station's number.")                                              \
    S(public_key, 0, 40, "The station's public key, Z85.")                                         \
    S(secret_key, 0, 40, "The station's secret key, Z85: nobody else may read it.")                \
    S(server_key, 0, 40, "The dispatcher's public key, Z85.")                                      \
    S(server, 0, LIMIT_SETTING, "The dispatcher's endpoint for commands, tcp://HOST:PORT.")        \
    S(publish, 0, LIMIT_SETTING, "The dispatcher's endpoint for facts, tcp://HOST:PORT.")

static const struct conf_row rows[] = {
#define S(name, least, most, help) CONF_ROW(struct station_text, name, STR, "", least, most, help)
    STATION_TABLE(S)
#undef S
};

/* The limits of the table have been checked: nothing is cut. */
static void copy_text(char *out, size_t cap, const char *text)
{
    size_t n = strnlen(text, cap - 1);
    memcpy(out, text, n);
    out[n] = '\0';
}

enum err station_read(const char *path, struct station_file *out, char *why, unsigned why_cap)
{
    struct stat about;
    if (stat(path, &about) != 0) {
        enum err err = err_from_errno(errno);
        snprintf(why, why_cap, "%s: %s; ask an administrator for the station's file", path,
                 strerror(errno));
        return err;
    }
    if (about.st_mode & (S_IRWXG | S_IRWXO)) {
        snprintf(why, why_cap, "%s can be read by others: chmod 600 it", path);
        return ERR_PERMISSION;
    }
    struct station_text text;
    enum err err = conf_load(rows, sizeof rows / sizeof *rows, path, &text, why, why_cap);
    if (err != ERR_OK) return err;
    if (strlen(text.public_key) != 40 || strlen(text.secret_key) != 40 ||
        strlen(text.server_key) != 40 || !text.number[0] || !text.server[0] || !text.publish[0]) {
        snprintf(why, why_cap,
                 "%s is not a whole station file: have it written again by "
                 "rexianctl station add --out",
                 path);
        return ERR_FORMAT;
    }
#define S(name, least, most, help) copy_text(out->name, sizeof out->name, text.name);
    STATION_TABLE(S)
#undef S
    return ERR_OK;
}

enum err station_make_keys(struct station_file *station)
{
    return zmq_curve_keypair(station->public_key, station->secret_key) == 0 ? ERR_OK : ERR_CRYPTO;
}

enum err station_write(const char *path, const struct station_file *station, char *why,
                       unsigned why_cap)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "w");
    if (!file) {
        int saved = errno;
        if (fd >= 0) close(fd);
        snprintf(why, why_cap, "%s: %s", path, strerror(saved));
        return err_from_errno(saved);
    }
#define S(name, least, most, help) fprintf(file, "# %s\n%s = '%s'\n", help, #name, station->name);
    STATION_TABLE(S)
#undef S
    /* single quotes: a key may hold "${", which the reader would expand between double ones */
    bool good = fflush(file) == 0 && fsync(fd) == 0;
    good = fclose(file) == 0 && good;
    if (good) return ERR_OK;
    snprintf(why, why_cap, "%s: %s", path, strerror(errno));
    unlink(path);
    return ERR_IO;
}
