-- Question: which migration was the last? One number.
PRAGMA user_version;
