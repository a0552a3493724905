-- Finds the closings of a window and adds their durations up without a look at the rows.
CREATE INDEX temp.recent_closing_by_severity ON recent_closing(severity, closed_at, duration);
