/* Forms that fill a request: kept as bytes over a crash, refused field by field. */
#ifndef CLIENT_SEAT_FIELDS_H
#define CLIENT_SEAT_FIELDS_H

#include "client/link/link.h"
#include "client/screen/form.h"
#include "proto/codec.h"

/* A form's static description: names[i] is the schema's name of fields[i], by which a refusal finds
 * its field; NULL for a field that is no field of the request. */
struct form_spec {
    const struct form_field *fields;
    const char *const *names;
    int count;
};

struct form *form_of(const struct form_spec *spec);
/* What is typed and picked, for the spool; and back. Unknown fields are skipped, so that a newer
 * program reads an older one's. False when the bytes are not whole; the form is then as far filled
 * as they were. */
void form_pack(const struct form *form, const struct form_spec *spec, struct buffer *out);
bool form_unpack(struct form *form, const struct form_spec *spec, struct slice bytes);
bool form_is_empty(const struct form *form, const struct form_spec *spec);
/* Shows a refusal beside the field that it names and puts the cursor there; false when it names
 * none of these. */
bool form_refuse(struct form *form, const struct form_spec *spec, const struct link_answer *answer);

#endif
