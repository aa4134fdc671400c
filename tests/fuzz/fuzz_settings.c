/* A configuration file. Settings that were taken keep to their limits; a refusal says why. */
#include <stdlib.h>

#include "common/settings.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct settings settings;
    char why[256] = "";
    enum err err = settings_parse("fuzz", slice_bytes(bytes, n), &settings, why, sizeof why);
    if (err != ERR_OK) {
        ASSERT(why[0] && memchr(why, 0, sizeof why));
        return 0;
    }
    ASSERT(settings.turn_max >= 1 && settings.turn_max <= 65536);
    ASSERT(settings.offer_lease_s >= 1 && settings.offer_lease_s <= 600);
    ASSERT(memchr(settings.listen, 0, sizeof settings.listen) && settings.listen[0]);
    return 0;
}

void fuzz_seeds(fuzz_take *take)
{
    char *text = NULL;
    size_t n = 0;
    FILE *file = open_memstream(&text, &n);
    ASSERT(file);
    settings_print_example(file);
    ASSERT(fclose(file) == 0);
    take(text, n);
    free(text);
    static const char lines[] = "listen = \"tcp://*:1\"\nturn_max = 7\noffer_lease_s = \"2 min\"\n"
                                "log_level = debug # how much\nsession_h = 8\n";
    take(lines, sizeof lines - 1);
}
