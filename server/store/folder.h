/* The data folder as files: made, checked, locked, copied. Every file is 0600 and the folder 0700.
 */
#ifndef SERVER_STORE_FOLDER_H
#define SERVER_STORE_FOLDER_H

#include "common/err.h"
#include "common/slice.h"
#include "proto/schema.h"

#define DATA_FILE "data.mdb"
#define LOCK_FILE "lock"
#define SCRATCH_PREFIX "replay."
#define MANIFEST_FILE "manifest" /* of a backup that was not opened yet */

/* Makes the folder, or takes an existing empty one; ERR_EXISTS when something is in it. */
enum err folder_make(const char *dir, char *why, size_t why_cap) MUST_CHECK;
/* There, ours alone: ERR_NOTFOUND, ERR_PERMISSION. */
enum err folder_check(const char *dir, char *why, size_t why_cap) MUST_CHECK;
/* Holds the folder for this process; *fd is closed by the caller to let go. ERR_BUSY. */
enum err folder_lock(const char *dir, int *fd, char *why, size_t why_cap) MUST_CHECK;
bool folder_has(const char *dir, const char *name);
/* Writes a new file, syncs it and the folder. ERR_EXISTS. */
enum err folder_write(const char *dir, const char *name, struct slice bytes, char *why,
                      size_t why_cap) MUST_CHECK;
/* Reads at most cap bytes; *n is what was there. */
enum err folder_read(const char *dir, const char *name, char *out, size_t cap, size_t *n, char *why,
                     size_t why_cap) MUST_CHECK;
/* The same, refused with ERR_PERMISSION when group or others may read or write the file. */
enum err folder_read_secret(const char *dir, const char *name, char *out, size_t cap, size_t *n,
                            char *why, size_t why_cap) MUST_CHECK;
/* Copies one file, synced; *hash (may be NULL) is the BLAKE2b of its bytes. */
enum err folder_copy(const char *from_dir, const char *to_dir, const char *name, struct h32 *hash,
                     char *why, size_t why_cap) MUST_CHECK;
/* Syncs one file of the folder and gives the BLAKE2b of its bytes. */
enum err folder_seal(const char *dir, const char *name, struct h32 *hash, char *why,
                     size_t why_cap) MUST_CHECK;
enum err folder_sync(const char *dir) MUST_CHECK;
/* Removes one file; that it is not there is fine. */
void folder_forget(const char *dir, const char *name);
/* Removes the files in the folder, and it. Folders inside are left. */
void folder_remove(const char *dir);
/* Removes folders of that prefix inside, with the files in them: scratch that a crash left. */
void folder_sweep(const char *dir, const char *prefix);
/* Makes the file at least so long; what is added reads as zeros and takes no disk. */
enum err folder_stretch(const char *dir, const char *name, uint64_t bytes) MUST_CHECK;
/* Bytes free for this process. */
enum err folder_free(const char *dir, uint64_t *bytes) MUST_CHECK;
/* ERR_NOSPACE unless so much is free on dir's disk. */
enum err folder_room(const char *dir, uint64_t bytes, char *why, size_t why_cap) MUST_CHECK;
/* Disk that a file takes. */
enum err folder_taken(const char *dir, const char *name, uint64_t *bytes) MUST_CHECK;
bool folder_same_disk(const char *a, const char *b);
/* "dir/name"; asserts that it fits LIMIT_PATH. */
void folder_path(const char *dir, const char *name, char out[LIMIT_PATH]);

#endif
