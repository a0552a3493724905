"""The 23 columns that the peers take from a finding, and the metrics that they answer from them."""

import os

SCALARS = ["Id", "ProductArn", "ProductName", "Region", "GeneratorId", "AwsAccountId", "FirstObservedAt",
           "LastObservedAt", "CreatedAt", "UpdatedAt", "Title", "Description", "WorkflowState", "RecordState"]
TIMES = {"FirstObservedAt", "LastObservedAt", "CreatedAt", "UpdatedAt"}

# Every member that is read, with DuckDB's type for it.
COLUMNS = {name: "TIMESTAMP" if name in TIMES else "VARCHAR" for name in SCALARS} | {
    "Severity": "STRUCT(Label VARCHAR, Normalized INTEGER)",
    "Remediation": "STRUCT(Recommendation STRUCT(Url VARCHAR))",
    "Resources": 'STRUCT("Type" VARCHAR, Id VARCHAR)[]',
    "Compliance": "STRUCT(Status VARCHAR, SecurityControlId VARCHAR)",
    "Workflow": "STRUCT(Status VARCHAR)",
    "Note": 'STRUCT("Text" VARCHAR)',
}

SELECTED = ", ".join(SCALARS) + """,
  Severity.Label AS severity, Severity.Normalized AS normalized, Remediation.Recommendation.Url AS url,
  Resources[1]."Type" AS resource_type, Resources[1].Id AS resource, Compliance.Status AS compliance,
  Compliance.SecurityControlId AS control, Workflow.Status AS workflow, Note."Text" AS note"""

OPEN = "(RecordState = 'ACTIVE' AND workflow NOT IN ('RESOLVED', 'SUPPRESSED') AND compliance <> 'PASSED')"
TURNS = f"""WITH state AS (
  SELECT Id, control, UpdatedAt AS since, {OPEN} AS is_open,
    lag({OPEN}) OVER (PARTITION BY Id ORDER BY UpdatedAt) AS was_open FROM finding),
turn AS (SELECT *, lead(since) OVER (PARTITION BY Id ORDER BY since) AS until FROM state
  WHERE was_open IS DISTINCT FROM is_open) """


def connect(path, fresh=True):
    """A DuckDB database on two threads, as the machine has."""
    import duckdb
    if fresh:
        for name in (path, path + ".wal"):
            if os.path.exists(name):
                os.remove(name)
    connection = duckdb.connect(path)
    connection.execute("SET threads = 2; SET preserve_insertion_order = false")
    return connection


def answer(connection):
    """Open findings by severity, time to remediate by control, reopenings."""
    print(connection.execute(
        f"SELECT severity, count(*) FROM (SELECT arg_max(severity, UpdatedAt) AS severity,"
        f" arg_max({OPEN}, UpdatedAt) AS is_open FROM finding GROUP BY Id) WHERE is_open GROUP BY 1 ORDER BY 1"
    ).fetchall())
    print(len(connection.execute(
        TURNS + "SELECT control, count(*), avg(epoch_ms(until) - epoch_ms(since)), median(epoch_ms(until) -"
        " epoch_ms(since)) FROM turn WHERE is_open AND until IS NOT NULL GROUP BY 1 ORDER BY 1").fetchall()))
    print(connection.execute(TURNS + "SELECT count(*) FROM turn WHERE is_open AND was_open = false").fetchall())
