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
    [LIFE_ticket] = {"A ticket",
                     "From the draft to the archive. Who may do what when, with the settings, is "
                     "told in [handling.md](handling.md)."},
    [LIFE_score] = {"A point", "Given to a unit or an operator, appealed, upheld or withdrawn."},
    [LIFE_disclosure] = {"A disclosure", "A caller's data passed on: asked for, granted, given."},
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

static bool moves(const struct life_row *row)
{
    return row->state != row->next;
}

static void print_moves(FILE *out, enum life life, const struct life_row *rows, size_t n)
{
    fprintf(out, "| state | event | only if | next | fact |\n|---|---|---|---|---|\n");
    for (size_t i = 0; i < n; i++) {
        const struct life_row *row = &rows[i];
        if (!moves(row)) continue;
        fprintf(out, "| %s | %s | %s | %s | %s |\n",
                row->state ? state_text(life, row->state) : "–", event_text(life, row), row->guard,
                state_text(life, row->next), fact_desc(row->fact)->name);
    }
}

/* One line of the table of what leaves a state as it is: the same event, guard and fact. */
static bool same_line(const struct life_row *a, const struct life_row *b)
{
    return !moves(a) && !moves(b) && a->event == b->event && a->fact == b->fact &&
           strcmp(a->guard, b->guard) == 0;
}

static bool stood_before(const struct life_row *rows, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (same_line(&rows[j], &rows[i])) return true;
    return false;
}

/* Grouped by event: in a row for each state nobody would find anything. */
static void print_stays(FILE *out, enum life life, const struct life_row *rows, size_t n)
{
    size_t stays = 0;
    for (size_t i = 0; i < n; i++) stays += !moves(&rows[i]);
    if (stays == 0) return;
    fprintf(out, "\nRecorded without leaving the state (not in the diagram):\n\n"
                 "| event | in | only if | fact |\n|---|---|---|---|\n");
    for (size_t i = 0; i < n; i++) {
        if (moves(&rows[i]) || stood_before(rows, i)) continue;
        const char *between = "";
        fprintf(out, "| %s | ", event_text(life, &rows[i]));
        for (size_t j = i; j < n; j++) {
            if (!same_line(&rows[i], &rows[j])) continue;
            fprintf(out, "%s%s", between, state_text(life, rows[j].state));
            between = ", ";
        }
        fprintf(out, " | %s | %s |\n", rows[i].guard, fact_desc(rows[i].fact)->name);
    }
}

static bool same_arrow(const struct life_row *a, const struct life_row *b)
{
    return a->state == b->state && a->next == b->next;
}

/* One arrow from a state to another, with every event that goes that way. */
static void print_diagram(FILE *out, enum life life, const struct life_row *rows, size_t n)
{
    fprintf(out, "\n```mermaid\nstateDiagram-v2\n");
    for (size_t i = 0; i < n; i++) {
        bool drawn = !moves(&rows[i]);
        for (size_t j = 0; j < i; j++) drawn = drawn || same_arrow(&rows[j], &rows[i]);
        if (drawn) continue;
        fprintf(out, "    %s --> %s : %s", state_text(life, rows[i].state),
                state_text(life, rows[i].next), event_text(life, &rows[i]));
        for (size_t j = i + 1; j < n; j++)
            if (same_arrow(&rows[i], &rows[j])) fprintf(out, ", %s", event_text(life, &rows[j]));
        fputc('\n', out);
    }
    fprintf(out, "```\n");
}

/* Two tables and a diagram. */
static void print_life(FILE *out, enum life life)
{
    size_t n;
    const struct life_row *rows = life_table(life, &n);
    print_moves(out, life, rows, n);
    print_stays(out, life, rows, n);
    print_diagram(out, life, rows, n);
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
