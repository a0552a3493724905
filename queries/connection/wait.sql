-- A lock that another process holds is waited for: a minute, as the connection was opened.
PRAGMA busy_timeout = 60000;
