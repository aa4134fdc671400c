#include "common/log.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

#include "common/clock.h"
#include "common/limits.h"
#include "common/text.h"

/* The product's only global. */
static struct {
    _Atomic int fd;
    _Atomic int level;
    bool owned;            /* log_close closes fd */
    char path[LIMIT_PATH]; /* of an owned fd */
} sink = {.fd = STDERR_FILENO, .level = LOG_INFO};

static const char *const level_names[] = {
#define L(name, text) [LOG_##name] = text,
    LOG_LEVEL_TABLE(L)
#undef L
};
enum { LEVELS = sizeof level_names / sizeof *level_names };

enum { OPEN_FLAGS = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY, OPEN_MODE = 0600 };

enum err log_open(const char *path)
{
    if (strcmp(path, "-") == 0) {
        log_open_fd(STDERR_FILENO);
        return ERR_OK;
    }
    if (strlen(path) >= sizeof sink.path) return ERR_LIMIT;
    int fd = open(path, OPEN_FLAGS, OPEN_MODE);
    if (fd < 0) return err_from_errno(errno);
    log_open_fd(fd);
    memcpy(sink.path, path, strlen(path) + 1);
    sink.owned = true;
    return ERR_OK;
}

void log_open_fd(int fd)
{
    log_close();
    sink.fd = fd;
}

enum err log_reopen(void)
{
    if (!sink.owned) return ERR_OK;
    int fd = open(sink.path, OPEN_FLAGS, OPEN_MODE);
    if (fd < 0) return err_from_errno(errno);
    /* The number stays, so that a thread that is just writing never meets a closed one. */
    int failed = dup3(fd, sink.fd, O_CLOEXEC) < 0 ? errno : 0;
    close(fd);
    return err_from_errno(failed);
}

void log_close(void)
{
    int fd = atomic_exchange(&sink.fd, STDERR_FILENO);
    if (sink.owned) close(fd);
    sink.owned = false;
}

void log_set_level(enum log_level level)
{
    ASSERT((size_t)level < LEVELS);
    sink.level = (int)level;
}

bool log_wants(enum log_level level)
{
    return (int)level >= sink.level && sink.fd >= 0;
}

const char *log_level_name(enum log_level level)
{
    ASSERT((size_t)level < LEVELS);
    return level_names[level];
}

bool log_level_parse(struct slice text, enum log_level *level)
{
    for (size_t i = 0; i < LEVELS; i++) {
        if (!slice_equal(text, slice_of(level_names[i]))) continue;
        *level = (enum log_level)i;
        return true;
    }
    return false;
}

/* A line that takes pieces whole, as long as they fit. */
struct line {
    char *out;
    size_t room, used; /* room leaves space for '\n' and the zero */
    bool full;
};

static void put(struct line *line, struct slice piece)
{
    if (line->full || piece.n > line->room - line->used) {
        line->full = true;
        return;
    }
    if (piece.n) memcpy(line->out + line->used, piece.p, piece.n);
    line->used += piece.n;
}

static void __attribute__((format(printf, 2, 3))) putf(struct line *line, const char *format, ...)
{
    char piece[64];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(piece, sizeof piece, format, args);
    va_end(args);
    ASSERT(n >= 0 && (size_t)n < sizeof piece);
    put(line, (struct slice){piece, (size_t)n});
}

static void put_escaped(struct line *line, struct slice text)
{
    for (size_t at = 0, bytes; at < text.n; at += bytes) {
        uint32_t rune;
        bytes = text_rune(text, at, &rune);
        if (rune == '"' || rune == '\\')
            putf(line, "\\%c", (char)rune);
        else if (rune == '\n')
            put(line, slice_of("\\n"));
        else if (rune == '\t')
            put(line, slice_of("\\t"));
        else if (bytes == 1 && rune > 0x7F)
            putf(line, "\\x%02x", (unsigned char)text.p[at]);
        else if (text_rune_unclean(rune))
            putf(line, "\\u{%" PRIx32 "}", rune);
        else
            put(line, (struct slice){text.p + at, bytes});
    }
}

/* A value that a reader could take for something else stands in quotes. */
static bool needs_quotes(struct slice text)
{
    for (size_t i = 0; i < text.n; i++)
        if (strchr(" =\"\\", text.p[i])) return true; /* a zero byte is found as well */
    return text.n == 0 || !text_is_clean(text, TEXT_ONE_LINE);
}

static void put_text(struct line *line, struct slice text)
{
    bool quotes = needs_quotes(text);
    if (quotes) put(line, slice_of("\""));
    put_escaped(line, text);
    if (quotes) put(line, slice_of("\""));
}

static void put_name(struct line *line, const char *name)
{
    ASSERT(*name);
    for (const char *p = name; *p; p++)
        ASSERT((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '_');
    put(line, slice_of(name));
}

static void put_field(struct line *line, const struct log_field *field)
{
    put(line, slice_of(" "));
    put_name(line, field->key);
    put(line, slice_of("="));
    switch (field->kind) {
    case LOG_KIND_END:
        break;
    case LOG_KIND_U64:
        putf(line, "%" PRIu64, field->value.u64);
        break;
    case LOG_KIND_I64:
        putf(line, "%" PRId64, field->value.i64);
        break;
    case LOG_KIND_BOOL:
        put(line, slice_of(field->value.yes ? "yes" : "no"));
        break;
    case LOG_KIND_TEXT:
        put_text(line, field->value.text);
        break;
    }
}

size_t log_format(char *out, size_t cap, uint64_t wall_ms, enum log_level level, const char *name,
                  const struct log_fields *fields)
{
    ASSERT(cap >= 2);
    struct line line = {.out = out, .room = cap - 2};
    char time[CLOCK_TEXT];
    put(&line, slice_of(clock_format(wall_ms, time, sizeof time)));
    put(&line, slice_of(" "));
    put(&line, slice_of(log_level_name(level)));
    put(&line, slice_of(" "));
    put_name(&line, name);
    for (const struct log_field *field = fields->at; field->kind != LOG_KIND_END; field++)
        put_field(&line, field);
    out[line.used++] = '\n';
    out[line.used] = '\0';
    return line.used;
}

void log_write(enum log_level level, const char *name, const struct log_fields *fields)
{
    char text[LIMIT_LOG_LINE];
    size_t n = log_format(text, sizeof text, clock_wall_ms(), level, name, fields);
    for (size_t done = 0; done < n;) {
        ssize_t wrote = write(sink.fd, text + done, n - done);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) return; /* there is nowhere left to report that the log fails */
        done += (size_t)wrote;
    }
}
