#include "client/seat/fields.h"

#include <stdio.h>

#include "client/screen/language.h"
#include "client/seat/words.h"

struct form *form_of(const struct form_spec *spec)
{
    return form_new(spec->fields, spec->count);
}

/* Per field: id, length, bytes; a picked id is 8 bytes. The file never leaves this machine. */
void form_pack(const struct form *form, const struct form_spec *spec, struct buffer *out)
{
    for (int i = 0; i < spec->count; i++) {
        const struct form_field *field = &spec->fields[i];
        uint64_t pick = 0;
        struct slice bytes;
        if (field->kind == FIELD_SECRET) continue;
        if (field->kind == FIELD_PICK) {
            pick = form_pick(form, field->id);
            bytes = slice_bytes(&pick, pick ? sizeof pick : 0);
        } else {
            bytes = form_text(form, field->id);
        }
        uint32_t head[2] = {(uint32_t)field->id, (uint32_t)bytes.n};
        if (bytes.n == 0) continue;
        buffer_put(out, head, sizeof head);
        buffer_put(out, bytes.p, bytes.n);
    }
}

static const struct form_field *field_by_id(const struct form_spec *spec, uint32_t id)
{
    for (int i = 0; i < spec->count; i++)
        if ((uint32_t)spec->fields[i].id == id) return &spec->fields[i];
    return NULL;
}

bool form_unpack(struct form *form, const struct form_spec *spec, struct slice bytes)
{
    while (bytes.n > 0) {
        uint32_t head[2];
        if (bytes.n < sizeof head) return false;
        memcpy(head, bytes.p, sizeof head);
        bytes = slice_bytes(bytes.p + sizeof head, bytes.n - sizeof head);
        if (bytes.n < head[1]) return false;
        const struct form_field *field = field_by_id(spec, head[0]);
        struct slice value = slice_bytes(bytes.p, head[1]);
        bytes = slice_bytes(bytes.p + head[1], bytes.n - head[1]);
        if (!field) continue;
        if (field->kind == FIELD_PICK) {
            uint64_t pick;
            if (value.n != sizeof pick) return false;
            memcpy(&pick, value.p, sizeof pick);
            form_set_pick(form, field->id, pick);
        } else if (form_set_text(form, field->id, value) != ERR_OK) {
            return false;
        }
    }
    return true;
}

bool form_is_empty(const struct form *form, const struct form_spec *spec)
{
    for (int i = 0; i < spec->count; i++) {
        const struct form_field *field = &spec->fields[i];
        bool filled = field->kind == FIELD_PICK ? form_pick(form, field->id) != 0
                                                : form_text(form, field->id).n > 0;
        if (filled) return false;
    }
    return true;
}

bool form_refuse(struct form *form, const struct form_spec *spec, const struct link_answer *answer)
{
    if (answer->err != ERR_OK || answer->reject == REJECT_OK || answer->field.n == 0) return false;
    for (int i = 0; i < spec->count; i++) {
        if (!spec->names[i] || !slice_equal(slice_of(spec->names[i]), answer->field)) continue;
        char text[LIMIT_NAME + 1], limit[32];
        const char *why = screen_text(reject_text(answer->reject));
        if (answer->limit)
            snprintf(text, sizeof text, _("%s (limit %s)"), why,
                     limit_text(answer->limit, limit, sizeof limit));
        else
            snprintf(text, sizeof text, "%s", why);
        form_set_error(form, spec->fields[i].id, text);
        form_set_focus(form, spec->fields[i].id);
        return true;
    }
    return false;
}
