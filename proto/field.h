/* One field's value, wherever it comes from: the codec and the command lines ask the same
 * questions. For the inside of this room. */
#ifndef PROTO_FIELD_H
#define PROTO_FIELD_H

#include "proto/codec.h"

/* Zero or empty: such a field is not sent. */
bool field_empty(const struct field *field, const void *body);
/* Limit, vocabulary, known roles; for text the limit and characters. REJECT_OK or the refusal with
 * *fault set. */
enum reject field_check_number(const struct field *field, uint64_t value, struct fault *fault);
enum reject field_check_text(const struct field *field, struct slice value, struct fault *fault);

#endif
