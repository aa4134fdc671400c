#include "proto/doc/page.h"

#include "common/err.h"
#include "proto/doc/sheet.h"
#include "proto/envelope.h"
#include "proto/fact.h"

struct page {
    FILE *out;
    struct arena arena;
    struct sheet sheet;
};

static void begin(struct page *page, const char *const titles[])
{
    arena_reset(&page->arena);
    sheet_begin(&page->sheet, &page->arena, titles);
}

static const char *class_name(enum field_class class)
{
    switch (class) {
    case CLASS_FACT:
        return "fact";
    case CLASS_PRIVATE:
        return "private";
    case CLASS_WORDS:
        return "words";
    case CLASS_OPEN:
        return "open";
    case CLASS_SECRET:
        return "secret";
    }
    return "";
}

static const char *const type_names[] = {
#define T(type, ctype) [TYPE_##type] = #type,
    TYPE_TABLE(T)
#undef T
};

static void type_cell(struct page *page, const struct field *field)
{
    struct sheet *sheet = &page->sheet;
    unsigned long long max = field->max;
    if (field->type == TYPE_enum)
        sheet_cell(sheet, "[%s](#vocabulary-%s)", field->vocabulary->name, field->vocabulary->name);
    else if (field->type == TYPE_rows)
        sheet_cell(sheet, "up to %llu [%s](#record-%s)", max, field->record->name,
                   field->record->name);
    else if (field->type == TYPE_flag || max == 0)
        sheet_cell(sheet, "%s", type_names[field->type]);
    else
        sheet_cell(sheet, "%s ≤ %llu", type_names[field->type], max);
}

static void print_fields(struct page *page, const struct message *message)
{
    if (message->n_fields == 0) {
        fputs("No fields.\n\n", page->out);
        return;
    }
    begin(page, (const char *const[]){"Tag", "Field", "Type", "Must", "Class", "Meaning", NULL});
    for (size_t i = 0; i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        sheet_cell(&page->sheet, "%u", field->tag);
        sheet_cell(&page->sheet, "`%s`", field->name);
        type_cell(page, field);
        sheet_cell(&page->sheet, "%s", field->must ? "must" : "");
        sheet_cell(&page->sheet, "%s", class_name(field->class));
        sheet_cell(&page->sheet, "%s", field->help);
    }
    sheet_print(&page->sheet, page->out);
}

/* The tables' helps are parts of sentences. */
static void print_sentence(struct page *page, const char *help)
{
    char first = help[0] >= 'a' && help[0] <= 'z' ? (char)(help[0] - 'a' + 'A') : help[0];
    fprintf(page->out, "%c%s.", first, help + 1);
}

static const char *kind_text(enum request_kind kind)
{
    switch (kind) {
    case KIND_COMMAND:
        return "Command";
    case KIND_FRESH:
        return "Question to the turn";
    case KIND_LIST:
        return "Question to a reader";
    case KIND_HOUSE:
        return "Work on the house";
    }
    return "";
}

static void print_who(struct page *page, uint64_t who)
{
    if (who == WHO_ANYBODY) {
        fputs("anybody, even without a session", page->out);
        return;
    }
    if (who == WHO_SIGNED) {
        fputs("anybody signed in", page->out);
        return;
    }
    const char *between = "";
    for (unsigned role = 1; role < 64; role++) {
        if (!(who & ROLE_BIT(role))) continue;
        fprintf(page->out, "%s%s", between, word_name(VOCABULARY_role, role));
        between = ", ";
    }
}

static void print_requests(struct page *page)
{
    size_t n;
    const struct request_desc *requests = request_table(&n);
    fputs("## Requests\n\n", page->out);
    begin(page, (const char *const[]){"Number", "Request", "Kind", "What it does", NULL});
    for (size_t i = 0; i < n; i++) {
        const struct request_desc *request = &requests[i];
        sheet_cell(&page->sheet, "%llu", (unsigned long long)request->message.number);
        sheet_cell(&page->sheet, "[`%s`](#request-%s)", request->verb, request->message.name);
        sheet_cell(&page->sheet, "%s", kind_text(request->kind));
        sheet_cell(&page->sheet, "%s", request->message.help);
    }
    sheet_print(&page->sheet, page->out);
    for (size_t i = 0; i < n; i++) {
        const struct request_desc *request = &requests[i];
        fprintf(page->out, "<a id=\"request-%s\"></a>\n### %s\n\n", request->message.name,
                request->verb);
        print_sentence(page, request->message.help);
        fprintf(page->out, " %s, number %llu. For ", kind_text(request->kind),
                (unsigned long long)request->message.number);
        print_who(page, request->who);
        fprintf(page->out, ". Answer: [%s](#record-%s).\n\n", request->answer->name,
                request->answer->name);
        print_fields(page, &request->message);
    }
}

