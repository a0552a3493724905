-- Question: which word stands for each reason of a close?
INSERT INTO temp.reason_name(reason, name) SELECT code, label FROM temp.code_label WHERE kind = 'close_reason';
