/* Greeting and closing, step by step (R5, R6), and the cards for kinds of calls (R7, R8). */
#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"
#include "client/screen/wrap.h"
#include "client/seat/flow.h"

enum { STEP_ROWS = 4, SHOWN = 3 };

/* Each line of a script is a step. */
static size_t add_lines(struct slice out[STEPS_MOST], size_t n, struct slice text)
{
    for (size_t at = 0; at < text.n && n < STEPS_MOST;) {
        const char *end = memchr(text.p + at, '\n', text.n - at);
        size_t bytes = end ? (size_t)(end - text.p) - at : text.n - at;
        if (bytes) out[n++] = slice_bytes(text.p + at, bytes);
        at += bytes + 1;
    }
    return n;
}

size_t script_steps(const struct desk *desk, struct slice out[STEPS_MOST])
{
    const struct rec_call_card *card = desk->live.card;
    size_t n = 0;
    if (!card || desk->live.state == call_state_ended) return 0; /* nobody is there to hear it */
    if (desk->live.closing) return add_lines(out, 0, card->closing);
    if (card->late) n = add_lines(out, n, card->apology);
    n = add_lines(out, n, card->greeting);
    return add_lines(out, n, card->announcement);
}

/* Answers the rows used. */
static int put_step(struct grid *grid, struct rect rect, enum style style, struct slice text)
{
    if (text.n == 0 || rect.rows < 1) return 0;
    int rows = wrap_rows(text, rect.cols);
    if (rows > STEP_ROWS) rows = STEP_ROWS;
    if (rows > rect.rows) rows = rect.rows;
    return grid_put_wrapped(grid, (struct rect){rect.row, rect.col, rows, rect.cols}, style, text);
}

/* The step that is to be said now, with its key, and those behind it, with their number of all. */
int script_draw(const struct desk *desk, struct grid *grid, struct rect rect)
{
    struct slice steps[STEPS_MOST];
    size_t n = script_steps(desk, steps), said = desk->live.said;
    int used = 0;
    for (size_t i = said; i < n && i < said + SHOWN; i++) {
        char number[48] = "";
        int col = rect.col + 1;
        struct rect rest = {rect.row + used, col, rect.rows - used, rect.cols - 2};
        if (n > 1 && rest.rows > 0) {
            snprintf(number, sizeof number, "%zu/%zu %s", i + 1, n, i == said ? "Alt-s " : "");
            int cols = grid_puts(grid, rest.row, col, rest.cols, STYLE_LABEL, number);
            rest.col += cols;
            rest.cols -= cols;
        }
        used += put_step(grid, rest, i == said ? STYLE_SCRIPT : STYLE_NORMAL, steps[i]);
    }
    return used;
}

/* ---- cards ---- */

static enum prompt_kind prompt_of(enum ticket_type type)
{
    switch (type) {
    case ticket_type_consult:
        return prompt_kind_consult;
    case ticket_type_complaint:
    case ticket_type_report:
        return prompt_kind_complaint;
    case ticket_type_help:
    case ticket_type_suggestion:
    case ticket_type_praise:
    case ticket_type_other:
        return prompt_kind_coordinate;
    case ticket_type_none:
        break;
    }
    return prompt_kind_none;
}

/* Before the type is known, all of them; then the one that fits, and those for every call. */
void script_prompts(const struct desk *desk, struct flow *flow)
{
    const struct rec_call_card *card = desk->live.card;
    const struct rec_prompt_item *prompts = card->prompts.items;
    const struct work *work = desk->current;
    enum ticket_type type =
        work ? (enum ticket_type)form_pick(work->form, RECORD_TYPE) : ticket_type_none;
    enum prompt_kind wanted = prompt_of(type);
    for (size_t i = 0; i < card->prompts.n; i++) {
        const struct rec_prompt_item *prompt = &prompts[i];
        if (wanted && prompt->prompt && prompt->prompt != wanted) continue;
        bool usual = !prompt->kind || prompt->kind == script_kind_prompt;
        flow_gap(flow);
        if (!usual)
            flow_print(flow, STYLE_LABEL, "%s", word_text(VOCABULARY_script_kind, prompt->kind));
        flow_text(flow, STYLE_SCRIPT, prompt->body);
    }
}
