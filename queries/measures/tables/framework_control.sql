-- Which requirements of the policy's frameworks each control speaks for.
CREATE TEMP TABLE framework_control(control TEXT NOT NULL, framework TEXT NOT NULL, requirement TEXT NOT
  NULL);
