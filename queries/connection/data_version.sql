-- Question: has somebody else written since this connection last looked? One number, another one where so.
PRAGMA data_version;
