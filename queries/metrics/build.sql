-- Question: which program is this?
-- Rows: one.
--
-- family: closeout_build
-- type: info
-- help: The program that answers: its version, the revision of its source, and the Swift it was built
--   with.
-- labels: version, revision, swift_version
-- history: no
SELECT :version AS version, :revision AS revision, :swift_version AS swift_version;
