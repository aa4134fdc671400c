#include "client/desk/more.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/desk/model.h"
#include "client/screen/language.h"
#include "common/text.h"

enum { MORE_BYTES = 256 * 1024, CHOICES = 64 };

#define T(id, name, label, limit) {MORE_##id, FIELD_LINE, label, limit, false, 1},
#define V(id, name, label, vocabulary) {MORE_##id, FIELD_PICK, label, 0, false, 1},
static const struct form_field fixed[MORE_FIXED] = {MORE_FORM(T, T, V, V)};
#undef V
#undef T
#define M(id, name, ...) #name,
static const char *const fixed_names[MORE_FIXED] = {MORE_FORM(M, M, M, M)};
#undef M

static bool is_text(int field)
{
    return fixed[field].kind == FIELD_LINE;
}

/* ---- making ---- */

/* A letter, a mail, a call during an outage (R42): where it came from is known to nobody else. */
static bool is_typed_afterwards(const struct more *more)
{
    return !more->work->call && !more->work->ticket;
}

static void show_origin(struct more *more)
{
    bool afterwards = is_typed_afterwards(more);
    form_set_visible(more->form, MORE_CHANNEL, afterwards);
    form_set_visible(more->form, MORE_LINE, afterwards);
}

int more_last(const struct more *more)
{
    return MORE_FIXED + (int)more->n - 1;
}

bool more_is_picking(const struct more *more)
{
    int focus = form_focus(more->form);
    for (int i = 0; i < more->spec.count; i++)
        if (more->spec.fields[i].id == focus && more->spec.fields[i].kind == FIELD_PICK)
            return picker_is_open(form_picker(more->form, focus));
    return false;
}

/* The fixed fields and behind them as many as the arrays have. */
static bool make_form(struct more *more, const struct form_field *fields, const char *const *names,
                      size_t n)
{
    more->spec = (struct form_spec){fields, names, MORE_FIXED + (int)n};
    more->form = form_of(&more->spec);
    return more->form != NULL;
}

struct more *more_new(struct work *work)
{
    struct more *more = calloc(1, sizeof *more);
    if (!more) return NULL;
    more->work = work;
    more->filling = -1;
    arena_init(&more->arena, MORE_BYTES);
    if (!make_form(more, fixed, fixed_names, 0)) {
        free(more);
        return NULL;
    }
    more_items(more);
    return more;
}

void more_free(struct more **more)
{
    if (!*more) return;
    form_free(&(*more)->form);
    arena_fini(&(*more)->arena);
    free(*more);
    *more = NULL;
}

