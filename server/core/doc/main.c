/* Prints docs/lives.md out of the life tables. */
#include <stdio.h>
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

/* Mermaid's name of where a life begins. */
static const char *state_text(enum life life, uint64_t state)
{
    return state ? word_name(life_states(life), state) : "[*]";
}

static const char *event_text(enum life life, const struct life_row *row)
{
    return word_name(life_events(life), row->event);
}

/* A table and a diagram. */
static void print_life(FILE *out, enum life life)
{
    size_t n;
    const struct life_row *rows = life_table(life, &n);
    fprintf(out, "| state | event | only if | next | fact |\n|---|---|---|---|---|\n");
    for (size_t i = 0; i < n; i++) {
        const struct life_row *row = &rows[i];
        fprintf(out, "| %s | %s | %s | %s | %s |\n",
                row->state ? state_text(life, row->state) : "–", event_text(life, row), row->guard,
                state_text(life, row->next), fact_desc(row->fact)->name);
    }
    fprintf(out, "\n```mermaid\nstateDiagram-v2\n");
    for (size_t i = 0; i < n; i++) {
        const struct life_row *row = &rows[i];
        fprintf(out, "    %s --> %s : %s\n", state_text(life, row->state),
                state_text(life, row->next), event_text(life, row));
    }
    fprintf(out, "```\n");
}

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
        print_life(stdout, (enum life)life);
    }
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
