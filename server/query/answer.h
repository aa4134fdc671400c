/* The questions, one function each; and the parts that several answers share. Inside server/query
 * only. */
#ifndef SERVER_QUERY_ANSWER_H
#define SERVER_QUERY_ANSWER_H

#include "server/query/page.h"
#include "server/query/words.h"

/* answer_X: one for each request of kind FRESH and LIST; *answer is zeroed before. */
#define ANSWER_COMMAND(name, record)
#define ANSWER_FRESH(name, record)                                                                 \
    enum reject answer_##name(struct query *query, const struct req_##name *ask,                   \
                              struct rec_##record *answer, struct fault *fault);
#define ANSWER_LIST(name, record) ANSWER_FRESH(name, record)
#define ANSWER_HOUSE(name, record)
#define Q(number, name, verb, kind, who, answer, help) ANSWER_##kind(name, answer)
REQUEST_TABLE(Q)
#undef Q

/* Refuses, naming the field. */
enum reject refuse(struct fault *fault, enum reject reject, const char *field);
/* The descriptor of a request's answer. */
const struct message *answer_desc(enum request number);

/* agents.c: the agents who are signed in, by number, those behind the person `after` (0: from the
 * first), as many as fit. *talking and *signed_in count among all of them. Answers the last person
 * of a page that others follow, else 0. */
uint64_t agents_page(const struct query *query, struct page *page, uint64_t after,
                     uint64_t *talking, uint64_t *signed_in);
/* wall.c: the sums of all calls before an instant. */
struct row_minute query_sums_before(const struct query *query, uint64_t at_ms);
/* calls.c: the call's ticket, for who may know from where that came. */
uint64_t call_ticket(const struct query *query, const struct row_call *row);
/* The number to ring: given at the promise of a callback or for an outside party, else shown. */
struct slice call_number(const struct query *query, const struct row_call *row);
void call_item_fill(const struct query *query, const struct row_call *row,
                    struct rec_call_item *item);
/* tickets.c: what this person may see of a ticket in a list. */
void ticket_item_fill(const struct query *query, const struct row_ticket *row,
                      struct rec_ticket_item *item);
/* tickets.c: the number of another ticket, 0 when this person may not know that it exists. */
uint64_t ticket_known(const struct query *query, uint64_t ticket);
/* tally.c: tickets neither rejected nor archived. */
uint64_t tally_open(const struct query *query);
uint64_t tally_of(const struct query *query, uint64_t state);
/* Promised callbacks that are late (R25). */
uint64_t tally_callbacks(const struct query *query);
uint64_t tally_overdue(const struct query *query);

/* surge.c: with the whole of their texts. */
void burst_item_fill(const struct query *query, const struct row_burst *row,
                     struct rec_burst_item *item);
void notice_item_fill(const struct query *query, const struct row_notice *row,
                      struct rec_notice_item *item);

/* calendar.c: the days that the working calendar still covers are fewer than the settings ask for.
 */
bool calendar_runs_out(const struct query *query, uint64_t *days);

/* scripts.c: texts for the agent, or the trunk, to say, filled in. Variables without a value are
 * left out: a script is written so that it reads well without. */
enum script_reason { SCRIPT_BUSY, SCRIPT_SURGE, SCRIPT_OUTAGE };
struct script_words {
    struct slice line, unit, agent, name, caller; /* for {line} … */
    uint64_t now_ms;                              /* for {time} */
    uint64_t wait_ms, position;                   /* for {wait} and {position}; 0: not known */
    enum script_reason reason;                    /* for {reason} */
};
/* Of a call on this line that this agent has, as things are now; caller, wait and position are for
 * whoever knows them. agent 0: nobody has it. */
struct script_words script_words(const struct query *query, uint64_t line, uint64_t agent);
/* The line's own script of this kind, else the one for all lines; empty when there is none. */
struct slice script_for(const struct query *query, enum script_kind kind, uint64_t line,
                        const struct script_words *words);
/* One script, filled in. */
struct rec_prompt_item script_item(const struct query *query, const struct row_script *row,
                                   const struct script_words *words);
/* What may be said on the way, by kinds and the line's own first: prompt cards, those for this type
 * of matter before the others, then what there is for a hold, distress, bad news, a refusal, a
 * callback; struct rec_prompt_item. */
void script_prompts(const struct query *query, uint64_t line, enum ticket_type type,
                    const struct script_words *words, struct page *page);

#endif
