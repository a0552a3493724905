-- A lock that another process holds is an error at once.
PRAGMA busy_timeout = 0;
