-- The file stays read-only by the way it was opened; temporary tables are the connection's own.
PRAGMA query_only = 0;
