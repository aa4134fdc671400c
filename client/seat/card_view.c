/* What the card shows: what stands out, what is known, what is due, the ledger. */
#include <stdio.h>

#include "client/screen/language.h"
#include "client/seat/card_parts.h"
#include "client/seat/flow.h"
#include "client/seat/words.h"
#include "common/text.h"

enum { LABEL_COLS = 14, WIDE = 110 };

static void field_time(struct flow *flow, const struct card *card, const char *label, uint64_t at)
{
    char text[32];
    flow_field(flow, label, slice_of(time_short(at, seat_now_ms(card->seat), text, sizeof text)));
}

static void field_named(struct flow *flow, const char *label, const struct code *code,
                        struct slice name)
{
    char text[LIMIT_CODE + LIMIT_NAME + 4];
    snprintf(text, sizeof text, "%s%s%.*s", code->s, code->s[0] && name.n ? " " : "", (int)name.n,
             name.p ? name.p : "");
    flow_field(flow, label, slice_of(text));
}

/* ---- what stands out ---- */

static const char *comma(const char *flags)
{
    return flags[0] ? " · " : "";
}

static void add_flag(char *flags, size_t cap, const char *word)
{
    size_t used = strlen(flags);
    if (word[0]) snprintf(flags + used, cap - used, "%s%s", comma(flags), word);
}

/* What sets this ticket apart from others, as words. */
static void draw_flags(struct flow *flow, const struct rec_ticket_card *t)
{
    char flags[400] = "", text[80];
    if (t->urgency > urgency_level_normal)
        add_flag(flags, sizeof flags, word_text(VOCABULARY_urgency_level, t->urgency));
    if (t->secrecy > secrecy_normal)
        add_flag(flags, sizeof flags, word_text(VOCABULARY_secrecy, t->secrecy));
    if (t->anonymity == anonymity_anonymous)
        add_flag(flags, sizeof flags, word_text(VOCABULARY_anonymity, t->anonymity));
    if (t->supervision) {
        snprintf(text, sizeof text, _("supervised, level %llu"),
                 (unsigned long long)t->supervision);
        add_flag(flags, sizeof flags, text);
    }
    if (t->duplicate_of) {
        snprintf(text, sizeof text, _("merged into %llu"), (unsigned long long)t->duplicate_of);
        add_flag(flags, sizeof flags, text);
    }
    if (t->redo_count) {
        snprintf(text, sizeof text, _("times redone: %llu"), (unsigned long long)t->redo_count);
        add_flag(flags, sizeof flags, text);
    }
    if (flags[0]) flow_print(flow, STYLE_WARN, "%s %s", grid_glyph(flow->grid, GLYPH_MARK), flags);
}

/* Glyph, word and colour: half of the time, most of it, all of it. */
static void draw_warning(struct flow *flow, const struct rec_ticket_card *t)
{
    if (t->overdue)
        flow_print(flow, STYLE_WARN, "%s %s", grid_glyph(flow->grid, GLYPH_WARN),
                   _("The deadline has passed."));
    else if (t->warning == warning_most)
        flow_print(flow, STYLE_WARN, "%s %s", grid_glyph(flow->grid, GLYPH_WARN),
                   word_text(VOCABULARY_warning, t->warning));
    else if (t->warning == warning_half)
        flow_print(flow, STYLE_NORMAL, "%s %s", grid_glyph(flow->grid, GLYPH_INFO),
                   word_text(VOCABULARY_warning, t->warning));
}

static void draw_asked(struct flow *flow, const struct card *card)
{
    const struct rec_ticket_card *t = card->shown;
    char until[32];
    if (!t->ask_until_ms) return;
    flow_print(flow, STYLE_WARN, "%s %s %s", grid_glyph(flow->grid, GLYPH_WARN),
               _("An extension is asked for, until"),
               time_short(t->ask_until_ms, seat_now_ms(card->seat), until, sizeof until));
}

