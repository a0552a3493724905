-- Which requirements of the policy's frameworks each control speaks for.
CREATE TEMP TABLE framework_control(control TEXT NOT NULL, framework TEXT NOT NULL, requirement TEXT NOT
  NULL);
CREATE INDEX temp.framework_control_by_control ON framework_control(control);
