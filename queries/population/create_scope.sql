-- Keeps the violations in scope for the reader's own use: trusted, as the filters say, with an episode in the
-- window. Parameters, each NULL for any: :control, :account, :standard, :requirement; :controls the controls
-- that speak for the requirement by the policy, a JSON array.
CREATE TEMP TABLE population_scope AS
SELECT v.id
FROM violation v
JOIN violation_state w ON w.violation_id = v.id
JOIN account a ON a.id = v.account_id
JOIN control c ON c.id = v.control_id
WHERE w.trusted
  AND (:control IS NULL OR c.uid = :control)
  AND (:account IS NULL OR a.uid = :account)
  AND (:standard IS NULL OR EXISTS (
    SELECT 1 FROM finding f
    JOIN finding_state s ON s.finding_id = f.id
    JOIN description d ON d.id = s.description_id, json_each(d.standards) j
    WHERE f.violation_id = v.id AND j.value = :standard))
  AND (:requirement IS NULL OR c.uid IN (SELECT value FROM json_each(:controls)) OR EXISTS (
    SELECT 1 FROM finding f
    JOIN finding_state s ON s.finding_id = f.id
    JOIN description d ON d.id = s.description_id, json_each(d.requirements) j
    WHERE f.violation_id = v.id AND j.value = :requirement))
  AND EXISTS (SELECT 1 FROM population_episode e WHERE e.violation_id = v.id);
