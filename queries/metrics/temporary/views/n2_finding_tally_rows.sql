-- Question: how many findings are there of each severity and workflow status? Row by row, as episode_tally.
INSERT INTO temp.finding_tally(severity, workflow, n)
SELECT severity, workflow, 1 FROM finding_state WHERE true
ON CONFLICT DO UPDATE SET n = n + 1;
