-- Question: which word stands for each severity?
INSERT INTO temp.severity_name(severity, name) SELECT code, label FROM temp.code_label WHERE kind = 'severity';
