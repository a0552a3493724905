"""DuckDB: pages of {"Findings": [...]} to the same table, and the metrics. Arguments: pages database."""

import sys

from asff import COLUMNS, SELECTED, answer, connect

source, path = sys.argv[1:3]
finding = "STRUCT(" + ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items()) + ")[]"
database = connect(path)
database.execute(
    f"CREATE TABLE finding AS SELECT {SELECTED} FROM (SELECT unnest(page, max_depth := 2) FROM (SELECT Findings"
    f" AS page FROM read_json(?, format = 'newline_delimited', columns = ?)))",
    [source, {"Findings": finding}])
answer(database)
database.close()
