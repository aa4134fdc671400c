/* A house in which every private text is a canary: tickets of each kind, as a draft, waiting for an
 * instruction, and archived after a whole life; somebody of each role, each with one relation to
 * them. */
#ifndef TESTS_UNIT_QUERY_CANARY_H
#define TESTS_UNIT_QUERY_CANARY_H

#include "tests/unit/core/matrix.h"
#include "tests/unit/query/house.h"

/* Where a canary sings, to those whom its verbs are granted; elsewhere it may, to them. */
enum perch {
    PERCH_CARD = 1,
    PERCH_HISTORY = 2,
    PERCH_LIST = 4,
    PERCH_FIELDS = 8,
    PERCH_COUNITS = 16,
    PERCH_AUDIT = 32,
    PERCH_DISCLOSURES = 64,
    PERCH_WORDS = 128, /* the caller's data, revealed or passed on */
    PERCH_LETTER = 256,
    PERCH_LINKS = 512,
};

enum stage { STAGE_DRAFT, STAGE_INSTRUCTED, STAGE_ARCHIVED, STAGES };

struct caged {
    enum matrix_kind kind;
    enum stage stage;
    uint64_t id, call;
};

struct canary {
    char text[48];
    size_t cage;       /* index of its ticket */
    size_t other;      /* of another that it also speaks of; the same: none */
    enum verb verb[2]; /* both are needed */
    unsigned perches;
};

struct guest {
    const char *name, *unit;
    enum matrix_role role;
    struct who who;
};

enum { CAGES = MATRIX_KIND_N * STAGES, CANARIES = 1000, GUESTS = 24 };

struct aviary {
    struct house *house;
    struct caged cages[CAGES];
    struct canary canaries[CANARIES];
    struct guest guests[GUESTS];
    size_t n_canaries, n_guests;
};

#define CANARY_MARK "CNRY"
#define CANARY_DIGITS "1397"

static inline struct slice canary_put(struct aviary *aviary, size_t cage, enum verb a, enum verb b,
                                      unsigned perches, const char *what)
{
    assert_true(aviary->n_canaries < CANARIES);
    struct canary *canary = &aviary->canaries[aviary->n_canaries];
    bool digits = strncmp(what, "phone", 5) == 0;
    *canary = (struct canary){.cage = cage, .other = cage, .verb = {a, b}, .perches = perches};
    snprintf(canary->text, sizeof canary->text,
             digits ? CANARY_DIGITS "%07zu" : CANARY_MARK "%zu-%s.",
             digits ? aviary->n_canaries * 10007 : aviary->n_canaries, what);
    aviary->n_canaries++;
    return slice_of(canary->text);
}

