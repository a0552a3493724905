"""Counts every measure again from the raw files, by the definitions alone.

usage: recount.py FINDINGS HISTORY LEDGER AS_OF FROM TO (milliseconds, - for none)

Knows the estates of securityhub_history.py: one finding for each violation, controls only, and no archiving but
for resources that are gone. Answers {measure: {"all" | severity: [numerator, denominator, total]}} as JSON.
"""

import datetime
import json
import sys

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
V, N, REVIEW = DAY, 30 * DAY, DAY
TARGET = {"CRITICAL": 15 * DAY, "HIGH": 30 * DAY, "MEDIUM": 90 * DAY, "LOW": 180 * DAY}
WEIGHT = {"CRITICAL": 10, "HIGH": 5, "MEDIUM": 2, "LOW": 1}
TERMINAL = ("succeeded", "failed", "timed-out", "cancelled")
AS_OF = int(sys.argv[4])
FROM, TO = (None if a == "-" else int(a) for a in sys.argv[5:7])
END = min(AS_OF if TO is None else TO, AS_OF)


def ms(text):
    return round(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000)


def inside(instant):
    return (FROM is None or instant >= FROM) and (TO is None or instant < TO)


def lines(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]


# ---- what was recorded, up to as-of

snapshots = {}
for f in lines(sys.argv[1]):
    note = ms(f["Note"]["UpdatedAt"]) if "Note" in f else None
    event = max(x for x in (ms(f["ProcessedAt"]), ms(f["UpdatedAt"]), ms(f["LastObservedAt"]), note) if x)
    if event <= AS_OF:
        snapshots.setdefault(f["Id"], []).append((event, ms(f["UpdatedAt"]), note, f))
for known in snapshots.values():
    known.sort(key=lambda s: s[0])

entries = []
for h in lines(sys.argv[2]):
    kind = {"auto_fix": "remediation.attempted", "rollback": "remediation.rolled-back"}[h["action"]]
    entries.append((ms(h["ended_at"]), kind, "history", h["finding_id"], {
        "attempt": h["execution_id"], "mode": "enforce", "executor": {"kind": "automation"},
        "started": h["started_at"], "ended": h["ended_at"],
        "outcome": {"SUCCESS": "succeeded", "FAILED": "failed"}[h["status"]],
    }))
for e in lines(sys.argv[3]):
    entries.append((ms(e["time"]), e["type"].removeprefix("closeout."), e["source"], e.get("subject"), e["data"]))
entries = sorted((e for e in entries if e[0] <= AS_OF), key=lambda e: e[0])


def about(finding, *kinds):
    return [(at, data) for at, kind, _, subject, data in entries if subject == finding and kind in kinds]


class Attempt:
    def __init__(self, at, source, finding, data):
        self.key, self.finding, self.data = (source, data["attempt"]), finding, data
        self.end = ms(data["ended"])
        self.start = ms(data["started"])
        self.outcome = data["outcome"]
        self.enforced = data["mode"] == "enforce"
        self.automatic = data["executor"]["kind"] == "automation"
        self.applied = self.enforced and self.outcome == "succeeded"
        self.ran = self.enforced and self.outcome != "not-run"


attempts = [Attempt(at, s, f, d) for at, k, s, f, d in entries if k == "remediation.attempted"]
rollbacks = [(at, s, f, d) for at, k, s, f, d in entries if k == "remediation.rolled-back"]
attempts_of = {}
for a in attempts:
    attempts_of.setdefault(a.finding, []).append(a)


# ---- episodes

class Episode:
    def __init__(self, finding, number, opened, severity):
        self.finding, self.number, self.opened, self.severity = finding, number, opened, severity
        self.closed = self.reason = None

    def spans(self, instant):
        return instant >= self.opened and (self.closed is None or instant <= self.closed)


