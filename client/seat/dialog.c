#include "client/seat/dialog.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/screen/language.h"
#include "client/screen/wrap.h"

enum {
    DIALOGS = 24,
    KEEP_AFTER_MS = 1000, /* at most this much typing is lost in a crash */
    COLS = 70,
    ENTRY_BYTES = 64 * 1024,
};

struct dialogs {
    struct seat *seat; /* borrowed */
    struct dialog all[DIALOGS];
    struct dialog *current; /* NULL: none is open */
};

struct dialogs *dialogs_new(struct seat *seat)
{
    struct dialogs *dialogs = calloc(1, sizeof *dialogs);
    if (dialogs) dialogs->seat = seat;
    return dialogs;
}

static void forget(struct dialogs *dialogs, struct dialog *dialog)
{
    if (dialogs->current == dialog) dialogs->current = NULL;
    form_free(&dialog->form);
    *dialog = (struct dialog){0};
}

void dialogs_free(struct dialogs **dialogs)
{
    if (!*dialogs) return;
    for (int i = 0; i < DIALOGS; i++) forget(*dialogs, &(*dialogs)->all[i]);
    free(*dialogs);
    *dialogs = NULL;
}

/* ---- the spool ---- */

static void entry_name(const struct dialog *dialog, char name[64])
{
    snprintf(name, 64, "dialog.%llu.%.16s.%llu", (unsigned long long)dialog->person,
             dialog->kind->name, (unsigned long long)dialog->object);
}

static void keep(struct dialogs *dialogs, struct dialog *dialog)
{
    struct spool *spool = dialogs->seat->port.spool;
    dialog->dirty = false;
    if (!spool) return;
    char name[64];
    entry_name(dialog, name);
    if (form_is_empty(dialog->form, &dialog->kind->spec)) {
        spool_drop(spool, name);
        return;
    }
    struct buffer buffer;
    buffer_init(&buffer);
    form_pack(dialog->form, &dialog->kind->spec, &buffer);
    enum err err = buffer.err;
    if (err == ERR_OK) err = spool_save(spool, name, slice_bytes(buffer.p, buffer.n));
    if (err != ERR_OK)
        seat_say(dialogs->seat, NOTICE_ALARM, _("What you typed cannot be kept on disk: %s"),
                 screen_text(err_text(err)));
    buffer_fini(&buffer);
}

static bool load(struct dialogs *dialogs, struct dialog *dialog)
{
    struct spool *spool = dialogs->seat->port.spool;
    if (!spool) return false;
    char name[64];
    struct arena arena;
    struct slice bytes;
    entry_name(dialog, name);
    arena_init(&arena, ENTRY_BYTES * 3);
    bool found = spool_load(spool, name, &arena, &bytes) == ERR_OK &&
                 form_unpack(dialog->form, &dialog->kind->spec, bytes);
    arena_fini(&arena);
    return found;
}

/* ---- opening and closing ---- */

struct dialog *dialogs_find(const struct dialogs *dialogs, const struct dialog_kind *kind,
                            uint64_t object)
{
    for (int i = 0; i < DIALOGS; i++) {
        const struct dialog *dialog = &dialogs->all[i];
        if (dialog->kind == kind && dialog->object == object &&
            dialog->person == dialogs->seat->me.person)
            return (struct dialog *)dialog;
    }
    return NULL;
}

/* A free place; else the one that was opened longest ago, its text safe in the spool. */
static struct dialog *place(struct dialogs *dialogs)
{
    struct dialog *oldest = NULL;
    for (int i = 0; i < DIALOGS; i++) {
        struct dialog *dialog = &dialogs->all[i];
        if (!dialog->kind) return dialog;
        if (dialog->busy || dialog == dialogs->current) continue;
        if (!oldest || dialog->opened_ms < oldest->opened_ms) oldest = dialog;
    }
    if (!oldest) return NULL;
    if (oldest->dirty) keep(dialogs, oldest);
    forget(dialogs, oldest);
    return oldest;
}

struct dialog *dialogs_open(struct dialogs *dialogs, const struct dialog_kind *kind,
                            uint64_t object, bool *fresh)
{
    struct dialog *dialog = dialogs_find(dialogs, kind, object);
    if (!dialog) {
        dialog = place(dialogs);
        struct form *form = dialog ? form_of(&kind->spec) : NULL;
        if (!form) return NULL;
        *dialog = (struct dialog){
            .kind = kind, .object = object, .person = dialogs->seat->me.person, .form = form};
        load(dialogs, dialog);
    }
    *fresh = form_is_empty(dialog->form, &kind->spec);
    dialog->opened_ms = dialogs->seat->mono_ms;
    dialogs->current = dialog;
    return dialog;
}

struct dialog *dialogs_current(const struct dialogs *dialogs)
{
    return dialogs->current;
}

void dialogs_close(struct dialogs *dialogs)
{
    struct dialog *dialog = dialogs->current;
    if (dialog && dialog->dirty) keep(dialogs, dialog);
    dialogs->current = NULL;
}

void dialogs_finish(struct dialogs *dialogs, struct dialog *dialog)
{
    if (dialogs->seat->port.spool) {
        char name[64];
        entry_name(dialog, name);
        spool_drop(dialogs->seat->port.spool, name);
    }
    forget(dialogs, dialog);
}

void dialogs_refuse(struct dialogs *dialogs, struct dialog *dialog,
                    const struct link_answer *answer)
{
    dialog->busy = false;
    form_refuse(dialog->form, &dialog->kind->spec, answer);
    if (!dialogs->current) dialogs->current = dialog;
}

