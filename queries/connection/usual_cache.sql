-- As many pages in memory as pragmas.sql says.
PRAGMA cache_size = -65536;