void more_items(struct more *more)
{
    struct desk *desk = more->work->desk;
    size_t n;
    const struct pick_item *items;
#define T(id, name, label, limit)
#define V(id, name, label, vocabulary)                                                             \
    form_items(more->form, MORE_##id, desk->more_words[MORE_##id].items,                           \
               desk->more_words[MORE_##id].n);
#define R(id, name, label, kind)                                                                   \
    items = catalog_items(desk->catalog, kind, &n);                                                \
    form_items(more->form, MORE_##id, items, n);
    MORE_FORM(T, T, V, R)
#undef R
#undef V
#undef T
    for (size_t i = 0; i < more->n; i++)
        if (more->extras[i].items)
            form_items(more->form, MORE_FIXED + (int)i, more->extras[i].items, more->extras[i].n);
    show_origin(more);
}

/* ---- with the record ---- */

static struct slice text_or_dash(const struct more *more, int field)
{
    struct slice text = form_text(more->form, field);
    if (text.n == 0 && (more->sent >> field & 1)) return slice_of("-");
    return text;
}

static void put_code(struct code *out, const char *code, size_t n)
{
    snprintf(out->s, sizeof out->s, "%.*s", (int)n, code);
}

void more_record(const struct more *more, struct req_ticket_save *out)
{
    const struct form *form = more->form;
    const struct catalog *catalog = more->work->desk->catalog;
    const char *code;
#define T(id, name, label, limit) out->name = text_or_dash(more, MORE_##id);
#define C(id, name, label, limit)                                                                  \
    put_code(&out->name, form_text(form, MORE_##id).p ? form_text(form, MORE_##id).p : "",         \
             form_text(form, MORE_##id).n);
#define V(id, name, label, vocabulary) out->name = form_pick(form, MORE_##id);
#define R(id, name, label, kind)                                                                   \
    code = catalog_code(catalog, kind, form_pick(form, MORE_##id));                                \
    put_code(&out->name, code, strlen(code));
    MORE_FORM(T, C, V, R)
#undef R
#undef V
#undef C
#undef T
    if (is_typed_afterwards(more)) return;
    out->channel = channel_none; /* the call says both */
    out->line = (struct code){{0}};
}

void more_recorded(struct more *more)
{
    for (int i = 0; i < MORE_FIXED; i++)
        if (is_text(i) && form_text(more->form, i).n) more->sent |= 1u << i;
    show_origin(more);
}

static void take_text(struct more *more, int field, struct slice text, bool keep)
{
    if (text.n) more->sent |= 1u << field;
    if (keep && form_text(more->form, field).n) return;
    if (form_set_text(more->form, field, text) != ERR_OK)
        form_set_error(more->form, field, _("The dispatcher's text does not fit here."));
}

static void take_pick(struct more *more, int field, uint64_t id, bool keep)
{
    if (!keep || !form_pick(more->form, field)) form_set_pick(more->form, field, id);
}

void more_take_card(struct more *more, const struct rec_ticket_card *card, bool keep)
{
    const struct catalog *catalog = more->work->desk->catalog;
    more->sent = 0;
    take_text(more, MORE_WORKPLACE, card->workplace, keep);
    take_text(more, MORE_SUPERIOR, card->superior, keep);
    take_text(more, MORE_CULPRIT, slice_of(card->culprit.s), keep);
    take_pick(more, MORE_ANONYMITY, card->anonymity, keep);
    take_pick(more, MORE_URGENCY, card->urgency, keep);
    take_pick(more, MORE_NATURE, card->nature, keep);
    take_pick(more, MORE_SECRECY, card->secrecy, keep);
    take_pick(more, MORE_ACCUSED, catalog_id(catalog, CATALOG_UNITS, card->accused.s), keep);
    take_pick(more, MORE_AREA, catalog_id(catalog, CATALOG_AREAS, card->area.s), keep);
    show_origin(more);
}

bool more_equals_card(const struct more *more, const struct rec_ticket_card *card)
{
    struct slice workplace = form_text(more->form, MORE_WORKPLACE);
    struct slice superior = form_text(more->form, MORE_SUPERIOR);
    return (!workplace.n || slice_equal(workplace, card->workplace)) &&
           (!superior.n || slice_equal(superior, card->superior));
}

void more_lock(struct more *more, bool locked)
{
    for (int i = 0; i < more->spec.count; i++)
        form_set_locked(more->form, more->spec.fields[i].id, locked);
}

/* ---- form fields of the type and subject ---- */

/* "a|b|c" becomes entries to pick. */
static void make_choices(struct arena *arena, struct extra *extra, struct slice choices)
{
    static const char *const codes[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    extra->items = arena_take(arena, CHOICES * sizeof *extra->items);
    size_t at = 0;
    while (extra->items && at < choices.n && extra->n < CHOICES) {
        size_t end = at;
        while (end < choices.n && choices.p[end] != '|') end++;
        char *name = arena_copy(arena, slice_bytes(choices.p + at, end - at));
        const char *code = extra->n < sizeof codes / sizeof *codes ? codes[extra->n] : "";
        if (!name) return;
        extra->items[extra->n] = (struct pick_item){.id = extra->n + 1, .code = code, .name = name};
        extra->n++;
        at = end + 1;
    }
}

static bool is_picked(enum value_kind kind)
{
    return kind == value_kind_choice || kind == value_kind_yes_no;
}

/* What the dispatcher is told: the entry's own words, but yes and no in the schema's. */
static struct slice value_of(const struct more *more, size_t i)
{
    const struct extra *extra = &more->extras[i];
    int id = MORE_FIXED + (int)i;
    if (!is_picked(extra->kind)) return form_text(more->form, id);
    uint64_t pick = form_pick(more->form, id);
    if (!pick || pick > extra->n) return (struct slice){0};
    if (extra->kind == value_kind_yes_no) return slice_of(pick == 1 ? "yes" : "no");
    return slice_of(extra->items[pick - 1].name);
}

static void put_value(struct more *more, size_t i, struct slice value)
{
    const struct extra *extra = &more->extras[i];
    int id = MORE_FIXED + (int)i;
    if (!is_picked(extra->kind)) {
        if (form_set_text(more->form, id, value) != ERR_OK)
            form_set_error(more->form, id, _("The dispatcher's text does not fit here."));
        return;
    }
    uint64_t pick = 0;
    if (extra->kind == value_kind_yes_no)
        pick = slice_equal(value, slice_of("yes")) ? 1 : value.n ? 2 : 0;
    for (size_t k = 0; k < extra->n && !pick && value.n; k++)
        if (slice_equal(value, slice_of(extra->items[k].name))) pick = k + 1;
    form_set_pick(more->form, id, pick);
}

static bool take_row(struct arena *arena, const struct rec_value_item *row, struct extra *extra,
                     struct form_field *field, int id)
{
    const char *label = arena_copy(arena, row->name);
    *extra = (struct extra){.code = row->field,
                            .kind = (enum value_kind)row->kind,
                            .sent = arena_copy(arena, row->value)};
    if (!label || !extra->sent) return false;
    if (extra->kind == value_kind_choice) make_choices(arena, extra, row->choices);
    if (extra->kind == value_kind_yes_no) {
        make_choices(arena, extra, slice_of(_("yes|no")));
    }
    bool pick = is_picked(extra->kind);
    *field = (struct form_field){
        id, pick ? FIELD_PICK : FIELD_LINE, label, pick ? 0 : LIMIT_NOTE, row->must != 0, 1};
    return true;
}

/* The typed values of the old form go into the new one, by the fields' codes. */
static void keep_typed(const struct more *old, struct more *fresh)
{
    for (int i = 0; i < MORE_FIXED; i++) {
        if (is_text(i))
            take_text(fresh, i, form_text(old->form, i), false);
        else
            form_set_pick(fresh->form, i, form_pick(old->form, i));
    }
    fresh->sent = old->sent;
    for (size_t i = 0; i < fresh->n; i++) {
        struct slice value = slice_of(fresh->extras[i].sent);
        for (size_t k = 0; k < old->n; k++) {
            bool same = strcmp(old->extras[k].code.s, fresh->extras[i].code.s) == 0;
            struct slice typed = value_of(old, k);
            if (same && !slice_equal(typed, slice_of(old->extras[k].sent))) value = typed;
        }
        put_value(fresh, i, value);
    }
}

void more_take_fields(struct more *more, const struct rec_value_page *page)
{
    const struct rec_value_item *rows = page->rows.items;
    size_t n = page->rows.n < LIMIT_FIELDS ? page->rows.n : LIMIT_FIELDS;
    struct more fresh = {.work = more->work, .filling = -1};
    arena_init(&fresh.arena, MORE_BYTES);
    struct form_field *fields = arena_take(&fresh.arena, (MORE_FIXED + n) * sizeof *fields);
    const char **names = arena_take(&fresh.arena, (MORE_FIXED + n) * sizeof *names);
    fresh.extras = arena_take(&fresh.arena, (n + 1) * sizeof *fresh.extras);
    bool good = fields && names && fresh.extras;
    if (good) {
        memcpy(fields, fixed, sizeof fixed);
        memcpy(names, fixed_names, sizeof fixed_names);
    }
    for (; good && fresh.n < n; fresh.n++) {
        int id = MORE_FIXED + (int)fresh.n;
        names[id] = NULL;
        good = take_row(&fresh.arena, &rows[fresh.n], &fresh.extras[fresh.n], &fields[id], id);
    }
    if (!good || !make_form(&fresh, fields, names, n)) {
        arena_fini(&fresh.arena);
        return;
    }
    int focus = form_focus(more->form);
    more_items(&fresh);
    keep_typed(more, &fresh);
    form_free(&more->form);
    arena_fini(&more->arena);
    *more = fresh;
    if (focus >= 0 && focus < more->spec.count) form_set_focus(more->form, focus);
    more_lock(more, more->work->state != ticket_state_draft);
}

static bool is_changed(const struct more *more, size_t i)
{
    return !slice_equal(value_of(more, i), slice_of(more->extras[i].sent));
}

bool more_is_changed(const struct more *more)
{
    for (size_t i = 0; i < more->n; i++)
        if (is_changed(more, i)) return true;
    return more->filling >= 0;
}

bool more_fill(struct more *more, struct req_ticket_fill *out)
{
    for (size_t i = 0; i < more->n; i++) {
        if (!is_changed(more, i)) continue;
        *out = (struct req_ticket_fill){.ticket = more->work->ticket,
                                        .field = more->extras[i].code,
                                        .value = value_of(more, i)};
        more->filling = (int)i;
        return true;
    }
    return false;
}

void more_filled(struct more *more)
{
    if (more->filling < 0) return;
    struct extra *extra = &more->extras[more->filling];
    const char *sent = arena_copy(&more->arena, value_of(more, (size_t)more->filling));
    if (sent) extra->sent = sent;
    more->filling = -1;
}

void more_fill_refused(struct more *more, const struct link_answer *answer)
{
    if (more->filling < 0) return;
    int id = MORE_FIXED + more->filling;
    const struct extra *extra = &more->extras[more->filling];
    more->filling = -1;
    if (answer->err != ERR_OK) return;
    form_set_error(more->form, id, screen_text(reject_text(answer->reject)));
    form_set_focus(more->form, id);
    /* as if it were the dispatcher's, so that the same is not sent again and again */
    more->extras[id - MORE_FIXED].sent =
        arena_copy(&more->arena, value_of(more, (size_t)(id - MORE_FIXED)));
    if (!extra->sent) more->extras[id - MORE_FIXED].sent = "";
}

/* ---- on the first page ---- */

static void add(char *out, size_t cap, const char *word)
{
    size_t used = strlen(out);
    if (word[0] && used < cap) snprintf(out + used, cap - used, "%s%s", used ? " · " : "", word);
}

void more_summary(const struct more *more, char *out, size_t cap)
{
    const struct form *form = more->form;
    char count[60];
    out[0] = 0;
    if (form_pick(form, MORE_ANONYMITY) == anonymity_anonymous)
        add(out, cap, word_text(VOCABULARY_anonymity, anonymity_anonymous));
    if (form_pick(form, MORE_URGENCY) > urgency_level_normal)
        add(out, cap, word_text(VOCABULARY_urgency_level, form_pick(form, MORE_URGENCY)));
    if (form_pick(form, MORE_SECRECY) > secrecy_normal)
        add(out, cap, word_text(VOCABULARY_secrecy, form_pick(form, MORE_SECRECY)));
    if (form_pick(form, MORE_ACCUSED)) add(out, cap, _("a unit is accused"));
    int missing = form_missing(form);
    snprintf(count, sizeof count,
             ngettext("* %d field required", "* %d fields required", (unsigned long)missing),
             missing);
    if (missing) add(out, cap, count);
}

/* ---- the spool ---- */

/* The form fields that the dispatcher does not have as they are typed: code, length, text. */
static void pack_extras(const struct more *more, struct buffer *out)
{
    for (size_t i = 0; i < more->n; i++) {
        struct slice value = value_of(more, i);
        uint32_t n = (uint32_t)value.n;
        if (!is_changed(more, i)) continue;
        buffer_put(out, &more->extras[i].code, sizeof more->extras[i].code);
        buffer_put(out, &n, sizeof n);
        buffer_put(out, value.p, value.n);
    }
}

/* As text fields under their codes, until the dispatcher says what they are; keep_typed() then
 * finds them by their codes. */
static bool unpack_extras(struct more *more, struct slice bytes)
{
    struct rec_value_item rows[LIMIT_FIELDS] = {0};
    struct slice typed[LIMIT_FIELDS];
    size_t n = 0;
    for (; bytes.n && n < LIMIT_FIELDS; n++) {
        const size_t head = sizeof rows[n].field + sizeof(uint32_t);
        uint32_t length;
        if (bytes.n < head) return false;
        memcpy(&rows[n].field, bytes.p, sizeof rows[n].field);
        rows[n].field.s[LIMIT_CODE] = '\0';
        memcpy(&length, bytes.p + sizeof rows[n].field, sizeof length);
        if (bytes.n - head < length) return false;
        rows[n].name = slice_of(rows[n].field.s);
        rows[n].kind = value_kind_text;
        typed[n] = slice_bytes(bytes.p + head, length);
        bytes = slice_bytes(bytes.p + head + length, bytes.n - head - length);
    }
    if (n == 0) return true;
    more_take_fields(more, &(struct rec_value_page){.rows = {rows, n}});
    if (more->n != n) return false; /* out of memory */
    for (size_t i = 0; i < n; i++) put_value(more, i, typed[i]);
    return true;
}

/* The fixed fields with their length before them, then the form fields. */
void more_pack(const struct more *more, struct buffer *out)
{
    struct form_spec spec = {fixed, fixed_names, MORE_FIXED};
    struct buffer head;
    buffer_init(&head);
    form_pack(more->form, &spec, &head);
    uint32_t n = (uint32_t)head.n;
    buffer_put(out, &n, sizeof n);
    buffer_put(out, head.p, head.n);
    if (head.err != ERR_OK && out->err == ERR_OK) out->err = head.err;
    buffer_fini(&head);
    pack_extras(more, out);
}

bool more_unpack(struct more *more, struct slice bytes)
{
    struct form_spec spec = {fixed, fixed_names, MORE_FIXED};
    uint32_t n;
    if (bytes.n < sizeof n) return bytes.n == 0;
    memcpy(&n, bytes.p, sizeof n);
    if (bytes.n - sizeof n < n) return false;
    bytes = slice_bytes(bytes.p + sizeof n, bytes.n - sizeof n);
    return form_unpack(more->form, &spec, slice_bytes(bytes.p, n)) &&
           unpack_extras(more, slice_bytes(bytes.p + n, bytes.n - n));
}
