-- measure: findings
-- title: findings known
-- definition: Findings that any snapshot up to as-of told of.
-- formula: count
-- window: none
3 AS findings,
NULL,
NULL
