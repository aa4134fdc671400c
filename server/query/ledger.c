#include "server/query/ledger.h"

#include <inttypes.h>

#include "server/core/authority.h"

struct reader reader_of(const struct query *query, const struct row_ticket *ticket)
{
    struct txn *txn = query->txn;
    return (struct reader){
        .query = query,
        .ticket = ticket,
        .words = may_ticket(txn, query->who, VERB_READ, ticket_event_none, ticket),
        .disclosure = may_see_disclosure(txn, query->who, ticket),
    };
}

/* Two texts of one step, one below the other. */
static struct slice both(const struct query *query, struct slice above, struct slice below)
{
    if (above.n == 0 || below.n == 0) return above.n ? above : below;
    char *text = arena_take(query->arena, above.n + 1 + below.n);
    if (!text) return above;
    memcpy(text, above.p, above.n);
    text[above.n] = '\n';
    memcpy(text + above.n + 1, below.p, below.n);
    return text_cut(query, (struct slice){text, above.n + 1 + below.n}, LIMIT_REPLY);
}

static struct slice words_at(const struct query *query, const struct fact *fact, enum tag tag)
{
    return words_of(query, fact->seq, tag, query->arena);
}

static struct slice moved_words(const struct query *query, const struct fact *fact)
{
    struct slice parts[] = {words_at(query, fact, TAG_ticket_moved_reply),
                            words_at(query, fact, TAG_ticket_moved_measures),
                            words_at(query, fact, TAG_ticket_moved_result),
                            words_at(query, fact, TAG_ticket_moved_note)};
    struct slice all = parts[0];
    for (size_t i = 1; i < sizeof parts / sizeof *parts; i++) all = both(query, all, parts[i]);
    return all;
}

static struct slice noted_words(const struct query *query, const struct fact *fact)
{
    struct slice said = both(query, words_at(query, fact, TAG_ticket_noted_reply),
                             words_at(query, fact, TAG_ticket_noted_note));
    said = both(query, said, words_at(query, fact, TAG_ticket_noted_people));
    return both(query, said, words_at(query, fact, TAG_ticket_noted_path));
}

/* "word", "word rest", or "rest". */
static struct slice what_of(const struct query *query, const char *word, const char *rest)
{
    char text[LIMIT_NAME + 1];
    const char *between = word[0] && rest[0] ? " " : "";
    snprintf(text, sizeof text, "%s%s%s", word, between, rest);
    return text_cut(query, slice_of(text), LIMIT_NAME);
}

static struct slice what_number(const struct query *query, const char *word, uint64_t number)
{
    char rest[24] = "";
    if (number) snprintf(rest, sizeof rest, "%" PRIu64, number);
    return what_of(query, word, rest);
}

static struct slice what_word(const struct query *query, enum vocabulary_id vocabulary,
                              uint64_t number)
{
    return what_of(query, word_name(vocabulary, number), "");
}

static struct slice what_code(const struct query *query, struct code code)
{
    return what_of(query, "", code.s);
}

/* Which unit, leader, ticket, reason or outcome a move is about. */
static struct slice moved_what(const struct query *query, const struct fact_ticket_moved *moved)
{
    uint64_t unit = moved->unit ? moved->unit : moved->guarded_unit;
    switch ((enum ticket_event)moved->event) {
    case ticket_event_refuse:
        return what_word(query, VOCABULARY_refuse_reason, moved->refusal);
    case ticket_event_dispatch:
    case ticket_event_instruct:
    case ticket_event_redo:
        return what_code(query, unit_code(query, unit));
    case ticket_event_return:
        return what_code(query, unit_code(query, moved->wanted_unit));
    case ticket_event_refer:
    case ticket_event_dispute:
    case ticket_event_uphold:
        return what_code(query, person_number(query, moved->leader));
    case ticket_event_answer:
        return what_code(query, article_code(query, moved->article));
    case ticket_event_reply:
        return what_word(query, VOCABULARY_resolution, moved->resolution);
    case ticket_event_satisfied:
    case ticket_event_unsatisfied:
        return what_word(query, VOCABULARY_outcome, moved->outcome);
    case ticket_event_merge:
        return what_number(query, "", ticket_known(query, moved->into));
    case ticket_event_none:
    case ticket_event_open:
    case ticket_event_take:
    case ticket_event_identify:
    case ticket_event_walk:
    case ticket_event_save:
    case ticket_event_register:
    case ticket_event_amend:
    case ticket_event_promise:
    case ticket_event_sign:
    case ticket_event_pass:
    case ticket_event_send_back:
    case ticket_event_follow_up:
    case ticket_event_unreachable:
    case ticket_event_give_up:
    case ticket_event_reopen:
    case ticket_event_agree:
    case ticket_event_decline:
    case ticket_event_commit:
    case ticket_event_irregular:
    case ticket_event_extend:
    case ticket_event_grant:
    case ticket_event_deny:
    case ticket_event_hand_over:
    case ticket_event_cosign:
    case ticket_event_opinion:
    case ticket_event_plan:
    case ticket_event_progress:
    case ticket_event_on_site:
    case ticket_event_rectified:
    case ticket_event_conference:
    case ticket_event_bring:
    case ticket_event_direct:
    case ticket_event_supervise:
    case ticket_event_attempt:
    case ticket_event_tell:
    case ticket_event_consult:
    case ticket_event_link:
    case ticket_event_split:
    case ticket_event_acknowledge:
    case ticket_event_fill:
        break;
    }
    return (struct slice){0};
}

