/* Invented people and matters. Numbers are of the form 199-0000-nnnn, streets and estates do not
 * exist; whoever recognises himself is not meant. */
#include "client/sim/world.h"

static const char *const surnames[] = {"钟", "柳", "邵", "骆", "贺", "温", "葛", "尤", "季", "冉"};
static const char *const given[] = {"望舒", "小满", "知秋", "云舟", "若谷", "青禾", "朝歌", "临风"};
static const char *const streets[] = {"望湖路", "青石巷", "柳浪街", "东篱大道", "云栖里", "朝阳坡"};

struct case_of {
    enum ticket_type type;
    const char *subject;
    const char *matter;
};

/* Subjects are those of demo/centre.txt. */
static const struct case_of cases[] = {
    {ticket_type_help, "0101",
     "小区门口的路灯连续三个晚上不亮，老人出门看不清台阶，希望尽快派人检修。"},
    {ticket_type_complaint, "0102",
     "楼下工地夜里十一点以后还在浇筑，噪声很大，孩子没法睡觉，已经持续一周。"},
    {ticket_type_consult, "0201",
     "想问一下灵活就业人员怎样办理医保参保，需要带哪些材料，到哪个窗口。"},
    {ticket_type_help, "0103", "家里从早上开始停水，物业说是主管道漏水，请问什么时候能恢复供水？"},
    {ticket_type_suggestion, "0301",
     "建议在学校门口增加一处行人过街信号灯，早晚高峰车流太密，孩子过马路危险。"},
    {ticket_type_praise, "0302", "公交六路的一位司机师傅主动扶盲人上车，想请你们转达感谢。"},
    {ticket_type_report, "0401", "街角一家餐馆把油烟直接排到居民楼道，窗户都不敢开，请核实处理。"},
    {ticket_type_other, "0402", "在公园捡到一个装有证件的布包，想知道应该交到什么地方。"},
};

enum { CASES = sizeof cases / sizeof *cases };

#define PICK(world, list) (list)[chance_below(world, sizeof(list) / sizeof *(list))]

static void plant(struct world *world, enum where_said spoken, struct caller *out)
{
    if (world->n_canary == 0) return;
    size_t at = world->next_canary[spoken]++;
    /* in turn a name, a phone and a matter, until all of them have been said */
    const char *word = world->canary[at % world->n_canary];
    if (at % 3 == 0) snprintf(out->name, sizeof out->name, "%s", word);
    if (at % 3 == 1) snprintf(out->phone, sizeof out->phone, "%.*s", LIMIT_PHONE, word);
    if (at % 3 == 2) snprintf(out->matter, sizeof out->matter, "%s 来电人反映的情况。", word);
}

void caller_invent(struct world *world, enum where_said spoken, uint64_t n, struct caller *out)
{
    const struct case_of *what = &cases[chance_below(world, CASES)];
    *out = (struct caller){.subject = what->subject, .type = what->type};
    snprintf(out->name, sizeof out->name, "%s%s", PICK(world, surnames), PICK(world, given));
    /* one in four rings again from a number that has rung before */
    uint64_t who = n > 4 && chance(world, 0.25) ? chance_below(world, n) : n;
    snprintf(out->phone, sizeof out->phone, "1990000%04u", (unsigned)(who % 10000));
    snprintf(out->address, sizeof out->address, "%s%u号%u单元", PICK(world, streets),
             (unsigned)(1 + chance_below(world, 300)), (unsigned)(1 + chance_below(world, 6)));
    snprintf(out->matter, sizeof out->matter, "%s（模拟来电第%llu号）", what->matter,
             (unsigned long long)n);
    plant(world, spoken, out);
}
