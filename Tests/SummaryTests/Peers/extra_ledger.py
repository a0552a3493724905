"""Writes a random ledger (CloudEvents, one event a line) about the findings of an NDJSON file.

usage: extra_ledger.py FINDINGS SEED > LEDGER. No two instants of one finding lie close together, so that the
order of records is never in doubt.
"""

import datetime
import json
import random
import sys

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


def ms(text):
    return round(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000)


def iso(instant):
    moment = datetime.datetime.fromtimestamp(instant / 1000, datetime.timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + "%03dZ" % (instant % 1000)


findings = {}
for line in open(sys.argv[1], encoding="utf-8"):
    finding = json.loads(line)
    times = [finding[k] for k in ("CreatedAt", "UpdatedAt", "ProcessedAt", "LastObservedAt")]
    times += [finding["Note"]["UpdatedAt"]] if "Note" in finding else []
    known = findings.setdefault(finding["Id"], {"product": finding["ProductArn"], "times": set()})
    known["times"] |= {ms(t) for t in times}

chance = random.Random(int(sys.argv[2]))
number = 0


def event(kind, subject, at, data):
    global number
    number += 1
    line = {
        "specversion": "1.0", "id": f"e-{number}", "source": "urn:test:extra", "type": "closeout." + kind,
        "time": iso(at), "data": data,
    }
    if subject:
        line["subject"] = subject
    print(json.dumps(line, separators=(",", ":")))


for subject, known in findings.items():
    taken = set(known["times"])
    first, last = min(taken), max(taken) + 20 * DAY

    def instant(after=first, before=last):
        for _ in range(200):
            at = chance.randrange(int(after) + 5 * MINUTE, max(int(before), int(after) + HOUR))
            if all(abs(at - other) > 4 * MINUTE for other in taken):
                taken.add(at)
                return at
        return None

    def say(kind, share, **data):
        if chance.random() < share and (at := instant()):
            event(kind, subject, at, data)
            return at
        return None

    def attempt(at, **changes):
        data = {
            "attempt": f"a-{number}", "mode": "enforce",
            "executor": {"kind": chance.choice(["automation", "automation", "human"]), "id": "x"},
            "workflow": {"id": "fix", "version": chance.choice(["1", "2"])},
            "started": iso(at - chance.randrange(1000, 90_000)), "ended": iso(at),
            "outcome": chance.choice(["succeeded"] * 4 + ["failed", "no-op", "timed-out", "cancelled", "not-run"]),
        }
        data.update(changes)
        if data["outcome"] == "not-run":
            data["reason"] = {"code": chance.choice(["no-runbook", "not-enabled", "not-new"]), "text": "x"}
        event("remediation.attempted", subject, at, data)
        return data

    say(
        "remediation.decided", 0.6, lane=chance.choice(["prevent", "repair", "repair", "drift-correct", "escalate"]),
        decision=chance.choice(["auto", "approve", "review", "skip"]))
    say("finding.escalated", 0.15, to="team", channel="pager", reason="late")
    say("finding.assigned", 0.35, owner="someone", team="a")
    say("approval.granted", 0.1, by="someone", change="x")
    for _ in range(chance.choice([0, 0, 1, 1, 2])):
        at = instant()
        if not at:
            continue
        made = attempt(at, **({"mode": "dry-run"} if chance.random() < 0.15 else {}))
        if made["mode"] == "enforce" and made["outcome"] == "succeeded" and chance.random() < 0.25:
            if back := instant(at):
                event(
                    "remediation.rolled-back", subject, back,
                    {"attempt": made["attempt"], "trigger": "x", "outcome": chance.choice(["succeeded"] * 3 + ["failed"])})
    if chance.random() < 0.04 and (at := instant()):
        for step in range(chance.randrange(4, 7)):
            attempt(at + step * MINUTE // 2, outcome="failed", executor={"kind": "automation", "id": "x"})
    verdict = chance.choice(["true-positive", "false-positive", "benign"])
    claimed = say("finding.triaged", 0.15, verdict=verdict, claimedBy="a")
    if chance.random() < 0.1 and (at := instant(claimed or first, min(last, (claimed or first) + 3 * DAY))):
        event("finding.triaged", subject, at, {"verdict": verdict, "claimedBy": "a", "reviewedBy": "b"})
    if granted := say("exception.granted", 0.12, approver="a", expires=iso(first + chance.randrange(1, 90) * DAY)):
        if chance.random() < 0.3 and (at := instant(granted)):
            event("exception.revoked", subject, at, {"approver": "a"})

start = min(min(f["times"]) for f in findings.values())
for index in range(60):
    result = chance.choice(["blocked", "passed", "passed", "waived"])
    data = {"control": "S3.8", "address": f"aws_s3_bucket.b{index}", "result": result}
    if result == "waived":
        data["waiverExpires"] = iso(start + chance.randrange(10, 300) * DAY)
    event("gate.evaluated", None, start + index * DAY, data)
