"""Python and sqlite3: NDJSON to a table of 24 columns, and the metrics. Arguments: NDJSON database [orjson]."""

import os
import sqlite3
import sys

from asff import SCALARS

if "orjson" in sys.argv[3:]:
    from orjson import loads
else:
    from json import loads

source, path = sys.argv[1:3]
for end in ("", "-wal", "-shm"):
    if os.path.exists(path + end):
        os.remove(path + end)
database = sqlite3.connect(path, isolation_level=None)
database.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;")
columns = [*SCALARS, "severity", "normalized", "url", "resource_type", "resource", "compliance", "control",
           "workflow", "note", "is_open"]
database.execute(f"CREATE TABLE finding({', '.join(columns)})")


def rows(lines):
    for line in lines:
        finding = loads(line)
        severity, resource = finding.get("Severity", {}), finding["Resources"][0]
        compliance, workflow = finding.get("Compliance", {}), finding.get("Workflow", {}).get("Status")
        status, state = compliance.get("Status"), finding.get("RecordState")
        is_open = state == "ACTIVE" and workflow not in ("RESOLVED", "SUPPRESSED") and status != "PASSED"
        yield (*[finding.get(name) for name in SCALARS], severity.get("Label"), severity.get("Normalized"),
               finding.get("Remediation", {}).get("Recommendation", {}).get("Url"), resource.get("Type"),
               resource["Id"], status, compliance.get("SecurityControlId"), workflow,
               (finding.get("Note") or {}).get("Text"), int(is_open))


database.execute("BEGIN")
with open(source, "rb") as lines:
    database.executemany(f"INSERT INTO finding VALUES ({', '.join('?' * len(columns))})", rows(lines))
database.execute("COMMIT")

MILLISECONDS = "CAST(round((julianday(UpdatedAt) - 2440587.5) * 86400000.0) AS INTEGER)"
database.execute(f"""CREATE TEMP TABLE turn AS
  WITH state AS (SELECT Id, control, {MILLISECONDS} AS at, is_open,
    lag(is_open) OVER (PARTITION BY Id ORDER BY UpdatedAt) AS was_open FROM finding)
  SELECT *, lead(at) OVER (PARTITION BY Id ORDER BY at) AS until FROM state WHERE was_open IS NOT is_open""")
print(database.execute(
    "SELECT severity, sum(is_open) FROM (SELECT severity, is_open, max(UpdatedAt) FROM finding GROUP BY Id)"
    " GROUP BY 1 HAVING sum(is_open) > 0 ORDER BY 1").fetchall())
print(len(database.execute("""
  WITH span AS (SELECT control, until - at AS length FROM turn WHERE is_open AND until IS NOT NULL),
  ranked AS (SELECT control, length, row_number() OVER (PARTITION BY control ORDER BY length) AS place,
    count(*) OVER (PARTITION BY control) AS of FROM span)
  SELECT control, of, avg(length), avg(CASE WHEN place IN ((of + 1) / 2, (of + 2) / 2) THEN length END)
  FROM ranked GROUP BY 1 ORDER BY 1""").fetchall()))
print(database.execute("SELECT count(*) FROM turn WHERE is_open AND was_open = 0").fetchall())
database.close()
