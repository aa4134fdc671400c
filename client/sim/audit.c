/* The accounting. While the simulation runs, the auditor listens to every fact and checks that none
 * is missing or comes twice; at the end it reads the journal's facts again from the first to the
 * last and counts what really happened, then reads recorded words back. */
#include <stdlib.h>

#include "client/sim/world.h"

enum { OBJECTS_MAX = 4 * 1024 * 1024, WORDS_CHECKED = 500 };

struct told {
    uint64_t ticket;
    char *matter; /* owned */
};

/* Life of each call and ticket as the facts tell it, by id. */
struct lives {
    unsigned char *calls, *tickets;
    size_t n_calls, n_tickets;
};

enum { CALL_ARRIVED = 1, CALL_ANSWERED = 2, CALL_OVER = 4, CALL_TWICE = 8 };

struct audit_notes {
    struct lives live;    /* heard */
    uint64_t first, last; /* facts heard: numbers first+1 … last, all of them */
    uint64_t missing;
    struct told *told;
    size_t n_told, cap_told;
};

static unsigned char *at(unsigned char **list, size_t *n, uint64_t id)
{
    ASSERT(id < OBJECTS_MAX);
    if (id >= *n) {
        size_t more = id * 2 + 1024;
        *list = realloc(*list, more);
        ASSERT(*list);
        memset(*list + *n, 0, more - *n);
        *n = more;
    }
    return &(*list)[id];
}

static void count(struct lives *lives, const struct fact *fact)
{
    const union fact_body *body = &fact->body;
    unsigned char *call;
    if (fact->type == fact_type_call_arrived) {
        call = at(&lives->calls, &lives->n_calls, body->call_arrived.call);
        *call |= *call & CALL_ARRIVED ? CALL_TWICE : CALL_ARRIVED;
    } else if (fact->type == fact_type_call_answered) {
        *at(&lives->calls, &lives->n_calls, body->call_answered.call) |= CALL_ANSWERED;
    } else if (fact->type == fact_type_call_ended || fact->type == fact_type_call_abandoned) {
        uint64_t id =
            fact->type == fact_type_call_ended ? body->call_ended.call : body->call_abandoned.call;
        call = at(&lives->calls, &lives->n_calls, id);
        *call |= *call & CALL_OVER ? CALL_TWICE : CALL_OVER;
    } else if (fact->type == fact_type_ticket_saved) {
        unsigned char *ticket = at(&lives->tickets, &lives->n_tickets, body->ticket_saved.ticket);
        if (!*ticket) *ticket = ticket_state_draft;
    } else if (fact->type == fact_type_ticket_moved) {
        *at(&lives->tickets, &lives->n_tickets, body->ticket_moved.ticket) =
            (unsigned char)body->ticket_moved.to;
    }
}

static struct audit_notes *notes_of(struct world *world)
{
    if (!world->notes) world->notes = calloc(1, sizeof *world->notes);
    ASSERT(world->notes);
    return world->notes;
}

void audit_expect(struct world *world, uint64_t ticket, const char *matter)
{
    struct audit_notes *notes = notes_of(world);
    if (notes->n_told == notes->cap_told) {
        notes->cap_told = notes->cap_told * 2 + 64;
        notes->told = realloc(notes->told, notes->cap_told * sizeof *notes->told);
        ASSERT(notes->told);
    }
    notes->told[notes->n_told++] = (struct told){ticket, strdup(matter)};
}

static void auditor_fact(struct actor *actor, const struct fact *fact)
{
    struct world *world = actor->world;
    struct audit_notes *notes = notes_of(world);
    if (fact->seq != notes->last + 1) notes->missing++;
    notes->last = fact->seq;
    uint64_t id = fact->type == fact_type_ticket_saved   ? fact->body.ticket_saved.ticket
                  : fact->type == fact_type_ticket_moved ? fact->body.ticket_moved.ticket
                                                         : 0;
    unsigned char before = *at(&notes->live.tickets, &notes->live.n_tickets, id);
    count(&notes->live, fact);
    unsigned char now = notes->live.tickets[id];
    if (id == 0) return;
    world->opened += before == 0;
    world->archived += (now == ticket_state_archived) - (before == ticket_state_archived);
}

static void auditor_signed_in(struct actor *actor, const struct rec_me *me)
{
    struct audit_notes *notes = notes_of(actor->world);
    if (notes->first) return;
    notes->first = notes->last = me->head;
    enum err err = link_subscribe(actor->link, "f", me->head);
    ASSERT(err == ERR_OK);
}

const struct part part_auditor = {auditor_signed_in, auditor_fact, NULL};

/* All published facts, page by page. */
static bool read_journal(struct actor *auditor, struct lives *lives, uint64_t *head)
{
    uint64_t after = 0, last = 0;
    struct arena arena;
    arena_init(&arena, 16 * 1024 * 1024);
    bool good = true;
    do {
        arena_reset(&arena);
        struct link_answer answer;
        struct req_facts_since body = {.after = after, .known = auditor->world->notes->last};
        if (link_call(auditor->link, request_facts_since, &body, 60000, &arena, &answer) !=
                ERR_OK ||
            answer.reject != REJECT_OK) {
            good = false;
            break;
        }
        const struct rec_fact_page *page = answer.body;
        const struct rec_fact_item *items = page->rows.items;
        for (size_t i = 0; i < page->rows.n && good; i++) {
            struct fact fact;
            good = items[i].seq == last + 1 && fact_decode(items[i].fact, &fact) == ERR_OK;
            if (good) count(lives, &fact);
            last = items[i].seq;
        }
        after = page->next;
    } while (good && after);
    *head = last;
    arena_fini(&arena);
    return good;
}