def fold(finding):
    """The episodes of a finding, and its latest verdict with its instant."""
    story = [(event, "snapshot", s) for s in snapshots[finding] for event in (s[0],)]
    story += [(at, "verdict", d["verdict"]) for at, d in about(finding, "finding.triaged") if "reviewedBy" in d]
    story.sort(key=lambda item: item[0])
    episodes, verdict, judged_away, passed_since, noted = [], None, False, False, None
    source_verdict = None
    current = lambda: episodes[-1] if episodes and episodes[-1].closed is None else None

    def close(reason, at):
        if episode := current():
            episode.closed, episode.reason = at, reason

    for at, kind, what in story:
        if kind == "verdict":
            verdict = (what, at)
            judged_away = what != "true-positive"
            passed_since = not current() and bool(episodes) and episodes[-1].reason == "verified"
            if what == "false-positive":
                close("false_positive", at)
            elif what == "benign":
                close("benign", at)
            continue
        _, updated, note, f = what
        changed_at = note if note and note != noted else ms(f["ProcessedAt"])
        noted = note or noted
        if f.get("VerificationState") == "FALSE_POSITIVE":
            if source_verdict != "false-positive":
                source_verdict, verdict = "false-positive", ("false-positive", changed_at)
            close("false_positive", changed_at)
        elif f["Compliance"]["Status"] == "PASSED":
            passed_since = True
            close("verified", updated)
        elif f["RecordState"] == "ARCHIVED":
            close("resource_gone", updated)
        elif f["Workflow"]["Status"] == "SUPPRESSED":
            close("suppressed", changed_at)
        elif f["Compliance"]["Status"] == "FAILED" and not current():
            if judged_away and not passed_since:
                # The verdict stands; a finding judged before it was ever seen failing opens and closes.
                continue
            judged_away = False
            opened = updated if episodes else min(ms(f["FirstObservedAt"]), ms(f["CreatedAt"]), updated)
            episodes.append(Episode(finding, len(episodes) + 1, opened, f["Severity"]["Label"]))
    return episodes, verdict


def claim(episode):
    """When the last claim that still stands was made; None without one."""
    claims = [a.end for a in attempts_of.get(episode.finding, []) if a.applied and a.end >= episode.opened]
    previous = None
    for _, _, note, f in snapshots[episode.finding]:
        status = f["Workflow"]["Status"]
        if status == "RESOLVED" and f["Compliance"]["Status"] == "FAILED" and previous != "RESOLVED":
            claims.append(note)
        previous = status
    evaluations = [u for _, u, _, _ in snapshots[episode.finding]]
    back = [at for at, _, f, d in rollbacks if f == episode.finding and d["outcome"] == "succeeded"]
    standing = [
        c for c in claims
        if c >= episode.opened and not any(u > c for u in evaluations) and not any(b >= c for b in back)]
    return max(standing, default=None)


folded = {f: fold(f) for f in snapshots}
episodes_of = {f: e for f, (e, _) in folded.items()}
episodes = [e for known in episodes_of.values() for e in known]
for e in episodes:
    e.claimed = claim(e) if e.closed is None else None


def last_number(finding, before=None):
    known = [e for e in episodes_of.get(finding, []) if before is None or e.opened <= before]
    return known[-1] if known else None


def next_of(e):
    known = episodes_of[e.finding]
    return known[e.number] if e.number < len(known) else None


# ---- measures: add(measure, episode for the cut, numerator, denominator, amount)

counts = {}


def add(name, episode, numerator, denominator, amount=0):
    cells = ["all"] + ([episode.severity] if episode else [])
    for cell in cells:
        c = counts.setdefault(name, {}).setdefault(cell, [0, 0, 0])
        c[0] += bool(numerator)
        c[1] += bool(denominator)
        c[2] += amount if numerator else 0


for f in snapshots:
    add("findings", last_number(f), 1, 1)
    if last := last_number(f):
        add("violations_open", last, last.closed is None and not last.claimed, 1)