static void print_records(struct page *page)
{
    size_t n;
    const struct message *records = record_table(&n);
    fputs("## Answers and their rows\n\n", page->out);
    for (size_t i = 0; i < n; i++) {
        fprintf(page->out, "<a id=\"record-%s\"></a>\n### %s\n\n", records[i].name,
                records[i].name);
        print_sentence(page, records[i].help);
        fputs("\n\n", page->out);
        print_fields(page, &records[i]);
    }
}

static void print_facts(struct page *page)
{
    size_t n;
    const struct message *facts = fact_table(&n);
    fputs(
        "## Facts\n\n"
        "What the journal keeps and what is published. A fact is an array:\n"
        "`[type, at_ms, by, station, {fields}]`; `by` is the person's id (0: the dispatcher\n"
        "itself, or the console), `station` the station's (0: the console or a timer). Published\n"
        "are only fields of class *fact*. In the journal, fields of class *words* and *open* are\n"
        "bin: the keyed hash of the text, which lies in the vault.\n\n",
        page->out);
    for (size_t i = 0; i < n; i++) {
        fprintf(page->out, "<a id=\"fact-%s\"></a>\n### %s (%llu)\n\n", facts[i].name,
                facts[i].name, (unsigned long long)facts[i].number);
        print_sentence(page, facts[i].help);
        fputs("\n\n", page->out);
        print_fields(page, &facts[i]);
    }
}

static void print_vocabularies(struct page *page)
{
    size_t n;
    const struct vocabulary *vocabularies = vocabulary_table(&n);
    fputs("## Vocabularies\n\n"
          "Numbers on the wire; the names are what JSON, command lines and scenarios say. Zero is\n"
          "none. Numbers are never reused.\n\n",
          page->out);
    for (size_t i = 0; i < n; i++) {
        fprintf(page->out, "<a id=\"vocabulary-%s\"></a>\n### %s\n\n", vocabularies[i].name,
                vocabularies[i].name);
        begin(page, (const char *const[]){"Number", "Name", "Meaning", NULL});
        for (size_t j = 0; j < vocabularies[i].n; j++) {
            const struct word *word = &vocabularies[i].words[j];
            sheet_cell(&page->sheet, "%llu", (unsigned long long)word->number);
            sheet_cell(&page->sheet, "`%s`", word->name);
            sheet_cell(&page->sheet, "%s", word->label);
        }
        sheet_print(&page->sheet, page->out);
    }
}

static void print_rejects(struct page *page)
{
    fputs("## Refusals\n\n"
          "The third part of a reply. A number that a client does not know is a refusal too.\n\n",
          page->out);
    begin(page, (const char *const[]){"Number", "Name", "Meaning", NULL});
#define J(number, name, text)                                                                      \
    sheet_cell(&page->sheet, "%d", number);                                                        \
    sheet_cell(&page->sheet, "`%s`", #name);                                                       \
    sheet_cell(&page->sheet, "%s", text);
    REJECT_TABLE(J)
#undef J
    sheet_print(&page->sheet, page->out);
}

static void print_types(struct page *page)
{
    static const char *const rows[][3] = {
        {"u64", "uint", "a number"},
        {"ms", "uint", "milliseconds since 1970-01-01, UTC"},
        {"flag", "uint", "1: yes; absent: no"},
        {"roles", "uint", "a set: bit n stands for number n of [role](#vocabulary-role)"},
        {"a vocabulary", "uint", "a number of that vocabulary"},
        {"person, station, session, unit, line, subject, script, article, call, ticket", "uint",
         "such an object's id"},
        {"code", "str", "one line, as typed; ≤ limit bytes"},
        {"text", "str", "≤ limit bytes of UTF-8"},
        {"bytes", "bin", "≤ limit bytes"},
        {"h32", "bin", "exactly 32 bytes: a key or a hash"},
        {"up to n of a record", "array of maps", "rows"},
    };
    begin(page, (const char *const[]){"Type", "msgpack", "Meaning", NULL});
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t j = 0; j < 3; j++) sheet_cell(&page->sheet, "%s", rows[i][j]);
    sheet_print(&page->sheet, page->out);
}

