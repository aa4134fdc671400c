/* The office as a mode of a seat: what it is made of, what starts it, what keeps it going. */
#include "client/office/office.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/office/model.h"
#include "client/screen/language.h"

#define HOTLINE_PEOPLE                                                                             \
    (ROLE_BIT(role_desk) | ROLE_BIT(role_lead) | ROLE_BIT(role_inspector) | ROLE_BIT(role_leader))
#define UNIT_PEOPLE (ROLE_BIT(role_unit) | ROLE_BIT(role_approver) | ROLE_BIT(role_head))

static void on_catalog(void *ctx, enum catalog_kind kind)
{
    (void)kind;
    popup_items(ctx);
}

static void office_free(void *model)
{
    struct office *office = model;
    list_free(&office->list);
    sheet_free(&office->sheet);
    card_free(&office->card);
    dialogs_free(&office->dialogs);
    catalog_free(&office->catalog);
    free(office);
}

static void *office_make(struct seat *seat)
{
    struct office *office = calloc(1, sizeof *office);
    if (!office) return NULL;
    office->seat = seat;
    office->list = list_new(seat);
    office->card = card_new(seat);
    office->dialogs = dialogs_new(seat);
    office->catalog = catalog_new(seat, on_catalog, office);
    office->sheet = sheet_new(seat);
    office->more = (struct keymap){office_deed_binds, DEEDS, NULL};
    popup_words(office);
    if (office->list && office->sheet && office->card && office->dialogs && office->catalog)
        return office;
    office_free(office);
    return NULL;
}

/* ---- signing in and out ---- */

static void listen(struct office *office, const char *topic)
{
    struct seat *seat = office->seat;
    if (seat->port.subscribe(seat->port.ctx, topic, seat->me.head) != ERR_OK)
        seat_say(seat, NOTICE_ALARM,
                 _("News cannot be received; lists are asked for each minute."));
}

static void deafen(struct office *office)
{
    struct seat *seat = office->seat;
    if (office->unit_topic[0]) seat->port.unsubscribe(seat->port.ctx, office->unit_topic);
    if (office->all_topic) seat->port.unsubscribe(seat->port.ctx, "f");
    office->unit_topic[0] = 0;
    office->all_topic = false;
}

static void subscribe(struct office *office)
{
    const struct rec_me *me = &office->seat->me;
    deafen(office);
    if (me->unit) {
        snprintf(office->unit_topic, sizeof office->unit_topic, "u%llu.",
                 (unsigned long long)me->unit);
        listen(office, office->unit_topic);
    }
    if (me->roles & HOTLINE_PEOPLE) {
        office->all_topic = true;
        listen(office, "f");
    }
}

/* What the one before typed lies in the spool under their number. */
static void change_person(struct office *office)
{
    dialogs_park(office->dialogs);
    office->left = 0;
    office->person = office->seat->me.person;
    office->shown = tab_first(office);
}

static void signed_in(void *model)
{
    struct office *office = model;
    if (office->person != office->seat->me.person) change_person(office);
    if (!tab_allowed(office, office->shown)) office->shown = tab_first(office);
    subscribe(office);
    catalog_load(office->catalog);
    tab_show(office, office->shown);
    if (office->left) office_show_card(office, office->left);
    office->left = 0;
}

/* What was revealed does not outlast the session. */
static void signed_out(void *model)
{
    struct office *office = model;
    deafen(office);
    office->left = card_ticket(office->card);
    office_show_list(office);
}

/* ---- going on ---- */

static void fact(void *model, const struct fact *fact)
{
    news_fact(model, fact);
}

static void link_moved(void *model, enum link_state state)
{
    struct office *office = model;
    if (state != LINK_UP) return;
    list_stale(office->list);
    sheet_stale(office->sheet);
    card_reload(office->card);
}

static void tick(void *model)
{
    struct office *office = model;
    dialogs_tick(office->dialogs);
    if (office->seat->stage != SEAT_IN) return;
    if (tab_is_sheet(office))
        sheet_tick(office->sheet);
    else
        list_tick(office->list);
    catalog_tick(office->catalog);
}

static enum style status(const void *model, char *out, size_t cap)
{
    const struct office *office = model;
    const struct rec_me *me = &office->seat->me;
    int waiting = deeds_waiting(office);
    if (waiting && office->seat->link != LINK_UP) {
        snprintf(
            out, cap,
            ngettext("%d step kept, not sent", "%d steps kept, not sent", (unsigned long)waiting),
            waiting);
        return STYLE_WARN;
    }
    if (me->unit)
        snprintf(out, cap, "%.*s", (int)me->unit_name.n, me->unit_name.p ? me->unit_name.p : "");
    else
        snprintf(out, cap, "%s",
                 word_text(VOCABULARY_role, me->roles & ROLE_BIT(role_desk)     ? role_desk
                                            : me->roles & ROLE_BIT(role_lead)   ? role_lead
                                            : me->roles & ROLE_BIT(role_leader) ? role_leader
                                                                                : role_inspector));
    return STYLE_BAR_KEY;
}

static const char *holds(const void *model)
{
    return deeds_waiting(model)
               ? _("A step is not answered yet. It is kept here, and goes out when "
                   "you sign in here again.")
               : NULL;
}

const struct seat_mode office_mode = {
    .name = "office",
    .title = N_("Office"),
    .watch = true,
    .roles = UNIT_PEOPLE | HOTLINE_PEOPLE,
    .binds = office_binds,
    .n_binds = OFFICE_BINDS,
    .make = office_make,
    .free = office_free,
    .signed_in = signed_in,
    .signed_out = signed_out,
    .key = office_key,
    .intent = office_intent,
    .allows = office_allows,
    .fact = fact,
    .link = link_moved,
    .tick = tick,
    .status = status,
    .draw = office_draw,
    .holds = holds,
};
