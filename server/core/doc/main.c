/* Prints docs/lives.md out of the life tables. */
#include <string.h>

#include "server/core/life.h"

static const struct {
    const char *title, *says;
} pages[LIVES] = {
    [LIFE_call] = {"A call", "From the first ring, or a visitor at the counter, to the end. A call "
                             "that was answered once and is lost in a transfer also ends as "
                             "abandoned; the figures count it as answered."},
    [LIFE_agent] = {"An agent", "An operator who is signed in at a station."},
    [LIFE_ticket] = {"A ticket", "From the draft to the archive. Opening, saving and amending are "
                                 "recorded with the words they bring; everything else is a move."},
};

int main(int argc, char **argv)
{
    if (argc != 2 || strcmp(argv[1], "lives") != 0) {
        fputs("usage: rexian-lifedoc lives\n", stderr);
        return 2;
    }
    printf("# Lives\n\nMade from the tables in `server/core/life.c`; `UPDATE=1 ctest -R docs` "
           "rewrites it. An event that is not in the table of a state is refused with BAD_STATE "
           "and changes nothing.\n");
    for (int life = 0; life < LIVES; life++) {
        printf("\n## %s\n\n%s\n\n", pages[life].title, pages[life].says);
        life_print_markdown(stdout, (enum life)life);
    }
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
