-- Question: what are these controls called? Parameter: :controls, a JSON array of their numbers. The title
-- that most findings of the control have, of senders that may speak for it. By control.
WITH titled AS (
  SELECT v.control_id, d.title, row_number() OVER (
      PARTITION BY v.control_id ORDER BY count(*) DESC, d.title) AS place
  FROM violation v JOIN finding f ON f.violation_id = v.id
  JOIN finding_state s ON s.finding_id = f.id JOIN description d ON d.id = s.description_id
  WHERE v.control_id IN (SELECT value FROM json_each(:controls)) AND d.trusted
  GROUP BY v.control_id, d.title
)
SELECT control_id, title FROM titled WHERE place = 1 ORDER BY control_id;