/* The tree that was walked, and whether that helped. */
static struct slice walk_what(const struct query *query, const struct fact_ticket_noted *noted)
{
    return what_of(query, tree_code(query, noted->tree).s, noted->solved ? "solved" : "unsolved");
}

/* A note is about one of these at most: way, kind, expert, co-unit, identity, tree, person. */
static struct slice noted_what(const struct query *query, const struct fact_ticket_noted *noted)
{
    if (noted->identity)
        return what_of(query, word_name(VOCABULARY_identity_way, noted->identity),
                       noted->failed ? "failed" : "");
    if (noted->tree) return walk_what(query, noted);
    if (noted->way)
        return what_of(query, word_name(VOCABULARY_reply_way, noted->way),
                       noted->reached ? "reached" : "");
    if (noted->kind)
        return what_number(query, word_name(VOCABULARY_supervision, noted->kind), noted->level);
    if (noted->expert) return what_code(query, expert_code(query, noted->expert));
    if (noted->other_unit) return what_code(query, unit_code(query, noted->other_unit));
    return what_code(query, person_number(query, noted->to));
}

static void moved_show(const struct reader *reader, const struct fact *fact,
                       struct rec_history_item *item)
{
    const struct fact_ticket_moved *moved = &fact->body.ticket_moved;
    item->event = moved->event;
    item->from = moved->from;
    item->to = moved->to;
    item->due_ms = moved->next_try_ms ? moved->next_try_ms : moved->due_ms;
    item->what = moved_what(reader->query, moved);
    if (reader->words) item->words = moved_words(reader->query, fact);
}

static void noted_show(const struct reader *reader, const struct fact *fact,
                       struct rec_history_item *item)
{
    const struct fact_ticket_noted *noted = &fact->body.ticket_noted;
    item->event = noted->event;
    item->due_ms = noted->due_ms ? noted->due_ms : noted->at_ms;
    item->what = noted_what(reader->query, noted);
    if (reader->words) item->words = noted_words(reader->query, fact);
}

/* A link with a ticket that the reader may not know of is none to them; its note speaks of both
 * tickets and is for who may read both. */
static bool linked_show(const struct reader *reader, const struct fact *fact,
                        struct rec_history_item *item)
{
    const struct query *query = reader->query;
    const struct fact_ticket_linked *linked = &fact->body.ticket_linked;
    const bool first = linked->ticket == reader->ticket->ticket;
    const uint64_t other = ticket_known(query, first ? linked->other : linked->ticket);
    struct row_ticket row;
    if (other == 0 || !ticket_get(query->txn, other, &row)) return false;
    /* That both are of one caller is for who may know from where both came. */
    if (linked->kind == link_kind_repeat &&
        !(may_ticket(query->txn, query->who, VERB_READ_ORIGIN, ticket_event_none, &row) &&
          may_ticket(query->txn, query->who, VERB_READ_ORIGIN, ticket_event_none, reader->ticket)))
        return false;
    /* Only one of two was merged into the other. */
    const bool merged = linked->kind == link_kind_merged && first;
    const bool split = linked->kind == link_kind_split;
    item->event = split ? ticket_event_split : merged ? ticket_event_merge : ticket_event_link;
    const char *how = split || merged ? "" : word_name(VOCABULARY_link_kind, linked->kind);
    item->what = what_number(query, how, other);
    if (reader->words && may_ticket(query->txn, query->who, VERB_READ, ticket_event_none, &row))
        item->words = words_at(query, fact, TAG_ticket_linked_note);
    return true;
}

