/* rexian-sim drill: rings, speaks, listens to what the desk does, and judges the record. */
#include "client/sim/drill.h"

#include <errno.h>
#include <getopt.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

#include "common/clock.h"

#define _(text) gettext(text)

enum { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2, GOODBYE_MS = 4000, ASK_MS = 60000 };

static const char help[] =
    "Usage: rexian-sim drill --stations DIR --people FILE --trainee NUMBER SCRIPT...\n"
    "Scripted callers for one trainee at a real desk (docs/training.md).\n\n"
    "  --stations DIR    folder with a station file NUMBER.station for each person\n"
    "  --people FILE     lines \"KIND NUMBER\": drill (a trunk), lead (of the hotline office)\n"
    "  --password WORD   their password (from the environment: REXIAN_SIM_PASSWORD)\n"
    "  --trainee NUMBER  who is at the desk\n"
    "  --sheet FILE      the result as .txt, .html or .json; may be given again; always printed, "
    "too\n"
    "  --speed S         callers speak S times as fast (default 1)\n\n"
    "Exit: 0 passed, 1 not passed, 2 usage\n";

enum { SHEETS_MAX = 4 };

/* The conversation that goes on. */
struct scene {
    struct drill *drill;
    size_t at, said;
    uint64_t call, turn, offered_ms, wrapped_ms, answered_ms;
    bool settled, over;
};

static struct scene *scene_of(struct actor *actor)
{
    return actor->state;
}

static struct drill_case *case_of(struct actor *actor)
{
    struct scene *scene = scene_of(actor);
    return &scene->drill->cases[scene->at];
}

static void speak(const struct scene *scene, const char *who, const char *text)
{
    fprintf(scene->drill->says, "%s%s\n", who, text);
    fflush(scene->drill->says);
}

static uint64_t pressed(const struct scene *scene, uint64_t ms)
{
    return (uint64_t)((double)ms / scene->drill->speed);
}

/* ---- what the caller does ---- */

static void ring(struct actor *actor, uint64_t a, uint64_t b);

static void heard(void *ctx, const struct link_answer *answer)
{
    sim_good(ctx, answer); /* what came of it, the facts say */
}

static void hang_up(struct actor *actor, uint64_t turn, uint64_t unused)
{
    (void)unused;
    const struct scene *scene = scene_of(actor);
    if (scene->turn != turn || scene->over) return;
    sim_ask(actor, request_call_hang_up, &(struct req_call_hang_up){.call = scene->call}, heard,
            actor);
}

static void loses_patience(struct actor *actor, uint64_t turn, uint64_t unused)
{
    if (!case_of(actor)->answered) hang_up(actor, turn, unused);
}

static void says_goodbye(struct actor *actor)
{
    const struct scene *scene = scene_of(actor);
    if (!scene->settled || scene->said < case_of(actor)->n_says) return;
    sim_at(actor, pressed(scene, GOODBYE_MS), hang_up, scene->turn, 0);
}

static void say_next(struct actor *actor, uint64_t turn, uint64_t unused)
{
    (void)unused;
    struct scene *scene = scene_of(actor);
    const struct drill_case *one = case_of(actor);
    if (scene->turn != turn || scene->over) return;
    speak(scene, _("caller: "), one->says[scene->said++].text);
    if (scene->said < one->n_says)
        sim_at(actor, pressed(scene, one->says[scene->said].pause_ms), say_next, turn, 0);
    else
        says_goodbye(actor);
}

static void rang(void *ctx, const struct link_answer *answer)
{
    struct actor *actor = ctx;
    struct scene *scene = scene_of(actor);
    if (!sim_good(actor, answer)) {
        sim_at(actor, RETRY_MS, ring, 0, 0);
        return;
    }
    scene->call = ((const struct rec_done *)answer->body)->id;
}

static void ring(struct actor *actor, uint64_t a, uint64_t b)
{
    (void)a, (void)b;
    const struct drill_case *one = case_of(actor);
    struct req_call_arrive body = {.from = slice_of(one->from), .channel = channel_phone};
    snprintf(body.line.s, sizeof body.line.s, "%s", one->line);
    sim_ask(actor, request_call_arrive, &body, rang, actor);
}

/* ---- what became of it ---- */

static bool ask(struct world *world, enum request number, const void *body, struct arena *arena,
                const void **out)
{
    struct actor *lead = world_actor(world, ACTOR_lead);
    struct link_answer answer;
    bool good = lead && link_call(lead->link, number, body, ASK_MS, arena, &answer) == ERR_OK &&
                answer.reject == REJECT_OK;
    if (good) *out = answer.body;
    return good;
}

