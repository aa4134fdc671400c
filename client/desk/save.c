/* One request at a time per record: saves a second after the last keystroke or when a field is
 * left, registers, then settles. What is not with the dispatcher yet lies sealed in the spool. */
#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"

enum {
    SAVE_AFTER_MS = 1000,
    AGAIN_AFTER_MS = 3000, /* the dispatcher is busy or its disk is full */
};

static void on_saved(void *ctx, const struct link_answer *answer);
static void on_registered(void *ctx, const struct link_answer *answer);
static void on_filled(void *ctx, const struct link_answer *answer);

static struct seat *seat_of(const struct work *work)
{
    return work->desk->seat;
}

/* ---- what was typed ---- */

void work_typed(struct work *work)
{
    work->dirty = work->unkept = true;
    work->changed_ms = seat_of(work)->mono_ms;
    if (work->retry_ms == UINT64_MAX) work->retry_ms = 0; /* a refused field may be right now */
}

void work_left_field(struct work *work)
{
    if (work->dirty) work->hurried = true;
    work_pump(work);
}

static bool is_due(const struct work *work)
{
    return work->hurried || seat_of(work)->mono_ms >= work->changed_ms + SAVE_AFTER_MS;
}

static void keep_when_due(struct work *work)
{
    if (!work->unkept || !is_due(work)) return;
    enum err err = work_keep(work);
    if (err == ERR_OK) return;
    work->changed_ms = seat_of(work)->mono_ms; /* tries again in a second */
    seat_say(seat_of(work), NOTICE_ALARM, _("What you typed cannot be kept on disk: %s"),
             screen_text(err_text(err)));
}

/* ---- asking ---- */

static void save(struct work *work)
{
    struct req_ticket_save record;
    work_record(work, &record);
    if (!seat_ask(seat_of(work), request_ticket_save, &record, false, on_saved, work)) {
        work->retry_ms = seat_of(work)->mono_ms + AGAIN_AFTER_MS;
        return;
    }
    work->asking = true;
    work->dirty = work->hurried = false;
}

static void enter(struct work *work)
{
    struct req_ticket_save r;
    work_record(work, &r);
    struct req_ticket_register wanted = {.ticket = r.ticket, .version = r.version, RECORD_COPY(&r)};
    if (!seat_ask(seat_of(work), request_ticket_register, &wanted, false, on_registered, work)) {
        work->retry_ms = seat_of(work)->mono_ms + AGAIN_AFTER_MS;
        return;
    }
    work->asking = true;
    work->dirty = work->hurried = false;
}

/* One form field of the second page. */
static bool fill(struct work *work)
{
    struct req_ticket_fill wanted;
    if (!work->ticket || !is_due(work) || !more_fill(work->more, &wanted)) return false;
    work->asking = seat_ask(seat_of(work), request_ticket_fill, &wanted, false, on_filled, work);
    if (!work->asking) work->retry_ms = seat_of(work)->mono_ms + AGAIN_AFTER_MS;
    return true;
}

void work_pump(struct work *work)
{
    struct seat *seat = seat_of(work);
    keep_when_due(work);
    if (seat->stage != SEAT_IN || work->asking || work->settled) return;
    if (work->person != work->desk->person) return; /* theirs to go on with */
    if (seat->mono_ms < work->retry_ms) return;
    if (work->state != ticket_state_draft) {
        if (work->settle) settle_send(work);
        return;
    }
    if (fill(work)) return;
    if (work->settle && work->ticket)
        enter(work);
    else if (work->settle || (work->dirty && is_due(work)))
        save(work);
    else
        work_ask_fields(work, false);
}

/* ---- answers ---- */

/* On whichever page the field stands. Form fields that are required and missing are asked for anew:
 * the admin may have described them a moment ago. */
void work_refused(struct work *work, const struct link_answer *answer)
{
    work->settle = SETTLE_NONE;
    work_lock(work);
    bool fields = answer->err == ERR_OK && answer->reject == REJECT_INCOMPLETE &&
                  slice_equal(answer->field, slice_of("fields"));
    if (form_refuse(work->form, &record_spec, answer)) {
        work->second = false;
    } else if (form_refuse(work->more->form, &work->more->spec, answer) || fields) {
        work->second = true;
    }
    if (!fields) return;
    seat_say(seat_of(work), NOTICE_WARN,
             _("Fields of this type or subject are required: see the "
               "marks."));
    work_ask_fields(work, true);
}

static void note_sent(struct work *work)
{
    for (int i = 0; i < RECORD_FIELDS_N; i++)
        if (record_is_text(i) && form_text(work->form, i).n) work->sent |= 1u << i;
    more_recorded(work->more);
}

/* The spool's entry goes when the dispatcher has both pages. */
static void unkeep_when_all_is_there(struct work *work)
{
    if (work->dirty || more_is_changed(work->more)) return;
    work_unkeep(work);
    work->unkept = false;
}

static void recorded(struct work *work, const struct rec_done *done)
{
    work->ticket = done->id;
    work->version = done->version;
    work->saved_ms = seat_now_ms(seat_of(work));
    work->retry_ms = 0;
    note_sent(work);
    unkeep_when_all_is_there(work);
}

