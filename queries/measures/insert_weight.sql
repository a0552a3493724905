-- Sets the weight of a severity. Parameters: :severity, :weight.
INSERT INTO temp.severity_weight(severity, weight) VALUES (:severity, :weight);
