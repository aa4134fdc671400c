#include "client/ctl/chapters.h"

#define N_(text) text

static const struct chapter table[] = {
    {"house", N_("The house: state, backup, journal, who is signed in"),
     "hello status check backup journal. facts. wall. session. me."},
    {"registers", N_("Registers: people, units, subjects, forms, texts, calendar"),
     "line. unit. subject. person. station. script. article. profile. field. phrase. expert. "
     "survey. calendar."},
    {"queues", N_("Queues: skills, rules, places, loans; opening hours are in registers"),
     "skill. queue.add queue.change queue.retire queue.list queue.place agent.borrow "
     "agent.return"},
    {"surge", N_("Surge mode, bursts, areas, notices"), "surge. burst. area. notice."},
    {"calls", N_("Calls and agents"),
     "call. agent.ready agent.pause agent.list agent.allow agent.refuse"},
    {"outbound", N_("Callbacks, outbound lists, numbers not to be called"),
     "callback. outbound. no_call."},
    {"specials", N_("Special calls: alerts, harassment, troubleshooting, supply and demand"),
     "plan. alert. caller. tree. market. ticket.walk ticket.identify"},
    {"record", N_("A ticket's record: drafts, forms, what is alike, what belongs together"),
     "ticket.save ticket.register ticket.amend ticket.fill ticket.fields ticket.show ticket.list "
     "ticket.history ticket.reveal ticket.similar ticket.link ticket.links ticket.merge "
     "ticket.split"},
    {"replies", N_("Reply, approval, letter, follow-up, archive"),
     "ticket.reply ticket.answer ticket.pass ticket.send_back ticket.irregular ticket.follow_up "
     "ticket.redo ticket.uphold ticket.reopen letter."},
    {"handling", N_("Handling: dispatch, leaders, returns, extensions, opinions, supervision"),
     "ticket. duty. work."},
    {"scores", N_("Points, samples, figures"),
     "score. sample. figures. agent. queue.figures agent.figures volume.show"},
    {"secrecy", N_("Who saw what, and who may be told"), "disclosure. audit."},
};

