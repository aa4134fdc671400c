/* What a step's popup picks from, what it begins with, and what it says above: it covers the card
 * on which the decision rests. */
#include <stdio.h>

#include "client/office/model.h"
#include "client/screen/language.h"
#include "common/text.h"

static const struct {
    enum ask_source source;
    int which;
} asks[ASKS] = {
#define A(id, kind, limit, rows, source, which) {source, which},
    ASK_TABLE(A)
#undef A
};

enum ask_source popup_source(enum ask_field field)
{
    return asks[field].source;
}

/* ---- entries ---- */

static const struct pick_item levels[] = {
    {.id = 1, .code = "1", .name = N_("level 1")},
    {.id = 2, .code = "2", .name = N_("level 2")},
    {.id = 3, .code = "3", .name = N_("level 3")},
};
static const struct pick_item yes_no[] = {
    {.id = 1, .code = "1", .name = N_("yes")},
    {.id = 2, .code = "2", .name = N_("no")},
};

static void put_translated(struct word_items *out, const struct pick_item *items, size_t n)
{
    for (out->n = 0; out->n < n; out->n++) {
        out->items[out->n] = items[out->n];
        out->items[out->n].name = screen_text(items[out->n].name);
    }
}

void popup_words(struct office *office)
{
    /* merging and splitting are steps of their own */
    uint64_t by_itself = UINT64_C(1) << link_kind_merged | UINT64_C(1) << link_kind_split;
    for (int i = 0; i < ASKS; i++) {
        if (asks[i].source == WORDS)
            word_items(&office->words[i], (enum vocabulary_id)asks[i].which,
                       i == ASK_LINK ? by_itself : 0);
        if (asks[i].source == LEVELS) put_translated(&office->words[i], levels, 3);
        if (asks[i].source == YES_NO) put_translated(&office->words[i], yes_no, 2);
    }
}

static void set_field(struct office *office, struct form *form, enum ask_field field)
{
    const struct pick_item *items = NULL;
    size_t n = 0;
    switch (asks[field].source) {
    case PLAIN:
    case COMING:
    case PAST:
        return;
    case CATALOG:
        items = catalog_items(office->catalog, (enum catalog_kind)asks[field].which, &n);
        break;
    case WORDS:
    case LEVELS:
    case YES_NO:
        items = office->words[field].items;
        n = office->words[field].n;
        break;
    case LEADERS:
        items = office->leaders.items;
        n = office->leaders.n;
        break;
    case COLLEAGUES:
        items = office->colleagues.items;
        n = office->colleagues.n;
        break;
    }
    form_items(form, field, items, n);
}

const char *popup_code(const struct office *office, const struct form *form, enum ask_field field)
{
    uint64_t id = form_pick(form, field);
    const struct people *people =
        asks[field].source == LEADERS ? &office->leaders : &office->colleagues;
    if (asks[field].source == CATALOG)
        return catalog_code(office->catalog, (enum catalog_kind)asks[field].which, id);
    for (size_t i = 0; i < people->n; i++)
        if (people->items[i].id == id) return people->items[i].code;
    return "";
}

static void set_items(void *ctx, struct dialog *dialog)
{
    const struct form_spec *spec = &dialog->kind->spec;
    for (int i = 0; i < spec->count; i++)
        set_field(ctx, dialog->form, (enum ask_field)spec->fields[i].id);
}

void popup_items(struct office *office)
{
    const char *unit = catalog_code(office->catalog, CATALOG_UNITS, office->seat->me.unit);
    catalog_people(office->catalog, ROLE_BIT(role_leader), NULL, &office->leaders);
    catalog_people(office->catalog, ROLE_BIT(role_unit), unit, &office->colleagues);
    dialogs_each(office->dialogs, set_items, office);
}

/* ---- what it begins with ---- */

static bool asks_for(const struct dialog *dialog, enum ask_field field)
{
    const struct form_spec *spec = &dialog->kind->spec;
    for (int i = 0; i < spec->count; i++)
        if (spec->fields[i].id == (int)field) return true;
    return false;
}

