-- Question: how many deadlines were met and missed? Row by row, as episode_tally.
INSERT INTO temp.sla_tally(severity, tier, decided, met, overdue, since, n)
SELECT e.severity, e.tier, e.decided_at IS NOT NULL, e.met,
  coalesce(e.state IN (1, 2) AND e.due_at <= (SELECT as_of FROM temp.clock), 0),
  CASE
    WHEN e.decided_at >= (SELECT max(to_at) FROM recent) THEN 0
    WHEN e.decided_at >= (SELECT from_at FROM recent WHERE "window" = '7d')
      THEN (SELECT from_at FROM recent WHERE "window" = '7d')
    WHEN e.decided_at >= (SELECT from_at FROM recent WHERE "window" = '30d')
      THEN (SELECT from_at FROM recent WHERE "window" = '30d')
    WHEN e.decided_at >= (SELECT from_at FROM recent WHERE "window" = '90d')
      THEN (SELECT from_at FROM recent WHERE "window" = '90d')
    ELSE 0 END, 1
FROM (SELECT * FROM sla_episode LIMIT -1 OFFSET 0) e
WHERE true
ON CONFLICT DO UPDATE SET n = n + 1;
