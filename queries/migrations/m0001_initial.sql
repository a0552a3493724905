-- Question: what does a store hold?
--
-- Positions are places in the append-only log; a record is named by the position of its leaf. Times are
-- milliseconds since 1970 in UTC. Codes are the raw values of the enums of the domain (Remediation).
-- Names that repeat stand once in a table of their own; hashes of 64 bits are the first eight bytes of
-- a SHA-256, big-endian, kept as a signed integer, and whoever finds a row by one compares the text too.
--
-- The indexes of tables that grow with every record stand in create_indexes.sql of queries/ingest and
-- queries/folding: the first load of an empty store makes them when it has written its rows.

CREATE TABLE setting(
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The log: leaves and inner nodes in tiles of 256 hashes (C2SP tlog-tiles).

CREATE TABLE tile(
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,
  hashes BLOB NOT NULL,
  PRIMARY KEY (level, number)
) STRICT, WITHOUT ROWID;

-- Entries that are no record: heads, receipts, policies, populations, keys.
CREATE TABLE log_note(
  position INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT;

-- The checkpoints that were signed, by the size that the log had: C2SP signed notes.
CREATE TABLE checkpoint(
  size INTEGER PRIMARY KEY,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE head(
  position INTEGER PRIMARY KEY,
  finding_id INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  -- Its own leaf hash, which the next head names: the tiles have it too, at a place far from the others.
  leaf BLOB NOT NULL
) STRICT;

-- Runs and what they read.

CREATE TABLE run(
  id INTEGER PRIMARY KEY,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  receipt TEXT
) STRICT;

CREATE TABLE file(
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run(id),
  name TEXT NOT NULL,
  sha256 BLOB,
  bytes INTEGER,
  problem TEXT,
  -- The names of its columns, a JSON array, where it is rows under a header: a row alone does not say them.
  columns TEXT
) STRICT;
CREATE INDEX file_by_run ON file(run_id);

-- What each file brought of each kind of source: records that were new, those of them that lay before the latest
-- of earlier runs, records that were known, and the latest event time of the new ones.
CREATE TABLE file_source(
  file_id INTEGER NOT NULL,
  source INTEGER NOT NULL,
  records INTEGER NOT NULL,
  late_records INTEGER NOT NULL,
  duplicate_records INTEGER NOT NULL,
  newest_event INTEGER,
  PRIMARY KEY (file_id, source)
) STRICT, WITHOUT ROWID;

-- Records: where they came from, and their exact bytes.

CREATE TABLE record(
  position INTEGER PRIMARY KEY,
  source INTEGER NOT NULL,
  mapping_id INTEGER,
  file_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  byte_offset INTEGER NOT NULL,
  envelope_time INTEGER
) STRICT;

-- Compression dictionaries, by the number that each compressed frame names; `added` orders them.
CREATE TABLE dictionary(
  added INTEGER PRIMARY KEY,
  id INTEGER NOT NULL UNIQUE,
  source INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

-- The bytes of records at consecutive positions from `first` on: one zstd frame for each, which names its
-- dictionary and its content's size. Several stand in a row because a row costs more than a frame.
CREATE TABLE record_bytes(
  first INTEGER PRIMARY KEY,
  count INTEGER NOT NULL,
  frames BLOB NOT NULL
) STRICT;

-- The same bytes delivered again: one row for each file that brought them.
CREATE TABLE delivery(
  file_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  envelope_time INTEGER,
  PRIMARY KEY (file_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE rejected(
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  file_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  byte_offset INTEGER NOT NULL,
  path TEXT,
  reason TEXT NOT NULL,
  explanation TEXT NOT NULL,
  hint TEXT,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  -- When a later reading of the same bytes took the record; the row stays, for it was counted.
  accepted_at INTEGER
) STRICT;

CREATE TABLE mapping(
  id INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  text TEXT NOT NULL
) STRICT;

-- Names that repeat.

CREATE TABLE account(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT,
  named_at INTEGER
) STRICT;

CREATE TABLE region(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE product(id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE control(id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE pipeline(id INTEGER PRIMARY KEY, uri TEXT NOT NULL UNIQUE) STRICT;

-- What a snapshot says besides its state; `standards` and `requirements` are JSON arrays.
CREATE TABLE description(
  id INTEGER PRIMARY KEY,
  digest INTEGER NOT NULL,
  title TEXT NOT NULL,
  product TEXT NOT NULL,
  generator TEXT NOT NULL,
  resource_type TEXT NOT NULL,
  environment TEXT,
  standards TEXT NOT NULL,
  requirements TEXT NOT NULL,
  trusted INTEGER NOT NULL
) STRICT;
CREATE INDEX description_by_digest ON description(digest);

-- Violations, findings, and what was observed of them.

CREATE TABLE violation(
  id INTEGER PRIMARY KEY,
  subject_hash INTEGER NOT NULL,
  partition TEXT NOT NULL,
  account_id INTEGER NOT NULL,
  region_id INTEGER NOT NULL,
  control_id INTEGER NOT NULL,
  resources TEXT NOT NULL
) STRICT;

-- The subjects of violations that name more than one resource, each resource on its own.
CREATE TABLE violation_subject(
  subject_hash INTEGER NOT NULL,
  violation_id INTEGER NOT NULL,
  PRIMARY KEY (subject_hash, violation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX violation_subject_by_violation ON violation_subject(violation_id);

CREATE TABLE finding(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  uid_hash INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  -- The violation that the finding's latest snapshot names.
  violation_id INTEGER
) STRICT;

-- Findings whose snapshots name more than one violation: which one is theirs depends on as-of.
CREATE TABLE moved_finding(finding_id INTEGER PRIMARY KEY) STRICT;

CREATE TABLE observation(
  position INTEGER PRIMARY KEY,
  -- The first eight bytes of the record's leaf.
  prefix INTEGER NOT NULL DEFAULT 0,
  finding_id INTEGER NOT NULL,
  violation_id INTEGER,
  description_id INTEGER,
  kind INTEGER NOT NULL,
  event_time INTEGER NOT NULL,
  latest_time INTEGER NOT NULL,
  severity INTEGER,
  compliance INTEGER,
  prior_compliance INTEGER,
  workflow INTEGER,
  record_state INTEGER,
  verdict INTEGER,
  archival_cause INTEGER,
  closed_by_product INTEGER NOT NULL,
  updated_at INTEGER,
  processed_at INTEGER,
  note_updated_at INTEGER,
  changed_at INTEGER,
  started_at INTEGER
) STRICT;

CREATE TABLE ledger_entry(
  position INTEGER PRIMARY KEY,
  -- The first eight bytes of the record's leaf.
  prefix INTEGER NOT NULL DEFAULT 0,
  pipeline_id INTEGER NOT NULL,
  uid TEXT NOT NULL,
  uid_hash INTEGER NOT NULL,
  -- 1 when another line of the same source and id, with a smaller hash, counts in its place.
  conflicting INTEGER NOT NULL,
  type INTEGER NOT NULL,
  event_time INTEGER NOT NULL,
  subject_kind INTEGER NOT NULL,
  subject_hash INTEGER,
  product_id INTEGER,
  correlation TEXT,
  attempt TEXT,
  mode INTEGER,
  executor INTEGER,
  workflow TEXT,
  workflow_version TEXT,
  started_at INTEGER,
  ended_at INTEGER,
  outcome INTEGER,
  reason TEXT,
  trigger TEXT,
  lane TEXT,
  decision TEXT,
  verdict INTEGER,
  reviewed_by TEXT,
  actor TEXT,
  team TEXT,
  ticket TEXT,
  due_at INTEGER,
  expires_at INTEGER,
  gate_result TEXT,
  chain_sequence INTEGER,
  chain_previous TEXT,
  chain_hash TEXT,
  chain_intact INTEGER
) STRICT;

-- What the fold made of them; always a function of the tables above.

CREATE TABLE finding_state(
  finding_id INTEGER PRIMARY KEY,
  description_id INTEGER,
  first_event INTEGER NOT NULL,
  last_event INTEGER NOT NULL,
  severity INTEGER NOT NULL,
  workflow INTEGER NOT NULL,
  compliance INTEGER,
  record_state INTEGER NOT NULL,
  failing INTEGER NOT NULL
) STRICT;

CREATE TABLE violation_state(
  violation_id INTEGER PRIMARY KEY,
  last_event INTEGER NOT NULL,
  state INTEGER NOT NULL,
  severity INTEGER NOT NULL,
  trusted INTEGER NOT NULL,
  verdict INTEGER,
  judged_at INTEGER
) STRICT;

CREATE TABLE episode(
  violation_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  opened_by INTEGER NOT NULL,
  opening_estimated INTEGER NOT NULL,
  severity INTEGER NOT NULL,
  state INTEGER NOT NULL,
  claimed_at INTEGER,
  closed_at INTEGER,
  closed_by INTEGER,
  closing_estimated INTEGER NOT NULL,
  reason INTEGER,
  weak INTEGER NOT NULL,
  contradictions INTEGER NOT NULL,
  time_defect INTEGER,
  PRIMARY KEY (violation_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim(
  violation_id INTEGER NOT NULL,
  episode INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  origin INTEGER NOT NULL,
  claimed_at INTEGER NOT NULL,
  position INTEGER NOT NULL,
  finding_id INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  settled_at INTEGER,
  PRIMARY KEY (violation_id, episode, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE suppressed_span(
  violation_id INTEGER NOT NULL,
  episode INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER,
  reason INTEGER NOT NULL,
  PRIMARY KEY (violation_id, episode, ordinal)
) STRICT, WITHOUT ROWID;

-- What the policy reads in records: a verdict in a finding's note, a level of risk in an entry that scores one
-- (NULL for none). Only records in which it could read something; a function of the records and of the rules
-- whose digest `setting` names `policy_reading`.
CREATE TABLE policy_reading(
  position INTEGER PRIMARY KEY,
  verdict INTEGER,
  risk TEXT
) STRICT;

-- What the counters of /metrics have shown, and how much of it the fold has taken back since: neither number
-- ever falls. `labels` is a JSON array, `part` the edge of a bucket, the word sum, or empty.
CREATE TABLE counter(
  family TEXT NOT NULL,
  labels TEXT NOT NULL,
  part TEXT NOT NULL,
  total REAL NOT NULL,
  retracted REAL NOT NULL,
  PRIMARY KEY (family, labels, part)
) STRICT, WITHOUT ROWID;

-- Findings to fold again for a reason other than a record behind the position `folded` of `setting`.
CREATE TABLE unfolded(
  finding_id INTEGER PRIMARY KEY
) STRICT;

-- Violations whose records are settled and that wait for the fold: empty, except while it runs.
CREATE TABLE pending_violation(
  id INTEGER PRIMARY KEY
) STRICT;
