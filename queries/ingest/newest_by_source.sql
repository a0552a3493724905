-- Question: how late is the latest record of each kind of source? By source.
SELECT source, max(newest_event) FROM file_source WHERE newest_event IS NOT NULL GROUP BY source ORDER BY source;
