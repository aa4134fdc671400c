#include "client/link/changed.h"

#include <libintl.h>
#include <stdio.h>

#include "common/clock.h"
#include "common/text.h"

#define _(text) gettext(text)

enum { SAID_BYTES = 120, SCRATCH = 64 * 1024 };

static uint64_t number_of(const struct message *request, const void *body, const char *name)
{
    uint64_t number = 0;
    for (size_t i = 0; i < request->n_fields; i++) {
        if (strcmp(request->fields[i].name, name) == 0)
            memcpy(&number, (const char *)body + request->fields[i].offset, sizeof number);
    }
    return number;
}

bool changed_ask(const struct link_answer *answer, const struct message *request, const void *body,
                 struct req_ticket_history *ask)
{
    if (answer->err != ERR_OK ||
        (answer->reject != REJECT_STALE && answer->reject != REJECT_BAD_STATE))
        return false;
    *ask = (struct req_ticket_history){
        .ticket = number_of(request, body, "ticket"),
        .since = number_of(request, body, "version"),
        .known = answer->head,
    };
    return ask->ticket != 0 && ask->since != 0;
}

/* The first line, as far as it fits. */
static void said(struct slice words, char *out, size_t cap)
{
    struct arena arena;
    arena_init(&arena, SCRATCH);
    const char *line_end = words.n ? memchr(words.p, '\n', words.n) : NULL;
    if (line_end) words.n = (size_t)(line_end - words.p);
    const char *clean = text_clean(&arena, words, TEXT_ONE_LINE);
    struct slice whole = slice_of(clean ? clean : "");
    size_t fits = text_fit_bytes(whole, SAID_BYTES);
    snprintf(out, cap, "%.*s%s", (int)fits, whole.p, fits < whole.n ? "…" : "");
    arena_fini(&arena);
}

const char *changed_line(const struct rec_history_item *step, char *out, size_t cap)
{
    char at[CLOCK_TEXT], words[SAID_BYTES + 8];
    const char *label = word_label(VOCABULARY_ticket_event, step->event);
    said(step->words, words, sizeof words);
    int n = snprintf(out, cap, "%s  %s  %s%s%s", clock_format_short(step->at_ms, at, sizeof at),
                     step->by.s[0] ? step->by.s : _("the dispatcher"),
                     label[0]       ? _(label)
                     : step->fact.n ? step->fact.p
                                    : "",
                     words[0] ? ": " : "", words);
    if (n > 0 && (size_t)n >= cap) out[text_whole(slice_bytes(out, cap - 1))] = '\0';
    return out;
}