for e in episodes:
    if inside(e.opened):
        add("opened", e, 1, 1)
        add("velocity", e, 0, 1)
    if e.closed is not None and inside(e.closed):
        add("closed", e, 1, 1)
        add("velocity", e, 1, 0)
    if e.claimed and inside(e.claimed):
        add("claimed", e, 1, 1)
    if e.closed is None and not e.claimed:
        add("open_age", e, 1, 1, AS_OF - e.opened)
    until = min(e.closed if e.closed is not None else END, END)
    if e.opened <= END and (FROM is None or e.closed is None or e.closed >= FROM):
        ended = e.reason == "verified" and e.closed <= END
        counted = e.reason not in ("false_positive", "benign")
        add("survival", e, ended and counted, counted, until - e.opened)
    begin = max(e.opened, FROM) if FROM is not None else e.opened
    if until > begin and e.severity in WEIGHT:
        add("exposure", e, 1, 1, WEIGHT[e.severity] * (until - begin))

    mine = [a for a in attempts_of.get(e.finding, []) if e.spans(a.end)]
    first = min((at for at, _ in about(e.finding, "finding.assigned") if e.spans(at)), default=None)
    tried = min((a.start if a.start >= e.opened else a.end for a in mine if a.ran), default=None)
    applied = min((a.end for a in mine if a.applied), default=None)
    for name, at in (("stage_assigned", first), ("stage_attempted", tried), ("stage_applied", applied)):
        if at is not None and inside(at):
            add(name, e, 1, 1, at - e.opened)

    if e.reason == "verified" and inside(e.closed):
        add("time_to_remediate", e, 1, 1, e.closed - e.opened)
        after = next_of(e)
        for days in (30, 90):
            if e.closed <= AS_OF - days * DAY:
                add(f"recurrence_{days}d", e, after and after.opened <= e.closed + days * DAY, 1)
        before = episodes_of[e.finding][e.number - 2].closed if e.number > 1 else -1
        human = [at for at, _ in about(
            e.finding, "finding.assigned", "finding.triaged", "exception.granted", "exception.revoked",
            "approval.granted", "approval.denied")]
        human += [at for at, d in about(e.finding, "remediation.attempted") if d["executor"]["kind"] == "human"]
        add("before_human", e, not any(before < at <= e.closed for at in human), 1)
        changes = [a.end for a in mine if a.applied]
        if changes:
            back = after and any(
                max(changes) < at <= after.opened for at, _, f, d in rollbacks
                if f == e.finding and d["outcome"] == "succeeded")
            add("regressions", e, after and not back, 1)

for a in attempts:
    e = last_number(a.finding, a.end)
    if inside(a.end):
        if a.automatic and a.enforced and a.outcome in TERMINAL:
            add("autofix_attempts", e, a.applied, 1)
        if a.automatic and a.enforced and a.outcome == "not-run":
            add("autofix_not_run", e, 1, 1)
        if a.applied:
            add("rollbacks", e, 0, 1)
    if not (a.automatic and a.enforced and a.outcome in TERMINAL and inside(a.end)):
        continue
    seen = {}
    for _, updated, _, f in snapshots.get(a.finding, []):
        if updated > a.end and f["Compliance"]["Status"] in ("PASSED", "FAILED"):
            seen[updated] = seen.get(updated, True) and f["Compliance"]["Status"] == "PASSED"
    fails = min((u for u, passed in seen.items() if not passed), default=None)
    passes = min((u for u, passed in seen.items() if passed), default=None)
    undone = min(
        (at for at, s, _, d in rollbacks if (s, d["attempt"]) == a.key and d["outcome"] == "succeeded"),
        default=None)
    verified = any(
        x.reason == "verified" and a.end <= x.closed <= a.end + V for x in episodes_of.get(a.finding, []))
    if a.end <= AS_OF - N:
        held = verified and (undone is None or undone > a.end + N) and (fails is None or fails > a.end + N)
        add("autofix_proven", e, a.outcome == "succeeded" and held, 1)
    if a.outcome == "succeeded" and a.end <= AS_OF - V:
        wrong = (
            fails is not None and (passes is None or fails <= passes) and (undone is None or undone >= fails)
            and (passes is None or passes > a.end + V))
        add("autofix_contradicted", e, wrong, 1)