static uint64_t person_id(const struct people *people, const char *code)
{
    for (size_t i = 0; i < people->n; i++)
        if (strcmp(people->items[i].code, code) == 0) return people->items[i].id;
    return 0;
}

static void preset_text(struct office *office, struct dialog *dialog, enum ask_field field,
                        struct slice text)
{
    if (form_set_text(dialog->form, field, text) != ERR_OK)
        seat_say(office->seat, NOTICE_WARN, _("The last reply does not fit here."));
}

/* A reply that was sent back is mended, not written anew; one that has to be done again is another
 * one. */
static void preset_reply(struct office *office, struct dialog *dialog)
{
    const struct rec_ticket_card *card = card_shown(office->card);
    if (card->type != ticket_type_suggestion)
        form_set_pick(dialog->form, ASK_RESOLUTION, resolution_solved);
    form_set_pick(dialog->form, ASK_PUBLICITY, publicity_private);
    if (!card->reply.n || card->redo_count || card->state == ticket_state_committed) return;
    preset_text(office, dialog, ASK_REPLY, card->reply);
    preset_text(office, dialog, ASK_PART, card->measures);
    preset_text(office, dialog, ASK_RESULT, card->result);
    form_set_pick(dialog->form, ASK_VIEW, card->view);
    if (card->resolution) form_set_pick(dialog->form, ASK_RESOLUTION, card->resolution);
    if (card->publicity) form_set_pick(dialog->form, ASK_PUBLICITY, card->publicity);
}

/* Whose it usually is; for a redo the unit that had it. */
static void preset_unit(struct office *office, struct dialog *dialog, int intent)
{
    const struct rec_ticket_card *card = card_shown(office->card);
    uint64_t subject = catalog_id(office->catalog, CATALOG_SUBJECTS, card->subject.s);
    form_set_pick(dialog->form, ASK_SUBJECT, subject);
    uint64_t had = catalog_id(office->catalog, CATALOG_UNITS, card->unit.s);
    uint64_t usual = catalog_usual_unit(office->catalog, subject);
    form_set_pick(dialog->form, ASK_UNIT, intent == deed_redo && had ? had : usual);
}

static void preset(struct office *office, struct dialog *dialog, int intent)
{
    const struct rec_ticket_card *card = card_shown(office->card);
    if (!card) return;
    if (intent == deed_reply) preset_reply(office, dialog);
    if (intent == deed_redo || intent == deed_dispatch || intent == deed_instruct)
        preset_unit(office, dialog, intent);
    if (intent == deed_points)
        form_set_pick(dialog->form, ASK_UNIT,
                      catalog_id(office->catalog, CATALOG_UNITS, card->unit.s));
    if (asks_for(dialog, ASK_LEADER))
        form_set_pick(dialog->form, ASK_LEADER, person_id(&office->leaders, card->leader.s));
}

/* ---- what this card asks for ---- */

/* A leader is named by the hotline office; a leader need not name themselves. */
static void fit_leader(const struct office *office, struct dialog *dialog, int intent)
{
    const struct rec_ticket_card *card = card_shown(office->card);
    bool desk = office->seat->me.roles & ROLE_BIT(role_desk);
    bool instructs = intent == deed_instruct || intent == deed_cosign || intent == deed_direct;
    bool must = intent == deed_bring || (instructs && desk) ||
                (intent == deed_uphold && card->outcome == outcome_false_result);
    form_set_visible(dialog->form, ASK_LEADER, desk);
    form_set_mandatory(dialog->form, ASK_LEADER, desk && must);
}