static void draw_head(struct flow *flow, const struct card *card)
{
    const struct rec_ticket_card *t = card->shown;
    flow_print(flow, STYLE_TITLE, _("Ticket %llu   %s   %s"), (unsigned long long)t->ticket,
               word_text(VOCABULARY_ticket_state, t->state),
               word_text(VOCABULARY_ticket_type, t->type));
    draw_flags(flow, t);
    draw_warning(flow, t);
    draw_asked(flow, card);
}

/* ---- what is known ---- */

static void field_word(struct flow *flow, const char *label, enum vocabulary_id id, uint64_t number)
{
    flow_field(flow, label, slice_of(word_text(id, number)));
}

static void field_number(struct flow *flow, const char *label, uint64_t number)
{
    char text[24];
    snprintf(text, sizeof text, "%llu", (unsigned long long)number);
    if (number) flow_field(flow, label, slice_of(text));
}

static void draw_caller(struct flow *flow, const struct card *card)
{
    const struct rec_ticket_card *t = card->shown;
    const struct rec_caller_words *r = card->revealed;
    flow_field(flow, _("Name"), r ? r->name : t->name);
    flow_field(flow, _("Phone"), r ? r->phone : t->phone);
    flow_field(flow, _("Address"), r ? r->address : t->address);
    flow_field(flow, _("Workplace"), r ? r->workplace : t->workplace);
    if (t->masked && !r)
        flow_print(flow, STYLE_DIM, "%s %s", grid_glyph(flow->grid, GLYPH_SECRET),
                   _("Masked. Revealing needs a reason, which is recorded."));
}

/* The form fields of its type and subject. */
static void draw_values(struct flow *flow, const struct card *card)
{
    const struct rec_value_page *page = card->parts[PART_FIELDS].page;
    const struct rec_value_item *rows = page ? page->rows.items : NULL;
    for (size_t i = 0; page && i < page->rows.n; i++) {
        char label[LIMIT_NAME + 1];
        snprintf(label, sizeof label, "%.*s", (int)rows[i].name.n,
                 rows[i].name.p ? rows[i].name.p : "");
        struct slice value = rows[i].value;
        if (rows[i].kind == value_kind_yes_no && value.n)
            value = slice_of(slice_equal(value, slice_of("yes")) ? _("yes") : _("no"));
        flow_field(flow, label, value);
    }
}

/* Its four parts (R53). */
static void draw_reply(struct flow *flow, const struct rec_ticket_card *t)
{
    flow_field(flow, _("Reply"), t->reply);
    flow_field(flow, _("Measures"), t->measures);
    flow_field(flow, _("Result"), t->result);
    field_word(flow, _("Caller is"), VOCABULARY_caller_view, t->view);
    if (t->reply.n) {
        field_word(flow, _("Comes to"), VOCABULARY_resolution, t->resolution);
        field_word(flow, _("Goes"), VOCABULARY_publicity, t->publicity);
    }
    field_named(flow, _("Article"), &t->article, (struct slice){0});
    field_named(flow, _("Expert"), &t->expert, (struct slice){0});
    field_number(flow, _("Letter"), t->letter);
}

/* Co-units and what they say (R30). */
static void draw_counits(struct flow *flow, const struct card *card)
{
    const struct rec_counit_page *page = card->parts[PART_COUNITS].page;
    const struct rec_counit_item *rows = page ? page->rows.items : NULL;
    for (size_t i = 0; page && i < page->rows.n; i++) {
        char line[LIMIT_NOTE];
        const char *waits = rows[i].given ? "" : _("no opinion yet");
        snprintf(line, sizeof line, "%s %.*s: %s%.*s", rows[i].unit.s, (int)rows[i].name.n,
                 rows[i].name.p ? rows[i].name.p : "", waits,
                 (int)text_fit_bytes(rows[i].opinion, sizeof line - LIMIT_NAME * 2),
                 rows[i].opinion.p ? rows[i].opinion.p : "");
        flow_field(flow, _("Co-unit"), slice_of(line));
    }
}

