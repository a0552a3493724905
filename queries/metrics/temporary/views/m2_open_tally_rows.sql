-- Question: how many violations are open now, by account, severity and lane? Row by row, as episode_tally.
INSERT INTO temp.open_tally(account_id, severity, lane, n)
SELECT v.account_id, s.severity, coalesce(l.lane, 'none'), 1
FROM violation_state s
CROSS JOIN violation v ON v.id = s.violation_id
LEFT JOIN violation_lane l ON l.violation_id = s.violation_id
WHERE s.state = 1 AND s.trusted
ON CONFLICT DO UPDATE SET n = n + 1;
