/* rexian-bench-similar: how long ticket.similar takes in a centre with many tickets, for what a
 * desk asks while a record is typed. p50 and p99 of each kind of question, by the clock and in
 * processor time of its own, which a busy machine lengthens less. Arguments: number of tickets
 * (100000), --json. */
#include "tests/unit/query/house.h"

#include <time.h>

#include "common/clock.h"
#include "common/text.h"

enum { ASKED = 500, SUBJECTS = 40, CALLERS = 40000, COMMIT = 5000, MATTER = 2000 };

static const char *const roads[] = {"人民路", "解放大道", "滨江路", "建设街", "文昌巷", "中山路",
                                    "新华街", "学府路",   "工业园", "火车站", "桥头",   "东湖"};
static const char *const things[] = {
    "夜间施工噪声扰民",       "路灯不亮",         "自来水水压不足", "井盖破损",
    "公交车不按时发车",       "油烟直接排到楼道", "占道经营",       "垃圾没有清运",
    "医保卡无法在外地使用",   "暖气不热",         "树枝压住电线",   "停车位被占用",
    "拖欠工资没有发放",       "广场舞音乐太大",   "绿化带被毁",     "下水道堵塞返水",
    "小学门口交通拥堵有危险", "网购退货被拒绝",   "房产证迟迟未办", "健身器材损坏"};
static const char *const more[] = {"居民多次向物业反映没有结果，", "已经持续三天，",
                                   "老人和孩子出行不便，",         "希望有关单位尽快到现场核实，",
                                   "来电人要求答复处理时间，",     "附近还有两处同样的情况，",
                                   "之前有人来看过但没有解决，",   "晚上十点以后更严重，"};

#define PICK(list, n) list[(n) % (sizeof list / sizeof *list)]

/* Some hundred characters, as a record has. */
static struct slice matter(uint64_t n, char out[MATTER])
{
    int used = snprintf(out, MATTER, "%s%llu号%s。", PICK(roads, n * 7), n % 211ULL,
                        PICK(things, n * 13 + n / 97));
    for (uint64_t i = 0; i < 4 + n % 5; i++)
        used += snprintf(out + used, MATTER - (size_t)used, "%s", PICK(more, n / 3 + i * 5));
    return slice_bytes(out, (size_t)used);
}

static void fill(struct house *house, uint64_t tickets)
{
    char text[MATTER], phone[24], place[120], code[8];
    for (int i = 0; i < SUBJECTS; i++) {
        snprintf(code, sizeof code, "b%d", i);
        DO(house, &house->console, subject_add, .code = code_of(code), .name = slice_of(code),
           .unit = code_of("u1"));
    }
    for (uint64_t n = 0; n < tickets; n++) {
        snprintf(code, sizeof code, "b%llu", (unsigned long long)(n * 31 % SUBJECTS));
        snprintf(phone, sizeof phone, "1380%07llu", (unsigned long long)(n * 7919 % CALLERS));
        snprintf(place, sizeof place, "%s%llu号院", PICK(roads, n * 7), n % 211ULL);
        uint64_t id =
            DO(house, &house->op1, ticket_save, .type = ticket_type_help, .subject = code_of(code),
               .phone = slice_of(phone), .address = slice_of(place), .matter = matter(n, text));
        DO(house, &house->op1, ticket_register, .ticket = id, .version = 1);
        house->now_ms += 100;
        if (n % COMMIT == COMMIT - 1) house_sync(house);
        arena_reset(&house->arena);
    }
    house_sync(house);
}

static int by_size(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

static uint64_t cpu_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

/* The kinds of question. */
enum kind { WORDS, EVERYTHING, PHONE };
static const char *const kinds[] = {"words typed so far", "phone, subject, address, matter",
                                    "phone"};

static uint64_t ask_one(struct house *house, enum kind kind, uint64_t i)
{
    char text[MATTER], phone[24];
    struct rec_similar_page page = {0};
    struct req_ticket_similar ask = {.matter = matter(i * 61 + 5, text)};
    snprintf(phone, sizeof phone, "1380%07llu", (unsigned long long)(i * 83 % CALLERS));
    if (kind == WORDS) ask.matter.n = text_fit_bytes(ask.matter, 24 + i % 60);
    if (kind == PHONE) ask = (struct req_ticket_similar){.phone = slice_of(phone)};
    if (kind == EVERYTHING) {
        ask.phone = slice_of(phone);
        ask.subject = code_of("b7");
        ask.address = slice_of("滨江路15号院");
    }
    arena_reset(&house->answers);
    struct query query = {
        &house->settings, store_txn(house->store), &house->op1, house->now_ms, NULL,
        &house->answers};
    enum reject reject = query_answer(&query, request_ticket_similar, &ask, &page, &house->fault);
    ASSERT(reject == REJECT_OK);
    return page.rows.n;
}

static double at_pct(const uint64_t times_ns[ASKED], int pct)
{
    return (double)times_ns[ASKED * pct / 100] / 1e6;
}

static void measure(struct house *house, enum kind kind, bool json)
{
    static uint64_t wall[ASKED], cpu[ASKED];
    uint64_t found = 0;
    for (uint64_t i = 0; i < ASKED; i++) {
        uint64_t from_ns = clock_mono_ns(), cpu_from_ns = cpu_ns();
        found += ask_one(house, kind, i);
        cpu[i] = cpu_ns() - cpu_from_ns;
        wall[i] = clock_mono_ns() - from_ns;
    }
    qsort(wall, ASKED, sizeof *wall, by_size);
    qsort(cpu, ASKED, sizeof *cpu, by_size);
    printf(json ? "{\"question\":\"%s\",\"p50_ms\":%.3f,\"p99_ms\":%.3f,\"cpu_p50_ms\":%.3f,"
                  "\"cpu_p99_ms\":%.3f,\"found\":%.1f}\n"
                : "%-34s  p50 %6.2f ms  p99 %6.2f ms   cpu p50 %6.2f ms  p99 %6.2f ms   found "
                  "%.1f\n",
           kinds[kind], at_pct(wall, 50), at_pct(wall, 99), at_pct(cpu, 50), at_pct(cpu, 99),
           (double)found / ASKED);
}

int main(int argc, char **argv)
{
    uint64_t tickets = 100000;
    bool json = false;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--json") == 0)
            json = true;
        else
            tickets = strtoull(argv[i], NULL, 10);
    }
    void *state;
    house_setup(&state);
    struct house *house = state;
    uint64_t from_ms = clock_mono_ms();
    fill(house, tickets);
    if (!json)
        printf("ticket.similar among %llu tickets (filled in %.1f s)\n",
               (unsigned long long)tickets, (double)(clock_mono_ms() - from_ms) / 1000);
    measure(house, WORDS, json);
    measure(house, EVERYTHING, json);
    measure(house, PHONE, json);
    return house_teardown(&state);
}
