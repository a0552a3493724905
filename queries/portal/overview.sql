-- Question: how does the estate stand in a few numbers? Violations of senders that may speak for them; those
-- closed as verified within :recent milliseconds before as-of. One row.
SELECT
  (SELECT count(*) FROM finding_state) AS findings,
  (SELECT count(*) FROM violation_state WHERE trusted AND state = 2) AS claimed,
  (SELECT count(*) FROM counted_episode e CROSS JOIN temp.clock c
    WHERE e.state = 3 AND e.reason = 1 AND e.closed_at > c.as_of - :recent AND e.closed_at <= c.as_of)
    AS verified_recently,
  (SELECT count(*) FROM rejected) AS rejected;
