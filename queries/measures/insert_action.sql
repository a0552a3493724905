-- Adds what the policy does about a control. Parameters: :control and :environment or NULL, :lane.
INSERT INTO temp.control_action(control, environment, lane) VALUES (:control, :environment, :lane);
