#include "client/seat/seat.h"

#include <stdarg.h>
#include <stdio.h>

#include "client/screen/language.h"
#include "client/seat/frame.h"
#include "client/seat/sign_in.h"
#include "client/seat/words.h"
#include "common/text.h"

enum {
    ME_ARENA = 64 * 1024,
    NEWS_MS = 6000,     /* a message that asks for nothing goes by itself */
    WARNING_MS = 20000, /* one that does stays longer */
};

#define SEAT_KEYS(B)                                                                               \
    B(K_ON(F1), SEAT_HELP, N_("Help"), N_("Show all keys; type to search them"), false)            \
    B(K_CHAR('?'), SEAT_HELP, N_("Help"), N_("Show all keys, where nothing is being typed"), true) \
    B(K_CTRL('p'), SEAT_PALETTE, N_("Commands"), N_("Find a command by typing and run it"), true)  \
    B(K_CTRL('l'), SEAT_REDRAW, N_("Redraw"), N_("Draw the whole screen again"), false)            \
    B(K_CTRL('o'), SEAT_SIGN_OUT, N_("Sign out"),                                                  \
      N_("End your session at this station; drafts stay"), false)                                  \
    B(K_CTRL('q'), SEAT_QUIT, N_("Quit"), N_("Sign out and leave the program"), true)

static const struct keybind seat_binds[] = {
#define B(key, intent, label, help, bar) {key, intent, label, help, bar},
    SEAT_KEYS(B)
#undef B
};

static bool allows(const void *ctx, int intent)
{
    const struct seat *seat = ctx;
    if (intent == SEAT_SIGN_OUT) return seat->stage == SEAT_IN;
    if (intent >= SEAT_INTENTS) return true;
    return seat->stage == SEAT_IN && seat->mode->allows(seat->model, intent);
}

enum err seat_init(struct seat *seat, const struct seat_mode *mode, const struct seat_port *port,
                   const char *station)
{
    *seat = (struct seat){.mode = mode, .port = *port, .link = LINK_CONNECTING};
    snprintf(seat->station, sizeof seat->station, "%s", station);
    arena_init(&seat->me_arena, ME_ARENA);
    seat->shared = (struct keymap){seat_binds, sizeof seat_binds / sizeof *seat_binds, NULL};
    seat->own = (struct keymap){mode->binds, mode->n_binds, &seat->shared};
    seat->filter = (struct keyfilter){allows, seat};
    seat->palette = palette_new();
    seat->sign_in = sign_in_form_new();
    if (seat->palette && seat->sign_in) seat->model = mode->make(seat);
    if (seat->model) return ERR_OK;
    seat_fini(seat);
    return ERR_NOMEM;
}

void seat_fini(struct seat *seat)
{
    if (seat->model) seat->mode->free(seat->model);
    seat->model = NULL;
    form_free(&seat->sign_in);
    palette_free(&seat->palette);
    arena_fini(&seat->me_arena);
}

/* ---- what modes use ---- */

uint64_t seat_now_ms(const struct seat *seat)
{
    return (uint64_t)((int64_t)seat->wall_ms + seat->skew_ms);
}

void seat_say(struct seat *seat, enum notice_level level, const char *format, ...)
{
    char text[NOTICE_BYTES * 2];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    notice_set(&seat->notice, level, "%s", text);
    bool warns = level == NOTICE_WARN || level == NOTICE_ALARM;
    seat->notice_until_ms = seat->mono_ms + (warns ? WARNING_MS : NEWS_MS);
}

void seat_confirm(struct seat *seat, int intent, const char *yes, const char *no,
                  const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(seat->question, sizeof seat->question, format, args);
    va_end(args);
    if (n >= (int)sizeof seat->question) {
        struct slice cut = slice_of(seat->question);
        seat->question[text_prev(cut, cut.n)] = 0;
    }
    confirm_open(&seat->confirm, intent, seat->question, yes, no);
}

bool seat_ask(struct seat *seat, enum request number, const void *body, bool keep,
              link_answered *answered, void *ctx)
{
    enum err err = seat->port.ask(seat->port.ctx, number, body, 0, keep, answered, ctx);
    if (err == ERR_OK) return true;
    seat_say(seat, NOTICE_ALARM, _("This could not be sent: %s"), screen_text(err_text(err)));
    return false;
}

bool seat_may_ask(const struct seat *seat, enum request number)
{
    uint64_t who = request_desc(number)->who;
    return who == WHO_ANYBODY || who == WHO_SIGNED || (who & seat->me.roles);
}

void seat_refusal(const struct link_answer *answer, char *out, size_t cap)
{
    if (answer->err != ERR_OK) {
        snprintf(out, cap, _("No answer: %s"), screen_text(err_text(answer->err)));
        return;
    }
    const char *text = screen_text(reject_text(answer->reject));
    char field[LIMIT_CODE * 2] = "", limit[32];
    if (answer->field.n && answer->field.n < sizeof field)
        memcpy(field, answer->field.p, answer->field.n);
    if (field[0] && answer->limit)
        snprintf(out, cap, _("%s (field %s, limit %s)"), text, screen_text(field),
                 limit_text(answer->limit, limit, sizeof limit));
    else if (field[0])
        snprintf(out, cap, _("%s (field %s)"), text, screen_text(field));
    else
        snprintf(out, cap, "%s", text);
}

