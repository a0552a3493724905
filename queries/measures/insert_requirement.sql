-- Adds a requirement that a control speaks for. Parameters: :control, :framework, :requirement.
INSERT INTO temp.framework_control(control, framework, requirement)
VALUES (:control, :framework, :requirement);