/* A point is shown to whom it concerns (R73). */
static bool score_show(const struct reader *reader, const struct fact *fact, uint64_t id,
                       struct rec_history_item *item)
{
    const struct query *query = reader->query;
    struct row_score row;
    if (!score_get(query->txn, id, &row) ||
        !may_score(query->who, VERB_SEE, score_event_none, &row))
        return false;
    bool given = fact->type == fact_type_score_given;
    item->what =
        what_of(query, word_name(VOCABULARY_score_rule, row.rule),
                given ? "" : word_name(VOCABULARY_score_event, fact->body.score_moved.event));
    if (reader->words && may_score(query->who, VERB_READ, score_event_none, &row))
        item->words = words_at(query, fact, given ? TAG_score_given_note : TAG_score_moved_note);
    return true;
}

static bool sample_show(const struct reader *reader, const struct fact *fact,
                        struct rec_history_item *item)
{
    const struct query *query = reader->query;
    struct row_sample row;
    if (!sample_get(query->txn, fact->body.sample_scored.sample, &row) ||
        !may_sample(query->who, &row))
        return false;
    item->what = what_number(query, "", fact->body.sample_scored.score);
    if (reader->words || row.person == query->who->person)
        item->words = words_at(query, fact, TAG_sample_scored_note);
    return true;
}

static void disclosure_show(const struct reader *reader, const struct fact *fact,
                            struct rec_history_item *item)
{
    const struct query *query = reader->query;
    bool asked = fact->type == fact_type_disclosure_asked;
    item->what = what_word(query, VOCABULARY_disclosure_event,
                           asked ? disclosure_event_ask : fact->body.disclosure_moved.event);
    if (reader->disclosure)
        item->words =
            words_at(query, fact, asked ? TAG_disclosure_asked_purpose : TAG_disclosure_moved_note);
}

/* The form field of a ticket by its code; what is in it stands among its fields. */
static struct slice filled_what(const struct query *query, const struct fact_ticket_filled *filled)
{
    struct row_field row;
    if (!field_get(query->txn, filled->field, &row)) return (struct slice){0};
    return what_of(query, row.code.s, filled->emptied ? "emptied" : "");
}

