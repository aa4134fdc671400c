#include "client/wall/lead.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/screen/language.h"
#include "client/seat/words.h"
#include "client/wall/model.h"
#include "common/text.h"

enum { ITEMS = WALL_AGENTS_MOST, ITEM_NAME = LIMIT_NAME + 1, SKILL_BYTES = 256 * 1024 };

/* Entries of one picker; the texts are its own. */
struct entries {
    struct pick_item items[ITEMS];
    char codes[ITEMS][LIMIT_CODE + 1], names[ITEMS][ITEM_NAME];
    size_t n;
};

struct lead {
    struct dialogs *dialogs;
    struct entries lists[WALL_ASKS];
    bool has_skills;
};

static const struct {
    enum wall_source source;
} asks[WALL_ASKS] = {
#define A(id, kind, limit, rows, source) {WALL_##source},
    WALL_ASK_TABLE(A)
#undef A
};

/* ---- the popups, out of the table ---- */

enum {
#define A(id, kind, limit, rows, source) KIND_##id = FIELD_##kind,
    WALL_ASK_TABLE(A)
#undef A
};
enum {
#define A(id, kind, limit, rows, source) LIMIT_OF_##id = limit,
    WALL_ASK_TABLE(A)
#undef A
};
enum {
#define A(id, kind, limit, rows, source) ROWS_##id = rows,
    WALL_ASK_TABLE(A)
#undef A
};

