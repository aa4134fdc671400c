/* Prints docs/protocol.md and docs/configuration.md out of the schema and the settings. */
#include <stdio.h>

#include "common/settings.h"
#include "proto/doc/page.h"

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "protocol") == 0)
        protocol_print(stdout);
    else if (argc == 2 && strcmp(argv[1], "configuration") == 0)
        settings_print_markdown(stdout);
    else {
        fputs("usage: rexian-protodoc protocol|configuration\n", stderr);
        return 2;
    }
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
