-- What the policy does about controls. `control` NULL is for those that are not listed, `environment` NULL
-- for those without a lane of their own.
CREATE TEMP TABLE control_action(control TEXT, environment TEXT, lane TEXT NOT NULL);
