/* The reply letter as it is printed (R55). Who may not know the caller gets it without a name. */
#include "server/core/authority.h"
#include "server/query/answer.h"

static void words_fill(const struct query *query, const struct row_ticket *row,
                       const struct row_letter *letter, struct rec_letter *answer)
{
    struct arena *arena = query->arena;
    const struct script_words words = script_words(query, row->line, 0);
    answer->subject = subject_name(query, row->subject);
    answer->matter = words_of(query, row->matter_seq, TAG_ticket_saved_matter, arena);
    answer->handling = words_of(query, letter->reply_seq, TAG_ticket_moved_reply, arena);
    answer->measures = words_of(query, letter->measures_seq, TAG_ticket_moved_measures, arena);
    answer->result = words_of(query, letter->result_seq, TAG_ticket_moved_result, arena);
    answer->unit = unit_name(query, letter->unit);
    answer->line = words.line;
    answer->template = script_for(query, script_kind_letter, row->line, &words);
    if (may_letter(query->txn, query->who, LETTER_NAME, row))
        answer->recipient = words_of(query, row->name_seq, TAG_ticket_saved_name, arena);
}

enum reject answer_letter_show(struct query *query, const struct req_letter_show *ask,
                               struct rec_letter *answer, struct fault *fault)
{
    struct row_ticket row;
    struct row_letter letter;
    if (!ticket_get(query->txn, ask->ticket, &row)) return refuse(fault, REJECT_NO_SUCH, "ticket");
    if (!may_letter(query->txn, query->who, LETTER_SHOW, &row)) return REJECT_DENIED;
    if (!row.letter || !letter_get(query->txn, row.letter, &letter))
        return refuse(fault, REJECT_BAD_STATE, "letter");
    *answer = (struct rec_letter){
        .letter = letter.letter,
        .ticket = row.ticket,
        .at_ms = letter.at_ms,
        .anonymous = row.anonymity == anonymity_anonymous,
        .resolution = letter.resolution,
        .registered_ms = row.registered_ms,
    };
    words_fill(query, &row, &letter, answer);
    answer->erased = row.erased && answer->handling.n == 0;
    return REJECT_OK;
}