bool seat_good(struct seat *seat, const struct link_answer *answer)
{
    if (answer->err == ERR_OK && answer->head > seat->head) seat->head = answer->head;
    if (answer->err == ERR_OK && answer->reject == REJECT_OK) return true;
    if (answer->err == ERR_OK && answer->reject == REJECT_NOT_SIGNED_IN && seat->stage == SEAT_IN) {
        sign_in_lost(seat);
        return false;
    }
    char text[NOTICE_BYTES];
    seat_refusal(answer, text, sizeof text);
    seat_say(seat, NOTICE_WARN, "%s", text);
    return false;
}

/* ---- events ---- */

void seat_time(struct seat *seat, uint64_t mono_ms, uint64_t wall_ms)
{
    seat->mono_ms = mono_ms;
    seat->wall_ms = wall_ms;
}

void seat_fact(struct seat *seat, const struct fact *fact)
{
    if (fact->seq > seat->head) seat->head = fact->seq;
    if (seat->stage == SEAT_IN && seat->mode->fact) seat->mode->fact(seat->model, fact);
}

void seat_summary(struct seat *seat, const struct rec_wall *wall)
{
    if (seat->stage == SEAT_IN && seat->mode->summary) seat->mode->summary(seat->model, wall);
}

void seat_link(struct seat *seat, enum link_state state)
{
    seat->link = state;
    if (seat->stage == SEAT_IN && seat->mode->link) seat->mode->link(seat->model, state);
}

void seat_tick(struct seat *seat)
{
    if (seat->notice.level != NOTICE_NONE && seat->mono_ms >= seat->notice_until_ms)
        notice_clear(&seat->notice);
    if (seat->mode->tick) seat->mode->tick(seat->model);
}

/* ---- keys ---- */

static void leave(struct seat *seat, bool quit)
{
    if (seat->stage != SEAT_IN) {
        seat->quit = quit || seat->quit;
        return;
    }
    seat->quit_after = quit;
    seat->leave_confirmed = false;
    const char *why = seat->mode->holds ? seat->mode->holds(seat->model) : NULL;
    if (why)
        seat_confirm(seat, SEAT_LEAVE_NOW,
                     quit ? _("Quit all the same") : _("Sign out all the same"), _("Go back"), "%s",
                     why);
    else
        sign_in_close(seat);
}

static void shared_intent(struct seat *seat, int intent)
{
    switch (intent) {
    case SEAT_HELP:
        palette_open(seat->palette, PALETTE_HELP, &seat->own, &seat->filter);
        break;
    case SEAT_PALETTE:
        palette_open(seat->palette, PALETTE_RUN, &seat->own, &seat->filter);
        break;
    case SEAT_REDRAW:
        seat->port.redraw(seat->port.ctx);
        break;
    case SEAT_SIGN_OUT:
        leave(seat, false);
        break;
    case SEAT_QUIT:
        leave(seat, true);
        break;
    case SEAT_LEAVE_NOW:
        seat->leave_confirmed = true;
        sign_in_close(seat);
        break;
    default:
        ASSERT(!"a shared intent without its deed");
    }
}

static void do_intent(struct seat *seat, int intent)
{
    if (intent == KEYS_NO_INTENT) return;
    if (intent >= SEAT_INTENTS)
        shared_intent(seat, intent);
    else if (allows(seat, intent))
        seat->mode->intent(seat->model, intent);
}

void seat_key(struct seat *seat, const struct key *key)
{
    if (key->kind == KEYS_CLOSED) {
        seat->quit = true;
        return;
    }
    if (seat->confirm.open) {
        int intent = seat->confirm.intent;
        if (confirm_key(&seat->confirm, key) == CONFIRM_YES) do_intent(seat, intent);
        return;
    }
    if (palette_is_open(seat->palette)) {
        if (palette_key(seat->palette, key) == PALETTE_CHOSEN)
            do_intent(seat, palette_intent(seat->palette));
        return;
    }
    if (seat->stage == SEAT_IN) {
        if (seat->mode->key && seat->mode->key(seat->model, key)) return;
    } else if (sign_in_key(seat, key)) {
        return;
    }
    do_intent(seat, keymap_intent(&seat->own, &seat->filter, key));
}

void seat_draw(const struct seat *seat, struct grid *grid)
{
    grid_clear(grid);
    struct rect inside = frame_draw(seat, grid);
    if (seat->stage == SEAT_IN || seat->stage == SEAT_CLOSING)
        seat->mode->draw(seat->model, grid, inside);
    else
        sign_in_draw(seat, grid, inside);
    palette_draw(seat->palette, grid);
    confirm_draw(&seat->confirm, grid);
}