static void draw_matter(struct flow *flow, const struct card *card)
{
    const struct rec_ticket_card *t = card->shown;
    field_named(flow, _("Subject"), &t->subject, t->subject_name);
    field_named(flow, _("Area"), &t->area, t->area_name);
    flow_field(flow, _("Matter"), t->matter);
    flow_field(flow, _("Cause"), t->cause);
    draw_values(flow, card);
    field_word(flow, _("Nature"), VOCABULARY_nature, t->nature);
    flow_field(flow, _("Superior's no."), t->superior);
    flow_field(flow, _("Accused unit"), slice_of(t->accused.s));
    flow_field(flow, _("Accused"), slice_of(t->culprit.s));
    field_named(flow, _("Unit"), &t->unit, t->unit_name);
    draw_counits(flow, card);
    draw_reply(flow, t);
    flow_field(flow, _("Note"), t->note);
    field_word(flow, _("Refused"), VOCABULARY_refuse_reason, t->refusal);
    field_word(flow, _("Outcome"), VOCABULARY_outcome, t->outcome);
    field_word(flow, _("Solved"), VOCABULARY_solved, t->solved);
    field_word(flow, _("Grade"), VOCABULARY_grade, t->grade);
    field_word(flow, _("Process"), VOCABULARY_grade, t->process);
}

/* ---- times, duties, links ---- */

static void draw_times(struct flow *flow, const struct card *card)
{
    const struct rec_ticket_card *t = card->shown;
    flow_field(flow, _("Owner"), slice_of(t->owner.s));
    flow_field(flow, _("Handler"), slice_of(t->handler.s));
    if (strcmp(card->acting, t->handler.s) != 0)
        flow_field(flow, _("Acting"), slice_of(card->acting));
    flow_field(flow, _("Leader"), slice_of(t->leader.s));
    field_time(flow, card, _("Arrived"), t->arrived_ms);
    field_time(flow, card, _("Answered"), t->answered_ms);
    field_time(flow, card, _("Registered"), t->registered_ms);
    field_time(flow, card, _("Dispatched"), t->dispatched_ms);
    field_time(flow, card, _("Due"), t->due_ms);
    field_number(flow, _("Extended"), t->extensions);
    field_time(flow, card, _("Caller told"), t->told_ms);
    field_time(flow, card, _("Replied"), t->replied_ms);
    field_time(flow, card, _("Archived"), t->archived_ms);
    field_time(flow, card, _("Next attempt"), t->next_try_ms);
}

/* Open ones, and those that were not done in time. */
static void draw_duties(struct flow *flow, const struct card *card)
{
    const struct rec_duty_page *page = card->parts[PART_DUTIES].page;
    const struct rec_duty_item *rows = page ? page->rows.items : NULL;
    bool any = false;
    uint64_t now_ms = seat_now_ms(card->seat);
    for (size_t i = 0; page && i < page->rows.n; i++) {
        char by[32];
        bool open = rows[i].state == duty_state_open;
        if (!open && rows[i].state != duty_state_missed) continue;
        if (!any) flow_print(flow, STYLE_TITLE, "%s", _("To be done"));
        any = true;
        bool late = !open || rows[i].due_ms < now_ms;
        flow_print(flow, late ? STYLE_WARN : STYLE_NORMAL, "%s %s  %s  %s",
                   grid_glyph(flow->grid, late ? GLYPH_WARN : GLYPH_INFO),
                   time_short(rows[i].due_ms, now_ms, by, sizeof by),
                   word_text(VOCABULARY_duty_kind, rows[i].kind),
                   open ? rows[i].person.s : word_text(VOCABULARY_duty_state, rows[i].state));
    }
    if (any) flow_gap(flow);
}

const char *card_merged(const struct card *card, char *out, size_t cap)
{
    const struct rec_link_page *page = card->parts[PART_LINKS].page;
    const struct rec_link_item *rows = page ? page->rows.items : NULL;
    size_t used = 0;
    out[0] = 0;
    for (size_t i = 0; page && i < page->rows.n && used + 24 < cap; i++) {
        const struct rec_ticket_item *other = rows[i].ticket.n ? rows[i].ticket.items : NULL;
        if (rows[i].kind != link_kind_merged || !other || other->duplicate_of != card->ticket)
            continue;
        used += (size_t)snprintf(out + used, cap - used, "%s%llu", used ? ", " : "",
                                 (unsigned long long)rows[i].number);
    }
    return out;
}

