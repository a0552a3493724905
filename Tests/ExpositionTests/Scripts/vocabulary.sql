-- The words in which the scripts set up a store: views that take one readable row and write the rows of the
-- schema that belong to it. Times are RFC 3339; severities, states and reasons are the store's numbers.

-- The rows are as a fold left them: nothing is to be folded.
INSERT INTO setting(name, value) VALUES ('folded', '1000000');

INSERT INTO region(id, name) VALUES (1, 'eu-central-1');
INSERT INTO product(id, arn) VALUES (1, 'arn:aws:securityhub:eu-central-1::product/aws/securityhub');
INSERT INTO run(id, started_at, finished_at) VALUES (1, 1767225600000, 1767225660000);
INSERT INTO file(id, run_id, name) VALUES (1, 1, 'setup.json');

CREATE TEMP VIEW new_account AS SELECT '' AS uid, NULL AS name;
CREATE TEMP TRIGGER new_account_insert INSTEAD OF INSERT ON new_account BEGIN
  INSERT INTO account(uid, name) VALUES (NEW.uid, NEW.name);
END;

-- A violation with one finding: `state` 0 never failed, 1 open, 2 claimed, 3 closed.
CREATE TEMP VIEW new_violation AS
SELECT 0 AS id, '' AS account, '' AS control, 0 AS severity, 0 AS state, 1 AS trusted, '' AS title;
CREATE TEMP TRIGGER new_violation_insert INSTEAD OF INSERT ON new_violation BEGIN
  INSERT OR IGNORE INTO account(uid) VALUES (coalesce(NEW.account, '111111111111'));
  INSERT OR IGNORE INTO control(uid) VALUES (coalesce(NEW.control, 'S3.1'));
  INSERT INTO description(id, digest, title, product, generator, resource_type, standards, requirements,
    trusted)
  VALUES (NEW.id, NEW.id, coalesce(NEW.title, 'Block public access'), '', '', '', '["aws-fsbp"]', '[]',
    coalesce(NEW.trusted, 1));
  INSERT INTO violation(id, subject_hash, partition, account_id, region_id, control_id, resources)
  VALUES (NEW.id, 1000 + NEW.id, 'aws',
    (SELECT id FROM account WHERE uid = coalesce(NEW.account, '111111111111')), 1,
    (SELECT id FROM control WHERE uid = coalesce(NEW.control, 'S3.1')), 'bucket-' || NEW.id);
  INSERT INTO finding(id, uid, uid_hash, product_id, violation_id)
  VALUES (NEW.id, 'finding-' || NEW.id, NEW.id, 1, NEW.id);
  INSERT INTO finding_state(finding_id, description_id, first_event, last_event, severity, workflow,
    compliance, record_state, failing)
  VALUES (NEW.id, NEW.id, 0, 0, coalesce(NEW.severity, 4), 1, 2, 1, NEW.state IN (1, 2));
  INSERT INTO violation_state(violation_id, last_event, state, severity, trusted)
  VALUES (NEW.id, 0, NEW.state, coalesce(NEW.severity, 4), coalesce(NEW.trusted, 1));
END;

-- An episode: `reason` 1 verified, 2 suppressed, 3 false positive, 4 benign, 5 resource gone, 6 superseded,
-- 7 control disabled, 8 archived. Without `closed` it is open, or claimed where `claimed` is given.
CREATE TEMP VIEW new_episode AS
SELECT 0 AS violation, 0 AS number, '' AS opened, '' AS closed, 0 AS reason, '' AS claimed, 0 AS severity,
  0 AS defect;
CREATE TEMP TRIGGER new_episode_insert INSTEAD OF INSERT ON new_episode BEGIN
  INSERT INTO episode(violation_id, number, opened_at, opened_by, opening_estimated, severity, state,
    claimed_at, closed_at, closed_by, closing_estimated, reason, weak, contradictions, time_defect)
  VALUES (NEW.violation, coalesce(NEW.number, 1), unixepoch(NEW.opened) * 1000, 0, 0,
    coalesce(NEW.severity, (SELECT severity FROM violation_state WHERE violation_id = NEW.violation)),
    CASE WHEN NEW.closed IS NOT NULL THEN 3 WHEN NEW.claimed IS NOT NULL THEN 2 ELSE 1 END,
    CASE WHEN NEW.closed IS NULL THEN unixepoch(NEW.claimed) * 1000 END, unixepoch(NEW.closed) * 1000, 0, 0,
    CASE WHEN NEW.closed IS NOT NULL THEN coalesce(NEW.reason, 1) END, 0, 0, NEW.defect);
  INSERT INTO claim(violation_id, episode, ordinal, origin, claimed_at, position, finding_id, outcome)
  SELECT NEW.violation, coalesce(NEW.number, 1), 0, 1, unixepoch(NEW.claimed) * 1000, 0, NEW.violation,
    'standing'
  WHERE NEW.claimed IS NOT NULL;
