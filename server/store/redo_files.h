/* The redo log's segments as files redo.0, redo.1 … in the data folder. */
#ifndef SERVER_STORE_REDO_FILES_H
#define SERVER_STORE_REDO_FILES_H

#include "server/store/redo.h"

extern const struct redo_ops redo_file_ops;
/* The ctx for redo_file_ops; redo_close() frees it. */
enum err redo_files_new(const char *dir, void **ctx) MUST_CHECK;

#endif