static void draw_links(struct flow *flow, const struct card *card)
{
    const struct rec_link_page *page = card->parts[PART_LINKS].page;
    const struct rec_link_item *rows = page ? page->rows.items : NULL;
    if (!page || !page->rows.n) return;
    flow_print(flow, STYLE_TITLE, "%s", _("Linked"));
    if (page->merged)
        flow_print(flow, STYLE_WARN,
                   _("%llu merged into it: their callers wait for the same reply."),
                   (unsigned long long)page->merged);
    for (size_t i = 0; i < page->rows.n; i++) {
        const struct rec_ticket_item *other = rows[i].ticket.n ? rows[i].ticket.items : NULL;
        struct slice matter = other ? other->matter : (struct slice){0};
        flow_print(flow, STYLE_NORMAL, "%llu  %s  %s  %.*s", (unsigned long long)rows[i].number,
                   word_text(VOCABULARY_link_kind, rows[i].kind),
                   word_text(VOCABULARY_ticket_state, other ? other->state : 0), (int)matter.n,
                   matter.p ? matter.p : "");
    }
    flow_gap(flow);
}

/* ---- the ledger ---- */

/* Facts that are no step of the ticket's own life. */
static const char *fact_words(struct slice fact)
{
    static const struct {
        const char *name, *words;
    } table[] = {
        {"call_arrived", N_("the call came in")},
        {"call_offered", N_("offered to an agent")},
        {"call_answered", N_("the call was answered")},
        {"call_lapsed", N_("the agent did not answer")},
        {"call_abandoned", N_("the caller hung up, unanswered")},
        {"call_ended", N_("the call ended")},
        {"call_transferred", N_("the call was passed on")},
        {"call_requeued", N_("the call went back to the queue")},
        {"call_given_back", N_("the call was given back")},
        {"agent_moved", N_("the agent went to another state")},
        {"ticket_revealed", N_("caller's data revealed")},
        {"ticket_overdue", N_("the deadline passed")},
        {"ticket_filled", N_("form field filled in")},
        {"ticket_warned", N_("a warning was given")},
        {"ticket_rescheduled", N_("another calendar moved the deadline")},
        {"duty_set", N_("now due")},
        {"duty_done", N_("duty")},
        {"ticket_linked", N_("linked")},
        {"ticket_erased", N_("the words were erased after their time")},
        {"letter_issued", N_("the letter got its number")},
        {"call_rated", N_("the caller rated the answering")},
        {"score_given", N_("a point was given or taken")},
        {"score_moved", N_("a point was decided on")},
        {"sample_scored", N_("scored as a sample")},
        {"survey_answered", N_("a survey was answered")},
        {"disclosure_asked", N_("passing data on was asked for")},
        {"disclosure_moved", N_("passing data on was decided on")},
        {"ticket_seen", N_("the guarded ticket was opened")},
        {"work_reported", N_("a work report was taken")},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (slice_equal(fact, slice_of(table[i].name))) return screen_text(table[i].words);
    return _("another step");
}

/* What the dispatcher calls by a word of a vocabulary is said in the screen's language. */
static const char *translated(struct slice word, bool event)
{
    static const enum vocabulary_id of_events[] = {VOCABULARY_reply_way,     VOCABULARY_supervision,
                                                   VOCABULARY_refuse_reason, VOCABULARY_resolution,
                                                   VOCABULARY_outcome,       VOCABULARY_link_kind};
    static const enum vocabulary_id of_facts[] = {
        VOCABULARY_warning,   VOCABULARY_duty_kind,  VOCABULARY_duty_state,
        VOCABULARY_link_kind, VOCABULARY_score_rule, VOCABULARY_score_event,
        VOCABULARY_look_kind, VOCABULARY_grade,      VOCABULARY_disclosure_event};
    const enum vocabulary_id *ids = event ? of_events : of_facts;
    size_t n = event ? sizeof of_events / sizeof *of_events : sizeof of_facts / sizeof *of_facts;
    for (size_t i = 0; i < n; i++) {
        uint64_t number = word_number(vocabulary_of(ids[i]), word);
        if (number) return word_text(ids[i], number);
    }
    if (slice_equal(word, slice_of("reached"))) return _("reached");
    return slice_equal(word, slice_of("emptied")) ? _("emptied") : NULL;
}

/* ": county, until 12-01 17:30"; "" when the step says no more than its name. */
static const char *which_words(const struct card *card, const struct rec_history_item *step,
                               char *out, size_t cap)
{
    char due[32];
    size_t used = 0, at = 0;
    out[0] = 0;
    while (at < step->what.n && used < cap) {
        size_t end = at;
        while (end < step->what.n && step->what.p[end] != ' ') end++;
        struct slice piece = slice_bytes(step->what.p + at, end - at);
        const char *word = translated(piece, step->event != 0);
        used += (size_t)snprintf(out + used, cap - used, "%s%.*s", used ? " " : ": ",
                                 word ? (int)strlen(word) : (int)piece.n, word ? word : piece.p);
        at = end + 1;
    }
    if (step->due_ms && used < cap)
        snprintf(out + used, cap - used, " → %s",
                 time_short(step->due_ms, seat_now_ms(card->seat), due, sizeof due));
    return out;
}

/* A draft is saved each time its writer pauses; the last time tells enough. */
static bool is_repeated(const struct rec_history_item *step, const struct rec_history_item *next)
{
    return step->event == ticket_event_save && next->event == ticket_event_save;
}

static void draw_history(struct flow *flow, const struct card *card)
{
    flow_print(flow, STYLE_TITLE, "%s", _("Steps"));
    const struct rec_history_item *rows = card->steps.items;
    for (size_t i = 0; i < card->steps.n; i++) {
        char at[32];
        if (i + 1 < card->steps.n && is_repeated(&rows[i], &rows[i + 1])) continue;
        const char *what = rows[i].event ? word_text(VOCABULARY_ticket_event, rows[i].event)
                                         : fact_words(rows[i].fact);
        char which[LIMIT_NAME + 40];
        flow_print(flow, STYLE_NORMAL, "%s  %s%s  %s%s",
                   time_short(rows[i].at_ms, seat_now_ms(card->seat), at, sizeof at), rows[i].by.s,
                   rows[i].by.s[0] ? "" : "–", what,
                   which_words(card, &rows[i], which, sizeof which));
        if (rows[i].words.n) flow_field(flow, "", rows[i].words);
    }
}

static void draw_side(struct flow *flow, const struct card *card)
{
    draw_times(flow, card);
    flow_gap(flow);
    draw_duties(flow, card);
    draw_links(flow, card);
    draw_history(flow, card);
}

void card_draw(struct card *card, struct grid *grid, struct rect rect)
{
    if (!card->ticket) return;
    card->rows = rect.rows;
    if (!card->shown) {
        grid_printf(grid, rect.row, rect.col + 1, rect.cols - 2, STYLE_DIM, "%s",
                    card->denied ? _("This ticket is not yours to see now.") : _("Asking …"));
        return;
    }
    bool wide = rect.cols >= WIDE;
    int left_cols = wide ? rect.cols * 3 / 5 : rect.cols;
    struct rect left = {rect.row, rect.col + 1, rect.rows, left_cols - 3};
    struct flow flow = flow_start(grid, left, card->top, LABEL_COLS);
    draw_head(&flow, card);
    draw_caller(&flow, card);
    draw_matter(&flow, card);
    if (!wide) draw_side(&flow, card);
    card->top = flow_end(&flow);
    if (!wide) return;
    grid_vline(grid, rect.row, rect.col + left_cols - 1, rect.rows, STYLE_FRAME);
    struct rect right = {rect.row, rect.col + left_cols + 1, rect.rows, rect.cols - left_cols - 2};
    struct flow side = flow_start(grid, right, card->side_top, LABEL_COLS);
    draw_side(&side, card);
    card->side_top = flow_end(&side);
}