static const struct example example_table[] = {
    {"status", "status --json"},
    {"backup", "backup /var/backups/rexian-2026-11-22"},
    {"check", "check --replay"},
    {"journal.export", "journal export > journal.ndjson"},
    {"station.add", "station add S12 --name \"第二排左三\" --out S12.station"},
    {"person.add", "person add 1001 --name \"张三\" --roles operator,lead --password 'a long one'"},
    {"person.away", "person away 4001"},
    {"unit.add", "unit add U07 --name \"水务局\" --parent U01"},
    {"subject.add",
     "subject add 0105 --name \"暖气\" --parent 01 --unit U01 --synonyms \"供热 供暖\" "
     "--limit_kind days --limit_n 3"},
    {"profile.set", "profile set complaint --line 12345 --must_name --must_phone"},
    {"field.add", "field add C-WHEN --name \"发生时间\" --kind time --type complaint --must"},
    {"script.add",
     "script add C1 --kind closing --body \"请问还有其他需要吗？感谢来电，{title}再见。\""},
    {"script.preview", "script preview --line 12345 --late --surge --type complaint"},
    {"person.clear", "person clear 1009 --sheet \"演练二十通，合格\""},
    {"surge.start", "surge start \"暴雨，来电很多\" --until_ms 2026-11-22T20:00"},
    {"surge.show", "surge show --json"},
    {"area.add", "area add QJ-D --name \"东城区\" --parent QJ"},
    {"burst.list", "burst list --closed"},
    {"burst.pin", "burst pin 3 --answer \"抢修中，预计十八时恢复供水\""},
    {"notice.put", "notice put \"电话系统检修，请改用网上信箱\" --outage"},
    {"notice.end", "notice end 2"},
    {"phrase.add", "phrase add P1 --body \"已转有关部门处理\""},
    {"expert.add", "expert add E1 --name \"李教授\" --subject 0103"},
    {"calendar.load", "calendar load cn-2027.txt"},
    {"calendar.show", "calendar show --from 2026-09-28 --days 14"},
    {"line.hours",
     "line hours 12345 --hours \"mon-fri 08:00-12:00 13:30-18:00; holiday 10:00-12:00\""},
    {"line.extend",
     "line extend 12345 --from_ms 2026-11-22T18:00 --until_ms 2026-11-22T22:00 --reason \"暴雨\""},
    {"skill.give", "skill give 1001 EN --level 2"},
    {"queue.add", "queue add EN --name \"英语台\" --skill EN --level 2 --relax_s 30 "
                  "--overflow 12345 --overflow_s 120 --offer_s 60"},
    {"queue.change", "queue change 12345 --offer_s 60 --most_s 600"},
    {"agent.borrow", "agent borrow 1002 EN --level 5 --until_ms 2026-11-22T18:00"},
    {"call.arrive", "call arrive --line 12345 --from 19900000001"},
    {"call.transfer", "call transfer 118 --queue 12328 --note \"要查公交卡余额\""},
    {"call.consult", "call consult 118 --to 1002 --note \"问公交卡怎么退\""},
    {"call.refer", "call refer 118 110 --note \"家中被盗\""},
    {"agent.allow", "agent allow 1002"},
    {"agent.refuse", "agent refuse 1002 --note \"等一刻钟\""},
    {"call.promise", "call promise 118 --number 13900139000"},
    {"call.withdraw", "call withdraw 118 \"已电话沟通\""},
    {"call.enter", "call enter 12345 --arrived_ms 2026-11-22T09:10 --answered_ms 2026-11-22T09:11 "
                   "--ended_ms 2026-11-22T09:19 --note \"停电，手机接听\""},
    {"callback.list", "callback list --json"},
    {"outbound.add", "outbound add ZP1 --name \"春季招聘\" --kind recruiting --from_ms 2026-03-01 "
                     "--until_ms 2026-03-15 --line 12345 --tries 3"},
    {"outbound.enter", "outbound enter ZP1 13900139001 --name \"王某\" --note \"焊工\""},
    {"outbound.list", "outbound list --json"},
    {"no_call.add", "no_call add 13900139001 --reason \"来电要求\""},
    {"no_call.remove", "no_call remove 13900139001"},
    {"plan.add", "plan add E1 --name \"应急预案\" --kind emergency --ack_min 3"},
    {"plan.set", "plan set E1 --post 1 --place 1 --number 6001"},
    {"alert.list", "alert list --json"},
    {"alert.acknowledge", "alert acknowledge 3 --note \"已派人\""},
    {"caller.mark", "caller mark 118 abuse --note \"一直骂人\""},
    {"caller.block", "caller block 118 --until_ms 2026-12-01T08:00 --reason \"多次骚扰\""},
    {"caller.export", "caller export 118 --purpose \"向派出所报案\""},
    {"tree.load", "tree load NET --name \"上网\" --text \"1 = solved: 重启路由器。\""},
    {"ticket.walk", "ticket walk 12 --tree NET --path \"1>3\""},
    {"ticket.identify", "ticket identify 12 details"},
    {"market.add", "market add supply --what \"西瓜两吨\" --contact \"瓜农\""},
    {"market.match", "market match 4 7"},
    {"ticket.list", "ticket list --view state --state follow_up --json"},
    {"ticket.similar", "ticket similar --phone 13800138000 --subject 0102 --matter \"夜间施工\""},
    {"ticket.link", "ticket link 17 --other 12 --kind repeat --cause badly_handled"},
    {"ticket.merge", "ticket merge 17 --into 12 --note \"同一处水管\""},
    {"ticket.split", "ticket split 12 --matter \"路灯不亮\" --note \"两件事\" --type help"},
    {"ticket.dispatch", "ticket dispatch 12 U01 --subject 0103 --note \"请尽快\" --version 2"},
    {"ticket.extend", "ticket extend 12 --at_ms 2026-12-01T17:30 --note \"配件未到\""},
    {"ticket.cosign", "ticket cosign 12 --unit U03 --note \"请提意见\" --leader 6001"},
    {"ticket.supervise", "ticket supervise 12 --kind supervise --level 2 --note \"督办\""},
    {"duty.list", "duty list --json"},
    {"ticket.reply",
     "ticket reply 12 --reply \"…\" --measures \"…\" --result \"…\" --view satisfied"},
    {"ticket.follow_up", "ticket follow_up 12 satisfied --solved yes --grade satisfied"},
    {"letter.issue", "letter issue 12"},
    {"score.list", "score list --unit U01 --json"},
    {"score.table", "score table --json"},
    {"queue.figures", "queue figures --from_ms 2026-11-01 --until_ms 2026-12-01"},
    {"agent.figures", "agent figures --json"},
    {"volume.show", "volume show --from_ms 2026-11-01 --until_ms 2026-12-01 --json"},
    {"sample.score", "sample score --ticket 12 --score 92 --note \"记录完整\""},
    {"figures.show", "figures show --json"},
    {"disclosure.ask", "disclosure ask 12 --recipient \"某法院\" --purpose \"案件审理\" "
                       "--undertaking \"不作他用\""},
    {"audit.list", "audit list --ticket 12"},
};

const struct chapter *chapters(size_t *n)
{
    *n = sizeof table / sizeof *table;
    return table;
}

/* Whether the list names this verb, itself or by its noun. */
static bool names(const char *verbs, const char *verb)
{
    size_t noun = strcspn(verb, ".");
    while (*verbs) {
        size_t n = strcspn(verbs, " ");
        bool whole = n > 0 && verbs[n - 1] == '.';
        if (whole ? n - 1 == noun && memcmp(verbs, verb, noun) == 0
                  : n == strlen(verb) && memcmp(verbs, verb, n) == 0)
            return true;
        verbs += n;
        verbs += strspn(verbs, " ");
    }
    return false;
}

const struct chapter *chapter_of(const char *verb)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (names(table[i].verbs, verb)) return &table[i];
    return NULL;
}

const struct example *examples(size_t *n)
{
    *n = sizeof example_table / sizeof *example_table;
    return example_table;
}
