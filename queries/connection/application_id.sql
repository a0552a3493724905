-- Question: whose file is this? One number.
PRAGMA application_id;
