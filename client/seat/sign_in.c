#include "client/seat/sign_in.h"

#include <stdio.h>

#include "client/screen/language.h"
#include "client/seat/copy.h"
#include "common/text.h"

enum {
    FIELD_NUMBER,
    FIELD_PASSWORD,
    OPEN_LIMIT_MS = 20000,
    CLOSE_LIMIT_MS = 3000, /* who wants to go home is not held by a dispatcher that is away */
};

static const struct form_field fields[] = {
    {FIELD_NUMBER, FIELD_LINE, N_("Number"), LIMIT_CODE, true, 1},
    {FIELD_PASSWORD, FIELD_SECRET, N_("Password"), LIMIT_PASSWORD, true, 1},
};

struct form *sign_in_form_new(void)
{
    return form_new(fields, sizeof fields / sizeof *fields);
}

static void forget_session(struct seat *seat)
{
    char topic[TOPIC_MAX];
    snprintf(topic, sizeof topic, "p%llu.", (unsigned long long)seat->me.person);
    if (seat->me.person) seat->port.unsubscribe(seat->port.ctx, topic);
    seat->port.session(seat->port.ctx, 0, 0, (struct slice){0});
    bool was_in = seat->stage == SEAT_IN || seat->stage == SEAT_CLOSING;
    seat->stage = SEAT_OUT;
    editor_clear(form_editor(seat->sign_in, FIELD_PASSWORD));
    bool has_number = form_text(seat->sign_in, FIELD_NUMBER).n > 0;
    form_set_focus(seat->sign_in, has_number ? FIELD_PASSWORD : FIELD_NUMBER);
    if (was_in) seat->mode->signed_out(seat->model);
}

void sign_in_lost(struct seat *seat)
{
    forget_session(seat);
    seat->confirm.open = false;
    seat_say(seat, NOTICE_WARN, _("Your session is over. Sign in again; what you typed is kept."));
}

static void failed(struct seat *seat, const struct link_answer *answer)
{
    char text[NOTICE_BYTES];
    forget_session(seat);
    seat_refusal(answer, text, sizeof text);
    seat_say(seat, NOTICE_WARN, "%s", text);
}

static void on_turned_away(void *ctx, const struct link_answer *answer)
{
    struct seat *seat = ctx;
    (void)answer;
    if (seat->stage != SEAT_OPENING) return;
    forget_session(seat);
    seat_say(seat, NOTICE_WARN, _("You may not work here: this needs another role."));
}

/* The session that was just opened must not keep its person out of the right room. With a call in
 * hand it cannot be closed, and is theirs to go on with. */
static void turn_away(struct seat *seat)
{
    static const struct req_session_close close;
    enum err err = seat->port.ask(seat->port.ctx, request_session_close, &close, CLOSE_LIMIT_MS,
                                  false, on_turned_away, seat);
    if (err != ERR_OK) on_turned_away(seat, NULL);
}

static void on_me(void *ctx, const struct link_answer *answer)
{
    struct seat *seat = ctx;
    if (seat->stage != SEAT_OPENING) return;
    if (answer->err != ERR_OK || answer->reject != REJECT_OK) {
        failed(seat, answer);
        return;
    }
    const struct rec_me *me = answer->body;
    if (!(me->roles & seat->mode->roles)) {
        turn_away(seat);
        return;
    }
    arena_reset(&seat->me_arena);
    const struct rec_me *copy = answer_copy(request_me_show, me, &seat->me_arena);
    if (!copy) {
        forget_session(seat);
        seat_say(seat, NOTICE_ALARM, "%s", screen_text(err_text(ERR_NOMEM)));
        return;
    }
    seat->me = *copy;
    if (me->now_ms) seat->skew_ms = (int64_t)me->now_ms - (int64_t)seat->wall_ms;
    char topic[TOPIC_MAX];
    snprintf(topic, sizeof topic, "p%llu.", (unsigned long long)me->person);
    if (seat->port.subscribe(seat->port.ctx, topic, me->head) != ERR_OK)
        seat_say(seat, NOTICE_ALARM, _("News of this desk cannot be received."));
    seat->stage = SEAT_IN;
    notice_clear(&seat->notice);
    seat->mode->signed_in(seat->model);
}