known_attempts = {a.key: a for a in attempts}
for at, source, finding, data in rollbacks:
    if inside(at) and data["outcome"] == "succeeded":
        named = known_attempts.get((source, data["attempt"]))
        add("rollbacks", last_number(finding, named.end) if named else None, 1, 0)

lanes, decided = {}, {}
for at, kind, _, finding, data in entries:
    if kind == "remediation.decided" and finding in snapshots:
        lanes[finding] = data["lane"]
        if inside(at):
            decided[finding] = decided.get(finding, False) or data["decision"] == "review"
escalated = {f for _, k, _, f, _ in entries if k == "finding.escalated"}
for f, reviewed in decided.items():
    add("escalations", last_number(f), reviewed or f in escalated, 1)

for f, known in episodes_of.items():
    opened = [e for e in known if inside(e.opened)]
    if not opened:
        continue
    verdict = folded[f][1]
    add("judged", opened[-1], verdict, 1)
    if lanes.get(f) in ("repair", "drift-correct"):
        add("coverage", opened[-1], any(a.automatic and a.ran for a in attempts_of.get(f, [])), 1)

for f, (known, verdict) in folded.items():
    if verdict and inside(verdict[1]):
        add("false_positives", known[-1] if known else None, verdict[0] == "false-positive", 1)
    triage = about(f, "finding.triaged")
    reviewed = [at for at, d in triage if "reviewedBy" in d]
    claimed = [at for at, d in triage if "reviewedBy" not in d]
    for at in reviewed:
        floor = max((r for r in reviewed if r < at), default=-1)
        asked = min((c for c in claimed if floor < c <= at), default=None)
        if asked is not None and inside(at):
            add("review_time", last_number(f, at), at - asked <= REVIEW, 1, at - asked)
    waiting = min((c for c in claimed if not any(r >= c for r in reviewed)), default=None)
    if waiting is not None and waiting + REVIEW <= AS_OF and inside(waiting + REVIEW):
        add("review_time", last_number(f, waiting + REVIEW), 0, 1)

    row = sorted((a.start, a.end) for a in attempts_of.get(f, []) if a.automatic and a.outcome != "not-run")
    loops = [i >= 3 and row[i][0] - row[i - 3][0] <= 10 * MINUTE for i in range(len(row))]
    for i, (start, end) in enumerate(row):
        if loops[i] and not (i and loops[i - 1]) and inside(start):
            add("loops", last_number(f, end), 1, 1)

spans_of = {}
for at, kind, _, finding, data in entries:
    if kind == "exception.granted":
        revoked = [r for r, d in about(finding, "exception.revoked") if r >= at]
        expires = ms(data["expires"])
        end = min([expires] + revoked)
        spans_of.setdefault(finding, []).append((at, end))
        if end > AS_OF or inside(end):
            add("exceptions", last_number(finding), end > AS_OF, 1)
for e in episodes:
    if e.severity not in TARGET:
        continue
    due = e.opened + TARGET[e.severity]
    for begin, end in sorted(spans_of.get(e.finding, [])):
        begin = max(begin, e.opened)
        if end > begin and begin < due:
            due += end - begin
    in_time = e.reason == "verified" and e.closed <= due
    missed = due <= AS_OF and (e.closed is None or e.closed > due)
    if in_time and inside(e.closed) or missed and inside(due):
        add("sla", e, in_time, 1)
    if e.closed is None:
        add("sla_overdue", e, due <= AS_OF, 1, AS_OF - due)
        add("sla_due_soon", e, AS_OF < due <= AS_OF + 7 * DAY, 1, due - AS_OF)

for at, kind, _, _, data in entries:
    if kind == "gate.evaluated" and inside(at) and data["result"] != "waived":
        add("prevented", None, data["result"] == "blocked", 1)

json.dump(counts, sys.stdout)
