/* One record: form, request, card, spool. The desk's collection of them stands at the end. */
#include <stdio.h>
#include <stdlib.h>

#include "client/desk/model.h"
#include "client/screen/language.h"

static const struct form_field record_fields[] = {
#define T(id, name, kind, label, max, mandatory, rows)                                             \
    {RECORD_##id, FIELD_##kind, label, max, mandatory, rows},
#define P(id, name, label, mandatory) {RECORD_##id, FIELD_PICK, label, 0, mandatory, 1},
    RECORD_FORM(T, P)
#undef T
#undef P
};
static const char *const record_names[] = {
#define T(id, name, kind, label, max, mandatory, rows) #name,
#define P(id, name, label, mandatory) #name,
    RECORD_FORM(T, P)
#undef T
#undef P
};
const struct form_spec record_spec = {record_fields, record_names, RECORD_FIELDS_N};

bool record_is_text(int field)
{
    return record_fields[field].kind != FIELD_PICK;
}

enum { SPOOL_FORMAT = 2, ONE_PAGE = 1, ENTRY_BYTES = 256 * 1024 };

static void set_items(struct work *work)
{
    struct desk *desk = work->desk;
    size_t n;
    const struct pick_item *items = catalog_items(desk->catalog, CATALOG_SUBJECTS, &n);
    form_items(work->form, RECORD_SUBJECT, items, n);
    items = catalog_items(desk->catalog, CATALOG_UNITS, &n);
    form_items(work->form, RECORD_UNIT, items, n);
    form_items(work->form, RECORD_TYPE, desk->types.items, desk->types.n);
    more_items(work->more);
    if (!work->subject[0] || form_pick(work->form, RECORD_SUBJECT)) return;
    uint64_t id = catalog_id(desk->catalog, CATALOG_SUBJECTS, work->subject);
    if (!id) return;
    work->subject[0] = 0;
    form_set_pick(work->form, RECORD_SUBJECT, id);
    if (!form_pick(work->form, RECORD_UNIT))
        form_set_pick(work->form, RECORD_UNIT, catalog_usual_unit(desk->catalog, id));
}

struct work *work_new(struct desk *desk, uint64_t serial, uint64_t call)
{
    struct work *work = calloc(1, sizeof *work);
    if (!work) return NULL;
    work->desk = desk;
    work->person = desk->person;
    work->serial = serial;
    work->call = call;
    work->state = ticket_state_draft;
    work->form = form_of(&record_spec);
    work->more = more_new(work);
    work->similar = similar_new(work);
    if (!work->form || !work->more || !work->similar) {
        work_free(&work);
        return NULL;
    }
    set_items(work);
    form_set_focus(work->form, RECORD_NAME);
    return work;
}

void work_free(struct work **work)
{
    if (!*work) return;
    form_free(&(*work)->form);
    more_free(&(*work)->more);
    similar_free(&(*work)->similar);
    free(*work);
    *work = NULL;
}

bool work_is_blank(const struct work *work)
{
    return !work->ticket && !work->dirty && !work->asking;
}

bool work_is_safe(const struct work *work)
{
    return !work->dirty && !work->asking && !work->settle && !more_is_changed(work->more);
}

static struct slice text_or_dash(const struct work *work, enum record_field field)
{
    struct slice text = form_text(work->form, field);
    if (text.n == 0 && (work->sent >> field & 1)) return slice_of("-");
    return text;
}

void work_record(const struct work *work, struct req_ticket_save *out)
{
    *out = (struct req_ticket_save){.ticket = work->ticket, .version = work->version};
    if (!work->ticket) out->call = work->call;
    out->type = form_pick(work->form, RECORD_TYPE);
    const char *code =
        catalog_code(work->desk->catalog, CATALOG_SUBJECTS, form_pick(work->form, RECORD_SUBJECT));
    snprintf(out->subject.s, sizeof out->subject.s, "%s", code[0] ? code : work->subject);
#define T(id, name, kind, label, max, mandatory, rows) out->name = text_or_dash(work, RECORD_##id);
#define P(id, name, label, mandatory)
    RECORD_FORM(T, P)
#undef T
#undef P
    more_record(work->more, out);
}

/* Empty for what is picked. */
static struct slice card_text(const struct rec_ticket_card *card, int field)
{
    const struct slice texts[] = {
#define T(id, name, kind, label, max, mandatory, rows) card->name,
#define P(id, name, label, mandatory) {0},
        RECORD_FORM(T, P)
#undef T
#undef P
    };
    return texts[field];
}

void work_take_card(struct work *work, const struct rec_ticket_card *card)
{
    work->ticket = card->ticket;
    work->version = card->version;
    work->state = (enum ticket_state)card->state;
    work->call = card->call;
    work->sent = 0;
    for (int i = 0; i < RECORD_FIELDS_N; i++) {
        if (!record_is_text(i)) continue;
        struct slice text = card_text(card, i);
        if (text.n) work->sent |= 1u << i;
        /* what is typed here is newer */
        if (work->dirty && form_text(work->form, i).n) continue;
        if (form_set_text(work->form, i, text) != ERR_OK)
            form_set_error(work->form, i, _("The dispatcher's text does not fit here."));
    }
    if (!work->dirty || !form_pick(work->form, RECORD_TYPE))
        form_set_pick(work->form, RECORD_TYPE, card->type);
    if (!work->dirty || !form_pick(work->form, RECORD_SUBJECT)) {
        form_set_pick(work->form, RECORD_SUBJECT, 0);
        snprintf(work->subject, sizeof work->subject, "%s", card->subject.s);
    }
    work->visit = card->channel == channel_visit;
    work->told = card->told_ms != 0;
    more_take_card(work->more, card, work->dirty);
    set_items(work);
    work_lock(work);
}

bool work_equals_card(const struct work *work, const struct rec_ticket_card *card)
{
    struct req_ticket_save record;
    work_record(work, &record);
    for (int i = 0; i < RECORD_FIELDS_N; i++) {
        if (!record_is_text(i)) continue;
        struct slice typed = form_text(work->form, i);
        if (typed.n && !slice_equal(typed, card_text(card, i))) return false;
    }
    if (!more_equals_card(work->more, card)) return false;
    bool type = !record.type || record.type == card->type;
    return type && (!record.subject.s[0] || strcmp(record.subject.s, card->subject.s) == 0);
}

void work_lock(struct work *work)
{
    bool registered = work->state != ticket_state_draft;
    for (int i = 0; i < RECORD_FIELDS_N; i++)
        form_set_locked(work->form, i,
                        i == RECORD_UNIT ? work->settled != SETTLE_NONE : registered);
    more_lock(work->more, registered);
}

/* ---- pages ---- */

struct form *work_form(const struct work *work)
{
    return work->second ? work->more->form : work->form;
}

void work_turn(struct work *work, bool second, int focus)
{
    work->second = second;
    if (focus >= 0) form_set_focus(work_form(work), focus);
}

static void on_fields(void *ctx, const struct link_answer *answer)
{
    struct work *work = ctx;
    work->asking_fields = false;
    if (answer->err != ERR_OK || answer->reject != REJECT_OK) {
        work->fields_type = 0; /* asked again with the next change */
        return;
    }
    more_take_fields(work->more, answer->body);
    int missing = form_first_missing(work->more->form);
    if (work->second && missing >= 0) form_set_focus(work->more->form, missing);
}

void work_ask_fields(struct work *work, bool again)
{
    struct req_ticket_save record;
    struct req_ticket_fields ask = {.ticket = work->ticket};
    if (!work->ticket || work->asking_fields || work->asking) return;
    work_record(work, &record);
    bool same =
        work->fields_type == record.type && strcmp(work->fields_subject, record.subject.s) == 0;
    if ((same || !record.type) && !again) return;
    work->fields_type = record.type;
    snprintf(work->fields_subject, sizeof work->fields_subject, "%s", record.subject.s);
    work->asking_fields =
        seat_ask(work->desk->seat, request_ticket_fields, &ask, false, on_fields, work);
}

/* ---- the spool ---- */

static void entry_name(const struct work *work, char name[64])
{
    snprintf(name, 64, "draft.%llu.%llu", (unsigned long long)work->person,
             (unsigned long long)work->serial);
}

enum err work_keep(struct work *work)
{
    struct spool *spool = work->desk->seat->port.spool;
    if (!spool || !work->person) return ERR_OK;
    struct buffer buffer;
    char name[64];
    buffer_init(&buffer);
    form_pack(work->form, &record_spec, &buffer);
    enum err packed = buffer.err;
    uint64_t head[5] = {SPOOL_FORMAT, work->ticket, work->version, work->call, buffer.n};
    buffer_reset(&buffer);
    buffer_put(&buffer, head, sizeof head);
    form_pack(work->form, &record_spec, &buffer);
    more_pack(work->more, &buffer);
    if (packed != ERR_OK) buffer.err = packed;
    entry_name(work, name);
    enum err err = buffer.err;
    if (err == ERR_OK) err = spool_save(spool, name, slice_bytes(buffer.p, buffer.n));
    buffer_fini(&buffer);
    if (err == ERR_OK) {
        work->spooled = true;
        work->unkept = false;
    }
    return err;
}

void work_unkeep(struct work *work)
{
    struct spool *spool = work->desk->seat->port.spool;
    if (!spool || !work->spooled) return;
    char name[64];
    entry_name(work, name);
    spool_drop(spool, name);
    work->spooled = false;
}

struct restoring {
    struct desk *desk;
    int n;
};

static bool read_entry(struct work *work, struct slice bytes)
{
    uint64_t head[5] = {0};
    size_t first = 4 * sizeof *head; /* as long as records had one page only */
    if (bytes.n < first) return false;
    memcpy(head, bytes.p, first);
    if (head[0] != SPOOL_FORMAT && head[0] != ONE_PAGE) return false;
    if (head[0] == SPOOL_FORMAT) {
        if (bytes.n < sizeof head) return false;
        memcpy(head, bytes.p, sizeof head);
        first = sizeof head;
    }
    bytes = slice_bytes(bytes.p + first, bytes.n - first);
    size_t form_n = head[0] == SPOOL_FORMAT ? head[4] : bytes.n;
    if (form_n > bytes.n) return false;
    work->ticket = head[1];
    work->version = head[2];
    work->call = head[3];
    work->spooled = true;
    work->dirty = true;
    return form_unpack(work->form, &record_spec, slice_bytes(bytes.p, form_n)) &&
           more_unpack(work->more, slice_bytes(bytes.p + form_n, bytes.n - form_n));
}

static void restore_one(void *ctx, const char *name)
{
    struct restoring *restoring = ctx;
    struct desk *desk = restoring->desk;
    unsigned long long person, serial;
    char more;
    if (sscanf(name, "draft.%llu.%llu%c", &person, &serial, &more) != 2) return;
    if (person != desk->person || !serial) return;
    int place = 0;
    while (place < WORKS && desk->works[place]) place++;
    if (place == WORKS) return; /* stays in the spool for the next start */
    struct arena arena;
    struct slice bytes;
    arena_init(&arena, ENTRY_BYTES);
    struct work *work = work_new(desk, serial, 0);
    bool good = work && spool_load(desk->seat->port.spool, name, &arena, &bytes) == ERR_OK &&
                read_entry(work, bytes);
    arena_fini(&arena);
    if (!good) {
        work_free(&work);
        return;
    }
    desk->works[place] = work;
    restoring->n++;
}

int works_restore(struct desk *desk)
{
    struct restoring restoring = {desk, 0};
    if (desk->seat->port.spool) spool_each(desk->seat->port.spool, restore_one, &restoring);
    return restoring.n;
}

/* ---- the desk's collection ---- */

struct work *works_by_ticket(const struct desk *desk, uint64_t ticket)
{
    for (int i = 0; i < WORKS; i++)
        if (ticket && desk->works[i] && desk->works[i]->ticket == ticket) return desk->works[i];
    return NULL;
}

void works_remove(struct desk *desk, struct work *work)
{
    /* or the answer would come back to nothing */
    ASSERT(!work->asking && !work->asking_fields && !similar_is_asking(work->similar));
    if (desk->current == work) {
        desk->current = NULL;
        if (desk->view == VIEW_WORK) desk->view = VIEW_HOME;
    }
    for (int i = 0; i < WORKS; i++)
        if (desk->works[i] == work) desk->works[i] = NULL;
    work_free(&work);
}

/* Can be let go: the dispatcher has all of it, and it belongs to no call in hand. What somebody
 * else wrote here goes as soon as the spool has it. */
static bool can_go(const struct desk *desk, struct work *work)
{
    if (work->asking_fields || similar_is_asking(work->similar)) return false;
    if (work->person != desk->person)
        return !work->asking && (!work->unkept || work_keep(work) == ERR_OK);
    bool held = work->call && work->call == desk->live.call && call_is_mine(desk);
    return !held && work_is_safe(work) && !work->spooled;
}

void works_tidy(struct desk *desk)
{
    for (int i = 0; i < WORKS; i++) {
        struct work *work = desk->works[i];
        if (!work || (work == desk->current && desk->view == VIEW_WORK)) continue;
        if (can_go(desk, work)) works_remove(desk, work);
    }
}

struct work *works_add(struct desk *desk, uint64_t call)
{
    works_tidy(desk);
    int place = 0;
    uint64_t serial = seat_now_ms(desk->seat);
    while (place < WORKS && desk->works[place]) place++;
    for (int i = 0; i < WORKS; i++)
        if (desk->works[i] && desk->works[i]->serial >= serial) serial = desk->works[i]->serial + 1;
    struct work *work = place < WORKS ? work_new(desk, serial, call) : NULL;
    if (work)
        desk->works[place] = work;
    else
        seat_say(desk->seat, NOTICE_ALARM,
                 _("Too many records are open and not saved yet; finish one of them first."));
    return work;
}

void works_items(struct desk *desk)
{
    for (int i = 0; i < WORKS; i++)
        if (desk->works[i]) set_items(desk->works[i]);
}