static void on_open(void *ctx, const struct link_answer *answer)
{
    struct seat *seat = ctx;
    if (seat->stage != SEAT_OPENING) return;
    if (answer->err != ERR_OK || answer->reject != REJECT_OK) {
        failed(seat, answer);
        return;
    }
    const struct rec_session *session = answer->body;
    if (session->token.n != TOKEN_BYTES) {
        failed(seat, &(struct link_answer){.err = ERR_FORMAT});
        return;
    }
    seat->port.session(seat->port.ctx, session->person, session->session, session->token);
    static const struct req_me_show me;
    enum err err =
        seat->port.ask(seat->port.ctx, request_me_show, &me, OPEN_LIMIT_MS, false, on_me, seat);
    if (err != ERR_OK) failed(seat, &(struct link_answer){.err = err});
}

static void open_session(struct seat *seat)
{
    int missing = form_first_missing(seat->sign_in);
    if (missing >= 0) {
        form_set_focus(seat->sign_in, missing);
        return;
    }
    struct req_session_open open = {.password = form_text(seat->sign_in, FIELD_PASSWORD),
                                    .watch = seat->mode->watch};
    struct slice number = form_text(seat->sign_in, FIELD_NUMBER);
    struct arena arena; /* input methods leave full-width digits */
    arena_init(&arena, 4096);
    const char *folded = text_fold_width(&arena, number);
    snprintf(open.number.s, sizeof open.number.s, "%s", folded ? folded : "");
    arena_fini(&arena);
    seat->stage = SEAT_OPENING;
    seat_say(seat, NOTICE_INFO, _("Signing in …"));
    enum err err = seat->port.ask(seat->port.ctx, request_session_open, &open, OPEN_LIMIT_MS, false,
                                  on_open, seat);
    if (err != ERR_OK) failed(seat, &(struct link_answer){.err = err});
    editor_clear(form_editor(seat->sign_in, FIELD_PASSWORD));
}

static void on_close(void *ctx, const struct link_answer *answer)
{
    struct seat *seat = ctx;
    if (seat->stage != SEAT_CLOSING) return;
    bool refused = answer->err == ERR_OK && answer->reject == REJECT_BAD_STATE;
    if (refused && seat->quit_after && seat->leave_confirmed) {
        seat->quit = true; /* the session stays, and the call with it */
        return;
    }
    if (refused) {
        seat->stage = SEAT_IN;
        seat->quit_after = false;
        seat_good(seat, answer);
        return;
    }
    if (seat->quit_after) seat->quit = true;
    forget_session(seat);
    editor_clear(form_editor(seat->sign_in, FIELD_NUMBER));
    form_set_focus(seat->sign_in, FIELD_NUMBER);
    seat_say(seat, NOTICE_INFO, _("Signed out."));
}

void sign_in_close(struct seat *seat)
{
    static const struct req_session_close close;
    seat->stage = SEAT_CLOSING;
    seat_say(seat, NOTICE_INFO, _("Signing out …"));
    enum err err = seat->port.ask(seat->port.ctx, request_session_close, &close, CLOSE_LIMIT_MS,
                                  false, on_close, seat);
    if (err != ERR_OK) on_close(seat, &(struct link_answer){.err = err});
}

bool sign_in_key(struct seat *seat, const struct key *key)
{
    if (seat->stage != SEAT_OUT) return false;
    switch (form_key(seat->sign_in, key)) {
    case FORM_IGNORED:
        return false;
    case FORM_USED:
    case FORM_CHANGED:
        return true;
    case FORM_DONE:
        open_session(seat);
        return true;
    }
    return false;
}

void sign_in_draw(const struct seat *seat, struct grid *grid, struct rect rect)
{
    enum { ROWS = 9, COLS = 58 };
    int cols = rect.cols < COLS ? rect.cols : COLS, rows = rect.rows < ROWS ? rect.rows : ROWS;
    struct rect box = {rect.row + (rect.rows - rows) / 2, rect.col + (rect.cols - cols) / 2, rows,
                       cols};
    struct rect in = grid_box(grid, box, STYLE_FRAME, _("Sign in"));
    bool low = in.rows < 7; /* the fields alone fit */
    struct rect form = {in.row + (low ? 0 : 3), in.col + 1, in.rows < 2 ? in.rows : 2, in.cols - 2};
    if (!low) {
        grid_printf(grid, in.row, in.col + 2, in.cols - 2, STYLE_TITLE, _("Rexian: %s"),
                    screen_text(seat->mode->title));
        grid_printf(grid, in.row + 1, in.col + 2, in.cols - 2, STYLE_DIM, _("Station %s"),
                    seat->station);
        grid_puts(grid, in.row + 6, in.col + 2, in.cols - 2, STYLE_DIM,
                  _("Enter: next, then sign in"));
    }
    form_draw(seat->sign_in, grid, form, seat->stage == SEAT_OUT);
}
