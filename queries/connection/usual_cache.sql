-- As many pages in memory as pragmas.sql says; what is held beyond need is let go.
PRAGMA cache_size = -65536;
PRAGMA shrink_memory;
