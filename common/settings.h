/* The dispatcher's settings, described once: this table makes the struct, the defaults, the reader
 * of the configuration file, its example and docs/configuration.md. Adding a setting is adding a
 * row. The struct is plain and can be copied; the core gets it as an argument. The unit is the last
 * part of a name. */
#ifndef COMMON_SETTINGS_H
#define COMMON_SETTINGS_H

#include "common/conf.h"

/* S(name, type, default as text, min, max, help) */
#define SETTINGS_TABLE(S)                                                                          \
    S(listen, STR, "tcp://127.0.0.1:7712", 1, LIMIT_SETTING,                                       \
      "ZeroMQ endpoint for commands and queries of desks, walls and offices.")                     \
    S(publish, STR, "tcp://127.0.0.1:7713", 1, LIMIT_SETTING,                                      \
      "ZeroMQ endpoint on which facts are published.")                                             \
    S(reserve_mib, INT, "256", 32, 1048576,                                                        \
      "Writes are refused while the disk has less free space than this; it must hold a commit.")   \
    S(map_gib, INT, "64", 1, 65536,                                                                \
      "Address space of the store; not disk space, so leave it large.")                            \
    S(segment_mib, INT, "8", 1, 1024, "Size of one preallocated segment of the redo log.")         \
    S(turn_max, INT, "256", 1, 65536, "Commands that are stepped together before one sync.")       \
    S(commit_steps, INT, "5000", 1, 1000000, "Steps after which the store commits at the latest.") \
    S(commit_ms, DURATION, "200", 1, 60000, "Time after which the store commits at the latest.")   \
    S(offer_lease_s, DURATION, "20", 1, 600,                                                       \
      "A call that rings at an agent for this long goes to the next one (R4).")                    \
    S(answer_target_s, DURATION, "20", 1, 600,                                                     \
      "Answered within this time counts for the service level (R67).")                             \
    S(apology_after_s, DURATION, "15", 1, 600,                                                     \
      "A call that waited longer is greeted with an apology (R3).")                                \
    S(session_h, DURATION, "16", 1, 168, "A session ends this long after signing in.")             \
    S(callback_lead_min, DURATION, "10", 0, 10080,                                                 \
      "A promised callback that is this late is told to the team lead (R25).")                     \
    S(follow_up_tries, INT, "3", 1, 20,                                                            \
      "Attempts to reach a caller before a follow-up is closed as unreachable (R57).")             \
    S(follow_up_retry_min, DURATION, "120", 1, 10080, "Time between two such attempts.")           \
    S(return_h, DURATION, "0", 0, 720,                                                             \
      "A unit may return a wrong assignment this long after it; 0: until close that day (R26).")   \
    S(return_max, INT, "1", 0, 20, "Returns of one assignment that a unit may ask for (R26).")     \
    S(instruct_h, DURATION, "24", 1, 720, "A leader's instruction is due within this time (R31).") \
    S(sign_h, DURATION, "8", 1, 720, "A unit signs an assignment within these open hours (R70).")  \
    S(ack_h, DURATION, "24", 1, 720,                                                               \
      "The caller of a complaint knows within this time who works on it (R23).")                   \
    S(progress_days, INT, "3", 0, 100,                                                             \
      "A complaint's progress is noted every so many working days; 0: need not be (R37).")         \
    S(plan_needed, BOOL, "yes", 0, 0, "A complaint is not replied to without a plan (R37).")       \
    S(opinion_days, INT, "3", 0, 100, "A co-unit's opinion is due in so many working days (R30).") \
    S(commit_days_max, INT, "60", 0, 1000,                                                         \
      "A promised final date is at most so many working days ahead (R30).")                        \
    S(extend_max, INT, "2", 0, 20, "Extensions granted for one assignment (R34).")                 \
    S(extend_days_max, INT, "10", 0, 1000,                                                         \
      "An extension ends at most so many working days after the deadline (R34).")                  \
    S(retention_days, DURATION, "1095", 0, 36500,                                                  \
      "Words of a closed ticket are erased after this time, figures stay; 0: never.")              \
    S(reply_min_chars, INT, "6", 1, 1000,                                                          \
      "Letters and digits that each part of a reply has at least, else it is vague (R56).")        \
    S(auth_queue, INT, "64", 1, 4096, "Sign-ins that may wait for the password check.")            \
    S(backoff_base_ms, DURATION, "500", 1, 60000, "Wait after the first failed sign-in.")          \
    S(backoff_max_s, DURATION, "300", 1, 86400, "Longest wait after failed sign-ins.")             \
    S(argon_mib, INT, "64", 8, 4096, "Memory of one password check (argon2id).")                   \
    S(argon_ops, INT, "2", 1, 100, "Passes of one password check (argon2id).")                     \
    S(wall_hz, INT, "4", 1, 20, "Summaries for the live queue screens per second.")                \
    S(log_level, LEVEL, "info", 0, 0, "Events below this level are not logged.")                   \
    S(score_base_results, INT, "80", 0, 100,                                                       \
      "A unit's base of results; leadership and systems add 10 each (R69).")                       \
    S(score_attention, INT, "4", 0, 100, "Most points for leadership: attention (R69).")           \
    S(score_review, INT, "3", 0, 100, "Most points for leadership: review of tickets (R69).")      \
    S(score_reception, INT, "3", 0, 100,                                                           \
      "Most points for leadership: reception of callers (R69).")                                   \
    S(score_rules, INT, "5", 0, 100, "Most points for systems: rules (R69).")                      \
    S(score_staff, INT, "5", 0, 100, "Most points for systems: staff (R69).")                      \
    S(score_overdue, INT, "1", 0, 100, "Points taken for a ticket overdue in a unit (R70).")       \
    S(score_repeat, INT, "1", 0, 100,                                                              \
      "Points taken when a caller comes again, because badly handled (R70).")                      \
    S(score_redo, INT, "1", 0, 100, "Points taken for a redo after the follow-up (R70).")          \
    S(score_false_result, INT, "1", 0, 100,                                                        \
      "Points taken for a false result, beside the redo (R70).")                                   \
    S(score_late_sign, INT, "1", 0, 100, "Points taken for signing late (R70).")                   \
    S(score_notice_county, INT, "5", 0, 100, "Points taken for a county's notice (R70).")          \
    S(score_notice_city, INT, "10", 0, 100,                                                        \
      "Points taken for a city's or province's notice (R70).")                                     \
    S(score_supervised_again, INT, "10", 0, 100,                                                   \
      "Points taken for renewed supervision of a ticket (R70).")                                   \
    S(score_very_satisfied, INT, "1", 0, 100, "Points given for a very satisfied caller (R71).")   \
    S(score_praise_county, INT, "5", 0, 100, "Points given for county praise (R71).")              \
    S(score_praise_city, INT, "10", 0, 100, "Points given for city praise (R71).")                 \
    S(score_bonus_cap, INT, "20", 0, 1000, "At most so many points given count in a month (R71).") \
    S(score_agent_year, INT, "12", 0, 100, "An operator's points of a year (R72).")                \
    S(appeal_days, INT, "5", 0, 365,                                                               \
      "Working days in which a point can be appealed against (R73).")                              \
    S(limit_consult_days, INT, "3", 1, 366, "Time limit of a consultation, working days (R22).")   \
    S(limit_help_days, INT, "5", 1, 366, "Time limit of a request for help, working days (R22).")  \
    S(limit_complaint_days, INT, "5", 1, 366, "Time limit of a complaint, working days (R22).")    \
    S(limit_report_days, INT, "10", 1, 366, "Time limit of a report, working days (R22).")         \
    S(limit_suggestion_days, INT, "5", 1, 366, "Time limit of a suggestion, working days (R22).")  \
    S(limit_praise_days, INT, "3", 1, 366, "Time limit of praise, working days (R22).")            \
    S(limit_other_days, INT, "3", 1, 366, "Time limit of anything else, working days (R22).")      \
    S(limit_emergency_h, DURATION, "24", 1, 8760,                                                  \
      "No emergency has longer than these running hours (R23).")                                   \
    S(limit_urgent_h, DURATION, "48", 1, 8760,                                                     \
      "Nothing urgent has longer than these running hours (R23).")                                 \
    S(limit_counts_first_day, BOOL, "no", 0, 0,                                                    \
      "The day of the dispatch is working day 1 of a limit, when the office is still to close.")   \
    S(limit_ends_at_close, BOOL, "yes", 0, 0,                                                      \
      "A limit in days ends when the office closes on its last day; no: at midnight.")             \
    S(warn_half_pct, INT, "50", 1, 99, "First warning: this share of the time is gone.")           \
    S(warn_most_pct, INT, "80", 1, 99, "Second warning: this share of the time is gone.")          \
    S(calendar_ahead_days, INT, "60", 0, 1000,                                                     \
      "A working calendar that covers fewer days than this from now on is told to be renewed.")    \
    S(presence_s, DURATION, "15", 3, 600,                                                          \
      "A console that is silent for this long counts as gone; its agent gets no calls.")           \
    S(offline_call_s, DURATION, "120", 5, 3600,                                                    \
      "A caller whose agent's console is silent this long goes to the head of the queue.")         \
    S(hold_remind_s, DURATION, "45", 5, 3600,                                                      \
      "The agent is reminded of a caller on hold after this time (R41).")                          \
    S(wrap_limit_s, DURATION, "300", 0, 86400,                                                     \
      "An agent becomes ready by itself after wrapping up for this long; 0: never (R42).")         \
    S(confirm_s, DURATION, "20", 3, 600,                                                           \
      "A caller who was handed over goes back unless both talk within this time (R41).")           \
    S(outside_s, DURATION, "45", 5, 600, "Likewise when passed to an outside number.")             \
    S(break_rest_min, DURATION, "15", 1, 1440, "A rest is reported to the lead after this time.")  \
    S(break_meal_min, DURATION, "45", 1, 1440, "Likewise a meal.")                                 \
    S(break_meeting_min, DURATION, "60", 1, 1440, "Likewise a meeting.")                           \
    S(break_training_min, DURATION, "120", 1, 1440, "Likewise training.")                          \
    S(break_other_min, DURATION, "15", 1, 1440, "Likewise any other break.")                       \
    S(breaks_pct, INT, "20", 0, 100,                                                               \
      "When this share of the agents is on a rest or meal, one more needs the lead's leave; 100: " \
      "never.")                                                                                    \
    S(callback_tries, INT, "3", 1, 20,                                                             \
      "Attempts to reach a caller who was promised a callback from the queue.")                    \
    S(callback_retry_min, DURATION, "10", 1, 1440, "Time between two such attempts.")              \
    S(contact_lease_min, DURATION, "15", 1, 1440,                                                  \
      "A contact of an outbound list goes back unless it is reported on within this time.")        \
    S(contact_retry_min, DURATION, "60", 1, 10080,                                                 \
      "Time between two attempts to reach a contact (R48).")                                       \
    S(relay_ack_min, DURATION, "5", 1, 1440,                                                       \
      "An alert that is not acknowledged goes to the next on the plan after this time (R43).")     \
    S(block_days_max, INT, "30", 1, 3660, "A number is blocked for at most so many days (R45).")   \
    S(identity_needed, BOOL, "yes", 0, 0,                                                          \
      "Before a result is told to the caller of a report or guarded ticket, identity is checked "  \
      "(R49).")                                                                                    \
    S(visit_h, DURATION, "24", 1, 720,                                                             \
      "Running hours until a visit when troubleshooting did not help (R50).")                      \
    S(surge_waiting, INT, "0", 0, 100000,                                                          \
      "Surge mode begins when so many callers wait in one queue; 0: never by rule (R82).")         \
    S(surge_wait_s, DURATION, "0", 0, 86400,                                                       \
      "Surge mode begins when a caller has waited for this long; 0: never by rule.")               \
    S(surge_hold_min, DURATION, "10", 1, 1440,                                                     \
      "Surge mode by rule ends when its cause was away for this long.")                            \
    S(surge_wrap_s, DURATION, "60", 1, 86400, "Wrap-up limit in surge mode.")                      \
    S(surge_offer_s, DURATION, "20", 1, 86400,                                                     \
      "In surge mode a callback is offered after this wait.")                                      \
    S(burst_window_min, DURATION, "60", 1, 10080,                                                  \
      "Tickets of one subject in one area within this time are counted together (R85).")           \
    S(burst_tickets, INT, "5", 2, 1000, "So many of them are a burst.")                            \
    S(burst_quiet_min, DURATION, "120", 1, 10080,                                                  \
      "A burst is over when no such ticket came for this long.")

struct settings {
    SETTINGS_TABLE(CONF_FIELD)
};

void settings_default(struct settings *settings);
/* See conf_load. */
enum err settings_load(const char *path, struct settings *settings, char *why,
                       size_t cap) MUST_CHECK;
/* The same from text; `name` stands for the file's name in `why`. */
enum err settings_parse(const char *name, struct slice text, struct settings *settings, char *why,
                        size_t cap) MUST_CHECK;
/* docs/configuration.md and the example file that `init` writes. */
void settings_print_markdown(FILE *out);
void settings_print_example(FILE *out);

#endif