/* A refusal of a save or a registration. */
static void not_recorded(struct work *work, const struct link_answer *answer)
{
    struct seat *seat = seat_of(work);
    enum reject reject = answer->err == ERR_OK ? answer->reject : REJECT_BUSY;
    work->dirty = work->unkept = true;
    if (!work->spooled && work_keep(work) != ERR_OK)
        work->changed_ms = seat->mono_ms; /* said when it is tried again */
    bool changed_there = reject == REJECT_STALE || reject == REJECT_BAD_STATE;
    if (work->ticket && (changed_there || reject == REJECT_NO_SUCH)) {
        work_fetch(work);
        return;
    }
    if (!work->ticket && work->call && (changed_there || reject == REJECT_DENIED)) {
        work->call = 0; /* the call is no longer in hand: the record stands by itself */
        return;
    }
    seat_good(seat, answer);
    bool passes = reject == REJECT_BUSY || reject == REJECT_NO_SPACE;
    if (reject == REJECT_NOT_SIGNED_IN) return;
    work->retry_ms = passes ? seat->mono_ms + AGAIN_AFTER_MS : UINT64_MAX;
    if (!passes) work_refused(work, answer);
}

static void on_saved(void *ctx, const struct link_answer *answer)
{
    struct work *work = ctx;
    work->asking = false;
    if (answer->err == ERR_OK && answer->reject == REJECT_OK) {
        seat_good(seat_of(work), answer);
        recorded(work, answer->body);
    } else {
        not_recorded(work, answer);
    }
    work_pump(work);
}

static void on_filled(void *ctx, const struct link_answer *answer)
{
    struct work *work = ctx;
    struct seat *seat = seat_of(work);
    work->asking = false;
    if (answer->err == ERR_OK && answer->reject == REJECT_OK) {
        const struct rec_done *done = answer->body;
        seat_good(seat, answer);
        if (done->version) work->version = done->version;
        more_filled(work->more);
        unkeep_when_all_is_there(work);
    } else if (answer->err != ERR_OK || answer->reject == REJECT_BUSY ||
               answer->reject == REJECT_NO_SPACE || answer->reject == REJECT_NOT_SIGNED_IN) {
        work->more->filling = -1;
        work->retry_ms = seat->mono_ms + AGAIN_AFTER_MS;
        seat_good(seat, answer);
    } else {
        seat_good(seat, answer);
        more_fill_refused(work->more, answer);
        work->second = true;
        work->settle = SETTLE_NONE;
        work_lock(work);
    }
    work_pump(work);
}

static void on_registered(void *ctx, const struct link_answer *answer)
{
    struct work *work = ctx;
    work->asking = false;
    if (answer->err == ERR_OK && answer->reject == REJECT_OK) {
        seat_good(seat_of(work), answer);
        work->state = ticket_state_registered;
        recorded(work, answer->body);
        work_lock(work);
    } else {
        not_recorded(work, answer);
    }
    work_pump(work);
}

/* ---- looking at the dispatcher's copy ---- */

static void become_new(struct work *work)
{
    if (work->ticket)
        seat_say(seat_of(work), NOTICE_WARN,
                 _("Ticket %llu went on without these words; they are a draft of their own now."),
                 (unsigned long long)work->ticket);
    work->ticket = work->version = work->call = 0;
    work->sent = 0;
    work->state = ticket_state_draft;
    work->settle = SETTLE_NONE;
    work->dirty = work->unkept = true;
    work_lock(work);
}

static void take_fetched(struct work *work, const struct rec_ticket_card *card)
{
    bool mine = strcmp(card->owner.s, seat_of(work)->me.number.s) == 0;
    if (card->state == ticket_state_draft && mine) {
        work_take_card(work, card);
    } else if (!work->ticket) {
        return; /* begun by the one who passed the call on: mine stands beside it */
    } else if (!work->dirty || work_equals_card(work, card)) {
        work->dirty = work->unkept = false;
        work_take_card(work, card);
        work_unkeep(work);
    } else {
        become_new(work);
    }
}

static void on_fetched(void *ctx, const struct link_answer *answer)
{
    struct work *work = ctx;
    struct desk *desk = work->desk;
    work->asking = false;
    work->retry_ms = 0;
    if (answer->err == ERR_OK && answer->reject == REJECT_OK) {
        seat_good(desk->seat, answer);
        take_fetched(work, answer->body);
    } else if (work->dirty && answer->reject != REJECT_NOT_SIGNED_IN) {
        become_new(work);
    } else if (!seat_good(desk->seat, answer) && !work->dirty) {
        works_remove(desk, work);
        return;
    }
    work_pump(work);
}

static void fetch(struct work *work, uint64_t ticket)
{
    struct req_ticket_show show = {.ticket = ticket};
    work->asking = seat_ask(seat_of(work), request_ticket_show, &show, false, on_fetched, work);
    if (!work->asking) work->retry_ms = seat_of(work)->mono_ms + AGAIN_AFTER_MS;
}

void work_fetch(struct work *work)
{
    if (!work->asking && work->ticket) fetch(work, work->ticket);
}

void work_adopt(struct work *work, uint64_t ticket)
{
    if (!work->asking && !work->ticket) fetch(work, ticket);
}
