"""DuckDB: the metrics alone, on the table that duckdb_fields.py made. Argument: database."""

import sys

from asff import answer, connect

answer(connect(sys.argv[1], fresh=False))