#define SING(verb, perches, what)                                                                  \
    canary_put(aviary, cage, VERB_##verb, VERB_##verb, (perches), (what))

static inline void guest_add(struct aviary *aviary, const char *name, enum matrix_role role,
                             uint64_t roles, const char *unit)
{
    struct guest *guest = &aviary->guests[aviary->n_guests++];
    assert_true(aviary->n_guests <= GUESTS);
    *guest = (struct guest){.name = name, .unit = unit, .role = role};
    guest->who = house_person(aviary->house, name, roles, unit);
}

static inline const struct who *guest_who(const struct aviary *aviary, const char *name)
{
    for (size_t i = 0; i < aviary->n_guests; i++)
        if (strcmp(aviary->guests[i].name, name) == 0) return &aviary->guests[i].who;
    fail_msg("nobody is called %s", name);
    return NULL;
}

#define WHO(name) guest_who(aviary, name)

static inline void guests_come(struct aviary *aviary)
{
#define GUEST(name, role, unit)                                                                    \
    guest_add(aviary, name, MATRIX_ROLE_##role, ROLE_BIT(role_##role), unit)
    GUEST("owner", operator, "");
    GUEST("operator", operator, "");
    GUEST("lead", lead, "");
    GUEST("inspector", inspector, "");
    GUEST("desk", desk, "");
    GUEST("desk2", desk, "");
    GUEST("unit", unit, "u1");
    GUEST("approver", approver, "u1");
    GUEST("head", head, "u1");
    GUEST("counit", unit, "cu");
    GUEST("coapprover", approver, "cu");
    GUEST("stranger", unit, "st");
    GUEST("strangerhead", head, "st");
    GUEST("leader", leader, "");
    GUEST("leader2", leader, "");
    GUEST("admin", admin, "");
    GUEST("trunk", trunk, "");
#undef GUEST
    DO(aviary->house, &aviary->house->console, person_change, .number = code_of("owner"),
       .verifies = yes_no_yes);
    uint64_t all = 0;
    for (uint64_t role = role_operator; role < role_trunk; role++) all |= ROLE_BIT(role);
    guest_add(aviary, "accused", MATRIX_ROLE_desk, all, "ac");
    guest_add(aviary, "below", MATRIX_ROLE_desk, all, "ac1");
    aviary->guests[aviary->n_guests++] = (struct guest){
        .name = "console", .unit = "", .role = MATRIX_ROLE_console, .who = aviary->house->console};
    aviary->guests[aviary->n_guests++] = (struct guest){
        .name = "nobody", .unit = "", .role = MATRIX_ROLE_nobody, .who = {.station = 1}};
}

/* What a guest has to do with a ticket: of this house it is one thing at most. */
static inline enum matrix_relation relation_of(const struct guest *guest, const struct caged *caged)
{
    if (strncmp(guest->unit, "ac", 2) == 0) return MATRIX_accused;
    if (strcmp(guest->name, "owner") == 0)
        return caged->stage == STAGE_DRAFT ? MATRIX_own_draft : MATRIX_own;
    if (strcmp(guest->name, "leader") == 0 && caged->stage != STAGE_DRAFT) return MATRIX_leader;
    if (caged->stage == STAGE_INSTRUCTED) return MATRIX_instructed;
    if (caged->stage == STAGE_ARCHIVED && strcmp(guest->unit, "u1") == 0) return MATRIX_unit;
    if (caged->stage == STAGE_ARCHIVED && strcmp(guest->unit, "cu") == 0) return MATRIX_counit;
    return MATRIX_none;
}

static inline bool caged_guarded(const struct caged *caged)
{
    return caged->kind != MATRIX_KIND_normal && caged->kind != MATRIX_KIND_anonymous;
}

/* It rings, and is taken down. */
static inline void cage_open(struct aviary *aviary, size_t cage)
{
    struct house *house = aviary->house;
    struct caged *caged = &aviary->cages[cage];
    const unsigned caller = PERCH_CARD | PERCH_WORDS | PERCH_LETTER;
    struct slice phone = SING(READ_CALLER, PERCH_CARD | PERCH_WORDS, "phone");
    house_ready(house, WHO("owner"));
    caged->call = DO(house, WHO("trunk"), call_arrive, .line = code_of("12345"), .from = phone);
    DO(house, WHO("owner"), call_answer, .call = caged->call);
    caged->id = DO(
        house, WHO("owner"), ticket_save, .call = caged->call,
        .type = matrix_kinds[caged->kind].type, .anonymity = matrix_kinds[caged->kind].anonymity,
        .secrecy = matrix_kinds[caged->kind].secrecy, .subject = code_of("s1"),
        .accused = code_of("ac"), .phone = phone, .name = SING(READ_CALLER, caller, "name"),
        .address = SING(READ_CALLER, PERCH_CARD | PERCH_WORDS, "address"),
        .workplace = SING(READ_CALLER, PERCH_CARD | PERCH_WORDS, "workplace"),
        .matter = SING(READ, PERCH_CARD | PERCH_LIST | PERCH_LETTER, "matter"),
        .cause = SING(READ, PERCH_CARD, "cause"),
        .superior = canary_put(aviary, cage, VERB_READ, VERB_READ_ORIGIN, PERCH_CARD, "superior"));
    DO(house, WHO("owner"), ticket_fill, .ticket = caged->id, .field = code_of("F1"),
       .value = SING(READ, PERCH_FIELDS, "value"));
    DO(house, WHO("owner"), ticket_fill, .ticket = caged->id, .field = code_of("F2"),
       .value = SING(READ_CALLER, PERCH_FIELDS, "phone of a witness"));
    DO(house, WHO("owner"), call_end, .call = caged->call);
}

static inline void cage_refer(struct aviary *aviary, size_t cage)
{
    struct house *house = aviary->house;
    uint64_t id = aviary->cages[cage].id;
    DO(house, WHO("owner"), ticket_register, .ticket = id, .version = version_of(house, id));
    DO(house, WHO("desk"), ticket_amend, .ticket = id, .version = version_of(house, id),
       .nature = nature_personal, .reason = SING(READ, PERCH_HISTORY, "amended"));
    DO(house, WHO("desk"), ticket_refer, .ticket = id, .leader = code_of("leader"),
       .note = SING(READ, PERCH_HISTORY, "referred"));
}

static inline void cage_handle(struct aviary *aviary, size_t cage)
{
    struct house *house = aviary->house;
    uint64_t id = aviary->cages[cage].id;
    bool report = matrix_kinds[aviary->cages[cage].kind].type == ticket_type_report;
    DO(house, WHO("leader"), ticket_instruct, .ticket = id, .unit = code_of("u1"),
       .note = SING(READ, PERCH_HISTORY, "instructed"));
    DO(house, WHO("desk"), ticket_cosign, .ticket = id, .unit = code_of("cu"),
       .leader = code_of("leader"), .note = SING(READ, PERCH_HISTORY, "cosigned"));
    DO(house, WHO("unit"), ticket_sign, .ticket = id);
    if (!report) DO(house, WHO("unit"), ticket_acknowledge, .ticket = id);
    DO(house, WHO("unit"), ticket_plan, .ticket = id, .reply = SING(READ, PERCH_HISTORY, "plan"));
    DO(house, WHO("unit"), ticket_progress, .ticket = id,
       .reply = SING(READ, PERCH_HISTORY, "progress"));
    DO(house, WHO("unit"), ticket_conference, .ticket = id, .at_ms = house->now_ms,
       .note = SING(READ, PERCH_HISTORY, "conference"), .people = SING(READ, 0, "people"));
    DO(house, WHO("desk"), ticket_supervise, .ticket = id, .kind = supervision_urge,
       .note = SING(READ, PERCH_HISTORY, "urged"));
    DO(house, WHO("counit"), ticket_opinion, .ticket = id,
       .reply = SING(READ, PERCH_HISTORY | PERCH_COUNITS, "opinion"));
    DO(house, WHO("unit"), ticket_reply, .ticket = id, .view = caller_view_satisfied,
       .resolution = resolution_solved, .publicity = publicity_private,
       .reply = SING(READ, PERCH_CARD | PERCH_HISTORY | PERCH_LETTER, "reply"),
       .measures = SING(READ, PERCH_CARD | PERCH_LETTER, "measures"),
       .result = SING(READ, PERCH_CARD | PERCH_LETTER, "result"));
    DO(house, WHO("approver"), ticket_pass, .ticket = id,
       .note = SING(READ, PERCH_HISTORY, "passed"));
    DO(house, WHO("owner"), ticket_identify, .ticket = id, .way = identity_way_details,
       .note = SING(READ, PERCH_HISTORY, "identified"));
    DO(house, WHO("owner"), ticket_follow_up, .ticket = id, .outcome = outcome_satisfied,
       .grade = grade_satisfied, .process = grade_satisfied, .solved = solved_yes,
       .opinion = SING(READ, PERCH_HISTORY | PERCH_CARD, "opinion"));
}

/* One look with its reason. What was asked of passing it on is seen by its readers and by those who
 * may decide (see the test). */
static inline void cage_look(struct aviary *aviary, size_t cage)
{
    struct house *house = aviary->house;
    const struct caged *caged = &aviary->cages[cage];
    DO(house, WHO("desk"), letter_issue, .ticket = caged->id);
    DO(house, WHO("desk"), ticket_reveal, .ticket = caged->id,
       .reason =
           canary_put(aviary, cage, VERB_READ, VERB_READ, PERCH_HISTORY | PERCH_AUDIT, "looked"));
    if (matrix_kinds[caged->kind].anonymity == anonymity_anonymous) return;
    DO(house, WHO("desk"), disclosure_ask, .ticket = caged->id,
       .recipient = SING(READ, PERCH_DISCLOSURES, "recipient"),
       .purpose = SING(READ, PERCH_DISCLOSURES, "purpose"),
       .undertaking = SING(READ, PERCH_DISCLOSURES, "undertaking"));
}

/* What an inspector and the desk say of it, and that it has to do with the ticket before it. */
static inline void cage_judge(struct aviary *aviary, size_t cage)
{
    struct house *house = aviary->house;
    const struct caged *caged = &aviary->cages[cage], *before = caged - 1;
    DO(house, WHO("desk"), score_enter, .unit = code_of("u1"), .rule = score_rule_notice_county,
       .ticket = caged->id, .note = SING(READ, 0, "notice"));
    DO(house, WHO("desk"), survey_answer, .ticket = caged->id, .survey = code_of("V1"),
       .grade = grade_satisfied, .opinion = SING(READ, PERCH_HISTORY, "surveyed"));
    DO(house, WHO("desk"), ticket_link, .ticket = caged->id, .other = before->id,
       .kind = link_kind_related, .note = SING(READ, PERCH_LINKS | PERCH_HISTORY, "linked"));
    aviary->canaries[aviary->n_canaries - 1].other = cage - 1;
    if (caged_guarded(caged)) return; /* inspectors do not read all of those */
    DO(house, WHO("inspector"), sample_score, .ticket = caged->id, .score = 80,
       .note = SING(READ, 0, "sampled"));
}

static inline void aviary_fill(struct aviary *aviary, struct house *house)
{
    aviary->house = house;
    const struct who *console = &house->console;
    DO(house, console, unit_add, .code = code_of("cu"), .name = slice_of("会办单位"));
    DO(house, console, unit_add, .code = code_of("st"), .name = slice_of("别的单位"));
    DO(house, console, unit_add, .code = code_of("ac"), .name = slice_of("被举报单位"));
    DO(house, console, unit_add, .code = code_of("ac1"), .name = slice_of("下属单位"),
       .parent = code_of("ac"));
    DO(house, console, field_add, .code = code_of("F1"), .name = slice_of("栏"),
       .kind = value_kind_text);
    DO(house, console, field_add, .code = code_of("F2"), .name = slice_of("电话"),
       .kind = value_kind_phone);
    guests_come(aviary);
    DO(house, WHO("desk"), survey_add, .code = code_of("V1"), .name = slice_of("问卷"),
       .from_ms = house->now_ms, .until_ms = house->now_ms + 1000 * MINUTE);
    for (size_t cage = 0; cage < CAGES; cage++) {
        struct caged *caged = &aviary->cages[cage];
        caged->kind = (enum matrix_kind)(cage / STAGES);
        caged->stage = (enum stage)(cage % STAGES);
        cage_open(aviary, cage);
        if (caged->stage >= STAGE_INSTRUCTED) cage_refer(aviary, cage);
        if (caged->stage < STAGE_ARCHIVED) continue;
        cage_handle(aviary, cage);
        cage_look(aviary, cage);
        cage_judge(aviary, cage);
    }
    DO(house, WHO("owner"), agent_pause, .reason = break_reason_rest);
    house_sync(house);
}

#endif
