#include "common/err.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static const struct {
    const char *name;
    const char *text;
} table[] = {
#define E(name, text) {#name, text},
    ERR_TABLE(E)
#undef E
};

const char *err_name(enum err err)
{
    ASSERT((size_t)err < sizeof table / sizeof *table);
    return table[err].name;
}

const char *err_text(enum err err)
{
    ASSERT((size_t)err < sizeof table / sizeof *table);
    return table[err].text;
}

enum err err_from_errno(int errno_value)
{
    switch (errno_value) {
    case 0:
        return ERR_OK;
    case ENOMEM:
        return ERR_NOMEM;
    case ENOSPC:
    case EDQUOT:
        return ERR_NOSPACE;
    case ENOENT:
        return ERR_NOTFOUND;
    case EEXIST:
        return ERR_EXISTS;
    case EAGAIN:
    case EBUSY:
        return ERR_BUSY;
    case EACCES:
    case EPERM:
        return ERR_PERMISSION;
    case ETIMEDOUT:
        return ERR_TIMEOUT;
    default:
        return ERR_IO;
    }
}

void err_assert_failed(const char *what, const char *file, int line)
{
    fprintf(stderr, "assert failed: %s at %s:%d\n", what, file, line);
    abort();
}
