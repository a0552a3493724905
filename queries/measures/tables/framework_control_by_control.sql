-- Finds what a control speaks for.
CREATE INDEX temp.framework_control_by_control ON framework_control(control);
