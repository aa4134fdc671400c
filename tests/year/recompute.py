#!/usr/bin/env python3
"""Reckons the scores and figures of docs/figures.md again, from nothing but the exported journal and
the settings, and compares them with what the dispatcher answered.

    recompute.py DIR [JOURNAL]      DIR as rexian-year writes it; JOURNAL instead of DIR/journal.jsonl

Last line: units=… months=… points=… scores=… figures=… differing=N; exit 0 when N is 0, else 1."""

import json
import sys
from collections import Counter
from datetime import datetime, timedelta, timezone

WITH_UNIT = {"dispatched", "handling", "approval", "returning", "committed"}
GRADES = {"very_satisfied": "very", "satisfied": "satisfied", "fair": "fair", "unsatisfied": "unsatisfied"}
GOOD = ("very_satisfied", "satisfied")
ITSELF = {"overdue", "redo", "false_result", "late_sign", "repeat", "supervised_again", "very_satisfied"}
BY_HAND = {"notice_county", "notice_city", "praise_county", "praise_city"}
LEADERSHIP = {"attention", "review", "reception"}
SYSTEMS = {"rules", "staff"}
PLUS = {"very_satisfied", "praise_county", "praise_city"} | LEADERSHIP | SYSTEMS
AGENT = {"agent_attitude", "agent_record", "agent_discipline", "agent_secrecy"}
FIGURES = ("replied on_time archived followed_up solved result_very result_satisfied result_fair "
           "result_unsatisfied process_very process_satisfied process_fair process_unsatisfied redo overdue").split()
FACTS_USED = ("unit_put person_put calendar_loaded ticket_saved ticket_moved ticket_noted ticket_rescheduled "
              "ticket_overdue ticket_linked duty_done call_rated score_given score_moved sample_scored").split()


class Ticket:
    def __init__(self):
        self.unit = self.due = None
        self.state = "draft"
        self.overdue = False
        self.redo = self.supervised = 0
        self.outcome = None