/* What one who may read it gets to see, for the control of a search for leaked words. */
static void read_back(struct actor *auditor, FILE *file, uint64_t ticket, struct slice matter,
                      struct arena *arena)
{
    struct link_answer answer;
    struct req_ticket_reveal body = {.ticket = ticket, .reason = slice_of("模拟核对")};
    fprintf(file, "%.*s\n", (int)matter.n, matter.p);
    if (link_call(auditor->link, request_ticket_reveal, &body, 60000, arena, &answer) != ERR_OK ||
        answer.reject != REJECT_OK)
        return;
    const struct rec_caller_words *words = answer.body;
    fprintf(file, "%.*s %.*s %.*s\n", (int)words->name.n, words->name.p, (int)words->phone.n,
            words->phone.p, (int)words->address.n, words->address.p);
}

static uint64_t words_lost(struct actor *auditor, const struct audit_notes *notes)
{
    uint64_t lost = 0;
    size_t step = notes->n_told / WORDS_CHECKED + 1;
    struct arena arena;
    arena_init(&arena, 1024 * 1024);
    const char *path = auditor->world->plan.read_back;
    FILE *file = path ? fopen(path, "w") : NULL;
    for (size_t i = 0; i < notes->n_told; i += step) {
        arena_reset(&arena);
        struct link_answer answer;
        struct req_ticket_show body = {.ticket = notes->told[i].ticket};
        if (link_call(auditor->link, request_ticket_show, &body, 60000, &arena, &answer) !=
                ERR_OK ||
            answer.reject != REJECT_OK) {
            lost++;
            continue;
        }
        const struct rec_ticket_card *card = answer.body;
        lost += !slice_equal(card->matter, slice_of(notes->told[i].matter));
        if (file) read_back(auditor, file, notes->told[i].ticket, card->matter, &arena);
    }
    if (file) fclose(file);
    arena_fini(&arena);
    return lost;
}

/* The last facts may still be on their way to the auditor. */
static bool hear_up_to(struct actor *auditor, const struct audit_notes *notes, uint64_t head)
{
    struct arena arena;
    arena_init(&arena, 64 * 1024);
    bool good = true;
    for (int i = 0; notes->last < head && good && i < 1000; i++) {
        arena_reset(&arena);
        struct link_answer answer;
        good = link_call(auditor->link, request_hello, &(struct req_hello){0}, 60000, &arena,
                         &answer) == ERR_OK;
    }
    arena_fini(&arena);
    return good && notes->last >= head;
}

bool audit_run(struct world *world, struct audit *audit)
{
    struct actor *auditor = world_actor(world, ACTOR_auditor);
    struct audit_notes *notes = notes_of(world);
    struct lives lives = {0};
    uint64_t head = 0;
    *audit = (struct audit){0};
    if (!auditor || !read_journal(auditor, &lives, &head)) return false;
    bool heard = hear_up_to(auditor, notes, head);
    uint64_t over = 0, twice = 0;
    for (size_t id = 0; id < lives.n_calls; id++) {
        unsigned char life = lives.calls[id];
        audit->calls += (life & CALL_ARRIVED) != 0;
        audit->answered += (life & CALL_ANSWERED) != 0;
        audit->abandoned += (life & CALL_OVER) && !(life & CALL_ANSWERED);
        over += (life & CALL_OVER) != 0;
        twice += (life & CALL_TWICE) != 0;
    }
    for (size_t id = 0; id < lives.n_tickets; id++) {
        audit->tickets += lives.tickets[id] != 0;
        audit->archived += lives.tickets[id] == ticket_state_archived;
    }
    uint64_t gone = world->arrived > audit->calls ? world->arrived - audit->calls : 0;
    uint64_t words = words_lost(auditor, notes);
    audit->lost = gone + (audit->calls - over) + twice + words + notes->missing +
                  (audit->tickets - audit->archived);
    fprintf(stderr,
            "audit: facts=%llu heard=%llu heard_missing=%llu calls_gone=%llu calls_open=%llu "
            "calls_twice=%llu words_checked=%zu words_lost=%llu\n",
            (unsigned long long)head, (unsigned long long)(notes->last - notes->first),
            (unsigned long long)notes->missing, (unsigned long long)gone,
            (unsigned long long)(audit->calls - over), (unsigned long long)twice,
            notes->n_told < WORDS_CHECKED ? notes->n_told
                                          : notes->n_told / (notes->n_told / WORDS_CHECKED + 1),
            (unsigned long long)words);
    free(lives.calls);
    free(lives.tickets);
    return heard;
}

void audit_free(struct world *world)
{
    if (!world->notes) return;
    for (size_t i = 0; i < world->notes->n_told; i++) free(world->notes->told[i].matter);
    free(world->notes->told);
    free(world->notes->live.calls);
    free(world->notes->live.tickets);
    free(world->notes);
}
