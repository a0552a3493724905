"""DuckDB: the same table with each record's text and SHA-256, and the metrics. Arguments: NDJSON database."""

import sys

from asff import SCALARS, SELECTED, TIMES, answer, connect

source, path = sys.argv[1:3]
# What from_json takes for the columns of the other scripts.
fields = {name: "TIMESTAMP" if name in TIMES else "VARCHAR" for name in SCALARS} | {
    "Severity": {"Label": "VARCHAR", "Normalized": "INTEGER"},
    "Remediation": {"Recommendation": {"Url": "VARCHAR"}},
    "Resources": [{"Type": "VARCHAR", "Id": "VARCHAR"}],
    "Compliance": {"Status": "VARCHAR", "SecurityControlId": "VARCHAR"},
    "Workflow": {"Status": "VARCHAR"},
    "Note": {"Text": "VARCHAR"},
}
structure = str(fields).replace("'", '"')
database = connect(path)
database.execute(
    f"CREATE TABLE finding AS SELECT raw, digest, {SELECTED} FROM (SELECT raw, digest, unnest(parsed) FROM ("
    f"SELECT json::VARCHAR AS raw, sha256(json::VARCHAR) AS digest, from_json(json, '{structure}') AS parsed"
    f" FROM read_ndjson_objects(?)))",
    [source])
answer(database)
database.close()