def half_up(part, whole, times):
    return (part * times + whole // 2) // whole if whole else 0


class Year:
    def __init__(self, settings):
        self.settings = settings
        self.zone = timezone(timedelta(hours=8))
        self.units = {}      # id: code, first month, last month or None
        self.people = {}     # id: number, is a working operator
        self.tickets = {}
        self.figures = {}    # (month, unit): counts
        self.points = {}     # id: score_given's body and where it counts
        self.expected = []   # points that must come by themselves: (rule, ticket, unit, redo, month)
        self.once = set()
        self.came = []       # those that came
        self.ratings = {}    # (month, person): counts
        self.wrong = []

    # -- the journal

    def take(self, line):
        fact = json.loads(line)
        at = datetime.fromisoformat(fact["at_ms"].replace("Z", "+00:00"))
        self.month = int(at.astimezone(self.zone).strftime("%Y%m"))
        self.at = at
        getattr(self, "on_" + fact["fact"])(fact["body"])

    def on_calendar_loaded(self, body):
        for words in (l.split() for l in bytes.fromhex(body["days"]).decode().splitlines()):
            if words and words[0] == "zone":
                sign = -1 if words[1][0] == "-" else 1
                hours, minutes = words[1][1:].split(":")
                self.zone = timezone(sign * timedelta(hours=int(hours), minutes=int(minutes)))

    def on_unit_put(self, body):
        unit = self.units.setdefault(body["unit"], {"first": self.month, "last": None})
        unit["code"] = body["code"]
        if body["change"] == "retired":
            unit["last"] = self.month

    def on_person_put(self, body):
        person = self.people.setdefault(body["person"], {})
        person["number"] = body["number"]
        person["works"] = "operator" in body.get("roles", []) and body["change"] != "retired"

    def on_ticket_saved(self, body):
        if body["event"] == "open" or body["ticket"] not in self.tickets:
            self.tickets[body["ticket"]] = Ticket()

    def on_ticket_moved(self, body):
        ticket = self.tickets[body["ticket"]]
        event = body["event"]
        before_unit = ticket.unit
        if event in ("pass", "answer"):
            on_time = not ticket.overdue and (ticket.due is None or self.at <= ticket.due)
            self.count(before_unit, "replied")
            if on_time:
                self.count(before_unit, "on_time")
            if bool(body.get("on_time")) != on_time:
                self.wrong.append(f"ticket {body['ticket']}: on_time of its reply")
        if event in ("satisfied", "unsatisfied"):
            self.count(before_unit, "followed_up")
            if body.get("solved") in ("yes", "partly"):
                self.count(before_unit, "solved")
            for field, name in (("grade", "result_"), ("process", "process_")):
                if field in body:
                    self.count(before_unit, name + GRADES[body[field]])
        if body["to"] == "archived" and event != "merge":
            self.count(before_unit, "archived")
        if event == "redo":
            self.count(before_unit, "redo")
            ticket.redo += 1
        if event in ("dispatch", "redo", "instruct", "agree", "dispute"):
            ticket.overdue = False
        ticket.state = body["to"]
        ticket.unit = body.get("unit", body.get("guarded_unit"))
        ticket.due = self.instant(body)
        if event == "redo":
            self.expect("redo", body["ticket"], before_unit)
            if ticket.outcome == "false_result":
                self.expect("false_result", body["ticket"], before_unit)
        if event == "satisfied" and body.get("grade") == "very_satisfied":
            self.expect("very_satisfied", body["ticket"], before_unit)
        if event in ("satisfied", "unsatisfied", "unreachable", "give_up"):
            ticket.outcome = body.get("outcome")
        elif event == "follow_up":
            ticket.outcome = None

    def instant(self, body):
        text = body.get("due_ms")
        return datetime.fromisoformat(text.replace("Z", "+00:00")) if text else None

    def on_ticket_noted(self, body):
        ticket = self.tickets[body["ticket"]]
        if "due_ms" in body:  # an extension was granted
            ticket.due = self.instant(body)
            ticket.overdue = False
        if body["event"] == "supervise" and body.get("kind") == "supervise":
            ticket.supervised += 1
            if ticket.supervised > 1:
                self.expect("supervised_again", body["ticket"], ticket.unit)

    def on_ticket_rescheduled(self, body):
        self.tickets[body["ticket"]].due = self.instant(body)

    def on_ticket_overdue(self, body):
        ticket = self.tickets[body["ticket"]]
        ticket.overdue = True
        self.count(ticket.unit, "overdue")
        if ticket.state in WITH_UNIT:
            self.expect("overdue", body["ticket"], ticket.unit)

    def on_duty_done(self, body):
        if body["kind"] == "sign" and body["state"] == "missed":
            self.expect("late_sign", body["ticket"], body.get("unit", body.get("guarded_unit")))

    def on_ticket_linked(self, body):
        if body["kind"] == "repeat" and body.get("cause") == "badly_handled":
            earlier = min(body["ticket"], body["other"])
            self.expect("repeat", earlier, self.tickets[earlier].unit)

    def on_call_rated(self, body):
        row = self.rating(body["month"], body["person"])
        row["ratings"] += 1
        for part in ("attitude", "accuracy", "efficiency"):
            row[part + "_good"] += body[part] in GOOD

    def on_sample_scored(self, body):
        row = self.rating(body["month"], body["person"])
        row["samples"] += 1
        row["sum"] += body.get("score", 0)

    def on_score_given(self, body):
        rule = body["rule"]
        points = body.get("plus", 0) + body.get("minus", 0)
        unit = body.get("unit", body.get("guarded_unit"))
        if bool(body.get("plus")) != (rule in PLUS) or bool(body.get("minus")) == (rule in PLUS):
            self.wrong.append(f"point {body['score']}: {rule} on the wrong side")
        if rule in ITSELF:
            self.came.append((rule, body.get("ticket"), unit, body.get("redo", 0), body["month"]))
        setting = self.settings["score_agent_year" if rule in AGENT else "score_" + rule]
        if points != setting if rule in ITSELF | BY_HAND else points > setting:
            self.wrong.append(f"point {body['score']}: {points} for {rule}")
        self.points[body["score"]] = {"month": body["month"], "unit": unit, "person": body.get("person"),
                                      "rule": rule, "points": points, "stands": True}

    def on_score_moved(self, body):
        if body["to"] == "withdrawn":
            self.points[body["score"]]["stands"] = False

    # -- counting

    def count(self, unit, name):
        self.figures.setdefault((self.month, unit), dict.fromkeys(FIGURES, 0))[name] += 1

    def rating(self, month, person):
        return self.ratings.setdefault((month, person), dict.fromkeys(
            "ratings attitude_good accuracy_good efficiency_good samples sum".split(), 0))

    def expect(self, rule, ticket, unit):
        key = (rule, ticket, unit, self.tickets[ticket].redo)
        if unit is None or self.settings["score_" + rule] == 0:
            return
        if key in self.once and rule != "repeat":
            return
        self.once.add(key)
        self.expected.append(key + (self.month,))

    # -- the tables

    def sum_points(self):
        self.sums = {}
        for point in self.points.values():
            if not point["stands"]:
                continue
            rule = point["rule"]
            side = ("leadership" if rule in LEADERSHIP else "systems" if rule in SYSTEMS
                    else "plus" if rule in PLUS else "minus")
            row = self.sums.setdefault((point["month"], point["unit"], point["person"]),
                                       dict.fromkeys("leadership systems plus minus".split(), 0))
            row[side] += point["points"]

    def ranking(self, months):
        rows = []
        for unit, known in self.units.items():
            row = dict.fromkeys("leadership systems results minus plus bonus total months".split(), 0)
            for month in months:
                if known["first"] > month or (known["last"] is not None and known["last"] < month):
                    continue
                sums = self.sums.get((month, unit, None), dict.fromkeys("leadership systems plus minus".split(), 0))
                results = max(0, self.settings["score_base_results"] - sums["minus"])
                bonus = min(self.settings["score_bonus_cap"], sums["plus"])
                for name, n in (("leadership", sums["leadership"]), ("systems", sums["systems"]),
                                ("results", results), ("minus", sums["minus"]), ("plus", sums["plus"]),
                                ("bonus", bonus), ("months", 1),
                                ("total", sums["leadership"] + sums["systems"] + results + bonus)):
                    row[name] += n
            if row["months"]:
                row["unit"] = known["code"]
                row["mean_100"] = half_up(row["total"], row["months"], 100)
                rows.append(row)
        rows.sort(key=lambda row: (-row["mean_100"], row["unit"].encode()))
        for row in rows:
            row["rank"] = 1 + sum(other["mean_100"] > row["mean_100"] for other in rows)
        return rows

    def figures_of(self, months):
        rows = []
        for unit in sorted(self.units) + [None]:
            found = [self.figures[m, unit] for m in months if (m, unit) in self.figures]
            if not found and (unit is None or self.units[unit]["last"] is not None):
                continue
            row = {name: sum(f[name] for f in found) for name in FIGURES}
            if unit is not None:
                row["unit"] = self.units[unit]["code"]
            row["on_time_10000"] = half_up(row["on_time"], row["replied"], 10000)
            row["solved_10000"] = half_up(row["solved"], row["followed_up"], 10000)
            for name, out in (("result", "satisfied_10000"), ("process", "process_10000")):
                good = row[name + "_very"] + row[name + "_satisfied"]
                row[out] = half_up(good, good + row[name + "_fair"] + row[name + "_unsatisfied"], 10000)
            rows.append(row)
        return rows

    def agents(self, months):
        rows = []
        year_so_far = range(months[-1] // 100 * 100 + 1, months[-1] + 1)
        for person in sorted(self.people):
            found = [self.ratings[m, person] for m in months if (m, person) in self.ratings]
            minus = sum(self.sums.get((m, None, person), {"minus": 0})["minus"] for m in months)
            if not (self.people[person]["works"] or found or minus):
                continue
            row = {name: sum(f[name] for f in found) for name in
                   "ratings attitude_good accuracy_good efficiency_good samples".split()}
            row["sample_mean_10"] = half_up(sum(f["sum"] for f in found), row["samples"], 10)
            row["person"] = self.people[person]["number"]
            row["minus"] = minus
            taken = sum(self.sums.get((m, None, person), {"minus": 0})["minus"] for m in year_so_far)
            row["points_left"] = max(0, self.settings["score_agent_year"] - taken)
            rows.append(row)
        return rows


def same_rows(what, ours, theirs, say):
    """Cells compared, and how many of them differ; a missing field is 0."""
    cells = differing = 0
    for i in range(max(len(ours), len(theirs))):
        mine = ours[i] if i < len(ours) else {}
        given = {k: v for k, v in theirs[i].items() if k != "name"} if i < len(theirs) else {}
        for field in sorted(set(mine) | set(given)):
            cells += 1
            if mine.get(field, 0) != given.get(field, 0):
                differing += 1
                say(f"{what} row {i + 1} {field}: reckoned {mine.get(field, 0)}, answered {given.get(field, 0)}")
    return cells, differing


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder = sys.argv[1]

    def load(name):
        with open(f"{folder}/{name}", encoding="utf-8") as file:
            return json.load(file)

    year = Year(load("settings.json"))
    said = []

    def say(sentence):
        said.append(sentence)
        if len(said) <= 20:
            print(sentence)

    used = {f'"fact":"{name}"' for name in FACTS_USED}
    with open(sys.argv[2] if len(sys.argv) == 3 else f"{folder}/journal.jsonl", encoding="utf-8") as journal:
        for line in journal:
            if line.split(",", 2)[1] in used:
                year.take(line)
    year.sum_points()
    for sentence in year.wrong:
        say(sentence)
    came, expected = Counter(year.came), Counter(year.expected)
    for point in sorted((came - expected).elements(), key=str):
        say(f"came without a cause: point {point}")
    for point in sorted((expected - came).elements(), key=str):
        say(f"did not come: point {point}")
    differing = len(year.wrong) + sum((came - expected).values()) + sum((expected - came).values())

    answers = {"scores": load("scores.json"), "figures": load("figures.json"), "agents": load("agents.json")}
    months = sorted(int(key) for key in answers["figures"] if len(key) == 6)
    cells = {"scores": 0, "figures": 0, "agents": 0}
    print(f"{'month':>6} {'replied':>8} {'on time':>8} {'solved':>8} {'result':>8} {'process':>8} {'redo':>6} "
          f"{'overdue':>7} {'minus':>6} {'plus':>6} {'best':>7} {'least':>7} {'differing':>9}")
    for key in [str(month) for month in months] + [str(months[0] // 100)]:
        span = [int(key)] if len(key) == 6 else months
        tables = {"scores": year.ranking(span), "figures": year.figures_of(span), "agents": year.agents(span)}
        here = 0
        for name, ours in tables.items():
            n, wrong = same_rows(f"{name} {key}", ours, answers[name][key], say)
            cells[name] += n
            here += wrong
        differing += here
        total = {name: sum(row[name] for row in tables["figures"]) for name in FIGURES}
        rates = [half_up(part, whole, 10000) for part, whole in (
            (total["on_time"], total["replied"]), (total["solved"], total["followed_up"]),
            *((total[n + "_very"] + total[n + "_satisfied"],
               sum(total[n + g] for g in ("_very", "_satisfied", "_fair", "_unsatisfied")))
              for n in ("result", "process")))]
        ranks = [row["mean_100"] for row in tables["scores"]]
        print(f"{key:>6} {total['replied']:>8} " + " ".join(f"{r / 100:7.2f}%" for r in rates) +
              f" {total['redo']:>6} {total['overdue']:>7} {sum(r['minus'] for r in tables['scores']):>6}"
              f" {sum(r['plus'] for r in tables['scores']):>6} {max(ranks) / 100:>7.2f} {min(ranks) / 100:>7.2f}"
              f" {here:>9}")
    by_rule = {}
    for point in year.points.values():
        by_rule[point["rule"]] = by_rule.get(point["rule"], 0) + 1
    withdrawn = sum(not point["stands"] for point in year.points.values())
    print("points: " + " ".join(f"{rule}={n}" for rule, n in sorted(by_rule.items())) + f" withdrawn={withdrawn}")
    if len(said) > 20:
        print(f"… and {len(said) - 20} more")
    print(f"units={len(year.units)} months={len(months)} tickets={len(year.tickets)} points={len(year.points)} "
          f"scores={cells['scores']} agents={cells['agents']} figures={cells['figures']} differing={differing}")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
