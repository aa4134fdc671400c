/* One target of the fuzzer a file: fuzz_NAME.c defines both functions. With clang's libFuzzer they
 * are explored; with any compiler replay.c runs them over corpus/NAME, the seeds, and seeded random
 * changes of both. A target aborts when something is wrong. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);
/* Well-formed inputs to start from: hands each to take. */
typedef void fuzz_take(const void *bytes, size_t n);
void fuzz_seeds(fuzz_take *take);

/* Inputs are no longer than this. */
enum { FUZZ_INPUT = 256 * 1024 };

#endif
