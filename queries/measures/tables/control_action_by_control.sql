-- Finds what is done about a control.
CREATE INDEX temp.control_action_by_control ON control_action(control);