static void found(struct drill_case *one, enum drill_field field, struct slice text)
{
    snprintf(one->found[field], DRILL_TEXT, "%.*s", (int)text.n, text.n ? text.p : "");
}

static void read_record(struct world *world, struct drill_case *one)
{
    struct arena arena;
    const void *answer;
    arena_init(&arena, 1024 * 1024);
    if (one->ticket && ask(world, request_ticket_show,
                           &(struct req_ticket_show){.ticket = one->ticket}, &arena, &answer)) {
        const struct rec_ticket_card *card = answer;
        found(one, DRILL_type, slice_of(word_name(VOCABULARY_ticket_type, card->type)));
        found(one, DRILL_settle, slice_of(word_name(VOCABULARY_ticket_state, card->state)));
        found(one, DRILL_subject, slice_of(card->subject.s));
        found(one, DRILL_unit, slice_of(card->unit.s));
        found(one, DRILL_matter, card->matter);
    }
    const struct req_ticket_reveal reveal = {.ticket = one->ticket,
                                             .reason = slice_of("drill: result sheet")};
    if (one->ticket && ask(world, request_ticket_reveal, &reveal, &arena, &answer)) {
        const struct rec_caller_words *words = answer;
        found(one, DRILL_name, words->name);
        found(one, DRILL_phone, words->phone);
        found(one, DRILL_address, words->address);
    }
    arena_fini(&arena);
    drill_judge(one);
}

static void next_caller(struct actor *actor)
{
    struct scene *scene = scene_of(actor);
    *scene = (struct scene){.drill = scene->drill, .at = scene->at + 1, .turn = scene->turn + 1};
    if (scene->at == scene->drill->n_cases)
        actor->world->over = true; /* the records are read when the loop has ended */
    else
        sim_at(actor, pressed(scene, 2000), ring, 0, 0);
}

static void answered(struct actor *actor, const struct fact *fact)
{
    struct scene *scene = scene_of(actor);
    struct drill_case *one = case_of(actor);
    if (one->answered) return;
    one->answered = true;
    one->ring_ms = fact->at_ms - scene->offered_ms;
    scene->answered_ms = fact->at_ms;
    sim_at(actor, pressed(scene, one->says[0].pause_ms), say_next, scene->turn, 0);
    sim_at(actor, pressed(scene, one->most_s * 1000), hang_up, scene->turn, 0);
}

static void ended(struct actor *actor, const struct fact *fact)
{
    struct scene *scene = scene_of(actor);
    struct drill_case *one = case_of(actor);
    scene->over = true;
    scene->wrapped_ms = fact->at_ms;
    one->talk_ms = fact->at_ms - scene->answered_ms;
    one->hold_ms = fact->body.call_ended.hold_ms;
    one->ended_first = fact->body.call_ended.how == call_end_agent;
    speak(scene, "-- ", _("the call is over"));
}

/* Registered is enough for who expects nothing more of the record. */
static void ticket_moved(struct actor *actor, const struct fact_ticket_moved *body)
{
    struct scene *scene = scene_of(actor);
    const struct drill_case *one = case_of(actor);
    if (body->ticket != one->ticket || scene->settled) return;
    bool wanted = false;
    for (size_t i = 0; i < one->n_expects; i++) wanted |= one->expects[i].field == DRILL_settle;
    if (wanted && body->to == ticket_state_registered) return;
    scene->settled = true;
    says_goodbye(actor);
}

static void wrapped(struct actor *actor, const struct fact *fact)
{
    struct scene *scene = scene_of(actor);
    if (!scene->over || fact->body.agent_moved.from != agent_state_wrapping) return;
    case_of(actor)->wrap_ms = fact->at_ms - scene->wrapped_ms;
    next_caller(actor);
}

static void drill_fact(struct actor *actor, const struct fact *fact)
{
    struct scene *scene = scene_of(actor);
    const union fact_body *body = &fact->body;
    if (scene->at == scene->drill->n_cases) return;
    switch ((int)fact->type) { /* the others say nothing of the drill */
    case fact_type_call_arrived:
        if (!scene->call) scene->call = body->call_arrived.call;
        break;
    case fact_type_call_offered:
        if (scene->offered_ms) break;
        scene->offered_ms = fact->at_ms;
        speak(scene, "-- ", _("it rings"));
        sim_at(actor, pressed(scene, case_of(actor)->patience_s * 1000), loses_patience,
               scene->turn, 0);
        break;
    case fact_type_call_answered:
        answered(actor, fact);
        break;
    case fact_type_call_abandoned:
        speak(scene, "-- ", _("the caller has given up"));
        next_caller(actor);
        break;
    case fact_type_call_ended:
        ended(actor, fact);
        break;
    case fact_type_ticket_saved:
        if (body->ticket_saved.event == ticket_event_open && !case_of(actor)->ticket)
            case_of(actor)->ticket = body->ticket_saved.ticket;
        break;
    case fact_type_ticket_moved:
        ticket_moved(actor, &body->ticket_moved);
        break;
    case fact_type_agent_moved:
        wrapped(actor, fact);
        break;
    default:
        break;
    }
}