static void fit(const struct office *office, struct dialog *dialog, int intent)
{
    const struct rec_ticket_card *card = card_shown(office->card);
    struct form *form = dialog->form;
    size_t experts;
    if (!card) return;
    if (asks_for(dialog, ASK_LEADER)) fit_leader(office, dialog, intent);
    /* the same unit again, when there was one */
    if (intent == deed_redo) form_set_mandatory(form, ASK_UNIT, !card->unit.s[0]);
    if (intent == deed_redo || intent == deed_dispatch || intent == deed_instruct)
        form_set_mandatory(form, ASK_SUBJECT, !card->subject.s[0]);
    if (intent == deed_reply)
        form_set_mandatory(form, ASK_RESOLUTION, card->type == ticket_type_suggestion);
    catalog_items(office->catalog, CATALOG_EXPERTS, &experts);
    if (asks_for(dialog, ASK_EXPERT) && intent != deed_consult)
        form_set_visible(form, ASK_EXPERT, experts > 0);
}

void popup_changed(struct dialog *dialog)
{
    struct form *form = dialog->form;
    if (asks_for(dialog, ASK_SOLVED)) {
        uint64_t outcome = form_pick(form, ASK_OUTCOME);
        form_set_mandatory(form, ASK_SOLVED, outcome && outcome != outcome_unreachable);
    }
    if (asks_for(dialog, ASK_CAUSE))
        form_set_mandatory(form, ASK_CAUSE, form_pick(form, ASK_LINK) == link_kind_repeat);
    if (asks_for(dialog, ASK_REFUSAL))
        form_set_mandatory(form, ASK_NOTE, refused_to_another(form_pick(form, ASK_REFUSAL)));
    if (asks_for(dialog, ASK_LEVEL))
        form_set_mandatory(form, ASK_LEVEL, form_pick(form, ASK_HOW) == supervision_supervise);
}

/* ---- what stands above ---- */

/* "Matter: the lamp …", cut to what the popup holds. */
static void add_lead(struct dialog *dialog, const char *label, struct slice text)
{
    size_t used = strlen(dialog->lead), cap = sizeof dialog->lead;
    if (text.n == 0 || used + strlen(label) + 8 > cap) return;
    used += (size_t)snprintf(dialog->lead + used, cap - used, "%s%s: ", used ? "\n" : "", label);
    if (used + 4 >= cap) return;
    size_t fits = text_fit_bytes(text, cap - used - 4);
    snprintf(dialog->lead + used, cap - used, "%.*s%s", (int)fits, text.p,
             fits < text.n ? "…" : "");
}

static void add_line(struct dialog *dialog, const char *text)
{
    size_t used = strlen(dialog->lead), cap = sizeof dialog->lead;
    snprintf(dialog->lead + used, cap - used, "%s%s", used ? "\n" : "", text);
}

static void set_lead(struct office *office, struct dialog *dialog, unsigned lead)
{
    const struct rec_ticket_card *card = card_shown(office->card);
    char until[32], merged[120];
    dialog->lead[0] = 0;
    if (card && lead & LEAD_ASKED) {
        time_short(card->ask_until_ms, seat_now_ms(office->seat), until, sizeof until);
        add_lead(dialog, _("Asked for, until"), slice_of(until));
    }
    if (card && lead & LEAD_NOTE) add_lead(dialog, _("Note"), card->note);
    if (card && lead & LEAD_MATTER) add_lead(dialog, _("Matter"), card->matter);
    if (card && lead & LEAD_REPLY) {
        add_lead(dialog, _("Reply"), card->reply);
        add_lead(dialog, _("Measures"), card->measures);
        add_lead(dialog, _("Result"), card->result);
        add_lead(dialog, _("Also for the callers of"),
                 slice_of(card_merged(office->card, merged, sizeof merged)));
    }
    if (lead & LEAD_TIME) add_line(dialog, _("14:30, +2h, +3d, 12-01, or a date with a time."));
    if (lead & LEAD_PAST) add_line(dialog, _("14:30, -30 (minutes), -2h, or a date with a time."));
    if (lead & LEAD_TRACED) add_line(dialog, _("The reason is recorded with your number."));
}

void popup_open(struct office *office, struct dialog *dialog, const struct deed *deed, bool fresh)
{
    set_items(office, dialog);
    fit(office, dialog, deed->intent);
    if (fresh && deed->about == ABOUT_TICKET) preset(office, dialog, deed->intent);
    popup_changed(dialog);
    set_lead(office, dialog, deed->lead);
}
