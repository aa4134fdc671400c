/* Runs a target over the files of a folder, its seeds, and seeded random changes of both.
 *   replay FOLDER      FUZZ_SEED=N, FUZZ_RUNS=N in the environment
 * To find the input of a run that aborted: the same FUZZ_SEED with FUZZ_KEEP=FILE, where each input
 * is written before it is tried. */
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "common/err.h"
#include "tests/fuzz/fuzz.h"

enum { INPUTS = 1024, RUNS = 50000 };

struct input {
    uint8_t *bytes;
    size_t n;
};

/* The fuzzer's own interface hands over no context, so what is collected lies here. */
static struct input inputs[INPUTS];
static size_t n_inputs;

static void take(const void *bytes, size_t n)
{
    ASSERT(n_inputs < INPUTS && n <= FUZZ_INPUT);
    inputs[n_inputs].bytes = malloc(n ? n : 1);
    ASSERT(inputs[n_inputs].bytes);
    memcpy(inputs[n_inputs].bytes, bytes, n);
    inputs[n_inputs++].n = n;
}

static void take_file(const char *folder, const char *name)
{
    static uint8_t bytes[FUZZ_INPUT];
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    ASSERT(file);
    take(bytes, fread(bytes, 1, sizeof bytes, file));
    fclose(file);
}

static size_t take_folder(const char *folder)
{
    struct dirent **names;
    int n = scandir(folder, &names, NULL, alphasort);
    if (n < 0) {
        fprintf(stderr, "%s cannot be read\n", folder);
        exit(2);
    }
    for (int i = 0; i < n; i++) {
        if (names[i]->d_name[0] != '.') take_file(folder, names[i]->d_name);
        free(names[i]);
    }
    free(names);
    return n_inputs;
}

static uint64_t next(uint64_t *random)
{
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    return *random;
}

static size_t below(uint64_t *random, size_t limit)
{
    return limit ? (size_t)(next(random) % limit) : 0;
}

/* Headers that promise much, kinds that are not ours, texts that are none, words of other formats.
 */
static const struct {
    const char *bytes;
    size_t n;
} odd[] = {{"\xDD\xFF\xFF\xFF\xFF", 5},
           {"\xDF\x7F\xFF\xFF\xFF", 5},
           {"\xDC\xFF\xFF", 3},
           {"\xDB\xFF\xFF\xFF\xFF", 5},
           {"\xC6\xFF\xFF\xFF\xFF", 5},
           {"\xC1", 1},
           {"\xC7\x01\x01\x01", 4},
           {"\xD6\xFF\0\0\0\0", 6},
           {"\x91\x91\x91\x91\x91", 5},
           {"\x81\x01\x81\x01", 4},
           {"\x82\x01\x01\x01\x01", 5},
           {"\xCB\x7F\xF8\0\0\0\0\0\0", 9},
           {"\xCF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 9},
           {"\xD3\x80\0\0\0\0\0\0\0", 9},
           {"\xED\xA0\x80", 3},
           {"\xC0\x80", 2},
           {"\xE2\x80\xAE", 3},
           {"\n", 1},
           {"\"", 1},
           {"=", 1},
           {"18446744073709551616", 20},
           {"-1", 2},
           {"\0", 1}};

/* Puts n bytes over the place, or before what is there. */
static size_t put(uint8_t *bytes, size_t used, size_t at, const void *what, size_t n, bool insert)
{
    if (insert) {
        if (used + n > FUZZ_INPUT) return used;
        memmove(bytes + at + n, bytes + at, used - at);
        used += n;
    } else if (at + n > used) {
        n = used - at;
    }
    memcpy(bytes + at, what, n);
    return used;
}

static size_t change(uint8_t *bytes, size_t n, uint64_t *random)
{
    /* Small changes more often: what is still nearly right gets furthest. */
    size_t at = below(random, n + 1), kind = below(random, 12);
    if (kind < 4 && n > 0) {
        bytes[at % n] ^= (uint8_t)(1U << below(random, 8));
    } else if (kind < 7 && n > 0) {
        bytes[at % n] = (uint8_t)next(random);
    } else if (kind == 7) {
        n = at; /* cut */
    } else if (kind == 8) {
        size_t gone = below(random, n - at + 1);
        memmove(bytes + at, bytes + at + gone, n - at - gone);
        n -= gone;
    } else if (kind == 9) {
        const size_t i = below(random, sizeof odd / sizeof *odd);
        n = put(bytes, n, at, odd[i].bytes, odd[i].n, next(random) & 1);
    } else if (kind == 10) {
        uint8_t one = (uint8_t)next(random);
        n = put(bytes, n, at, &one, 1, true);
    } else {
        const struct input *other = &inputs[below(random, n_inputs)];
        size_t from = below(random, other->n + 1), length = below(random, other->n - from + 1);
        n = put(bytes, n, at, other->bytes + from, length, next(random) & 1);
    }
    return n;
}

/* On the heap and exactly as long, so that a sanitizer sees a step past the end. */
static void try(const uint8_t *bytes, size_t n, const char *keep)
{
    uint8_t *copy = malloc(n ? n : 1);
    ASSERT(copy);
    memcpy(copy, bytes, n);
    FILE *file = keep ? fopen(keep, "wb") : NULL;
    if (file) {
        fwrite(copy, 1, n, file);
        fclose(file);
    }
    LLVMFuzzerTestOneInput(copy, n);
    free(copy);
}

static uint64_t number_from(const char *name, uint64_t otherwise)
{
    const char *text = getenv(name);
    return text ? strtoull(text, NULL, 10) : otherwise;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: replay FOLDER\n", stderr);
        return 2;
    }
    static uint8_t bytes[FUZZ_INPUT];
    const char *keep = getenv("FUZZ_KEEP");
    const uint64_t seed = number_from("FUZZ_SEED", (uint64_t)time(NULL));
    const uint64_t runs = number_from("FUZZ_RUNS", RUNS);
    size_t files = take_folder(argv[1]);
    fuzz_seeds(take);
    printf("FUZZ_SEED=%llu FUZZ_RUNS=%llu: %zu files, %zu seeds\n", (unsigned long long)seed,
           (unsigned long long)runs, files, n_inputs - files);
    fflush(stdout);
    ASSERT(n_inputs > 0);
    for (size_t i = 0; i < n_inputs; i++) try(inputs[i].bytes, inputs[i].n, keep);
    uint64_t random = seed * 0x9E3779B97F4A7C15U | 1;
    for (uint64_t run = 0; run < runs; run++) {
        const struct input *start = &inputs[below(&random, n_inputs)];
        size_t n = start->n;
        memcpy(bytes, start->bytes, n);
        for (size_t changes = below(&random, 2) ? 1 : below(&random, 6); changes > 0; changes--)
            n = change(bytes, n, &random);
        try(bytes, n, keep);
    }
    for (size_t i = 0; i < n_inputs; i++) free(inputs[i].bytes);
    return 0;
}