END;

-- A line of a ledger about a finding (`violation`, the finding of the same number) or about nothing.
CREATE TEMP VIEW new_entry AS
SELECT 0 AS position, 0 AS type, '' AS at, 0 AS violation, '' AS pipeline, '' AS attempt, 0 AS mode,
  0 AS executor, '' AS playbook, '' AS started, '' AS ended, 0 AS outcome, '' AS reason, '' AS lane,
  '' AS expires, '' AS gate, 0 AS sequence, '' AS previous, '' AS hash, 0 AS intact;
CREATE TEMP TRIGGER new_entry_insert INSTEAD OF INSERT ON new_entry BEGIN
  INSERT OR IGNORE INTO pipeline(uri) VALUES (coalesce(NEW.pipeline, 'urn:pipeline:one'));
  INSERT INTO record(position, source, file_id, line, byte_offset) VALUES (NEW.position, 3, 1, 1, 0);
  INSERT INTO file_source(file_id, source, records, late_records, duplicate_records, newest_event)
  VALUES (1, 3, 1, 0, 0, unixepoch(coalesce(NEW.at, NEW.ended)) * 1000)
  ON CONFLICT (file_id, source) DO UPDATE
  SET records = records + 1, newest_event = max(newest_event, excluded.newest_event);
  INSERT INTO ledger_entry(position, prefix, pipeline_id, uid, uid_hash, conflicting, type, event_time,
    subject_kind, subject_hash, attempt, mode, executor, workflow, started_at, ended_at, outcome, reason,
    lane, expires_at, gate_result, chain_sequence, chain_previous, chain_hash, chain_intact)
  VALUES (NEW.position, NEW.position, (SELECT id FROM pipeline WHERE uri = coalesce(NEW.pipeline, 'urn:pipeline:one')),
    'e' || NEW.position, NEW.position, 0, NEW.type, unixepoch(coalesce(NEW.at, NEW.ended)) * 1000,
    CASE WHEN NEW.violation IS NULL THEN 0 ELSE 1 END, NEW.violation, NEW.attempt,
    CASE WHEN NEW.type = 2 THEN coalesce(NEW.mode, 2) END,
    CASE WHEN NEW.type = 2 THEN coalesce(NEW.executor, 1) END,
    CASE WHEN NEW.type = 2 THEN coalesce(NEW.playbook, 'close-bucket') END, unixepoch(NEW.started) * 1000,
    unixepoch(NEW.ended) * 1000, CASE WHEN NEW.type IN (2, 4) THEN coalesce(NEW.outcome, 1) END, NEW.reason,
    NEW.lane, unixepoch(NEW.expires) * 1000, NEW.gate, NEW.sequence, NEW.previous, NEW.hash, NEW.intact);
END;

-- What the scanner said of a violation's finding: `result` 1 passed, 2 failed.
CREATE TEMP VIEW new_evaluation AS SELECT 0 AS position, 0 AS violation, '' AS at, 0 AS result;
CREATE TEMP TRIGGER new_evaluation_insert INSTEAD OF INSERT ON new_evaluation BEGIN
  INSERT INTO record(position, source, file_id, line, byte_offset) VALUES (NEW.position, 1, 1, 1, 0);
  INSERT INTO file_source(file_id, source, records, late_records, duplicate_records, newest_event)
  VALUES (1, 1, 1, 0, 0, unixepoch(NEW.at) * 1000)
  ON CONFLICT (file_id, source) DO UPDATE
  SET records = records + 1, newest_event = max(newest_event, excluded.newest_event);
  INSERT INTO observation(position, finding_id, violation_id, kind, event_time, latest_time, compliance,
    closed_by_product, updated_at)
  VALUES (NEW.position, NEW.violation, NEW.violation, 1, unixepoch(NEW.at) * 1000,
    unixepoch(NEW.at) * 1000, NEW.result, 0, unixepoch(NEW.at) * 1000);
END;