#define FORM_FIELD(ask, field, label, must)                                                        \
    {WALL_ASK_##ask, (enum field_kind)KIND_##ask, label, LIMIT_OF_##ask, must, ROWS_##ask},
#define FIELD_NAME(ask, field, label, must) #field,
#define D(id, request, key, label, help, bar, name, title, done)                                   \
    static const struct form_field fields_##id[] = {WALL_FIELDS_##id(FORM_FIELD){0}};              \
    static const char *const names_##id[] = {WALL_FIELDS_##id(FIELD_NAME) NULL};
WALL_DEED_TABLE(D)
#undef D
#undef FORM_FIELD
#undef FIELD_NAME

static const struct deed {
    struct dialog_kind kind;
    enum request request;
    const char *done; /* msgid */
} deeds[WALL_DEEDS] = {
#define D(id, ask, key, label, help, bar, name, title, done)                                       \
    {{name,                                                                                        \
      title,                                                                                       \
      label,                                                                                       \
      K_NONE,                                                                                      \
      {fields_##id, names_##id, sizeof fields_##id / sizeof *fields_##id - 1}},                    \
     request_##ask,                                                                                \
     done},
    WALL_DEED_TABLE(D)
#undef D
};

struct lead *lead_new(struct wall *wall)
{
    struct lead *lead = calloc(1, sizeof *lead);
    if (lead) lead->dialogs = dialogs_new(wall->seat);
    if (lead && !lead->dialogs) lead_free(&lead);
    return lead;
}

void lead_free(struct lead **lead)
{
    if (!*lead) return;
    dialogs_free(&(*lead)->dialogs);
    free(*lead);
    *lead = NULL;
}

/* ---- entries ---- */

static void entry_put(struct entries *entries, uint64_t id, const char *code, struct slice name)
{
    if (entries->n == ITEMS || !id) return;
    size_t n = entries->n++;
    size_t fits = text_fit_bytes(name, ITEM_NAME - 1);
    snprintf(entries->codes[n], sizeof entries->codes[n], "%s", code);
    snprintf(entries->names[n], ITEM_NAME, "%.*s", (int)fits, name.p ? name.p : "");
    entries->items[n] = (struct pick_item){
        .id = id, .code = code[0] ? entries->codes[n] : NULL, .name = entries->names[n]};
}

static bool agent_listed(const struct rec_agent_item *agent, enum wall_source source)
{
    if (source == WALL_ASKING) return agent->asks != 0;
    if (source == WALL_LENT) return agent->borrowed;
    return true;
}

static void agents_put(const struct wall *wall, enum wall_source source, struct entries *entries)
{
    const struct rec_agent_item *agents[WALL_AGENTS_MOST];
    size_t n = wall_agents(wall, false, agents);
    for (size_t i = 0; i < n; i++)
        if (agent_listed(agents[i], source))
            entry_put(entries, agents[i]->person, agents[i]->number.s,
                      wall_name(wall, agents[i]->person));
}

static void bursts_put(const struct wall *wall, struct entries *entries)
{
    const struct rec_wall *figures = wall_figures(wall);
    const struct rec_burst_item *bursts = figures->bursts.items;
    for (size_t i = 0; i < figures->bursts.n; i++) {
        char name[2 * ITEM_NAME];
        snprintf(name, sizeof name, "%.*s %.*s", (int)bursts[i].subject_name.n,
                 bursts[i].subject_name.p ? bursts[i].subject_name.p : "", (int)bursts[i].area.n,
                 bursts[i].area.p ? bursts[i].area.p : "");
        entry_put(entries, bursts[i].burst, bursts[i].subject.s, slice_of(name));
    }
}

static void notices_put(const struct wall *wall, struct entries *entries)
{
    const struct rec_wall *figures = wall_figures(wall);
    const struct rec_notice_item *notices = figures->notices.items;
    for (size_t i = 0; i < figures->notices.n; i++)
        entry_put(entries, notices[i].notice, "", notices[i].body);
}

static void levels_put(struct entries *entries)
{
    for (uint64_t level = 1; level <= LIMIT_SKILL; level++) {
        char code[8], name[ITEM_NAME];
        snprintf(code, sizeof code, "%llu", (unsigned long long)level);
        snprintf(name, sizeof name, level == 1 ? _("level %s, the best") : _("level %s"), code);
        entry_put(entries, level, code, slice_of(name));
    }
}

/* What is picked from follows the figures; skills come with an answer. */
static void entries_fill(const struct wall *wall, struct lead *lead, enum wall_ask ask)
{
    struct entries *entries = &lead->lists[ask];
    enum wall_source source = asks[ask].source;
    if (source == WALL_SKILLS) return;
    entries->n = 0;
    switch (source) {
    case WALL_AGENTS:
    case WALL_ASKING:
    case WALL_LENT:
        agents_put(wall, source, entries);
        break;
    case WALL_BURSTS:
        bursts_put(wall, entries);
        break;
    case WALL_NOTICES:
        notices_put(wall, entries);
        break;
    case WALL_LEVELS:
        levels_put(entries);
        break;
    case WALL_YES:
        entry_put(entries, 1, "1", slice_of(_("yes")));
        entry_put(entries, 2, "2", slice_of(_("no")));
        break;
    case WALL_TYPED:
    case WALL_TIME:
    case WALL_SKILLS:
        break;
    }
}

static void dialog_items(struct wall *wall, struct dialog *dialog)
{
    const struct form_spec *spec = &dialog->kind->spec;
    for (int i = 0; i < spec->count; i++) {
        enum wall_ask ask = (enum wall_ask)spec->fields[i].id;
        if (spec->fields[i].kind != FIELD_PICK) continue;
        entries_fill(wall, wall->lead, ask);
        struct entries *entries = &wall->lead->lists[ask];
        form_items(dialog->form, (int)ask, entries->items, entries->n);
        if (entries->n == 1 && !form_pick(dialog->form, (int)ask) && spec->fields[i].mandatory)
            form_set_pick(dialog->form, (int)ask, entries->items[0].id);
    }
}

static void on_skills(void *ctx, const struct link_answer *answer)
{
    struct wall *wall = ctx;
    if (!seat_good(wall->seat, answer)) return;
    const struct rec_skill_page *page = answer->body;
    const struct rec_skill_item *skills = page->rows.items;
    struct entries *entries = &wall->lead->lists[WALL_ASK_SKILL];
    entries->n = 0;
    for (size_t i = 0; i < page->rows.n; i++)
        if (!skills[i].retired)
            entry_put(entries, skills[i].skill, skills[i].code.s, skills[i].name);
    struct dialog *dialog = dialogs_current(wall->lead->dialogs);
    if (dialog) dialog_items(wall, dialog);
}

/* ---- opening ---- */

static bool somebody(const struct wall *wall, enum wall_source source)
{
    const struct rec_agent_item *agents[WALL_AGENTS_MOST];
    size_t n = wall_agents(wall, false, agents);
    for (size_t i = 0; i < n; i++)
        if (agent_listed(agents[i], source)) return true;
    return false;
}

bool lead_allows(const struct wall *wall, enum wall_deed_id deed)
{
    const struct rec_wall *figures = wall_figures(wall);
    if (!figures || !seat_may_ask(wall->seat, deeds[deed].request)) return false;
    if (dialogs_current(wall->lead->dialogs)) return false;
    switch (deed) {
    case WALL_DEED_ALLOW:
    case WALL_DEED_DENY:
        return somebody(wall, WALL_ASKING);
    case WALL_DEED_RETURN:
        return somebody(wall, WALL_LENT);
    case WALL_DEED_BORROW:
        return figures->agents.n > 0;
    case WALL_DEED_SURGE:
        return !figures->surge;
    case WALL_DEED_SURGE_END:
        return figures->surge;
    case WALL_DEED_PIN:
    case WALL_DEED_OVER:
        return figures->bursts.n > 0;
    case WALL_DEED_NOTICE_END:
        return figures->notices.n > 0;
    case WALL_DEED_NOTICE:
        return true;
    case WALL_DEEDS:
        break;
    }
    return false;
}

static const char *lead_of(enum wall_deed_id deed)
{
    if (deed == WALL_DEED_BORROW || deed == WALL_DEED_SURGE || deed == WALL_DEED_NOTICE)
        return _("Times: 14:30, +30 (minutes), +2h, or a date with a time.");
    return "";
}

void lead_open(struct wall *wall, enum wall_deed_id deed)
{
    static const struct req_skill_list skills = {.most = LIMIT_PAGE};
    bool fresh;
    if (deed == WALL_DEED_SURGE_END) {
        seat_confirm(wall->seat, WALL_SURGE_END_NOW, _("End it"), _("Go on with it"),
                     _("End surge mode? All that it changed is undone."));
        return;
    }
    struct dialog *dialog = dialogs_open(wall->lead->dialogs, &deeds[deed].kind, deed, &fresh);
    if (!dialog) {
        seat_say(wall->seat, NOTICE_ALARM, "%s", screen_text(err_text(ERR_NOMEM)));
        return;
    }
    dialog->ctx = wall;
    dialog_items(wall, dialog);
    snprintf(dialog->lead, sizeof dialog->lead, "%s", lead_of(deed));
    if (deed == WALL_DEED_BORROW || deed == WALL_DEED_RETURN)
        seat_ask(wall->seat, request_skill_list, &skills, false, on_skills, wall);
}

/* ---- doing ---- */

static void on_done(void *ctx, const struct link_answer *answer)
{
    struct dialog *dialog = ctx;
    struct wall *wall = dialog->ctx;
    const struct deed *deed = &deeds[dialog->object];
    if (!seat_good(wall->seat, answer)) {
        dialogs_refuse(wall->lead->dialogs, dialog, answer);
        return;
    }
    seat_say(wall->seat, NOTICE_GOOD, "%s", screen_text(deed->done));
    dialogs_finish(wall->lead->dialogs, dialog);
    wall_ask_again(wall);
}

static bool put_time(struct wall *wall, struct dialog *dialog, int id, uint64_t *at_ms)
{
    uint64_t now_ms = seat_now_ms(wall->seat);
    struct slice text = form_text(dialog->form, id);
    if (text.n == 0 || (time_parse(text, now_ms, at_ms) && *at_ms > now_ms)) return true;
    form_set_error(dialog->form, id, _("This is not a time to come."));
    form_set_focus(dialog->form, id);
    return false;
}

static const char *picked_code(const struct wall *wall, int ask, uint64_t id)
{
    const struct entries *entries = &wall->lead->lists[ask];
    for (size_t i = 0; i < entries->n; i++)
        if (entries->items[i].id == id) return entries->codes[i];
    return "";
}

/* One field of the popup into its place; false: it is not right, and marked. */
static bool put_field(struct wall *wall, struct dialog *dialog, const struct form_field *from,
                      char *at, const struct field *field)
{
    struct form *form = dialog->form;
    bool picks = from->kind == FIELD_PICK;
    uint64_t number = picks ? form_pick(form, from->id) : 0;
    struct slice text = picks ? (struct slice){0} : form_text(form, from->id);
    if (field->type == TYPE_text) {
        memcpy(at, &text, sizeof text);
        return true;
    }
    if (field->type == TYPE_code) {
        struct code code = {{0}};
        if (picks)
            snprintf(code.s, sizeof code.s, "%s", picked_code(wall, from->id, number));
        else
            snprintf(code.s, sizeof code.s, "%.*s", (int)text.n, text.p ? text.p : "");
        memcpy(at, &code, sizeof code);
        return true;
    }
    if (field->type == TYPE_ms && !put_time(wall, dialog, from->id, &number)) return false;
    if (field->type == TYPE_flag) number = number == 1;
    memcpy(at, &number, sizeof number);
    return true;
}

static void lead_do(struct wall *wall, struct dialog *dialog)
{
    const struct deed *deed = &deeds[dialog->object];
    const struct message *message = &request_desc(deed->request)->message;
    const struct form_spec *spec = &dialog->kind->spec;
    if (!dialogs_complete(wall->lead->dialogs, dialog)) return;
    char *body = calloc(1, message->size);
    bool good = body != NULL;
    for (int i = 0; good && i < spec->count; i++) {
        const struct field *field = message_field(message, spec->names[i]);
        ASSERT(field);
        good = put_field(wall, dialog, &spec->fields[i], body + field->offset, field);
    }
    if (good) dialog->busy = seat_ask(wall->seat, deed->request, body, false, on_done, dialog);
    free(body);
}

static void on_surge_end(void *ctx, const struct link_answer *answer)
{
    struct wall *wall = ctx;
    if (!seat_good(wall->seat, answer)) return;
    seat_say(wall->seat, NOTICE_GOOD, "%s", screen_text(deeds[WALL_DEED_SURGE_END].done));
    wall_ask_again(wall);
}

void lead_surge_end(struct wall *wall)
{
    static const struct req_surge_end end;
    seat_ask(wall->seat, request_surge_end, &end, false, on_surge_end, wall);
}

bool lead_key(struct wall *wall, const struct key *key)
{
    struct dialog *dialog = dialogs_current(wall->lead->dialogs);
    switch (dialogs_key(wall->lead->dialogs, key)) {
    case DIALOG_NONE:
    case DIALOG_IGNORED:
        return false;
    case DIALOG_USED:
    case DIALOG_CHANGED:
    case DIALOG_CLOSED:
        return true;
    case DIALOG_DO:
        lead_do(wall, dialog);
        return true;
    }
    return false;
}

void lead_tick(struct wall *wall)
{
    dialogs_tick(wall->lead->dialogs);
}

void lead_leave(struct wall *wall)
{
    dialogs_park(wall->lead->dialogs);
}

void lead_draw(const struct wall *wall, struct grid *grid)
{
    dialogs_draw(wall->lead->dialogs, grid);
}
