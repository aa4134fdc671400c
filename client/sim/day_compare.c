/* The end of a day: what callers and agents counted themselves, against the wall, the figures and
 * the exported queue_log. */
#include <stdlib.h>

#include "client/sim/day.h"

enum { PEOPLE = ACTORS_MAX, ASK_MS = 60000 };

struct logged {
    uint64_t entered, connected, abandoned, left; /* of a queue */
    uint64_t answered, missed;                    /* of a member */
};

struct line {
    char code[LIMIT_CODE + 1];
    struct stays own, wall, figures;
    uint64_t waiting;
    struct logged log;
};

struct seat_line {
    const struct actor *actor;
    struct seat_count own, figures;
    struct logged log;
};

struct compared {
    struct line queues[DAY_QUEUES];
    struct seat_line seats[PEOPLE];
    size_t n_queues, n_seats;
    struct rec_queue_figures centre;
    int differing;
};

static bool ask(struct world *world, enum request number, const void *body, struct arena *arena,
                const void **out)
{
    struct actor *lead = world_actor(world, ACTOR_lead);
    struct link_answer answer;
    if (!lead || link_call(lead->link, number, body, ASK_MS, arena, &answer) != ERR_OK ||
        answer.reject != REJECT_OK) {
        fprintf(stderr, "rexian-sim: %s is not answered\n", request_desc(number)->verb);
        return false;
    }
    *out = answer.body;
    return true;
}

static struct line *queue_line(struct compared *all, const char *code)
{
    for (size_t i = 0; i < all->n_queues; i++)
        if (strcmp(all->queues[i].code, code) == 0) return &all->queues[i];
    return NULL;
}

static bool take_queues(struct world *world, struct compared *all, struct arena *arena)
{
    const void *answer;
    if (!ask(world, request_queue_list, &(struct req_queue_list){0}, arena, &answer)) return false;
    const struct rec_queue_page *page = answer;
    const struct rec_queue_rule *rules = page->rows.items;
    for (size_t i = 0; i < page->rows.n && all->n_queues < DAY_QUEUES; i++) {
        struct line *line = &all->queues[all->n_queues++];
        snprintf(line->code, sizeof line->code, "%s", rules[i].code.s);
        if (rules[i].queue < DAY_QUEUES) line->own = world->day->count.queues[rules[i].queue];
    }
    return true;
}

static bool take_wall(struct world *world, struct compared *all, struct arena *arena)
{
    const void *answer;
    if (!ask(world, request_wall_show, &(struct req_wall_show){0}, arena, &answer)) return false;
    const struct rec_wall *wall = answer;
    const struct rec_queue_item *items = wall->queues.items;
    for (size_t i = 0; i < wall->queues.n; i++) {
        struct line *line = queue_line(all, items[i].line.s);
        if (!line) return false;
        line->wall = (struct stays){items[i].offered, items[i].answered, items[i].abandoned,
                                    items[i].called_back, items[i].passed};
    }
    return true;
}

static bool take_figures(struct world *world, struct compared *all, struct arena *arena)
{
    const void *answer;
    if (!ask(world, request_queue_figures, &(struct req_queue_figures){0}, arena, &answer))
        return false;
    all->centre = *(const struct rec_queue_figures *)answer;
    const struct rec_queue_figure *items = all->centre.rows.items;
    for (size_t i = 0; i < all->centre.rows.n; i++) {
        struct line *line = queue_line(all, items[i].queue.s);
        if (!line) return false;
        line->figures = (struct stays){items[i].offered, items[i].answered, items[i].abandoned,
                                       items[i].called_back, items[i].passed};
        line->waiting = items[i].waiting;
    }
    return true;
}

static struct seat_line *seat_line(struct compared *all, const char *number)
{
    for (size_t i = 0; i < all->n_seats; i++)
        if (strcmp(all->seats[i].actor->number, number) == 0) return &all->seats[i];
    return NULL;
}

static bool take_seats(struct world *world, struct compared *all, struct arena *arena)
{
    for (size_t i = 0; i < world->n_actors; i++) {
        const struct actor *actor = &world->actors[i];
        if (actor->kind == ACTOR_seat)
            all->seats[all->n_seats++] =
                (struct seat_line){.actor = actor, .own = *seat_count(actor)};
    }
    const void *answer;
    if (!ask(world, request_agent_figures, &(struct req_agent_figures){0}, arena, &answer))
        return false;
    const struct rec_agent_figures *page = answer;
    const struct rec_agent_figure *items = page->rows.items;
    for (size_t i = 0; i < page->rows.n; i++) {
        struct seat_line *line = seat_line(all, items[i].number.s);
        if (line)
            line->figures = (struct seat_count){.offered = items[i].offered,
                                                .answered = items[i].answered,
                                                .missed = items[i].missed,
                                                .gone = items[i].gone};
    }
    return page->next == 0;
}

static void log_line(struct compared *all, char *text)
{
    char *field[5], *rest = text;
    for (int i = 0; i < 5; i++)
        if (!(field[i] = strsep(&rest, "|"))) return;
    struct line *queue = queue_line(all, field[2]);
    struct seat_line *seat = seat_line(all, field[3]);
    const char *event = field[4];
    bool connected = strcmp(event, "CONNECT") == 0, missed = strcmp(event, "RINGNOANSWER") == 0;
    if (queue) {
        queue->log.entered += strcmp(event, "ENTERQUEUE") == 0;
        queue->log.connected += connected;
        queue->log.abandoned += strcmp(event, "ABANDON") == 0;
        queue->log.left += strncmp(event, "EXITWITH", 8) == 0;
    }
    if (seat) {
        seat->log.answered += connected;
        seat->log.missed += missed;
    }
}

