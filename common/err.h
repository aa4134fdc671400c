/* Operating errors: what may go wrong in the world, as opposed to a refusal of a request (enum
 * reject in proto/schema.h) or a programmer's error (assert). Every function that returns enum err
 * must have its result checked. */
#ifndef COMMON_ERR_H
#define COMMON_ERR_H

/* E(name, text for a log or a command line) */
#define ERR_TABLE(E)                                                                               \
    E(OK, "done")                                                                                  \
    E(NOMEM, "out of memory")                                                                      \
    E(IO, "input or output error")                                                                 \
    E(NOSPACE, "no space left on the disk")                                                        \
    E(NOTFOUND, "not found")                                                                       \
    E(EXISTS, "already there")                                                                     \
    E(BUSY, "in use by another process")                                                           \
    E(PERMISSION, "permission denied, or readable by others")                                      \
    E(FORMAT, "not in the expected form")                                                          \
    E(LIMIT, "over a stated limit")                                                                \
    E(DAMAGED, "data is damaged")                                                                  \
    E(NEWER, "made by a newer version")                                                            \
    E(CRYPTO, "does not match its key")                                                            \
    E(TIMEOUT, "no answer in time")                                                                \
    E(CLOSED, "closed")

enum err {
#define E(name, text) ERR_##name,
    ERR_TABLE(E)
#undef E
};

/* "NOMEM"; never NULL. */
const char *err_name(enum err err);
/* One English sentence part; never NULL. */
const char *err_text(enum err err);
/* Maps errno's value; unknown values become ERR_IO. */
enum err err_from_errno(int errno_value);

#define MUST_CHECK __attribute__((warn_unused_result))

/* Programmer's error: prints the place and aborts, also in release builds. */
void err_assert_failed(const char *what, const char *file, int line) __attribute__((noreturn));
#define ASSERT(cond) ((cond) ? (void)0 : err_assert_failed(#cond, __FILE__, __LINE__))

#endif
