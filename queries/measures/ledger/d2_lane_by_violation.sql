-- Finds the lane of a violation.
CREATE INDEX temp.violation_lane_by_violation ON violation_lane(violation_id);