static void print_start(struct page *page)
{
    fprintf(
        page->out,
        "# Protocol\n\n"
        "Generated from `proto/schema_*.h`. Version %d.\n\n"
        "## The way\n\n"
        "A client has two sockets, both with CURVE and the station's registered key: a DEALER\n"
        "for requests, to the setting `listen`, and a SUB for facts, to the setting `publish`.\n"
        "The console, a socket on the machine itself, needs no session and is an\n"
        "administrator. A request or reply is one frame; a publication is two, the topic and\n"
        "the bytes.\n\n"
        "```\n"
        "request      [%d, request id, session, token, request number, {fields}]\n"
        "reply        [%d, request id, refusal, head, field, limit, {fields}]\n"
        "publication  [seq, previous seq on this topic, fact]\n"
        "```\n\n"
        "- *request id*: a number of 64 bits, chosen by the client: the time in ms, then 22\n"
        "  random bits (so that replies of one moment are kept side by side). Who hears no answer\n"
        "  asks again with the same one and gets the same answer, for 24 hours.\n"
        "- *session, token*: from `session.open`; 0 and an empty bin without one. The token has\n"
        "  %d bytes.\n"
        "- *refusal*: 0 is done, otherwise see [Refusals](#refusals). *field* and *limit* name\n"
        "  what was wrong: \"\" and 0 when it is no field or no limit.\n"
        "- *head*: number of the last fact. A question's field `known` takes it, so that the\n"
        "  answer is not older.\n\n",
        PROTOCOL_VERSION, PROTOCOL_VERSION, PROTOCOL_VERSION, TOKEN_BYTES);
}

static void print_rules(struct page *page)
{
    fprintf(
        page->out,
        "## Messages\n\n"
        "msgpack. Fields are a map from tag to value. A field that is zero or empty may be left\n"
        "out, and absent ones are zero or empty; one marked *must* has to be there. Unknown\n"
        "tags are skipped. Tags and numbers are never reused.\n\n"
        "Refused as BAD_MESSAGE before anything else is looked at: more than %d bytes, more\n"
        "than %d levels of lists, a map of more than %d entries, a key that is no unsigned\n"
        "number or stands there twice, a length past the end, an extension type, bytes behind the\n"
        "end. Text that is not strict UTF-8 or has control, format or bidi characters is refused\n"
        "as BAD_TEXT with its field; a newline is allowed in texts with a limit above %d.\n\n",
        LIMIT_MESSAGE, LIMIT_DEPTH, LIMIT_KEYS, LIMIT_NAME);
    print_types(page);
    fputs("Classes say what becomes of a field: *fact* may be journalled and published, *private*\n"
          "is journalled but not published, *words* is sealed in the vault and shown only to who\n"
          "may see it, *open* is kept in the vault without a seal, *secret* is never stored as it\n"
          "came and never logged.\n\n"
          "Lists come as pages: `most` rows after the cursor `after`; the answer's `next` is the\n"
          "next page's `after`, absent on the last one.\n\n",
          page->out);
}

static void print_topics(struct page *page)
{
    fputs("## Topics\n\n", page->out);
    static const char *const rows[][2] = {
        {"`f`", "every fact"},
        {"`p12.`", "facts with person 12 in a published field"},
        {"`u3.`", "facts with unit 3"},
        {"`l4.`", "facts with line 4"},
        {"`w`", "the live figures a few times a second: [wall](#record-wall) without names"},
        {"`b.`", "the number of the last fact, once a second"},
    };
    begin(page, (const char *const[]){"Topic", "What comes", NULL});
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t j = 0; j < 2; j++) sheet_cell(&page->sheet, "%s", rows[i][j]);
    sheet_print(&page->sheet, page->out);
    fputs(
        "Publication may drop, the journal may not: who gets a fact whose previous number is not\n"
        "the last one seen on that topic asks `facts.since`.\n\n",
        page->out);
}

void protocol_print(FILE *out)
{
    struct page page = {.out = out};
    arena_init(&page.arena, 4 << 20);
    print_start(&page);
    print_rules(&page);
    print_topics(&page);
    print_rejects(&page);
    print_requests(&page);
    print_records(&page);
    print_facts(&page);
    print_vocabularies(&page);
    arena_fini(&page.arena);
}
