-- Which lane was each violation put in? That of its latest decision, with the order of that decision;
-- violations without one are not listed, and a word that is no lane is `none`.
CREATE TEMP TABLE violation_lane(
  violation_id INTEGER PRIMARY KEY, lane TEXT NOT NULL, event_time INTEGER NOT NULL, prefix INTEGER NOT NULL);
