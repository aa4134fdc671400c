/* The second page of a record: what most records do not need, and the form fields of its type and
 * subject, as the admin has described them (R14). A field that was changed goes to the dispatcher
 * by itself (ticket.fill), the rest with the record. */
#ifndef CLIENT_DESK_MORE_H
#define CLIENT_DESK_MORE_H

#include "client/seat/fields.h"
#include "proto/schema.h"

struct work;

/* T(ID, schema's name, label, limit) for texts, C likewise for what is a code, V(ID, schema's name,
 * label, vocabulary) for what is picked, R(ID, schema's name, label, register), in the order of the
 * screen. */
#define MORE_FORM(T, C, V, R)                                                                      \
    T(WORKPLACE, workplace, N_("Workplace"), LIMIT_NAME)                                           \
    V(ANONYMITY, anonymity, N_("Anonymity"), anonymity)                                            \
    V(URGENCY, urgency, N_("Urgency"), urgency_level)                                              \
    V(NATURE, nature, N_("Nature"), nature)                                                        \
    V(SECRECY, secrecy, N_("Secrecy"), secrecy)                                                    \
    T(SUPERIOR, superior, N_("Superior's no."), LIMIT_NAME)                                        \
    R(ACCUSED, accused, N_("Accused unit"), CATALOG_UNITS)                                         \
    C(CULPRIT, culprit, N_("Accused person"), LIMIT_CODE)                                          \
    V(CHANNEL, channel, N_("Came by"), channel)                                                    \
    R(LINE, line, N_("Line"), CATALOG_LINES)                                                       \
    R(AREA, area, N_("Area"), CATALOG_AREAS)

enum more_field {
#define M(id, ...) MORE_##id,
    MORE_FORM(M, M, M, M)
#undef M
        MORE_FIXED, /* from here on: form fields of the type and subject */
};

/* One form field that applies. */
struct extra {
    struct code code;
    enum value_kind kind;
    const char *sent; /* what the dispatcher has */
    struct pick_item *items;
    size_t n;
};

struct more {
    struct work *work; /* borrowed */
    struct form *form;
    struct form_spec spec;
    struct extra *extras; /* of the fields MORE_FIXED + i; all below live in the arena */
    size_t n;
    unsigned sent; /* bit: the dispatcher has a text in this more_field */
    int filling;   /* the extra that is being sent; -1: none */
    struct arena arena;
};

/* NULL when out of memory. */
struct more *more_new(struct work *work);
void more_free(struct more **more);
/* The registers changed. */
void more_items(struct more *more);
/* Adds its fields to the record. */
void more_record(const struct more *more, struct req_ticket_save *out);
/* The record was taken: what is typed is with the dispatcher. */
void more_recorded(struct more *more);
/* From the dispatcher's card; with `keep` what is typed here is newer. */
void more_take_card(struct more *more, const struct rec_ticket_card *card, bool keep);
bool more_equals_card(const struct more *more, const struct rec_ticket_card *card);
/* The form fields that apply now, with what the dispatcher has in them; what is typed in one that
 * still applies stays. */
void more_take_fields(struct more *more, const struct rec_value_page *page);
/* The next form field to be sent; its slices point into the form. False: none. */
bool more_fill(struct more *more, struct req_ticket_fill *out);
/* It was taken. */
void more_filled(struct more *more);
/* It was refused. */
void more_fill_refused(struct more *more, const struct link_answer *answer);
/* Something here is not with the dispatcher yet. */
bool more_is_changed(const struct more *more);
void more_lock(struct more *more, bool locked);
/* "anonymous · urgent · 2 required": what must not be overlooked on the first page; "" : nothing.
 */
void more_summary(const struct more *more, char *out, size_t cap);
/* The last field that can have the focus. */
int more_last(const struct more *more);
/* The list of a field to pick from is open. */
bool more_is_picking(const struct more *more);
/* For the spool. */
void more_pack(const struct more *more, struct buffer *out);
bool more_unpack(struct more *more, struct slice bytes);

#endif