static void drill_signed_in(struct actor *actor, const struct rec_me *me)
{
    if (!actor->world->drill || actor->state) return;
    struct scene *scene = calloc(1, sizeof *scene);
    ASSERT(scene);
    scene->drill = actor->world->drill;
    actor->state = scene;
    enum err err = link_subscribe(actor->link, "f", me->head);
    ASSERT(err == ERR_OK);
    speak(scene, "-- ", _("the drill begins: become ready at the desk"));
    ring(actor, 0, 0);
}

const struct part part_drill = {drill_signed_in, drill_fact, NULL};

/* ---- the program ---- */

struct arguments {
    struct plan plan;
    const char *people, *trainee, *sheets[SHEETS_MAX];
    size_t n_sheets;
    double speed;
    bool help;
};

static bool take_option(struct arguments *a, int id, const char *text)
{
    char *end;
    switch (id) {
    case 's':
        return a->plan.stations = text, true;
    case 'p':
        return a->people = text, true;
    case 'w':
        return a->plan.password = text, true;
    case 't':
        return a->trainee = text, true;
    case 'o':
        if (a->n_sheets == SHEETS_MAX) return false;
        return a->sheets[a->n_sheets++] = text, true;
    case 'v':
        a->speed = strtod(text, &end);
        return *end == '\0' && a->speed >= 0.1 && a->speed <= 1000;
    case 'h':
        return a->help = true;
    default:
        return false;
    }
}

static bool take_arguments(int argc, char **argv, struct arguments *a)
{
    static const struct option options[] = {
        {"stations", required_argument, NULL, 's'}, {"people", required_argument, NULL, 'p'},
        {"password", required_argument, NULL, 'w'}, {"trainee", required_argument, NULL, 't'},
        {"sheet", required_argument, NULL, 'o'},    {"speed", required_argument, NULL, 'v'},
        {"help", no_argument, NULL, 'h'},           {0}};
    int id;
    while ((id = getopt_long(argc, argv, "", options, NULL)) != -1)
        if (!take_option(a, id, optarg)) return false;
    if (a->help) return true;
    if (a->plan.stations && a->people && a->plan.password && a->trainee && optind < argc)
        return true;
    fputs("rexian-sim: drill needs --stations, --people, --password, --trainee and a script; see "
          "rexian-sim drill --help\n",
          stderr);
    return false;
}

static void nothing(struct world *world)
{
    (void)world;
}

static bool judge(struct world *world, struct drill *drill, const struct arguments *a)
{
    for (size_t i = 0; i < drill->n_cases; i++) read_record(world, &drill->cases[i]);
    bool good = drill_write(drill, "-");
    for (size_t i = 0; i < a->n_sheets; i++) good = drill_write(drill, a->sheets[i]) && good;
    return good && drill_points(drill) >= DRILL_PASS;
}

int drill_main(int argc, char **argv)
{
    struct arguments a = {.plan = {.password = getenv("REXIAN_SIM_PASSWORD")}, .speed = 1};
    setlocale(LC_ALL, "");
    setlocale(LC_NUMERIC, "C");
    const char *folder = getenv("REXIAN_LOCALE_DIR");
    if (folder) bindtextdomain("rexian", folder);
    bind_textdomain_codeset("rexian", "UTF-8");
    textdomain("rexian");
    if (!take_arguments(argc, argv, &a)) return EXIT_USAGE;
    if (a.help) return fputs(help, stdout), EXIT_DONE;
    struct world *world = calloc(1, sizeof *world);
    struct drill *drill = calloc(1, sizeof *drill);
    ASSERT(world && drill);
    int code = EXIT_USAGE;
    char why[LIMIT_PATH + 100];
    bool read = true;
    for (int i = optind; i < argc && read; i++) {
        read = drill_read(drill, argv[i], why, sizeof why);
        if (!read) fprintf(stderr, "rexian-sim: %s\n", why);
    }
    world->plan = a.plan;
    world->drill = drill;
    drill->speed = a.speed;
    drill->says = stdout;
    snprintf(drill->trainee, sizeof drill->trainee, "%s", a.trainee);
    chance_seed(world, 1);
    if (read && world_people(world, a.people)) {
        world_run(world, NULL, nothing);
        code = judge(world, drill, &a) ? EXIT_DONE : EXIT_REFUSED;
    }
    world_free(world);
    free(world);
    free(drill);
    return code;
}
