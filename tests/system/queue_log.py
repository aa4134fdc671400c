#!/usr/bin/env python3
"""Reads a queue_log as statistics tools do, without knowing Rexian: every line has the fields that its
event has, every caller who entered a queue left it in one way, what was connected is completed or
passed on, and each queue's sums are those of `rexianctl queue figures --json`.
Usage: queue_log.py QUEUE_LOG FIGURES"""
import json
import re
import sys
from collections import Counter, defaultdict

NUMBER = r"\d+"
FIELDS = {  # event: patterns of its data
    "ENTERQUEUE": ["", ".*", NUMBER],
    "CONNECT": [NUMBER, ".+", NUMBER],
    "COMPLETEAGENT": [NUMBER, NUMBER, NUMBER],
    "COMPLETECALLER": [NUMBER, NUMBER, NUMBER],
    "ABANDON": [NUMBER, NUMBER, NUMBER],
    "EXITWITHTIMEOUT": [NUMBER, NUMBER, NUMBER],
    "EXITWITHKEY": [r"\d", NUMBER, NUMBER, NUMBER],
    "RINGNOANSWER": [NUMBER],
    "BLINDTRANSFER": [".+", ".+", NUMBER, NUMBER, NUMBER],
    "ATTENDEDTRANSFER": ["BRIDGE", ".+", NUMBER, NUMBER, NUMBER],
    "ADDMEMBER": ["(PAUSED)?"],
    "REMOVEMEMBER": [""],
    "PAUSE": [".*"],
    "UNPAUSE": [".*"],
}
LEAVING = ("CONNECT", "ABANDON", "EXITWITHTIMEOUT", "EXITWITHKEY")
COMPLETING = ("COMPLETEAGENT", "COMPLETECALLER", "BLINDTRANSFER", "ATTENDEDTRANSFER")
faults = []


def fault(number, text):
    faults.append(f"line {number}: {text}")


queues, waiting, talking, members = defaultdict(Counter), {}, {}, set()
last = 0
with open(sys.argv[1], encoding="utf-8") as lines:
    for number, line in enumerate(lines, 1):
        epoch, call, queue, agent, event, *data = line.rstrip("\n").split("|")
        patterns = FIELDS.get(event)
        if patterns is None or len(patterns) != len(data) or not epoch.isdigit():
            fault(number, line.strip())
            continue
        if not all(re.fullmatch(p, d) for p, d in zip(patterns, data)):
            fault(number, f"{event} with {data}")
        if int(epoch) < last:
            fault(number, "time goes back")
        last = int(epoch)
        queues[queue][event] += 1
        if event == "ENTERQUEUE":
            if call in waiting or call in talking:
                fault(number, f"{call} enters {queue} and has not left")
            waiting[call] = queue
        elif event in LEAVING:
            if waiting.pop(call, None) != queue:
                fault(number, f"{call} leaves {queue}, where it is not")
            if event == "CONNECT":
                talking[call] = agent
        elif event in COMPLETING:
            if talking.pop(call, None) != agent:
                fault(number, f"{call} is completed by {agent}, who does not have it")
        elif event == "RINGNOANSWER" and waiting.get(call) != queue:
            fault(number, f"{call} rings out of {queue}, where it is not")
        elif event == "ADDMEMBER":
            if (queue, agent) in members:
                fault(number, f"{agent} is a member of {queue} already")
            members.add((queue, agent))
        elif event in ("REMOVEMEMBER", "PAUSE", "UNPAUSE"):
            if (queue, agent) not in members:
                fault(number, f"{agent} is no member of {queue}")
            if event == "REMOVEMEMBER":
                members.discard((queue, agent))

if waiting or talking:
    faults.append(f"{len(waiting)} still wait and {len(talking)} still talk")
with open(sys.argv[2], encoding="utf-8") as answer:
    text = answer.read()
figures = json.loads(text)
rows = figures if isinstance(figures, list) else figures["rows"]
for row in rows:
    log = queues[row["queue"]]
    left = log["EXITWITHTIMEOUT"] + log["EXITWITHKEY"]
    for name, value, wanted in (
        ("offered", log["ENTERQUEUE"], row.get("offered", 0)),
        ("answered", log["CONNECT"], row.get("answered", 0)),
        ("abandoned", log["ABANDON"], row.get("abandoned", 0)),
        ("called back or passed", left, row.get("called_back", 0) + row.get("passed", 0)),
    ):
        if value != wanted:
            faults.append(f"{row['queue']}: {name} is {value} in the log and {wanted} in the figures")
print("\n".join(faults[:20]) if faults else "queue_log: %d events of %d queues add up" % (
    sum(sum(q.values()) for q in queues.values()), len(queues)))
sys.exit(1 if faults else 0)
