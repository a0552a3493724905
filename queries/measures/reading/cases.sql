-- Question: which cases is the measure made of? One row for each case and cell: numerator first, then the
-- rest of the denominator, then what is left out; then by class, control, account, region, resource, episode
-- and entry. `findings` is a JSON array of Ids.
SELECT c.cell, m.class, m.standing & 1 AS numerator, m.standing & 2 AS denominator, m.amount,
  m.number AS episode, a.uid AS account, r.name AS region, k.uid AS control, v.resources, p.uri AS source,
  e.uid AS entry, e.attempt,
  coalesce(
    (SELECT json_array(f.uid) FROM finding f WHERE f.id = m.finding_id),
    (SELECT json_group_array(uid) FROM (
      SELECT f.uid FROM finding f WHERE f.violation_id = m.violation_id ORDER BY f.uid))) AS findings
FROM temp.listed_case m
LEFT JOIN temp.cut c ON c.violation = m.violation_id AND (c.episode IS NULL OR c.episode = m.number)
LEFT JOIN violation v ON v.id = m.violation_id
LEFT JOIN account a ON a.id = v.account_id
LEFT JOIN region r ON r.id = v.region_id
LEFT JOIN control k ON k.id = v.control_id
LEFT JOIN ledger_entry e ON e.position = m.entry
LEFT JOIN pipeline p ON p.id = e.pipeline_id
ORDER BY c.cell, m.standing & 1 DESC, m.standing & 2 DESC, m.class, k.uid, a.uid, r.name, v.resources, m.number,
  findings, p.uri, e.uid;