/* What the fact says beside who and when; false: nothing here. */
static bool body_show(const struct reader *reader, const struct fact *fact,
                      struct rec_history_item *item)
{
    const struct query *query = reader->query;
    const union fact_body *body = &fact->body;
    const uint64_t ticket = reader->ticket->ticket;
    switch ((enum fact_type)fact->type) {
    case fact_type_ticket_saved:
        /* The trails also have facts that opened other tickets, from the same call or split from
         * this one, or merged them into this one: those stand in their own ledgers. */
        if (body->ticket_saved.ticket != ticket) return false;
        item->event = body->ticket_saved.event;
        if (reader->words) item->words = words_at(query, fact, TAG_ticket_saved_reason);
        return true;
    case fact_type_ticket_moved:
        if (body->ticket_moved.ticket != ticket) return false;
        moved_show(reader, fact, item);
        return true;
    case fact_type_ticket_noted:
        noted_show(reader, fact, item);
        return true;
    case fact_type_ticket_linked:
        return linked_show(reader, fact, item);
    case fact_type_ticket_filled:
        item->event = ticket_event_fill;
        item->what = filled_what(query, &body->ticket_filled);
        return true;
    case fact_type_ticket_revealed:
        if (reader->words) item->words = words_at(query, fact, TAG_ticket_revealed_reason);
        return true;
    case fact_type_ticket_overdue:
        item->due_ms = body->ticket_overdue.due_ms;
        return true;
    case fact_type_ticket_warned:
        item->due_ms = body->ticket_warned.due_ms;
        item->what = what_word(query, VOCABULARY_warning, body->ticket_warned.warning);
        return true;
    case fact_type_ticket_rescheduled:
        item->due_ms = body->ticket_rescheduled.due_ms;
        return true;
    case fact_type_duty_set:
        item->due_ms = body->duty_set.due_ms;
        item->what = what_word(query, VOCABULARY_duty_kind, body->duty_set.kind);
        return true;
    case fact_type_duty_done:
        item->what = what_of(query, word_name(VOCABULARY_duty_kind, body->duty_done.kind),
                             word_name(VOCABULARY_duty_state, body->duty_done.state));
        return true;
    case fact_type_ticket_erased:
        item->what = what_number(query, "", body->ticket_erased.words);
        return true;
    case fact_type_letter_issued:
        item->what = what_number(query, "", body->letter_issued.letter);
        return true;
    case fact_type_survey_answered:
        item->what = what_word(query, VOCABULARY_grade, body->survey_answered.grade);
        if (reader->words) item->words = words_at(query, fact, TAG_survey_answered_opinion);
        return true;
    case fact_type_call_rated:
        item->what = what_word(query, VOCABULARY_grade, body->call_rated.attitude);
        return true;
    case fact_type_score_given:
        return score_show(reader, fact, body->score_given.score, item);
    case fact_type_score_moved:
        return score_show(reader, fact, body->score_moved.score, item);
    case fact_type_sample_scored:
        return sample_show(reader, fact, item);
    case fact_type_disclosure_asked:
    case fact_type_disclosure_moved:
        disclosure_show(reader, fact, item);
        return true;
    case fact_type_ticket_seen:
        return false; /* a look is no step; audit.list tells of looks */
    case fact_type_call_transferred:
        if (reader->words) item->words = words_at(query, fact, TAG_call_transferred_note);
        return true;
    case fact_type_call_requeued:
        if (reader->words) item->words = words_at(query, fact, TAG_call_requeued_note);
        return true;
    case fact_type_call_moved:
        if (reader->words) item->words = words_at(query, fact, TAG_call_moved_note);
        item->what = what_word(query, VOCABULARY_call_event, body->call_moved.event);
        return true;
    case fact_type_call_arrived:
        if (reader->words) item->words = words_at(query, fact, TAG_call_arrived_note);
        return true;
    case fact_type_call_ended:
        if (reader->words) item->words = words_at(query, fact, TAG_call_ended_note);
        return true;
    case fact_type_caller_marked:
        item->what = what_word(query, VOCABULARY_nuisance, body->caller_marked.kind);
        return true;
    case fact_type_alert_raised:
        item->what = what_word(query, VOCABULARY_alert_kind, body->alert_raised.kind);
        return true;
    case fact_type_agent_alarmed:
        item->what = what_word(query, VOCABULARY_agent_alarm, body->agent_alarmed.alarm);
        return true;
    case fact_type_caller_barred:
    case fact_type_evidence_made:
    case fact_type_market_put:
    case fact_type_agent_moved:
    case fact_type_call_offered:
    case fact_type_call_answered:
    case fact_type_call_lapsed:
    case fact_type_call_abandoned:
    case fact_type_call_given_back:
    case fact_type_work_reported:
        return true;
    case fact_none:
    case fact_type_centre_opened:
    case fact_type_person_put:
    case fact_type_station_put:
    case fact_type_unit_put:
    case fact_type_line_put:
    case fact_type_subject_put:
    case fact_type_script_put:
    case fact_type_article_put:
    case fact_type_session_opened:
    case fact_type_session_refused:
    case fact_type_session_ended:
    case fact_type_profile_put:
    case fact_type_field_put:
    case fact_type_phrase_put:
    case fact_type_expert_put:
    case fact_type_person_away:
    case fact_type_calendar_loaded:
    case fact_type_deadlines_followed:
    case fact_type_survey_put:
    case fact_type_console_used:
    case fact_type_skill_put:
    case fact_type_skill_given:
    case fact_type_queue_put:
    case fact_type_line_hours_set:
    case fact_type_line_extended:
    case fact_type_agent_asked:
    case fact_type_person_cleared:
    case fact_type_outbound_put:
    case fact_type_contact_entered:
    case fact_type_contact_moved:
    case fact_type_no_call_put:
    case fact_type_plan_put:
    case fact_type_plan_post_set:
    case fact_type_alert_relayed:
    case fact_type_alert_noted:
    case fact_type_alert_closed:
    case fact_type_tree_put:
    case fact_type_market_moved:
    case fact_type_surge_moved:
    case fact_type_surge_looked:
    case fact_type_area_put:
    case fact_type_burst_seen:
    case fact_type_burst_moved:
    case fact_type_notice_put:
        break;
    }
    return false; /* they name neither a call nor a ticket */
}

/* The ticket's version after the fact; 0 when it made no new one. */
static uint64_t version_after(const struct fact *fact, const struct message *desc)
{
    uint64_t version = 0;
    for (size_t i = 0; desc && i < desc->n_fields; i++) {
        if (strcmp(desc->fields[i].name, "version") != 0) continue;
        memcpy(&version, (const char *)&fact->body + desc->fields[i].offset, sizeof version);
    }
    return version;
}

bool step_show(const struct reader *reader, const struct fact *fact, struct rec_history_item *item)
{
    const struct query *query = reader->query;
    const struct message *desc = fact_desc(fact->type);
    *item = (struct rec_history_item){
        .seq = fact->seq,
        .at_ms = fact->at_ms,
        .by = person_number(query, fact->by),
        .station = station_number(query, fact->station),
        .fact = slice_of(desc ? desc->name : ""),
        .version = version_after(fact, desc),
    };
    return body_show(reader, fact, item);
}