static bool take_log(const struct world *world, struct compared *all)
{
    FILE *pipe = popen(world->day->plan.queue_log, "r");
    if (!pipe) return false;
    char *text = NULL;
    size_t cap = 0;
    while (getline(&text, &cap, pipe) >= 0) {
        text[strcspn(text, "\n")] = '\0';
        log_line(all, text);
    }
    free(text);
    return pclose(pipe) == 0;
}

typedef unsigned long long number;

static const char *cell(struct compared *all, bool same)
{
    all->differing += !same;
    return same ? "" : " !";
}

static void print_queue(struct compared *all, const struct line *line, bool logged)
{
    const struct {
        const char *name;
        uint64_t own, wall, figures, log;
    } rows[] = {
        {"offered", line->own.offered, line->wall.offered, line->figures.offered,
         line->log.entered},
        {"answered", line->own.answered, line->wall.answered, line->figures.answered,
         line->log.connected},
        {"abandoned", line->own.abandoned, line->wall.abandoned, line->figures.abandoned,
         line->log.abandoned},
        {"called back or passed", line->own.called_back + line->own.passed,
         line->wall.called_back + line->wall.passed,
         line->figures.called_back + line->figures.passed, line->log.left},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool same = rows[i].own == rows[i].wall && rows[i].own == rows[i].figures &&
                    (!logged || rows[i].own == rows[i].log);
        printf("%-8s %-22s %9llu %9llu %9llu %9llu%s\n", line->code, rows[i].name,
               (number)rows[i].own, (number)rows[i].wall, (number)rows[i].figures,
               (number)rows[i].log, cell(all, same));
    }
    const struct stays *own = &line->own;
    bool adds_up = own->offered == own->answered + own->abandoned + own->called_back + own->passed;
    if (!adds_up || line->waiting) printf("%-8s does not add up%s\n", line->code, cell(all, false));
}

static void print_seat(struct compared *all, const struct seat_line *line, bool logged)
{
    const struct seat_count *own = &line->own, *figures = &line->figures;
    bool same = own->offered == figures->offered && own->answered == figures->answered &&
                own->missed == figures->missed && own->gone == figures->gone &&
                own->offered == own->answered + own->missed + own->gone &&
                (!logged || (own->queue_answered == line->log.answered &&
                             own->queue_missed == line->log.missed));
    printf("%-8s %6llu %6llu  %6llu %6llu  %6llu %6llu  %6llu %6llu  %6llu %6llu  %6llu %6llu%s\n",
           line->actor->number, (number)own->offered, (number)figures->offered,
           (number)own->answered, (number)figures->answered, (number)own->missed,
           (number)figures->missed, (number)own->gone, (number)figures->gone,
           (number)own->queue_answered, (number)line->log.answered, (number)own->queue_missed,
           (number)line->log.missed, cell(all, same));
}

static void print_centre(struct compared *all, const struct day_count *own)
{
    const struct rec_queue_figures *centre = &all->centre;
    bool same = own->made == centre->arrived && own->answered == centre->answered &&
                own->abandoned == centre->abandoned && own->called_back == centre->called_back &&
                own->closed == centre->closed && own->blocked == centre->blocked;
    printf("centre   callers %llu %llu %llu %llu, figures %llu %llu %llu %llu%s\n",
           (number)own->made, (number)own->answered, (number)own->abandoned,
           (number)own->called_back, (number)centre->arrived, (number)centre->answered,
           (number)centre->abandoned, (number)centre->called_back, cell(all, same));
}

int day_compare(struct world *world)
{
    struct compared *all = calloc(1, sizeof *all);
    struct arena arena;
    ASSERT(all);
    arena_init(&arena, 16 * 1024 * 1024);
    bool logged = world->day->plan.queue_log != NULL;
    bool good = take_queues(world, all, &arena) && take_wall(world, all, &arena) &&
                take_figures(world, all, &arena) && take_seats(world, all, &arena) &&
                (!logged || take_log(world, all));
    if (good) {
        if (world->day->plan.spoil) all->queues[0].own.answered++;
        printf("%-8s %-22s %9s %9s %9s %9s\n", "queue", "", "callers", "wall", "figures",
               "queue_log");
        for (size_t i = 0; i < all->n_queues; i++) print_queue(all, &all->queues[i], logged);
        printf("%-8s %13s  %13s  %13s  %13s  %13s  %13s\n", "agent", "offered", "answered",
               "missed", "gone", "from queues", "missed there");
        printf("%-8s %13s  %13s  %13s  %13s  %13s  %13s\n", "", "own figures", "own figures",
               "own figures", "own figures", "own log", "own log");
        for (size_t i = 0; i < all->n_seats; i++) print_seat(all, &all->seats[i], logged);
        print_centre(all, &world->day->count);
    }
    int differing = good ? all->differing : -1;
    arena_fini(&arena);
    free(all);
    return differing;
}
