-- Finds the lanes of a control, the one that counts first.
CREATE INDEX temp.control_lane_by_control ON control_lane(control_id, place);