void dialogs_tick(struct dialogs *dialogs)
{
    for (int i = 0; i < DIALOGS; i++) {
        struct dialog *dialog = &dialogs->all[i];
        if (dialog->dirty && dialogs->seat->mono_ms >= dialog->changed_ms + KEEP_AFTER_MS)
            keep(dialogs, dialog);
    }
}

void dialogs_park(struct dialogs *dialogs)
{
    for (int i = 0; i < DIALOGS; i++) {
        struct dialog *dialog = &dialogs->all[i];
        if (!dialog->kind) continue;
        if (dialog->dirty) keep(dialogs, dialog);
        if (!dialog->busy) forget(dialogs, dialog);
    }
    dialogs->current = NULL;
}

void dialogs_each(struct dialogs *dialogs, void (*found)(void *ctx, struct dialog *dialog),
                  void *ctx)
{
    for (int i = 0; i < DIALOGS; i++)
        if (dialogs->all[i].kind) found(ctx, &dialogs->all[i]);
}

/* ---- keys ---- */

bool dialogs_complete(struct dialogs *dialogs, struct dialog *dialog)
{
    int missing = form_first_missing(dialog->form);
    if (missing < 0) return true;
    form_set_focus(dialog->form, missing);
    seat_say(dialogs->seat, NOTICE_WARN, _("Something is missing: see the mark."));
    return false;
}

static enum dialog_answer attempt(struct dialogs *dialogs, struct dialog *dialog)
{
    static const struct key enter = {.kind = KEYS_NAMED, .name = K_ENTER};
    int focus = form_focus(dialog->form);
    for (int i = 0; i < dialog->kind->spec.count; i++) {
        const struct form_field *field = &dialog->kind->spec.fields[i];
        if (field->id == focus && field->kind == FIELD_PICK &&
            picker_is_open(form_picker(dialog->form, focus)))
            form_key(dialog->form, &enter); /* what is marked is meant */
        /* doing it without what was typed here would not be what is wanted */
        if (field->id == focus && field->kind == FIELD_PICK &&
            picker_query(form_picker(dialog->form, focus)).n > 0) {
            seat_say(dialogs->seat, NOTICE_WARN, _("Nothing matches what is typed."));
            return DIALOG_USED;
        }
    }
    return dialogs_complete(dialogs, dialog) ? DIALOG_DO : DIALOG_USED;
}

static bool is_named(const struct key *key, enum key_name name)
{
    return key->kind == KEYS_NAMED && name != K_NONE && key->name == name;
}

enum dialog_answer dialogs_key(struct dialogs *dialogs, const struct key *key)
{
    struct dialog *dialog = dialogs->current;
    if (!dialog) return DIALOG_NONE;
    if (!dialog->busy && (is_named(key, K_F10) || is_named(key, dialog->kind->key)))
        return attempt(dialogs, dialog);
    switch (dialog->busy ? FORM_IGNORED : form_key(dialog->form, key)) {
    case FORM_USED:
        return DIALOG_USED;
    case FORM_CHANGED:
        dialog->dirty = true;
        dialog->changed_ms = dialogs->seat->mono_ms;
        return DIALOG_CHANGED;
    case FORM_DONE:
        return attempt(dialogs, dialog);
    case FORM_IGNORED:
        break;
    }
    if (is_named(key, K_ESC)) {
        dialogs_close(dialogs);
        return DIALOG_CLOSED;
    }
    return key->kind == KEYS_TEXT || key->kind == KEYS_PASTE ? DIALOG_USED : DIALOG_IGNORED;
}

/* ---- drawing ---- */

static void draw_foot(const struct dialog *dialog, struct grid *grid, struct rect in)
{
    char text[200];
    const char *key = dialog->kind->key == K_NONE ? "F10" : NULL;
    struct keypress press = {KEYS_NAMED, dialog->kind->key, 0};
    char written[16];
    if (!key) key = keypress_text(&press, written, sizeof written);
    if (dialog->busy)
        snprintf(text, sizeof text, "%s", _("Sending …"));
    else
        snprintf(text, sizeof text, _("%s %s   Esc Back (nothing is lost)"), key,
                 screen_text(dialog->kind->deed));
    grid_puts(grid, in.row + in.rows - 1, in.col + 1, in.cols - 2, STYLE_POPUP_TITLE, text);
}

void dialogs_draw(const struct dialogs *dialogs, struct grid *grid)
{
    struct dialog *dialog = dialogs->current;
    if (!dialog) return;
    int cols = grid->cols - 2 < COLS ? grid->cols - 2 : COLS;
    int lead_rows = dialog->lead[0] ? wrap_rows(slice_of(dialog->lead), cols - 4) : 0;
    if (lead_rows > grid->rows / 3) lead_rows = grid->rows / 3;
    int rows = form_rows(dialog->form) + lead_rows + (lead_rows > 0) + 2;
    if (rows > grid->rows - 4) rows = grid->rows - 4;
    struct rect in = grid_popup(grid, rows, cols, screen_text(dialog->kind->title));
    if (in.rows < lead_rows + 2) lead_rows = 0;
    struct rect lead = {in.row, in.col + 1, lead_rows, in.cols - 2};
    grid_put_wrapped(grid, lead, STYLE_POPUP, slice_of(dialog->lead));
    int skip = lead_rows + (lead_rows > 0);
    struct rect form = {in.row + skip, in.col, in.rows - skip - 2, in.cols};
    draw_foot(dialog, grid, in);
    form_draw(dialog->form, grid, form, !dialog->busy);
}
