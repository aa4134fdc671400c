/* The log: one line per event, "time level name key=value ...". Names and keys are stable, so that
 * scripts and alarms can rely on them; no caller data ever goes in. Values are typed (no format
 * strings); text is quoted when it needs it, and control, format and bidi characters are escaped.
 * The sink is the product's only global. A line is written in one piece: threads may log at once.
 *
 *     log_event(LOG_INFO, "call_offered", LOG_U64("call", 7), LOG_STR("line", "12345"));
 *     2026-11-22T12:00:00.123+08:00 info call_offered call=7 line=12345 */
#ifndef COMMON_LOG_H
#define COMMON_LOG_H

#include "common/err.h"
#include "common/slice.h"

/* L(name, text) */
#define LOG_LEVEL_TABLE(L)                                                                         \
    L(DEBUG, "debug")                                                                              \
    L(INFO, "info")                                                                                \
    L(WARNING, "warning")                                                                          \
    L(ERROR, "error")

enum log_level {
#define L(name, text) LOG_##name,
    LOG_LEVEL_TABLE(L)
#undef L
};

enum log_kind { LOG_KIND_END, LOG_KIND_U64, LOG_KIND_I64, LOG_KIND_BOOL, LOG_KIND_TEXT };

struct log_field {
    const char *key; /* a literal: [a-z0-9_]+ */
    enum log_kind kind;
    union {
        uint64_t u64;
        int64_t i64;
        bool yes;
        struct slice text;
    } value;
};

/* The last one always stays empty: it ends the list. */
struct log_fields {
    struct log_field at[13];
};

#define LOG_U64(k, v)                                                                              \
    {                                                                                              \
        .key = (k), .kind = LOG_KIND_U64, .value.u64 = (v)                                         \
    }
#define LOG_I64(k, v)                                                                              \
    {                                                                                              \
        .key = (k), .kind = LOG_KIND_I64, .value.i64 = (v)                                         \
    }
#define LOG_BOOL(k, v)                                                                             \
    {                                                                                              \
        .key = (k), .kind = LOG_KIND_BOOL, .value.yes = (v)                                        \
    }
#define LOG_STR(k, v)                                                                              \
    {                                                                                              \
        .key = (k), .kind = LOG_KIND_TEXT, .value.text = slice_of(v)                               \
    }
#define LOG_SLICE(k, v)                                                                            \
    {                                                                                              \
        .key = (k), .kind = LOG_KIND_TEXT, .value.text = (v)                                       \
    }
#define LOG_ERR(k, v)                                                                              \
    {                                                                                              \
        .key = (k), .kind = LOG_KIND_TEXT, .value.text = slice_of(err_name(v))                     \
    }

/* Up to 12 fields. Below the level that is set, nothing is evaluated. */
#define log_event(level, name, ...)                                                                \
    (log_wants(level) ? log_write((level), (name), &(const struct log_fields){{__VA_ARGS__}})      \
                      : (void)0)

/* Appends to the file (made with mode 0600); "-" is standard error, which is also where events go
 * when nothing was opened. */
enum err log_open(const char *path) MUST_CHECK;
/* A borrowed descriptor, as tests use; -1 drops every line. */
void log_open_fd(int fd);
/* Opens the same path again, after a rotation; on an error the old file stays in use. */
enum err log_reopen(void) MUST_CHECK;
void log_close(void);

void log_set_level(enum log_level level);
bool log_wants(enum log_level level);
void log_write(enum log_level level, const char *name, const struct log_fields *fields);

/* "info"; never NULL. */
const char *log_level_name(enum log_level level);
bool log_level_parse(struct slice text, enum log_level *level);

/* The line without writing it, with its '\n' and a terminating zero; cut at cap - 1 bytes, the
 * '\n' kept. Answers its bytes. Pure, and what log_write uses. */
size_t log_format(char *out, size_t cap, uint64_t wall_ms, enum log_level level, const char *name,
                  const struct log_fields *fields);

#endif
