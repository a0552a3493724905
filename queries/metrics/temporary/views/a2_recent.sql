-- Question: which windows of event time do the closeout_window_ gauges look at? Half-open, up to as-of.
CREATE TEMP TABLE recent AS
SELECT '7d' AS "window", as_of - 604800000 AS from_at, as_of AS to_at FROM temp.clock
UNION ALL SELECT '30d', as_of - 2592000000, as_of FROM temp.clock
UNION ALL SELECT '90d', as_of - 7776000000, as_of FROM temp.clock;
