/* may(): the only place that grants anything. Commands and every field of every answer go through
 * it. */
#ifndef SERVER_CORE_AUTHORITY_H
#define SERVER_CORE_AUTHORITY_H

#include "server/core/core.h"

/* The role check of the request table: may this person ask this at all? */
bool may_ask(const struct who *who, const struct request_desc *request);

/* What is asked of an object, beyond the role. Each field of an answer belongs to one of them. */
enum verb {
    VERB_SEE,         /* know that it exists: states, times, units (facts) */
    VERB_READ,        /* read matter, replies, notes, form fields; whom it accuses */
    VERB_READ_ORIGIN, /* from where it came: call, line, channel, superior's number, origin (R77) */
    VERB_READ_MASKED, /* read the caller's name, phone, workplace, address through a mask */
    VERB_READ_CALLER, /* read them without one */
    VERB_REVEAL,      /* have them shown with a reason */
    VERB_AUDIT,       /* know who looked at it (R81); the reasons belong to VERB_READ */
    VERB_ACT,         /* do an event of its life table; event says which */
};

bool may_ticket(struct txn *txn, const struct who *who, enum verb verb, enum ticket_event event,
                const struct row_ticket *ticket);
/* Whoever is shown its words is recorded (R81). */
bool ticket_guarded(const struct row_ticket *ticket);
/* Passing a caller's data on (R79): a step of it; asked_by is who asked, for the steps after. */
bool may_disclose(struct txn *txn, const struct who *who, enum disclosure_event event,
                  const struct row_ticket *ticket, uint64_t asked_by);
/* The recipient, the purpose and the undertaking of one. */
bool may_see_disclosure(struct txn *txn, const struct who *who, const struct row_ticket *ticket);
bool may_call(struct txn *txn, const struct who *who, enum verb verb, const struct row_call *call);
/* A step of a call's life: by its agent, by the other side, by the trunk for them. */
bool may_call_act(const struct who *who, enum call_event event, const struct row_call *call);

/* What is done with a reply letter (R55): reading it, giving it its number, reading for whom it is.
 * The console may do all three, but for guarded tickets: it is the house's printer, and leaves a
 * look (R81). */
enum letter_act { LETTER_SHOW, LETTER_ISSUE, LETTER_NAME };
bool may_letter(struct txn *txn, const struct who *who, enum letter_act act,
                const struct row_ticket *ticket);
/* Records how the caller rated it (R58): the trunk, or who talked with them last. */
bool may_rate(const struct who *who, const struct row_call *call);

/* A promised callback: SEE that it waits, READ_MASKED its number, ACT: promise or withdraw it. What
 * its agent does with it is may_call()'s. */
bool may_callback(const struct who *who, enum verb verb, enum call_event event);
/* A contact of an outbound list (R48): SEE its facts; READ what was said; READ_MASKED and
 * READ_CALLER name and number; ACT: ring it and report on it. */
bool may_contact(struct txn *txn, const struct who *who, enum verb verb,
                 const struct row_contact *contact);
/* A number that is not to be called: SEE since when, READ why, READ_MASKED the number. */
bool may_no_call(const struct who *who, enum verb verb);
/* Rings the caller of a ticket: to follow up, or whom they promised it. */
bool may_dial(struct txn *txn, const struct who *who, const struct row_ticket *ticket);

/* A point (R73). SEE: that it was given, and for what; READ: its words too; ACT: this event. */
bool may_score(const struct who *who, enum verb verb, enum score_event event,
               const struct row_score *score);
/* The sums of a unit (0: of the desk): its own people, and whoever has to do with all units. */
bool may_figures(const struct who *who, uint64_t unit);
/* The ranking of all units (R73). */
bool may_rank(const struct who *who);
bool may_sample(const struct who *who, const struct row_sample *sample);

/* An alert (R43, R44). SEE and READ go together: who is on its plan or was told, who raised it,
 * leads and the hotline office; ACT: noting what goes on. */
bool may_alert(struct txn *txn, const struct who *who, enum verb verb,
               const struct row_alert *alert);
/* Acknowledges in the name of others. */
bool may_acknowledge_for(const struct who *who);
/* Numbers that were marked (R45). SEE: how often and until when; READ_MASKED: the number through a
 * mask; READ: why it is blocked. */
bool may_nuisance(const struct who *who, enum verb verb);
/* Marks this call: the operator who has it, or any lead. */
bool may_mark(struct txn *txn, const struct who *who, const struct row_call *call);
/* What an evidence export says. SEE: calls and hashes; READ: number, notes and purpose too. */
bool may_evidence(const struct who *who, enum verb verb, const struct row_evidence *evidence);
/* Checks identities (R49): people of whom the register says so. */
bool may_verify(struct txn *txn, const struct who *who);
/* Supply and demand (R47). READ: what it says and whom to reach. */
bool may_market(const struct who *who, enum verb verb);

#endif
