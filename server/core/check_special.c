/* Invariants of alerts and their chains, marked and blocked numbers, trees and market notes. */
#include <inttypes.h>

#include "server/core/alert.h"
#include "server/core/check.h"
#include "server/core/nuisance.h"

static void alert_counts_its_posts(struct check *check, const union any_row *row)
{
    const struct row_alert *alert = &row->alert;
    struct row_relay relay = {.alert = alert->alert};
    struct cursor cursor;
    uint64_t posts = 0, acknowledged = 0, unanswered = 0, last = 0;
    cursor_table(&cursor, check->txn, TABLE_relay, 1, &relay, false, false);
    while (cursor_next(&cursor, &relay)) {
        posts += relay.post != last;
        last = relay.post;
        acknowledged += relay.state == relay_state_acknowledged;
        unanswered += relay.state == relay_state_unanswered;
    }
    if (posts != alert->posts || acknowledged != alert->acknowledged ||
        unanswered != alert->unanswered || acknowledged + unanswered > posts)
        check_fault(check, "alert %" PRIu64 " counts its posts wrong", alert->alert);
}

/* While it is open, each post has somebody who is told, has acknowledged, or nobody is left. */
static void open_alert_is_in_hands(struct check *check, const union any_row *row)
{
    const struct row_alert *alert = &row->alert;
    struct row_relay relay;
    uint64_t told = 0;
    if ((alert->open != 0) != (alert->state == alert_state_open))
        check_fault(check, "alert %" PRIu64 " is open in one column only", alert->alert);
    for (uint64_t post = 1; post <= LIMIT_POSTS; post++)
        told += relay_open(check->txn, alert->alert, post, &relay);
    uint64_t waiting = alert->posts - alert->acknowledged - alert->unanswered;
    if (told != (alert->open ? waiting : 0))
        check_fault(check, "alert %" PRIu64 " waits for nobody at a post", alert->alert);
}

static void told_have_a_timer(struct check *check, const union any_row *row)
{
    const struct row_relay *relay = &row->relay;
    bool told = relay->state == relay_state_told;
    if (told != (relay->open_to != 0) || (told && relay->open_to != relay->to))
        check_fault(check, "alert %" PRIu64 " waits for somebody else", relay->alert);
    if (told && !check_timer(check, relay->until_ms, timer_kind_relay,
                             relay_object(relay->alert, relay->post)))
        check_fault(check, "alert %" PRIu64 " post %" PRIu64 " is told and no timer passes it on",
                    relay->alert, relay->post);
}

static void number_counts_its_marks(struct check *check, const union any_row *row)
{
    const struct row_nuisance *nuisance = &row->nuisance;
    struct row_mark mark = {.caller = nuisance->caller};
    struct cursor cursor;
    uint64_t marks = 0;
    cursor_index(&cursor, check->txn, INDEX_mark_by_caller, 1, &mark, false, false);
    while (cursor_next(&cursor, &mark)) marks++;
    if (marks != nuisance->marks)
        check_fault(check, "number %" PRIu64 " has %" PRIu64 " marks and counts %" PRIu64,
                    nuisance->seq, marks, nuisance->marks);
}

static void block_ends(struct check *check, const union any_row *row)
{
    const struct row_nuisance *nuisance = &row->nuisance;
    if (nuisance->until_ms &&
        !check_timer(check, nuisance->until_ms, timer_kind_block, nuisance->seq))
        check_fault(check, "number %" PRIu64 " is blocked and no timer ends it", nuisance->seq);
}

/* A call may be promised a callback at another number after it was marked: the mark stays with the
 * number that rang. */
static void mark_is_of_a_call_and_number(struct check *check, const union any_row *row)
{
    const struct row_mark *mark = &row->mark;
    struct row_nuisance nuisance;
    struct row_call call;
    if (!call_get(check->txn, mark->call, &call) ||
        (memcmp(&call.caller, &mark->caller, sizeof call.caller) != 0 && !call.promised) ||
        !nuisance_find(check->txn, &mark->caller, &nuisance))
        check_fault(check, "call %" PRIu64 " is marked for another number", mark->call);
}

static void evidence_is_of_a_number(struct check *check, const union any_row *row)
{
    const struct row_evidence *evidence = &row->evidence;
    struct row_nuisance nuisance;
    if (!nuisance_find(check->txn, &evidence->caller, &nuisance))
        check_fault(check, "evidence %" PRIu64 " is about nobody", evidence->evidence);
}

static void tree_has_its_version(struct check *check, const union any_row *row)
{
    const struct row_tree *tree = &row->tree;
    struct row_tree_version version = {.tree = tree->tree, .version = tree->version};
    if (!table_get(check->txn, TABLE_tree_version, &version))
        check_fault(check, "tree %" PRIu64 " has no version %" PRIu64, tree->tree, tree->version);
}

static void walk_is_through_a_tree(struct check *check, const union any_row *row)
{
    const struct row_walk *walk = &row->walk;
    struct row_tree_version version = {.tree = walk->tree, .version = walk->version};
    struct row_ticket ticket;
    if (!ticket_get(check->txn, walk->ticket, &ticket) ||
        !table_get(check->txn, TABLE_tree_version, &version))
        check_fault(check, "ticket %" PRIu64 " walked through no tree", walk->ticket);
}

static void matched_know_each_other(struct check *check, const union any_row *row)
{
    const struct row_market *market = &row->market;
    struct row_market other;
    bool matched = market->state == market_state_matched;
    if (matched != (market->other != 0)) {
        check_fault(check, "note %" PRIu64 " is matched in one column only", market->market);
        return;
    }
    if (matched && (!market_get(check->txn, market->other, &other) ||
                    other.other != market->market || other.kind == market->kind))
        check_fault(check, "note %" PRIu64 " is matched with one that is not", market->market);
}

const struct invariant check_special_table[] = {
    {"alert_counts_its_posts", TABLE_alert, alert_counts_its_posts},
    {"open_alert_is_in_hands", TABLE_alert, open_alert_is_in_hands},
    {"told_have_a_timer", TABLE_relay, told_have_a_timer},
    {"number_counts_its_marks", TABLE_nuisance, number_counts_its_marks},
    {"block_ends", TABLE_nuisance, block_ends},
    {"mark_is_of_a_call_and_number", TABLE_mark, mark_is_of_a_call_and_number},
    {"evidence_is_of_a_number", TABLE_evidence, evidence_is_of_a_number},
    {"tree_has_its_version", TABLE_tree, tree_has_its_version},
    {"walk_is_through_a_tree", TABLE_walk, walk_is_through_a_tree},
    {"matched_know_each_other", TABLE_market, matched_know_each_other},
    {NULL, TABLES, NULL},
};
