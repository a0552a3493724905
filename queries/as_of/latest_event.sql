-- Question: how late is the latest record that any violation has? One number, NULL without violations.
SELECT max(last_event) FROM violation_state;
