-- A small estate with something in every family, and names that somebody chose to do harm.
INSERT INTO new_account(uid, name) VALUES ('111111111111', 'shop'), ('222222222222', 'quote" \ new
line');
INSERT INTO new_violation(id, account, control, severity, state, title) VALUES
  (1, '111111111111', 'S3.1', 5, 1, 'Block public access'), (2, '111111111111', 'S3.1', 4, 3, 'Block public access'),
  (3, '222222222222', 'IAM.4', 5, 3, 'No keys of the "root" user'), (4, '222222222222', 'EC2.19', 3, 2, 'No open ports'),
  (5, '222222222222', 'evil"} 1
closeout_ledger_chain_intact{ledger="closeout', 2, 1, '# EOF');
INSERT INTO new_episode(violation, number, opened, closed, reason) VALUES
  (1, 1, '2025-12-01T00:00:00Z', '2025-12-05T00:00:00Z', 1), (1, 2, '2026-02-20T00:00:00Z', NULL, NULL),
  (2, 1, '2026-02-01T00:00:00Z', '2026-02-26T12:00:00Z', 1), (3, 1, '2026-01-01T00:00:00Z', '2026-02-10T00:00:00Z', 1),
  (5, 1, '2025-06-01T00:00:00Z', NULL, NULL);
INSERT INTO new_episode(violation, opened, claimed) VALUES (4, '2026-02-10T00:00:00Z', '2026-02-27T00:00:00Z');
INSERT INTO new_entry(position, type, at, violation, lane) VALUES (1, 1, '2026-02-20T01:00:00Z', 1, 'repair');
INSERT INTO new_entry(position, type, violation, attempt, started, ended, outcome, reason, playbook) VALUES
  (2, 2, 2, 'a2', '2026-02-26T10:00:00Z', '2026-02-26T10:10:00Z', 1, NULL, 'close-bucket'),
  (3, 2, 1, 'a3', '2026-02-21T10:00:00Z', '2026-02-21T10:10:00Z', 2, 'access-denied', 'close-bucket'),
  (4, 2, 3, 'a4', '2026-01-10T10:00:00Z', '2026-01-10T10:10:00Z', 1, NULL, 'rotate' || char(0, 27) || '-key');
INSERT INTO new_entry(position, type, at, attempt) VALUES (5, 4, '2026-02-27T00:00:00Z', 'a2');
INSERT INTO new_entry(position, type, at) VALUES (6, 8, '2026-02-25T00:00:00Z');
INSERT INTO new_entry(position, type, at, violation, expires) VALUES
  (7, 10, '2026-01-10T00:00:00Z', 5, '2026-01-20T00:00:00Z'), (8, 10, '2026-02-21T00:00:00Z', 1, '2026-04-01T00:00:00Z');
INSERT INTO new_entry(position, type, at, gate) VALUES (9, 15, '2026-02-25T00:00:00Z', 'blocked');
INSERT INTO new_entry(position, type, at, pipeline, sequence, hash, intact) VALUES
  (10, 9, '2026-02-25T00:00:00Z', 'https://orchestrator.example/ledger', 1, 'aa', 1);
INSERT INTO new_evaluation(position, violation, at, result) VALUES (11, 3, '2026-01-11T10:00:00Z', 2),
  (12, 2, '2026-02-26T12:00:00Z', 1);
INSERT INTO rejected(id, digest, file_id, line, byte_offset, reason, explanation, size, bytes)
VALUES (1, x'01', 1, 3, 0, 'bad_timestamp', '', 0, x'');
INSERT INTO run(id, started_at, finished_at) VALUES (2, unixepoch('2026-02-28') * 1000, unixepoch('2026-02-28') * 1000 + 2500);
INSERT INTO setting(name, value) VALUES ('log_size', '12'), ('log_intact', '1'), ('log_verified_at', '1772236800000');
