#include "client/desk/profile.h"

#include "client/desk/model.h"

static void on_profiles(void *ctx, const struct link_answer *answer)
{
    struct desk *desk = ctx;
    if (answer->err != ERR_OK || answer->reject != REJECT_OK) return; /* the dispatcher will tell */
    const struct rec_profile_page *page = answer->body;
    size_t n = page->rows.n < PROFILES ? page->rows.n : PROFILES;
    if (n) memcpy(desk->profiles.items, page->rows.items, n * sizeof *desk->profiles.items);
    desk->profiles.n = n;
    for (int i = 0; i < WORKS; i++)
        if (desk->works[i]) profile_fit(desk->works[i]);
}

void profiles_load(struct desk *desk)
{
    static const struct req_profile_list all;
    seat_ask(desk->seat, request_profile_list, &all, false, on_profiles, desk);
}

static const char *line_of(const struct work *work)
{
    const struct desk *desk = work->desk;
    bool in_call = work->call && work->call == desk->live.call && desk->live.card;
    if (in_call) return desk->live.card->line.s;
    return catalog_code(desk->catalog, CATALOG_LINES, form_pick(work->more->form, MORE_LINE));
}

/* The line's own row goes before the one of all lines. NULL: nothing special. */
static const struct rec_profile_item *profile_of(const struct work *work)
{
    const struct profiles *profiles = &work->desk->profiles;
    const struct rec_profile_item *found = NULL;
    uint64_t type = form_pick(work->form, RECORD_TYPE);
    const char *line = line_of(work);
    for (size_t i = 0; type && i < profiles->n; i++) {
        const struct rec_profile_item *item = &profiles->items[i];
        bool own = line[0] && strcmp(item->line.s, line) == 0;
        if (item->type == type && (own || (!item->line.s[0] && !found))) found = item;
    }
    return found;
}

void profile_fit(struct work *work)
{
    static const struct rec_profile_item nothing;
    const struct rec_profile_item *profile = profile_of(work);
    struct form *more = work->more->form;
    /* who stays anonymous need not say who they are */
    bool named = form_pick(more, MORE_ANONYMITY) != anonymity_anonymous;
    if (!profile) profile = &nothing;
    form_set_mandatory(work->form, RECORD_PHONE, named && profile->must_phone);
    form_set_mandatory(work->form, RECORD_NAME, named && profile->must_name);
    form_set_mandatory(work->form, RECORD_ADDRESS, named && profile->must_address);
    form_set_mandatory(work->form, RECORD_SUBJECT, profile->must_subject);
    form_set_mandatory(more, MORE_WORKPLACE, named && profile->must_workplace);
}
