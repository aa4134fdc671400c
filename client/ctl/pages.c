/* Lists and exports: page after page until the last, as one table or one JSON document. The
 * journal's export is one JSON object a line. */
#include "client/ctl/ctl.h"
#include "proto/args.h"

bool pages_wanted(const struct request_desc *request)
{
    return message_rows(request->answer) && message_field(request->answer, "next") &&
           message_field(&request->message, "after");
}

static uint64_t *number_at(const struct message *message, void *body, const char *name)
{
    const struct field *field = message_field(message, name);
    return (uint64_t *)(void *)((char *)body + field->offset);
}

static void print_fact(struct json *json, const struct rec_fact_item *item)
{
    struct fact fact;
    if (fact_decode(item->fact, &fact) != ERR_OK) return;
    fact.seq = item->seq;
    fact_to_json(json, &fact);
}

static void print_json(struct json *json, const struct field *rows_field, const void *answer)
{
    const struct rows *rows = (const void *)((const char *)answer + rows_field->offset);
    for (size_t i = 0; i < rows->n; i++) {
        const void *row = (const char *)rows->items + i * rows_field->record->size;
        if (strcmp(rows_field->record->name, "fact_item") == 0)
            print_fact(json, row);
        else
            message_to_json(json, rows_field->record, row);
    }
}

static int one_page(struct ctl *ctl, struct ctl_command *command, struct json *json, bool first,
                    uint64_t *next)
{
    const void *answer;
    int code = command_ask(ctl, command, &answer);
    if (code != CTL_DONE) return code;
    const struct message *record = command->request->answer;
    const struct field *rows = message_rows(record);
    if (json)
        print_json(json, rows, answer);
    else
        print_rows(ctl, rows, answer, first);
    *next = *(const uint64_t *)(const void *)((const char *)answer +
                                              message_field(record, "next")->offset);
    return CTL_DONE;
}

int page_show(struct ctl *ctl, const struct message *record, const void *answer)
{
    if (!ctl->json) {
        print_rows(ctl, message_rows(record), answer, true);
        return CTL_DONE;
    }
    struct json json;
    json_init_file(&json, ctl->out);
    json_array_begin(&json);
    print_json(&json, message_rows(record), answer);
    json_array_end(&json);
    return json_finish(&json) == ERR_OK ? CTL_DONE : CTL_REFUSED;
}

int head_ask(struct ctl *ctl, uint64_t *head)
{
    struct req_hello ask = {0};
    const struct ctl_command command = {request_desc(request_hello), &ask};
    const void *answer;
    *head = 0;
    int code = command_ask(ctl, &command, &answer);
    if (code == CTL_DONE) *head = ((const struct rec_hello *)answer)->head;
    return code;
}

int pages_run(struct ctl *ctl, struct ctl_command *command)
{
    const struct message *request = &command->request->message;
    bool lines = strcmp(message_rows(command->request->answer)->record->name, "fact_item") == 0;
    bool counts = message_field(request, "most") != NULL;
    /* --most N asks for one page of N */
    bool whole = !counts || *number_at(request, command->body, "most") == 0;
    int code = CTL_DONE;
    if (message_field(request, "known")) {
        uint64_t *known = number_at(request, command->body, "known");
        if (*known == 0) code = head_ask(ctl, known);
        if (code != CTL_DONE) return code;
    }
    struct json json;
    json_init_file(&json, ctl->out);
    bool as_json = ctl->json || lines;
    if (as_json && !lines) json_array_begin(&json);
    uint64_t next = 0;
    bool first = true;
    /* the request's own texts stay; each page's answer is thrown away by starting a fresh arena */
    struct arena kept = ctl->arena;
    do {
        arena_init(&ctl->arena, 64 * 1024 * 1024);
        code = one_page(ctl, command, as_json ? &json : NULL, first, &next);
        arena_fini(&ctl->arena);
        *number_at(request, command->body, "after") = next;
        first = false;
    } while (code == CTL_DONE && next && whole);
    ctl->arena = kept;
    if (as_json && !lines) json_array_end(&json);
    if (json_finish(&json) != ERR_OK && code == CTL_DONE) {
        fputs("rexianctl: cannot write the output\n", ctl->err);
        code = CTL_REFUSED;
    }
    return code;
}
