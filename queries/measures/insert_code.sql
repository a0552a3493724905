-- Adds a word. Parameters: :kind, :code, :label.
INSERT INTO temp.code_label(kind, code, label) VALUES (:kind, :code, :label);
