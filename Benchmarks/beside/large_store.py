"""Writes a store of many findings row by row, as a fold leaves them: reading them in would take an hour.

Two snapshots for each finding, one violation each, one or two episodes, a decision for every third and an automatic
attempt for every fifth; 250 accounts, 400 controls of which a few have most, 30 playbooks, a hundred runs.
"""

import json
import random
import sqlite3

DAY = 86_400_000
ACCOUNTS, CONTROLS, PLAYBOOKS, RUNS = 250, 400, 30, 100
ATTEMPT = ("position, prefix, pipeline_id, uid, uid_hash, conflicting, type, event_time, subject_kind, subject_hash, attempt, "
           "mode, executor, workflow, started_at, ended_at, outcome, lane")


def write(path: str, findings: int, now: int, seed: int = 1) -> None:
    """Fills the store at `path`, which holds no record; `now` is in milliseconds and later than every record."""
    store = sqlite3.connect(path)
    store.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL;")
    chance = random.Random(seed)
    names(store, now)
    rows: dict[str, list[tuple]] = {table: [] for table in COLUMNS}
    position = 0
    for number in range(1, findings + 1):
        position = finding(rows, chance, number, findings, now, position)
        if number % 50_000 == 0 or number == findings:
            for table, columns in COLUMNS.items():
                places = ", ".join("?" * (columns.count(",") + 1))
                store.executemany(f"INSERT INTO {table}({columns}) VALUES ({places})", rows[table])
                rows[table].clear()
    store.execute(
        "INSERT INTO file_source SELECT file_id, source, count(*), 0, 0, ? FROM record GROUP BY file_id, source", (now,))
    for name, value in (("folded", position), ("log_size", position + 1)):
        store.execute("INSERT OR REPLACE INTO setting(name, value) VALUES (?, ?)", (name, str(value)))
    store.commit()
    store.close()


COLUMNS = {
    "record": "position, source, file_id, line, byte_offset",
    "observation": "position, prefix, finding_id, violation_id, description_id, kind, event_time, latest_time, severity, "
                   "compliance, workflow, record_state, closed_by_product, updated_at, processed_at",
    "finding": "id, uid, uid_hash, product_id, violation_id",
    "finding_state": "finding_id, description_id, first_event, last_event, severity, workflow, compliance, "
                     "record_state, failing",
    "violation": "id, subject_hash, partition, account_id, region_id, control_id, resources",
    "violation_state": "violation_id, last_event, state, severity, trusted",
    "episode": "violation_id, number, opened_at, opened_by, opening_estimated, severity, state, closed_at, "
               "closing_estimated, reason, weak, contradictions",
    "ledger_entry": ATTEMPT,
}


def names(store: sqlite3.Connection, now: int) -> None:
    store.execute("INSERT INTO region(id, name) VALUES (1, 'eu-central-1')")
    store.execute("INSERT INTO product(id, arn) VALUES (1, 'arn:aws:securityhub:eu-central-1::product/aws/securityhub')")
    store.execute("INSERT INTO pipeline(id, uri) VALUES (1, 'urn:example:pipeline')")
    store.executemany("INSERT INTO account(id, uid, name) VALUES (?, ?, ?)", (
        (number, f"{100_000_000_000 + number}", f"account {number}") for number in range(1, ACCOUNTS + 1)))
    store.executemany("INSERT INTO control(id, uid) VALUES (?, ?)", (
        (number, f"S3.{number}") for number in range(1, CONTROLS + 1)))
    store.executemany(
        "INSERT INTO description(id, digest, title, product, generator, resource_type, standards, requirements, trusted) "
        "VALUES (?, ?, ?, 'Security Hub', 'generator', 'AwsS3Bucket', ?, '[]', 1)", (
            (number, number, f"Title of control {number}", json.dumps(["aws-fsbp", "cis-aws"]))
            for number in range(1, CONTROLS + 1)))
    # The run that made the store brought nothing.
    store.executescript("DELETE FROM run; DELETE FROM file;")
    for run in range(1, RUNS + 1):
        begun = now - (RUNS + 1 - run) * DAY
        store.execute("INSERT INTO run(id, started_at, finished_at, receipt) VALUES (?, ?, ?, '{}')",
                      (run, begun, begun + 60_000))
        store.execute("INSERT INTO file(id, run_id, name) VALUES (?, ?, ?)", (run, run, f"day-{run}.json"))


def finding(rows: dict[str, list[tuple]], chance: random.Random, number: int, findings: int, now: int,
            position: int) -> int:
    """Adds one finding with all that belongs to it; returns the last position of the log that it took."""
    account, severity = chance.randint(1, ACCOUNTS), chance.choice((5, 4, 4, 3, 3, 3, 2, 2, 1, 1))
    control = min(CONTROLS, int(chance.paretovariate(0.7)))
    digest, file = chance.getrandbits(62), 1 + number * RUNS // (findings + 1)
    state, last = episodes(rows, chance, number, severity, now)
    rows["finding"].append((number, f"arn:finding/{number}", digest, 1, number))
    rows["finding_state"].append((number, control, 0, last, severity, chance.choice((1, 1, 1, 2, 3, 4)),
                                  2 if state == 1 else 1, 1, int(state == 1)))
    rows["violation"].append((number, chance.getrandbits(62), "aws", account, 1, control, f"arn:aws:s3:::bucket-{number}"))
    rows["violation_state"].append((number, last, state, severity, 1))

    def record(source: int) -> int:
        nonlocal position
        position += 1
        rows["record"].append((position, source, file, 1, 0))
        return position

    for compliance in (2, 1):
        rows["observation"].append((record(1), chance.getrandbits(62), number, number, control, 1, last, last, severity,
                                    compliance, 1, 1, 0, last, last))
    if number % 3 == 0:
        at = record(3)
        rows["ledger_entry"].append((at, chance.getrandbits(62), 1, f"e{at}", at, 0, 1, last, 1, digest, None, None, None,
                                     None, None, None, None, chance.choice(("repair", "escalate"))))
    if number % 5 == 0:
        at = record(3)
        rows["ledger_entry"].append((at, chance.getrandbits(62), 1, f"e{at}", at, 0, 2, last, 1, digest, f"a{at}", 2, 1,
                                     f"playbook-{chance.randrange(PLAYBOOKS)}", last - 60_000, last,
                                     chance.choice((1, 1, 1, 2, 3, 4)), None))
    return position


def episodes(rows: dict[str, list[tuple]], chance: random.Random, number: int, severity: int, now: int) -> tuple[int, int]:
    """Adds one or two episodes; returns the violation's state and the time of its last change."""
    opened = now - int(chance.random() * 365 * DAY)
    last = opened
    for episode in range(1, 2 if chance.random() < 0.85 else 3):
        closed = opened + 1000 + int(chance.expovariate(1 / (20 * DAY)))
        if closed > now or chance.random() < 0.1:
            rows["episode"].append((number, episode, opened, 0, 0, severity, 1, None, 0, None, 0, 0))
            return 1, opened
        rows["episode"].append((number, episode, opened, 0, 0, severity, 3, closed, 0,
                                chance.choice((1, 1, 1, 1, 1, 1, 1, 1, 2, 5, 8)), 0, 0))
        last, opened = closed, closed + int(chance.random() * 10 * DAY)
        if opened > now:
            break
    return 3, last
