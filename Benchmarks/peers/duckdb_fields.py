"""DuckDB: NDJSON to a table of 23 columns, and the metrics. Keeps no bytes. Arguments: NDJSON database."""

import sys

from asff import COLUMNS, SELECTED, answer, connect

source, path = sys.argv[1:3]
database = connect(path)
database.execute(
    f"CREATE TABLE finding AS SELECT {SELECTED} FROM read_json(?, format = 'newline_delimited', columns = ?)",
    [source, COLUMNS])
answer(database)
database.close()
